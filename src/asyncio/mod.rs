//! asyncio's event loop and vocabulary, in logical time.
//!
//! | Python | here | file |
//! |---|---|---|
//! | `async def f(): ...` | `async fn f() -> Outcome<T>` | |
//! | `raise`, and an exception that passes through | `return Err(...)`, and `?` | [`Raised`] |
//! | `await f()` | `f().await?` | |
//! | `asyncio.run(main())` | [`EventLoop::start`], then [`EventLoop::turn`] while [`EventLoop::due`] | `event_loop.rs` |
//! | `asyncio.sleep(s)` | [`sleep`] | `sleep.rs` |
//! | `time.sleep(s)` | [`time::sleep`] | `time.rs` |
//! | `asyncio.create_task(f())` | [`create_task`] | `task.rs` |
//! | `asyncio.create_task(f(), name=n)` | [`create_named_task`] | `task.rs` |
//! | `await task`, `task.cancel()`, `task.done()`, `task.cancelled()`, `task.cancelling()`, `task.uncancel()` | [`Task`] | `task.rs` |
//! | `loop.create_future()`, `future.set_result(v)`, `future.set_exception(e)` | [`Future`] | `future.rs` |
//! | `asyncio.gather(*a)` | [`gather`] | `gather.rs` |
//! | `asyncio.gather(*a, return_exceptions=True)` | [`gather_return_exceptions`] | `gather.rs` |
//! | `asyncio.CancelledError` | [`Raised::Cancelled`] | `raised.rs` |
//! | `print(x)` | [`print()`] | `print.rs` |
//! | `repr(x)` | [`Repr`] | `repr.rs` |
//!
//! The loop never reads a clock: [`EventLoop::due`] says for when its next callback is due, and whoever drives it
//! decides when that moment comes. A cancellation is a value, `Err(Raised::Cancelled)`, at the await where the task
//! is suspended; so it can be cleaned up after, delayed or refused, as in Python and unlike a dropped Rust future.
//!
//! ```
//! use loopscope::asyncio::{self, EventLoop, Outcome};
//! use loopscope::trace::{Log, Story};
//!
//! async fn program() -> Outcome<&'static str> {
//!     asyncio::sleep(1.5).await?;
//!     Ok("awake")
//! }
//!
//! let log = Log::shared();
//! let event_loop = EventLoop::new(file!(), &log);
//! event_loop.start(program());
//! event_loop.run_to_end();
//! let story = Story::from_events(log.borrow().events()).to_string();
//! assert_eq!(story, "0.000 main created\n0.000 main started\n1.500 main finished \"awake\"\n");
//! ```

mod event_loop;
mod future;
mod gather;
mod print;
mod raised;
mod repr;
mod sleep;
mod suspension;
mod task;
pub mod time;
mod timers;

pub use event_loop::{Due, EventLoop};
pub use future::Future;
pub use gather::{Gather, gather, gather_return_exceptions};
pub use print::print;
pub use raised::{Exception, Outcome, Raised};
pub use repr::Repr;
pub use sleep::sleep;
pub use task::{Awaitable, Task, create_named_task, create_task};

#[cfg(test)]
mod tests;
