"""Runs the programs of tests/conformance in the lab's engine and returns the recorder's logs, which twins.test.mjs compares.

Programs run as for the fixtures (reference_loop.py), but with the lab's loop, clock and network in memory.
"""

import json
import logging
import sys
import warnings

sys.path[:0] = ["/twins/tests/conformance", "/twins/tests/conformance/programs"]

import loopscope_lab
import reference_loop

reference_loop.Recorder = loopscope_lab.LabRecorder

import record  # noqa: E402 (after the lab's recorder is in place)
from interpreter import Interpreter  # noqa: E402
from teller import forget_the_last_one  # noqa: E402

# Warnings while a run's leftovers are collected do not belong to its log.
warnings.simplefilter("ignore")
logging.getLogger("asyncio").disabled = False  # Undoes what `teller` sets.
sys.unraisablehook = lambda _: None

CASES = record.read_cases()


def names():
    """Returns the names of the scenarios and of the small programs, as JSON."""
    small = {folder.name: record.small_programs(folder) for folder in (record.RULES, record.BEYOND)}
    return json.dumps({"scenarios": list(CASES), **small})


def scenario(name):
    """Returns the log of each case of a scenario, as JSON."""
    logs = {}
    for parameters in CASES[name]:
        log = reference_loop.log_of(*record.case_program(name, parameters))
        logs[record.parameters_text(parameters)] = "\n".join(log)
    return json.dumps(logs)


def rule(name):
    """Returns the log of a small program."""
    return "\n".join(reference_loop.log_of(*record.small_program(record.RULES, name)))


def story(folder, name):
    """Returns the story of a small program."""
    return "\n".join(record.small_program_lines(record.HERE / folder, name))


def program(text):
    """Returns the log of a random program, to its end or to its deadlock."""
    forget_the_last_one()
    interpreter = Interpreter(json.loads(text)["program"])
    run, stuck = reference_loop.Run(__file__), None
    with run:
        try:
            run.to_the_end(interpreter.main())
        except reference_loop.Over:
            # The warnings of tasks that wait for ever do not belong to the log.
            stuck = run.log
            run.bury()
        except RecursionError:
            pass  # Tasks wait in a cycle, so `asyncio.run` raises this; the end of the loop drops them.
        vars(interpreter).clear()
    return "\n".join(stuck or run.log)
