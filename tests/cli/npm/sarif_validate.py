#!/usr/bin/env python3
"""Has SARIF files of `incilint check` read by the reference validator: no error and no warning, by the rules of the
standard and by those of code scanning.

usage: sarif_validate.py INCILINT EXAMPLES FOLDER   EXAMPLES: the folder examples/; FOLDER keeps the package between
runs; exit code 77: npm did not answer, or the validator does not run here
"""
import json, pathlib, shutil, subprocess, sys, tempfile

from packages import installed

PACKAGE = "@microsoft/sarif-multitool@5.7.0"
incilint, examples, folder = (pathlib.Path(word).resolve() for word in sys.argv[1:4])
HOSTILE = ("Aqua, Sodium Lauryl Sulfate, <script>alert(1)</script> Parfum, \u202eXyzzy\u0007 %0A::error:: Oilate, "
           "{0} [link](http://x), Sodium Laureth Sulphate 2 %, \U0001f33f, Inulin")

WRONG = {
    "bad \n%[x].txt": "Aqua, Par\udcfffum, Inulin",
    "shop.csv": 'sku,type,market,inci\n1,rinsoff,ue,"Aqua, Parfum"\n1,Soap,"EU, US","Aqua, Qwxyz"\n2,x\n',
    "p.json": '{"ingredients": ["Aqua",]}',
    "keys.yaml": "idd: 1\ningredients: Aqua\n",
    "held.txt": "# incilint-ignore fragrance/undisclosed -- agreed\nAqua, Parfum\n# incilint-ignore x/y -- never\n",
    ".incilint-ignore.yaml": "suppressions: [\n",
    ".incilint-baseline.yaml": 'incilint-baseline: 1\nfindings:\n  - {product: "old.txt", rule: label/prose}\n',
}


def validated(modules, sarif, kind):
    """What the validator finds, a line each; None where it does not run."""
    with tempfile.TemporaryDirectory() as place:
        found = pathlib.Path(place) / "found.sarif"
        got = subprocess.run(["node", modules / "@microsoft/sarif-multitool/bin.js", "validate", sarif, "--rule-kind",
                              kind, "--output", found], stdout=subprocess.PIPE, stderr=subprocess.STDOUT, timeout=120)
        if not found.exists():
            print(got.stdout.decode(errors="replace"))
            return None
        out = []
        for run in json.loads(found.read_text(encoding="utf-8-sig"))["runs"]:
            for result in run.get("results", []):
                if result.get("level", "warning") in ("error", "warning"):
                    out.append(f'{result.get("ruleId")}: {json.dumps(result.get("message"))}')
        return out


def main():
    modules = installed(folder, [PACKAGE])
    if modules is None:
        print("skipped: npm did not answer")
        return 77
    for program in modules.glob("@microsoft/sarif-multitool-*/Sarif.Multitool"):
        program.chmod(0o755)  # what the package's own script would do
    wrong = 0
    with tempfile.TemporaryDirectory() as place:
        place = pathlib.Path(place)
        brand = place / "brand-repo"
        shutil.copytree(examples / "brand-repo", brand)
        (place / "hostile.txt").write_text(HOSTILE, encoding="utf-8")
        # A run that goes wrong in many ways: faults, left-out rows, findings of policy, held ones, gates.
        wrong_repo = place / "wrong"
        wrong_repo.mkdir()
        for name, text in WRONG.items():
            (wrong_repo / name).write_bytes(text.encode("utf-8", "surrogateescape"))
        runs = [(brand, ["--text", "Aqua, Glycerin"]), (brand, [str(place / "hostile.txt")]),
                (brand, [str(examples / "labels")]), (brand, ["."]),
                (wrong_repo, [".", "gone.txt", "--show-suppressed", "--max-unknown", "1", "--max-warnings", "0",
                              "--law-date", "2026-11-01"])]
        for where, arguments in runs:
            sarif = place / "out.sarif"
            sarif.write_bytes(subprocess.run([incilint, "check", *arguments, "--format", "sarif"], cwd=where,
                                             stdout=subprocess.PIPE, stderr=subprocess.DEVNULL).stdout)
            for kind in ("Ghas", "Sarif"):
                found = validated(modules, sarif, kind)
                if found is None:
                    print("skipped: the validator does not run here")
                    return 77
                results = len(json.loads(sarif.read_text())["runs"][0]["results"])
                print(f"{kind}: {' '.join(arguments)}: {results} results, {len(found)} found wrong")
                for line in found:
                    print("  " + line)
                wrong += len(found)
    return 1 if wrong else 0


sys.exit(main())
