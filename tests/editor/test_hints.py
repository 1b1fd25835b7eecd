"""Checks the hints on wrong and on right programs: `python -m unittest tests/editor/test_hints.py`.

The page runs the same check in Pyodide; hints.test.mjs runs this file there.
"""

import ast
import pathlib
import sys
import textwrap
import unittest

ROOT = pathlib.Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "src/python"))

import loopscope_hints as hints  # noqa: E402


def codes(source):
    """Returns a program's hints, each with its line."""
    text = textwrap.dedent(source).lstrip("\n")
    compile(text, "program.py", "exec", ast.PyCF_ALLOW_TOP_LEVEL_AWAIT)
    return [(hint["code"], hint["line"]) for hint in hints.find(text)]


def body(source, imports="import asyncio"):
    """Returns a program whose main has these lines; the first of them is line 3."""
    return f"{imports}\nasync def main(urls, session):\n{textwrap.indent(textwrap.dedent(source).strip(), '    ')}\n"


def mended(source):
    """Returns a program after the fixes of all its hints."""
    text = textwrap.dedent(source).lstrip("\n")
    lines = text.split("\n")
    edits = [edit for hint in hints.find(text) for edit in hint["fix"] or []]
    for edit in sorted(edits, key=lambda edit: (edit["line"], edit["column"]), reverse=True):
        first, last = lines[edit["line"] - 1], lines[edit["endLine"] - 1]
        joined = units(first)[: 2 * edit["column"] - 2] + edit["text"].encode("utf-16-le") + units(last)[2 * edit["endColumn"] - 2 :]
        lines[edit["line"] - 1 : edit["endLine"]] = joined.decode("utf-16-le").split("\n")
    return "\n".join(lines)


def units(line):
    return line.encode("utf-16-le")


class NeverAwaited(unittest.TestCase):
    wrong = {
        "work()": "await work()",
        "asyncio.sleep(1)": "await asyncio.sleep(1)",
        "print(work())": "print(await work())",
        "x = work() + 1": "x = await work() + 1",
        "for x in work():\n    pass": "for x in await work():\n    pass",
        "name = work().name": "name = (await work()).name",
        "first = work()[0]": "first = (await work())[0]",
        "print(f'{work()}')": "print(f'{await work()}')",
        "if work():\n    pass": "if await work():\n    pass",
        "x = work()\nprint(x)": "x = await work()\nprint(x)",
        "x = work()": "x = await work()",
        "q = asyncio.Queue()\nq.put(1)": "q = asyncio.Queue()\nawait q.put(1)",
        "e = asyncio.Event()\ne.wait()": "e = asyncio.Event()\nawait e.wait()",
        "é = '🚀'; work()": "é = '🚀'; await work()",
        "box = Box()\nbox.open()": "box = Box()\nawait box.open()",
    }
    right = [
        "await work()", "x = work()\nawait x", "x = work()\nawait asyncio.gather(x)", "return work()", "yield_ = [work()]\nreturn yield_",
        "asyncio.create_task(work()).cancel", "await asyncio.gather(*[work() for _ in urls])", "work = print\nwork()",
        "c = work()\nc.close()", "def work():\n    pass\nwork()", "xs = []\nxs.append(work())", "lock.acquire()",
        "q = asyncio.Queue()\nq.put_nowait(1)", "x = work()\nif urls:\n    x = 1\nprint(x)", "async for x in stream():\n    print(x)",
        "async with opened() as x:\n    print(x)", "x = work()\ndef later():\n    return x\nlater()", "wrapped()", "q = urls.q\nq.put(1)",
        "f = lambda: work()\nawait f()", "box = Box()\nbox.close()", "with asyncio.Runner() as runner:\n    runner.run(work())",
    ]
    module = """
        import asyncio, functools, contextlib
        async def work():
            return 1
        async def stream():
            yield 1
        @contextlib.asynccontextmanager
        async def opened():
            yield 1
        @functools.cache
        async def wrapped():
            return 1
        class Box:
            async def open(self):
                pass
            def close(self):
                pass
        async def main(urls, lock):
    """

    def program(self, lines):
        return textwrap.dedent(self.module).lstrip("\n") + textwrap.indent(lines, "    ") + "\n"

    def test_wrong_programs_get_a_hint_whose_fix_is_right(self):
        for wrong, right in self.wrong.items():
            with self.subTest(wrong):
                self.assertEqual([code for code, _ in codes(self.program(wrong))], ["never-awaited"])
                self.assertEqual(mended(self.program(wrong)), self.program(right))
                self.assertEqual(codes(self.program(right)), [])

    def test_right_programs_get_no_hint(self):
        for right in self.right:
            with self.subTest(right):
                self.assertEqual(codes(self.program(right)), [])

    def test_a_list_of_coroutines_that_is_only_printed_gets_a_hint(self):
        made = "all = [work() for _ in urls]\n"
        for wrong in ["print([work() for _ in urls])", made + "print(all)", made + "print(f'{all}')", made + "print(sum(all))"]:
            with self.subTest(wrong):
                self.assertEqual([code for code, _ in codes(self.program(wrong))], ["never-awaited"])
        for right in [
            made + "print(len(all))\nawait asyncio.gather(*all)", made + "for one in all:\n    await one", made + "await all[0]", made + "return all",
            made + "print(await asyncio.gather(*all))", "print([await work() for _ in urls])", "print([asyncio.create_task(work()) for _ in urls])",
            made + "print(all)\nawait all[0]",
        ]:
            with self.subTest(right):
                self.assertNotIn("never-awaited", [code for code, _ in codes(self.program(right))])

    def test_main_without_run_gets_asyncio_run(self):
        self.assertEqual(mended("import asyncio\nasync def main(): pass\nmain()\n"), "import asyncio\nasync def main(): pass\nasyncio.run(main())\n")

    def test_a_method_through_self(self):
        source = "class A:\n    async def f(self):\n        pass\n    async def g(self):\n        self.f()\n        await self.f()\n"
        self.assertEqual(codes(source), [("never-awaited", 5)])


