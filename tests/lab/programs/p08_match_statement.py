import asyncio


async def handle(command):
    match command.split():
        case ["go", ("north" | "south") as way]:
            return f"going {way}"
        case ["take", item, *more] if not more:
            return f"took {item}"
        case ["say", *words]:
            return " ".join(words).upper()
        case []:
            return "nothing"
        case _:
            raise LookupError(command)


async def main():
    for command in ["go north", "take lamp", "say hi there", "", "fly"]:
        try:
            print(await handle(command))
        except LookupError as error:
            print("?", error.args, repr(error))
    match {"kind": "point", "at": (1, 2)}:
        case {"kind": "point", "at": (x, y), **rest}:
            print(x, y, rest)


asyncio.run(main())
