"""Tests the recorder on CPython alone: `python3.13 tests/recorder/test_recorder.py`."""

import asyncio
import sys
import unittest

import logs
from loopscope import Recorder


def run(source, **options):
    """Runs a program in virtual time and returns its log's lines as fields."""
    batches = []
    recorder = Recorder(batches.append, date=0, seed=1, **options)
    recorder.run_program(source)
    return [line.split("\t") for line in "".join(batches).splitlines()]


def of_kind(lines, kind):
    return [line[4:] for line in lines if len(line) > 3 and line[3] == kind]


class Logs(unittest.TestCase):
    @unittest.skipUnless(sys.version_info[:2] == (3, 13), "the kept logs are CPython 3.13's")
    def test_each_program_has_the_committed_log(self):
        for file in logs.programs():
            with self.subTest(file.stem):
                self.assertEqual(logs.difference(file), "")

    def test_a_second_run_has_the_same_log(self):
        for file in logs.programs():
            with self.subTest(file.stem):
                self.assertEqual(logs.log_of(file), logs.log_of(file))


class Limits(unittest.TestCase):
    def end_of(self, source, **limits):
        lines = run(source, limits=limits)
        self.assertEqual(lines[-1][3], "end")
        return lines[-1][4:]

    def test_an_endless_print_ends_at_the_limit_of_output(self):
        self.assertEqual(self.end_of("while True:\n    print('x')", output=100), ["limit", "output", "100 bytes of output", "2"])

    def test_endless_sleeps_end_at_the_limit_of_time(self):
        source = "import asyncio\nasync def main():\n    while True:\n        await asyncio.sleep(1)\nasyncio.run(main())"
        self.assertEqual(self.end_of(source, time=10), ["limit", "time", "10 seconds of logical time", "5"])

    def test_a_fork_bomb_ends_at_the_limit_of_events(self):
        source = "import asyncio\nasync def main():\n    while True:\n        asyncio.create_task(main())\nasyncio.run(main())"
        self.assertEqual(self.end_of(source, events=500), ["limit", "events", "500 events", "4"])

    def test_a_program_that_catches_every_exception_is_ended_too(self):
        source = """if True:
            import asyncio
            async def main():
                while True:
                    try:
                        await asyncio.sleep(1)
                    except BaseException:
                        print("caught")
            asyncio.run(main())
        """
        self.assertEqual(self.end_of(source, time=10)[:2], ["limit", "time"])

    def test_nothing_is_logged_after_the_end(self):
        lines = run("while True:\n    try:\n        print('x')\n    except BaseException:\n        break\nprint('y')",
                    limits={"output": 10})
        self.assertEqual([line[3] for line in lines].count("end"), 1)
        self.assertEqual(lines[-1][3], "end")


class Bounds(unittest.TestCase):
    """Values and errors of any size are cut in the log, and the run continues."""

    def failure(self, error):
        source = """if True:
            import asyncio
            async def fail():
                raise error
            async def main():
                error = ValueError("bottom")
                ERROR
                global fail
                async def fail():
                    raise error
                task = asyncio.create_task(fail())
                await asyncio.wait([task])
                task.exception()
                print("goes on")
            asyncio.run(main())
        """
        lines = run(source.replace("ERROR", error))
        self.assertEqual(of_kind(lines, "printed")[0][1], "goes on\\n")
        (name, message), = of_kind(lines, "failed")
        return f"{name}: {message}"

    def test_deep_groups_are_written_to_a_depth(self):
        text = self.failure("for _ in range(5000): error = ExceptionGroup('', [error])")
        self.assertEqual(text.count("ExceptionGroup"), 51)
        self.assertIn(" [...]]", text)

    def test_a_group_that_many_groups_share_is_written_in_bounds(self):
        text = self.failure("for _ in range(25): error = ExceptionGroup('the two errors of a group', [error, error])")
        self.assertIn(text.count("ValueError: bottom"), range(2, 100))
        self.assertIn(", …]", text)
        self.assertLess(len(text), 5000)

    def test_a_long_message_is_cut(self):
        text = self.failure("error = ValueError('x' * 10_000_000)")
        self.assertEqual(len(text), len("ValueError: ") + 20_000)
        self.assertTrue(text.endswith("x…"))

    def test_few_errors_are_written_whole(self):
        text = self.failure("error = ExceptionGroup('some', [ValueError(), ExceptionGroup('more', [KeyError(1), error])])")
        self.assertEqual(text, "ExceptionGroup: some (2 sub-exceptions) [ValueError, "
                               "ExceptionGroup: more (2 sub-exceptions) [KeyError: 1, ValueError: bottom]]")

    def test_a_value_that_contains_one_value_often_is_cut(self):
        source = """if True:
            import asyncio
            async def give():
                value = {"a": (1,)}
                for _ in range(60):
                    value = [value, value]
                return value
            asyncio.run(give())
        """
        (text,), = of_kind(run(source), "returned")
        self.assertEqual(len(text), 2000)
        self.assertTrue(text.startswith("[" * 60 + '{"a": (1,)}, {"a": (1,)}], [') and text.endswith("…"))