class Blocking(unittest.TestCase):
    imports = "import asyncio, time, requests, subprocess, os, urllib.request\nfrom time import sleep as nap"
    wrong = {
        "time.sleep(1)": "await asyncio.sleep(1)",
        "nap(0.5)": "await asyncio.sleep(0.5)",
        "x = requests.get(urls[0])": "x = await asyncio.to_thread(requests.get, urls[0])",
        "x = requests.get(urls[0], timeout=3).json()": "x = (await asyncio.to_thread(requests.get, urls[0], timeout=3)).json()",
        "x = urllib.request.urlopen(urls[0])": "x = await asyncio.to_thread(urllib.request.urlopen, urls[0])",
        "s = requests.Session()\ns.post(urls[0])": "s = requests.Session()\nawait asyncio.to_thread(s.post, urls[0])",
        "name = input()": "name = await asyncio.to_thread(input)",
        "name = input('?').strip()": "name = (await asyncio.to_thread(input, '?')).strip()",
        "subprocess.run(\n    ['ls'])": "await asyncio.to_thread(subprocess.run,\n    ['ls'])",
        "os.system('ls')": "await asyncio.to_thread(os.system, 'ls')",
        "with open('a') as file:\n    pass": None,
        "for line in open('a'):\n    pass": None,
        "import io\nio.open('a')": None,
        "from pathlib import Path\ntext = Path('a').read_text()": None,
        "import pathlib\npath = pathlib.Path('a')\npath.write_bytes(b'')": None,
    }
    right = [
        "await asyncio.sleep(1)", "await asyncio.to_thread(time.sleep, 1)", "def hold():\n    time.sleep(1)\nawait asyncio.to_thread(hold)",
        "await asyncio.to_thread(requests.get, urls[0])", "f = lambda: requests.get(urls[0])\nawait asyncio.to_thread(f)",
        "def input(): return 1\ninput()", "open = urls.open\nopen()", "urls.open()", "await asyncio.to_thread(input, '?')",
        "await asyncio.create_subprocess_exec('ls')", "requests.codes.ok", "time.time()", "await session.get(urls[0])",
        "def load():\n    with open('a') as file:\n        return file.read()\nawait asyncio.to_thread(load)", "subprocess.Popen",
    ]

    def test_wrong_programs_get_a_hint_whose_fix_is_right(self):
        for wrong, right in self.wrong.items():
            with self.subTest(wrong):
                self.assertEqual([code[:8] for code, _ in codes(body(wrong, self.imports))], ["blocking"])
                if right:
                    self.assertEqual(mended(body(wrong, self.imports)), body(right, self.imports))
                    self.assertEqual(codes(body(right, self.imports)), [])

    def test_right_programs_get_no_hint(self):
        for right in self.right:
            with self.subTest(right):
                self.assertEqual(codes(body(right, self.imports)), [])

    def test_each_call_gets_its_own_code(self):
        of = lambda line: codes(body(line, self.imports))[0][0]
        self.assertEqual(of("time.sleep(1)"), "blocking-sleep")
        self.assertEqual(of("requests.post('a')"), "blocking-request")
        self.assertEqual(of("open('a')"), "blocking-file")
        self.assertEqual(of("input()"), "blocking-input")
        self.assertEqual(of("subprocess.call('a')"), "blocking-process")

    def test_a_call_of_a_blocking_function_gets_a_hint(self):
        wrong = "def ask(url):\n    return requests.get(url)\nx = ask(urls[0])"
        self.assertEqual(codes(body(wrong, self.imports)), [("blocking-request", 6)])
        self.assertIn("x = await asyncio.to_thread(ask, urls[0])", mended(body(wrong, self.imports)))
        deep = "def ask():\n    return input()\ndef name():\n    return ask()\nname()"
        self.assertEqual(codes(body(deep, self.imports)), [("blocking-input", 8)])
        for right in [
            wrong.replace("ask(urls[0])", "await asyncio.to_thread(ask, urls[0])"),
            "def save():\n    with open('a') as file:\n        return file.read()\nsave()",
            "def ask():\n    input()\n    yield 1\nask()",
            "def ask():\n    def inner():\n        input()\n    return inner\nask()",
            "def compute():\n    time.sleep(1)\ncompute()",
            "def again():\n    again()\nagain()",
        ]:
            self.assertEqual(codes(body(right, self.imports)), [], right)

    def test_outside_of_coroutines_blocking_calls_get_no_hint(self):
        self.assertEqual(codes("import time\ntime.sleep(1)\ndef f():\n    time.sleep(1)\n    input()\n"), [])

    def test_the_top_level_of_a_notebook_that_awaits_counts_as_a_coroutine(self):
        self.assertEqual(codes("import asyncio, time\nawait asyncio.sleep(1)\ntime.sleep(1)\n"), [("blocking-sleep", 3)])

    def test_without_asyncio_there_is_no_fix(self):
        [hint] = hints.find("import time\nasync def f():\n    time.sleep(1)\n")
        self.assertIsNone(hint["fix"])

    def test_asyncio_by_another_name_is_used(self):
        source = "import asyncio as aio, time\nasync def f():\n    time.sleep(1)\n"
        self.assertEqual(mended(source), source.replace("time.sleep", "await aio.sleep"))


