//! The created awaitables of random programs: one enum of asyncio's types.

use std::future::{Future as StdFuture, IntoFuture};
use std::pin::Pin;

use loopscope::asyncio::{self, Awaitable, Ensured, Future, Gather, Outcome, Shield, Task};

use super::value::Value;

pub type Coroutine = Pin<Box<dyn StdFuture<Output = Outcome<Value>>>>;

/// An awaitable. All except a coroutine can be awaited more than once.
pub enum Ready {
    Coroutine(Coroutine),
    Task(Task<Value>),
    Future(Future<Value>),
    Shield(Shield<Value>),
    List(Gather<Vec<Value>>),
    Outcomes(Gather<Vec<Outcome<Value>>>),
    Lists(Gather<Vec<Vec<Value>>>),
}

/// Evaluates the same expression for every type.
macro_rules! each {
    ($ready:expr, $awaitable:ident => $words:expr) => {
        match $ready {
            Ready::Coroutine($awaitable) => $words,
            Ready::Task($awaitable) => $words,
            Ready::Future($awaitable) => $words,
            Ready::Shield($awaitable) => $words,
            Ready::List($awaitable) => $words,
            Ready::Outcomes($awaitable) => $words,
            Ready::Lists($awaitable) => $words,
        }
    };
}

/// Evaluates the same expression for every type of future.
macro_rules! each_future {
    ($ready:expr, $future:ident => $words:expr) => {
        match $ready {
            Ready::Coroutine(_) | Ready::Task(_) | Ready::Future(_) => {
                unreachable!("only gathers and shields are kept")
            }
            Ready::Shield($future) => $words,
            Ready::List($future) => $words,
            Ready::Outcomes($future) => $words,
            Ready::Lists($future) => $words,
        }
    };
}

impl Ready {
    pub fn coroutine(coroutine: impl StdFuture<Output = Outcome<Value>> + 'static) -> Self {
        Self::Coroutine(Box::pin(coroutine))
    }

    /// Waits for the awaitable in the running task.
    #[allow(clippy::useless_conversion)] // it is not useless for types with lists of results
    pub async fn wait(self) -> Outcome<Value> {
        each!(self, awaitable => awaitable.into_future().await.map(Into::into))
    }

    pub fn shield(self) -> Self {
        each!(self, awaitable => asyncio::shield(awaitable).into())
    }

    #[allow(clippy::useless_conversion)] // it is not useless for types with lists of results
    pub fn wait_for(self, limit: Option<f64>) -> Self {
        each!(self, awaitable => {
            let waiting = asyncio::wait_for(awaitable, limit);
            Self::coroutine(async { waiting.await.map(Into::into) })
        })
    }

    /// Converts to an argument of `gather`, which accepts nothing with a list of results.
    pub fn ensured(self) -> Ensured<Value> {
        match self {
            Self::Coroutine(coroutine) => coroutine.ensure_future(),
            Self::Task(task) => task.ensure_future(),
            Self::Future(future) => future.ensure_future(),
            Self::Shield(shield) => shield.ensure_future(),
            Self::List(_) | Self::Outcomes(_) | Self::Lists(_) => {
                panic!("the children of a gather have one value each")
            }
        }
    }

    pub fn try_cancel(&self) -> Outcome<bool> {
        each_future!(self, future => future.try_cancel(None))
    }

    pub fn done(&self) -> bool {
        each_future!(self, future => future.done())
    }

    pub fn cancelled(&self) -> bool {
        each_future!(self, future => future.cancelled())
    }

    /// Another handle of the same future.
    pub fn again(&self) -> Self {
        each_future!(self, future => future.clone().into())
    }
}

macro_rules! from {
    ($($kind:ty => $name:ident)*) => {$(
        impl From<$kind> for Ready {
            fn from(awaitable: $kind) -> Self {
                Self::$name(awaitable)
            }
        }
    )*};
}

from! {
    Task<Value> => Task
    Future<Value> => Future
    Shield<Value> => Shield
    Gather<Vec<Value>> => List
    Gather<Vec<Outcome<Value>>> => Outcomes
    Gather<Vec<Vec<Value>>> => Lists
}
