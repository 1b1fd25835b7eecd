//! Runs a random program on our loop, with the public API of our asyncio only. This file runs bodies and the statements
//! that contain bodies; `acts.rs` and `waits.rs` run the other statements.

use std::future::Future as StdFuture;
use std::pin::Pin;
use std::rc::Rc;

use loopscope::asyncio::{self, Coroutine, Due, EventLoop, Outcome, Timeout};
use loopscope::trace::{Log, Story};

use super::language::{Body, Program, Statement, Try};
use super::things::{Thing, say};
use super::value::Value;
use super::world::World;

/// More callbacks than any program needs.
const ENDLESS: u32 = 100_000;

/// How a statement ends if it raises nothing.
pub enum Flow {
    Next,
    Return(Value),
}

type Flowing = Pin<Box<dyn StdFuture<Output = Outcome<Flow>>>>;

/// Runs `program` on our loop until nothing is left to run, then calls `look` with the log and the loop.
pub fn run<T>(program: &Program, look: impl FnOnce(&Log, &EventLoop) -> T) -> T {
    let log = Log::shared();
    let event_loop = EventLoop::new(file!(), &log);
    let world = Rc::new(World::new(program));
    let main = event_loop.start(Rc::clone(&world).coroutine(Rc::clone(&program.main)));
    world.tasks.borrow_mut().insert("main".into(), main);
    while matches!(event_loop.due(), Due::Now | Due::At(_)) && event_loop.callbacks() < ENDLESS {
        event_loop.turn();
    }
    look(&log.borrow(), &event_loop)
}

/// The lines of our loop's story of `program`, without the warnings of dropped futures.
pub fn tell(program: &Program) -> Vec<String> {
    run(program, lines)
}

fn lines(log: &Log, event_loop: &EventLoop) -> Vec<String> {
    let story = Story::from_events(log.events());
    let mut lines: Vec<String> = story.0.iter().map(ToString::to_string).filter(|line| is_promised(line)).collect();
    match event_loop.due() {
        Due::Finished => {}
        Due::Stuck => lines.push(format!("{:.3} loop deadlock", event_loop.time())),
        // These programs have no events from outside the loop.
        Due::Now | Due::At(_) | Due::Outside => {
            lines.push(format!("{:.3} loop goes on without end", event_loop.time()));
        }
    }
    // In CPython the order of the warnings after the last task's end is not defined.
    let last = lines.iter().rposition(|line| !is_warning(line)).map_or(0, |place| place + 1);
    lines[last..].sort();
    lines
}

/// Whether the time of a line is defined. The warning of a dropped future, or of a coroutine outside every task, has no
/// defined time, because in `CPython` a traceback may keep the object alive.
fn is_promised(line: &str) -> bool {
    let unpromised = [
        " warned \"Future exception",
        " warned \"_GatheringFuture exception",
        " loop warned \"RuntimeWarning: coroutine",
    ];
    !unpromised.iter().any(|words| line.contains(words))
}

/// Whether a line `TIME TASK warned ...` is one of asyncio's warnings.
fn is_warning(line: &str) -> bool {
    line.split(' ').nth(2) == Some("warned")
}

impl World {
    pub fn coroutine(self: Rc<Self>, body: Body) -> Coroutine<Value> {
        asyncio::coroutine("Interpreter.coroutine", async move {
            match self.body(&body).await? {
                Flow::Next => Ok(Value::None),
                Flow::Return(value) => Ok(value),
            }
        })
    }

    /// Runs statements until one returns or raises.
    fn body(self: &Rc<Self>, body: &Body) -> Flowing {
        let (world, body) = (Rc::clone(self), Rc::clone(body));
        Box::pin(async move {
            for statement in &*body {
                if let Flow::Return(value) = world.statement(statement).await? {
                    return Ok(Flow::Return(value));
                }
            }
            Ok(Flow::Next)
        })
    }

    async fn statement(self: &Rc<Self>, statement: &Statement) -> Outcome<Flow> {
        match statement {
            Statement::Return(constant) => Ok(Flow::Return(Value::Constant(constant.clone()))),
            Statement::ReturnAwait(awaitable) => self.make(awaitable).wait().await.map(Flow::Return),
            Statement::Try(block) => self.attempt(block).await,
            Statement::Repeat(count, body) => self.repeat(*count, body).await,
            Statement::Timeout(key, seconds, body) => self.limited(key, asyncio::timeout(*seconds), body).await,
            Statement::TimeoutAt(key, when, body) => self.limited(key, asyncio::timeout_at(*when), body).await,
            Statement::Group(key, body) => self.group(key, body).await,
            Statement::Hold(name, body) => self.hold(name, body).await,
            other => {
                match self.act(other) {
                    Some(outcome) => outcome?,
                    None => self.wait(other).await?,
                }
                Ok(Flow::Next)
            }
        }
    }

    async fn attempt(self: &Rc<Self>, block: &Try) -> Outcome<Flow> {
        let mut outcome = self.body(&block.body).await;
        if let (Err(caught), Some(catch)) = (&outcome, &block.catch)
            && caught.is(catch)
        {
            say(&[&"caught", caught]);
            let caught = caught.clone();
            outcome = self.body(&block.handler).await;
            if block.reraise && matches!(outcome, Ok(Flow::Next)) {
                outcome = Err(caught);
            }
        }
        match self.body(&block.cleanup).await? {
            Flow::Next => outcome,
            returned @ Flow::Return(_) => Ok(returned),
        }
    }

    async fn repeat(self: &Rc<Self>, count: usize, body: &Body) -> Outcome<Flow> {
        for _ in 0..count {
            if let Flow::Return(value) = self.body(body).await? {
                return Ok(Flow::Return(value));
            }
        }
        Ok(Flow::Next)
    }

    async fn limited(self: &Rc<Self>, key: &str, limit: Timeout, body: &Body) -> Outcome<Flow> {
        self.limits.borrow_mut().insert(key.into(), limit.clone());
        limit.within(self.body(body)).await
    }

    async fn group(self: &Rc<Self>, key: &str, body: &Body) -> Outcome<Flow> {
        asyncio::task_group(async |group| {
            self.groups.borrow_mut().insert(key.into(), group);
            self.body(body).await
        })
        .await
    }

    async fn hold(self: &Rc<Self>, name: &str, body: &Body) -> Outcome<Flow> {
        match self.thing(name) {
            Thing::Lock(lock) => lock.within(self.body(body)).await,
            Thing::Semaphore(semaphore) => semaphore.within(self.body(body)).await,
            Thing::BoundedSemaphore(semaphore) => semaphore.within(self.body(body)).await,
            Thing::Condition(condition) => condition.within(self.body(body)).await,
            _ => panic!("{name} cannot be held"),
        }
    }
}
