"""Packages of npm, for tests only."""
import shutil, subprocess


def installed(folder, packages):
    """The folder of modules that holds these packages, kept in `folder` between runs; None where npm does not answer."""
    if not shutil.which("npm") or not shutil.which("node"):
        return None
    folder.mkdir(parents=True, exist_ok=True)
    stamp = folder / "installed"
    if not stamp.exists() or stamp.read_text() != " ".join(packages):
        try:
            got = subprocess.run(["npm", "install", "--silent", "--no-audit", "--no-fund", "--ignore-scripts", "--prefix",
                                  folder, *packages], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, timeout=60)
        except subprocess.TimeoutExpired:
            return None
        if got.returncode != 0:
            return None
        stamp.write_text(" ".join(packages))
    return folder / "node_modules"
