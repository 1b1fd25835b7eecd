// The lab's engine: checks of syntax, input, files, requests, refusals, limits. programs.test.mjs compares its runs with CPython's.

import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, test } from "node:test";
import { fileURLToPath } from "node:url";
import { Lab, printed, unescaped } from "../../tools/lab_engine.mjs";

const lab = new Lab({ asks: true });
after(() => lab.close());

/** Runs a program; returns its end, its output and its log. */
async function run(source, { files = {}, oninput, ...more } = {}) {
  let log = "";
  const request = { files: { "program.py": source, ...files }, main: "program.py", seed: 7, date: 1_700_000_000, ...more };
  const end = await lab.run(request, (lines) => (log += lines), oninput);
  return { end, log, text: printed(log) };
}

test("a source is checked by CPython, with its message and position", async () => {
  const [error] = await lab.check("import asyncio\nasync def main():\n    print('é' 1)\n");
  assert.equal(error.severity, "error");
  assert.deepEqual([error.line, error.column, error.endLine], [3, 11, 3]);
  assert.match(error.message, /Perhaps you forgot a comma/);
  assert.deepEqual(await lab.check("await f()\n", "program.py", true), []);
  assert.match((await lab.check("await f()\n"))[0].message, /'await' outside function/);
  const [warning] = await lab.check("x = '\\d'\n");
  assert.equal(warning.severity, "warning");
  assert.match((await lab.check(`${"(".repeat(300)}`))[0].message, /too many nested parentheses|never closed/);
  const [hint] = await lab.check("import asyncio\nasync def horn():\n    pass\nasync def main():\n    horn()\nasyncio.run(main())\n");
  assert.deepEqual([hint.severity, hint.line, hint.name], ["hint", 5, "horn"]);
  assert.equal((await lab.check(`x${".y".repeat(20_000)}`))[0].severity, "error", "a tree that is too deep breaks nothing");
  const [second] = await lab.check("s = '𝄞𝄞'; x = = 1\n");
  assert.equal(second.column, 17, "in UTF-16 units");
});

test("a source that is nested too deeply gets an error, and later checks and runs work", async () => {
  const minuses = `x = ${"-".repeat(10_000)}1\n`;
  assert.match((await lab.check(minuses))[0].message, /too complex to parse/);
  const { end } = await run(minuses);
  assert.deepEqual([end.how, end.text], ["raised", "MemoryError: Parser stack overflowed - Python source too complex to parse\n"]);
  // On a stack smaller than CPython expects, JavaScript's own error comes first. Such an engine must not be used again.
  const narrow = new Lab({ stack: 0.5 });
  const [error] = await narrow.check(minuses);
  assert.deepEqual([error.severity, error.title], ["error", "RecursionError:"]);
  assert.equal((await narrow.check("x = = 1\n"))[0].column, 5);
  await narrow.close();
});

test("half of a surrogate pair in a source is an error of the program", async () => {
  const { end } = await run("x = '\ud800'\n");
  assert.equal(end.how, "raised");
  assert.match(end.text, /^UnicodeEncodeError: .*surrogates not allowed/);
});

test("a program imports its other files, and their lines have the file's name", async () => {
  const files = { "utils.py": "import asyncio\n\n\nasync def delay(seconds):\n    await asyncio.sleep(seconds)\n    return seconds\n" };
  const { text, log } = await run("import asyncio\nfrom utils import delay\nprint(asyncio.run(delay(2)))\n", { files });
  assert.equal(text, "2\n");
  assert.match(log, /suspended\tutils\.py:5\ttimer\t2\.0/);
});

test("input is asked for once, and the log is that of a run with all answers given", async () => {
  const source = "name = input('Name? ')\nprint('Hello', name)\ntry:\n    input()\nexcept EOFError as error:\n    print(error)\n";
  const asked = [];
  const told = await run(source, { oninput: (prompt) => (asked.push(prompt), asked.length === 1 ? "Ida" : null) });
  assert.deepEqual(asked, ["Name? ", ""]);
  assert.equal(told.text, "Name? Hello Ida\nEOF when reading a line\n");
  const known = await run(source, { answers: ["Ida", null] });
  assert.equal(told.log, known.log);
});

test("requests to the course's hosts are simulated in virtual time, and logged", async () => {
  const { text, log } = await run(`
import asyncio, aiohttp, httpx, requests, time

async def title(session, n):
    async with session.get(f"https://jsonplaceholder.typicode.com/posts/{n}") as response:
        return response.status, (await response.json())["title"]

async def main():
    async with aiohttp.ClientSession(connector=aiohttp.TCPConnector(limit=2)) as session:
        print(await asyncio.gather(*(title(session, n) for n in (1, 2, 3))), round(time.monotonic(), 2))
        try:
            await session.get("https://httpbin.org/delay/5", timeout=aiohttp.ClientTimeout(total=1))
        except asyncio.TimeoutError as error:
            print(type(error).__name__, round(time.monotonic(), 2))
        try:
            await session.get("https://elsewhere.example/")
        except aiohttp.ClientConnectorError as error:
            print(error)
    async with httpx.AsyncClient() as client:
        print((await client.post("https://httpbin.org/post", json={"a": 1})).json()["json"])
    print(requests.get("api/status/404").status_code, round(time.monotonic(), 2))

asyncio.run(main())
`);
  assert.equal(text, `[(200, 'post 1'), (200, 'post 2'), (200, 'post 3')] 0.28
ServerTimeoutError 1.28
Cannot connect to host elsewhere.example:443: this host is not simulated in the lab, and nothing leaves the browser
{'a': 1}
404 1.38
`);
  assert.match(log, /request\t0\tanswered\t200\t\d+\tsimulated/);
  assert.match(log, /request\t2\tqueued\thttps:\/\/jsonplaceholder/);
  assert.match(log, /suspended\t5\trequest\t0/);
  assert.match(log, /request\t3\tfailed\ttimeout/);
});

