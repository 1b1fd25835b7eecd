//! The statements of random programs that never wait, so that callbacks may contain them too.

use std::rc::Rc;

use loopscope::asyncio::{self, CurrentTask, Exception, Outcome, Raised, Repr, print, time};

use loopscope::trace::Text;

use super::language::{Body, Constant, Statement};
use super::things::{Thing, only, python, say};
use super::value::Value;
use super::world::{Found, World};

/// The highest printed number of cancellation requests. In a cycle of waits, their number is in the thousands and not
/// defined.
const MANY: u32 = 9;

impl World {
    /// Runs a callback's statements, which cannot wait.
    fn act_all(self: &Rc<Self>, acts: &Body) {
        for act in &**acts {
            let outcome = self.act(act).expect("a callback holds only statements that never wait");
            if let Err(raised) = outcome {
                say(&[&"error", &raised]);
            }
        }
    }

    /// Runs `statement` if it never waits, else returns `None`.
    pub fn act(self: &Rc<Self>, statement: &Statement) -> Option<Outcome<()>> {
        if let Some(outcome) = self.act_on_a_thing(statement) {
            return Some(outcome);
        }
        match statement {
            Statement::Print(text) => print(text.clone()),
            Statement::Now => say(&[&"now", &asyncio::loop_time().repr()]),
            Statement::Block(seconds) => return Some(time::sleep(*seconds)),
            Statement::Spawn(name, body) => {
                let task = asyncio::create_named_task(Rc::clone(self).coroutine(Rc::clone(body)), name.clone());
                self.tasks.borrow_mut().insert(name.clone(), task);
            }
            Statement::SpawnUnnamed(name, body) => {
                let task = asyncio::create_task(Rc::clone(self).coroutine(Rc::clone(body)));
                self.tasks.borrow_mut().insert(name.clone(), task);
            }
            Statement::SpawnIn(group, name, body) => return Some(self.spawn_in(group, name, body)),
            Statement::Rename(name, new) => drop(self.task(name).map(|task| task.set_name(new.clone()))),
            Statement::Cancel(name) => return Some(self.cancel(name, None)),
            Statement::CancelWith(name, message) => return Some(self.cancel(name, Some(message))),
            Statement::Uncancel => {
                if let Some(task) = asyncio::current_task() {
                    say(&[&"uncancel", &task.uncancel().min(MANY)]);
                }
            }
            Statement::Callback(..) | Statement::RemoveCallback(_) => self.done_callback(statement),
            Statement::CallSoon(..) | Statement::CallLater(..) | Statement::CancelCall(_) => self.call(statement),
            Statement::Keep(key, awaitable) => {
                let kept = self.make(awaitable);
                self.kept.borrow_mut().insert(key.clone(), kept);
            }
            Statement::Forget(awaitable) => drop(self.make(awaitable)),
            Statement::CancelKept(key) => return Some(self.cancel_kept(key)),
            Statement::Reschedule(key, seconds) => return Some(self.reschedule(key, *seconds)),
            Statement::Raise(class, message) => return Some(Err(raise(class, message))),
            Statement::Count(name) => *self.counters.borrow_mut().entry(name.clone()).or_default() += 1,
            other => return self.answer(other).then_some(Ok(())),
        }
        Some(Ok(()))
    }

    fn cancel_kept(&self, key: &str) -> Outcome<()> {
        let kept = self.kept.borrow().get(key).map(super::ready::Ready::again);
        if let Some(kept) = kept {
            let requested = kept.try_cancel()?;
            say(&[&"cancel", &key, &python(requested)]);
        }
        Ok(())
    }

    /// Prints the answer to a question about a task or the loop; returns false for any other statement.
    fn answer(&self, statement: &Statement) -> bool {
        match statement {
            Statement::State(name) => self.state(name),
            Statement::Result(name) => {
                if let Some(task) = self.task(name) {
                    say(&[&"result", &task.result().repr()]);
                }
            }
            Statement::Exception(name) => {
                if let Some(task) = self.task(name) {
                    say(&[&"exception", &exception(task.exception())]);
                }
            }
            Statement::AllTasks => {
                let mut names: Vec<String> = asyncio::all_tasks().iter().map(CurrentTask::name).collect();
                names.sort();
                say(&[&"all", &names.join(" ")]);
            }
            Statement::KeptState(key) => {
                if let Some(kept) = self.kept.borrow().get(key) {
                    say(&[key, &python(kept.done()), &python(kept.cancelled())]);
                }
            }
            Statement::Expired(key) => {
                if let Some(limit) = self.limits.borrow().get(key) {
                    say(&[key, &python(limit.expired())]);
                }
            }
            _ => return false,
        }
        true
    }

    fn spawn_in(self: &Rc<Self>, group: &str, name: &str, body: &Body) -> Outcome<()> {
        let group = self.groups.borrow().get(group).cloned();
        if let Some(group) = group {
            let task = group.create_named_task(Rc::clone(self).coroutine(Rc::clone(body)), name.to_owned())?;
            self.tasks.borrow_mut().insert(name.to_owned(), task);
        }
        Ok(())
    }

