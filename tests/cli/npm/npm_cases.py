#!/usr/bin/env python3
"""Reads the CSV cases of two npm packages with `incilint scan --keep-columns` and compares every cell.

usage: npm_cases.py INCILINT FOLDER   FOLDER keeps the packages between runs; exit code 77: npm did not answer

A case of papaparse has no header: one is put above it, as wide as its widest row, under a `sep=` line. Rows of another
width must be among the rejects, with their number of fields. Where a header can be told, the case is also read as it
is, so that the delimiter must be found. A case that differs stands in papaparse.tsv with what we make of it and why; a
case that stands there and does not differ is wrong too.
"""
import csv, io, json, pathlib, subprocess, sys, tempfile

from packages import installed

HERE = pathlib.Path(__file__).resolve().parent
PACKAGES = ["csv-spectrum@2.0.0", "papaparse@5.7.1"]
# Options of papaparse that ask for another reading than ours, and why there is no such option here.
OPTIONS = {
    "comments": "a catalog has no comment lines: a line of cells that begins with # is a row",
    "dynamicTyping": "cells are text, never numbers",
    "escapeChar": "a quote is written twice, nothing else escapes it",
    "fastMode": "quotes always count",
    "preview": "all rows are read",
    "quoteChar": "the quote is the double quote",
    "skipFirstNLines": "the header is the first line that is not blank",
    "transform": "cells are not changed",
    "transformHeader": "headers are not changed",
}
incilint, folder = pathlib.Path(sys.argv[1]).resolve(), pathlib.Path(sys.argv[2])
wrong = []


def scanned(text):
    """(rows as lists of (header, cell), fields of the rejected rows, exit code); bytes as they are."""
    with tempfile.TemporaryDirectory() as place:
        catalog, rejects = pathlib.Path(place) / "in.csv", pathlib.Path(place) / "rejects.csv"
        catalog.write_bytes(text if isinstance(text, bytes) else text.encode())
        got = subprocess.run([incilint, "scan", "-q", "--format", "jsonl", "--keep-columns", "--column",
                              "ingredients=#1", "--max-rejects", "999", "--rejects", rejects, catalog],
                             stdout=subprocess.PIPE, stderr=subprocess.PIPE)
        records = {}
        for line in got.stdout.splitlines():
            one = json.loads(line)
            records[one["record"]] = list(one["columns"].items())
        left = []
        if rejects.exists():
            left = [row["found"] or row["kind"] for row in csv.DictReader(io.StringIO(rejects.read_bytes().decode()))]
        return list(records.values()), left, got.returncode


def cells(rows):
    return [[cell for _, cell in row] for row in rows]


def listed_in(name):
    """Cases that differ: {case: what we make of it}; a reason stands behind each."""
    out = {}
    for line in (HERE / name).read_text().splitlines():
        if line and not line.startswith("#"):
            case, ours, reason = line.split("\t")
            assert reason
            out[case] = ours
    return out


def spectrum(modules):
    names = sorted(path.stem for path in (modules / "csv-spectrum/csvs").glob("*.csv"))
    for name in names:
        want = json.loads((modules / f"csv-spectrum/json/{name}.json").read_text())
        if name == "location_coordinates":
            # Its two files hold different telephone numbers; the rest of the row is compared.
            want = [{**want, "Contact Phone Number": "2095257564"}]
        rows, left, code = scanned((modules / f"csv-spectrum/csvs/{name}.csv").read_bytes())
        if [dict(row) for row in rows] != want or left or code != 0:
            wrong.append(f"csv-spectrum {name}: {rows}, rejected {left}, exit code {code}; wanted {want}")
    return len(names)


def told_by(case):
    """The delimiter that the rows wanted show: comma, semicolon, tab or pipe."""
    first = case["rows"][0] if case["rows"] and isinstance(case["rows"][0], list) else []
    for delimiter in ",;\t|":
        if len(first) > 1 and case["input"].replace('"', "").startswith(delimiter.join(first).replace('"', "")):
            return delimiter
    return ","


def of_case(case):
    """("same"|"differs", "4+1": rows and rejects) or ("option", NAME) for a case that asks for another reading."""
    options = dict(case["options"])
    for name in sorted(options):
        if name in OPTIONS:
            return "option", name
    if options.get("skipEmptyLines") == "greedy":
        return "option", "skipEmptyLines"
    delimiter = options.get("delimiter", told_by(case))
    if options.get("header"):
        rows, left, _ = scanned(case["input"])
        want = [row for row in case["rows"] if "__parsed_extra" not in row and (not rows or len(row) == len(rows[0]))]
        same = [dict(row) for row in rows] == want and len(left) == len(case["rows"]) - len(want)
        return "same" if same else "differs", f"{len(rows)}+{len(left)}"
    if not isinstance(delimiter, str) or len(delimiter) != 1 or delimiter == "\n":
        delimiter = ","
    width = max([len(row) for row in case["rows"]], default=1)
    header = delimiter.join(f"c{number}" for number in range(width))
    text = case["input"].removeprefix("\ufeff")
    rows, left, _ = scanned(f"sep={delimiter}\n{header}\n{text}")
    want = [row for row in case["rows"] if len(row) == width]
    short = [str(len(row)) for row in case["rows"] if len(row) != width]
    same = cells(rows) == want and left == short
    first = case["rows"][0] if case["rows"] else []
    if same and len(want) > 1 and not short and len(set(first)) == len(first) > 1 and all(first):
        rows_as_is, left_as_is, _ = scanned(case["input"])
        as_is = [[name for name, _ in rows_as_is[0]]] + cells(rows_as_is) if rows_as_is else []
        if as_is != want or left_as_is:
            wrong.append(f"papaparse {case['name']} read as it is: {as_is}, wanted {want}")
    return "same" if same else "differs", f"{len(rows)}+{len(left)}"


def papaparse(modules):
    cases = json.loads(subprocess.run(["node", HERE / "cases.cjs", modules], stdout=subprocess.PIPE, check=True).stdout)
    listed = listed_in("papaparse.tsv")
    counts = {"same": 0, "differs": 0, "option": 0}
    for case in cases:
        kind, what = of_case(case)
        counts[kind] += 1
        ours = listed.pop(case["name"], None)
        if kind == "differs" and ours is None:
            wrong.append(f"papaparse {case['name']} differs ({what}) and no reason is written: {case['input']!r} "
                         f"{case['options']}; wanted {case['rows']}")
        elif kind == "differs" and ours != what:
            wrong.append(f"papaparse {case['name']}: rows and rejects are {what}, the list says {ours}")
        elif kind != "differs" and ours is not None:
            wrong.append(f"papaparse {case['name']} stands in the list and does not differ")
    for name in listed:
        wrong.append(f"papaparse {name} stands in the list and is no case")
    return len(cases), counts


modules = installed(folder, PACKAGES)
if modules is None:
    print("skipped: npm did not answer, the cases of csv-spectrum and papaparse were not read")
    sys.exit(77)
spectrum_cases = spectrum(modules)
papa_cases, counts = papaparse(modules)
for one in wrong:
    print("wrong:", one)
print(f"csv-spectrum: {spectrum_cases} cases; papaparse: {papa_cases} cases, {counts['same']} the same, {counts['differs']} "
      f"differ for a written reason, {counts['option']} ask for a reading that is not ours")
sys.exit(1 if wrong or spectrum_cases < 12 or counts["same"] < 60 else 0)
