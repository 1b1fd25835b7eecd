import asyncio
from dataclasses import dataclass, field, asdict, replace
from enum import Enum, auto
from typing import ClassVar


class State(Enum):
    NEW = auto()
    PAID = auto()
    SENT = auto()


@dataclass(order=True)
class Order:
    number: int
    lines: list[str] = field(default_factory=list, compare=False)
    state: State = State.NEW
    count: ClassVar[int] = 0

    def __post_init__(self):
        type(self).count += 1


@dataclass(frozen=True, slots=True)
class Point:
    x: float
    y: float = 0.0


async def pay(order):
    await asyncio.sleep(order.number / 10)
    order.state = State.PAID
    return replace(order, number=order.number + 100)


async def main():
    orders = [Order(3, ["tea"]), Order(1), Order(2, ["jam", "bread"])]
    paid = await asyncio.gather(*map(pay, sorted(orders, key=lambda o: o.number)))
    for order in paid:
        print(order, asdict(order)["state"].name)
    print(Order.count, max(paid).number, Point(1), Point(1) == Point(1.0, 0))
    try:
        Point(1).x = 2
    except Exception as error:
        print(type(error).__name__, error)


asyncio.run(main())
