//! Groups of words with a name for each word. So no language can confuse their order, and a missing word does not
//! compile.

/// Declares such groups. `f` marks a word with a gap: a function of the text in the gap.
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
    /// The colour schemes.
    Themes { system, light, dark }
    /// The titles of the readings that belong to no chapter.
    Readings { when_async, glossary }
    /// An exercise: two headings, the name of a hint (its number follows), and the button that shows the solution.
    Exercise { task, timeline, hint, solution }
    /// The reasons why an address is invalid.
    BadAddresses { scheme, host, path, too_long }
    /// The buttons of a list; the gap is the list's name.
    ListButtons { longer f, shorter f }
    /// The values of a switch or a flag.
    OffOn { off, on }
    /// The lengths of a step.
    Strides { callback, iteration, task }
    /// The phases of a run.
    Phases { idle, running, paused, finished }
    /// The buttons of the field that finds a task: the previous and the next match.
    FindButtons { previous, next }
    /// The buttons that zoom the axis.
    ZoomButtons { out, fit, closer }
    /// The tabs.
    Tabs { outcome, log, code, explanation, table, output, problems }
    /// The conversations of users with a program: the heading, who speaks, and the mark of a reply that overtakes
    /// another.
    Conversations { heading, message, reply, overtakes }
    /// A figure of a run, and its explanation.
    Figure { name, why }
    /// The columns of the log.
    LogColumns { time, number, task, happened }
    /// The changes of a resource; the gap is the resource's name.
    Changed { acquired f, released f, put f, got f, done f, shut_down f, set f, cleared f, notified f, opened f, aborted f }
    /// The columns of the table of requests.
    RequestColumns { task, address, status, size, headers, total, phases, end }
    /// The words for how a request ended.
    RequestEnds { open, done, failed, aborted }
    /// The phases of a request.
    RequestPhases { queued, sent, coming }
    /// The graph of links: its name, and the meanings of its lines and nodes.
    Links { label, found, again, unasked }
    /// The stages of a request; the gap is its address, status, size or error.
    Requested { queued f, sent, answered f, received f, done, failed f, aborted }
    /// The columns of the table of tasks.
    TableColumns { task, parent, start, end, outcome, result }
    /// The facts of a task.
    Facts { parent, created, since, cancelled, slept, held, ran, line, returned }
    /// The facts of the event loop.
    LoopFacts { iteration, callback, ready, timers }
    /// The buttons that move a print up or down; the gap is the print's text.
    Moves { up f, down f }
    /// Whether the order of the prints counts as an answer.
    OrderSaid { not_yet, given }
    /// The marks of an answer.
    Marks { open, right, wrong }
    /// The first options of what to compare with, before the kept runs.
    Rivals { ways, other }
    /// The titles of the two compared runs.
    Sides { other, present }
    /// Whether a kept run, run again, gave the same log.
    Again { differs, same }
    /// The words for a factor below 1, of 1 and above 1.
    SideOfOne { below, one, above }
    /// A state's word and its meaning.
    Meant { word, means }
}

/// The states of a task.
#[derive(Clone, Copy)]
#[allow(missing_docs)] // documented by the states themselves, in `trace`
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
    /// The word for off or on.
    #[must_use]
    pub const fn of(&self, on: bool) -> &'static str {
        if on { self.on } else { self.off }
    }
}
