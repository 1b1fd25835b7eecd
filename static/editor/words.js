// @ts-check
// asyncio's public names for learners: what each is, and its signature. Their sentences are in words.en.js and words.fr.js.

const fn = (name, signature) => ({ name, kind: "function", signature: `${name}(${signature})` });
const type = (name, signature) => ({ name, kind: "class", signature: `${name}(${signature})` });
const error = (name) => ({ name, kind: "class", signature: name });
const constant = (name) => ({ name, kind: "constant", signature: name });

/** Names of the module. */
export const names = [
  fn("run", "main, *, debug=None, loop_factory=None"),
  type("Runner", "*, debug=None, loop_factory=None"),
  fn("sleep", "delay, result=None"),
  fn("create_task", "coro, *, name=None, context=None"),
  fn("gather", "*aws, return_exceptions=False"),
  type("TaskGroup", ""),
  fn("wait_for", "aw, timeout"),
  fn("timeout", "delay"),
  fn("timeout_at", "when"),
  fn("wait", "aws, *, timeout=None, return_when=ALL_COMPLETED"),
  fn("as_completed", "aws, *, timeout=None"),
  fn("shield", "aw"),
  fn("to_thread", "func, /, *args, **kwargs"),
  fn("run_coroutine_threadsafe", "coro, loop"),
  fn("current_task", "loop=None"),
  fn("all_tasks", "loop=None"),
  fn("ensure_future", "obj, *, loop=None"),
  fn("iscoroutine", "obj"),
  fn("iscoroutinefunction", "func"),
  fn("isfuture", "obj"),
  fn("get_running_loop", ""),
  fn("get_event_loop", ""),
  fn("new_event_loop", ""),
  fn("set_event_loop", "loop"),
  fn("eager_task_factory", "loop, coro, *, name=None, context=None"),
  fn("open_connection", "host=None, port=None, *, limit=65536"),
  fn("start_server", "client_connected_cb, host=None, port=None, *, limit=65536"),
  fn("create_subprocess_exec", "program, *args, stdin=None, stdout=None, stderr=None"),
  fn("create_subprocess_shell", "cmd, stdin=None, stdout=None, stderr=None"),
  type("Task", "coro, *, loop=None, name=None"),
  type("Future", "*, loop=None"),
  type("Lock", ""),
  type("Semaphore", "value=1"),
  type("BoundedSemaphore", "value=1"),
  type("Event", ""),
  type("Condition", "lock=None"),
  type("Barrier", "parties"),
  type("Queue", "maxsize=0"),
  type("PriorityQueue", "maxsize=0"),
  type("LifoQueue", "maxsize=0"),
  error("CancelledError"),
  error("TimeoutError"),
  error("InvalidStateError"),
  error("QueueEmpty"),
  error("QueueFull"),
  error("QueueShutDown"),
  error("BrokenBarrierError"),
  constant("FIRST_COMPLETED"),
  constant("FIRST_EXCEPTION"),
  constant("ALL_COMPLETED"),
];

const method = (name, signature) => ({ name, kind: "method", signature: `${name}(${signature})` });
const outcome = [
  method("cancel", "msg=None"),
  method("done", ""),
  method("cancelled", ""),
  method("result", ""),
  method("exception", ""),
  method("add_done_callback", "callback, *, context=None"),
];
const permit = [method("acquire", ""), method("release", ""), method("locked", "")];
const queue = [
  method("put", "item"),
  method("get", ""),
  method("put_nowait", "item"),
  method("get_nowait", ""),
  method("task_done", ""),
  method("join", ""),
  method("qsize", ""),
  method("empty", ""),
  method("full", ""),
  method("shutdown", "immediate=False"),
];

/** Methods by class. A sentence is found under `Class.method`, or under the method's name if classes share it. */
export const methods = {
  Task: [...outcome, method("get_name", ""), method("set_name", "value"), method("cancelling", ""), method("uncancel", "")],
  Future: [...outcome, method("set_result", "result"), method("set_exception", "exception")],
  Lock: permit,
  Semaphore: permit,
  BoundedSemaphore: permit,
  Event: [method("wait", ""), method("set", ""), method("clear", ""), method("is_set", "")],
  Condition: [...permit, method("wait", ""), method("wait_for", "predicate"), method("notify", "n=1"), method("notify_all", "")],
  Barrier: [method("wait", ""), method("reset", ""), method("abort", "")],
  Queue: queue,
  PriorityQueue: queue,
  LifoQueue: queue,
  TaskGroup: [method("create_task", "coro, *, name=None, context=None")],
};

/** The class of a function's result, for functions whose results have methods listed here. */
export const gives = { create_task: "Task", ensure_future: "Task", current_task: "Task" };
