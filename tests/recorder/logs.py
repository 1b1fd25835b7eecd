"""The recorder's logs of the small programs in `programs/`, in CPython or in Pyodide.

    logs.py              compare each program's log with the committed one
    logs.py --write      write the logs again (CPython 3.13); read each difference before you commit it
    logs.py --only NAME  do so for one program only

The first line of a log names the release of Python, and is not compared. PYTHONHASHSEED must be 0.
"""

import argparse
import difflib
import os
import sys
from pathlib import Path

sys.dont_write_bytecode = True
HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parents[1] / "src" / "python"))

from loopscope import Recorder  # noqa: E402 (after the path is set)

PROGRAMS = HERE / "programs"


def log_of(file, **options):
    """Returns the recorder's log of this program."""
    batches = []
    recorder = Recorder(batches.append, date=1_700_000_000, seed=7, **options)
    recorder.run_program(file.read_text(encoding="utf-8"), notebook=file.stem.startswith("nb_"))
    return "".join(batches).splitlines(keepends=True)


def difference(file):
    """Returns the difference between a program's log and the committed one; empty if they are equal."""
    kept = file.with_suffix(".log").read_text(encoding="utf-8").splitlines(keepends=True)
    return "".join(difflib.unified_diff(kept[1:], log_of(file)[1:], "kept", "now", n=1))


def programs(only=""):
    return [file for file in sorted(PROGRAMS.glob("*.py")) if only in file.stem]


def main():
    parser = argparse.ArgumentParser(description="Compares the recorder's logs with those that were kept.")
    parser.add_argument("--write", action="store_true", help="keep the logs as they are now")
    parser.add_argument("--only", default="", metavar="NAME", help="programs with NAME in theirs")
    arguments = parser.parse_args()
    differing = 0
    for file in programs(arguments.only):
        if arguments.write:
            file.with_suffix(".log").write_text("".join(log_of(file)), encoding="utf-8", newline="\n")
            continue
        text = difference(file)
        differing += bool(text)
        print(file.stem, "differs\n" + text if text else "is the same")
    return 1 if differing else 0


if __name__ == "__main__":
    if os.environ.get("PYTHONHASHSEED") != "0":
        os.environ["PYTHONHASHSEED"] = "0"
        os.execv(sys.executable, [sys.executable, *sys.argv])
    sys.exit(main())
