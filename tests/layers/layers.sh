#!/bin/sh
# layers.sh COMPILER ROOTS SEES SOURCE: compiles one include for each pair of rooms. A pair that sees.txt lists must
# compile; every other must fail because the file is not found.
set -u
compiler=$1 roots=$2 sees=$3 source=$4
work=$(mktemp -d) || exit 1
trap 'rm -rf "$work"' EXIT
rooms=$(sed -n 's/^\([a-z]*\):.*/\1/p' "$sees")
checked=0 wrong=0
for from in $rooms; do
    allowed=" $(sed -n "s/^$from: *//p" "$sees") "
    dirs=$(sed -n "s/^$from|//p" "$roots" | tr ';' '\n' | grep . | sed 's/^/-I/')
    for to in $rooms; do
        [ "$from" = "$to" ] && continue
        header=$(cd "$source/src/$to" && ls ./*.h 2>/dev/null | head -n 1 | sed 's,^\./,,')
        [ -n "$header" ] || { echo "room $to has no header"; wrong=$((wrong + 1)); continue; }
        printf '#include "%s/%s"\n' "$to" "$header" > "$work/probe.cpp"
        # shellcheck disable=SC2086 # one -I a word
        if "$compiler" -std=c++20 -M $dirs "$work/probe.cpp" > /dev/null 2> "$work/errors"; then found=yes; else found=no; fi
        case "$allowed" in *" $to "*) want=yes ;; *) want=no ;; esac
        checked=$((checked + 1))
        if [ "$found" != "$want" ]; then
            wrong=$((wrong + 1))
            echo "src/$from including $to/$header: found=$found, wanted=$want"
        elif [ "$found" = no ] && ! grep -q -e "No such file" -e "file not found" "$work/errors"; then
            wrong=$((wrong + 1))
            echo "src/$from including $to/$header failed for another reason:"
            cat "$work/errors"
        fi
    done
done
echo "layers: $checked pairs of rooms checked, $wrong wrong"
[ "$checked" -gt 100 ] && [ "$wrong" -eq 0 ]
