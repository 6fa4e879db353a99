#!/bin/sh
# house.sh SOURCE: rules of the house that a compiler does not check. Prints each breach as file:line.
set -u
cd "$1" || exit 1
wrong=0
# breach MESSAGE PATTERN PATH...: no line of these files may match.
breach() {
    message=$1 pattern=$2
    shift 2
    lines=$(grep -rnE --include='*.h' --include='*.cpp' -e "$pattern" "$@" 2>/dev/null)
    [ -z "$lines" ] && return
    echo "$message:"
    echo "$lines" | sed 's/^/  /'
    wrong=1
}
others() { for room in src/*/; do case " $* " in *" $(basename "$room") "*) ;; *) printf '%s ' "$room" ;; esac; done; }
breach 'an include goes around the walls' '#include *["<]\.\./' src tests
breach 'only src/yaml sees libyaml' '#include *<yaml\.h>' $(others yaml)
breach 'yaml-cpp is the second reader that tests hold ours against' '#include *<yaml-cpp' src
breach 'only src/cli sees CLI11' '#include *<CLI/' $(others cli)
breach 'only src/match sees RE2' '#include *<re2/' $(others match)
breach 'only src/base sees utf8proc' '#include *<utf8proc' $(others base)
breach 'threads live in src/scan only' '#include *<(thread|mutex|condition_variable|future)>' $(others scan)
breach 'std::regex is not used here' 'std::(basic_)?regex|#include *<regex>' src tests
breach 'only cli and the host tool open files' '#include *<(fstream|filesystem|fcntl\.h|unistd\.h)>' $(others cli builtin scan)
breach 'only cli knows environment and clock' 'getenv|system_clock|std::time\(|localtime|setlocale|std::locale' $(others cli)
for file in $(find src tests -name '*.h' -o -name '*.cpp'); do
    lines=$(wc -l < "$file")
    if [ "$lines" -gt 300 ]; then echo "$file has $lines lines; the house keeps files at 300 or fewer"; wrong=1; fi
done
for header in $(find src -name '*.h'); do
    if ! head -n 1 "$header" | grep -q "^// ${header#src/}: "; then
        echo "$header does not open with '// ${header#src/}: what it is for'"
        wrong=1
    fi
    if ! head -n 8 "$header" | grep -q 'Promises:' || ! head -n 10 "$header" | grep -qi 'must not know'; then
        echo "$header does not say what it promises and what it must not know"
        wrong=1
    fi
done
[ "$wrong" -eq 0 ] && echo "house: kept"
exit "$wrong"
