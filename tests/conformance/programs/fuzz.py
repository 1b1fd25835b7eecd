"""Compares our loop with CPython on new random programs: `make fuzz N=10000 SEED=7`.

A program whose two stories differ is shrunk and printed with both stories; the exit code is then 1.
"""

import argparse
import json
import secrets
import subprocess
import sys
import time
from collections import Counter
from itertools import zip_longest
from multiprocessing import Pool
from pathlib import Path

if sys.version_info[:2] != (3, 13):
    sys.exit(f"fuzz.py needs CPython 3.13, the reference; this is {sys.version.split()[0]}.")

sys.dont_write_bytecode = True
sys.path.insert(0, str(Path(__file__).resolve().parents[1]))  # reference_loop.py

from generator import program_from_seed  # noqa: E402 (after the path is set)
from shrinker import readable, shrink  # noqa: E402
from teller import tell  # noqa: E402

BATCH = 50
PROCESSES = 2
SHOWN = 3  # The maximum of differing programs that are shrunk and printed.
CRASHED = ["our interpreter crashed"]


def main():
    arguments = read_arguments()
    started = time.monotonic()
    print(f"fuzz: {arguments.n} programs, SEED={arguments.seed}", flush=True)
    ours = Ours(arguments.ours)
    differing, ran, lines = compare_all(arguments, ours)
    seconds = time.monotonic() - started
    for seed, program in sorted(differing, key=lambda found: len(json.dumps(found[1])))[:SHOWN]:
        report(seed, program, ours)
    if arguments.constructs:
        print("\n".join(f"{count:8} {name}" for name, count in ran.most_common()))
    print(f"fuzz: {arguments.n} programs, {lines} lines of story, {len(differing)} differ ({seconds:.0f} s)")
    sys.exit(1 if differing else 0)


def read_arguments():
    parser = argparse.ArgumentParser(description="Compares our loop with CPython on random programs.")
    parser.add_argument("--n", type=int, default=1000, help="how many programs")
    parser.add_argument("--seed", default=secrets.token_hex(3), help="any word; the same one makes the same programs")
    parser.add_argument("--ours", required=True, help="the built example `tell`")
    parser.add_argument("--constructs", action="store_true", help="say how often each construct ran")
    return parser.parse_args()


def compare_all(arguments, ours):
    seeds = [f"{arguments.seed}/{number}" for number in range(arguments.n)]
    batches = [seeds[start : start + BATCH] for start in range(0, len(seeds), BATCH)]
    differing, ran, lines = [], Counter(), 0
    with Pool(PROCESSES) as pool:
        for told, ran_here in pool.imap(tell_batch, batches):
            ran += ran_here
            for seed, program, theirs in told:
                lines += len(theirs)
                if ours.tell(program) != theirs:
                    differing.append((seed, program))
    return differing, ran, lines


def tell_batch(seeds):
    ran = Counter()
    programs = [(seed, program_from_seed(seed)) for seed in seeds]
    return [(seed, program, tell(program, ran)) for seed, program in programs], ran


class Ours:
    """The Rust interpreter, which answers each line with a program by a line with its story lines."""

    def __init__(self, path):
        self.path = path
        self.start()

    def start(self):
        pipe = subprocess.PIPE
        self.process = subprocess.Popen([self.path], stdin=pipe, stdout=pipe, stderr=subprocess.DEVNULL, text=True)

    def tell(self, program):
        """Returns the story's lines; None if this is not a program."""
        try:
            print(json.dumps(program), file=self.process.stdin, flush=True)
            answer = self.process.stdout.readline()
        except BrokenPipeError:
            answer = ""
        if answer:
            return json.loads(answer)
        self.process.wait()
        self.start()
        return CRASHED


def report(seed, program, ours):
    crashes = ours.tell(program) == CRASHED

    def differs(candidate):
        mine = ours.tell(candidate)
        return mine is not None and (mine == CRASHED) == crashes and mine != tell(candidate)

    small = shrink(program, differs)
    print(f"\n=== {seed} differs; made small:\n")
    print("\n".join(readable(small)), f"\n\n{json.dumps(small)}\n")
    print("\n".join(side_by_side(tell(small), ours.tell(small))), flush=True)


def side_by_side(theirs, mine):
    width = max(map(len, ["CPython", *theirs]))
    yield f"    {'CPython':{width}}  ours"
    for left, right in zip_longest(theirs, mine, fillvalue=""):
        yield f"  {' ' if left == right else '!'} {left:{width}}  {right}"


if __name__ == "__main__":
    main()
