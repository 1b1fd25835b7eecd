"""Records CPython's stories of the committed programs again: `make fixtures` calls this.

    record.py              record the stories of the existing programs
    record.py --make 2000  make other programs first
"""

import argparse
import json
import sys
from pathlib import Path

sys.dont_write_bytecode = True
sys.path.insert(0, str(Path(__file__).resolve().parents[1]))  # reference_loop.py

from generator import program_from_seed  # noqa: E402 (after the path is set)
from teller import compact, tell  # noqa: E402

FILE = Path(__file__).with_name("programs.jsonl")

# Programs with shorter stories end too early to be useful.
FEWEST_LINES = 12


def main():
    parser = argparse.ArgumentParser(description="Tells CPython's stories of random programs.")
    parser.add_argument("--make", type=int, metavar="N", help="make N programs, in place of those that are there")
    wanted = parser.parse_args().make
    programs = make(wanted) if wanted else map(json.loads, FILE.read_text(encoding="utf-8").splitlines())
    lines = [line_of(case["seed"], case["program"]) for case in programs]
    FILE.write_text("".join(lines), encoding="utf-8", newline="\n")
    print(f"{len(lines)} random programs written to {FILE}")


def make(wanted):
    number = 0
    while wanted:
        seed = f"kept/{number}"
        program = program_from_seed(seed)
        if len(tell(program)) >= FEWEST_LINES:
            yield {"seed": seed, "program": program}
            wanted -= 1
        number += 1


def line_of(seed, program):
    case = {"seed": seed, "program": program, "story": compact(tell(program))}
    return json.dumps(case, ensure_ascii=False, separators=(",", ":")) + "\n"


if __name__ == "__main__":
    main()
