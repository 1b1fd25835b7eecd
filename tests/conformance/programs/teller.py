"""Records CPython's story of a random program, and writes such stories in a compact form."""

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

# The words of a story's line, and the sign of a compact line.
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
    """Returns the lines of CPython's story; `ran` counts the constructs that ran."""
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
            # Tasks wait for each other in a cycle, so `asyncio.run` raises this when it cancels the remaining tasks.
            end = [f'{run.recorder.now:.3f} loop warned "RecursionError: {TOO_DEEP}"']
        lines = Story(run.log).lines
        if not over:
            # Tasks that wait for ever warn when they are dropped, after the story's end.
            run.bury()
        vars(interpreter).clear()
    if over:
        # The story has the warnings of dropped tasks, but not of dropped futures: these depend on other references.
        end += [line for line in Story(run.log).lines[len(lines):] if " warned \"Task " in line]
    return in_order([simple(line) for line in lines + end if is_promised(line)])


TOO_DEEP = "maximum recursion depth exceeded"


def forget_the_last_one():
    """Collects the leftovers of the previous program, so that their warnings are not in the next story."""
    with redirect_stdout(io.StringIO()):
        gc.collect()


def in_order(lines):
    """Returns the lines with the warnings after the last task's end sorted, because their order is undefined."""
    last = len(lines)
    while last and lines[last - 1].split(" ", 3)[2] == "warned":
        last -= 1
    return lines[:last] + sorted(lines[last:])


def is_promised(line):
    """Whether a line's time is defined: not for a dropped future or a coroutine outside every task, which a traceback
    may keep alive."""
    return not re.search(r' warned "(Future|_GatheringFuture) exception| loop warned "RuntimeWarning: coroutine', line)


def simple(line):
    """Returns the line without the names of CPython's C functions, and without the task in a call's name."""
    line = line.replace(f"{TOO_DEEP} while calling a Python object", TOO_DEEP)
    line = re.sub(r"callback \S*\._on_timeout", "callback Timeout._on_timeout", line)
    line = re.sub(r'(warned "Exception in callback [^(<]*)\(.*"$', r'\1()"', line)
    return re.sub(r'callback <(_asyncio\.)?TaskStepMethWrapper.*"$', 'callback Task.task_wakeup()"', line)


def compact(lines):
    """Returns the compact form: a time or a task is left out if it equals that of the line before."""
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
