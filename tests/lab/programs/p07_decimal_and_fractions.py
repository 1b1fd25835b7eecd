import asyncio
from decimal import Decimal, ROUND_HALF_UP, getcontext, localcontext
from fractions import Fraction
import math
import statistics


async def price(net):
    await asyncio.sleep(0)
    return (Decimal(net) * Decimal("1.196")).quantize(Decimal("0.01"), ROUND_HALF_UP)


async def main():
    print(await asyncio.gather(*(price(n) for n in ("9.99", "0.01", "1234.5"))))
    with localcontext() as context:
        context.prec = 30
        print(Decimal(2).sqrt(), getcontext().prec)
    print(sum(Fraction(1, n) for n in range(1, 8)), 0.1 + 0.2, round(2.675, 2), 10**30, -7 // 2, -7 % 3)
    print(math.isclose(0.3, 0.1 + 0.2), math.fsum([0.1] * 10), statistics.stdev([1, 2, 3.5]), f"{1234567.891:,.2f}", f"{255:#x} {5:>4} {'ä':^5}|")


asyncio.run(main())
