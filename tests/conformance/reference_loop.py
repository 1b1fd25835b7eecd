"""The reference event loop: CPython's own, on the recorder's virtual clock, and the story of a run.

`tell(main, file)` runs a coroutine function as `asyncio.run` would and returns its `Story`, which is
made from the log that the recorder (`src/python/loopscope.py`) writes. `docs/semantics.md`, section
"How a story is recorded", has the details.
"""

import asyncio
import itertools
import sys
from asyncio import runners
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2] / "src" / "python"))

from loopscope import HIDDEN, Over, Recorder, show, unescaped  # noqa: E402 (after the path is set)


class Deadlock(Exception):
    """No callback is ready and no timer is set: CPython would wait for ever.

    A wait for a thread counts too: threads run in real time, so a story has none.
    """


class Run:
    """A loop on the recorder's virtual clock, from `with` to its end.

    The time of a garbage collection is not defined in Python. A run keeps every task to its end, or,
    in a program that `collects`, collects garbage at the end of each callback.
    """

    def __init__(self, file, collects=False):
        self.pieces = []
        garbage = "each" if collects else "kept"
        self.recorder = Recorder(self.pieces.append, garbage=garbage, main_file=file, date=0, frames=False)
        # `asyncio.run` would have named the main task Task-1.
        self.recorder.names = itertools.count(2)

    def __enter__(self):
        self.recorder.install()
        self.loop = asyncio.new_event_loop()
        return self

    def __exit__(self, *_):
        try:
            self.recorder.collect()
            self.loop.close()
            # Collects what the end of the loop has dropped.
            self.recorder.collect()
        finally:
            self.recorder.uninstall()

    def to_the_end(self, coroutine):
        """Runs the coroutine in a task named "main", then ends the loop as `asyncio.run` does."""
        main = self.loop.create_task(coroutine, name="main")
        try:
            self.loop.run_until_complete(main)
        except (Exception, asyncio.CancelledError):
            pass  # The story already has a line for the end of main.
        runners._cancel_all_tasks(self.loop)
        self.loop.run_until_complete(self.loop.shutdown_asyncgens())
        self.loop.run_until_complete(self.loop.shutdown_default_executor())

    @property
    def log(self):
        """Returns the lines of the log so far."""
        self.recorder.flush()
        return "".join(self.pieces).splitlines()

    def unfinished(self):
        """Returns the names of the unfinished tasks, in the order of creation."""
        return [task.get_name() for task in self.recorder.kept if not task.done()]

    def bury(self):
        """Suppresses the warnings about tasks that wait for ever."""
        for task in self.recorder.kept:
            task._log_destroy_pending = False


def tell(main, file, collects=False):
    """Runs `main()` and returns its story."""
    return Story(log_of(main, file, collects))


def log_of(main, file, collects=False):
    """Runs `main()` and returns the lines of the recorder's log."""
    run = Run(file, collects)
    with run:
        try:
            run.to_the_end(main())
        except Over:
            run.bury()
            waiting = ", ".join(run.unfinished()) or "the exit of asyncio.run"
            raise Deadlock(
                f"deadlock at {run.recorder.now:.3f}: nothing is ready and no timer is set, "
                f"yet the run is unfinished (waiting: {waiting})"
            ) from None
    return run.log


def is_told(task):
    """Whether a task is in the story: all are, except asyncio's own at the end of a run."""
    return task._loopscope != HIDDEN


# From a log to a story.


class Story:
    """The events of one run, and the lines of the scenario's file at which each task waited."""

    def __init__(self, log):
        self.lines = []
        self.tasks = {}
        self.moment = (0.0, "-")
        for line in log[1:]:
            self.read(*line.split("\t"))

    def waits(self):
        """Returns, for each task that waited, its name and the source lines, in order."""
        return [(task.name, task.lines) for task in self.tasks.values() if task.lines]

    def read(self, time, number, _callback, kind, *fields):
        now = float(time) if time else self.moment[0]
        number = number or self.moment[1]
        self.moment = now, number
        if kind == "created":
            _, name, *_ = fields
            self.tasks[number] = Teller(name_from(name))
        teller = self.tasks.get(number) or Teller("loop")
        words = teller.tell(kind, *map(unescaped, fields))
        if words:
            self.lines.append(f"{now:.3f} {teller.name} {words}")


def name_from(text):
    """Returns a task's name: the program's, or asyncio's numbered one."""
    return unescaped(text[1:]) if text.startswith("=") else f"Task-{text}"


class Teller:
    """A task in a story."""

    def __init__(self, name):
        self.name = name
        self.started = False
        self.lines = []

    def tell(self, kind, *fields):
        """Returns the words for an event, or None if a story leaves it out."""
        match kind, fields:
            case "created", _:
                return "created"
            case "step", _ if not self.started:
                self.started = True
                return "started"
            case "renamed", (name,):
                self.name = name_from(name)
            case "suspended", (line, *_) if line:
                self.lines.append(int(line))
            case "blocked", (_, _, line) if line:
                self.lines.append(int(line))
            case "printed", (_, text, _):
                return f"printed {show(text.removesuffix(chr(10)))}"
            case "warned", (_, message):
                return f"warned {show(message)}"
            case "returned", (value,):
                return f"finished {value}"
            case "failed", (name, message):
                return f"failed {name}: {message}" if message else f"failed {name}"
            case "cancelled", _:
                return "cancelled"
        return None
