//! asyncio's event loop and vocabulary, in logical time.
//!
//! | Python | here | file |
//! |---|---|---|
//! | `async def f(): ...` | `async fn f() -> Outcome<T>` | |
//! | `raise`, and an exception that passes through | `return Err(...)`, and `?` | [`Raised`] |
//! | `except TimeoutError:` | `Err(raised) if raised.is("TimeoutError") =>` | [`Raised::is`] |
//! | `await f()` | `f().await?` | |
//! | `asyncio.run(main())` | [`run`]; step by step [`EventLoop::start`], then [`EventLoop::turn`] while [`EventLoop::due`] | `vocabulary/run.rs`, `core/event_loop.rs` |
//! | `asyncio.sleep(s)` | [`sleep`] | `vocabulary/sleep.rs` |
//! | `time.sleep(s)` | [`time::sleep`] | `vocabulary/time.rs` |
//! | `while time.perf_counter() < end: pass` | [`time::burn`] | `vocabulary/time.rs` |
//! | `asyncio.create_task(f())` | [`create_task`] | `core/task.rs` |
//! | `asyncio.create_task(f(), name=n)` | [`create_named_task`] | `core/task.rs` |
//! | `await task`, `task.cancel()`, `task.done()`, `task.cancelled()`, `task.cancelling()`, `task.uncancel()` | [`Task`] | `core/task.rs` |
//! | `asyncio.current_task()`, `asyncio.all_tasks()` | [`current_task`], [`all_tasks`] | `core/task.rs` |
//! | `task.add_done_callback(f)`, `task.set_name(n)`, `task.result()`, `task.exception()` | [`Task`] | `core/task.rs` |
//! | `loop.create_future()`, `future.set_result(v)`, `future.set_exception(e)` | [`Future`] | `core/future.rs` |
//! | `asyncio.gather(*a)` | [`gather`] | `vocabulary/gather.rs` |
//! | `asyncio.gather(*a, return_exceptions=True)` | [`gather_return_exceptions`] | `vocabulary/gather.rs` |
//! | `asyncio.shield(a)` | [`shield`], [`Shield`] | `vocabulary/shield.rs` |
//! | `asyncio.wait_for(a, s)` | [`wait_for`] | `vocabulary/wait_for.rs` |
//! | `async with asyncio.timeout(s): ...`, `asyncio.timeout_at(t)` | `timeout(s).within(async { ... })`, [`timeout_at`] | `vocabulary/timeout.rs` |
//! | `asyncio.wait(tasks, timeout=s, return_when=w)` | [`wait`], [`ReturnWhen`] | `vocabulary/wait.rs` |
//! | `for next in asyncio.as_completed(a, timeout=s): await next` | [`as_completed`], the same `for` | `vocabulary/as_completed.rs` |
//! | `async with asyncio.TaskGroup() as g: ...` | [`task_group`] | `vocabulary/task_group.rs` |
//! | `asyncio.Lock`, `Semaphore`, `BoundedSemaphore`, `Event`, `Condition`, `Barrier` | the same names | `sync/` |
//! | `async with lock: ...` | `let _held = lock.hold().await?;` | `sync/held.rs` |
//! | `asyncio.Queue`, `PriorityQueue`, `LifoQueue` | the same names | `sync/queue.rs` |
//! | `loop.call_soon(f)`, `call_later`, `call_at`, `loop.time()` | [`call_soon`], [`call_later`], [`call_at`], [`loop_time`] | `core/callbacks.rs` |
//! | `loop.call_soon_threadsafe(f)`, the selector | [`Outside`], [`Selector`] | `core/outside.rs` |
//! | `asyncio.to_thread(f)` | [`to_thread`] | `vocabulary/to_thread.rs` |
//! | `loop.set_exception_handler(f)` | [`set_exception_handler`] | `core/exception_handler.rs` |
//! | `loop.set_debug(True)`, `loop.slow_callback_duration` | [`set_debug`], [`set_slow_callback_duration`] | `vocabulary/debug.rs` |
//! | a coroutine that is never awaited | [`coroutine`] | `vocabulary/coroutine.rs` |
//! | the loop's weak references to tasks | [`EventLoop::collect_garbage`] | `core/event_loop.rs` |
//! | `asyncio.CancelledError` | [`Raised::Cancelled`] | `python/raised.rs` |
//! | `random.Random(seed)` | [`Random`] | `python/random.rs` |
//! | `print(x)` | [`print()`] | `vocabulary/print.rs` |
//! | `repr(x)` | [`Repr`] | `python/repr.rs` |
//!
//! The loop never reads a clock: [`EventLoop::due`] gives the time of the next callback, and the loop's owner decides
//! when to run it.
//!
//! A cancellation is a value, `Err(Raised::Cancelled(_))`, returned by the await where the task is suspended. So a
//! program can clean up, delay the cancellation or suppress it, as in Python. A dropped Rust future can do none of
//! these.
//!
//! ```
//! use loopscope::asyncio::{self, Outcome};
//!
//! async fn program() -> Outcome<&'static str> {
//!     asyncio::sleep(1.5).await?;
//!     Ok("awake")
//! }
//!
//! let (_, story) = asyncio::run(program());
//! assert_eq!(story.to_string(), "0.000 main created\n0.000 main started\n1.500 main finished \"awake\"\n");
//! ```

mod core;
mod python;
pub mod sync;
#[cfg(test)]
mod tests;
mod vocabulary;

pub use self::core::awaitable::{Awaitable, Ensured};
pub use self::core::callbacks::{CallHandle, Called, call_at, call_later, call_soon, loop_time};
pub use self::core::event_loop::{Due, EventLoop};
pub use self::core::exception_handler::{ErrorContext, set_exception_handler};
pub use self::core::future::Future;
pub use self::core::handle::Handle;
pub use self::core::outside::{Expected, Outside, Selector};
pub use self::core::task::{CurrentTask, DoneHandle, Task, all_tasks, create_named_task, create_task, current_task};
pub use python::raised::{Exception, ExceptionParts, Outcome, Raised};
pub use python::random::Random;
pub use python::repr::Repr;
pub use sync::queue::{LifoQueue, PriorityQueue, Queue};
pub use sync::shelf::Shelf;
pub use sync::{Barrier, BoundedSemaphore, Condition, Event, Held, Lock, Semaphore};
pub use vocabulary::as_completed::{AsCompleted, Next, as_completed};
pub use vocabulary::coroutine::{Coroutine, coroutine};
pub use vocabulary::debug::{set_debug, set_slow_callback_duration};
pub use vocabulary::gather::{Gather, gather, gather_return_exceptions};
pub use vocabulary::print::print;
pub(crate) use vocabulary::requests::{new_request, note_request, on_request};
pub use vocabulary::run::run;
pub use vocabulary::shield::{Shield, shield};
pub use vocabulary::sleep::sleep;
pub use vocabulary::task_group::{TaskGroup, task_group};
pub use vocabulary::time;
pub use vocabulary::timeout::{Timeout, timeout, timeout_at};
pub use vocabulary::to_thread::to_thread;
pub use vocabulary::wait::{DoneAndPending, ReturnWhen, wait};
pub use vocabulary::wait_for::wait_for;
