import asyncio
import csv
import io
import json
import os
import pathlib
import tempfile
import zlib
import gzip
import base64
import hashlib
import configparser
import shutil


def write(path, rows):
    with open(path, "w", newline="") as file:
        writer = csv.DictWriter(file, ["name", "count"])
        writer.writeheader()
        writer.writerows(rows)


async def main():
    with tempfile.TemporaryDirectory() as folder:
        path = pathlib.Path(folder) / "stock.csv"
        await asyncio.to_thread(write, path, [{"name": "tea", "count": 3}, {"name": "salt, fine", "count": 0}])
        print(path.read_text().splitlines(), path.stat().st_size, path.suffix)
        with path.open() as file:
            print([row["name"] for row in csv.DictReader(file) if int(row["count"])])
        (path.parent / "a" / "b").mkdir(parents=True)
        (path.parent / "a" / "b" / "c.json").write_text(json.dumps({"é": [1, 2.5, None, True]}, indent=1, ensure_ascii=False))
        print(sorted(str(p.relative_to(folder)) for p in path.parent.rglob("*")))
        shutil.rmtree(path.parent / "a")
        print(os.listdir(folder))
        packed = path.with_suffix(".gz")
        with gzip.open(packed, "wt") as file:
            file.write("line\n" * 100)
        with gzip.open(packed, "rt") as file:
            print(sum(1 for _ in file))
    print(path.exists(), zlib.crc32(b"data"), base64.b64encode(b"data"), hashlib.sha256(b"data").hexdigest()[:12], hashlib.md5(b"x").hexdigest())
    parser = configparser.ConfigParser()
    parser.read_string("[server]\nport = 80\nhost = localhost\n")
    print(parser.getint("server", "port"), dict(parser["server"]))
    buffer = io.StringIO()
    print("to a buffer", file=buffer, end="")
    print(buffer.getvalue().upper())
    try:
        open("missing.txt")
    except FileNotFoundError as error:
        print(error)
    with open("note.txt", "a+") as file:
        file.write("one\ntwo\n")
        file.seek(0)
        print(file.readlines(), file.tell())
    os.remove("note.txt")
    print(os.environ.get("NOT_THERE", "default"), os.sep, os.path.join("a", "b"), os.path.splitext("x.tar.gz"))
    try:
        json.loads('{"a": }')
    except json.JSONDecodeError as error:
        print(error, error.lineno, error.colno)


asyncio.run(main())
