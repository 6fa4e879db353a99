#!/usr/bin/env python3
"""Whole scans of generated catalogs against yardsticks, measured side by side.

usage: catalogs.py BUILD [--rows N] [--rounds N] [--folder DIR] [--stream BYTES] [--no-duckdb]
  BUILD     folder of a release build (build/release)
  --rows    products of the catalogs (1000000)
  --rounds  interleaved rounds; medians are printed (9)
  --folder  where catalogs are kept between runs (a temporary folder)
  --stream  also pipe so many bytes into one scan and watch its memory (10e9)

Every command of a round runs once before the next round begins, so that a machine that grows slower for a while
grows slower for all of them. Wall time and CPU time (user + system) are both printed: on a busy machine the ratio of
CPU times is the one that holds still.
"""
import argparse, json, pathlib, shutil, statistics, subprocess, sys, tempfile, time

HERE = pathlib.Path(__file__).resolve().parent


def run(build, command):
    """(wall, cpu, peak KiB) of a command that must succeed."""
    # bench_cost forks it: this interpreter's own memory would count as the command's peak.
    done = subprocess.run([build / "tests/bench/bench_cost", *command], stdin=subprocess.DEVNULL,
                          stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True)
    if done.returncode != 0:
        sys.exit(f"catalogs.py: {' '.join(map(str, command))} ended with {done.returncode}")
    wall, cpu, peak = done.stderr.split()
    return float(wall), float(cpu), int(peak)


def make(build, folder, kind, rows):
    path = folder / f"{kind}-{rows}.csv"
    if not path.exists():
        partial = path.with_suffix(".part")
        with open(partial, "wb") as out:
            subprocess.run([build / "tests/bench/bench_generate", kind, str(rows)], stdout=out, check=True)
        partial.rename(path)
    return path


def quick_share(build, catalog):
    """What the summary says of labels that took the quick way, as the program words it."""
    said = subprocess.run([build / "incilint", "scan", "--format", "csv", "--jobs", "1", catalog],
                          stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True, check=True).stderr
    found = [part.strip() for line in said.splitlines() for part in line.split(";") if "of labels plain" in part]
    return found[-1].split(" ")[0] + " %" if found else "not told"


