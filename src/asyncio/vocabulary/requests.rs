//! The loop's functions for the HTTP client `aiohttp`: request numbers, log entries, and waiting.

use std::panic::Location;
use std::rc::Rc;

use crate::asyncio::core::future::Future;
use crate::asyncio::core::running::running;
use crate::asyncio::core::suspension::Suspension;
use crate::asyncio::core::waitable::Waitable;
use crate::asyncio::python::raised::Outcome;
use crate::trace::{On, RequestId, Stage, TaskId, What};

/// Logs a new request of the running task for `url`. Returns the request's number and the task.
pub(crate) fn new_request(url: &str) -> (RequestId, TaskId) {
    let event_loop = running().expect("a request is made by a coroutine that a loop runs");
    let (request, task) = (event_loop.next_request(), event_loop.current_or_loop());
    event_loop.note_of(task, What::Requested { request, stage: Stage::Queued { url: url.to_owned().into() } });
    (request, task)
}

/// Logs a stage of a request of `task`. After the end of a run nothing is logged, since the loop no longer runs.
pub(crate) fn note_request(task: TaskId, request: RequestId, stage: Stage) {
    if let Some(event_loop) = running() {
        event_loop.note_of(task, What::Requested { request, stage });
    }
}

/// Suspends the running task until `news`, the future of the request's next stage, is done.
pub(crate) async fn on_request(news: Future<()>, request: RequestId, place: &'static Location<'static>) -> Outcome<()> {
    let waitable: Rc<dyn Waitable> = news.promise.this();
    Suspension::new(Some(waitable), On::Request(request), place).await
}
