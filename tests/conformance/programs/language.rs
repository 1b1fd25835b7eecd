//! The language of the random programs: calls of asyncio as data, which both interpreters run.
//!
//! A statement about a task, a kept future, a group or a timeout that does not exist (yet) is skipped. So a program
//! stays valid if any statement is removed, and `make fuzz` can shrink it. `generator.py` writes such programs,
//! `interpreter.py` runs them on `CPython`, `interpreter.rs` on our loop.

use std::collections::BTreeMap;
use std::rc::Rc;

use serde::Deserialize;

/// A program: the objects that its tasks share (its "things"), by name, and the statements of its `main`.
#[derive(Clone, Debug, Deserialize)]
pub struct Program {
    pub things: BTreeMap<String, Thing>,
    pub main: Body,
}

/// Statements in order; coroutines share them.
pub type Body = Rc<[Statement]>;

/// An object that tasks share; a number is its permits, parties or bound.
#[derive(Clone, Debug, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Thing {
    Lock,
    Semaphore(usize),
    BoundedSemaphore(usize),
    Event,
    Condition,
    Barrier(usize),
    Queue(usize),
    PriorityQueue(usize),
    LifoQueue(usize),
    Future,
}

/// An awaitable. A string is the name of a task or a thing, or the key of a kept awaitable.
#[derive(Clone, Debug, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Awaitable {
    Task(String),
    /// A coroutine with this body.
    Call(Body),
    /// `asyncio.sleep`, not yet awaited.
    Nap(f64),
    Future(String),
    Gather(Vec<Awaitable>),
    GatherReturnExceptions(Vec<Awaitable>),
    GatherOfGathers(Vec<Vec<Awaitable>>),
    Shield(Box<Awaitable>),
    WaitFor(Box<Awaitable>, Option<f64>),
    Kept(String),
}

/// A value that a coroutine returns.
#[derive(Clone, Debug, Deserialize)]
#[serde(untagged)]
pub enum Constant {
    Number(i64),
    Text(String),
}

/// A statement `try` with `except` and `finally`.
#[derive(Clone, Debug, Deserialize)]
pub struct Try {
    pub body: Body,
    /// The class that is caught, with its subclasses.
    pub catch: Option<String>,
    #[serde(default)]
    pub handler: Body,
    /// Whether the handler ends in `raise`.
    #[serde(default)]
    pub reraise: bool,
    #[serde(default)]
    pub cleanup: Body,
}

/// One statement of a program. Those up to `QueueState` never wait, so that callbacks may contain them too.
#[derive(Clone, Debug, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Statement {
    Print(String),
    /// Prints the loop's time.
    Now,
    /// `time.sleep`.
    Block(f64),
    Spawn(String, Body),
    SpawnUnnamed(String, Body),
    /// Creates a task in the group with this key.
    SpawnIn(String, String, Body),
    /// Prints whether the request was accepted. The task `self` is the running one.
    Cancel(String),
    CancelWith(String, String),
    /// Prints how many requests are left.
    Uncancel,
    /// Prints name, `done()`, `cancelled()`, `cancelling()`.
    State(String),
    /// Prints `result()`, or what it raises.
    Result(String),
    /// Prints `exception()`, or what it raises.
    Exception(String),
    /// Prints the names of `all_tasks()`, sorted.
    AllTasks,
    Rename(String, String),
    /// Adds a done callback with a key to a task.
    Callback(String, String, Body),
    RemoveCallback(String),
    CallSoon(Body),
    CallLater(String, f64, Body),
    CancelCall(String),
    /// Creates a gather or a shield, to be awaited later.
    Keep(String, Awaitable),
    CancelKept(String),
    /// Creates an awaitable, and drops it.
    Forget(Awaitable),
    KeptState(String),
    /// Moves a timeout to a number of seconds from now, or removes its deadline.
    Reschedule(String, Option<f64>),
    Expired(String),
    Raise(String, String),
    Return(Constant),
    /// Adds 1 to a counter, which conditions wait for.
    Count(String),
    Release(String),
    Locked(String),
    Set(String),
    Clear(String),
    IsSet(String),
    Notify(String, usize),
    NotifyAll(String),
    BarrierState(String),
    PutNowait(String, i64),
    GetNowait(String),
    TaskDone(String),
    Shutdown(String, bool),
    SetResult(String, i64),
    SetException(String, String),
    CancelFuture(String, Option<String>),
    QueueState(String),
    Sleep(f64),
    Await(Awaitable),
    /// Awaits and prints the value.
    Show(Awaitable),
    ReturnAwait(Awaitable),
    Try(Try),
    Repeat(usize, Body),
    Timeout(String, Option<f64>, Body),
    TimeoutAt(String, Option<f64>, Body),
    Group(String, Body),
    /// `async with` of a lock, a semaphore or a condition.
    Hold(String, Body),
    Acquire(String),
    WaitEvent(String),
    WaitCondition(String),
    /// Waits until the counter is at least this number.
    WaitConditionFor(String, String, u32),
    WaitBarrier(String),
    Reset(String),
    Abort(String),
    Put(String, i64),
    Get(String),
    Join(String),
    /// `asyncio.wait` of tasks: prints which are done and which pending.
    Wait(Vec<String>, Option<f64>, When),
    /// Prints the results as they come; with `true`, catches what each raises.
    AsCompleted(Vec<Awaitable>, Option<f64>, bool),
}

/// `return_when`.
#[derive(Clone, Copy, Debug, Deserialize)]
#[serde(rename_all = "SCREAMING_SNAKE_CASE")]
pub enum When {
    FirstCompleted,
    FirstException,
    AllCompleted,
}
