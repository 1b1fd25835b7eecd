import asyncio
import pprint
import sys
import textwrap


async def main():
    pprint.pprint({"name": "ida" * 20, "list": list(range(30)), "nested": {"a": (1, 2)}})
    print("a", "b", sep="-", end="!\n")
    print("x" * 3, file=sys.stdout)
    sys.stdout.write("written\n")
    sys.stdout.writelines(["one\n", "two\n"])
    sys.stdout.buffer.write("bytes é\n".encode())
    print(textwrap.fill("word " * 30, 40))
    print(f"{'left':<10}|{'right':>10}|{'mid':^10}|{3.14159:.2f}|{1e6:,.0f}|{0.25:.0%}")
    print("unicode: é ü 漢字 🎉", ascii("é"), repr("tab\t\n\\"), b"bytes\x00")
    print(*[1, 2, 3], None, True, sep=", ")
    print(end="")
    print()
    print("no newline at the end", end="")


asyncio.run(main())
