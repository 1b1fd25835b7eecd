"""Makes the CPython fixtures: the stories (logs as text) of CPython's runs, which our loop must match.

There are three kinds of programs: every scenario's Python file, run once per case of cases.txt; the
small programs of rules/; and those of beyond/, which use API that our loop does not have, so that only
the lab's engine is compared with them. In rules/, numbers 01 to 38 are the rules of `docs/semantics.md`
(rule 39 is about HTTP and has a test in Rust); numbers from 50 on test the rest of asyncio's API.
    record.py                            write fixtures/*.txt, fixtures/rules/*.txt and fixtures/beyond/*.txt
    record.py --check                    exit 1 if a committed fixture differs
    record.py --story ID [NAME=VALUE]    print one story of a scenario
    record.py --story rules/NAME         print the story of a small program, also of beyond/NAME
"""

import argparse
import importlib.util
import inspect
import platform
import sys
from itertools import zip_longest
from pathlib import Path

if sys.version_info[:2] != (3, 13) or platform.python_implementation() != "CPython":
    sys.exit(f"record.py needs CPython 3.13, the reference; this is {platform.python_implementation()} "
             f"{platform.python_version()}.")

sys.dont_write_bytecode = True  # src/scenarios holds sources only.

from reference_loop import Deadlock, tell  # noqa: E402 (after the version check: it needs 3.13)

HERE = Path(__file__).resolve().parent
SCENARIOS = HERE.parents[1] / "src" / "scenarios"
FIXTURES = HERE / "fixtures"
CASES = HERE / "cases.txt"
RULES = HERE / "rules"
BEYOND = HERE / "beyond"

# The rules that have a program.
RULE_NUMBERS = range(1, 39)


class Mistake(Exception):
    """An error in cases.txt or on the command line."""


def main():
    try:
        arguments = read_arguments()
        if arguments.story:
            print_story(*arguments.story)
        elif arguments.check:
            check(make_all())
        else:
            write(make_all())
    except (Mistake, Deadlock) as error:
        sys.exit(f"record.py: {error}")


def read_arguments():
    parser = argparse.ArgumentParser(description="Makes the CPython fixtures.")
    parser.add_argument("--check", action="store_true", help="compare with the committed fixtures")
    parser.add_argument("--story", nargs="+", metavar=("ID", "NAME=VALUE"), help="print one story")
    return parser.parse_args()


def print_story(name, *words):
    sys.stdout.reconfigure(encoding="utf-8")
    folder, _, program = name.rpartition("/")
    if folder in (RULES.name, BEYOND.name):
        lines = story_of_a_small_program(HERE / folder, program, words)
    else:
        lines = story_of_a_scenario(name, words)
    print("\n".join(lines))


def story_of_a_small_program(folder, name, words):
    if name not in small_programs(folder):
        raise Mistake(f"no program {name!r} in {folder}")
    if words:
        raise Mistake(f"the programs of {folder.name}/ have no parameters")
    return small_program_lines(folder, name)


def story_of_a_scenario(scenario, words):
    if scenario not in scenario_ids():
        raise Mistake(f"no scenario {scenario!r}; there are {', '.join(scenario_ids())}")
    return case_lines(scenario, parameters_from(words, defaults_of(scenario)))


def write(fixtures):
    for folder in (RULES, BEYOND):
        (FIXTURES / folder.name).mkdir(parents=True, exist_ok=True)
    for name, lines in fixtures.items():
        text = "\n".join(lines) + "\n"
        (FIXTURES / name).write_text(text, encoding="utf-8", newline="\n")
    print(f"{len(fixtures)} fixtures written to {FIXTURES}")


def check(fixtures):
    committed = {path.relative_to(FIXTURES).as_posix() for path in FIXTURES.rglob("*.txt")}
    for name in sorted(committed | fixtures.keys()):
        if name not in fixtures:
            raise Mistake(f"fixtures/{name}: no program makes this file")
        if name not in committed:
            raise Mistake(f"fixtures/{name}: missing; run `make fixtures`")
        compare(name, fixtures[name])
    print(f"{len(fixtures)} fixtures tell the same story")


def compare(name, made):
    # Bytes, because text mode would accept CR LF.
    lines = (FIXTURES / name).read_bytes().decode("utf-8").split("\n")
    for number, (there, here) in enumerate(zip_longest(lines, [*made, ""]), start=1):
        # Line 1 names the patch release that recorded the file; any 3.13 may check it.
        if number > 1 and there != here:
            raise Mistake(f"fixtures/{name}:{number} differs\n  there: {there!r}\n  now:   {here!r}")


# Fixtures as lines of text.


HEADER = f"# CPython {platform.python_version()} on a virtual clock; made by `make fixtures`, not by hand."


