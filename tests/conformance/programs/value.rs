//! The values that the tasks of random programs can return.

use loopscope::asyncio::{Outcome, Raised, Repr};
use loopscope::trace::Text;

use super::language::Constant;

#[derive(Clone)]
pub enum Value {
    None,
    Constant(Constant),
    List(Vec<Value>),
    /// An exception in the results of a gather.
    Raised(Raised),
}

impl Repr for Value {
    fn repr(&self) -> Text {
        match self {
            Self::None => ().repr(),
            Self::Constant(Constant::Number(number)) => number.repr(),
            Self::Constant(Constant::Text(text)) => text.repr(),
            Self::List(values) => values.repr(),
            Self::Raised(raised) => raised.repr(),
        }
    }
}

impl<T: Into<Self>> From<Vec<T>> for Value {
    fn from(values: Vec<T>) -> Self {
        Self::List(values.into_iter().map(Into::into).collect())
    }
}

impl<T: Into<Self>> From<Outcome<T>> for Value {
    fn from(outcome: Outcome<T>) -> Self {
        outcome.map_or_else(Self::Raised, Into::into)
    }
}
