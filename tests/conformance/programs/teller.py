"""Tells what CPython does with a random program, and writes such stories in few letters."""

import gc
import re
import sys
import warnings

from interpreter import Interpreter
from reference_loop import Deadlock, Story, VirtualLoop, run_to_the_end, stand_ins

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
    story = Story(__file__, collects=False)
    loop = VirtualLoop(story)
    interpreter = Interpreter(program, ran)
    with stand_ins(loop):
        try:
            run_to_the_end(loop, interpreter.main())
            lines = list(story.lines)
        except Deadlock:
            lines = [*story.lines, f"{loop.now:.3f} loop deadlock"]
        if any(not task.done() for task in story.tasks):
            bury(story, interpreter)
    loop.close()
    return [line for line in lines if line.split(" ", 3)[2] != "warned"]


def bury(story, interpreter):
    """Ends the coroutines that wait for ever; what they say to that is no part of the story."""
    for task in story.kept:
        task._log_destroy_pending = False
    del task
    story.kept.clear()
    vars(interpreter).clear()
    gc.collect()


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
