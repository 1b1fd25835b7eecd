"""Tells what CPython does with a random program, and writes such stories in few letters."""

import gc
import io
import logging
import re
import sys
from contextlib import redirect_stdout

from interpreter import Interpreter
from reference_loop import Over, Run, Story

sys.unraisablehook = lambda _: None
logging.getLogger("asyncio").disabled = True

# What a story's line says, and how a compact one begins.
SIGNS = {
    "created": "+",
    "started": ">",
    "printed ": ":",
    "finished ": "=",
    "failed ": "!",
    "cancelled": "~",
    "deadlock": "?",
    "warned ": "^",
}


def tell(program, ran=None):
    """The lines of CPython's story; `ran` counts what was run."""
    forget_the_last_one()
    interpreter = Interpreter(program, ran)
    run = Run(__file__)
    with run:
        end, over = [], True
        try:
            run.to_the_end(interpreter.main())
        except Over:
            end, over = [f"{run.recorder.now:.3f} loop deadlock"], False
        except RecursionError:
            # Tasks that wait in a circle: `asyncio.run` raises this when it cancels what is left.
            end = [f'{run.recorder.now:.3f} loop warned "RecursionError: {TOO_DEEP}"']
        lines = Story(run.log).lines
        if not over:
            # What the tasks that wait for ever say to their end is no part of the story.
            run.bury()
        vars(interpreter).clear()
    if over:
        # What a task says when it is let go is; what the program's own futures say hangs on who keeps them.
        end += [line for line in Story(run.log).lines[len(lines):] if " warned \"Task " in line]
    return in_order([simple(line) for line in lines + end if is_promised(line)])


TOO_DEEP = "maximum recursion depth exceeded"


def forget_the_last_one():
    """What a program before has left says nothing in the next one."""
    with redirect_stdout(io.StringIO()):
        gc.collect()


def in_order(lines):
    """The same, where the warnings after the last task's end have no order of their own."""
    last = len(lines)
    while last and lines[last - 1].split(" ", 3)[2] == "warned":
        last -= 1
    return lines[:last] + sorted(lines[last:])


def is_promised(line):
    """Not when a future is let go, or a coroutine outside of every task: a traceback may have kept it until then."""
    return not re.search(r' warned "(Future|_GatheringFuture) exception| loop warned "RuntimeWarning: coroutine', line)


def simple(line):
    """The line without what names CPython's C functions, and without the task in the name of a call."""
    line = line.replace(f"{TOO_DEEP} while calling a Python object", TOO_DEEP)
    line = re.sub(r"callback \S*\._on_timeout", "callback Timeout._on_timeout", line)
    line = re.sub(r'(warned "Exception in callback [^(<]*)\(.*"$', r'\1()"', line)
    return re.sub(r'callback <(_asyncio\.)?TaskStepMethWrapper.*"$', 'callback Task.task_wakeup()"', line)


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
