"""Tells what CPython does with a random program, and writes such stories in few letters."""

import re
import sys
import warnings

from interpreter import Interpreter
from reference_loop import Over, Run, Story

# What is said when the leavings of a run are cleared away is no part of its story.
warnings.simplefilter("ignore")
sys.unraisablehook = lambda _: None

# What a story's line says, and how a compact one begins.
SIGNS = {
    "created": "+",
    "started": ">",
    "printed ": ":",
    "finished ": "=",
    "failed ": "!",
    "cancelled": "~",
    "deadlock": "?",
}


def tell(program, ran=None):
    """The lines of CPython's story. asyncio's warnings are left out; `ran` counts what was run."""
    interpreter = Interpreter(program, ran)
    with Run(__file__) as run:
        end = []
        try:
            run.to_the_end(interpreter.main())
        except Over:
            end = [f"{run.recorder.now:.3f} loop deadlock"]
        lines = Story(run.log).lines + end
        run.bury()
        # What the tasks that wait for ever say to their end is no part of the story.
        vars(interpreter).clear()
    return [line for line in lines if line.split(" ", 3)[2] != "warned"]


def compact(lines):
    """The same in few letters: a time or a task is given where it is another than in the line before."""
    told, last_time, last_task = [], None, None
    for line in lines:
        time, task, what = line.split(" ", 2)
        word = next(word for word in SIGNS if what.startswith(word))
        told.append(
            ("" if time == last_time else f"@{re.sub(r'[.]?0+$', '', time) or '0'} ")
            + ("" if task == last_task else task)
            + SIGNS[word]
            + what[len(word):]
        )
        last_time, last_task = time, task
    return "\n".join(told)