test("the lab server in Python gives the answers of the one in JavaScript", async () => {
  globalThis.self ??= globalThis;
  await import("../../static/lab.js");
  const base = "http://lab/api/";
  const paths = ["status/418", "json", "users/7", "posts/100", "albums/0", "users/3?status=201", "bytes/5", "weather/Paris",
    "flaky?fail=0.5&seed=9", "flaky?fail=0.5&seed=9", "flaky?fail=0.5&seed=9", "site/garden", "site/attic", "redirect/0", "nothing",
    "delay/31", "delay/0", "rate-limit?per-second=1", "rate-limit?per-second=1"];
  const theirs = [];
  for (const path of paths) {
    const response = await self.loopscopeLab.answer({ url: base + path, method: "GET" }, base);
    theirs.push([response.status, await response.text()]);
  }
  const { text } = await run(`
import json, loopscope_server
server = loopscope_server.Server()
for path in ${JSON.stringify(paths)}:
    answer = server.answer("GET", "${base}" + path, {}, b"", 0.0)
    print(json.dumps([answer.status, answer.body.decode()]))
`);
  const same = (body) => {
    try {
      return JSON.parse(body);
    } catch {
      return body;
    }
  };
  const ours = text.trim().split("\n").map((line) => JSON.parse(line));
  assert.deepEqual(ours.map(([status, body]) => [status, same(body)]), theirs.map(([status, body]) => [status, same(body)]));
});

test("files are in memory, also with aiofiles", async () => {
  const { text } = await run(`
import asyncio, aiofiles, os
async def main():
    async with aiofiles.open("notes.txt", "w") as file:
        await file.write("one\\ntwo\\n")
    async with aiofiles.open("notes.txt") as file:
        print([line async for line in file], os.listdir("."))
asyncio.run(main())
`);
  assert.equal(text, "['one\\n', 'two\\n'] ['program.py', 'notes.txt']\n");
});

test("what a browser cannot do raises an error that says so", async () => {
  const { text } = await run(`
import asyncio, socket, subprocess, os, multiprocessing
async def main():
    for attempt in (
        lambda: asyncio.open_connection("example.org", 80),
        lambda: asyncio.open_unix_connection("/tmp/x"),
        lambda: asyncio.create_subprocess_exec("ls"),
        lambda: asyncio.create_subprocess_shell("ls"),
    ):
        try:
            await attempt()
        except Exception as error:
            print(type(error).__name__, error)
    for attempt in (lambda: subprocess.run(["ls"]), lambda: os.fork(), lambda: multiprocessing.Process(target=print),
                    lambda: socket.create_connection(("example.org", 80))):
        try:
            attempt()
        except Exception as error:
            print(type(error).__name__, error)
asyncio.run(main())
`);
  assert.deepEqual(text.match(/a browser has no (sockets|processes)/g).length, 8, text);
});

test("a deadlock is reported with the waiting tasks and what they wait for", async () => {
  const { end } = await run(`
import asyncio
async def main():
    first, second = asyncio.Lock(), asyncio.Lock()
    async def both(one, other):
        async with one:
            await asyncio.sleep(1)
            async with other:
                pass
    await asyncio.gather(both(first, second), both(second, first))
asyncio.run(main())
`);
  assert.equal(end.how, "stuck");
  assert.match(end.text, /Task-2 waits in line 8 for Lock, which Task-3 holds\./);
});

test("a wait that no other thread can end is reported as a deadlock, and does not hang", async () => {
  for (const source of [
    "import threading\nthreading.Event().wait()",
    "import threading\nlock = threading.Lock()\nlock.acquire()\nlock.acquire()",
    "import queue\nqueue.Queue().get()",
    "import threading\nevent = threading.Event()\nthreading.Thread(target=event.wait).start()\nevent.set()",
  ]) {
    const { end } = await run(source);
    assert.equal(end.how, "stuck", source);
    assert.match(end.text, /^(the thread|A worker) waits for/, source);
  }
});

test("the end of the standard input is an EOFError, also in a worker", () => {
  const program = join(mkdtempSync(join(tmpdir(), "loopscope-")), "program.py");
  writeFileSync(program, "import asyncio\ntry:\n    asyncio.run(asyncio.to_thread(input, '? '))\nexcept EOFError as error:\n    print(error)\n");
  const output = execFileSync(process.execPath, [fileURLToPath(new URL("../../tools/lab.mjs", import.meta.url)), program], { input: "" });
  assert.equal(String(output), "? EOF when reading a line\n");
});