def duckdb_ready(folder):
    """A folder where node finds DuckDB, or None where npm does not answer."""
    if not shutil.which("npm") or not shutil.which("node"):
        return None
    home = folder / "duckdb"
    home.mkdir(exist_ok=True)
    if not (home / "node_modules/@duckdb/node-api").exists():
        got = subprocess.run(["npm", "install", "--silent", "--no-audit", "--no-fund", "--prefix", home, "@duckdb/node-api"],
                             stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        if got.returncode != 0:
            return None
    shutil.copy(HERE / "duckdb.mjs", home / "duckdb.mjs")
    return home


def listed_names(build, catalog, folder):
    """Names with their categories, for the SQL to join with: as scan finds them in the head of the catalog."""
    head = folder / "head.csv"
    with open(catalog, "rb") as source, open(head, "wb") as out:
        for _ in range(20001):
            out.write(source.readline())
    rows = subprocess.run([build / "incilint", "scan", "-q", "--format", "jsonl", head], stdout=subprocess.PIPE, check=True)
    names = {}
    for line in rows.stdout.splitlines():
        for entry in json.loads(line)["ingredients"]:
            if entry["listed_in"]:
                names[entry["name"].lower()] = entry["listed_in"][0]
    path = folder / "names.json"
    path.write_text(json.dumps(names))
    return path


def stream(build, size):
    """Peak memory after each tenth of an endless catalog through a pipe: it must not grow."""
    child = subprocess.Popen([build / "incilint", "scan", "-q", "--format", "csv", "--jobs", "2", "-"],
                             stdin=subprocess.PIPE, stdout=subprocess.DEVNULL)
    child.stdin.write(b"sku,name,inci\r\n")
    label = '"Aqua, Glycerin, Cetearyl Alcohol, Butyrospermum Parkii (Shea) Butter, Phenoxyethanol, Parfum, Limonene"'
    rows = "".join(f"{n},Cream {n},{label}\r\n" for n in range(10000)).encode()
    peaks, written, begin = [], 0, time.monotonic()
    for tenth in range(1, 11):
        while written < size * tenth / 10:
            child.stdin.write(rows)
            written += len(rows)
        with open(f"/proc/{child.pid}/status") as status:
            peaks.append(next(int(line.split()[1]) for line in status if line.startswith("VmHWM")))
    child.stdin.close()
    if child.wait() != 0:
        sys.exit(f"catalogs.py: the scan of the stream ended with {child.returncode}")
    took = time.monotonic() - begin
    print(f"\nstream of {written / 1e9:.1f} GB through a pipe, two threads: {took:.0f} s; peak memory in MiB after each tenth:")
    print("  " + "  ".join(f"{peak / 1024:.1f}" for peak in peaks))


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("build", type=pathlib.Path)
    parser.add_argument("--rows", type=int, default=1000000)
    parser.add_argument("--rounds", type=int, default=9)
    parser.add_argument("--folder", type=pathlib.Path)
    parser.add_argument("--stream", type=float, default=0)
    parser.add_argument("--no-duckdb", action="store_true")
    wanted = parser.parse_args()
    build = wanted.build.resolve()
    own = None if wanted.folder else tempfile.TemporaryDirectory()
    folder = wanted.folder or pathlib.Path(own.name)
    folder.mkdir(parents=True, exist_ok=True)

    plain = make(build, folder, "plain", wanted.rows)
    realistic = make(build, folder, "realistic", wanted.rows)
    few = max(1, wanted.rows // 10)
    scan = [build / "incilint", "scan", "-q", "--format", "csv"]
    commands = {
        "wc": ["wc", "-l", plain],
        "plain 1": scan + ["--jobs", "1", plain],
        "plain 2": scan + ["--jobs", "2", plain],
        "realistic 1": scan + ["--jobs", "1", realistic],
        "realistic 2": scan + ["--jobs", "2", realistic],
        "plain few": scan + ["--jobs", "2", make(build, folder, "plain", few)],
        "realistic few": scan + ["--jobs", "2", make(build, folder, "realistic", few)],
    }
    home = None if wanted.no_duckdb else duckdb_ready(folder)
    if home:
        names = listed_names(build, plain, folder)
        for threads in ("1", "2"):
            commands["duckdb " + threads] = ["node", home / "duckdb.mjs", plain, names, threads]
    taken = {name: [] for name in commands}
    for _ in range(wanted.rounds):
        for name, command in commands.items():
            taken[name].append(run(build, command))

    def middle(name, what):
        return statistics.median(sample[what] for sample in taken[name])

    print(f"{wanted.rows} products, {wanted.rounds} rounds; plain {plain.stat().st_size / 1e6:.0f} MB, "
          f"{quick_share(build, plain)} of its labels the quick way; realistic {realistic.stat().st_size / 1e6:.0f} MB, "
          f"{quick_share(build, realistic)}")
    print(f"\n{'median':<16}{'wall s':>10}{'CPU s':>10}{'peak MiB':>10}{'products/s':>14}")
    for name in commands:
        rows = few if name.endswith("few") else wanted.rows
        print(f"{name:<16}{middle(name, 0):>10.3f}{middle(name, 1):>10.3f}{middle(name, 2) / 1024:>10.1f}"
              f"{rows / middle(name, 0):>14.0f}")
    print(f"\n{'ratio':<44}{'wall':>8}{'CPU':>8}{'asked':>12}")

    def ratio(title, over, under, asked):
        print(f"{title:<44}{middle(over, 0) / middle(under, 0):>8.2f}{middle(over, 1) / middle(under, 1):>8.2f}{asked:>12}")

    ratio("plain, one core / wc -l", "plain 1", "wc", "<= 14")
    ratio("plain, two cores / wc -l", "plain 2", "wc", "<= 8")
    ratio("plain, one core / two cores", "plain 1", "plain 2", ">= 1.75")
    ratio("realistic / plain, one core", "realistic 1", "plain 1", "<= 8")
    ratio("realistic / plain, two cores", "realistic 2", "plain 2", "<= 8")
    if home:
        ratio("DuckDB's SQL / plain, one thread", "duckdb 1", "plain 1", ">= 6")
        ratio("DuckDB's SQL / plain, two threads", "duckdb 2", "plain 2", ">= 6")
    else:
        print("DuckDB: not measured,", "as asked" if wanted.no_duckdb else "npm did not answer")
    for kind in ("plain", "realistic"):
        peak = max(sample[2] for sample in taken[kind + " 2"]) / 1024
        less = max(sample[2] for sample in taken[kind + " few"]) / 1024
        print(f"peak memory, two threads, {kind}: {peak:.1f} MiB (asked: <= 48); "
              f"{wanted.rows} rows less {few} rows: {peak - less:+.1f} MiB (asked: <= 2)")
    if wanted.stream:
        stream(build, wanted.stream)


main()
