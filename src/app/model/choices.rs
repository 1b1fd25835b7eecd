//! The reader's choices that hold for all runs. Each option has a code for the address.

/// Declares a choice: an enum with a code for each option. The first option is the default.
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
            /// The codes, in the order of the options.
            pub const CODES: [&str; [$first_code, $($code),+].len()] = [$first_code, $($code),+];

            /// All options, in order.
            pub const ALL: [Self; Self::CODES.len()] = [Self::$first, $(Self::$option),+];

            /// The option's code, for the address and the browser's storage.
            #[must_use]
            pub const fn code(self) -> &'static str {
                match self {
                    Self::$first => $first_code,
                    $(Self::$option => $code,)+
                }
            }

            /// The option with this code.
            #[must_use]
            pub fn from_code(code: &str) -> Option<Self> {
                Self::ALL.into_iter().find(|option| option.code() == code)
            }
        }
    };
}

choice! {
    /// The colour scheme of the page.
    Theme {
        /// The system's scheme.
        System = "system",
        /// A light scheme.
        Light = "light",
        /// A dark scheme.
        Dark = "dark",
    }
}

/// How a run's time advances. Its code is one of the values of `speed`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Mode {
    /// With the browser's clock.
    #[default]
    Live,
    /// At once: the whole run is computed, and again after every change.
    Instant,
}

choice! {
    /// The panel under the timeline.
    Tab {
        /// The results and figures.
        Outcome = "outcome",
        /// The log of events.
        Log = "log",
        /// The source of the program and its twin.
        Code = "code",
        /// The guide.
        Explanation = "explanation",
        /// The table of tasks.
        Table = "table",
        /// The output of the program.
        Output = "output",
        /// The problems of the lab's program.
        Problems = "problems",
    }
}

choice! {
    /// The length of a step.
    Steps {
        /// A callback of the event loop.
        Callback = "callback",
        /// An iteration of the event loop.
        Iteration = "iteration",
        /// An event of the selected task.
        Task = "task",
    }
}