class Cases(unittest.TestCase):
    """Per code: wrong lines with their fix (or None), and right lines."""

    maxDiff = None

    def hold(self, code, wrong, right, imports="import asyncio"):
        for lines, fixed in wrong.items():
            with self.subTest(lines):
                self.assertEqual([found for found, _ in codes(body(lines, imports))], [code])
                [hint] = hints.find(body(lines, imports))
                self.assertEqual(hint["fix"] is None, fixed is None)
                if fixed:
                    self.assertEqual(mended(body(lines, imports)), body(fixed, imports))
        for lines in right:
            with self.subTest(lines):
                self.assertEqual(codes(body(lines, imports)), [])

    def test_a_task_that_nobody_keeps(self):
        work = "async def work(): pass\n"
        self.hold(
            "task-dropped",
            {
                work + "asyncio.create_task(work())": None,
                work + "asyncio.ensure_future(work())": None,
                work + "loop = asyncio.get_running_loop()\nloop.create_task(work())": None,
                work + "[asyncio.create_task(work()) for _ in urls]": None,
                work + "asyncio.gather(work(), work())": work + "await asyncio.gather(work(), work())",
                work + "for _ in urls:\n    asyncio.create_task(work(), name='a')": None,
            },
            [
                work + "task = asyncio.create_task(work())\nawait task",
                work + "await asyncio.create_task(work())",
                work + "both = asyncio.gather(work(), work())\nboth.cancel()",
                work + "print(asyncio.gather(work(), work()).done())",
                work + "async with asyncio.TaskGroup() as group:\n    group.create_task(work())",
                work + "tasks = [asyncio.create_task(work()) for _ in urls]\nawait asyncio.gather(*tasks)",
                work + "tasks = set()\ntasks.add(asyncio.create_task(work()))",
                "session.create_task(urls)",
            ],
        )

    def test_a_swallowed_cancellation(self):
        self.hold(
            "cancellation-eaten",
            {
                "try:\n    await session.x()\nexcept:\n    pass": "try:\n    await session.x()\nexcept Exception:\n    pass",
                "try:\n    await session.x()\nexcept BaseException as e:\n    print(e)": "try:\n    await session.x()\nexcept Exception as e:\n    print(e)",
                "while True:\n    try:\n        async with lock:\n            pass\n    except BaseException:\n        continue": "while True:\n    try:\n        async with lock:\n            pass\n    except Exception:\n        continue",
                "try:\n    await session.x()\nexcept (KeyError, BaseException):\n    pass": None,
                "try:\n    await session.x()\nexcept ValueError:\n    raise\nexcept:\n    def f():\n        raise\n": "try:\n    await session.x()\nexcept ValueError:\n    raise\nexcept Exception:\n    def f():\n        raise\n",
            },
            [
                "try:\n    await session.x()\nexcept Exception:\n    pass",
                "try:\n    await session.x()\nexcept:\n    print('!')\n    raise",
                "try:\n    await session.x()\nexcept BaseException as error:\n    if urls:\n        raise error",
                "try:\n    await session.x()\nexcept asyncio.CancelledError:\n    raise\nexcept:\n    pass",
                "try:\n    session.x()\nexcept:\n    pass",
                "task = session.task\ntask.cancel()\ntry:\n    await task\nexcept asyncio.CancelledError:\n    pass",
                "try:\n    async def f():\n        await session.x()\nexcept:\n    pass",
                "BaseException = ValueError\ntry:\n    await session.x()\nexcept BaseException:\n    pass",
            ],
        )

    def test_a_loop_within_a_loop(self):
        work = "async def work(): pass\n"
        self.hold(
            "run-inside",
            {
                work + "asyncio.run(work())": work + "await work()",
                work + "x = asyncio.run(work()).name": work + "x = (await work()).name",
                work + "loop = asyncio.get_event_loop()\nloop.run_until_complete(work())": work + "loop = asyncio.get_event_loop()\nawait work()",
                work + "asyncio.run(work(), debug=True)": None,
                work + "print(asyncio.run(work()) + 1)": work + "print(await work() + 1)",
            },
            [
                work + "await work()",
                work + "def thread():\n    asyncio.run(work())\nawait asyncio.to_thread(thread)",
                work + "await asyncio.to_thread(lambda: asyncio.run(work()))",
                "session.run(urls)",
                "session.run_until_complete(urls)",
            ],
        )
        self.assertEqual(codes("import asyncio\nasync def main(): pass\nasyncio.run(main())\n"), [])
        self.assertEqual(codes("import asyncio\nasync def main(): pass\nawait main()\nasyncio.run(main())\n"), [("run-inside", 4)])

    def test_a_gather_without_limit(self):
        fetch = "async def fetch(url):\n    async with session.get(url) as answer:\n        return await answer.text()\n"
        self.hold(
            "gather-unbounded",
            {
                fetch + "await asyncio.gather(*[fetch(url) for url in urls])": None,
                fetch + "await asyncio.gather(*(fetch(url) for url in urls))": None,
                fetch + "tasks = [asyncio.create_task(fetch(url)) for url in urls]\nawait asyncio.gather(*tasks)": None,
                fetch + "await asyncio.gather(*[fetch(str(n)) for n in range(1000)])": None,
                fetch + "await asyncio.gather(*map(fetch, urls))": None,
                fetch + "jobs = []\nfor url in urls:\n    job = asyncio.create_task(fetch(url))\n    jobs.append(job)\nawait asyncio.gather(*jobs)": None,
                "async def nap(n):\n    await asyncio.sleep(n)\nawait asyncio.gather(*[nap(n) for n in range(500)])": None,
                "async def nap(n):\n    await asyncio.sleep(n)\npages = [f'/{n}' for n in range(300)]\nawait asyncio.gather(*map(nap, pages))": None,
                "async def ask():\n    await asyncio.open_connection('a', 1)\nasync def outer():\n    await ask()\nawait asyncio.gather(*[outer() for _ in urls])": None,
            },
            [
                fetch + "slots = asyncio.Semaphore(3)\nawait asyncio.gather(*[fetch(url) for url in urls])",
                fetch + "await asyncio.gather(*[fetch(url) for url in ['a', 'b']])",
                fetch + "pages = ['a', 'b', 'c']\nawait asyncio.gather(*[fetch(url) for url in pages])",
                fetch + "await asyncio.gather(*[fetch(str(n)) for n in range(10)])",
                fetch + "await asyncio.gather(fetch('a'), fetch('b'))",
                fetch + "jobs = []\nfor url in ['a', 'b']:\n    jobs.append(fetch(url))\nawait asyncio.gather(*jobs)",
                fetch + "jobs = []\njobs.append(fetch('a'))\nawait asyncio.gather(*jobs)",
                fetch + "await asyncio.gather(*map(fetch, ('a', 'b')))",
                "async def work(n): pass\nawait asyncio.gather(*[work(n) for n in urls])",
                "async def nap(n):\n    await asyncio.sleep(n)\nawait asyncio.gather(*[nap(n) for n in urls])",
            ],
            "import asyncio, aiohttp",
        )

    def test_a_gather_whose_first_error_loses_the_others(self):
        work = "async def work(n=1): pass\n"
        self.hold(
            "gather-loses",
            {
                work + "try:\n    x = await asyncio.gather(work(), work())\nexcept ValueError:\n    print('no')": None,
                work + "try:\n    x = await asyncio.gather(*[work(n) for n in urls])\nexcept Exception as error:\n    print(error)": None,
                work + "try:\n    return await asyncio.gather(*(work(n) for n in urls))\nexcept:\n    return []\n".replace("except:", "except (KeyError, OSError):"): None,
                work + "jobs = []\nfor n in urls:\n    jobs.append(work(n))\ntry:\n    x = await asyncio.gather(*jobs)\nexcept RuntimeError:\n    x = None": None,
            },
            [
                work + "x = await asyncio.gather(work(), work())",
                work + "try:\n    x = await asyncio.gather(work(), work(), return_exceptions=True)\nexcept ValueError:\n    pass",
                work + "try:\n    x = await asyncio.gather(work(), work())\nexcept ValueError:\n    raise",
                work + "try:\n    x = await asyncio.gather(work(), work())\nexcept TimeoutError:\n    pass",
                work + "try:\n    x = await asyncio.gather(work())\nexcept ValueError:\n    pass",
                work + "tasks = [asyncio.create_task(work()) for _ in urls]\ntry:\n    x = await asyncio.gather(*tasks)\nexcept ValueError:\n    for task in tasks:\n        task.cancel()",
                work + "try:\n    await work()\nexcept ValueError:\n    await asyncio.gather(work(), work())",
                work + "try:\n    x = await asyncio.wait_for(asyncio.gather(work(), work()), 1)\nexcept TimeoutError:\n    pass",
            ],
        )

    def test_a_lock_held_over_a_long_wait(self):
        own = "lock = asyncio.Lock()\n"
        self.hold(
            "lock-held",
            {
                own + "async with lock:\n    await asyncio.sleep(5)": None,
                own + "async with lock:\n    async with session.get(urls[0]) as answer:\n        pass": None,
                own + "items = asyncio.Queue()\nasync with lock:\n    item = await items.get()": None,
                own + "async def slow():\n    await asyncio.sleep(2)\nasync with lock:\n    await slow()": None,
                own + "async with lock:\n    await asyncio.gather(*urls)": None,
            },
            [
                own + "async with lock:\n    await asyncio.sleep(0)",
                own + "async with lock:\n    await asyncio.sleep(0.1)",
                own + "async with lock:\n    x = urls[0]\nawait asyncio.sleep(5)",
                "slots = asyncio.Semaphore(2)\nasync with slots:\n    await asyncio.sleep(5)",
                "async with lock:\n    await asyncio.sleep(5)",
                own + "async with lock:\n    async def later():\n        await asyncio.sleep(5)",
            ],
            "import asyncio, aiohttp",
        )

    def test_a_lock_of_an_object(self):
        source = """
            import asyncio
            class Account:
                def __init__(self):
                    self.lock = asyncio.Lock()
                async def pay(self):
                    async with self.lock:
                        await asyncio.sleep(3)
        """
        self.assertEqual(codes(source), [("lock-held", 7)])


