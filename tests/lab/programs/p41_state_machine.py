import asyncio
from enum import StrEnum
from typing import Self, NamedTuple, Literal
import operator
import weakref
import copy
import types


class Light(StrEnum):
    RED = "red"
    GREEN = "green"
    YELLOW = "yellow"

    def next(self) -> Self:
        order = list(type(self))
        return order[(order.index(self) + 1) % len(order)]


class Reading(NamedTuple):
    name: str
    value: float = 0.0


class Sensor:
    instances = weakref.WeakSet()

    def __init__(self, name):
        self.name = name
        self.instances.add(self)

    def __init_subclass__(cls, /, kind: Literal["a", "b"] = "a", **kwargs):
        super().__init_subclass__(**kwargs)
        cls.kind = kind

    def __aiter__(self):
        self.n = 0
        return self

    async def __anext__(self):
        if self.n >= 3:
            raise StopAsyncIteration
        self.n += 1
        await asyncio.sleep(0.1)
        return Reading(self.name, self.n / 3)


class Thermometer(Sensor, kind="b"):
    @property
    def label(self):
        return f"<{self.name}>"

    @label.setter
    def label(self, value):
        self.name = value.strip("<>")

    def __getattr__(self, name):
        if name.startswith("get_"):
            return lambda: getattr(self, name[4:])
        raise AttributeError(f"{type(self).__name__!r} object has no attribute {name!r}", name=name, obj=self)


async def main():
    light = Light.RED
    for _ in range(4):
        print(light, light.next(), f"{light:>8}")
        light = light.next()
    thermometer = Thermometer("t1")
    thermometer.label = "<kitchen>"
    print([reading async for reading in thermometer], thermometer.kind, thermometer.get_label())
    try:
        thermometer.labell
    except AttributeError as error:
        print(error)
    print(len(Sensor.instances), copy.replace(Reading("x"), value=2.5), operator.attrgetter("name")(thermometer))
    print(types.SimpleNamespace(a=1), (lambda *a, k=1, **kw: (a, k, kw))(1, 2, k=3, z=4))
    try:
        main.missing()
    except AttributeError as error:
        print(error)
    undefined_name


asyncio.run(main())
