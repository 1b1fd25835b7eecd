"""Runs the reader's answer to an exercise: its function, once for each set of arguments, each run with its own log.

`loopscope_lab.run` calls `Answer.run` instead of a whole program. It logs lines that only the checks read
(`static/exercises/`): the function found, the calls' starts and ends with their values, and what the program has replaced.
"""

import asyncio
import builtins
import dataclasses
import importlib
import inspect
import json
import linecache
import os
import sys
import types

import loopscope
from loopscope_guard import Guard

MODULE = "program"
TOOL = 4  # a tool number of sys.monitoring that CPython does not use
MOST = 200  # the maximum of a container's elements in the log
LONGEST = 2000  # the maximum of a text's characters in the log
DEPTH = 8  # the maximum depth of nested containers in the log

loopscope.OURS.add(__file__)


class Answer:
    """One run of an answer. `wanted` is an element of the request's `runs` (docs/exercises.md)."""

    def __init__(self, recorder, wanted):
        self.recorder = recorder
        self.wanted = wanted
        self.watched = set(wanted.get("watch", [])) | {wanted["function"]}
        self.given = wanted.get("given", [])
        self.calls = {}  # Each call's number, by its frame.
        self.counted = 0

    def run(self, source, path):
        """Runs the answer: the counterpart of `loopscope.execute` for a program."""
        recorder = self.recorder
        sys.path.insert(0, path)
        recorder.folder = os.path.join(os.path.abspath(path), "")
        for name in self.files():
            recorder.add_file(os.path.join(path, name), name)
        self.guard = guard = Guard()
        leave, os._exit = os._exit, leave_early
        try:
            given = self.import_given()
            guard.add(given)
            self.watch(given)
            module = self.import_program(source)
            function = self.find(module)
            recorder.log("-", "drive")
            if function is not None:
                self.drive(module, function)
        finally:
            self.unwatch()
            for name in guard.changed():
                recorder.log("-", "replaced", name)
            guard.restore()
            os._exit = leave
            sys.path.remove(path)
            forget(path)

    def files(self):
        return [*self.given, *([self.wanted["drive"]] if self.wanted.get("drive") else [])]

    # The modules.

    def import_given(self):
        """Imports the exercise's own modules, and sets their variables for which this run gives a value."""
        modules = {}
        for name in self.given:
            module = importlib.import_module(name.removesuffix(".py"))
            modules[module.__name__] = module
        for place, value in self.wanted.get("values", {}).items():
            module, _, name = place.partition(".")
            if not hasattr(modules[module], name):
                raise LookupError(f"{module} has no {name}")
            setattr(modules[module], name, value)
        return list(modules.values())

    def import_program(self, source):
        """Imports the program as a module, so that the code under its `__main__` guard does not run. A run that it starts
        nevertheless is skipped, because the checks start their own."""
        name = self.recorder.main_file
        linecache.cache[name] = (len(source), None, source.splitlines(keepends=True), name)
        module = types.ModuleType(MODULE)
        module.__file__ = name
        module.__builtins__ = builtins
        module.__annotations__ = {}
        sys.modules[MODULE] = module
        code = compile(source, name, "exec", dont_inherit=True)
        begun = []
        with no_runs(begun):
            try:
                exec(code, module.__dict__)
            except Exception:
                # Code after a skipped run may fail because the run has no result.
                if not begun:
                    raise
        return module

    def find(self, module):
        """Finds the function that the exercise asks for, and logs it."""
        name = self.wanted["function"]
        found = getattr(module, name, None)
        if not callable(found):
            self.recorder.log("-", "form", "missing" if found is None else "other", "")
            return None
        kind = "coroutine" if inspect.iscoroutinefunction(found) else "function"
        try:
            parameters = list(inspect.signature(found).parameters)
            inspect.signature(found).bind(*self.wanted["arguments"])
            fits = "fits"
        except TypeError:
            fits = "differs"
        except ValueError:
            parameters, fits = [], "fits"
        self.recorder.log("-", "form", kind, fits, " ".join(parameters))
        return found if fits == "fits" else None

    # The run.

    def drive(self, module, function):
        arguments = self.wanted["arguments"]
        if self.wanted.get("drive"):
            driver = importlib.import_module(self.wanted["drive"].removesuffix(".py"))
            awaitable = driver.main(module, *arguments)
        else:
            awaitable = function(*arguments)
        if not inspect.isawaitable(awaitable):
            self.recorder.log("-", "form", "plain", "fits", "")
            return
        if not inspect.iscoroutine(awaitable):
            awaitable = wait_for(awaitable)
        with asyncio.Runner() as runner:
            self.guard.add_loop(runner.get_loop())
            value = runner.run(awaitable)
        self.recorder.log("-", "result", to_json(value))

    # Calls are observed by CPython's `sys.monitoring`, so that the program's coroutines need no wrappers.

    def watch(self, given):
        self.codes = {id(code): code for module in given for code in codes_of(module)}
        monitoring = sys.monitoring
        monitoring.use_tool_id(TOOL, "loopscope")
        kinds = monitoring.events
        monitoring.register_callback(TOOL, kinds.PY_START, self.began)
        monitoring.register_callback(TOOL, kinds.PY_RETURN, self.returned)
        monitoring.register_callback(TOOL, kinds.PY_UNWIND, self.unwound)
        monitoring.set_events(TOOL, kinds.PY_START | kinds.PY_RETURN | kinds.PY_UNWIND)

    def unwatch(self):
        monitoring = sys.monitoring
        if monitoring.get_tool(TOOL) != "loopscope":
            return
        monitoring.set_events(TOOL, 0)
        for kind in ("PY_START", "PY_RETURN", "PY_UNWIND"):
            monitoring.register_callback(TOOL, getattr(monitoring.events, kind), None)
        monitoring.restart_events()
        monitoring.free_tool_id(TOOL)

    def name_of(self, code):
        """Returns the name of this code's calls in the log; None if no check needs them."""
        name = code.co_qualname.rpartition("<locals>.")[2]
        if id(code) in self.codes:
            return None if name.startswith("<") or code.co_name.startswith("_") else name
        if code.co_filename == self.recorder.main_file and name in self.watched:
            return name
        return None

    def began(self, code, _offset):
        name = self.name_of(code)
        if name is None:
            return sys.monitoring.DISABLE
        if id(code) in self.codes:
            self.guard.look()
        self.counted += 1
        frame = sys._getframe(1)
        self.calls[frame] = self.counted
        count = code.co_argcount + code.co_kwonlyargcount
        extra = bool(code.co_flags & inspect.CO_VARARGS) + bool(code.co_flags & inspect.CO_VARKEYWORDS)
        names = code.co_varnames[: count + extra]
        values = frame.f_locals
        arguments = {name: values[name] for name in names if name in values and name != "self"}
        line = self.recorder.line_of(frame.f_back) if frame.f_back is not None else ""
        self.recorder.log(None, "call", self.counted, name, to_json(arguments), line)
        return None

    def returned(self, code, _offset, value):
        self.left(code, "returned", value)

    def unwound(self, code, _offset, error):
        self.left(code, "cancelled" if isinstance(error, asyncio.CancelledError) else "raised", error)

    def left(self, code, how, value):
        if self.name_of(code) is None:
            return
        number = self.calls.pop(sys._getframe(2), None)
        if number is not None and not isinstance(value, (GeneratorExit, loopscope.Over)):
            self.recorder.log(None, "left", number, how, to_json(value))


