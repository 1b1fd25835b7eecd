"""Loopscope's recorder: runs an asyncio program and writes the log of what it did.

    python loopscope.py [options] program.py [arguments]   writes program.loopscope, in real time
    import loopscope; loopscope.record("run.loopscope")    the same, called by the program
    python loopscope.py --virtual --plain program.py       runs it in virtual time and prints its stdout

One file, for CPython 3.11 to 3.14 and for Pyodide; it imports only the standard library. The log's format is in
docs/log-format.md. asyncio's own classes stay in use: the recorder replaces a few of their functions, runs the loop's
iterations in its own `run_once`, and reads the rest from the tasks. It sets no trace function.

    recorder = Recorder(write, clock="virtual", date=1_700_000_000, seed=7)
    code = recorder.run_program(source, ["program.py"])

`write` is called with the log's text, in whole lines, at least every 50 ms of real time while events occur.

Recorder(write, *, ...):
    clock="virtual"    or "real"
    date=None          the start of `time.time()` in virtual time; by default the current time
    seed=None          seeds `random` before the program starts (virtual: also `uuid`, `os.urandom`, `Random()`)
    limits={}          the maximum of "events", of characters of "output" and of the "log", of seconds of logical "time"
    frames=True        whether the await chains are logged
    locals=False       whether the program's local variables are logged
    echo=False         whether the program's output is also written to the real stdout and stderr
    shows=False        whether Python's and asyncio's warnings are also written to the program's stderr, as in a terminal
    garbage=None       unreferenced tasks are collected as in Python; "kept": at the end; "each": after each callback
    alive=None         is called about every 50 ms of real time while the loop runs, even if nothing was logged
    on_end=None        is called once with the fields of the log's last line, after that line is written
    wait_outside=None  is called in virtual time before the run is declared stuck; returns true if something is ready

Methods for the other modules in this directory (network, input):
    install(), uninstall()          replace asyncio's functions and restore them; `run_program` does both
    add_file(name, label)           declares a file of the program (the main file has the label "")
    now                             the virtual time, in seconds from 0
    at(when, action)                calls `action()` at virtual time `when`, whether or not a loop runs
    waits_for(future, on)           sets what a task that awaits this future waits for, in the format of `suspended`
    request(url) -> number          logs a request as queued
    stage(number, stage, *fields)   logs the request's next stage
    log(task, kind, *fields)        logs any line; `task` is a number, or None for the running task
    stop(name, text)                ends the run by a limit: raises `Over`

A limit and a deadlock raise `Over`, a BaseException. The log's `end` line is written first, so a worker that runs the
recorder can be terminated at once. A program that catches every exception can go on computing, but nothing more is
logged, and each iteration of the loop, `print` and reading of the clock raises `Over` again.

Set PYTHONHASHSEED=0 for the interpreter; otherwise sets of strings have a different order in each run.
"""

import argparse
import ast
import asyncio
import atexit
import builtins
import collections
import concurrent.futures
import contextlib
import contextvars
import ctypes
import functools
import gc
import heapq
import inspect
import io
import itertools
import json
import linecache
import logging
import math
import os
import queue
import random
import re
import sys
import sysconfig
import threading
import time
import traceback
import types
import warnings
from asyncio import base_events, coroutines, events, format_helpers, futures, locks, queues, runners, taskgroups, tasks, timeouts

VERSION = 1
BATCH_SECONDS = 0.05
BATCH_LINES = 4000

# A callback that reads the clock more often than this is treated as a busy wait. See `Look` and `Recorder.look`.
BUSY_LOOKS = 200
STEPPING_LOOKS = 1000
LOOK_STEP = 1e-4  # seconds

CLOCK_RESOLUTION = 1e-9
DEFAULT_WORKERS = 32  # CPython's default is min(32, CPUs + 4), which differs between machines.
LONGEST_VALUE = 2000
# The most characters of an exception's message, and the deepest level of nested groups that is written out.
LONGEST_MESSAGE = 20_000
DEEPEST_GROUP = 50
LONGEST_NAME = 200

# Numbers as texts: in Pyodide, formatting a number takes longer than the rest of a line.
SMALL = {number: str(number) for number in range(1000)}
THREE_DIGITS = [f"{number:03}" for number in range(1000)]


def thousand(thousands):
    """Returns the texts of a thousand numbers."""
    if thousands == 0:
        return list(SMALL.values())
    text = str(thousands)
    return list(map(text.__add__, THREE_DIGITS))


def counted():
    """Returns an iterator over the texts of 1, 2, 3 and so on."""
    texts = itertools.chain.from_iterable(map(thousand, itertools.count()))
    next(texts)
    return texts


HERE = __file__
OURS = {HERE}  # Files whose frames are left out of tracebacks.
LIBRARY = os.path.dirname(os.__file__)
ASYNCIO = os.path.dirname(asyncio.__file__)
real_time = {name: getattr(time, name) for name in dir(time) if callable(getattr(time, name))}
real_print = builtins.print

# asyncio's own coroutines at the end of a run. Their tasks are not logged.
CLOSING = frozenset(["shutdown_asyncgens", "shutdown_default_executor"])

Future = asyncio.Future
Task = asyncio.Task
PyTask = tasks._PyTask
PY_STEPS = ("__step", "__wakeup")
Builtin = types.BuiltinFunctionType
MethodType = types.MethodType
Coroutine = types.CoroutineType
Generator = types.GeneratorType


def learn_callbacks():
    """Returns the type of the callback of a C task's first step, the name of its wakeup callback, and a C future's iterator."""
    callbacks = []

    class Loop:
        get_debug = is_running = lambda self: False
        call_soon = lambda self, callback, *_, **__: callbacks.append(callback)
        call_exception_handler = lambda self, context: None

    async def wait():
        await future

    loop = Loop()
    future = asyncio.Future(loop=loop)
    task = Task(wait(), loop=loop, name="")
    running = events._get_running_loop()
    events._set_running_loop(loop)  # Since 3.14 a task takes steps in the running loop only.
    try:
        callbacks[0]()
        future.cancel()
        callbacks[1](future)
    finally:
        events._set_running_loop(running)
    return type(callbacks[0]), callbacks[1].__name__, type(iter(future))


Step, WAKEUP, FutureIterator = learn_callbacks()


class Over(BaseException):
    """Ends the run: a limit was reached, or nothing can run any more."""


# The installed recorder. At most one is installed.
active = None


# A task's stage. A task's number is an attribute of the task; its other data is in lists, indexed by that number. Thus
# the recorder refers to no task: an unreferenced task can be collected, and the collector has no more objects to visit.
MADE, STARTED, ENDED = range(3)

# Added to the number of an event that follows all others of its time.
FOLLOWS = 1 << 60

# The number of a task that is not logged.
HIDDEN = -1


class Job:
    """A function that runs in a worker in virtual time. See `Recorder.hand_over`."""

    __slots__ = ("number", "parts", "computed", "thread")

    def __init__(self, number, thread, began):
        self.number = number
        self.parts = collections.deque([Part(began)])
        self.computed = 0.0
        self.thread = thread

    def part(self, now):
        """Returns the part of the function that runs now: it begins where the function slept or computed last."""
        if self.parts[-1].when != now:
            self.parts.append(Part(now))
        return self.parts[-1]


class Part:
    """What a worker's function does between two sleeps, to be done when the loop's time has come to `when`."""

    __slots__ = ("when", "follows", "actions", "handles")

    def __init__(self, when, follows=False):
        self.when = when
        self.follows = follows  # Whether it begins because of what another worker does at that time.
        self.actions = []  # functions without arguments: they log, start workers, or end the function
        self.handles = []  # what it put into the loop's ready queue by `call_soon_threadsafe`


class Parts:
    """The parts of a worker's function that are still to come. In virtual time only one worker goes on at a time, and only
    while the loop has nothing to run. A part gets its number, which orders it among timers of equal time, when the one
    before is done, as a sleeping thread would."""

    __slots__ = ("recorder", "parts")

    def __init__(self, recorder, parts):
        self.recorder, self.parts = recorder, parts

    def go_on(self):
        """Does the next part in the running callback."""
        part = self.parts.popleft()
        for action in part.actions:
            action()
        job = self.recorder.job
        for handle in part.handles:
            if job is None:
                handle._loop._ready.append(handle)
            else:
                job.part(self.recorder.now).handles.append(handle)
        self.plan()

    def put_into(self, loop):
        """Does the next part as a callback of the loop."""
        part = self.parts.popleft()
        if part.actions:
            loop._ready.append(events.Handle(self.do, (part.actions,), loop, None))
        loop._ready.extend(part.handles)
        if not part.actions:
            self.plan()

    def do(self, actions):
        recorder = self.recorder
        recorder.arriving = True
        try:
            for action in actions:
                action()
        finally:
            recorder.arriving = False
        self.plan()

    def plan(self):
        """Puts the next part among the events from outside the loop."""
        recorder = self.recorder
        if self.parts and (recorder.job is None or recorder.pumping):
            recorder.at(self.parts[0].when, self, self.parts[0].follows)
        elif self.parts:
            recorder.job.part(recorder.now).actions.append(self.plan)


# Text.

UNSAFE = re.compile("[\\\\\x00-\x1f\x7f-\x9f\ud800-\udfff]")
ESCAPES = {"\\": "\\\\", "\t": "\\t", "\n": "\\n", "\r": "\\r"}


def escaped(text):
    return UNSAFE.sub(escape, text)


def escape(match):
    character = match[0]
    return ESCAPES.get(character) or f"\\u{{{ord(character):x}}}"


def name_of(task):
    """Returns a task's name as it is logged."""
    name = task.get_name()
    return "=" + escaped(name if len(name) <= LONGEST_NAME else name[: LONGEST_NAME - 1] + "…")


class Enough(Exception):
    """Raised when a value's text has its maximum length, so that no more of the value is read."""


def show(value):
    """Returns a value as it is logged: Python's repr, but strings in JSON's double quotes, also inside containers."""
    parts = []
    try:
        write_value(value, parts)
    except Enough:
        return "".join(parts)[: LONGEST_VALUE - 1] + "…"
    except Exception as error:
        return f"<{type(value).__name__} whose repr raises {type(error).__name__}>"
    text = "".join(parts)
    return text if len(text) <= LONGEST_VALUE else text[: LONGEST_VALUE - 1] + "…"


def write_value(value, parts):
    """Adds a value's text to `parts`, up to a limit: the text of nested lists can double with each level."""
    if len(parts) > LONGEST_VALUE:
        raise Enough
    match value:
        case str():
            parts.append(json.dumps(value[: LONGEST_VALUE + 1], ensure_ascii=False))
        case BaseException():
            parts.append(exception_text(type(value).__name__, message_of(value)))
        case list() if type(value) is list:
            write_items("[", value, "]", parts)
        case tuple() if type(value) is tuple:
            write_items("(", value, ",)" if len(value) == 1 else ")", parts)
        case dict() if type(value) is dict:
            parts.append("{")
            for place, (key, item) in enumerate(value.items()):
                if place:
                    parts.append(", ")
                write_value(key, parts)
                parts.append(": ")
                write_value(item, parts)
            parts.append("}")
        case _:
            parts.append(repr(value))


def write_items(left, values, right, parts):
    parts.append(left)
    for place, value in enumerate(values):
        if place:
            parts.append(", ")
        write_value(value, parts)
    parts.append(right)


def exception_text(name, message):
    return f"{name}: {message}" if message else name


def message_of(error):
    parts = []
    write_message(error, parts, 0)
    return "".join(parts)


def write_message(error, parts, depth):
    """Adds an exception's message. Groups may be nested without limit, and one exception may be in many of them."""
    try:
        message = str(error)
    except Exception:
        message = ""
    parts.append(message if len(message) <= LONGEST_MESSAGE else message[: LONGEST_MESSAGE - 1] + "…")
    if not isinstance(error, BaseExceptionGroup):
        return
    if depth >= DEEPEST_GROUP:
        parts.append(" [...]")
        return
    for place, other in enumerate(error.exceptions):
        parts.append(", " if place else " [")
        if sum(map(len, parts)) > LONGEST_VALUE:
            parts.append("…")
            break
        parts.append(f"{type(other).__name__}: ")
        before = len(parts)
        write_message(other, parts, depth + 1)
        if not any(parts[before:]):
            parts[before - 1] = type(other).__name__
    parts.append("]")


def shortened(value, depth=2):
    """Returns a short text for a local variable's value, without calling the program's methods."""
    kind = type(value)
    if kind in (int, float, bool, complex, type(None)):
        text = repr(value) if kind is not int or value.bit_length() < 4000 else "a large int"
    elif kind in (str, bytes):
        text = repr(value if len(value) <= 60 else value[:60])
        return text if len(value) <= 60 else text + "…"
    elif kind in (list, tuple, set, frozenset) and depth:
        left, right = {list: "[]", tuple: "()"}.get(kind, "{}")
        some = [shortened(item, depth - 1) for item in itertools.islice(value, 6)]
        text = left + ", ".join(some) + (", …" if len(value) > 6 else "") + right
    elif kind is dict and depth:
        some = [f"{shortened(key, depth - 1)}: {shortened(item, depth - 1)}"
                for key, item in itertools.islice(value.items(), 6)]
        text = "{" + ", ".join(some) + (", …" if len(value) > 6 else "") + "}"
    elif isinstance(value, Task):
        text = f"<Task {value.get_name()}>"
    elif kind in (types.FunctionType, types.MethodType, types.CoroutineType) or isinstance(value, type):
        text = f"<{value.__name__}>" if isinstance(value, type) else f"<{kind.__name__} {value.__name__}>"
    elif kind is types.ModuleType:
        text = f"<module {value.__name__}>"
    else:
        text = f"<{kind.__name__}>"
    return text if len(text) <= 120 else text[:119] + "…"


# Replacing functions.


class Patches:
    """Replaces attributes, and keeps the originals so that they can be restored."""

    def __init__(self):
        self.undo = []

    def put(self, owner, name, value):
        """Replaces an attribute of a module, an object, or a class written in Python."""
        there = name in vars(owner)
        old = vars(owner).get(name)
        setattr(owner, name, value)
        self.undo.append(lambda: setattr(owner, name, old) if there else delattr(owner, name))

    def put_in_type(self, kind, name, value):
        """Replaces a method of a class written in C. The class itself is read-only, but the dict behind it is not."""
        methods = gc.get_referents(kind.__dict__)[0]
        old = methods[name] if name in methods else None

        def put(value):
            if value is None:
                del methods[name]
            else:
                methods[name] = value
            ctypes.pythonapi.PyType_Modified(ctypes.py_object(kind))

        put(value)
        self.undo.append(lambda: put(old))
        return put

    def put_back(self):
        while self.undo:
            self.undo.pop()()


