//! A coroutine with a name, which warns if it was never awaited.

use std::cell::Cell;
use std::future::Future;
use std::pin::Pin;
use std::task::{Context, Poll};

use crate::asyncio::core::running::running;
use crate::asyncio::python::raised::{Outcome, Raised};
use crate::asyncio::python::trash::let_go;
use crate::trace::Text;

/// The coroutine object that a call of a Python coroutine function returns: nothing has run yet. If it is dropped
/// before it is awaited or becomes a task, asyncio's warning is logged (`semantics.md` rule 1; `asyncio-dev`, "Detect
/// never-awaited coroutines").
///
/// A Rust `async fn` runs nothing before its await either, but has no name for the warning. So a program about a
/// forgotten `await` names its coroutines with [`coroutine`].
#[must_use = "a coroutine does nothing unless it is awaited"]
pub struct Coroutine<T: 'static> {
    name: Text,
    /// `None` only during the drop.
    body: Option<Pin<Box<dyn Future<Output = Outcome<T>>>>>,
    begun: bool,
}

/// The coroutine of the function `name`.
///
/// # Example
/// ```
/// use loopscope::asyncio::{self, Coroutine, Outcome, coroutine};
///
/// fn greet() -> Coroutine<()> {
///     coroutine("greet", async {
///         asyncio::print("hello");
///         Ok(())
///     })
/// }
///
/// async fn program() -> Outcome<()> {
///     let _ = greet();
///     greet().await
/// }
///
/// let (_, story) = asyncio::run(program());
/// assert_eq!(story.0[2].what, "warned \"RuntimeWarning: coroutine 'greet' was never awaited\"");
/// assert_eq!(story.0[3].what, "printed \"hello\"");
/// ```
pub fn coroutine<T: 'static>(name: impl Into<Text>, body: impl Future<Output = Outcome<T>> + 'static) -> Coroutine<T> {
    Coroutine { name: name.into(), body: Some(Box::pin(body)), begun: false }
}

impl<T: 'static> Future for Coroutine<T> {
    type Output = Outcome<T>;

    fn poll(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Result<T, Raised>> {
        self.begun = true;
        let Some(body) = &mut self.body else { return Poll::Pending };
        let _deeper = Deeper::new()?;
        body.as_mut().poll(context).map_err(Raised::out_of_a_coroutine)
    }
}

impl<T: 'static> Drop for Coroutine<T> {
    fn drop(&mut self) {
        if let (false, Some(event_loop)) = (self.begun, running()) {
            event_loop.warn_of_coroutine(self.name.as_str());
        }
        if let Some(body) = self.body.take() {
            let_go(body);
        }
    }
}

/// The depth of nested coroutines at which `CPython` raises `RecursionError`: its limit of 1000 Python calls
/// (`sys.getrecursionlimit`) without the calls of the loop itself.
const DEEPEST: usize = 985;

thread_local! {
    static DEPTH: Cell<usize> = const { Cell::new(0) };
}

/// A guard that counts one more level of nested coroutines while it exists.
struct Deeper;

impl Deeper {
    fn new() -> Outcome<Self> {
        let depth = DEPTH.get();
        if depth >= DEEPEST {
            return Err(Raised::exception("RecursionError", "maximum recursion depth exceeded"));
        }
        DEPTH.set(depth + 1);
        Ok(Self)
    }
}

impl Drop for Deeper {
    fn drop(&mut self) {
        DEPTH.set(DEPTH.get() - 1);
    }
}
