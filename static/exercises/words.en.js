// @ts-check
//! The checks' texts in English: the requirement (`title`), and the message for a run that fails (`says`).
//!
//! Names in braces are the fields of the check and of its fault. If a kind has several sentences, `says` is a table of them.

/** @type {import("./judge.js").Words} */
export default {
  point: ".",
  form: {
    title: "`{function}({parameters})` is a coroutine function",
    says: {
      missing: "There is no function `{function}` at the top level of your program.",
      other: "`{function}` exists, but it cannot be called.",
      parameters: "`{function}` should take ({parameters}), but yours takes ({found}).",
      plain: "`{function}` gives no awaitable: write `async def {function}`, and return the result instead of running a loop in it.",
    },
  },
  honest: {
    title: "Waiting and clocks are Python's own",
    says: "Your program replaces {names}. The checks want the time that real waiting takes.",
  },
  runs: {
    title: "The program runs to its end",
    says: {
      raised: "An error ends the run: {error}",
      exit: "Your program ends itself (`sys.exit`) before the work is done.",
      silence: "Your program computes and never gives the loop its turn: an endless loop.",
      endless: "Your program does not come to an end: it goes on long after its work is done.",
      memory: "Your program fills its memory without end.",
      recursion: "Your program calls itself without end.",
      stuck: "Your program waits for something that nobody will ever do.",
      stopped: "The run was stopped.",
      failed: "The run broke off: {error}",
    },
  },
  result: {
    title: "The right result is returned",
    says: {
      none: "Nothing is returned; {want} was expected.",
      other: "{got} is returned; {want} was expected.",
    },
  },
  raises: {
    title: "The error is passed on",
    says: {
      raised: "{got} comes out, and here no error should.",
      nothing: "No error comes out; {error} was expected.",
      other: "{got} comes out; {error} was expected.",
    },
  },
  total: {
    title: "It takes as long as it must, and no longer",
    says: {
      slow: "The whole took {got}\u00a0s; {want}\u00a0s are enough.",
      fast: "The whole took {got}\u00a0s, and cannot take less than {want}\u00a0s: something was not waited for.",
    },
  },
  prints: {
    title: "The right lines are printed",
    says: {
      missing: "The line “{want}” is not printed.",
      other: "“{got}” is printed, where “{want}” was expected.",
      more: "“{got}” is printed, and should not be.",
      early: "“{line}” is printed at {got}\u00a0s, before its time: {want}\u00a0s.",
      late: "“{line}” is printed only at {got}\u00a0s; its time was {want}\u00a0s.",
    },
  },
  calls: {
    title: "Calls of `{function}`: one for each",
    says: {
      never: "`{function}` is never called.",
      count: "`{function}` is called {got} times instead of {want}.",
      extra: "{function} is called, and should not be, or not again.",
      missing: "{function} is never called to its end.",
    },
  },
  at_most: {
    title: "Never more than {most} at once in `{function}`",
    says: "At {time}\u00a0s, {count} are in `{function}` at once: {names}. The limit is {most}.",
  },
  together: {
    title: "They run at the same time in `{function}`",
    says: "At most {count} of {most} run in `{function}` at the same time.",
  },
  waits: {
    title: "`{then}` waits for `{first}`",
    says: "At {time}\u00a0s {then} begins, and {first} is not over yet.",
  },
  starts: {
    title: "Each begins as soon as it can",
    says: {
      never: "`{function}` should begin at {want}\u00a0s, and does not.",
      late: "{function} begins at {got}\u00a0s; it could at {want}\u00a0s.",
      early: "{function} begins at {got}\u00a0s, before {want}\u00a0s.",
    },
  },
  order: {
    title: "They begin in the right order",
    says: "At {time}\u00a0s {then} begins, and {first} has not begun yet.",
  },
  lasts: {
    title: "Each call of `{function}` takes as long as it should",
    says: {
      long: "{function} goes on for {got}\u00a0s; {want}\u00a0s is the limit.",
      short: "{function} is over after {got}\u00a0s, and should have had {want}\u00a0s.",
    },
  },
  ends: {
    title: "`{function}` ends as it should",
    says: {
      never: "`{function}` is never called.",
      not_returned: "{function} does not come to its end.",
      not_raised: "{function} does not fail, and should.",
      not_cancelled: "{function} is not cancelled, and should be.",
      time: "{function} ends at {got}\u00a0s instead of {want}\u00a0s.",
    },
  },
  rate: {
    title: "At most {most} calls of `{function}` within {within}\u00a0s",
    says: "From {from}\u00a0s to {time}\u00a0s `{function}` begins {count} times; the limit is {most} within {within}\u00a0s.",
  },
  pauses: {
    title: "The pauses before the next try grow",
    says: {
      short: "Before {function} is tried again (pause {number}) there are only {got}\u00a0s; {low}\u00a0s to {high}\u00a0s are wanted.",
      long: "Before {function} is tried again (pause {number}) there are {got}\u00a0s; {low}\u00a0s to {high}\u00a0s are wanted.",
    },
  },
  varies: {
    title: "The pauses differ by chance",
    says: "All that failed pause {got}\u00a0s, and come back at the same moment: the jitter is missing.",
  },
  once: {
    title: "`{function}` is not asked the same twice",
    says: "{function} is called {count} times; {most} is enough.",
  },
  ahead: {
    title: "`{first}` is never more than {most} ahead of `{then}`",
    says: "At {time}\u00a0s `{first}` is {count} ahead of `{then}`; the limit is {most}.",
  },
  closed: {
    title: "What `{open}` opens, `{close}` closes",
    says: "{open} has been called, and `{close}` has not been called to its end for it.",
  },
  reported: {
    title: "Every error is reported",
    says: "{function} fails ({error}), and nothing says so.",
  },
  no_task_left: {
    title: "No task is left at the end",
    says: "When the function returns, the task {task} is not over; `asyncio.run` throws it away.",
  },
  no_error_lost: {
    title: "No error is lost",
    says: "Nobody asks for the error of {task}: {message}",
  },
  all_awaited: {
    title: "Every coroutine is awaited",
    says: "A coroutine is made and never awaited: {message}",
  },
  not_blocked: {
    title: "Nothing blocks the loop",
    says: "At {time}\u00a0s {task} blocks the loop for {got}\u00a0s: nobody else runs meanwhile.",
  },
  cancelled: {
    title: "A cancellation is let through",
    says: {
      kept: "At {time}\u00a0s the cancellation reaches `{function}` in {task}, which keeps it to itself and goes on.",
      never: "Nothing is cancelled in `{function}`.",
    },
  },
  level: {
    title: "A {class} never holds more than {most}",
    says: "At {time}\u00a0s {count} are in the {class}; the limit is {most}.",
  },
  tasks_at_most: {
    title: "Never more than {most} tasks",
    says: "At {time}\u00a0s there are {count} tasks; {most} are enough.",
  },
};
