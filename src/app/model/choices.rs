//! What the reader chooses once and for all runs: each choice has a word in the address.

/// The colours of the page.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Theme {
    /// As the system has them.
    #[default]
    System,
    /// Light.
    Light,
    /// Dark.
    Dark,
}

/// Who releases the instants of a run.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Mode {
    /// The browser's clock.
    #[default]
    Live,
    /// Nobody: all at once, at every change.
    Instant,
}

/// What stands under the timeline.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Tab {
    /// Results and figures.
    #[default]
    Outcome,
    /// The events.
    Log,
    /// The two programs.
    Code,
    /// What to look at.
    Explanation,
    /// The tasks.
    Table,
}

/// How far one click on Step or Back goes.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Steps {
    /// One callback of the event loop.
    #[default]
    Callback,
    /// One iteration of the event loop.
    Iteration,
    /// One event of the selected task.
    Task,
}

impl Theme {
    /// All of them, in the order of the choice.
    pub const ALL: [Self; 3] = [Self::System, Self::Light, Self::Dark];

    /// Its word in the address and in the browser's memory.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::System => "system",
            Self::Light => "light",
            Self::Dark => "dark",
        }
    }

    /// The colours of that word.
    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|theme| theme.code() == code)
    }
}

impl Steps {
    /// All of them, in the order of the choice.
    pub const ALL: [Self; 3] = [Self::Callback, Self::Iteration, Self::Task];

    /// Its word in the address.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Callback => "callback",
            Self::Iteration => "iteration",
            Self::Task => "task",
        }
    }

    /// The strides of that word.
    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|steps| steps.code() == code)
    }
}

impl Tab {
    /// All of them, in their order.
    pub const ALL: [Self; 5] = [Self::Outcome, Self::Log, Self::Code, Self::Explanation, Self::Table];

    /// Its word in the address.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Outcome => "outcome",
            Self::Log => "log",
            Self::Code => "code",
            Self::Explanation => "explanation",
            Self::Table => "table",
        }
    }

    /// The tab of that word.
    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|tab| tab.code() == code)
    }
}
