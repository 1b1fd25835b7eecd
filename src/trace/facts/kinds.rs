//! Python names that an event refers to: the function that waits for several tasks, and the class of a resource.

use std::fmt;
use std::rc::Rc;

use serde::{Serialize, Serializer};

use super::text::Text;

/// Defines an enum of Python names with a variant for names that are not listed.
macro_rules! python_names {
    ($(#[$about:meta])* $kind:ident { $($(#[$doc:meta])* $name:ident = $text:literal,)* }) => {
        $(#[$about])*
        #[derive(Clone, Debug, PartialEq, Eq)]
        pub enum $kind {
            $($(#[$doc])* $name,)*
            /// Any other name, from a recorded program. Boxed to keep `Event` small.
            Other(Rc<Text>),
        }

        impl $kind {
            /// All listed names.
            pub const LISTED: &[Self] = &[$(Self::$name),*];

            /// The variant for this Python name.
            #[must_use]
            pub fn named(name: impl Into<Text>) -> Self {
                let name = name.into();
                match name.as_str() {
                    $($text => Self::$name,)*
                    _ => Self::Other(Rc::new(name)),
                }
            }

            /// The Python name.
            #[must_use]
            pub fn name(&self) -> &str {
                match self {
                    $(Self::$name => $text,)*
                    Self::Other(name) => name.as_str(),
                }
            }
        }

        impl fmt::Display for $kind {
            fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
                formatter.write_str(self.name())
            }
        }

        impl Serialize for $kind {
            fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.serialize_str(self.name())
            }
        }
    };
}

python_names! {
    /// The function of asyncio that waits for several tasks.
    Waiter {
        /// `asyncio.gather`.
        Gather = "gather",
        /// `asyncio.shield`.
        Shield = "shield",
        /// `asyncio.wait`.
        Wait = "wait",
        /// `asyncio.wait_for`.
        WaitFor = "wait_for",
        /// `asyncio.as_completed`.
        AsCompleted = "as_completed",
        /// The end of a block of `asyncio.TaskGroup`.
        TaskGroup = "TaskGroup",
    }
}

python_names! {
    /// The class of a resource.
    Kind {
        /// `asyncio.Lock`.
        Lock = "Lock",
        /// `asyncio.Semaphore`.
        Semaphore = "Semaphore",
        /// `asyncio.BoundedSemaphore`.
        BoundedSemaphore = "BoundedSemaphore",
        /// `asyncio.Event`.
        Event = "Event",
        /// `asyncio.Condition`.
        Condition = "Condition",
        /// `asyncio.Barrier`.
        Barrier = "Barrier",
        /// `asyncio.Queue`.
        Queue = "Queue",
        /// `asyncio.PriorityQueue`.
        PriorityQueue = "PriorityQueue",
        /// `asyncio.LifoQueue`.
        LifoQueue = "LifoQueue",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_name_is_read_back_and_a_name_that_is_not_listed_keeps_its_text() {
        assert!(Waiter::LISTED.iter().all(|waiter| Waiter::named(waiter.name().to_owned()) == *waiter));
        assert!(Kind::LISTED.iter().all(|kind| Kind::named(kind.name().to_owned()) == *kind));
        assert_eq!(Kind::named("MyLock"), Kind::Other(Rc::new("MyLock".into())));
        assert_eq!(Kind::named("MyLock").to_string(), "MyLock");
    }
}
