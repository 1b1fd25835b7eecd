//! asyncio's event loop and vocabulary, in logical time.
//!
//! | Python | here | file |
//! |---|---|---|
//! | `async def f(): ...` | `async fn f() -> Outcome<T>` | |
//! | `raise`, and an exception that passes through | `return Err(...)`, and `?` | [`Raised`] |
//! | `except TimeoutError:` | `Err(raised) if raised.is("TimeoutError") =>` | [`Raised::is`] |
//! | `await f()` | `f().await?` | |
//! | `asyncio.run(main())` | [`run`]; step by step [`EventLoop::start`], then [`EventLoop::turn`] while [`EventLoop::due`] | `run.rs`, `event_loop.rs` |
//! | `asyncio.sleep(s)` | [`sleep`] | `sleep.rs` |
//! | `time.sleep(s)` | [`time::sleep`] | `time.rs` |
//! | `while time.perf_counter() < end: pass` | [`time::burn`] | `time.rs` |
//! | `asyncio.create_task(f())` | [`create_task`] | `task.rs` |
//! | `asyncio.create_task(f(), name=n)` | [`create_named_task`] | `task.rs` |
//! | `await task`, `task.cancel()`, `task.done()`, `task.cancelled()`, `task.cancelling()`, `task.uncancel()` | [`Task`] | `task.rs` |
//! | `asyncio.current_task()`, `asyncio.all_tasks()` | [`current_task`], [`all_tasks`] | `task.rs` |
//! | `task.add_done_callback(f)`, `task.set_name(n)`, `task.result()`, `task.exception()` | [`Task`] | `task.rs` |
//! | `loop.create_future()`, `future.set_result(v)`, `future.set_exception(e)` | [`Future`] | `future.rs` |
//! | `asyncio.gather(*a)` | [`gather`] | `gather.rs` |
//! | `asyncio.gather(*a, return_exceptions=True)` | [`gather_return_exceptions`] | `gather.rs` |
//! | `asyncio.shield(a)` | [`shield`], [`Shield`] | `shield.rs` |
//! | `asyncio.wait_for(a, s)` | [`wait_for`] | `wait_for.rs` |
//! | `async with asyncio.timeout(s): ...`, `asyncio.timeout_at(t)` | `timeout(s).within(async { ... })`, [`timeout_at`] | `timeout.rs` |
//! | `asyncio.wait(tasks, timeout=s, return_when=w)` | [`wait`], [`ReturnWhen`] | `wait.rs` |
//! | `for next in asyncio.as_completed(a, timeout=s): await next` | [`as_completed`], the same `for` | `as_completed.rs` |
//! | `async with asyncio.TaskGroup() as g: ...` | [`task_group`] | `task_group.rs` |
//! | `asyncio.Lock`, `Semaphore`, `BoundedSemaphore`, `Event`, `Condition`, `Barrier` | the same names | `sync/` |
//! | `async with lock: ...` | `let _held = lock.hold().await?;` | `sync/mod.rs` |
//! | `asyncio.Queue`, `PriorityQueue`, `LifoQueue` | the same names | `queue.rs` |
//! | `loop.call_soon(f)`, `call_later`, `call_at`, `loop.time()` | [`call_soon`], [`call_later`], [`call_at`], [`loop_time`] | `callbacks.rs` |
//! | `loop.call_soon_threadsafe(f)`, the selector | [`Outside`], [`Selector`] | `outside.rs` |
//! | `asyncio.to_thread(f)` | [`to_thread`] | `to_thread.rs` |
//! | `loop.set_exception_handler(f)` | [`set_exception_handler`] | `exception_handler.rs` |
//! | `loop.set_debug(True)`, `loop.slow_callback_duration` | [`set_debug`], [`set_slow_callback_duration`] | `debug.rs` |
//! | a coroutine that nobody awaits | [`coroutine`] | `coroutine.rs` |
//! | the loop's weak references to tasks | [`EventLoop::collect_garbage`] | `event_loop.rs` |
//! | `asyncio.CancelledError` | [`Raised::Cancelled`] | `raised.rs` |
//! | `random.Random(seed)` | [`Random`] | `random.rs` |
//! | `print(x)` | [`print()`] | `print.rs` |
//! | `repr(x)` | [`Repr`] | `repr.rs` |
//!
//! The loop never reads a clock: [`EventLoop::due`] gives the time of the next callback, and the loop's owner decides
//! when to run it. A cancellation is a value, `Err(Raised::Cancelled(_))`, at the await where the task is suspended. So
//! a program can clean up, delay it or suppress it, as in Python and unlike a dropped Rust future.
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

mod as_completed;
mod awaitable;
mod callbacks;
mod cancel;
mod coroutine;
mod debug;
mod event_loop;
mod exception_handler;
mod exceptions;
mod future;
mod garbage;
mod gather;
mod handle;
mod outside;
mod print;
mod queue;
mod raised;
mod random;
mod repr;
mod requests;
mod run;
mod shield;
mod sleep;
mod suspension;
pub mod sync;
mod task;
mod task_group;
pub mod time;
mod timeout;
mod timers;
mod to_thread;
mod tracked;
mod trash;
mod unawaited;
mod wait;
mod wait_for;
mod waiter;

pub use as_completed::{AsCompleted, Next, as_completed};
pub use awaitable::{Awaitable, Ensured};
pub use callbacks::{CallHandle, Called, call_at, call_later, call_soon, loop_time};
pub use coroutine::{Coroutine, coroutine};
pub use debug::{set_debug, set_slow_callback_duration};
pub use event_loop::{Due, EventLoop};
pub use exception_handler::{ErrorContext, set_exception_handler};
pub use future::Future;
pub use gather::{Gather, gather, gather_return_exceptions};
pub use handle::Handle;
pub use outside::{Expected, Outside, Selector};
pub use print::print;
pub use queue::{LifoQueue, PriorityQueue, Queue, Shelf};
pub use raised::{Exception, ExceptionParts, Outcome, Raised};
pub use random::Random;
pub use repr::Repr;
pub(crate) use requests::{new_request, note_request, on_request};
pub use run::run;
pub use shield::{Shield, shield};
pub use sleep::sleep;
pub use sync::{Barrier, BoundedSemaphore, Condition, Event, Held, Lock, Semaphore};
pub use task::{CurrentTask, DoneHandle, Task, all_tasks, create_named_task, create_task, current_task};
pub use task_group::{TaskGroup, task_group};
pub use timeout::{Timeout, timeout, timeout_at};
pub use to_thread::to_thread;
pub use wait::{DoneAndPending, ReturnWhen, wait};
pub use wait_for::wait_for;

#[cfg(test)]
mod tests;
