//! Runs a random program on our loop, through asyncio's public words alone: bodies, and the statements that hold some.

use std::future::Future as StdFuture;
use std::pin::Pin;
use std::rc::Rc;

use loopscope::asyncio::{self, Due, EventLoop, Outcome, Raised, Timeout};
use loopscope::trace::{Log, Story};

use super::language::{Body, Program, Statement, Try};
use super::things::{Thing, say};
use super::value::Value;
use super::world::World;

/// More callbacks than any program needs.
const ENDLESS: u32 = 100_000;

/// How a statement ends that raises nothing.
pub enum Flow {
    Next,
    Return(Value),
}

type Flowing = Pin<Box<dyn StdFuture<Output = Outcome<Flow>>>>;

/// The lines of the story that our loop tells of `program`. asyncio's warnings are left out.
pub fn tell(program: &Program) -> Vec<String> {
    let log = Log::shared();
    let event_loop = EventLoop::new(file!(), &log);
    let world = Rc::new(World::new(program));
    let main = event_loop.start(Rc::clone(&world).coroutine(Rc::clone(&program.main)));
    world.tasks.borrow_mut().insert("main".into(), main);
    while matches!(event_loop.due(), Due::Now | Due::At(_)) && event_loop.callbacks() < ENDLESS {
        event_loop.turn();
    }
    let story = Story::from_events(log.borrow().events());
    let told = story.0.iter().filter(|line| !line.what.starts_with("warned "));
    let mut lines: Vec<String> = told.map(ToString::to_string).collect();
    match event_loop.due() {
        Due::Finished => {}
        Due::Stuck => lines.push(format!("{:.3} loop deadlock", event_loop.time())),
        // Nothing in these programs comes from outside the loop.
        Due::Now | Due::At(_) | Due::Outside => {
            lines.push(format!("{:.3} loop goes on without end", event_loop.time()));
        }
    }
    lines
}

impl World {
    pub async fn coroutine(self: Rc<Self>, body: Body) -> Outcome<Value> {
        match self.body(&body).await? {
            Flow::Next => Ok(Value::None),
            Flow::Return(value) => Ok(value),
        }
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
            && catches(catch, caught)
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
            Thing::Lock(lock) => {
                let _held = lock.hold().await?;
                self.body(body).await
            }
            Thing::Semaphore(semaphore) => {
                let _held = semaphore.hold().await?;
                self.body(body).await
            }
            Thing::BoundedSemaphore(semaphore) => {
                let _held = semaphore.hold().await?;
                self.body(body).await
            }
            Thing::Condition(condition) => {
                let _held = condition.hold().await?;
                self.body(body).await
            }
            _ => panic!("{name} cannot be held"),
        }
    }
}

/// Whether `except name:` catches it.
fn catches(name: &str, raised: &Raised) -> bool {
    match (name, raised) {
        ("BaseException", _) | ("Exception", Raised::Exception(_)) | ("CancelledError", Raised::Cancelled(_)) => true,
        (_, Raised::Cancelled(_)) => false,
        (name, Raised::Exception(exception)) => exception.class.as_str() == name,
    }
}
