//! What a client of the network needs of the loop: numbers for its requests, their place in the log, and a way to wait.

use std::panic::Location;
use std::rc::Rc;

use super::Outcome;
use super::event_loop;
use super::future::{Future, Waitable};
use super::suspension::Suspension;
use crate::trace::{On, RequestId, Stage, TaskId, What};

/// Notes that the running task asks for `url`, and gives the request's number with that task.
pub(crate) fn new_request(url: &str) -> (RequestId, TaskId) {
    let event_loop = event_loop::running().expect("a request is made by a coroutine that a loop runs");
    let (request, task) = (event_loop.next_request(), event_loop.current_or_loop());
    event_loop.note_of(task, What::Requested { request, stage: Stage::Queued { url: url.to_owned().into() } });
    (request, task)
}

/// Notes how far a request of `task` is. The end of a run is not noted: nobody drives its loop any more.
pub(crate) fn note_request(task: TaskId, request: RequestId, stage: Stage) {
    if let Some(event_loop) = event_loop::running() {
        event_loop.note_of(task, What::Requested { request, stage });
    }
}

/// Has the running task wait for `news` of this request.
pub(crate) async fn on_request(news: Future<()>, request: RequestId, place: &'static Location<'static>) -> Outcome<()> {
    let waitable: Rc<dyn Waitable> = news.promise();
    Suspension::new(Some(waitable), On::Request(request), place).await
}