    fn cancel(&self, name: &str, message: Option<&String>) -> Outcome<()> {
        let message = message.map(|message| Text::from(message.clone()));
        let requested = match self.find(name) {
            None => return Ok(()),
            Some(Found::Named(task)) => task.try_cancel(message.as_ref())?,
            Some(Found::Running(task)) => task.try_cancel(message.as_ref())?,
        };
        say(&[&"cancel", &name, &python(requested)]);
        Ok(())
    }

    fn state(&self, name: &str) {
        let (own, done, cancelled, cancelling) = match self.find(name) {
            None => return,
            Some(Found::Named(task)) => (task.name(), task.done(), task.cancelled(), task.cancelling()),
            Some(Found::Running(task)) => (task.name(), false, false, task.cancelling()),
        };
        say(&[&name, &own, &python(done), &python(cancelled), &cancelling.min(MANY)]);
    }

    fn done_callback(self: &Rc<Self>, statement: &Statement) {
        match statement {
            Statement::Callback(key, name, acts) => {
                let Some(task) = self.task(name) else { return };
                let (world, acts, called) = (Rc::clone(self), Rc::clone(acts), key.clone());
                let handle = task.add_done_callback(move |task| {
                    say(&[&"callback", &called, &python(task.cancelled())]);
                    world.act_all(&acts);
                });
                self.callbacks.borrow_mut().insert(key.clone(), (task, handle));
            }
            Statement::RemoveCallback(key) => {
                if let Some((task, handle)) = self.callbacks.borrow().get(key) {
                    task.remove_done_callback(handle);
                }
            }
            _ => unreachable!("about a done callback"),
        }
    }

    fn call(self: &Rc<Self>, statement: &Statement) {
        let world = Rc::clone(self);
        match statement {
            Statement::CallSoon(acts) => {
                let acts = Rc::clone(acts);
                asyncio::call_soon(move || world.act_all(&acts));
            }
            Statement::CallLater(key, seconds, acts) => {
                let acts = Rc::clone(acts);
                let handle = asyncio::call_later(*seconds, move || world.act_all(&acts));
                self.calls.borrow_mut().insert(key.clone(), handle);
            }
            Statement::CancelCall(key) => {
                if let Some(handle) = self.calls.borrow().get(key) {
                    handle.cancel();
                }
            }
            _ => unreachable!("about a call"),
        }
    }

    fn reschedule(&self, key: &str, seconds: Option<f64>) -> Outcome<()> {
        let limit = self.limits.borrow().get(key).cloned();
        limit.map_or(Ok(()), |limit| limit.reschedule(seconds.map(|seconds| asyncio::loop_time() + seconds)))
    }

    fn act_on_a_thing(&self, statement: &Statement) -> Option<Outcome<()>> {
        let outcome = match statement {
            Statement::Release(name) => self.thing(name).release(),
            Statement::Notify(name, count) => only!(self.thing(name), Condition).notify(*count),
            Statement::NotifyAll(name) => only!(self.thing(name), Condition).notify_all(),
            Statement::PutNowait(name, item) => self.thing(name).put_nowait(*item),
            Statement::GetNowait(name) => self.thing(name).get_nowait().map(|item| say(&[&"got", &item])),
            Statement::TaskDone(name) => self.thing(name).task_done(),
            Statement::SetResult(name, value) => {
                only!(self.thing(name), Future).set_result(Value::Constant(Constant::Number(*value)))
            }
            Statement::SetException(name, message) => {
                only!(self.thing(name), Future).set_exception(Exception::new("ValueError", message.clone()))
            }
            other => return self.set_or_ask_a_thing(other).then_some(Ok(())),
        };
        Some(outcome)
    }

    /// Runs a statement on a shared object that cannot fail; returns false for any other statement.
    fn set_or_ask_a_thing(&self, statement: &Statement) -> bool {
        match statement {
            Statement::Locked(name) => say(&[name, &python(self.thing(name).locked())]),
            Statement::Set(name) => only!(self.thing(name), Event).set(),
            Statement::Clear(name) => only!(self.thing(name), Event).clear(),
            Statement::IsSet(name) => say(&[name, &python(only!(self.thing(name), Event).is_set())]),
            Statement::BarrierState(name) => {
                let barrier = only!(self.thing(name), Barrier);
                say(&[name, &barrier.n_waiting(), &python(barrier.broken())]);
            }
            Statement::Shutdown(name, immediate) => self.thing(name).shut_down(*immediate),
            Statement::QueueState(name) => {
                let (items, full) = self.thing(name).queue_state();
                say(&[name, &items, &python(full)]);
            }
            Statement::CancelFuture(name, message) => {
                let future = only!(self.thing(name), Future);
                let cancelled =
                    message.as_ref().map_or_else(|| future.cancel(), |message| future.cancel_with(message.clone()));
                say(&[&"cancel", name, &python(cancelled)]);
            }
            _ => return false,
        }
        true
    }
}

fn raise(class: &str, message: &str) -> Raised {
    match (class, message) {
        ("CancelledError", "") => Raised::CANCELLED,
        ("CancelledError", message) => Raised::Cancelled(Some(message.to_owned().into())),
        (class, message) => Raised::exception(class.to_owned(), message.to_owned()),
    }
}

/// What `exception()` returns or raises, as Python prints it.
fn exception(outcome: Outcome<Option<Exception>>) -> String {
    match outcome {
        Ok(None) => "None".to_owned(),
        Ok(Some(exception)) => exception.to_string(),
        Err(raised) => raised.to_string(),
    }
}
