//! What the reader chooses once and for all runs: each choice has a word in the address.

/// Declares a choice: an enum whose options have each a word, in their order. The first is the default.
macro_rules! choice {
    ($(#[$doc:meta])* $name:ident { $(#[$first_doc:meta])* $first:ident = $first_code:literal, $($(#[$option_doc:meta])* $option:ident = $code:literal,)+ }) => {
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
        pub enum $name {
            $(#[$first_doc])*
            #[default]
            $first,
            $($(#[$option_doc])* $option,)+
        }

        impl $name {
            /// Their words, in the order of the choice.
            pub const CODES: [&str; [$first_code, $($code),+].len()] = [$first_code, $($code),+];

            /// All of them, in the order of the choice.
            pub const ALL: [Self; Self::CODES.len()] = [Self::$first, $(Self::$option),+];

            /// Its word in the address and in the browser's memory.
            #[must_use]
            pub const fn code(self) -> &'static str {
                match self {
                    Self::$first => $first_code,
                    $(Self::$option => $code,)+
                }
            }

            /// The option of that word.
            #[must_use]
            pub fn from_code(code: &str) -> Option<Self> {
                Self::ALL.into_iter().find(|option| option.code() == code)
            }
        }
    };
}

choice! {
    /// The colours of the page.
    Theme {
        /// As the system has them.
        System = "system",
        /// Light.
        Light = "light",
        /// Dark.
        Dark = "dark",
    }
}

/// Who releases the instants of a run. Its word stands among the speeds.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Mode {
    /// The browser's clock.
    #[default]
    Live,
    /// Nobody: all at once, at every change.
    Instant,
}

choice! {
    /// What stands under the timeline.
    Tab {
        /// Results and figures.
        Outcome = "outcome",
        /// The events.
        Log = "log",
        /// The two programs.
        Code = "code",
        /// What to look at.
        Explanation = "explanation",
        /// The tasks.
        Table = "table",
        /// What the program printed.
        Output = "output",
        /// What is wrong with the text.
        Problems = "problems",
    }
}

choice! {
    /// How far one click on Step or Back goes.
    Steps {
        /// One callback of the event loop.
        Callback = "callback",
        /// One iteration of the event loop.
        Iteration = "iteration",
        /// One event of the selected task.
        Task = "task",
    }
}