def codes_of(owner):
    """Yields the code of each function that a module of the exercise, or a class in it, defines and does not import."""
    module = getattr(owner, "__module__", owner.__name__)
    for value in vars(owner).values():
        value = inspect.unwrap(getattr(value, "__func__", value))
        if getattr(value, "__module__", None) != module:
            continue
        if isinstance(value, types.FunctionType):
            yield from nested(value.__code__)
        elif isinstance(value, type):
            yield from codes_of(value)


def nested(code):
    """Yields a function's code, and that of the functions in it."""
    yield code
    for constant in code.co_consts:
        if isinstance(constant, types.CodeType):
            yield from nested(constant)


def leave_early(status=0):
    """Ends the run as `sys.exit` does, because the engine's process must stay."""
    raise SystemExit(status)


async def wait_for(awaitable):
    return await awaitable


class no_runs:
    """A context in which a run that the program starts is skipped, and appended to `begun`."""

    def __init__(self, begun):
        self.begun = begun

    def __enter__(self):
        self.before = [(owner, name, getattr(owner, name)) for owner, name in self.places()]
        for owner, name, _ in self.before:
            setattr(owner, name, self.leave_out)

    @staticmethod
    def places():
        return [(asyncio, "run"), (asyncio.runners, "run"), (asyncio.Runner, "run"),
                (asyncio.BaseEventLoop, "run_until_complete"), (asyncio.BaseEventLoop, "run_forever")]

    def leave_out(self, *arguments, **_):
        self.begun.append(True)
        for argument in arguments:
            if inspect.iscoroutine(argument):
                argument.close()

    def __exit__(self, *_):
        for owner, name, value in self.before:
            if getattr(owner, name) == self.leave_out:
                setattr(owner, name, value)


def forget(path):
    """Drops the modules of a run, so that the next one imports its own."""
    for name, module in list(sys.modules.items()):
        file = getattr(module, "__file__", None) or ""
        if name == MODULE or file.startswith(os.path.join(path, "")):
            del sys.modules[name]
    importlib.invalidate_caches()


def to_json(value):
    """Returns a value as JSON, as the checks compare it."""
    return json.dumps(plain(value, DEPTH), ensure_ascii=False, allow_nan=False)


def plain(value, depth):
    """Converts a value for JSON. Calls no method of the program except an exception's `str`."""
    if value is None or type(value) in (bool, int):
        return value
    if isinstance(value, float):
        return float(value) if value == value and abs(value) != float("inf") else {"number": repr(float(value))}
    if isinstance(value, str):
        return str.__str__(value)[:LONGEST]
    if isinstance(value, bytes):
        return {"bytes": value[:LONGEST].decode("latin-1")}
    if isinstance(value, BaseException):
        return {"error": type(value).__name__, "message": loopscope.message_of(value)[:LONGEST]}
    if not depth:
        return "…"
    if isinstance(value, (list, tuple)):
        return [plain(item, depth - 1) for item in value[:MOST]]
    if isinstance(value, dict):
        return {key if isinstance(key, str) else json.dumps(plain(key, depth - 1), ensure_ascii=False): plain(item, depth - 1)
                for key, item in list(value.items())[:MOST]}
    if isinstance(value, (set, frozenset)):
        items = [plain(item, depth - 1) for item in list(value)[:MOST]]
        return {"set": sorted(items, key=lambda item: json.dumps(item, ensure_ascii=False, sort_keys=True))}
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        return {field.name: plain(getattr(value, field.name, None), depth - 1) for field in dataclasses.fields(value)}
    if isinstance(value, asyncio.Task):
        return {"task": value.get_name()}
    return {"object": type(value).__name__}
