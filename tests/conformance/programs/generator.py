"""Random programs, each determined by its seed.

Loops are counted, so every program ends or waits for ever in a deadlock that the loop detects. In some
programs, tasks await tasks that may await them. No story depends on the order of a set.
"""

import random
from contextlib import contextmanager

# Few different times, so that many events coincide, some only nearly (0.1 + 0.2 is not 0.3).
TIMES = [0.1, 0.2, 0.25, 0.3, 0.5, 0.5, 0.7, 1.0, 1.0, 1.5, 2.0, 3.0]

KINDS = {
    "lock": "L",
    "semaphore": "S",
    "bounded_semaphore": "B",
    "event": "E",
    "condition": "C",
    "barrier": "R",
    "queue": "Q",
    "priority_queue": "P",
    "lifo_queue": "I",
    "future": "F",
}

DEEPEST = 4

OTHER_ERRORS = ["LookupError", "IndexError", "TimeoutError", "ConnectionResetError", "ZeroDivisionError", "NotImplementedError"]
BASES = ["OSError", "TimeoutError", "LookupError", "ArithmeticError", "RuntimeError"]


def program_from_seed(seed):
    return Generator(seed).program()


class Generator:
    def __init__(self, seed):
        self.random = random.Random(seed)
        self.left = self.random.choice([8, 12, 16, 20, 24])  # The number of statements that are still to be generated.
        self.times = self.random.sample(TIMES, self.random.randint(1, 3)) + [0.0] * self.random.choice([0, 1, 1, 4])
        self.likings = {}
        self.things = {}
        self.rings = self.chance(0.25)  # Whether a task awaits tasks that may await it.
        self.busy = False  # Whether the program mostly uses its things.
        self.by_hand = set()  # Locks that are acquired and released by separate statements.
        self.numbers = {}
        self.complete = []  # Tasks that may be awaited.
        self.kept = []
        self.ancestors = ["main"]
        self.groups = []
        self.limits = []
        self.held = []
        self.depth = 0

    def program(self):
        for kind in self.random.choices(list(KINDS), k=self.random.choice([0, 1, 1, 1, 1, 2, 2, 3])):
            self.add_thing(kind)
        self.busy = bool(self.things) and self.chance(0.5)
        if self.busy and self.chance(0.7):
            main = self.crowd()
        else:
            main = [self.spawn() for _ in range(self.random.choice([1, 2, 2, 3, 3, 4]))]
        main += self.guarded(self.body(4))
        if self.chance(0.6):
            main.append({"sleep": self.time()})
        if self.chance(0.6):
            main += self.guarded(self.end())
        if self.chance(0.1):
            main += self.late()
        if self.chance(0.35):
            main = [{"timeout": [self.name("t"), self.time() + self.time(), main]}]
        return {"things": self.things, "main": main}

    def guarded(self, statements):
        """Often wraps statements so that no exception leaves them, and more of the program runs."""
        if self.chance(0.3):
            return statements
        return [{"try": {"body": statements, "catch": self.random.choice(["Exception", "BaseException"])}}]

    def end(self):
        """Waits for existing tasks."""
        names = [name for name in self.complete if self.chance(0.7)]
        if not names:
            return [{"sleep": self.time()}]
        all_of_them = [{"task": name} for name in names]
        return [
            self.random.choice(
                [
                    {"wait": [names, None, "ALL_COMPLETED"]},
                    {"show": {"gather_return_exceptions": all_of_them}},
                    {"await": {"gather": all_of_them}},
                ]
            )
        ]

    def add_thing(self, kind):
        name = self.name(KINDS[kind])
        match kind:
            case "semaphore" | "bounded_semaphore":
                self.things[name] = {kind: self.random.choice([0, 1, 1, 1, 2, 2])}
            case "barrier":
                self.things[name] = {kind: self.random.choice([1, 2, 2, 2, 3])}
            case "queue" | "priority_queue" | "lifo_queue":
                self.things[name] = {kind: self.random.choice([0, 0, 1, 1, 2])}
            case _:
                self.things[name] = kind
        if kind in ("lock", "bounded_semaphore", "condition") and self.chance(0.3):
            self.by_hand.add(name)

    # Draws.

    def chance(self, probability):
        return self.random.random() < probability

    def time(self):
        return self.random.choice(self.times)

    def name(self, letter):
        self.numbers[letter] = self.numbers.get(letter, 0) + 1
        return f"{letter}{self.numbers[letter]}"

    def weighted(self, kind, choices):
        """Calls one of the makers, by weight. Each program has its own preferences, so that
        some programs repeat one construct often."""
        weights = [weight * self.liking((kind, number)) for number, (weight, _) in enumerate(choices)]
        makers = [maker for _, maker in choices]
        return self.random.choices(makers, weights)[0]()

    def liking(self, choice):
        if choice not in self.likings:
            self.likings[choice] = self.random.choice([0.1, 0.3, 1, 1, 1, 4])
        return self.likings[choice]

    def message(self):
        return self.random.choice(["x", "y", "z"])

    def any_task(self):
        """Returns a task whose body is complete, an ancestor, or a task that is created later."""
        to_come = f"a{self.numbers.get('a', 0) + self.random.randint(1, 2)}"
        near = [*self.complete, *self.complete, self.ancestors[-1], self.ancestors[0], to_come]
        return self.random.choice(near)

    # Bodies.

    def body(self, longest=3):
        statements = []
        for _ in range(self.random.randint(1, longest)):
            statements += self.statements()
        if self.depth and self.chance(0.15):
            statements.append({"return": self.random.choice([1, 2, "v"])})
        return statements

    @contextmanager
    def deeper(self):
        self.depth += 1
        yield
        self.depth -= 1

    @contextmanager
    def another_task(self, name=None):
        """Starts a task's own list of held locks. Timeouts stay shared: any task may move another task's timeout."""
        held, self.held = self.held, []
        if name:
            self.ancestors.append(name)
        with self.deeper():
            yield
        if name:
            self.ancestors.pop()
            self.complete.append(name)
        self.held = held

    def statements(self):
        self.left -= 1
        simple = [(9, self.sleep), (2, self.print), (4, self.ask), (4, self.cancel), (1.3, self.raise_)]
        if self.left <= 0 or self.depth >= DEEPEST:
            return self.weighted("last statements", [*simple, (5 if self.things else 0, self.use_a_thing)])
        if self.busy and self.chance(0.6):
            return self.sleep() if self.chance(0.25) else self.use_a_thing()
        return self.weighted(
            "statements",
            [
                *simple,
                (9, self.wait_somehow),
                (9, lambda: [self.spawn()]),
                (8, self.try_),
                (5, self.limit),
                (2.5, self.group),
                (2.5 if self.depth < 2 else 0, self.watchers),
                (6, self.call_back),
                (3, self.keep),
                (1, self.forget),
                (0.8, self.repeat),
                (2.5, self.wait),
                (1.5, self.as_completed),
                (16 if self.things else 0, self.use_a_thing),
                (8 if self.groups else 0, self.spawn_in),
            ],
        )

    def sleep(self):
        if self.chance(0.06):
            return [{"block": -1.0 if self.chance(0.1) else self.time()}]
        return [{"sleep": self.time()}]

    def print(self):
        return ["now"] if self.chance(0.2) else [{"print": self.message()}]

    def ask(self):
        return [
            self.weighted(
                "questions",
                [
                    (3, lambda: {"state": self.random.choice(["self", self.any_task()])}),
                    (2, lambda: {"result": self.any_task()}),
                    (1, lambda: {"exception": self.any_task()}),
                    (0.7, lambda: "all_tasks"),
                    (0.7, lambda: "uncancel"),
                    (0.5, lambda: {"rename": [self.any_task(), self.name("n")]}),
                ],
            )
        ]

    def cancel(self):
        name = "self" if self.chance(0.2) else self.any_task()
        request = {"cancel_with": [name, self.message()]} if self.chance(0.4) else {"cancel": name}
        return [request, request] if self.chance(0.15) else [request]

    def raise_(self):
        error = self.random.choice(["ValueError", "ValueError", "CancelledError", *OTHER_ERRORS])
        return [{"raise": [error, self.random.choice(["", self.message()])]}]

    def spawn(self):
        name = self.name("a")
        with self.another_task(name):
            body = self.body()
        return {"spawn_unnamed" if self.chance(0.1) else "spawn": [name, body]}

    def spawn_in(self):
        name = self.name("a")
        with self.another_task(name):
            body = self.body()
        return [{"spawn_in": [self.random.choice(self.groups), name, body]}]

    def try_(self):
        with self.deeper():
            block = {"body": self.body()}
            catch = self.random.choice(
                ["CancelledError"] * 4 + ["Exception"] * 3 + ["BaseException", "ExceptionGroup", *BASES, None, None]
            )
            if catch:
                block["catch"] = catch
                if self.chance(0.6):
                    block["handler"] = self.body(2)
                if self.chance(0.4):
                    block["reraise"] = True
            if not catch or self.chance(0.2):
                block["cleanup"] = self.body(2)
        return [{"try": block}]

    def repeat(self):
        with self.deeper():
            return [{"repeat": [self.random.randint(2, 3), self.body(2)]}]

    def limit(self):
        if self.limits and self.chance(0.35):
            return [self.move_a_limit()]
        key = self.name("t")
        self.limits.append(key)
        with self.deeper():
            body = self.body()
        seconds = None if self.chance(0.05) else self.time()
        if self.chance(0.2):
            return [{"timeout_at": [key, seconds, body]}]
        return [{"timeout": [key, seconds, body]}]

    def move_a_limit(self):
        key = self.random.choice(self.limits)
        if self.chance(0.4):
            return {"expired": key}
        return {"reschedule": [key, self.random.choice([None, self.time(), self.time(), -1.0])]}

    def group(self):
        key = self.name("g")
        self.groups.append(key)
        with self.deeper():
            body = [*self.spawn_in(), *self.body()]
        self.groups.remove(key)
        return [{"group": [key, body]}]

    # Awaiting.

    def wait_somehow(self):
        word = self.random.choice(["await", "await", "show", "show", "return_await"])
        return [{word: self.awaitable()}]

    def awaitable(self, nested=False):
        """Returns an awaitable; a nested one must have a single value, not a list."""
        choices = [
            (10 if self.complete else 0, lambda: {"task": self.random.choice(self.complete)}),
            (10 if self.rings else 0, lambda: {"task": self.any_task()}),
            (2, self.call),
            (2, lambda: {"nap": self.time()}),
            (2.5, self.wait_for),
            (2, lambda: {"shield": self.awaitable(nested)}),
            (4 * bool(self.futures()), lambda: {"future": self.random.choice(self.futures())}),
        ]
        if not nested:
            choices += [
                (5, self.gather),
                (0.4, lambda: {"gather_of_gathers": [self.children(), self.children()]}),
                (2 * bool(self.kept), lambda: {"kept": self.random.choice(self.kept)}),
            ]
        with self.deeper():
            if self.depth > DEEPEST + 1:
                return {"nap": self.time()}
            return self.weighted("awaitables", choices)

    def futures(self):
        return [name for name in self.things if name[0] == "F"]

    def call(self):
        with self.another_task():
            return {"call": self.body()}

    def wait_for(self):
        limit = self.random.choice([None, 0.0, -1.0] + [self.time()] * 8)
        return {"wait_for": [self.awaitable(), limit]}

    def gather(self):
        return {self.random.choice(["gather", "gather_return_exceptions"]): self.children()}

    def children(self):
        return [self.awaitable(nested=True) for _ in range(self.random.choice([0, 1, 1, 2, 2, 2, 3, 3]))]

    def keep(self):
        if self.kept and self.chance(0.5):
            return [{self.random.choice(["cancel_kept", "cancel_kept", "kept_state"]): self.random.choice(self.kept)}]
        key = self.name("k")
        made = self.gather() if self.chance(0.6) else {"shield": self.awaitable(nested=self.chance(0.5))}
        self.kept.append(key)
        awaited = [{self.random.choice(["await", "show"]): {"kept": key}}] if self.chance(0.4) else []
        return [{"keep": [key, made]}, *(self.statements() if awaited else []), *awaited]

    def forget(self):
        """Creates an awaitable that is not awaited."""
        return [{"forget": self.awaitable()}]

    def wait(self):
        names = self.random.sample(self.complete, min(len(self.complete), self.random.randint(1, 4)))
        limit = None if self.chance(0.6) else self.time()
        when = self.random.choice(["FIRST_COMPLETED", "FIRST_EXCEPTION", "ALL_COMPLETED"])
        return [{"wait": [names, limit, when]}]

    def as_completed(self):
        awaitables = [self.awaitable(nested=True) for _ in range(self.random.randint(1, 3))]
        limit = None if self.chance(0.6) else self.time()
        return [{"as_completed": [awaitables, limit, self.chance(0.5)]}]

    # Callbacks.

    def call_back(self):
        key, acts = self.name("c"), self.acts()
        return [
            self.weighted(
                "callbacks",
                [
                    (4, lambda: {"call_later": [key, self.time(), acts]}),
                    (2, lambda: {"call_soon": acts}),
                    (4, lambda: {"callback": [key, self.any_task(), acts]}),
                    (1, lambda: {"cancel_call": f"c{self.random.randint(1, 3)}"}),
                    (1, lambda: {"remove_callback": f"c{self.random.randint(1, 3)}"}),
                ],
            )
        ]

    def acts(self):
        return [self.act() for _ in range(self.random.choice([1, 1, 2]))]

    def act(self):
        choices = [
            (3, lambda: self.cancel()[0]),
            (1, lambda: {"print": self.message()}),
            (1, lambda: {"state": self.any_task()}),
            (0.3, lambda: {"block": self.time()}),
            (0.7 if self.depth < DEEPEST else 0, self.spawn),
            (1 if self.limits else 0, self.move_a_limit),
            (0.5 if self.kept else 0, lambda: {"cancel_kept": self.random.choice(self.kept)}),
            (6 if self.things else 0, self.act_on_a_thing),
        ]
        return self.weighted("acts", choices)

    def act_on_a_thing(self):
        name = self.random.choice(list(self.things))
        return self.random.choice(self.acts_on(name))

    def acts_on(self, name):
        """Returns an operation on a thing that does not wait. A lock that a block holds is not released in the block."""
        match name[0]:
            case "L" | "B":
                return [{"locked": name}, *[{"release": name}] * (3 * (name in self.by_hand))]
            case "S":
                return [{"locked": name}, {"release": name}, {"release": name}]
            case "E":
                return [{"set": name}, {"set": name}, {"clear": name}, {"is_set": name}]
            case "C":
                return [{"notify": [name, 1]}, {"notify_all": name}, {"locked": name}, {"count": "v"}]
            case "R":
                return [{"barrier_state": name}]
            case "Q" | "P" | "I":
                return [
                    {"put_nowait": [name, self.random.randint(1, 9)]},
                    {"put_nowait": [name, self.random.randint(1, 9)]},
                    {"get_nowait": name},
                    {"get_nowait": name},
                    {"task_done": name},
                    {"task_done": name},
                    {"shutdown": [name, self.chance(0.5)]},
                    {"queue_state": name},
                ]
            case "F":
                message = self.random.choice([None, self.message()])
                return [
                    {"set_result": [name, 7]},
                    {"set_exception": [name, self.message()]},
                    {"cancel_future": [name, message]},
                ]

    # Things.

    def use_a_thing(self, name=None):
        name = name or self.random.choice(list(self.things))
        if self.chance(0.3):
            act = self.random.choice(self.acts_on(name))
            return [{"try": {"body": [act], "catch": "Exception"}}] if self.chance(0.3) else [act]
        match name[0]:
            case "L" | "S" | "B":
                return self.use_a_lock(name)
            case "E":
                return [self.random.choice([{"wait_event": name}, {"wait_event": name}, {"set": name}])]
            case "C":
                return self.use_a_condition(name)
            case "R":
                waits = [{"wait_barrier": name}] * 6
                return [self.random.choice([*waits, {"reset": name}, {"abort": name}])]
            case "Q" | "P" | "I":
                return self.use_a_queue(name)
            case "F":
                return [{self.random.choice(["await", "show"]): self.future(name)}]

    def future(self, name):
        future = {"future": name}
        return self.random.choice([future, future, {"shield": future}, {"wait_for": [future, self.time()]}])

    def use_a_lock(self, name):
        if name not in self.by_hand and name not in self.held:
            return self.hold(name, self.body)
        if name[0] == "L" and name not in self.by_hand:
            return [{"locked": name}]
        with self.deeper():
            body = self.body(2)
        acquire, release = {"acquire": name}, {"release": name}
        if name[0] == "B" and name not in self.by_hand:
            return [{"hold": [name, body]}]
        return self.random.choice(
            [[acquire, {"try": {"body": body, "cleanup": [release]}}]] * 3 + [[acquire], [release], [acquire, *body, release]]
        )

    def hold(self, name, make_body):
        self.held.append(name)
        with self.deeper():
            body = make_body()
        self.held.remove(name)
        return [{"hold": [name, body]}]

    def use_a_condition(self, name):
        if name in self.by_hand:
            held = self.with_the_condition(name)
            both = [{"acquire": name}, {"try": {"body": held, "cleanup": [{"release": name}]}}]
            return self.random.choice([both, both, both, [{"acquire": name}], [{"release": name}], held])
        if name in self.held:
            return self.with_the_condition(name)
        return self.hold(name, lambda: self.with_the_condition(name))

    # Many tasks wait for the same thing at once, so that some are woken and cancelled at the same time.

    def crowd(self):
        thing = self.random.choice(list(self.things))
        names = [self.name("a") for _ in range(self.random.randint(2, 4))]
        alike = self.use_a_thing(thing) if self.chance(0.5) else None
        statements = [self.spawn_into_the_crowd(name, thing, alike) for name in names]
        for _ in range(self.random.randint(1, 3)):
            statements += [{"sleep": self.time()}, *self.race(thing, names)]
        return statements

    def spawn_into_the_crowd(self, name, thing, alike):
        with self.another_task(name):
            body = [*(self.sleep() if self.chance(0.3) else []), *(alike or self.use_a_thing(thing))]
            body += self.print() if self.chance(0.3) else []
        return {"spawn": [name, body]}

    def race(self, thing, names):
        cancels = [{"cancel": self.random.choice([names[0], *names])} for _ in range(self.random.choice([0, 1, 1, 2]))]
        wakes = [self.random.choice(self.acts_on(thing)) for _ in range(self.random.choice([1, 1, 2]))]
        both = self.random.sample(cancels + wakes, len(cancels + wakes))
        if thing[0] in "LBC" and thing not in self.by_hand:
            return [{"hold": [thing, [*self.sleep(), *both]]}]  # The end of the block wakes a waiting task.
        if thing[0] == "R":
            return [*both, {"wait_barrier": thing}]
        return [{"call_soon": both}] if self.chance(0.3) else both

    def watchers(self):
        """Several tasks wait for the same task in different ways, and one of all these tasks is cancelled."""
        watched = self.name("a")
        with self.another_task(watched):
            body = self.sleep() if self.chance(0.6) else self.body()
        statements = [{"spawn": [watched, body]}]
        names = [self.name("a") for _ in range(self.random.randint(1, 3))]
        for name in names:
            with self.another_task(name):
                waits = [{"show": self.wrapped({"task": watched})}]
                statements.append({"spawn": [name, [{"try": {"body": waits, "catch": "BaseException", "reraise": True}}]]})
        return [*statements, {"sleep": self.time()}, {"cancel_with": [self.random.choice([watched, *names]), "w"]}]

    def wrapped(self, awaitable):
        while self.chance(0.7):
            awaitable = self.random.choice(
                [{"shield": awaitable}, {"wait_for": [awaitable, self.time()]}, {"gather": [{"call": [{"await": awaitable}]}]}]
            )
        return awaitable

    def late(self):
        """Schedules calls after the end of the main task."""
        return [{"call_later": [self.name("c"), self.time(), self.acts()]}, {"call_soon": [self.spawn()]}]

    def with_the_condition(self, name):
        waits = [{"wait_condition": name}], [{"wait_condition_for": [name, "v", self.random.randint(1, 2)]}]
        notifies = (
            [{"notify": [name, self.random.randint(1, 2)]}],
            [{"notify_all": name}],
            [{"count": "v"}, {"notify_all": name}],
        )
        more = self.body(2) if self.chance(0.5) and self.depth < DEEPEST else []
        return [*self.random.choice([*waits, *notifies]), *more]

    def use_a_queue(self, name):
        put, get = {"put": [name, self.random.randint(1, 9)]}, {"get": name}
        done = {"task_done": name}
        return self.random.choice(
            [[put], [put], [put, put], [get], [get], [get, done], [get, {"sleep": self.time()}, done], [{"join": name}]]
        )
