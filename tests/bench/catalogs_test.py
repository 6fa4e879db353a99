#!/usr/bin/env python3
"""The benchmarks of whole catalogs, run on tiny ones: what they print must have the form that README.md quotes, and the
peak memory must be that of the program measured.

usage: catalogs_test.py BUILD
"""
import csv, io, pathlib, re, subprocess, sys

HERE = pathlib.Path(__file__).resolve().parent
build = pathlib.Path(sys.argv[1]).resolve()
bench = build / "tests/bench"
rows = 200
wrong = []


def check(holds, what):
    if not holds:
        wrong.append(what)


def said(*command, **more):
    done = subprocess.run(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, **more)
    check(done.returncode == 0, f"{command} ended with {done.returncode}: {done.stderr}")
    return done.stdout


# The generator: so many rows, the same bytes each time, other bytes from another seed.
catalogs = {}
for kind in ("plain", "realistic"):
    text = said(bench / "bench_generate", kind, str(rows))
    catalogs[kind] = text
    read = list(csv.reader(io.StringIO(text, newline="")))
    check(len(read) == rows + 1, f"{kind}: {len(read)} records, not {rows + 1}")
    check(all(len(row) == len(read[0]) for row in read), f"{kind}: ragged rows")
    check(text == said(bench / "bench_generate", kind, str(rows)), f"{kind}: two runs differ")
    check(text != said(bench / "bench_generate", kind, str(rows), "7"), f"{kind}: the seed changes nothing")

# The figures: a line each, with a number for each catalog behind its name.
folder = pathlib.Path.cwd() / "catalogs_test"
folder.mkdir(exist_ok=True)
paths = []
for kind, text in catalogs.items():
    paths.append(folder / f"{kind}-figures.csv")
    paths[-1].write_text(text, newline="")
lines = said(bench / "bench_figures", *paths).splitlines()
check(len(lines) >= 20, f"bench_figures: {len(lines)} lines")
for line in lines:
    check(re.fullmatch(r"\S.*?\S {2,}\d+\.\d {2,}\d+\.\d", line), f"bench_figures: {line}")

# bench_cost measures the command, not whoever asks: this process holds much more than the child does.
ballast = bytearray(b"x") * (96 << 20)
cost = subprocess.run([bench / "bench_cost", "/bin/true"], stderr=subprocess.PIPE, text=True)
peak = int(cost.stderr.split()[2])
check(cost.returncode == 0 and 0 < peak < 16 << 10, f"bench_cost: /bin/true with {peak} KiB")
# 64 MiB in one variable of a shell must show.
grown = subprocess.run([bench / "bench_cost", "sh", "-c", "x=$(head -c 67108864 /dev/zero | tr '\\0' a); exit 3"],
                       stderr=subprocess.PIPE, text=True)
peak = int(grown.stderr.split()[2])
check(grown.returncode == 3 and peak > 64 << 10, f"bench_cost: exit {grown.returncode}, {peak} KiB")
del ballast

# All of it.
table = said(sys.executable, HERE / "catalogs.py", build, "--rows", str(rows), "--rounds", "1", "--folder", folder,
             "--no-duckdb", "--stream", "2e5")
number = r"\d+\.\d+"
check(re.search(rf"^{rows} products, 1 rounds; plain \d+ MB, {number} % of its labels the quick way; "
                rf"realistic \d+ MB, {number} %$", table, re.M), "the line about the catalogs")
for name in ("wc", "plain 1", "plain 2", "realistic 1", "realistic 2", "plain few", "realistic few"):
    check(re.search(rf"^{name} +{number} +{number} +{number} +\d+$", table, re.M), f"the row of {name}")
for title in ("plain, one core / wc -l", "plain, two cores / wc -l", "plain, one core / two cores",
              "realistic / plain, one core", "realistic / plain, two cores"):
    check(re.search(rf"^{re.escape(title)} +{number} +{number} +[<>]= [\d.]+$", table, re.M), f"the ratio {title}")
check("DuckDB: not measured, as asked" in table, "the word about DuckDB")
for kind in ("plain", "realistic"):
    check(re.search(rf"^peak memory, two threads, {kind}: {number} MiB \(asked: <= 48\); {rows} rows less {rows // 10} "
                    rf"rows: [+-]{number} MiB \(asked: <= 2\)$", table, re.M), f"the peak of {kind}")
check(re.search(r"^stream of \d+\.\d GB through a pipe, two threads: \d+ s; peak memory in MiB after each tenth:\n"
                rf"(  {number}){{10}}$", table, re.M), "the stream")

for one in wrong:
    print("wrong:", one)
if wrong:
    print(table)
    sys.exit(1)
print("catalogs_test: what the benchmarks print has its form")