class Recorder:
    """Records one run. See the module's docstring."""

    # Slots are fast to access. Without them, an object with more than thirty attributes keeps them in a dict.
    __slots__ = (
        "alive", "arriving", "asked", "asked_in", "behalf", "callback", "cancels", "chains", "codes", "computed", "computing",
        "date", "digits", "echo", "events", "files", "flushed", "folder", "fresh", "garbage", "guard", "has_ended", "here",
        "hides", "hint", "job", "kept", "last_callback", "last_now", "last_number", "last_when", "left",
        "limits", "lines", "locals", "looks", "main_file", "maker", "names", "new_iteration", "now", "number",
        "on_end", "origin", "output", "outside", "over", "passing_on", "patches", "places", "plain", "pumping", "requests",
        "resources", "roles", "room", "roots", "same", "seed", "sequence", "shown", "spare", "stages", "stepping", "tells_frames",
        "tells_locals", "tasks", "told", "together", "turns", "unusual", "virtual", "wait_outside", "write", "written",
    )

    def __init__(self, write, *, clock="virtual", date=None, seed=None, limits=None, frames=True, locals=False,
                 echo=False, shows=False, garbage=None, alive=None, on_end=None, wait_outside=None, main_file="program.py"):
        self.write = write
        self.virtual = clock == "virtual"
        self.date = real_time["time"]() if date is None else float(date)
        self.seed = seed
        self.limits = dict(limits or {})
        self.tells_frames = frames
        self.tells_locals = locals
        self.echo = echo
        self.shown = set() if shows else None  # Python's warnings that stderr has.
        self.garbage = garbage
        self.alive = alive
        self.on_end = on_end
        self.wait_outside = wait_outside
        self.main_file = main_file
        self.files = {main_file: ""}
        self.folder = None  # Files in this folder are files of the program, too.
        self.patches = Patches()
        self.now = 0.0
        self.origin = 0.0  # The loop clock's value at the log's time 0.
        self.unusual = not self.virtual  # Whether `note` must call `note_slowly`.
        self.lines = []
        self.room = BATCH_LINES
        self.events = 0
        self.written = 0
        self.output = 0
        self.flushed = real_time["monotonic"]()
        self.same = None  # The last line's task number, if the next line can share its time and callback.
        self.last_now = self.last_number = self.last_callback = None  # The last line's values, while `same` is None.
        self.plain = False  # Whether a step's line can share the last line's time, and only that line is to be logged.
        self.callback = "0"  # The number of the last callback, as text.
        self.turns = counted()  # The numbers of the next ones.
        self.new_iteration = True
        self.over = None
        self.ended = False  # A property, defined below.
        self.tasks = 0  # How many tasks have a number. The lists below have space for a thousand more at a time.
        self.stages = bytearray()  # Each task's stage, by its number.
        self.places = []  # The line at which each task was last suspended, by its number.
        self.roots = []  # The role of each task's coroutine, or None if `suspend` must inspect all coroutines.
        self.digits = []  # The numbers of tasks as texts.
        self.extend()
        self.chains = {}
        self.roles = dict(ROLES)  # See `ROLES` and `learn_code`. By a code object's `id`, since hashing code is slow.
        self.codes = []
        self.locals = {}
        self.names = counted()
        self.resources = 0
        self.requests = []  # Each request's task number.
        self.kept = []
        self.hides = False  # Whether there is a task with the number HIDDEN.
        self.cancels = False  # Whether any task was ever requested to cancel.
        self.fresh = None  # The handle of the first step of the task being created.
        self.spare = None  # A step's handle that can be reused.
        self.sequence = itertools.count()
        self.outside = []  # A heap of (when, number, action): events from outside the loops.
        self.stepping = None  # The task whose step is running.
        self.number = None  # That task's number, if its step is an ordinary one; else None, and `who` finds it.
        # Whether the end of that step has been logged. None if it has not, and the step ended with a bare `yield`.
        self.left = False
        self.together = None  # The line at which a running `gather` creates tasks.
        self.maker = None  # For the task being created: its parent, its line, and whether asyncio numbers its name.
        self.behalf = None  # The timeout or group for which a callback requests cancellations, in the log's format.
        self.passing_on = False  # Whether a cancellation request is being passed on to what a task waits for.
        self.asked_in, self.asked = "", set()  # The last callback with logged cancellation requests, and their tasks.
        self.last_when = 0.0
        self.hint = None
        self.looks = 0
        self.computing = None
        self.computed = 0.0
        self.job = None
        self.pumping = False  # Whether a worker that waits lets other workers go on.
        self.arriving = False  # Whether a callback of the loop does a part of a worker's function.
        self.here = threading.local()  # The number of the task whose job a real thread runs.
        self.guard = threading.RLock()

    # The log.

    def clock(self):
        return self.now if self.virtual else round(real_time["monotonic"]() - self.origin, 6)

    def begin(self):
        fields = {"python": sys.version.split()[0], "clock": "virtual" if self.virtual else "real",
                  "file": os.path.basename(self.main_file), "date": repr(self.date)}
        if self.seed is not None:
            fields["seed"] = str(self.seed)
        words = [f"{name}={escaped(value)}" for name, value in fields.items()]
        self.lines.append("\t".join(["loopscope", str(VERSION), *words]) + "\n")
        self.flush()

    def note(self, number, what):
        """Appends the line `what` for the task with this number; "-" means no task."""
        # A field is left empty if it equals that of the line before.
        if number == self.same:
            self.lines.append(f"\t\t\t{what}\n")
        elif self.same is not None:
            self.same = number
            self.lines.append(f"\t{number}\t\t{what}\n")
        elif self.unusual:
            self.note_slowly(number, what)
            return
        else:
            if self.now != self.last_now:
                self.lines.append(f"{self.now!r}\t{number}\t{self.callback}\t{what}\n")
            elif self.callback != self.last_callback:
                self.lines.append(f"\t{number}\t{self.callback}\t{what}\n")
            elif number == self.last_number:
                self.lines.append(f"\t\t\t{what}\n")
            else:
                self.lines.append(f"\t{number}\t\t{what}\n")
            self.last_now, self.same = self.now, number
        if len(self.lines) >= self.room:
            self.make_room()

    def part(self):
        """Makes the next line state its time and callback again, unless they equal those of the last line."""
        if self.same is not None:
            self.last_number, self.last_callback, self.same = self.same, self.callback, None

    def note_slowly(self, number, what):
        """Like `note`, for the slower cases: real time, workers, computing, and after the run's end."""
        if self.ended:
            return
        if self.computing is not None:
            self.tell_computing()
        if self.job is not None:
            self.job.part(self.now).actions.append(functools.partial(self.note, number, what))
        elif self.virtual:
            self.put_line(self.now, number, what)
        else:
            with self.guard:
                self.put_line(self.clock(), number, what)

    def put_line(self, now, number, what):
        self.last_now, self.last_number, self.last_callback = now, number, self.callback
        self.same = None
        self.lines.append(f"{now!r}\t{number}\t{self.callback}\t{what}\n")
        if len(self.lines) >= self.room:
            self.make_room()

    @property
    def ended(self):
        """Whether the log's last line has been written."""
        return self.has_ended

    @ended.setter
    def ended(self, ended):
        self.has_ended = ended
        self.plain = False
        self.unusual = self.unusual or ended
        self.part()

    def be_usual(self):
        self.plain = False
        self.part()
        self.unusual = self.ended or self.computing is not None or self.job is not None or not self.virtual

    def beside(self, what):
        """Appends a line with more detail about the line before."""
        if not self.ended and self.job is None:
            self.lines.append(f"\t\t\t{what}\n")

    def make_room(self):
        """Checks the limit of events, then writes the pending lines."""
        most = self.limits.get("events")
        if most is not None and self.events + len(self.lines) >= most:
            self.stop("events", f"{most} events")
        self.flush()

    def flush(self):
        self.flushed = real_time["monotonic"]()
        if self.lines:
            self.events += len(self.lines)
            text = "".join(self.lines)
            self.lines.clear()
            self.write(text)
            self.written += len(text)
            most = self.limits.get("log")
            if most is not None and self.written > most and self.over is None and not self.ended:
                self.stop("log", f"{most} characters of log")
        most = self.limits.get("events")
        self.room = BATCH_LINES if most is None else max(1, min(BATCH_LINES, most - self.events))

    def breathe(self):
        """Writes the pending lines if the last write was at least `BATCH_SECONDS` ago."""
        if real_time["monotonic"]() - self.flushed >= BATCH_SECONDS:
            self.flush()
            if self.alive is not None:
                self.alive()

    def log(self, task, kind, *fields):
        number = self.who() if task is None else task
        self.note(number, "\t".join([kind, *(escaped(str(field)) for field in fields)]))

    def end(self, how, text="", line=""):
        """Writes the log's last line."""
        if self.ended:
            return
        self.job = None
        self.be_usual()
        self.note("-", f"end\t{how}\t{escaped(text)}\t{line}")
        self.ended = True
        self.flush()
        if self.on_end is not None:
            self.on_end(how, text, line)

    def stop(self, name, text, how="limit"):
        """Logs the end of the run and raises `Over`."""
        if self.over is None:
            line = self.line_of(sys._getframe(1)) or self.last_line()
            self.over = Over(text)
            if how == "limit":
                self.lines.append(f"{self.clock()!r}\t-\t{self.callback}\tend\tlimit\t{name}\t{escaped(text)}\t{line}\n")
                self.ended = True
                self.flush()
                if self.on_end is not None:
                    self.on_end("limit", f"{name}\t{text}", line)
            else:
                self.end(how, text, line)
        raise self.over

    def last_line(self):
        number = number_of(self.stepping)
        return self.places[number] if number is not None and number >= 0 else ""

    def tell_computing(self):
        began, line, number = self.computing
        self.computing = None
        self.be_usual()
        if self.job is None and self.now > began:
            # Nothing was logged since `began`, so a line with that earlier time is still in order.
            self.put_line(began, number, f"blocked\t{self.now!r}\tcomputes\t{line}")

    # Lines of the program.

    def add_file(self, name, label):
        while self.codes:
            del self.roles[id(self.codes.pop())]
        self.roots = [None] * len(self.roots)
        self.files[name] = label and label + ":"

    def label(self, name):
        """Returns the prefix of line numbers in this file; None if it is not a file of the program."""
        try:
            return self.files[name]
        except KeyError:
            label = None
            if self.folder is not None and name.startswith(self.folder) and "site-packages" not in name:
                label = name[len(self.folder):].replace(os.sep, "/") + ":"
            if name.startswith(LIBRARY + os.sep) or name == HERE:
                label = None
            self.files[name] = label
            return label

    def line_of(self, frame):
        """Returns the line of the innermost frame of the program among this frame and its callers."""
        roles = self.roles
        while frame is not None:
            code = frame.f_code
            try:
                role = roles[id(code)]
            except KeyError:
                role = self.learn_code(code)
            if type(role) is dict:
                place = frame.f_lasti
                return role[place] if place in role else self.learn_line(role, frame)
            frame = frame.f_back
        return ""

    def learn_code(self, code):
        """Sets a code object's role: a dict from bytecode offset to line for the program's code, None for a library's."""
        self.codes.append(code)  # Keeps the code alive, so that its `id` stays unique.
        role = self.roles[id(code)] = None if self.label(code.co_filename) is None else {}
        return role

    def learn_line(self, lines, frame):
        """Returns the line of a frame of the program, and caches it, because `f_lineno` is slow."""
        line = lines[frame.f_lasti] = f"{self.label(frame.f_code.co_filename)}{frame.f_lineno}"
        return line

    def made_by_program(self, frame):
        """Whether this frame creates an object for the program, and not for a library's own use."""
        for _ in range(6):
            if frame is None:
                return False
            name = frame.f_code.co_filename
            if self.label(name) is not None:
                return True
            if name.startswith(ASYNCIO) or name == HERE or "site-packages" in name:
                return False
            frame = frame.f_back
        return False

    # Tasks.

    def current(self):
        """Returns the running task's number, or None."""
        loop = events._get_running_loop()
        task = tasks.current_task(loop) if loop is not None else None
        if task is None:
            return None
        number = number_of(task)
        if number is None:
            number = self.adopt(task)
            if number >= 0:
                self.stages[number] = STARTED
                self.note(number, "step")
        return number

    def who(self):
        """Returns the number of the task to which the next line belongs, or "-"."""
        if self.number is not None:
            return self.number
        if self.job is not None:
            return self.job.number
        if not self.virtual and hasattr(self.here, "number"):
            return self.here.number
        number = self.current()
        return "-" if number is None or number < 0 else number

    def adopt(self, task):
        """Starts to record a task that the loop's `create_task` did not create, or has not yet returned."""
        parent, line, _ = self.maker or ("", self.line_of(sys._getframe(1)), None)
        name = task.get_name()
        numbered = re.fullmatch(r"Task-\d+", name) is not None
        if numbered and self.maker is None:
            name = f"Task-{next(self.names)}"
            ORIGINAL["set_name"](task, name)
        return self.enter(task, parent, name[5:] if numbered else name_of(task), line, task.get_coro())

    def enter(self, task, parent, name, line, coroutine):
        """Gives a task its number, and logs its creation."""
        root = None
        if type(coroutine) is Coroutine:
            function = coroutine.__name__
            if not self.tells_locals:
                code = coroutine.cr_code
                try:
                    root = self.roles[id(code)]
                except KeyError:
                    root = self.learn_code(code)
        else:
            function = getattr(coroutine, "__name__", "")
        if root is None and function in CLOSING:
            task._loopscope = HIDDEN
            self.hides = True
            return HIDDEN
        number = task._loopscope = self.tasks
        self.tasks = number + 1
        digits = self.digits
        if number == len(digits):
            self.extend()
        if root is not None:
            self.roots[number] = root
        if self.garbage == "kept":
            self.kept.append(task)
        lines = self.lines
        if self.same is not None and len(lines) < self.room - 1:
            # `note` inlined, for speed: one step may create many tasks.
            self.same = number
            lines.append(f"\t{digits[number]}\t\tcreated\t{parent}\t{name}\t{line}\t{function}\n")
        else:
            self.note(number, f"created\t{parent}\t{name}\t{line}\t{function}")
        return number

    def extend(self):
        """Makes space for a thousand more tasks."""
        self.digits += thousand(len(self.digits) // 1000)
        self.stages += bytes(1000)
        self.places += [""] * 1000
        self.roots += [None] * 1000

    def begin_cancelled(self, number):
        """Logs a step that starts with a thrown cancellation. A task that has not started cannot get one."""
        if self.stages[number] == STARTED:
            self.note(number, "step")
            self.note(number, f"thrown\t{self.places[number]}")

    def leave(self, task, number):
        """Logs the end of a step: the task has ended, or it waits."""
        if number < 0 or self.left:
            return
        self.left = True
        if not task.done():
            self.suspend(task, number, task._fut_waiter)
        elif self.stages[number] != ENDED:
            self.finish(task, number)

    def finish(self, task, number):
        self.left = True
        self.stages[number] = ENDED
        if task.cancelled():
            self.note(number, "cancelled")
            return
        # Reads the fields, because `exception()` would mark the exception as retrieved.
        error = task._exception
        if error is None:
            value = task._result
            if value is not None:
                self.note(number, f"returned\t{escaped(show(value))}")
            elif number == self.same:
                self.lines.append("\t\t\treturned\tNone\n")
            elif self.same is not None:
                self.same = number
                self.lines.append(f"\t{self.digits[number]}\t\treturned\tNone\n")
            else:
                self.note(number, "returned\tNone")
            return
        self.note(number, f"failed\t{escaped(type(error).__name__)}\t{escaped(message_of(error))}")
        if self.tells_frames:
            self.tell_traceback(error)

    def tell_traceback(self, error):
        words, trace = [], error.__traceback__
        while trace is not None:
            label = self.label(trace.tb_frame.f_code.co_filename)
            if label is not None:
                words.append(f"{trace.tb_frame.f_code.co_name}:{label}{trace.tb_lineno}")
            trace = trace.tb_next
        if words:
            self.beside("traceback\t" + "\t".join(map(escaped, words[-30:])))

    def suspend(self, task, number, future):
        """Logs that the task waits: for what, at which line, and within which functions. Its step ended with this future,
        or with a bare `yield`."""
        # The fast path: the task's coroutine has the role `Leaf`, or it is one of the program that awaits a `Leaf`.
        root = self.roots[number]
        same = self.same
        if same is None or root is None:
            return self.suspend_somewhere(task, number, future)
        if type(root) is dict:
            coroutine = task.get_coro()
            inner = coroutine.cr_await
            if type(inner) is not Coroutine:
                return self.suspend_somewhere(task, number, future)
            code = inner.cr_code
            leaf = SLEEPS if code is SLEEP else self.roles.get(id(code))
            if type(leaf) is not Leaf:
                return self.suspend_somewhere(task, number, future)
            frame = coroutine.cr_frame
            try:
                line = root[frame.f_lasti]
            except KeyError:
                line = self.learn_line(root, frame)
            self.places[number] = line
        else:
            leaf, line = root, ""
        on = "yield" if future is None else self.hint if leaf is ACQUIRE else leaf.tell(self)
        lines = self.lines
        if number == same:
            lines.append(f"\t\t\tsuspended\t{line}\t{on}\n")
        else:
            self.same = number
            lines.append(f"\t{self.digits[number]}\t\tsuspended\t{line}\t{on}\n")
        if len(lines) >= self.room:
            self.make_room()

    def suspend_somewhere(self, task, number, future):
        """Like `suspend`, for an await chain of any depth."""
        line, place, chain, waits, leaf = "", None, None, None, None
        coroutine = task.get_coro()
        roles = self.roles
        while coroutine is not None:
            kind = type(coroutine)
            if kind is Coroutine:
                code = coroutine.cr_code
            elif kind is FutureIterator:
                break
            elif kind is Generator:
                code = coroutine.gi_code
            elif kind is types.AsyncGeneratorType:
                code = coroutine.ag_code
            else:
                coroutine = hidden_awaitable(coroutine)
                continue
            try:
                role = roles[id(code)]
            except KeyError:
                role = self.learn_code(code)
            if role is not None:
                if type(role) is dict:
                    if place is not None:
                        chain = chain or [place]
                        chain.append(coroutine)
                    place, lines, waits = coroutine, role, None
                elif type(role) is Leaf:
                    leaf = role
                    break
                elif waits is None:
                    waits = role, coroutine
            coroutine = (coroutine.cr_await if kind is Coroutine else coroutine.gi_yieldfrom if kind is Generator
                         else coroutine.ag_await)
        if place is not None:
            frame = place.cr_frame if type(place) is Coroutine else frame_of(place)
            at = frame.f_lasti
            line = self.places[number] = lines[at] if at in lines else self.learn_line(lines, frame)
        if future is None:
            on = "yield"
        elif leaf is not None:
            on = self.hint if leaf is ACQUIRE else leaf.tell(self)
        else:
            on = self.waited_for(future, waits)
        if number == self.same and len(self.lines) < self.room - 1:
            self.lines.append(f"\t\t\tsuspended\t{line}\t{on}\n")
        else:
            self.note(number, f"suspended\t{line}\t{on}")
        if chain is not None or number in self.chains:
            self.roots[number] = None  # The fast path logs no chain, so the next suspension must not take it.
            self.tell_frames(number, chain or [place])
        if self.tells_locals and place is not None:
            self.tell_locals(number, chain or [place])

    def place(self, coroutine):
        frame = coroutine.cr_frame if type(coroutine) is Coroutine else frame_of(coroutine)
        return f"{self.files[frame.f_code.co_filename]}{frame.f_lineno}"

    def tell_frames(self, number, chain):
        """Logs the await chain if it differs from the one at the task's last suspension."""
        if not self.tells_frames or chain[0] is None:
            return
        chain = chain if len(chain) < 60 else chain[:30] + chain[-30:]
        words = "\t".join([f"{frame_of(coroutine).f_code.co_name}:{self.place(coroutine)}" for coroutine in chain])
        if words != self.chains.get(number):
            self.chains[number] = words
            self.beside("frames\t" + words)

    def tell_locals(self, number, chain):
        known = self.locals.get(number, {})
        self.locals[number] = told = {}
        for depth, coroutine in enumerate(chain[:60]):
            frame = frame_of(coroutine)
            code = frame.f_code
            if code.co_name == "<module>":
                continue  # The module's locals are its globals, with its classes and imports.
            now = told[depth, code] = {name: shortened(value) for name, value in frame.f_locals.items()}
            before = known.get((depth, code), {})
            changed = [(name, text) for name, text in now.items() if before.get(name) != text]
            changed += [(name, "") for name in before if name not in now]
            if changed:
                words = [escaped(word) for pair in changed for word in pair]
                self.beside(f"locals\t{depth}\t" + "\t".join(words))

    def waited_for(self, future, waits):
        """Returns what a task waits for, in the format of `suspended`. `waits` is a pair or None: the role and the
        coroutine of the outermost asyncio coroutine with a role between the program and the future."""
        told = getattr(future, "_loopscope_on", None)
        if told is not None:
            return told
        if isinstance(future, (Task, PyTask)):
            number = number_of(future)
            return "future" if number is None or number < 0 else f"task\t{number}"
        if type(future) is tasks._GatheringFuture:
            return self.many("gather", future._children)
        if waits is not None:
            return waits[0](self, waits[1])
        shields = self.shields(future)
        return f"tasks\tshield\t{','.join(map(str, shields))}" if shields else "future"

    def turn_at(self, thing, method):
        number = getattr(thing, "_loopscope", None)
        return "future" if number is None else f"resource\t{number}\t{method}"

    def many(self, by, waited):
        numbers = []
        for future in waited:
            self.add_tasks(numbers, future)
        return f"tasks\t{by}\t{','.join(map(str, numbers))}"

    def add_tasks(self, numbers, future):
        number = number_of(future)
        if number is not None:
            numbers.append(number)
        elif type(future) is tasks._GatheringFuture:
            for child in future._children:
                self.add_tasks(numbers, child)
        else:
            numbers.extend(self.shields(future))

    def shields(self, future):
        """Returns the tasks that a future of `asyncio.shield` protects. They are stored when the future is created,
        because they cannot be found once it is cancelled."""
        numbers = getattr(future, "_loopscope_shields", None)
        if numbers is None:
            numbers, inner = [], shielded(future)
            if inner is not None:
                self.add_tasks(numbers, inner)
        return numbers

    def ready(self, task, number):
        """Logs that a task's next step was put into the ready queue, because what it waited for is done."""
        if task is self.stepping:
            self.leave(task, number)
        elif self.cancels:
            self.tell_handed_back()
        self.note(number, "ready")

    def asked_to_cancel(self, task, passed_on):
        self.cancels, self.plain = True, False
        number = number_of(task)
        if number is None or number < 0 or task.done():
            return
        # A chain or a cycle of waits may pass on one request many times in a callback. It is logged once.
        if self.asked_in != self.callback:
            self.asked_in, self.asked = self.callback, set()
        if passed_on and number in self.asked:
            return
        self.asked.add(number)
        self.tell_handed_back()
        current = self.current()
        asker = f"task\t{current}" if current is not None and current >= 0 else self.behalf or "loop"
        self.note(number, f"cancel\t{asker}")

    def tell_handed_back(self):
        """Logs the end of the running step, if its coroutine is already suspended when a cancellation is requested."""
        task = self.stepping
        if task is not None and not self.left and getattr(task.get_coro(), "cr_suspended", False):
            self.leave(task, number_of(task))

    # Callbacks.

    def count_callback(self):
        if self.same is not None:
            self.last_number, self.last_callback, self.same = self.same, self.callback, None
        self.callback = next(self.turns)
        if self.new_iteration:
            self.tell_iteration()

    def tell_iteration(self):
        self.new_iteration = False
        self.note("-", "iteration")

    # Virtual time.

    def at(self, when, action, follows=False):
        event = when, next(self.sequence) + (FOLLOWS if follows else 0), action
        heapq.heappush(self.outside, event)
        return event

    def come_to(self, when):
        """Advances virtual time to `when`."""
        if when > self.now:
            self.now = when
            self.plain = False
            self.part()
            most = self.limits.get("time")
            if most is not None and when > most:
                self.now = most
                self.stop("time", f"{most} seconds of logical time")

    def pass_until(self, when):
        """Blocks the thread until `when`. Events from outside the loop still happen meanwhile."""
        while self.outside and self.outside[0][0] <= when:
            self.next_outside()
        self.come_to(when)

    def next_outside(self):
        when, _, action = heapq.heappop(self.outside)
        self.come_to(when)
        if type(action) is Parts:
            action.go_on()
        else:
            action()

    def call_outside(self, loop):
        """Puts the next event from outside the loop into the ready queue."""
        action = heapq.heappop(self.outside)[2]
        if type(action) is Parts:
            action.put_into(loop)
        else:
            loop._ready.append(events.Handle(action, (), loop, None))

    def pump_in_job(self, enough, limit, waited):
        """Lets the other workers go on until `enough()`, while the running worker waits. Returns whether it is enough.
        Other workers may have ended `waited` already, at times to which this one has not come."""
        outer, self.pumping = self.pumping, True
        try:
            while not enough():
                when = min([thing._loopscope_ended for thing in waited if thing._loopscope_ended > self.now], default=None)
                event = None
                if when is None or any(thing._loopscope_ended == -math.inf for thing in waited):
                    # A function of a module waits for the loop, which cannot run now.
                    event = min([event for event in self.outside if type(event[2]) is not types.FunctionType], default=None)
                first = when if event is None else event[0] if when is None else min(when, event[0])
                if first is None or limit is not None and first > limit:
                    return False
                if first == when:
                    self.wait_in_job(when, follows=True)
                    continue
                self.outside.remove(event)
                heapq.heapify(self.outside)
                if event[0] > self.now:
                    self.wait_in_job(event[0])
                action = event[2]
                if type(action) is Parts:
                    action.go_on()
                else:
                    action()
        finally:
            self.pumping = outer
        return True

    def wait_in_job(self, when, follows=False):
        """Advances the running worker's time. Its function goes on in another part."""
        self.come_to(when)
        self.job.parts.append(Part(self.now, follows))

    def pump(self, enough):
        """Blocks the thread until `enough()`, and runs the events from outside the loop meanwhile."""
        while not enough():
            if not self.outside:
                self.stop("", "the thread waits for something that nobody will do", "stuck")
            until = self.outside[0][0]
            if until > self.now and self.job is None:
                line = self.line_of(sys._getframe(1))
                self.note(self.who(), f"blocked\t{until!r}\tsleeps\t{line}")
            self.next_outside()

    def look(self):
        """Returns the time. After many readings in one callback, each reading advances virtual time by `LOOK_STEP`."""
        if self.over is not None:
            raise self.over
        self.looks += 1
        self.plain = False
        if self.looks > STEPPING_LOOKS:
            self.compute_until(self.now + LOOK_STEP)
        return self.now

    def compute_until(self, when):
        if self.job is not None:
            self.job.computed += when - self.now
        elif self.computing is None:
            self.computing = (self.now, self.line_of(sys._getframe(1)), self.who())
            self.unusual = True
            self.plain = False
            self.part()
        self.computed += when - self.now
        self.come_to(when)

    def sleep(self, seconds, /):
        if self.over is not None:
            raise self.over
        if seconds < 0:
            raise ValueError("sleep length must be non-negative")
        if self.job is not None:
            self.wait_in_job(self.now + seconds)
            return
        until = self.clock() + seconds
        if self.virtual or not hasattr(self.here, "number"):
            self.note(self.who(), f"blocked\t{until!r}\tsleeps\t{self.line_of(sys._getframe(1))}")
        if self.virtual:
            self.pass_until(until)
        else:
            real_time["sleep"](seconds)

    # Workers.

    def hand_over(self, function, done, thread=None, number=None):
        """Runs a function as in a worker that starts now. Calls `done(value, error)` at the virtual time of its end."""
        job = Job(self.who() if number is None else number, thread, self.now)
        began, outer = self.now, (self.job, self.computing, self.number)
        running = events._get_running_loop()
        events._set_running_loop(None)  # A worker's thread has no running loop.
        self.job, self.computing, self.number, self.unusual, self.plain = job, None, None, True, False
        self.part()
        value = error = None
        try:
            value = context_of(thread).run(function)
        except Over:
            raise
        except BaseException as raised:
            error = raised
        finally:
            until, self.now = self.now, began
            self.job, self.computing, self.number = outer
            self.be_usual()
            events._set_running_loop(running)
        job.part(until).actions.append(functools.partial(done, value, error))
        Parts(self, job.parts).go_on()
        return until, job.computed, value, error

    # Output.

    def printed(self, stream, text):
        if self.over is not None:
            raise self.over
        self.output += len(text)
        most = self.limits.get("output")
        if most is not None and self.output > most:
            self.stop("output", f"{most} bytes of output")
        self.note(self.who(), f"printed\t{stream}\t{escaped(text)}\t{self.line_of(sys._getframe(2))}")

    def warn(self, number, message):
        self.note(number, f"warned\t{kind_of_warning(message)}\t{escaped(message)}")

    # Requests and other lines, for the other modules in this directory.

    def waits_for(self, future, on):
        future._loopscope_on = on

    def request(self, url):
        number = len(self.requests)
        self.requests.append(self.who())
        self.log(self.requests[number], "request", number, "queued", url)
        return number

    def stage(self, number, stage, *fields):
        self.log(self.requests[number], "request", number, stage, *fields)

    # Installing, and running a program.

    def install(self):
        global active
        if active is not None:
            raise RuntimeError("a recorder is in place already")
        active = self
        if not self.virtual:
            self.origin = real_time["monotonic"]()
        for put_in_place in [put_loop, put_tasks, put_resources, put_output, put_warnings]:
            put_in_place(self, self.patches)
        if self.virtual:
            put_clock(self, self.patches)
            put_workers(self, self.patches)
        else:
            put_real_workers(self, self.patches)
        self.begin()

    def uninstall(self):
        global active
        self.patches.put_back()
        active = None

    def run_program(self, source, argv=("program.py",), *, notebook=False, path=None):
        """Runs a program as `__main__` and returns its exit code. `source` is its text, or the list of a notebook's
        cells; a notebook may await at its top level. `path` is the folder of the modules that it imports."""
        self.install()
        try:
            how, text, line = self.outcome_of(source, list(argv), notebook, path)
            self.flush_output()
            if self.over is None:
                self.end(how, text, line)
        except Over:
            how = "over"
        finally:
            if self.over is not None:
                self.forget_tasks()
            self.uninstall()
        return {"done": 0, "exit": int(text) if how == "exit" and text.isdigit() else 0}.get(how, 1)

    def forget_tasks(self):
        """Drops the tasks that are left when a run is aborted, without asyncio's warnings about them."""
        for task in gc.get_objects():
            if type(task) is Task:
                task._log_destroy_pending = task._log_traceback = False
        self.patches.put(sys, "unraisablehook", lambda _: None)
        self.patches.put(warnings, "_warn_unawaited_coroutine", lambda _: None)
        task = None
        self.over.__traceback__ = self.over.__context__ = None  # The frames in them refer to tasks.
        self.outside.clear()
        self.collect()

    def outcome_of(self, source, argv, notebook, path):
        """Runs the program. Returns how it ended, "done", "raised" or "exit", with the text and the line of the end."""
        text, line = "", ""
        try:
            try:
                self.execute(source, argv, notebook, path)
            finally:
                self.finish_threads()
                self.collect()
        except SystemExit as leave:
            code = leave.code
            if code is not None and not isinstance(code, int):
                print(code, file=sys.stderr)
                code = 1
            return "exit", str(code or 0), ""
        except Over:
            raise
        except BaseException as error:
            text, line = self.uncaught(error)
            return "raised", text, line
        return "done", text, line

    def execute(self, source, argv, notebook, path):
        execute(self, source, argv, notebook, path)

    def uncaught(self, error):
        trace, line = error.__traceback__, ""
        while trace is not None:
            label = self.label(trace.tb_frame.f_code.co_filename)
            if label is not None:
                line = f"{label}{trace.tb_lineno}"
            trace = trace.tb_next
        if isinstance(error, SyntaxError) and error.filename in self.files:
            line = f"{self.files[error.filename]}{error.lineno}"
        return traceback_text(error), line

    def finish_threads(self):
        """Runs the remaining events from outside, as the interpreter waits for threads before it exits."""
        if self.over is not None:
            raise self.over
        while self.virtual and self.outside:
            self.next_outside()

    def collect(self):
        """Collects unreferenced tasks, the kept ones in the order of creation. asyncio then reports each of them."""
        while self.kept:
            del self.kept[0]
        gc.collect()

    def flush_output(self):
        for stream in (sys.stdout, sys.stderr):
            with contextlib.suppress(Exception):
                stream.flush()


# Reading CPython's own objects.

ORIGINAL = {name: getattr(Task, name) for name in ("cancel", "uncancel", "set_name")}


def number_of(task):
    return getattr(task, "_loopscope", None)


def is_cancelled(future):
    if future.cancelled():
        return True
    error = getattr(future, "_exception", None)
    return error is not None and isinstance(error, asyncio.CancelledError)


def hidden_awaitable(awaitable):
    """Returns the coroutine or generator behind a helper object of CPython in an await chain; else None."""
    if type(awaitable).__name__ in ("async_generator_asend", "async_generator_athrow", "coroutine_wrapper",
                                    "anext_awaitable"):
        for behind in gc.get_referents(awaitable):
            if isinstance(behind, (types.AsyncGeneratorType, types.CoroutineType, types.GeneratorType)):
                return behind
            if type(behind).__name__ == "async_generator_asend":
                return behind
    return None


def frame_of(coroutine):
    for name in ("cr_frame", "gi_frame", "ag_frame"):
        if hasattr(coroutine, name):
            return getattr(coroutine, name)
    return None


def variable(coroutine, name):
    frame = coroutine.cr_frame
    return frame.f_locals.get(name) if frame is not None else None


def shielded(future):
    """Returns the inner future of a future of `asyncio.shield`, or None."""
    for callback, _ in getattr(future, "_callbacks", None) or ():
        if getattr(callback, "__qualname__", "") == "shield.<locals>._outer_done_callback":
            names = callback.__code__.co_freevars
            if "inner" in names:
                return callback.__closure__[names.index("inner")].cell_contents
    return None


def wait_at(method):
    return lambda recorder, coroutine: recorder.turn_at(variable(coroutine, "self"), method)


def wait_of_group(recorder, coroutine):
    group = variable(coroutine, "self")
    return recorder.many("TaskGroup", by_creation(group._tasks))


def wait_of_next_completed(recorder, coroutine):
    iterator = variable(coroutine, "self")
    return recorder.many("as_completed", getattr(iterator, "_loopscope_all", ()))


def wait_of_wait(recorder, coroutine):
    return recorder.many("wait", by_creation(variable(coroutine, "fs") or ()))


def wait_of_wait_for(recorder, coroutine):
    return recorder.many("wait_for", [variable(coroutine, "fut")])


class Leaf:
    """The role of a coroutine of asyncio that awaits no code of the program. `tell` returns what its task waits for."""

    __slots__ = ("tell",)

    def __init__(self, tell):
        self.tell = tell


ACQUIRE = Leaf(lambda recorder: recorder.hint)
SLEEPS = Leaf(lambda recorder: f"timer\t{recorder.last_when!r}")
SLEEP = tasks.sleep.__code__
ROLES = {  # For a function of asyncio: a `Leaf`, or a function that returns what a task suspended in it waits for.
    tasks.sleep: SLEEPS,
    locks.Event.wait: wait_at("wait"),
    locks.Condition.wait: wait_at("wait"),
    locks.Barrier.wait: wait_at("wait"),
    queues.Queue.get: wait_at("get"),
    queues.Queue.put: wait_at("put"),
    queues.Queue.join: wait_at("join"),
    taskgroups.TaskGroup.__aexit__: wait_of_group,
    tasks._wait: wait_of_wait,
}
if hasattr(tasks, "_cancel_and_wait"):
    ROLES[tasks._cancel_and_wait] = wait_of_wait_for
if hasattr(tasks, "_AsCompletedIterator"):
    ROLES[tasks._AsCompletedIterator._wait_for_one] = wait_of_next_completed
if sys.version_info < (3, 12):
    ROLES[tasks.wait_for] = wait_of_wait_for
ROLES = {id(function.__code__): role for function, role in ROLES.items()}


# Sets of tasks, by creation.

arrivals = itertools.count()


class OrderedSet(set):
    """A set that iterates over its tasks in the order of creation. In CPython that order is undefined."""

    def __init__(self, things=()):
        things = list(things)
        super().__init__(things)
        # Anything but a task has no number, so it is ordered by when it was added.
        self.arrived = {id(thing): next(arrivals) for thing in things if not hasattr(thing, "_loopscope")}

    def key(self, thing):
        number = number_of(thing)
        if number is not None and number >= 0:
            return (0, number)
        return (1, self.arrived.get(id(thing), 0))

    def __iter__(self):
        return iter(sorted(set.__iter__(self), key=self.key))

    def pop(self):
        for thing in self:
            self.discard(thing)
            return thing
        raise KeyError("pop from an empty set")

    def __repr__(self):
        return "{" + ", ".join(map(repr, self)) + "}" if self else "set()"

    def copy(self):
        return OrderedSet(self)

    def __reduce__(self):
        return set, (list(self),)


def ordered(name):
    method = getattr(set, name)

    def operate(self, *others):
        result = method(set(self), *others)
        return result if result is NotImplemented else OrderedSet(sorted(result, key=self.key))

    return operate


for _name in ("__and__", "__or__", "__sub__", "__xor__", "intersection", "union", "difference", "symmetric_difference"):
    setattr(OrderedSet, _name, ordered(_name))


def by_creation(things):
    return OrderedSet(things)


# The loop.


def put_loop(recorder, patches):
    base = asyncio.BaseEventLoop
    put_creation(recorder, patches, base)
    patches.put(base, "_run_once", run_once)
    patches.put(base, "call_soon", call_soon)
    patches.put(base, "call_at", call_at)
    patches.put(base, "call_exception_handler", told_exception(base.call_exception_handler))
    patches.put(base, "default_exception_handler", default_exception_handler(recorder, base.default_exception_handler))
    if sys.platform == "emscripten":
        put_socketless_loop(patches)
    if recorder.virtual:
        patches.put(events, "TimerHandle", NumberedTimer)
        patches.put(base, "time", lambda loop: active.now)
        patches.put(base, "__init__", precise(base.__init__))


class SocketlessLoop(asyncio.BaseEventLoop):
    """asyncio's loop without sockets: its selector never reports an event, and it needs no wakeup socket."""

    def __init__(self):
        super().__init__()
        self._selector = NothingToSelect()

    def _process_events(self, event_list):
        pass

    def _write_to_self(self):
        pass


SocketlessLoop.__name__ = SocketlessLoop.__qualname__ = "_UnixSelectorEventLoop"  # As in a loop's repr on Linux.


class NothingToSelect:
    def select(self, timeout=None):
        return ()

    def close(self):
        pass


def put_socketless_loop(patches):
    """Restores asyncio's own functions in Pyodide, which replaces them by ones that use the browser's running loop."""

    class Policy(asyncio.DefaultEventLoopPolicy):
        _loop_factory = SocketlessLoop

    running = events._get_running_loop()
    events._set_running_loop(None)
    patches.undo.append(lambda: events._set_running_loop(running))
    patches.put(events, "_event_loop_policy", Policy())
    patches.put(asyncio, "run", runners.run)
    patches.put(asyncio, "SelectorEventLoop", SocketlessLoop)


def precise(original):
    def __init__(loop, *args, **kwargs):
        original(loop, *args, **kwargs)
        loop._clock_resolution = CLOCK_RESOLUTION

    return __init__


class NumberedTimer(events.TimerHandle):
    """A timer. Timers of equal `_when` run in the order of creation; in CPython's heap that order is undefined."""

    __slots__ = ["number"]

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.number = next(active.sequence)

    def __lt__(self, other):
        return (self._when, self.number) < (other._when, other.number)


NumberedTimer.__name__ = NumberedTimer.__qualname__ = "TimerHandle"  # Programs see this name in a handle's repr.


class StepHandle(events.Handle):
    """The handle of a task's step. Only the loop refers to it, so it can be reused."""

    # The number is None until it is known, and for a hidden task.
    __slots__ = ["task", "number"]


StepHandle.__name__ = StepHandle.__qualname__ = "Handle"  # Programs can print `loop._ready`.


def call_soon(loop, callback, *args, context=None):
    """asyncio's `call_soon`, which also logs that a task becomes ready, or that the running task has ended."""
    recorder = active
    if loop._debug or loop._closed:
        loop._check_closed()
        loop._check_thread()
        loop._check_callback(callback, "call_soon")
        recorder.spare = None
    kind = type(callback)
    number = None
    if kind is Step:
        task = callback.__self__
        if task is recorder.stepping:
            number, recorder.left = recorder.number, None
        elif recorder.maker is None and not hasattr(task, "_loopscope"):
            recorder.adopt(task)  # The task was created without the loop's `create_task`.
    else:
        if args:
            done = args[0]
            if done is recorder.stepping and not recorder.left and done is not None and done.done():
                if recorder.number is None:
                    recorder.leave(done, done._loopscope)
                else:
                    recorder.finish(done, recorder.number)
        if kind is Builtin:
            task = callback.__self__
            is_step = isinstance(task, Task) and callback.__name__ == WAKEUP
        elif kind is MethodType:
            task = callback.__self__
            is_step = isinstance(task, PyTask) and callback.__name__ in PY_STEPS
        else:
            is_step = False
        if not is_step:
            handle = events.Handle(callback, args, loop, context)
            if handle._source_traceback:
                del handle._source_traceback[-1]
            loop._ready.append(handle)
            return handle
        if args:
            try:
                number = task._loopscope
            except AttributeError:
                pass
            else:
                same = recorder.same
                if number < 0:
                    number = None
                elif same is None or same == number or recorder.cancels or task is recorder.stepping:
                    recorder.ready(task, number)
                else:
                    recorder.same = number  # `ready` inlined, for speed
                    recorder.lines.append(f"\t{recorder.digits[number]}\t\tready\n")
    handle = recorder.spare
    if handle is None:
        handle = StepHandle(callback, args, loop, context)
        if handle._source_traceback:
            del handle._source_traceback[-1]
    else:
        recorder.spare = None
        handle._callback = callback
        handle._args = args
        handle._loop = loop
        handle._context = context
    handle.task = task
    handle.number = number
    if number is None and recorder.maker is not None:
        recorder.fresh = handle
    loop._ready.append(handle)
    return handle


def call_at(loop, when, callback, *args, context=None):
    if when is None:
        raise TypeError("when cannot be None")
    loop._check_closed()
    if loop._debug:
        loop._check_thread()
        loop._check_callback(callback, "call_at")
    timer = events.TimerHandle(when, callback, args, loop, context)
    if timer._source_traceback:
        del timer._source_traceback[-1]
    heapq.heappush(loop._scheduled, timer)
    timer._scheduled = True
    active.last_when = when if active.virtual else round(when - active.origin, 6)
    return timer


def run_once(loop):
    """Runs one iteration: puts the due timers into the ready queue, then runs the callbacks that are in it now."""
    recorder = active
    if recorder.over is not None:
        raise recorder.over
    recorder.breathe()
    recorder.new_iteration = True
    recorder.plain = False
    ready = loop._ready
    if loop._scheduled:
        drop_cancelled(loop)
    if recorder.virtual:
        wait_virtually(recorder, loop)
    else:
        wait_really(loop)
    if loop._debug or recorder.garbage == "each":
        for _ in range(len(ready)):
            run_carefully(recorder, loop, ready)
    else:
        run_handles(recorder, ready, len(ready))
    collect_if_asked(recorder)


def run_carefully(recorder, loop, ready):
    collect_if_asked(recorder)
    if loop._debug and not ready[0]._cancelled:
        run_watched(recorder, loop, ready)
    else:
        # A reused handle would be older than its task, which changes the order in which the collector finalizes them.
        run_handles(recorder, ready, 1, serves_again=False)


def collect_if_asked(recorder):
    if recorder.garbage == "each":
        gc.collect()


def run_handles(recorder, ready, count, serves_again=True):
    """Runs `count` callbacks and logs the steps of tasks. `serves_again`: whether a step's handle is reused."""
    stages, lines, digits, turns = recorder.stages, recorder.lines, recorder.digits, recorder.turns
    outer = recorder.stepping, recorder.left, recorder.number
    try:
        for _ in itertools.repeat(None, count):
            handle = ready.popleft()
            if type(handle) is not StepHandle or handle._cancelled:
                run_callback(recorder, handle, outer)
                continue
            task = handle.task
            number = handle.number
            arguments = handle._args
            recorder.stepping = task
            if not recorder.plain or number is None or arguments and not is_plain_result(arguments[0]):
                number = begin_step(recorder, task, arguments)
            else:
                if not arguments:
                    stages[number] = STARTED
                recorder.left = False
                recorder.number = recorder.same = number
                recorder.callback = turn = next(turns)
                # `note` inlined, for speed: this is the most frequent line.
                lines.append(f"\t{digits[number]}\t{turn}\tstep\n")
            try:
                try:
                    if arguments:
                        handle._context.run(handle._callback, arguments[0])
                    else:
                        handle._context.run(handle._callback)
                finally:
                    left = recorder.left
                    if left is None:
                        recorder.suspend(task, number, None)
                    elif not left:
                        future = task._fut_waiter
                        if future is None and task.done():
                            recorder.finish(task, number)
                        else:
                            recorder.suspend(task, number, future)
                    task = arguments = future = None
            except (SystemExit, KeyboardInterrupt, Over):
                raise
            except BaseException as exception:
                recorder.stepping, recorder.left, recorder.number = outer
                report_step(handle, exception)
            else:
                if serves_again:
                    handle.task = handle._callback = handle._args = handle._context = None
                    recorder.spare = handle
    finally:
        recorder.stepping, recorder.left, recorder.number = outer
        # A traceback may keep this frame alive, and the frame must not keep the task alive.
        handle = task = arguments = future = outer = None


def run_callback(recorder, handle, outer):
    """Runs a callback that is not a step of a task."""
    recorder.stepping, recorder.left, recorder.number = outer
    if handle._cancelled:
        recorder.count_callback()  # It counts as a callback, but runs nothing.
        return
    if recorder.over is not None:
        raise recorder.over
    recorder.looks = 0
    # The done callbacks of asyncio's own tasks are not counted.
    if not recorder.hides or not (handle._args and isinstance(handle._args[0], Task) and is_hidden(handle._args[0])):
        recorder.count_callback()
    try:
        handle._run()
    finally:
        handle = None
        if recorder.computing is not None:
            recorder.tell_computing()


def is_plain_result(future):
    """Whether a future has a result, so that nothing is thrown into the task that awaited it."""
    kind = type(future)
    return (kind is Future or kind is Task) and future._exception is None and not future.cancelled()


def begin_step(recorder, task, arguments):
    """Begins a step outside the fast path of `run_handles`. Returns the task's number."""
    if recorder.over is not None:
        raise recorder.over
    recorder.looks = 0
    number = number_of(task)
    if number is None:
        number = recorder.adopt(task)
    if number < 0:
        recorder.left, recorder.number = True, None
        return number
    recorder.left = False
    recorder.number = number if recorder.virtual else None
    recorder.part()
    recorder.callback = next(recorder.turns)
    if recorder.new_iteration:
        recorder.tell_iteration()
    if task._must_cancel or arguments and is_cancelled(arguments[0]):
        recorder.begin_cancelled(number)
    else:
        recorder.stages[number] = STARTED
        if recorder.unusual or recorder.now != recorder.last_now:
            recorder.note(number, "step")
        else:
            recorder.same = number
            recorder.lines.append(f"\t{number}\t{recorder.callback}\tstep\n")
    recorder.plain = recorder.same is not None and not recorder.cancels
    return number


def report_step(handle, exception):
    """Reports an exception of the step itself, which a cycle of waits raises. The loop continues (`Handle._run`)."""
    source = format_helpers._format_callback_source(handle._callback, handle._args)
    context = {"message": f"Exception in callback {source}", "exception": exception, "handle": handle}
    if handle._source_traceback:
        context["source_traceback"] = handle._source_traceback
    handle._loop.call_exception_handler(context)


def is_hidden(task):
    return number_of(task) == HIDDEN


def run_watched(recorder, loop, ready):
    """Runs one callback in debug mode, in which asyncio reports callbacks that block the thread for long."""
    try:
        loop._current_handle = handle = ready[0]
        began = loop.time()
        run_handles(recorder, ready, 1, serves_again=False)
        took = loop.time() - began
        if took >= loop.slow_callback_duration:
            base_events.logger.warning("Executing %s took %.3f seconds", base_events._format_handle(handle), took)
    finally:
        loop._current_handle = handle = None


def drop_cancelled(loop):
    scheduled = loop._scheduled
    if len(scheduled) > 100 and loop._timer_cancelled_count > len(scheduled) // 2:
        for handle in scheduled:
            if handle._cancelled:
                handle._scheduled = False
        loop._scheduled = [handle for handle in scheduled if not handle._cancelled]
        heapq.heapify(loop._scheduled)
        loop._timer_cancelled_count = 0
        return
    while scheduled and scheduled[0]._cancelled:
        loop._timer_cancelled_count -= 1
        heapq.heappop(scheduled)._scheduled = False


def wait_really(loop):
    timeout = None
    if loop._ready or loop._stopping:
        timeout = 0
    elif loop._scheduled:
        timeout = min(max(loop._scheduled[0]._when - loop.time(), 0), 24 * 3600)
    if timeout != 0:
        active.flush()
    loop._process_events(loop._selector.select(timeout))
    end = loop.time() + loop._clock_resolution
    while loop._scheduled and loop._scheduled[0]._when < end:
        take_timer(loop)


def take_timer(loop):
    handle = heapq.heappop(loop._scheduled)
    handle._scheduled = False
    if handle._cancelled:
        loop._timer_cancelled_count -= 1
    else:
        loop._ready.append(handle)


def wait_virtually(recorder, loop):
    """Advances the clock to the next timer or event from outside, where a real loop would sleep."""
    if recorder.garbage == "each":
        gc.collect()
        drop_cancelled(loop)
    if not loop._ready and not loop._stopping:
        jump(recorder, loop)
    loop._process_events(loop._selector.select(0))
    scheduled = loop._scheduled
    if scheduled:
        end = recorder.now + loop._clock_resolution
        while scheduled and scheduled[0]._when < end:
            take_timer(loop)


def jump(recorder, loop):
    """Advances time to the first timer or event from outside. Of equal ones the older is first. One that is due is a timer."""
    timer = loop._scheduled[0] if loop._scheduled else None
    outside = recorder.outside[0] if recorder.outside else None
    if timer is None and outside is None:
        wait_for_the_world(recorder, loop)
    elif outside is None or timer is not None and (timer._when <= recorder.now or (timer._when, timer.number) < outside[:2]):
        recorder.come_to(timer._when)
    else:
        recorder.come_to(outside[0])
        recorder.call_outside(loop)


def wait_for_the_world(recorder, loop):
    """Waits for an event from outside the program, which cannot run. If none can come, the run ends as stuck."""
    recorder.flush()
    if recorder.wait_outside is not None and recorder.wait_outside():
        return
    watched = loop._selector.get_map() if hasattr(loop._selector, "get_map") else None
    if watched is not None and len(watched) > 1:  # One is the loop's own wakeup socket.
        loop._process_events(loop._selector.select(None))
        return
    recorder.stop("", deadlock_text(recorder, loop), "stuck")


def deadlock_text(recorder, loop):
    lines = ["Nothing is ready and no timer is set, so nothing will ever happen again."]
    for task in by_creation(tasks._all_tasks_of(loop) if hasattr(tasks, "_all_tasks_of") else ALL_TASKS(loop)):
        number = number_of(task)
        if number is not None and number >= 0:
            line = recorder.places[number]
            place = f" in line {line}" if line else ""
            lines.append(f"{task.get_name()} waits{place} for {waited_in_words(recorder, task)}.")
    return "\n".join(lines)


def waited_in_words(recorder, task):
    future = task._fut_waiter
    if isinstance(future, Task):
        return f"the end of {future.get_name()}"
    if type(future) is tasks._GatheringFuture:
        return "the end of " + ", ".join(names_of(future._children))
    for coroutine in reversed(chain_of(task.get_coro())):
        thing = variable(coroutine, "self") if type(coroutine) is types.CoroutineType else None
        if getattr(thing, "_loopscope", None) is not None:
            return thing_in_words(thing)
        if getattr(coroutine, "cr_code", None) in (tasks._wait.__code__, taskgroups.TaskGroup.__aexit__.__code__):
            waited = variable(coroutine, "fs") or getattr(thing, "_tasks", ())
            return "the end of " + ", ".join(names_of(by_creation(waited)))
    inner = shielded(future)
    return "a future that nobody sets" if inner is None else "the end of " + ", ".join(names_of([inner]))


def names_of(waited):
    return [one.get_name() if isinstance(one, Task) else "a future" for one in waited if not one.done()]


def thing_in_words(thing):
    kind = resource_class(thing)
    name = getattr(thing, "_loopscope_name", "")
    words = f"{kind} {name}".rstrip()
    holders = getattr(thing, "_loopscope_holders", None)
    if holders:
        names = [task.get_name() for task in ALL_TASKS(events.get_running_loop()) if number_of(task) in holders]
        return f"{words}, which {' and '.join(names) or 'nobody any more'} {'hold' if len(names) > 1 else 'holds'}"
    return words


def chain_of(coroutine):
    chain = []
    while coroutine is not None:
        chain.append(coroutine)
        for name in ("cr_await", "gi_yieldfrom", "ag_await"):
            if hasattr(coroutine, name):
                coroutine = getattr(coroutine, name)
                break
        else:
            chain.pop()
            coroutine = hidden_awaitable(coroutine)
    return chain


def told_exception(original):
    def call_exception_handler(loop, context):
        recorder, task = active, context.get("task")
        number = number_of(task)
        if number is not None and number >= 0 and context["message"].startswith("Task was destroyed"):
            recorder.stages[number] = ENDED
            recorder.note(number, "destroyed")
        return original(loop, context)

    return call_exception_handler


def default_exception_handler(recorder, original):
    """asyncio's exception handler, which also logs its message as a warning of the task concerned."""

    def default_exception_handler(loop, context):
        message = re.sub(r" (created )?at \S+:\d+", "", context.get("message") or "Unhandled exception in event loop")
        number = number_of(context.get("task") or context.get("future"))
        recorder.warn(recorder.who() if number is None or number < 0 else number, message)
        recorder.told = True
        try:
            original(loop, context)  # The program's own handlers of asyncio's logger get the message, too.
        finally:
            recorder.told = False

    return default_exception_handler


WARNINGS = [
    ("Task was destroyed", "destroyed"),
    ("unhandled exception during", "unhandled"),
    ("Exception in callback", "callback"),
    ("Executing ", "slow"),
]


def kind_of_warning(message):
    if message.endswith("was never awaited"):
        return "never_awaited"
    if "exception was never retrieved" in message:
        return "never_retrieved"
    return next((kind for start, kind in WARNINGS if message.startswith(start)), "other")


# Tasks.


def find_caller():
    """Returns a function that returns the frame of its caller's caller, skipping frames of asyncio."""
    if not hasattr(sys, "_getframemodulename"):
        return lambda: sys._getframe(2)
    # Creating a frame object costs more than asking for the frame's module name.
    name, frame, library = sys._getframemodulename, sys._getframe, frozenset(["asyncio.tasks", "asyncio.taskgroups"])

    def caller():
        depth = 2
        while name(depth) in library:
            depth += 1
        return frame(depth)

    return caller


caller = find_caller()


def put_creation(recorder, patches, base):
    original, digits = base.create_task, recorder.digits

    def create_task(loop, coro, *, name=None, context=None, **others):
        if recorder.over is not None:
            close_quietly(coro)
            raise recorder.over
        parent = recorder.number
        if parent is not None:
            parent = digits[parent]
        else:
            parent = recorder.who()
            if parent == "-":
                parent = ""
        line = recorder.together
        if line is None:
            line = recorder.line_of(caller())
        numbered = name is None
        if numbered:
            number = next(recorder.names)
            name = f"Task-{number}"
        maker, recorder.maker = recorder.maker, (parent, line, numbered)
        try:
            if loop._task_factory is not None or loop._debug or others:
                if context is not None:
                    others["context"] = context
                return create_by_factory(recorder, original, loop, coro, others | {"name": name})
            if loop._closed:
                loop._check_closed()
            task = tasks.Task(coro, loop=loop, name=name, context=context)
        finally:
            recorder.maker = maker
        number = recorder.enter(task, parent, number if numbered else name_of(task), line, coro)
        first, recorder.fresh = recorder.fresh, None
        if number >= 0 and first is not None and first.task is task:
            first.number = number
        return task

    patches.put(base, "create_task", create_task)


def close_quietly(coroutine):
    close = getattr(coroutine, "close", None)
    if close is not None:
        close()


# Before 3.13.3, `create_task` sets the name after the factory returns. 3.13.0 to 3.13.2 name a nameless task "None".
NAMED_LATE = sys.version_info < (3, 13, 3)
NAMED_NONE = (3, 13) <= sys.version_info < (3, 13, 3)


def create_by_factory(recorder, original, loop, coro, options):
    """Creates a task by a task factory, such as the eager one, which may run the task's first step at once."""
    stepping, left, number, factory = recorder.stepping, recorder.left, recorder.number, loop._task_factory
    recorder.stepping = recorder.number = None
    together, recorder.together = recorder.together, None  # A step that runs now has its own lines.
    if NAMED_LATE and factory is not None:
        # The first step of an eager task already sees its numbered name.
        numbered = options["name"] if recorder.maker[2] else f"Task-{next(recorder.names)}"
        if getattr(factory, "__module__", "") == tasks.__name__:
            loop._task_factory = functools.partial(factory, name=numbered)
        if NAMED_NONE and recorder.maker[2]:
            options["name"] = None
    try:
        task = original(loop, coro, **options)
        if loop._debug and task._source_traceback:  # In debug mode a task's repr ends with the last frame that created it.
            task._source_traceback[:] = [frame for frame in task._source_traceback if frame.filename != HERE]
        own = number_of(task)
        if own is None:
            own = recorder.adopt(task)
        recorder.stepping, recorder.left, recorder.number = stepping, left, number
        left_at_once(recorder, task, own)
        return task
    finally:
        loop._task_factory = factory
        recorder.fresh, recorder.together = None, together
        recorder.stepping, recorder.left, recorder.number = stepping, left, number
        task = stepping = None  # A traceback may keep this frame alive, and the frame must not keep tasks alive.


def left_at_once(recorder, task, number):
    """Logs the step of a task that ran within `create_task`, because no callback of the loop has logged it."""
    if number < 0 or not (recorder.stages[number] or task.done() or has_begun(task)):
        return
    if recorder.stages[number] == MADE:
        recorder.stages[number] = STARTED
        recorder.note(number, "step")
    left, recorder.left = recorder.left, False
    recorder.leave(task, number)
    recorder.left = left


def has_begun(task):
    coroutine = task.get_coro()
    return inspect.iscoroutine(coroutine) and inspect.getcoroutinestate(coroutine) != inspect.CORO_CREATED


ALL_TASKS = tasks.all_tasks


def all_tasks(loop=None):
    """Return a set of all tasks for the loop."""
    return OrderedSet(ALL_TASKS(loop) if active.over is None else ())  # An aborted run cancels no tasks.


def put_tasks(recorder, patches):
    put_cancel(recorder, patches)

    def uncancel(task):
        number = number_of(task)
        if number is not None and number >= 0 and task.cancelling() > 0:
            recorder.note(number, "uncancel")
        return ORIGINAL["uncancel"](task)

    def set_name(task, value, /):
        before = task.get_name()
        ORIGINAL["set_name"](task, value)
        number = number_of(task)
        if number is not None and number >= 0 and (recorder.maker is None or task.get_name() != before):
            recorder.note(number, f"renamed\t{name_of(task)}")

    patches.put_in_type(Task, "uncancel", uncancel)
    patches.put_in_type(Task, "set_name", set_name)
    for module in (tasks, taskgroups):
        patches.put(module, "set", OrderedSet)  # A global of these modules only, which shadows the builtin there.
    for module in (asyncio, tasks):
        patches.put(module, "all_tasks", all_tasks)
    if hasattr(tasks, "_AsCompletedIterator"):
        put_as_completed(patches)
    put_shield(recorder, patches)
    put_gather(recorder, patches)
    put_askers(recorder, patches)


def put_cancel(recorder, patches):
    """Replaces `cancel`. A request passes down a chain of awaiting tasks in C. For a long chain our `cancel` logs all
    requests at once and restores the C method for the call."""
    original = ORIGINAL["cancel"]

    def cancel(task, msg=None):
        chain = long_chain(task)
        if chain is None:
            recorder.asked_to_cancel(task, recorder.passing_on)
            return pass_on(original, task, msg)
        for one in chain:
            recorder.asked_to_cancel(one, recorder.passing_on or one is not task)
        put(original)
        try:
            return original(task, msg=msg)
        finally:
            put(cancel)

    def pass_on(cancel, future, msg):
        outer, recorder.passing_on = recorder.passing_on, True
        try:
            return cancel(future, msg=msg)
        finally:
            recorder.passing_on = outer

    put = patches.put_in_type(Task, "cancel", cancel)
    children_cancel = tasks._GatheringFuture.cancel

    def cancel_gather(gathering, msg=None):
        if vars(Task)["cancel"] is cancel:
            return pass_on(children_cancel, gathering, msg)
        put(cancel)
        try:
            return pass_on(children_cancel, gathering, msg)
        finally:
            put(original)

    cancel_gather.__name__, cancel_gather.__qualname__ = "cancel", "_GatheringFuture.cancel"
    patches.put(tasks._GatheringFuture, "cancel", cancel_gather)


# The longest chain of awaiting tasks whose requests are logged one by one. Each of them takes a Python frame.
LONG = 50


def long_chain(task):
    chain, seen = [], set()
    while isinstance(task, Task) and not task.done() and id(task) not in seen:
        seen.add(id(task))
        chain.append(task)
        task = task._fut_waiter
    circle = isinstance(task, Task) and id(task) in seen
    return chain if len(chain) > LONG or circle else None


def put_askers(recorder, patches):
    """Logs the timeout or group for which a callback of the loop requests cancellations."""
    on_timeout, on_task_done = timeouts.Timeout._on_timeout, taskgroups.TaskGroup._on_task_done

    @functools.wraps(on_timeout)  # asyncio's messages contain the names of its callbacks.
    def _on_timeout(limit):
        number = number_of(limit._task)
        when = recorder.now if limit._when is None else limit._when
        when = when if recorder.virtual else round(when - recorder.origin, 6)
        with on_behalf(recorder, f"timeout\t{number}\t{when!r}"):
            on_timeout(limit)

    @functools.wraps(on_task_done)
    def _on_task_done(group, task):
        with on_behalf(recorder, f"group\t{number_of(task)}"):
            on_task_done(group, task)

    patches.put(timeouts.Timeout, "_on_timeout", _on_timeout)
    patches.put(taskgroups.TaskGroup, "_on_task_done", _on_task_done)


@contextlib.contextmanager
def on_behalf(recorder, asker):
    outer, recorder.behalf = recorder.behalf, asker
    try:
        yield
    finally:
        recorder.behalf = outer


def put_shield(recorder, patches):
    original = tasks.shield

    @functools.wraps(original)
    def shield(arg):
        outer = original(arg)
        if shielded(outer) is not None:
            outer._loopscope_shields = recorder.shields(outer)
        return outer

    for module in (asyncio, tasks):
        patches.put(module, "shield", shield)


def put_gather(recorder, patches):
    """Looks up the line of a call of `gather` once, since the call creates all its tasks at that line."""
    original = tasks.gather

    @functools.wraps(original)
    def gather(*coros_or_futures, return_exceptions=False):
        outer, recorder.together = recorder.together, recorder.line_of(sys._getframe(1))
        try:
            return original(*coros_or_futures, return_exceptions=return_exceptions)
        finally:
            recorder.together = outer

    for module in (asyncio, tasks):
        patches.put(module, "gather", gather)


def put_as_completed(patches):
    """Replaces the set that CPython 3.13 iterates over to find the done futures; ours is in the arguments' order."""

    def __init__(iterator, aws, timeout):
        iterator._done = queues.Queue()
        iterator._timeout_handle = None
        loop = events.get_event_loop()
        waited = [tasks.ensure_future(awaitable, loop=loop) for awaitable in dict.fromkeys(aws)]
        iterator._loopscope_all = tuple(waited)
        iterator._todo = OrderedSet(waited)
        iterator._todo_left = len(iterator._todo)
        iterator._cur_task = tasks.current_task()  # Since 3.14 futures know who waits for them.
        for future in dict.fromkeys(waited):
            future.add_done_callback(iterator._handle_completion)
            if hasattr(futures, "future_add_to_awaited_by"):
                futures.future_add_to_awaited_by(future, iterator._cur_task)
        if waited and timeout is not None:
            iterator._timeout_handle = loop.call_later(timeout, iterator._handle_timeout)

    patches.put(tasks._AsCompletedIterator, "__init__", __init__)


# Locks, queues and the like, which tasks share.

CLASSES = [
    asyncio.BoundedSemaphore, asyncio.Semaphore, asyncio.Lock, asyncio.Event, asyncio.Condition, asyncio.Barrier,
    asyncio.PriorityQueue, asyncio.LifoQueue, asyncio.Queue,
]


def resource_class(thing):
    return next(kind.__name__ for kind in CLASSES if isinstance(thing, kind))


def put_resources(recorder, patches):
    for kind in (asyncio.Lock, asyncio.Semaphore, asyncio.Event, asyncio.Barrier, asyncio.Queue, asyncio.Condition,
                 asyncio.BoundedSemaphore):
        patches.put(kind, "_loopscope", None)
    put_lock(recorder, patches)
    put_semaphore(recorder, patches)
    put_event(recorder, patches)
    put_condition(recorder, patches)
    put_barrier(recorder, patches)
    put_queue(recorder, patches)


def made(recorder, thing, size, level, frame):
    """Logs the creation of a lock or the like, if the program itself created it."""
    if thing._loopscope is not None or not recorder.made_by_program(frame):
        return
    number = thing._loopscope = recorder.resources
    recorder.resources += 1
    line, name = recorder.line_of(frame), variable_name(recorder, frame)
    thing._loopscope_name, thing._loopscope_holders = name, []
    thing._loopscope_hint = f"resource\t{number}\tacquire"
    kind = resource_class(thing)
    is_queue = isinstance(thing, asyncio.Queue)
    thing._loopscope_lines = Lines(number, "put", "got") if is_queue else Lines(number, "acquired", "released")
    recorder.note(recorder.who(), f"made\t{number}\t{kind}\t{'' if size is None else size}\t{level}\t{line}\t{name}")


def variable_name(recorder, frame):
    """Returns the name to which the creating line assigns the object, if it is a plain name."""
    while frame is not None and recorder.label(frame.f_code.co_filename) is None:
        frame = frame.f_back
    if frame is None:
        return ""
    positions = next(itertools.islice(frame.f_code.co_positions(), frame.f_lasti // 2, None), None)
    if positions is None or positions[2] is None or positions[0] != positions[1]:
        return ""
    text = linecache.getline(frame.f_code.co_filename, positions[0]).encode()[: positions[2]].decode()
    match = re.match(r"(?:.*;)?\s*(?:\w+\.)*(\w+)\s*(?::[^=]+)?=\s*$", text)
    return match[1] if match else ""


class Lines(dict):
    """The lines for the commonest changes of one lock, semaphore or queue, made once each. The key is the new level for
    "acquired" and "put", and its complement for "released" and "got"."""

    __slots__ = ("number", "more", "less")

    def __init__(self, number, more, less):
        self.number, self.more, self.less = number, more, less

    def __missing__(self, key):
        level, what = (key, self.more) if key >= 0 else (~key, self.less)
        line = f"\t\t\tchange\t{self.number}\t{what}\t{level}\n"
        if level < MOST_LINES:
            self[key] = line
        return line


MOST_LINES = 1000


def change(recorder, thing, what, level):
    number = recorder.number
    if number is None:
        number = recorder.who()
    recorder.note(number, f"change\t{thing._loopscope}\t{what}\t{level}")
    return number


def holds_no_more(thing, holder):
    holders = thing._loopscope_holders
    if holder in holders:
        holders.remove(holder)
    elif holders:
        del holders[0]


def put_init(recorder, patches, kind, size, level):
    original = kind.__init__

    def __init__(thing, *args, **kwargs):
        original(thing, *args, **kwargs)
        made(recorder, thing, size(thing), level(thing), sys._getframe(1))

    patches.put(kind, "__init__", functools.wraps(original)(__init__))


def put_acquire(recorder, patches, kind, counts):
    """Logs waits for `acquire`. A semaphore counts: its level is its value. That of an acquired lock is 0."""
    original, lines = kind.acquire, recorder.lines

    async def acquire(self):
        if self._loopscope is None:
            recorder.hint = "future"
            return await original(self)
        recorder.hint = self._loopscope_hint
        result = await original(self)
        tell_acquired(recorder, self, self._value if counts else 0)
        return result

    async def __aenter__(self):
        method = self.acquire
        if self._loopscope is None or getattr(method, "__func__", None) is not acquire:
            recorder.hint = "future"
            await method()
            return
        # `acquire` inlined, for speed: it saves a coroutine for each `async with`.
        recorder.hint = self._loopscope_hint
        await original(self)
        level, holder = self._value if counts else 0, recorder.number
        if holder is None or holder != recorder.same or len(lines) >= recorder.room - 1:
            tell_acquired(recorder, self, level)
            return
        lines.append(self._loopscope_lines[level])
        self._loopscope_holders.append(holder)

    for function in (acquire, __aenter__):
        model = getattr(kind, function.__name__)
        function.__doc__, function.__qualname__, function.__module__ = model.__doc__, model.__qualname__, model.__module__
        recorder.roles[id(function.__code__)] = ACQUIRE
        patches.put(kind, function.__name__, function)


def tell_acquired(recorder, thing, level):
    holder = recorder.number
    if holder is None:
        holder = recorder.who()
    recorder.note(holder, f"change\t{thing._loopscope}\tacquired\t{level}")
    thing._loopscope_holders.append(holder)


def put_lock(recorder, patches):
    release = asyncio.Lock.release

    def released(self):
        if self._loopscope is not None and self._locked:
            holds_no_more(self, change(recorder, self, "released", 1))
        release(self)

    put_init(recorder, patches, asyncio.Lock, lambda lock: None, lambda lock: 1)
    put_acquire(recorder, patches, asyncio.Lock, counts=False)
    patches.put(asyncio.Lock, "release", functools.wraps(release)(released))


def put_semaphore(recorder, patches):
    release, lines = asyncio.Semaphore.release, recorder.lines

    def released(self):
        if self._loopscope is not None:
            level = self._value + 1
            waiters = self._waiters
            # A waiter that is not done gets the permit. Done waiters are mostly at the front: the last is checked first.
            if waiters and (not waiters[-1].done() or any(not waiter.done() for waiter in waiters)):
                level -= 1
            holder = recorder.number
            if holder is None:
                holder = recorder.who()
            if holder == recorder.same and len(lines) < recorder.room - 1:
                lines.append(self._loopscope_lines[~level])
            else:
                recorder.note(holder, f"change\t{self._loopscope}\treleased\t{level}")
            holders = self._loopscope_holders
            if holders and holders[0] == holder:
                del holders[0]
            else:
                holds_no_more(self, holder)
        release(self)

    for kind in (asyncio.Semaphore, asyncio.BoundedSemaphore):
        put_init(recorder, patches, kind, lambda semaphore: semaphore._value, lambda semaphore: semaphore._value)
    put_acquire(recorder, patches, asyncio.Semaphore, counts=True)
    patches.put(asyncio.Semaphore, "release", functools.wraps(release)(released))


def put_event(recorder, patches):
    put_init(recorder, patches, asyncio.Event, lambda event: None, lambda event: 0)
    set_event, clear_event = asyncio.Event.set, asyncio.Event.clear

    def set(self):
        if self._loopscope is not None and not self._value:
            change(recorder, self, "set", 1)
        set_event(self)

    def clear(self):
        if self._loopscope is not None and self._value:
            change(recorder, self, "cleared", 0)
        clear_event(self)

    patches.put(asyncio.Event, "set", functools.wraps(set_event)(set))
    patches.put(asyncio.Event, "clear", functools.wraps(clear_event)(clear))


def put_condition(recorder, patches):
    original = asyncio.Condition.__init__
    name = "_notify" if hasattr(asyncio.Condition, "_notify") else "notify"
    notify = getattr(asyncio.Condition, name)

    def __init__(self, lock=None):
        own = lock is None
        original(self, lock)
        made(recorder, self, None, int(not self.locked()), sys._getframe(1))
        if own:  # The condition's own lock counts as the condition itself.
            self._lock._loopscope = self._loopscope
            self._lock._loopscope_name = getattr(self, "_loopscope_name", "")
            self._lock._loopscope_holders = getattr(self, "_loopscope_holders", [])
            self._lock._loopscope_hint = getattr(self, "_loopscope_hint", None)
            self._lock._loopscope_lines = getattr(self, "_loopscope_lines", None)

    def notified(self, n=1):
        if self._loopscope is not None and self.locked():
            waiting = sum(not waiter.done() for waiter in self._waiters)
            recorder.note(recorder.who(), f"change\t{self._loopscope}\tnotified\t{int(not self.locked())}\t{min(n, waiting)}")
        notify(self, n)

    patches.put(asyncio.Condition, "__init__", functools.wraps(original)(__init__))
    patches.put(asyncio.Condition, name, functools.wraps(notify)(notified))


def put_barrier(recorder, patches):
    original = asyncio.Barrier.__init__

    def __init__(self, parties):
        original(self, parties)
        made(recorder, self, parties, 0, sys._getframe(1))
        if self._loopscope is not None:
            self._cond.notify_all = functools.partial(notify_all, self, self._cond.notify_all)

    def notify_all(self, notify):
        caller = sys._getframe(1).f_code.co_name
        if caller == "_release":
            change(recorder, self, "opened", self._parties)
        elif caller in ("reset", "abort"):
            change(recorder, self, "aborted", 0)
        notify()

    patches.put(asyncio.Barrier, "__init__", functools.wraps(original)(__init__))


def put_queue(recorder, patches):
    kind = asyncio.Queue
    wake, task_done, lines = kind._wakeup_next, kind.task_done, recorder.lines
    put_code, get_code = kind.put_nowait.__code__, kind.get_nowait.__code__

    def _wakeup_next(self, waiters):
        # The caller has mostly just put an item in or taken one out. Creating a frame object to see it takes long.
        ready_lines = self._loopscope_lines
        if ready_lines is not None:
            size, before = self.qsize(), self._loopscope_size
            self._loopscope_size = size
            if size == before + 1 and waiters is self._getters:
                key = size
            elif size == before - 1 and waiters is self._putters:
                key = ~size
            else:
                caller = sys._getframe(1).f_code
                key = size if caller is put_code else ~size if caller is get_code else None
            number = recorder.number
            if key is None:
                pass
            elif number is None or number != recorder.same or len(lines) >= recorder.room - 1:
                change(recorder, self, "put" if key >= 0 else "got", size)
            else:
                lines.append(ready_lines[key])
        if waiters:
            wake(self, waiters)

    def done(self):
        left = self._unfinished_tasks - 1
        if self._loopscope is not None and left >= 0:
            recorder.note(recorder.who(), f"change\t{self._loopscope}\tdone\t{self.qsize()}\t{left}")
        task_done(self)

    put_init(recorder, patches, kind, lambda queue: queue.maxsize if queue.maxsize > 0 else None, lambda queue: 0)
    patches.put(kind, "_loopscope_size", 0)
    patches.put(kind, "_loopscope_lines", None)
    patches.put(kind, "_wakeup_next", _wakeup_next)
    patches.put(kind, "task_done", functools.wraps(task_done)(done))
    if hasattr(kind, "shutdown"):
        put_shutdown(recorder, patches, kind, kind.shutdown)


def put_shutdown(recorder, patches, queue, original):
    def shutdown(self, immediate=False):
        if self._loopscope is None:
            original(self, immediate)
            return
        # In two parts: first the items are dropped, then the waiting getters and putters are woken.
        getters, putters = self._getters, self._putters
        self._getters, self._putters = type(getters)(), type(putters)()
        try:
            original(self, immediate)
        finally:
            self._getters, self._putters = getters, putters
        change(recorder, self, "shut_down", self.qsize())
        self._loopscope_size = self.qsize()
        original(self, False)

    patches.put(queue, "shutdown", functools.wraps(original)(shutdown))


# Output and warnings.


class Stream(io.TextIOBase):
    """Replaces stdout or stderr: each write is a line of the log."""

    encoding, errors, newlines = "utf-8", "strict", None
    line_buffering, write_through = True, False

    def __init__(self, recorder, name, real):
        self.recorder = recorder
        self.short = "out" if name == "stdout" else "err"
        self.name = f"<{name}>"
        self.mode = "w"
        self.real = real
        self.parts = None
        self.buffer = Bytes(self)

    def write(self, text):
        if not isinstance(text, str):
            raise TypeError(f"write() argument must be str, not {type(text).__name__}")
        if self.recorder.echo and self.real is not None:
            self.real.write(text)
        if self.parts is not None:
            self.parts.append(text)
        elif text:
            self.recorder.printed(self.short, text)
        return len(text)

    def flush(self):
        if self.recorder.echo and self.real is not None:
            self.real.flush()

    def writable(self):
        return True

    def isatty(self):
        return False

    def fileno(self):
        if self.recorder.virtual or self.real is None:
            raise io.UnsupportedOperation("fileno")
        return self.real.fileno()

    def reconfigure(self, **_):
        pass


class Bytes(io.RawIOBase):
    """The stream's `buffer`: decodes the bytes that a program writes."""

    def __init__(self, stream):
        self.stream = stream

    def writable(self):
        return True

    def write(self, data):
        self.stream.write(bytes(data).decode("utf-8", "replace"))
        return len(data)


def put_output(recorder, patches):
    for name in ("stdout", "stderr"):
        patches.put(sys, name, Stream(recorder, name, getattr(sys, name)))

    def print(*values, **options):
        """Prints the values to a stream, or to sys.stdout by default."""
        stream = options.get("file")
        if stream is None:
            stream = sys.stdout
        if type(stream) is not Stream or stream.parts is not None:
            return real_print(*values, **options)
        stream.parts = []
        try:
            real_print(*values, **options)
        finally:
            parts, stream.parts = stream.parts, None
            text = "".join(parts)
            if text:
                recorder.printed(stream.short, text)

    patches.put(builtins, "print", print)


def put_warnings(recorder, patches):
    """Logs Python's warnings and asyncio's debug messages as events: each time, and not once per line."""
    recorder.told = False
    real_show = warnings.showwarning

    def showwarning(message, category, filename, lineno, file=None, line=None):
        recorder.warn(recorder.who(), f"{category.__name__}: {message}")
        key = str(message), category, filename, lineno
        if recorder.shown is not None and key not in recorder.shown:
            recorder.shown.add(key)
            hint = TRACEMALLOC if key[0].endswith("was never awaited") else ""
            show_in_stderr(recorder, warnings.formatwarning(message, category, filename, lineno, line) + hint)
        if recorder.echo:
            real_show(message, category, filename, lineno, file, line)

    filters = warnings.filters[:]
    warnings.simplefilter("always", RuntimeWarning)
    patches.undo.append(lambda: warnings.filters.__setitem__(slice(None), filters))
    patches.undo.append(warnings._filters_mutated if hasattr(warnings, "_filters_mutated") else lambda: None)
    patches.put(warnings, "showwarning", showwarning)
    logger = logging.getLogger("asyncio")
    handler = TellingLog(recorder)
    logger.addHandler(handler)
    patches.undo.append(lambda: logger.removeHandler(handler))


# CPython adds it to warnings about an object that it created.
TRACEMALLOC = "RuntimeWarning: Enable tracemalloc to get the object allocation traceback\n"


def show_in_stderr(recorder, text):
    if recorder.over is None and not recorder.ended and sys.stderr is not None:
        sys.stderr.write(text)


class TellingLog(logging.Handler):
    """Handles asyncio's own log messages, such as those about slow callbacks in debug mode."""

    def __init__(self, recorder):
        super().__init__(logging.WARNING)
        self.recorder = recorder

    def emit(self, record):
        if self.recorder.echo and not logging.getLogger().handlers and isinstance(sys.stderr, Stream):
            # With this handler installed, logging no longer calls `lastResort`, so this handler does.
            sys.stderr.real.write(logging.lastResort.format(record) + "\n")
        message, number = self.described(record)
        if self.recorder.shown is not None and not logging.getLogger().handlers:
            show_in_stderr(self.recorder, self.text_of(record, message))
        if not self.recorder.told:
            self.recorder.warn("-" if number is None else number, message)

    def text_of(self, record, message):
        """Returns what `lastResort` writes, with a traceback that begins in the program."""
        error = record.exc_info[1] if record.exc_info else None
        return f"{message}\n{traceback_text(error) if error is not None else ''}"

    def described(self, record):
        """Returns the message, and the number of the task concerned."""
        message, number = record.getMessage(), self.recorder.who()
        if record.msg == "Executing %s took %.3f seconds":
            # asyncio shows the repr of the task or the handle, with addresses. The name alone is reproducible.
            callback = events.get_running_loop()._current_handle._callback
            owner = getattr(callback, "__self__", None)
            number = number_of(owner)
            name = owner.get_name() if number is not None else getattr(callback, "__name__", "callback")
            message = f"Executing <{name}> took {record.args[1]:.3f} seconds"
        return message, number


# The program's clocks in virtual time.


def put_clock(recorder, patches):
    date = recorder.date

    def seconds():
        now = recorder.look()
        return Look(now) if recorder.looks > BUSY_LOOKS else now

    def wall():
        now = date + recorder.look()
        return Look(now) if recorder.looks > BUSY_LOOKS else now

    zone = os.environ.get("TZ")
    os.environ["TZ"] = "UTC"
    if hasattr(time, "tzset"):
        time.tzset()
        patches.undo.append(time.tzset)
    patches.undo.append(lambda: os.environ.pop("TZ") if zone is None else os.environ.__setitem__("TZ", zone))
    for name, function in {
        "sleep": recorder.sleep,
        "time": wall,
        "time_ns": lambda: int(date) * 10**9 + round((date - int(date) + recorder.look()) * 1e9),
        "monotonic": seconds,
        "perf_counter": seconds,
        "monotonic_ns": lambda: round(recorder.look() * 1e9),
        "perf_counter_ns": lambda: round(recorder.look() * 1e9),
        "process_time": lambda: recorder.look() and recorder.computed,
        "process_time_ns": lambda: round((recorder.look() and recorder.computed) * 1e9),
        "localtime": lambda at=None: real_time["localtime"](date + recorder.now if at is None else at),
        "gmtime": lambda at=None: real_time["gmtime"](date + recorder.now if at is None else at),
        "ctime": lambda at=None: real_time["ctime"](date + recorder.now if at is None else at),
        "asctime": lambda at=None: real_time["asctime"](time.localtime() if at is None else at),
        "strftime": lambda form, at=None: real_time["strftime"](form, time.localtime() if at is None else at),
    }.items():
        function = named(function, name)
        patches.put(time, name, function)
    put_dates(recorder, patches)
    patches.put(logging, "_startTime", time.time_ns() if sys.version_info >= (3, 13) else time.time())
    patches.put(logging.Formatter, "converter", staticmethod(time.localtime))
    put_chance(recorder, patches)
    recorder.looks = 0


def named(function, name):
    if isinstance(function, types.FunctionType):
        function.__name__ = function.__qualname__ = name
    return function


class Look(float):
    """A reading of the clock in a busy wait: `while time.perf_counter() < end: pass` computes until `end`.

    Computing takes no virtual time, so the loop would never end. Therefore, after many readings in one callback, a
    reading that is compared with a later time advances the clock to that time.
    """

    __slots__ = ()

    def __sub__(self, other):
        difference = float(self) - other
        return Look(difference) if isinstance(difference, float) else difference

    def __lt__(self, end):
        return self.early(end, float(self) < end)

    def __le__(self, end):
        return self.early(end, float(self) <= end)

    def early(self, end, is_early):
        if is_early:
            recorder = active
            until = recorder.now + (end - float(self))
            # A loop with `<=` ends only after `end`, and a compared difference may be too small by a rounding error.
            later = recorder.now + 1e-9
            recorder.compute_until(max(until, later))
        return is_early

    __hash__ = float.__hash__


def put_dates(recorder, patches):
    """Replaces `datetime.now()` and the like, which read the real clock in C."""
    from datetime import datetime, timezone

    def now(cls, tz=None):
        return cls.fromtimestamp(float(time.time()), tz)

    def utcnow(cls):
        return cls.fromtimestamp(float(time.time()), timezone.utc).replace(tzinfo=None)

    patches.put_in_type(datetime, "now", classmethod(now))
    patches.put_in_type(datetime, "utcnow", classmethod(utcnow))


def put_chance(recorder, patches):
    """Seeds every source of randomness, so that equal runs draw equal numbers."""
    if recorder.seed is None:
        return
    source = random.Random(f"entropy {recorder.seed}")
    original = random.Random.seed

    def seed(self, a=None, version=2):
        original(self, source.getrandbits(64) if a is None and type(self) is random.Random else a, version)

    patches.put(random.Random, "seed", seed)
    patches.put(random, "seed", functools.partial(seed, random._inst))
    patches.put(os, "urandom", source.randbytes)
    patches.put(random, "_urandom", source.randbytes)
    original(random._inst, recorder.seed)


# Workers in virtual time. They use no threads, which Pyodide may lack.


class Promise(concurrent.futures.Future):
    """A pool's future. Waiting for its result advances virtual time."""

    def __init__(self, number):
        super().__init__()
        self.number = number  # The number of the task that submitted the function.
        self._loopscope_ended = -math.inf  # When the function ends, if it has begun.
        self.foreseen = None  # The value and the error of a function that has begun, for workers that run ahead.
        self.planned = None  # When the function will be done, and for how many seconds of that it computes.
        self.future = None  # asyncio's future for this one.

    def unwanted(self):
        return self.future is not None and self.future.cancelled()

    def done(self):
        if self._loopscope_ended > active.now:
            return False
        return super().done() or active.job is not None and self.foreseen is not None

    def add_done_callback(self, fn):
        add = functools.partial(super().add_done_callback, fn)
        if self._loopscope_ended > active.now:
            active.at(self._loopscope_ended, add)
        else:
            add()

    def settle(self, value, error):
        self._loopscope_ended = active.now
        if error is None:
            self.set_result(value)
        else:
            self.set_exception(error)
        if self.future is not None:
            self.reach()

    def reach(self):
        """Gives asyncio's future the result in a callback of the loop: in the running one, or in a new one."""
        if active.job is not None:  # A waiting worker lets this one go on ahead of the loop.
            active.job.part(active.now).actions.append(self.reach)
        elif active.arriving:
            self.pass_on()
        elif not self.future.get_loop().is_closed():
            self.future.get_loop().call_soon(self.pass_on)

    def pass_on(self):
        """Gives asyncio's future the result."""
        future, error = self.future, self._exception
        if future.done() or future.get_loop().is_closed():
            return
        if error is None:
            future.set_result(self._result)
        else:
            future.set_exception(futures._convert_future_exc(error))

    def result(self, timeout=None):
        self.wait(timeout)
        if super().done():
            return super().result(0)
        value, error = self.foreseen
        if error is not None:
            raise error
        return value

    def exception(self, timeout=None):
        self.wait(timeout)
        return super().exception(0) if super().done() else self.foreseen[1]

    def wait(self, timeout):
        wait_in_thread([self], timeout, all_done)
        if not self.done():
            raise TimeoutError


def context_of(thread):
    """Returns a thread's own context, which is empty when the thread starts."""
    if thread is None:
        return contextvars.Context()
    return thread.__dict__.setdefault("_loopscope_context", contextvars.Context())


def wait_in_thread(promises, timeout, enough):
    if active is not None:
        block(active, lambda: enough(promises), timeout, promises)


def all_done(promises):
    return all(promise.done() for promise in promises)


def any_done(promises):
    return any(promise.done() for promise in promises)


def any_failed(promises):
    return all_done(promises) or any(promise.done() and not promise.cancelled() and promise.exception() for promise in promises)


def block(recorder, enough, timeout, waited=()):
    """Blocks the thread until `enough()`, or for `timeout` seconds. Returns whether it is enough."""
    if enough():
        return True
    limit = None if timeout is None else recorder.now + max(timeout, 0)
    if recorder.job is None:
        recorder.pump(lambda: enough() or limit is not None and (not recorder.outside or recorder.outside[0][0] > limit))
        if enough():
            return True
        if limit > recorder.now:
            recorder.note(recorder.who(), f"blocked\t{limit!r}\tsleeps\t{recorder.line_of(sys._getframe(1))}")
    elif recorder.pump_in_job(enough, limit, waited):
        return True
    elif limit is None:
        recorder.stop("", WORKER_WAITS, "stuck")
    else:
        recorder.wait_in_job(limit)
        return enough()
    recorder.come_to(limit)
    return False


WORKER_WAITS = ("A worker waits for what no other thread does. In virtual time a worker's function runs from its start to its end when it "
                "is handed over, so nothing that happens later can end the wait.")


class Pool(concurrent.futures.ThreadPoolExecutor):
    """Runs a function at once if a worker is free, on the worker's own clock, and sets its result at that clock's time.
    Otherwise the function waits until a worker is free."""

    def __init__(self, max_workers=None, thread_name_prefix="", initializer=None, initargs=(), **_):
        super().__init__(max_workers or DEFAULT_WORKERS, thread_name_prefix, initializer, initargs)
        self.initializes = functools.partial(initializer, *initargs) if initializer is not None else None
        self.waiting, self.working, self.started, self.idle = [], 0, 0, []
        self.free = []

    def submit(self, fn, /, *args, **kwargs):
        if self._shutdown:
            raise RuntimeError("cannot schedule new futures after shutdown")
        promise = Promise(active.who())
        self.waiting.append((promise, functools.partial(fn, *args, **kwargs)))
        self.begin()
        return promise

    def worker(self):
        if self.free:
            return self.free.pop(0)
        name = f"{self._thread_name_prefix or 'ThreadPoolExecutor'}_{self.started}"
        self.started += 1
        thread = threading.Thread(name=name, daemon=True)
        if self.initializes is not None:
            context_of(thread).run(self.initializes)
        return thread

    def begin(self):
        while self.waiting and self.working < self._max_workers:
            promise, function = self.waiting.pop(0)
            if promise.unwanted():
                promise.cancel()
            if not promise.set_running_or_notify_cancel():
                continue
            thread = self.worker()
            self.working += 1
            done = functools.partial(self.done, promise, thread)
            until, computed, *promise.foreseen = active.hand_over(function, done, thread, promise.number)
            promise.planned, promise._loopscope_ended = (until, computed), until
        if not self.working:
            while self.idle:
                self.idle.pop()()

    def done(self, promise, thread, value, error):
        self.working -= 1
        self.free.append(thread)
        promise.settle(value, error)
        self.begin()

    def shutdown(self, wait=True, *, cancel_futures=False):
        self._shutdown = True
        while cancel_futures and self.waiting:
            self.waiting.pop()[0].cancel()
        if wait and active is not None:
            active.pump(lambda: not self.working)


Pool.__name__ = Pool.__qualname__ = "ThreadPoolExecutor"


def put_workers(recorder, patches):
    for module in (concurrent.futures, concurrent.futures.thread):
        patches.put(module, "ThreadPoolExecutor", Pool)
    patches.put(concurrent.futures, "ProcessPoolExecutor", Pool)
    for module in (concurrent.futures, concurrent.futures._base):
        patches.put(module, "wait", wait)
        patches.put(module, "as_completed", completed)
    original = asyncio.BaseEventLoop.run_in_executor

    def run_in_executor(loop, executor, func, *args):
        if executor is None and loop._default_executor is None:
            loop._check_closed()
            loop._check_default_executor()
            loop._default_executor = Pool(thread_name_prefix="asyncio")
        pool = loop._default_executor if executor is None else executor
        if not isinstance(pool, Pool):
            return original(loop, executor, func, *args)
        loop._check_closed()
        future = loop.create_future()
        promise = pool.submit(func, *args)
        promise.future = future
        if promise.done():
            loop.call_soon(promise.pass_on)
        if promise.planned is not None:
            until, computed = promise.planned
            recorder.waits_for(future, f"worker\t{until!r}\t{round(computed, 9)!r}")
        else:
            recorder.waits_for(future, "worker\t\t")
        return future

    async def shutdown_default_executor(loop, timeout=None):
        loop._executor_shutdown_called = True
        pool = loop._default_executor
        if pool is None:
            return
        pool.shutdown(wait=False)
        if isinstance(pool, Pool) and pool.working:
            future = loop.create_future()
            pool.idle.append(lambda: future.done() or future.set_result(None))
            await future

    patches.put(asyncio.BaseEventLoop, "run_in_executor", run_in_executor)
    patches.put(asyncio.BaseEventLoop, "shutdown_default_executor", shutdown_default_executor)
    put_threads(recorder, patches)
    put_timers(recorder, patches)
    put_waits(recorder, patches)
    put_events(recorder, patches)
    put_thread_queues(recorder, patches)


ENOUGH = {
    concurrent.futures.ALL_COMPLETED: all_done,
    concurrent.futures.FIRST_COMPLETED: any_done,
    concurrent.futures.FIRST_EXCEPTION: any_failed,
}


def wait(fs, timeout=None, return_when=concurrent.futures.ALL_COMPLETED):
    """`concurrent.futures.wait` in virtual time."""
    fs = list(dict.fromkeys(fs))
    wait_in_thread(fs, timeout, ENOUGH[return_when])
    done = [promise for promise in fs if promise.done()]
    left = [promise for promise in fs if promise not in done]
    return concurrent.futures._base.DoneAndNotDoneFutures(OrderedSet(done), OrderedSet(left))


def completed(fs, timeout=None):
    """`concurrent.futures.as_completed` in virtual time."""
    left = list(dict.fromkeys(fs))
    limit = None if timeout is None else active.now + timeout
    while left:
        wait_in_thread(left, None if limit is None else max(0, limit - active.now), any_done)
        done = [promise for promise in left if promise.done()]
        if not done:
            raise TimeoutError(f"{len(left)} (of {len(left)}) futures unfinished")
        left = [promise for promise in left if not promise.done()]
        yield from done


def put_threads(recorder, patches):
    """Runs the program's own threads as workers, too."""
    thread = threading.Thread

    def start(self):
        if self.__dict__.get("_loopscope_state") is not None:
            raise RuntimeError("threads can only be started once")
        self._loopscope_state = "runs"

        def end(value, error):
            self._loopscope_state = "ended"
            if error is not None and not isinstance(error, SystemExit):
                text = "".join(traceback.format_exception(error))
                sys.stderr.write(f"Exception in thread {self.name}:\n{text}")

        self._loopscope_ended = recorder.hand_over(self.run, end, self)[0]

    def join(self, timeout=None):
        if self.__dict__.get("_loopscope_state") is None:
            raise RuntimeError("cannot join thread before it is started")
        block(recorder, lambda: has_ended(self), timeout, [self])

    def has_ended(self):
        # A worker, which runs ahead, goes by the time at which the other one will end.
        return self._loopscope_ended <= recorder.now and (self._loopscope_state == "ended" or recorder.job is not None)

    def is_alive(self):
        return self.__dict__.get("_loopscope_state") is not None and not has_ended(self) or self is current()

    current = threading.current_thread

    def current_thread():
        if recorder.job is not None and recorder.job.thread is not None:
            return recorder.job.thread
        return current()

    patches.put(thread, "start", start)
    patches.put(thread, "join", join)
    patches.put(thread, "is_alive", is_alive)
    patches.put(thread, "_loopscope_ended", -math.inf)
    patches.put(threading, "current_thread", current_thread)


def put_timers(recorder, patches):
    """Runs a `threading.Timer`'s function when it is due, so that it can be cancelled until then."""
    timer, cancel = threading.Timer, threading.Timer.cancel

    def start(self):
        if self.__dict__.get("_loopscope_state") is not None:
            raise RuntimeError("threads can only be started once")
        self._loopscope_state = "runs"
        self._loopscope_event = recorder.at(recorder.now + self.interval, functools.partial(due, self))

    def due(self):
        self._loopscope_event = self._loopscope_state = None
        self.interval = 0
        threading.Thread.start(self)

    def cancelled(self):
        cancel(self)
        event = self.__dict__.get("_loopscope_event")
        if event is not None and recorder.job is None:
            recorder.outside.remove(event)
            heapq.heapify(recorder.outside)
            self._loopscope_event, self._loopscope_state = None, "ended"

    patches.put(timer, "start", start)
    patches.put(timer, "cancel", functools.wraps(cancel)(cancelled))


def put_waits(recorder, patches):
    """Makes waits for a lock or a condition of `threading` pass virtual time. Events, queues and barriers use conditions."""
    lock = type(threading.Lock())
    acquire_now = lock.acquire

    def acquire(self, blocking=True, timeout=-1):
        if acquire_now(self, False):
            return True
        if not blocking or timeout == 0:
            return acquire_now(self, blocking, timeout)
        return block(recorder, lambda: acquire_now(self, False), None if timeout == -1 else timeout)

    def wait(self, timeout=None):
        if not self._is_owned():
            raise RuntimeError("cannot wait on un-acquired lock")
        waiter = threading.Lock()
        acquire_now(waiter)
        self._waiters.append(waiter)
        saved, notified = self._release_save(), False
        try:
            notified = block(recorder, lambda: not waiter.locked(), timeout)
            return notified
        finally:
            self._acquire_restore(saved)
            if not notified and waiter in self._waiters:
                self._waiters.remove(waiter)

    for name in ("acquire", "acquire_lock", "__enter__"):
        patches.put_in_type(lock, name, acquire)
    for module, name in ((threading, "_time"), (queue, "time")):
        patches.put(module, name, lambda: recorder.now)
    patches.put(queue, "SimpleQueue", queue._PySimpleQueue)  # The class written in C waits in real time.
    patches.put(threading.Condition, "wait", functools.wraps(threading.Condition.wait)(wait))


def put_events(recorder, patches):
    """A worker may set an event ahead of the loop. The others see it when they come to that time."""
    event = threading.Event
    set_event = event.set

    def set(self):
        set_event(self)
        self._loopscope_ended = recorder.now

    def is_set(self):
        return self._flag and self._loopscope_ended <= recorder.now

    def wait(self, timeout=None):
        return block(recorder, lambda: is_set(self), timeout, [self])

    patches.put(event, "_loopscope_ended", -math.inf)
    for function in (set, is_set, wait):
        patches.put(event, function.__name__, functools.wraps(getattr(event, function.__name__))(function))


def put_thread_queues(recorder, patches):
    """A worker may put items ahead of the loop, or mark them as done. The others get them at that time."""
    kind = queue.Queue
    put_item, get_item, task_done, join_queue = kind.put, kind.get, kind.task_done, kind.join

    def times(self):
        return self.__dict__.setdefault("_loopscope_times", collections.deque())

    def come_to(when):
        if when <= recorder.now:
            return
        if recorder.job is not None:
            recorder.wait_in_job(when, follows=True)
        else:
            recorder.note(recorder.who(), f"blocked\t{when!r}\tsleeps\t{recorder.line_of(sys._getframe(2))}")
            recorder.pass_until(when)

    def put(self, item, block=True, timeout=None):
        put_item(self, item, block, timeout)
        times(self).append(recorder.now)

    def get(self, block=True, timeout=None):
        waiting = times(self)
        if waiting and waiting[0] > recorder.now:
            limit = recorder.now if not block else math.inf if timeout is None else recorder.now + timeout
            come_to(min(waiting[0], limit))
            if waiting[0] > limit:
                raise queue.Empty
        item = get_item(self, block, timeout)
        if waiting:
            waiting.popleft()
        return item

    def done(self):
        task_done(self)
        self._loopscope_done = recorder.now

    def join(self):
        join_queue(self)
        come_to(self.__dict__.get("_loopscope_done", recorder.now))

    def qsize(self):
        return sum(when <= recorder.now for when in times(self))

    def empty(self):
        return qsize(self) == 0

    for name, function in {"put": put, "get": get, "task_done": done, "join": join, "qsize": qsize, "empty": empty}.items():
        patches.put(kind, name, functools.wraps(getattr(kind, name))(function))


def put_real_workers(recorder, patches):
    """In real time workers are threads. Their output is logged for the task that submitted the function."""
    original = asyncio.BaseEventLoop.run_in_executor

    def run_in_executor(loop, executor, func, *args):
        number = recorder.who()

        def work():
            recorder.here.number = number
            try:
                return func(*args)
            finally:
                del recorder.here.number

        if executor is not None and not isinstance(executor, concurrent.futures.ThreadPoolExecutor):
            return original(loop, executor, func, *args)  # `work` cannot be sent to another process.
        future = original(loop, executor, work)
        recorder.waits_for(future, "worker\t\t")
        return future

    patches.put(asyncio.BaseEventLoop, "run_in_executor", run_in_executor)
    patches.put(time, "sleep", recorder.sleep)


# Running a program.


def execute(recorder, source, argv, notebook, path):
    name = recorder.main_file
    cells = [source] if isinstance(source, str) else list(source)
    text = "\n".join(cells)
    linecache.cache[name] = (len(text), None, text.splitlines(keepends=True), name)
    module = types.ModuleType("__main__")
    module.__file__ = name
    module.__builtins__ = builtins
    if sys.version_info < (3, 14):
        module.__annotations__ = {}
    before = sys.modules.get("__main__"), sys.argv, sys.path[:]
    sys.modules["__main__"], sys.argv = module, argv
    if path is not None:
        sys.path.insert(0, path)
        recorder.folder = os.path.join(os.path.abspath(path), "")
    try:
        if notebook:
            run_cells(recorder, cells, module.__dict__)
        else:
            code = compile(text, name, "exec", dont_inherit=True)
            exec(code, module.__dict__)
    finally:
        sys.modules["__main__"], sys.argv, sys.path[:] = before


def run_cells(recorder, cells, namespace):
    """Runs a notebook's cells, one after another, in one task and one namespace."""
    codes, first = [], 0
    for cell in cells:
        tree = compile(cell, recorder.main_file, "exec", ast.PyCF_ONLY_AST | ast.PyCF_ALLOW_TOP_LEVEL_AWAIT, True)
        ast.increment_lineno(tree, first)
        codes.append(compile(tree, recorder.main_file, "exec", ast.PyCF_ALLOW_TOP_LEVEL_AWAIT, True))
        first += cell.count("\n") + 1

    async def notebook():
        for code in codes:
            if code.co_flags & inspect.CO_COROUTINE:
                await eval(code, namespace)
            else:
                exec(code, namespace)

    with asyncio.Runner() as runner:
        runner.run(notebook())


def traceback_text(error):
    """Returns Python's traceback, from the program's first frame on, without the recorder's frames."""
    told = traceback.TracebackException.from_exception(error)
    strip(told, set())
    if isinstance(error, SyntaxError) and told.text is None and error.lineno:
        told.text = linecache.getline(error.filename, error.lineno)
    text = "".join(told.format())
    return text.replace(sysconfig.get_path("stdlib") + "/", "lib/python3.13/".replace("3.13", sysconfig.get_python_version()))


def strip(told, seen):
    if told is None or id(told) in seen:
        return
    seen.add(id(told))
    told.stack[:] = [frame for frame in told.stack if frame.filename not in OURS]
    for other in (told.__cause__, told.__context__, *(told.exceptions or () if hasattr(told, "exceptions") else ())):
        strip(other, seen)


# The command line.


def record(name):
    """Records this program from now on, in real time, into the file with this name."""
    file = open(name, "w", encoding="utf-8", newline="\n")
    main = sys.modules.get("__main__")
    path = getattr(main, "__file__", None) or "program.py"
    recorder = Recorder(file.write, clock="real", echo=True, main_file=path)
    recorder.folder = os.path.join(os.path.dirname(os.path.abspath(path)), "")
    recorder.install()

    def close():
        recorder.flush_output()
        recorder.end("done")
        recorder.uninstall()
        file.close()

    atexit.register(close)
    return recorder


def read_arguments(words):
    parser = argparse.ArgumentParser(prog="loopscope.py", description="Records what an asyncio program does.")
    parser.add_argument("-o", "--output", metavar="FILE", help="the log (the program's name with .loopscope)")
    parser.add_argument("--virtual", action="store_true", help="in virtual time")
    parser.add_argument("--seed", type=int, help="of random, before the program starts")
    parser.add_argument("--date", type=float, help="what time.time() starts at, in virtual time")
    parser.add_argument("--notebook", action="store_true", help="await is allowed at the top level")
    parser.add_argument("--locals", action="store_true", help="log the local variables")
    parser.add_argument("--plain", action="store_true", help="write no log; a traceback follows a line --- stderr")
    parser.add_argument("--log", action="store_true", help="print the log and nothing else")
    parser.add_argument("program")
    parser.add_argument("arguments", nargs=argparse.REMAINDER)
    return parser.parse_args(words)


def main(words):
    options = read_arguments(words)
    with open(options.program, encoding="utf-8") as file:
        source = file.read()
    folder, name = os.path.split(os.path.abspath(options.program))
    main_file = "program.py" if options.virtual else options.program
    parts, ended = [], []
    out = sys.stdout
    out.reconfigure(encoding="utf-8")
    common = {
        "clock": "virtual" if options.virtual else "real", "date": options.date, "seed": options.seed,
        "locals": options.locals, "main_file": main_file,
        "on_end": lambda how, text, line: ended.append((how, text)),
    }
    if options.plain:
        recorder = Recorder(functools.partial(write_plainly, out), **common)
    elif options.log:
        recorder = Recorder(out.write, **common)
    else:
        path = options.output or os.path.splitext(name)[0] + ".loopscope"
        parts.append(open(path, "w", encoding="utf-8", newline="\n"))
        recorder = Recorder(parts[0].write, echo=True, **common)
    notebook = options.notebook or name.startswith("nb_")
    code = recorder.run_program(source, [main_file, *options.arguments], notebook=notebook, path=folder)
    for file in parts:
        file.close()
    how = ""
    for how, text in ended:
        if options.plain and how in ("raised", "stuck", "limit"):
            out.write("--- stderr\n" + text + ("" if text.endswith("\n") else "\n"))
        elif how in ("raised", "stuck") and not options.log:
            sys.stderr.write(text if text.endswith("\n") else text + "\n")
    if recorder.over is not None:
        # The run was ended early. Python's warnings at its exit about the unfinished tasks do not belong to the run.
        sys.stdout.flush()
        sys.stderr.flush()
        os._exit(code)
    return int(how == "raised") if options.plain else code  # The caller of a plain run compares its output only.


def write_plainly(out, lines):
    """Writes the program's stdout, taken from lines of the log."""
    for line in lines.splitlines():
        fields = line.split("\t")
        if len(fields) > 5 and fields[3] == "printed" and fields[4] == "out":
            out.write(unescaped(fields[5]))


def unescaped(text):
    return re.sub(r"\\(u\{([0-9a-f]+)\}|.)", lambda match: chr(int(match[2], 16)) if match[2]
                  else {"t": "\t", "n": "\n", "r": "\r"}.get(match[1], match[1]), text)


if __name__ == "__main__":
    # `import loopscope` must return this module, and not load a second copy.
    sys.modules["loopscope"] = sys.modules["__main__"]
    sys.exit(main(sys.argv[1:]))
