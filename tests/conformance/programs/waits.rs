//! The statements of random programs that wait.

use std::rc::Rc;

use loopscope::asyncio::{self, Outcome, Raised, Repr, ReturnWhen};

use super::language::{Awaitable, Statement, When};
use super::things::{Thing, each_lock, each_queue, only, say};
use super::world::World;

impl World {
    pub async fn wait(self: &Rc<Self>, statement: &Statement) -> Outcome<()> {
        match statement {
            Statement::Sleep(seconds) => asyncio::sleep(*seconds).await,
            Statement::Await(awaitable) => self.make(awaitable).wait().await.map(drop),
            Statement::Show(awaitable) => {
                let value = self.make(awaitable).wait().await?;
                say(&[&"got", &value.repr()]);
                Ok(())
            }
            Statement::Wait(names, limit, when) => self.wait_for_tasks(names, *limit, *when).await,
            Statement::AsCompleted(awaitables, limit, catch) => self.as_completed(awaitables, *limit, *catch).await,
            other => self.wait_for_a_thing(other).await,
        }
    }

    async fn wait_for_a_thing(self: &Rc<Self>, statement: &Statement) -> Outcome<()> {
        match statement {
            Statement::Acquire(name) => each_lock!(self.thing(name), lock => lock.acquire().await),
            Statement::WaitEvent(name) => only!(self.thing(name), Event).wait().await,
            Statement::WaitCondition(name) => only!(self.thing(name), Condition).wait().await,
            Statement::WaitConditionFor(name, counter, least) => {
                let (world, counter, least) = (Rc::clone(self), counter.clone(), *least);
                let enough = move || world.counter(&counter) >= least;
                only!(self.thing(name), Condition).wait_for(enough).await
            }
            Statement::WaitBarrier(name) => {
                let place = only!(self.thing(name), Barrier).wait().await?;
                say(&[&"passed", name, &place]);
                Ok(())
            }
            Statement::Reset(name) => only!(self.thing(name), Barrier).reset().await,
            Statement::Abort(name) => only!(self.thing(name), Barrier).abort().await,
            Statement::Put(name, item) => each_queue!(self.thing(name), queue => queue.put(*item).await),
            Statement::Get(name) => {
                let item = each_queue!(self.thing(name), queue => queue.get().await)?;
                say(&[&"got", &item]);
                Ok(())
            }
            Statement::Join(name) => each_queue!(self.thing(name), queue => queue.join().await),
            other => panic!("{other:?} never waits"),
        }
    }

    async fn wait_for_tasks(&self, names: &[String], limit: Option<f64>, when: When) -> Outcome<()> {
        let known: Vec<_> = names.iter().filter_map(|name| Some((name.as_str(), self.task(name)?))).collect();
        let when = match when {
            When::FirstCompleted => ReturnWhen::FirstCompleted,
            When::FirstException => ReturnWhen::FirstException,
            When::AllCompleted => ReturnWhen::AllCompleted,
        };
        let (done, pending) = asyncio::wait(known.iter().map(|(_, task)| task.clone()), limit, when).await?;
        // Which exceptions Python's `wait` retrieves depends on the order of its set. So both interpreters retrieve all.
        for task in &done {
            drop(task.exception());
        }
        let mut words = vec!["done"];
        let named = |tasks: &[asyncio::Task<_>]| {
            let within = known.iter().filter(|(_, task)| tasks.iter().any(|other| other.id() == task.id()));
            within.map(|(name, _)| *name).collect::<Vec<_>>()
        };
        words.extend(named(&done));
        words.push("pending");
        words.extend(named(&pending));
        asyncio::print(words.join(" "));
        Ok(())
    }

    async fn as_completed(self: &Rc<Self>, all: &[Awaitable], limit: Option<f64>, catch: bool) -> Outcome<()> {
        for next in asyncio::as_completed(self.children(all), limit) {
            match next.await {
                Ok(value) => say(&[&"next", &value.repr()]),
                Err(Raised::Exception(exception)) if catch => say(&[&"caught", &exception]),
                Err(raised) => return Err(raised),
            }
        }
        Ok(())
    }
}
