// @ts-check
// The editor's words in English.

export const english = {
  labels: {
    editor: (file) => `Program, ${file}`,
    leave: "Tab indents. Escape, then Tab, leaves the editor.",
    show: "Show me",
    fixKey: "Ctrl+. makes the change.",
    here: "Tasks at this line",
    tasks: (names) => `Tasks at this line: ${names.join(", ")}`,
  },
  phrases: {},
  hints: {
    "never-awaited": {
      title: "This coroutine is never awaited:",
      why: "calling {name}() only makes a coroutine, and nothing of it runs.",
      fix: "Add await",
    },
    "blocking-sleep": {
      title: "This sleep stops every task:",
      why: "time.sleep() holds the thread, so the event loop can run nobody else until it returns.",
      fix: "Use asyncio.sleep",
    },
    "blocking-request": {
      title: "This request stops every task:",
      why: "{name}() waits for the network in the event loop's thread. A worker thread or aiohttp would leave the loop free.",
      fix: "Run it in a thread",
    },
    "blocking-file": {
      title: "Reading a file here stops every task:",
      why: "open() and what follows hold the event loop's thread while the disk answers. For a large file, put it into a function for asyncio.to_thread().",
    },
    "blocking-input": {
      title: "This question stops every task:",
      why: "input() holds the event loop's thread until somebody answers.",
      fix: "Ask in a thread",
    },
    "blocking-process": {
      title: "This program stops every task while it runs:",
      why: "{name}() waits for another program in the event loop's thread. asyncio.create_subprocess_exec() waits without holding it.",
      fix: "Run it in a thread",
    },
    "task-dropped": {
      title: "Nobody keeps this task:",
      why: "the event loop has only a weak reference to it, so Python may collect it before it ends, and its error is seen late or never. Keep it in a variable and await it, or use a TaskGroup.",
      fix: "Add await",
    },
    "cancellation-eaten": {
      title: "This except takes a cancellation, too:",
      why: "CancelledError is caught here and not raised again, so the task goes on although somebody cancelled it. A timeout around it has no effect.",
      fix: "Catch Exception",
    },
    "run-inside": {
      title: "An event loop runs already:",
      why: "{name}() starts one of its own, and raises RuntimeError inside a coroutine. Await the coroutine.",
      fix: "Use await",
    },
    "gather-unbounded": {
      title: "All of these start at once:",
      why: "gather() has no limit, so a long list starts as many at the same moment. Where each opens a connection or a file, a Semaphore lets a few through at a time.",
    },
    "gather-loses": {
      title: "The first error hides the other results:",
      why: "gather() raises it at once and gives no results; the other coroutines go on, and nobody asks for what they return. With return_exceptions=True each result or error has its place.",
    },
    "lock-held": {
      title: "The lock is held while this waits:",
      why: "every other task that wants {name} stands in line for all of that time. Wait first, and take the lock only for the change.",
    },
  },
};
