"""Finds the functions, modules and constants that an answer has replaced, and restores the functions and modules.

An answer may restore a function before its end, so the guard also checks at each call of the exercise's modules.
"""

import asyncio
import asyncio.events
import builtins
import copy
import random
import sys
import time
import types

import loopscope

# The modules and classes that an answer must not change. Otherwise it could wait without time passing.
MODULES = [
    asyncio, asyncio.tasks, asyncio.locks, asyncio.queues, asyncio.events, asyncio.base_events, asyncio.timeouts,
    asyncio.taskgroups, asyncio.runners, asyncio.threads, time, builtins, random, loopscope,
]
CLASSES = [
    asyncio.BaseEventLoop, asyncio.AbstractEventLoop, asyncio.Semaphore, asyncio.Lock, asyncio.Event, asyncio.Queue,
    asyncio.TaskGroup, asyncio.Timeout, asyncio.Runner,
]


class Guard:
    """The attributes of some modules and classes, to be compared and restored."""

    def __init__(self):
        self.held = []
        self.constants = []  # Of each constant in the exercise's modules: the module, the name, the value, a copy.
        self.found = {}
        self.loop, self.own = None, set()
        for module in MODULES:
            self.hold(module, module.__name__)
        for kind in CLASSES:
            self.hold(kind, f"asyncio.{kind.__name__}")
        self.modules = dict(sys.modules)

    def add(self, modules):
        """Also guards the exercise's modules, with what they import and their constants."""
        for module in modules:
            self.modules[module.__name__] = module
            self.hold(module, module.__name__, types.ModuleType)
            for key, value in vars(module).items():
                if key.isupper():
                    self.constants.append((module, key, value, copy.deepcopy(value)))

    def add_loop(self, loop):
        """Also guards the methods of the loop in which the answer runs."""
        self.loop, self.own = loop, set(vars(loop))

    def hold(self, owner, name, *kinds):
        values = {key: value for key, value in vars(owner).items()
                  if not key.startswith("__") and (callable(value) or isinstance(value, kinds))}
        codes = {key: value.__code__ for key, value in values.items() if isinstance(value, types.FunctionType)}
        self.held.append((owner, name, values, codes))

    def look(self):
        """Records which of the guarded attributes are replaced now."""
        for owner, name, values, codes in self.held:
            now = vars(owner)
            for key, value in values.items():
                if now.get(key) is not value or (key in codes and value.__code__ is not codes[key]):
                    self.found.setdefault(f"{name}.{key}")
        for module, key, _, before in self.constants:
            if key not in vars(module) or vars(module)[key] != before:
                self.found.setdefault(f"{module.__name__}.{key}")
        if self.loop is not None:
            for key in set(vars(self.loop)) - self.own:
                if callable(getattr(type(self.loop), key, None)):
                    self.found.setdefault(f"loop.{key}")
        for name, module in self.modules.items():
            if sys.modules.get(name) is not module:
                self.found.setdefault(f'sys.modules["{name}"]')

    def changed(self):
        self.look()
        return list(self.found)

    def restore(self):
        for owner, _, values, codes in self.held:
            for key, value in values.items():
                if vars(owner).get(key) is not value:
                    setattr(owner, key, value)
                if key in codes and value.__code__ is not codes[key]:
                    value.__code__ = codes[key]
        sys.modules.update(self.modules)