class Sources(unittest.TestCase):
    def test_invalid_python_gets_no_hint(self):
        for source in ["if x\n", "f(", "\'\'\'", "x = 1\n\0", "if 1:\n\tx\n        y\n", ""]:
            self.assertEqual(hints.find(source), [])

    def test_very_deep_nesting_raises_no_exception(self):
        for source in ["(" * 5000, "x = " + "-" * 20000 + "1", "x" + ".a" * 20000, "[" * 150 + "]" * 150]:
            self.assertEqual(hints.find(source), [])

    def test_hints_are_in_the_order_of_the_lines(self):
        source = "import asyncio, time\nasync def f():\n    time.sleep(1)\n    f()\n    time.sleep(2)\n"
        self.assertEqual([line for _, line in codes(source)], [3, 4, 5])


class Course(unittest.TestCase):
    """The course's programs get no hints, except those that show a mistake."""

    faults = {"forgotten_await": [("never-awaited", 14)]}

    def test_the_programs_of_the_course(self):
        programs = sorted((ROOT / "src/scenarios").glob("*.py")) + sorted((ROOT / "src/python/starts").glob("*.py"))
        self.assertGreater(len(programs), 34)
        for path in programs:
            with self.subTest(path.stem):
                self.assertEqual(codes(path.read_text(encoding="utf-8")), self.faults.get(path.stem, []))

    def test_every_scenario_that_a_hint_names_exists(self):
        rules = "".join(path.read_text(encoding="utf-8") for path in (ROOT / "src/python/loopscope_hints").glob("*.py"))
        for scenario in ["forgotten-await", "one-coroutine", "blocking-call", "create-task", "cancellation", "semaphore", "return-exceptions", "lock-race"]:
            self.assertIn(f'"{scenario}"', rules)
            self.assertTrue((ROOT / f"src/scenarios/{scenario.replace('-', '_')}.py").exists())


if __name__ == "__main__":
    unittest.main()