class InPlace(unittest.TestCase):
    def test_asyncio_is_restored_after_a_run(self):
        before = self.state()
        run("import asyncio\nasyncio.run(asyncio.sleep(1))")
        self.assertEqual(self.state(), before)

    def state(self):
        base, task = asyncio.BaseEventLoop, asyncio.Task
        functions = [base.call_soon, base.call_at, base._run_once, base.create_task, task.cancel, task.set_name]
        things = [asyncio.Lock.acquire, asyncio.Queue._wakeup_next, asyncio.all_tasks, print, sys.stdout]
        return [*functions, *things, vars(asyncio.Lock).get("_loopscope")]

    def test_a_task_is_of_asyncios_own_class(self):
        source = """if True:
            import asyncio
            async def main():
                task = asyncio.current_task()
                print(type(task) is asyncio.Task, task.get_coro().__name__, asyncio.Task.get_name(task))
            asyncio.run(main())
        """
        self.assertEqual(of_kind(run(source), "printed")[0][1], "True main Task-1\\n")

    def test_the_callbacks_and_handles_of_the_loop_have_asyncios_names(self):
        source = """if True:
            import asyncio
            async def main():
                async with asyncio.timeout(1):
                    asyncio.create_task(asyncio.sleep(0))
                    loop = asyncio.get_running_loop()
                    print(loop._scheduled[0]._callback.__qualname__, type(loop._ready[0]).__name__)
                    await asyncio.sleep(0)
            asyncio.run(main())
        """
        self.assertEqual(of_kind(run(source), "printed")[0][1], "Timeout._on_timeout Handle\\n")

    def test_async_with_calls_an_acquire_of_the_programs_own(self):
        source = """if True:
            import asyncio
            class Counting(asyncio.Semaphore):
                async def acquire(self):
                    print("own")
                    return await super().acquire()
            async def main():
                async with Counting(1):
                    pass
                lock = asyncio.Lock()
                acquire = lock.acquire
                lock.acquire = lambda: print("wrapped") or acquire()
                async with lock:
                    print(lock.locked())
            asyncio.run(main())
        """
        lines = run(source)
        self.assertEqual([text for _, text, _ in of_kind(lines, "printed")], ["own\\n", "wrapped\\n", "True\\n"])
        self.assertEqual([line[1] for line in of_kind(lines, "change")], ["acquired", "released"] * 2)

    def test_a_finished_task_is_collected_at_once(self):
        source = """if True:
            import asyncio, weakref
            async def main():
                task = asyncio.create_task(asyncio.sleep(0))
                gone = weakref.ref(task)
                await task
                del task
                await asyncio.sleep(0)
                print(gone() is None)
            asyncio.run(main())
        """
        self.assertEqual(of_kind(run(source), "printed")[0][1], "True\\n")

    @unittest.skipIf(sys.version_info < (3, 13), "for C's recursion such a chain is too long before")
    def test_a_long_chain_of_tasks_is_cancelled_as_c_does_it(self):
        source = """if True:
            import asyncio
            async def link(left):
                await (asyncio.create_task(link(left - 1)) if left else asyncio.sleep(9))
            async def main():
                chain = asyncio.create_task(link(1500))
                await asyncio.sleep(1)
                chain.cancel()
                await asyncio.wait([chain])
                print(chain.cancelled())
            asyncio.run(main())
        """
        lines = run(source)
        self.assertEqual(of_kind(lines, "printed")[0][1], "True\\n")
        self.assertEqual(len(of_kind(lines, "cancel")), 1501)

    def test_a_step_that_raises_is_reported_and_the_run_goes_on(self):
        source = """if True:
            import asyncio
            async def first(stop):
                try:
                    await asyncio.gather(tasks[1], stop)
                except ValueError:
                    print("stopped")
            async def second():
                asyncio.current_task().cancel()
                await tasks[0]
            async def main():
                loop, stop = asyncio.get_running_loop(), asyncio.Future()
                loop.set_exception_handler(lambda loop, context: print(type(context["exception"]).__name__))
                tasks[:] = [asyncio.create_task(first(stop)), asyncio.create_task(second())]
                await asyncio.sleep(1)
                stop.set_exception(ValueError())
                await asyncio.wait(tasks)
                print([task.cancelled() for task in tasks])
            tasks = []
            asyncio.run(main())
        """
        printed = [text for _, text, _ in of_kind(run(source), "printed")]
        self.assertEqual(printed, ["RecursionError\\n", "stopped\\n", "[False, True]\\n"])

    def test_sets_of_tasks_are_iterated_in_the_order_of_creation(self):
        source = """if True:
            import asyncio
            async def main():
                tasks = [asyncio.create_task(asyncio.sleep(1), name=str(n)) for n in range(50)]
                names = lambda tasks: [int(task.get_name()) for task in tasks]
                print(names(asyncio.all_tasks() - {asyncio.current_task()}) == list(range(50)))
                done, pending = await asyncio.wait(set(tasks))
                print(names(done) == list(range(50)), isinstance(done, set), pending)
            asyncio.run(main())
        """
        printed = [text for _, text, _ in of_kind(run(source), "printed")]
        self.assertEqual(printed, ["True\\n", "True True set()\\n"])


class Locals(unittest.TestCase):
    def test_only_changed_local_variables_are_logged(self):
        source = """if True:
            import asyncio
            class Odd:
                def __repr__(self):
                    raise AssertionError("the program's own methods are not called")
            async def main():
                number, odd = 1, Odd()
                await asyncio.sleep(1)
                del odd
                number += 1
                await asyncio.sleep(1)
            asyncio.run(main())
        """
        told = of_kind(run(source, locals=True), "locals")
        self.assertEqual(told, [["0", "number", "1", "odd", "<Odd>"], ["0", "number", "2", "odd", ""]])


if __name__ == "__main__":
    unittest.main()
