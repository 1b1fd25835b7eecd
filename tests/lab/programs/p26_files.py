import asyncio
import csv
import io
import json
import os
import pathlib
import tempfile


async def main():
    folder = pathlib.Path(tempfile.mkdtemp())
    path = folder / "notes.txt"
    path.write_text("one\ntwo\nthrée\n", encoding="utf-8")
    with open(path, encoding="utf-8") as file:
        for number, line in enumerate(file, 1):
            print(number, line.rstrip())
    print(path.stat().st_size, path.suffix, [p.name for p in folder.iterdir()], os.path.exists(path))
    with open(folder / "t.csv", "w", newline="") as file:
        csv.writer(file).writerows([["a", 1], ["b", 2]])
    print(list(csv.DictReader(open(folder / "t.csv"), ["k", "v"])))
    print(json.dumps({"x": [1, None, True]}, indent=1), io.StringIO("a\nb").readlines())
    try:
        open("missing.txt")
    except FileNotFoundError as error:
        print(error, error.errno, error.filename)
    try:
        os.mkdir(folder)
    except FileExistsError as error:
        print(error.errno, error.strerror)
    try:
        open(folder)
    except IsADirectoryError as error:
        print(error.errno, error.strerror)
    os.chdir(folder)
    open("none")


asyncio.run(main())
