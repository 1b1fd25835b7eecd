//! Words that belong together: each has a name, so that neither language can give them in another order, and one that is missing
//! does not compile.

/// Declares such words; `f` marks one with a gap.
macro_rules! words {
    ($($(#[$doc:meta])* $name:ident { $($word:ident $($gap:ident)?),+ })+) => {$(
        $(#[$doc])*
        #[derive(Clone, Copy)]
        pub struct $name {
            $(#[doc = concat!("The word for `", stringify!($word), "`.")] pub $word: words!(@type $($gap)?),)+
        }
    )+};
    (@type) => { &'static str };
    (@type f) => { fn(&str) -> String };
}

words! {
    /// The titles of the chapters.
    Chapters { what_waiting_costs, coroutines_and_tasks, http, errors_timeouts_limits, in_practice, exercises, other_words, projects }
    /// The colours.
    Themes { system, light, dark }
    /// The titles of the pages to read beside the chapters.
    Readings { when_async, glossary }
    /// An exercise: two headings, what a hint is called (its number follows), and the button that leads to the solution.
    Exercise { task, timeline, hint, solution }
    /// Why an address is none.
    BadAddresses { scheme, host, path, too_long }
    /// The buttons of a list, by its name.
    ListButtons { longer f, shorter f }
    /// A switch or a flag.
    OffOn { off, on }
    /// How far Step and Back go.
    Strides { callback, iteration, task }
    /// The phases of a run.
    Phases { idle, running, paused, finished }
    /// The buttons of the field that finds a task.
    FindButtons { previous, next }
    /// The buttons that zoom the axis.
    ZoomButtons { out, fit, closer }
    /// The tabs.
    Tabs { outcome, log, code, explanation, table, output, problems }
    /// The conversations of users with a program: the heading, who says it, and that a reply overtakes another.
    Conversations { heading, message, reply, overtakes }
    /// A figure of a run, and how it comes about.
    Figure { name, why }
    /// The columns of the log.
    LogColumns { time, number, task, happened }
    /// What a task does to a resource, by its name.
    Changed { acquired f, released f, put f, got f, done f, shut_down f, set f, cleared f, notified f, opened f, aborted f }
    /// The columns of the table of requests.
    RequestColumns { task, address, status, size, headers, total, phases, end }
    /// How requests end.
    RequestEnds { open, done, failed, aborted }
    /// The phases of a request.
    RequestPhases { queued, sent, coming }
    /// The picture of links: its name, and what its lines and pages mean.
    Links { label, found, again, unasked }
    /// How far a request is; what fills the gap is its address, status, size or error.
    Requested { queued f, sent, answered f, received f, done, failed f, aborted }
    /// The columns of the table of tasks.
    TableColumns { task, parent, start, end, outcome, result }
    /// The facts of a task.
    Facts { parent, created, since, cancelled, slept, held, ran, line, returned }
    /// The facts of the event loop.
    LoopFacts { iteration, callback, ready, timers }
    /// The buttons that move a print, by its text.
    Moves { up f, down f }
    /// Whether the order is an answer.
    OrderSaid { not_yet, given }
    /// How right an answer is.
    Marks { open, right, wrong }
    /// What can be compared with, before the kept runs.
    Rivals { ways, other }
    /// The titles of the two runs.
    Sides { other, present }
    /// Whether a kept run came out as it had.
    Again { differs, same }
    /// A factor below one, of one, above one.
    SideOfOne { below, one, above }
    /// A state, and what it means.
    Meant { word, means }
}

/// The states of a task.
#[derive(Clone, Copy)]
#[allow(missing_docs)] // as the states themselves, in `trace`
pub struct States {
    pub running: Meant,
    pub ready: Meant,
    pub sleeping: Meant,
    pub waiting: Meant,
    pub queued: Meant,
    pub requesting: Meant,
    pub result: Meant,
    pub error: Meant,
    pub timeout: Meant,
    pub cancelled: Meant,
    pub swallowed: Meant,
    pub lost: Meant,
    pub destroyed: Meant,
}

impl OffOn {
    /// The word for this.
    #[must_use]
    pub const fn of(&self, on: bool) -> &'static str {
        if on { self.on } else { self.off }
    }
}
