//! `asyncio.gather`: waits for many awaitables; the results are in the order of the arguments.

use super::gathering::{Gathering, Mode};
use crate::asyncio::core::awaitable::{Awaitable, Ensured};
use crate::asyncio::core::handle::Handle;
use crate::asyncio::python::raised::Outcome;

/// Waits for all of `awaitables`. The results are in argument order, whichever ends first (`semantics.md` rule 8).
///
/// The first exception or cancellation of a child is raised at once. The siblings keep running; their later exceptions
/// are lost (rules 9, 10, 12). Cancelling the gather cancels every child (rule 11), unless it has failed already (rule
/// 14). A task given twice runs once and gives its result twice; no arguments give an empty list (rule 15). Tasks are
/// created by this call, not at the await.
///
/// # Example
/// ```
/// use loopscope::asyncio::{self, Outcome};
///
/// async fn reply(name: &'static str, seconds: f64) -> Outcome<&'static str> {
///     asyncio::sleep(seconds).await?;
///     asyncio::print(name);
///     Ok(name)
/// }
///
/// async fn program() -> Outcome<Vec<&'static str>> {
///     asyncio::gather([reply("slow", 2.0), reply("fast", 1.0)]).await
/// }
///
/// let (outcome, story) = asyncio::run(program());
/// assert_eq!(story.0[6].to_string(), "1.000 Task-3 printed \"fast\"");
/// assert_eq!(outcome, Ok(vec!["slow", "fast"]));
/// ```
#[track_caller]
pub fn gather<A: Awaitable>(awaitables: impl IntoIterator<Item = A>) -> Gather<Vec<A::Value>>
where
    A::Value: Clone + 'static,
{
    let gathering = Gathering::new(ensured(awaitables).into_iter(), Mode::Raise);
    Gather::of(gathering)
}

/// [`gather`] with `return_exceptions=True`: exceptions and cancellations of children become items of the result
/// (`semantics.md` rule 13). It raises only if the gather itself is cancelled.
///
/// # Example
/// ```
/// use loopscope::asyncio::{self, Outcome, Raised};
///
/// async fn half(number: i64) -> Outcome<i64> {
///     if number % 2 == 0 { Ok(number / 2) } else { Err(Raised::exception("ValueError", "odd")) }
/// }
///
/// async fn program() -> Outcome<Vec<Outcome<i64>>> {
///     asyncio::gather_return_exceptions([half(7), half(8)]).await
/// }
///
/// let (outcome, _) = asyncio::run(program());
/// assert_eq!(outcome, Ok(vec![Err(Raised::exception("ValueError", "odd")), Ok(4)]));
/// ```
#[track_caller]
pub fn gather_return_exceptions<A: Awaitable>(awaitables: impl IntoIterator<Item = A>) -> Gather<Vec<Outcome<A::Value>>>
where
    A::Value: Clone + 'static,
{
    let gathering = Gathering::new(ensured(awaitables).into_iter(), Mode::Return);
    Gather::of(gathering)
}

/// The futures of the awaitables. Tasks are created here, where the caller's line is known.
#[track_caller]
fn ensured<A: Awaitable>(awaitables: impl IntoIterator<Item = A>) -> Vec<Ensured<A::Value>> {
    let awaitables = awaitables.into_iter();
    let mut futures = Vec::with_capacity(awaitables.size_hint().0);
    for awaitable in awaitables {
        futures.push(awaitable.ensure_future());
    }
    futures
}

/// A running `gather`. `cancel` requests the cancellation of every child, and returns false if all children are done.
pub type Gather<T> = Handle<T>;
