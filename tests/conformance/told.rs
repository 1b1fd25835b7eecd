//! Compares the story of a Rust program with the recorded story of its Python twin in `rules/`.

use std::fs;
use std::future::Future;
use std::panic::Location;
use std::path::Path;

use loopscope::asyncio::{EventLoop, Outcome, Repr, Task};
use loopscope::trace::{Log, Story};

use crate::logs::Logs;

/// Runs `main` and compares its story with `fixtures/rules/<name>.txt`.
#[track_caller]
pub fn as_cpython<T: Repr + Clone + 'static>(name: &str, main: impl Future<Output = Outcome<T>> + 'static) {
    compare(name, main, |_| {}, drop);
}

/// Like `as_cpython`, but the program gets its main task.
#[track_caller]
pub fn as_cpython_started<T: Repr + Clone + 'static>(
    name: &str,
    main: impl Future<Output = Outcome<T>> + 'static,
    started: impl FnOnce(Task<T>),
) {
    compare(name, main, |_| {}, started);
}

/// Like `as_cpython`, for a program with the line `# collects`.
#[track_caller]
pub fn as_cpython_collecting<T: Repr + Clone + 'static>(name: &str, main: impl Future<Output = Outcome<T>> + 'static) {
    compare(name, main, EventLoop::collect_garbage, drop);
}

#[track_caller]
fn compare<T: Repr + Clone + 'static>(
    name: &str,
    main: impl Future<Output = Outcome<T>> + 'static,
    prepare: impl FnOnce(&EventLoop),
    started: impl FnOnce(Task<T>),
) {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(format!("tests/conformance/fixtures/rules/{name}.txt"));
    let text = fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
    let lines = text.lines().filter(|line| !line.is_empty() && !line.starts_with('#') && !line.starts_with("lines "));
    let theirs: String = lines.flat_map(|line| [line, "\n"]).collect();

    let log = Log::shared();
    let event_loop = EventLoop::new(Location::caller().file(), &log);
    prepare(&event_loop);
    started(event_loop.start(main));
    event_loop.run_to_end();
    let mut logs = Logs::default();
    logs.add(name, &log.borrow());
    logs.keep("rules", name);
    let ours = Story::from_events(log.borrow().events()).to_string();
    assert_eq!(ours, theirs, "{name}: ours is on the left, CPython's on the right");
}