def make_all():
    check_rules_are_shown()
    cases = read_cases()
    scenarios = {f"{scenario}.txt": fixture_lines(scenario, cases[scenario]) for scenario in scenario_ids()}
    small = {
        f"{folder.name}/{name}.txt": [HEADER, "", *small_program_lines(folder, name)]
        for folder in (RULES, BEYOND)
        for name in small_programs(folder)
    }
    return scenarios | small


def fixture_lines(scenario, cases):
    lines = [HEADER, f"# parameters {parameters_text(defaults_of(scenario))}"]
    for parameters in cases:
        lines += ["", *case_lines(scenario, parameters)]
    return lines


def case_lines(scenario, parameters):
    story = tell(*case_program(scenario, parameters))
    waits = [f"lines {name} {' '.join(map(str, lines))}" for name, lines in story.waits()]
    return [f"[{parameters_text(parameters)}]", *story.lines, *waits]


def case_program(scenario, parameters):
    """Returns the function that runs a case, and its file."""
    module = load(scenario_file(scenario))
    return lambda: module.main(**parameters), module.__file__


def parameters_text(parameters):
    return " ".join(f"{name}={value_text(value)}" for name, value in parameters.items())


def value_text(value):
    """Returns a value as the page writes it; a list's items are joined by `_`."""
    if isinstance(value, tuple):
        return "_".join(map(repr, value))
    return value if isinstance(value, str) else repr(value)


# The programs of rules/ and beyond/.


def small_programs(folder):
    return sorted(path.stem for path in folder.glob("*.py"))


def check_rules_are_shown():
    shown = {int(rule[:2]) for rule in small_programs(RULES)}
    missing = [number for number in RULE_NUMBERS if number not in shown]
    if missing:
        raise Mistake(f"rules/ has no program for {', '.join(map(str, missing))}")


def small_program_lines(folder, name):
    return tell(*small_program(folder, name)).lines


def small_program(folder, name):
    """Returns the function that runs a program, its file, and whether garbage is collected: with the
    line `# collects`, at the end of every callback, so that the time of a collection is defined.
    In all other programs every task is kept to the end of the run."""
    file = folder / f"{name}.py"
    collects = "# collects" in file.read_text(encoding="utf-8").splitlines()
    module = load(file)
    return module.main, module.__file__, collects


# Scenarios.


def scenario_ids():
    return sorted(
        path.stem.replace("_", "-")
        for path in SCENARIOS.glob("*.py")
        if not path.stem.startswith("_") and not is_real(path)
    )


def is_real(file):
    """Whether a scenario always sends real requests, so that its runs differ.

    A scenario that sends them only on demand imports aiohttp inside a function.
    """
    return "\nimport aiohttp\n" in file.read_text(encoding="utf-8")


def scenario_file(scenario):
    return SCENARIOS / f"{scenario.replace('-', '_')}.py"


def load(file):
    """Returns a new module for every run, so that no case inherits another's globals."""
    spec = importlib.util.spec_from_file_location(file.stem, file)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def defaults_of(scenario):
    signature = inspect.signature(load(scenario_file(scenario)).main)
    return {name: parameter.default for name, parameter in signature.parameters.items()}


# Parameters from text.


def read_cases():
    """Returns each scenario's cases: the defaults, then the lines of cases.txt."""
    cases = {scenario: [defaults_of(scenario)] for scenario in scenario_ids()}
    for number, line in enumerate(CASES.read_text(encoding="utf-8").splitlines(), start=1):
        words = line.partition("#")[0].split()
        if words:
            try:
                add_case(cases, *words)
            except Mistake as mistake:
                raise Mistake(f"cases.txt:{number}: {mistake}") from None
    return cases


def add_case(cases, scenario, *words):
    if scenario not in cases:
        raise Mistake(f"no scenario {scenario!r}")
    parameters = parameters_from(words, cases[scenario][0])
    if parameters in cases[scenario]:
        raise Mistake("this case is there already (the defaults need no line)")
    cases[scenario].append(parameters)


def parameters_from(words, defaults):
    """Returns the defaults with every `name=value` applied, in the signature's order."""
    given = {}
    for word in words:
        name, equals, text = word.partition("=")
        if not equals or name not in defaults or name in given:
            raise Mistake(f"{word!r}: expected each of {', '.join(defaults)} once, as name=value")
        given[name] = value_from(word, text, type(defaults[name]))
    return defaults | given


def value_from(word, text, kind):
    """Parses a value. The Rust test checks its bounds."""
    try:
        return READERS.get(kind, kind)(text)
    except (KeyError, ValueError):
        raise Mistake(f"{word!r}: expected a value like {kind()!r}") from None


# How a value is parsed, by the type of the parameter's default.
READERS = {
    bool: {"False": False, "True": True}.__getitem__,
    tuple: lambda text: tuple(map(float, text.split("_"))),
}


if __name__ == "__main__":
    main()