test("errors have Linux's numbers in every module", async () => {
  const { text } = await run(`
import errno, os, pathlib
print(pathlib.Path("missing").exists(), errno.ENOENT, errno.errorcode[2], os.strerror(2))
try:
    open("missing")
except OSError as error:
    print(error.errno == errno.ENOENT, type(error).__name__)
`);
  assert.equal(text, "False 2 ENOENT No such file or directory\nTrue FileNotFoundError\n");
});

test("recursion beyond a small stack is a limit or a Python error, and the engine does not fail", async () => {
  const small = new Lab({ stack: 0.5 });
  const programs = [
    "class A:\n    def __repr__(self): return repr(self)\nrepr(A())",
    "class A:\n    def __getattr__(self, name): return getattr(self, name)\nA().x",
    "text = 'exec(text)'\nexec(text)",
    "import asyncio\nasync def g():\n    async for x in g(): yield x\nasync def main():\n    async for x in g(): pass\nasyncio.run(main())",
  ];
  for (const source of programs) {
    const { how, text } = await small.run({ files: { "program.py": source }, main: "program.py", seed: 7, date: 0 });
    assert.match(`${how} ${text}`, /^limit recursion\t|^raised [^]*RecursionError/, source);
  }
  await small.close();
});

test("a server without a client waits for ever, and the log says so", async () => {
  const { end } = await run("import asyncio\nasync def main():\n    server = await asyncio.start_server(print, '127.0.0.1', 80)\n    await server.serve_forever()\nasyncio.run(main())");
  assert.equal(end.how, "stuck");
});

test("an error of a program for an older Python has a clue in the log", async () => {
  const { log } = await run("import asyncio\n@asyncio.coroutine\ndef old():\n    yield\n");
  assert.match(log, /\t\t\tclue\tcoroutine_decorator\n.*\tend\traised\t/);
});

test("warnings stand in the output's stderr as in a terminal, once for a line", async () => {
  const source = "import asyncio\nasync def lost(): raise ValueError('lost')\nasync def main():\n    for _ in range(2):\n        lost()\n    task = asyncio.create_task(lost())\n    await asyncio.sleep(0)\n    del task\nasyncio.run(main())";
  const { log } = await run(source);
  const err = log.split("\n").map((line) => line.split("\t")).filter((fields) => fields[3] === "printed" && fields[4] === "err");
  assert.equal(unescaped(err.map((fields) => fields[5]).join("")), `program.py:5: RuntimeWarning: coroutine 'lost' was never awaited
  lost()
RuntimeWarning: Enable tracemalloc to get the object allocation traceback
Task exception was never retrieved
future: <Task finished name='Task-2' coro=<lost() done, defined at program.py:2> exception=ValueError('lost')>
Traceback (most recent call last):
  File "program.py", line 2, in lost
    async def lost(): raise ValueError('lost')
                      ^^^^^^^^^^^^^^^^^^^^^^^^
ValueError: lost
`);
  assert.equal(log.match(/\twarned\tnever_awaited\t/g)?.length, 2);
});

test("the cells of a notebook share one namespace and one loop", async () => {
  const { text } = await run("# %%\nimport asyncio\nx = 1\n# %%\nawait asyncio.sleep(x)\n# %%\nprint(asyncio.get_running_loop().time())\n", { notebook: true });
  assert.equal(text, "1.0\n");
});

test("a run that is stopped by a limit has logged what happened before", async () => {
  const { end, log } = await run("print('before')\nwhile True: pass\n", { limits: { silence: 1 } });
  assert.deepEqual([end.how, end.text, end.line], ["limit", "silence\t1 seconds without a sign of life", "2"]);
  assert.match(log, /printed\tout\tbefore\\n/);
});

test("a log may have only so many characters, and only so many of a task's name", async () => {
  const source = "import asyncio\nasync def main():\n    await asyncio.create_task(asyncio.sleep(1), name='long' * 50_000)\n    while True:\n        await asyncio.sleep(1)\nasyncio.run(main())";
  const { end, log } = await run(source, { limits: { log: 100_000 } });
  assert.deepEqual([end.how, end.text], ["limit", "log\t100000 characters of log"]);
  assert.match(log, /\tcreated\t0\t=(long){49}lon…\t3\tsleep\n/);
  assert.match(log, /\tend\tlimit\tlog\t[^\t]*\t[^\t]*\n$/);
  assert.ok(log.length < 400_000, `${log.length} characters`);
});

test("two runs give equal logs, and another seed gives another log", async () => {
  const source = "import asyncio, random, uuid\nasync def main():\n    await asyncio.sleep(random.random())\n    print({'a', 'b', 'c'}, uuid.uuid4())\nasyncio.run(main())";
  const [first, second, other] = [await run(source), await run(source), await run(source, { seed: 8 })];
  assert.equal(first.log, second.log);
  assert.notEqual(first.text, other.text);
});
