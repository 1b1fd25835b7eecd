//! The words of the page around the scenarios: buttons, headings, messages.

use super::english::ENGLISH;
use super::french::FRENCH;
use super::words::{
    BadAddresses, Changed, Chapters, Conversations, Exercise, Facts, Figure, FindButtons, Links, ListButtons,
    LogColumns, LoopFacts, OffOn, Phases, Readings, RequestColumns, RequestEnds, RequestPhases, Requested, States,
    Strides, TableColumns, Tabs, Themes, ZoomButtons,
};
use super::{Both, Comparison, Language, Prediction};

/// Every word of the page in one language. Sentences with a gap are functions.
pub struct Interface {
    /// What the page is, in a sentence.
    pub tagline: &'static str,
    /// The contents page's title.
    pub welcome: &'static str,
    /// The contents page's text; backticks mark code.
    pub welcome_text: &'static [&'static str],
    /// The link to the first scenario.
    pub start_here: &'static str,
    /// The link to the comparison that the contents page shows.
    pub hold_comparison: &'static str,
    /// The chapters' titles.
    pub chapters: Chapters,
    /// The link that jumps over the contents.
    pub skip: &'static str,
    /// The list of scenarios.
    pub scenarios: &'static str,
    /// The search field.
    pub find: &'static str,
    /// The search field, for a screen reader.
    pub find_scenario: &'static str,
    /// No scenario fits the search.
    pub nothing_found: &'static str,
    /// The button that copies the address.
    pub copy_link: &'static str,
    /// The same button, where a run is held.
    pub copy_moment: &'static str,
    /// The address was copied.
    pub link_copied: &'static str,
    /// The browser did not let us copy.
    pub link_not_copied: &'static str,
    /// The choice of colours.
    pub theme: &'static str,
    /// The colours.
    pub themes: Themes,
    /// The choice of language.
    pub language: &'static str,
    /// The address leads nowhere.
    pub unknown_title: &'static str,
    /// Which address leads nowhere.
    pub unknown_text: fn(&str) -> String,
    /// Back to the contents.
    pub to_contents: &'static str,
    /// The titles of the pages to read beside the chapters.
    pub readings: Readings,
    /// The mark of a scenario that the reader has run.
    pub ran: &'static str,
    /// The parts of an exercise.
    pub exercise: Exercise,
    /// The part of the page with the parameters.
    pub parameters: &'static str,
    /// The button that brings the defaults back.
    pub defaults: &'static str,
    /// The unit after a duration's field.
    pub seconds_unit: &'static str,
    /// What is wrong with a field: nothing typed.
    pub refused_empty: &'static str,
    /// What is wrong with a field: no number.
    pub refused_number: &'static str,
    /// What is wrong with a field: no whole number.
    pub refused_whole: &'static str,
    /// What is wrong with a field: outside of these bounds.
    pub refused_outside: fn(&str, &str) -> String,
    /// What is wrong with a field: more characters than this.
    pub refused_long: fn(usize) -> String,
    /// What is wrong with a list: more items than this.
    pub refused_many: fn(usize) -> String,
    /// An address is none: which of them, and why.
    pub refused_address: fn(usize, &str) -> String,
    /// Why it is none.
    pub bad_address: BadAddresses,
    /// What is wrong with a choice: none of these options.
    pub refused_option: fn(&str) -> String,
    /// A list's item, for a screen reader: the list's name, which item.
    pub list_item: fn(&str, usize) -> String,
    /// The buttons that lengthen and shorten a list.
    pub list_buttons: ListButtons,
    /// A switch that is off or on, after its name.
    pub switched: OffOn,
    /// What is used in place of a refused value.
    pub used_instead: fn(&str, bool) -> String,
    /// What is wrong with the address: an unknown name.
    pub address_unknown: fn(&str) -> String,
    /// What is wrong with the address: a bad value for a name.
    pub address_value: fn(&str, &str) -> String,
    /// How many other things could not be read.
    pub address_more: fn(usize) -> String,
    /// The heading of what is wrong with the address.
    pub address_problem: &'static str,
    /// A text is on its way.
    pub loading: &'static str,
    /// A text did not come: why.
    pub not_loaded: fn(&str) -> String,
    /// The link to the licences of what is in the page.
    pub licenses: &'static str,
    /// The reason where nobody answered.
    pub needs_network: &'static str,
    /// A text that has been on its way for long.
    pub late: &'static str,
    /// What came in a text's place is newer or older than the page.
    pub of_another_version: &'static str,
    /// The button that asks for a text once more.
    pub try_again: &'static str,
    /// The button that closes a message.
    pub close: &'static str,
    /// The tool bar.
    pub run_bar: &'static str,
    /// The main button, before a run.
    pub run: &'static str,
    /// The main button, during a run.
    pub pause: &'static str,
    /// The main button, in a pause.
    pub resume: &'static str,
    /// The button that opens the fields of the parameters.
    pub modify: &'static str,
    /// The button for one callback.
    pub step: &'static str,
    /// What that button does.
    pub step_title: &'static str,
    /// The button for one stride back.
    pub back: &'static str,
    /// What that button does.
    pub back_title: &'static str,
    /// The choice of how far these two buttons go.
    pub steps_by: &'static str,
    /// How far they go.
    pub steps_of: Strides,
    /// What the button Stop does, where a program runs until it is stopped.
    pub stop_title: &'static str,
    /// The button that ends the run.
    pub reset: &'static str,
    /// What that button does.
    pub reset_title: &'static str,
    /// The button that unfolds the next ones on a narrow screen.
    pub more: &'static str,
    /// The choice between the next two.
    pub mode: &'static str,
    /// At the clock's pace.
    pub live: &'static str,
    /// At once.
    pub instant: &'static str,
    /// The choice of speed.
    pub speed: &'static str,
    /// The field of what the draws begin with.
    pub seed: &'static str,
    /// What it does.
    pub seed_title: &'static str,
    /// The button beside it.
    pub dice: &'static str,
    /// The button for two scenarios one above the other.
    pub compare: &'static str,
    /// What that button does.
    pub compare_with: fn(&str) -> String,
    /// All else about comparing.
    pub comparison: Comparison,
    /// All about predicting.
    pub prediction: Prediction,
    /// The run's phases.
    pub phases: Phases,
    /// A run that waits for nothing.
    pub stuck: &'static str,
    /// A run that logged too much.
    pub too_long: &'static str,
    /// It was stopped before its end, by the reader or by a limit.
    pub stopped: &'static str,
    /// Of how many seconds.
    pub of_seconds: fn(&str) -> String,
    /// The timeline, for a screen reader.
    pub timeline: &'static str,
    /// The axis' unit.
    pub seconds: &'static str,
    /// The small picture of the whole run.
    pub map: &'static str,
    /// The field that finds a task by its name.
    pub find_task: &'static str,
    /// What was found: the reader is at this one of so many, at 0 before the first.
    pub found: fn(usize, usize) -> String,
    /// The buttons that lead to the task before and to the next.
    pub find_buttons: FindButtons,
    /// The button that folds what a task has made: its name.
    pub made_by: fn(&str) -> String,
    /// So many tasks, in one row.
    pub tasks: fn(usize, &str) -> String,
    /// The buttons that zoom the axis.
    pub zoom: ZoomButtons,
    /// The time that is shown, for a screen reader.
    pub time: &'static str,
    /// The empty timeline.
    pub press_run: &'static str,
    /// The empty timeline's second line.
    pub press_run_more: &'static str,
    /// The lane of the thread.
    pub thread: &'static str,
    /// The thread is free.
    pub thread_free: &'static str,
    /// The thread is held for so many seconds.
    pub thread_busy: fn(&str) -> String,
    /// The lane of the total.
    pub total: &'static str,
    /// So many seconds were gained.
    pub gained: fn(&str) -> String,
    /// What the gain compares.
    pub same_work: &'static str,
    /// A span: asleep for so long.
    pub span_sleep: &'static str,
    /// A span: holds the thread for so long.
    pub span_block: fn(&str) -> String,
    /// A span: waits for this.
    pub span_await: fn(&str) -> String,
    /// A span: a bare future.
    pub a_future: &'static str,
    /// A span: ready.
    pub span_ready: &'static str,
    /// A strip of a resource: this permit, from 1.
    pub permit: fn(usize) -> String,
    /// A strip of a resource: who holds the lock.
    pub holder: &'static str,
    /// A strip of a resource: so many stand in line.
    pub in_line: fn(usize) -> String,
    /// A strip of a resource: the permit was free, before for how long.
    pub idle: &'static str,
    /// A strip of a resource: so many permits are free.
    pub free_permits: fn(u32) -> String,
    /// A strip of a resource: so many items are in it.
    pub items: fn(u32) -> String,
    /// A strip of a resource: a flag that is down, or up.
    pub flag: OffOn,
    /// A planned end.
    pub wakes_at: fn(&str) -> String,
    /// The states of a task.
    pub states: States,
    /// A swallowed cancellation at the end of a lane, where there is little room.
    pub swallowed: &'static str,
    /// A print, in the legend.
    pub printed: &'static str,
    /// What a pin means.
    pub printed_means: &'static str,
    /// A request for cancellation, in the legend.
    pub asked: &'static str,
    /// What its mark means.
    pub asked_means: &'static str,
    /// One of asyncio's warnings, in the legend.
    pub warned: &'static str,
    /// What its mark means.
    pub warned_means: &'static str,
    /// An arrow: one task wakes another.
    pub arrow_woke: &'static str,
    /// What the arrows mean, in the legend.
    pub arrow_means: &'static str,
    /// The legend.
    pub legend: &'static str,
    /// The button that opens the whole legend.
    pub full_legend: &'static str,
    /// The keys, in the legend.
    pub keys: &'static str,
    /// What Ctrl+Enter does.
    pub key_run: &'static str,
    /// What the slash does.
    pub key_find: &'static str,
    /// What plus, minus and 0 do on the timeline, and the wheel.
    pub key_zoom: &'static str,
    /// The tabs.
    pub tabs: Tabs,
    /// The tabs, for a screen reader.
    pub tab_list: &'static str,
    /// Nothing to show before a run.
    pub no_run_yet: &'static str,
    /// Outcome: what the program itself reported.
    pub report: &'static str,
    /// Outcome: what users wrote to the program and what it replied.
    pub conversations: Conversations,
    /// Outcome: the columns.
    pub measure: &'static str,
    /// Outcome: the figure.
    pub value: &'static str,
    /// Outcome: the reason.
    pub why: &'static str,
    /// Outcome: total time, and why.
    pub total_time: Figure,
    /// Outcome: sum of the waits, and why.
    pub sum_of_waits: Figure,
    /// Outcome: lower bound, and why.
    pub lower_bound: Figure,
    /// Outcome: thread held, and why.
    pub thread_held: Figure,
    /// Outcome: what main returned, and why.
    pub returned: Figure,
    /// Outcome: the gain, and why.
    pub gain: Figure,
    /// Outcome: the gain of the fastest run over the slowest, and why.
    pub gain_over: Figure,
    /// Outcome: not there yet.
    pub not_yet: &'static str,
    /// Outcome: how late the browser's timers were (mean, worst, number).
    pub lateness: fn(&str, &str, u32) -> String,
    /// The longest time between two frames of the page in this run, in milliseconds.
    pub heartbeat: fn(&str) -> String,
    /// Outcome: the page's thread computed for so many milliseconds, with so many between two frames at most.
    pub computed_here: fn(&str, &str) -> String,
    /// Outcome: but not as long as the program.
    pub computed_less: &'static str,
    /// Outcome: a worker computed for so many milliseconds, with so many between two frames at most.
    pub computed_in_worker: fn(&str, &str) -> String,
    /// Outcome: there was no worker.
    pub no_worker: &'static str,
    /// Outcome: nothing was really computed.
    pub computed_nowhere: &'static str,
    /// Outcome: so many tasks took so many milliseconds, which is so many per second, and the log keeps so many bytes of each.
    pub rate: fn(&str, &str, &str, &str) -> String,
    /// The check against the recorded run: its heading.
    pub proof: &'static str,
    /// What it is.
    pub proof_text: &'static str,
    /// Its button.
    pub proof_button: &'static str,
    /// It is under way.
    pub proof_wait: &'static str,
    /// All lines are equal.
    pub proof_equal: fn(usize) -> String,
    /// A line differs: which, ours, theirs.
    pub proof_differs: fn(usize, &str, &str) -> String,
    /// There is no recording for these values.
    pub proof_missing: &'static str,
    /// The recording could not be loaded, and why.
    pub proof_failed: fn(&str) -> String,
    /// Log: its columns.
    pub log_columns: LogColumns,
    /// Log: so many earlier lines are not shown.
    pub log_earlier: fn(usize) -> String,
    /// Log: created, by whom.
    pub log_created: fn(Option<&str>) -> String,
    /// Log: given another name.
    pub log_renamed: fn(&str) -> String,
    /// Log: a step began.
    pub log_step: &'static str,
    /// Log: suspended until a time.
    pub log_sleeps: fn(&str) -> String,
    /// Log: gives way for one iteration.
    pub log_yields: &'static str,
    /// Log: waits for this.
    pub log_waits: fn(&str) -> String,
    /// Log: made this resource.
    pub log_made: fn(&str) -> String,
    /// Log: what was done to a resource.
    pub log_changed: Changed,
    /// Log: ready, and why.
    pub log_ready: fn(&str) -> String,
    /// The button that ends a run of real requests.
    pub stop: &'static str,
    /// The pace of a run of real requests.
    pub real: &'static str,
    /// What that means.
    pub real_title: &'static str,
    /// The question before the first request to a host.
    pub ask_title: &'static str,
    /// What would be sent.
    pub ask_text: &'static str,
    /// Why it cannot be allowed here, in a frame of another origin.
    pub ask_framed: &'static str,
    /// The link that opens the page by itself, where it can.
    pub ask_elsewhere: &'static str,
    /// The button that allows it.
    pub allow: &'static str,
    /// The button that does not.
    pub refuse: &'static str,
    /// The table of requests.
    pub requests: &'static str,
    /// Its columns.
    pub request_columns: RequestColumns,
    /// How its requests end.
    pub request_ends: RequestEnds,
    /// What stands between a name and what is said of it.
    pub colon: &'static str,
    /// What stands between numbers of a list.
    pub list_separator: &'static str,
    /// What stands before the decimals of a number.
    pub decimal_sign: &'static str,
    /// What stands behind a number of hundredths.
    pub percent: &'static str,
    /// The phases, in the table's key.
    pub request_key: RequestPhases,
    /// The picture of links.
    pub links: Links,
    /// The unit of sizes.
    pub bytes_unit: &'static str,
    /// The page answered by itself.
    pub simulated: &'static str,
    /// Another host gave no answer.
    pub unheard: &'static str,
    /// Why there is no recording of real requests.
    pub proof_real: &'static str,
    /// Log: how far a request is.
    pub log_requested: Requested,
    /// Log: holds the thread until a time.
    pub log_blocks: fn(&str) -> String,
    /// Log: printed this.
    pub log_printed: fn(&str) -> String,
    /// Log: cancellation requested, by whom.
    pub log_cancel: fn(&str) -> String,
    /// By whom: the loop.
    pub by_loop: &'static str,
    /// By whom: a timeout of this task, or of the very task that is cancelled; and for when it was set.
    pub by_timeout: fn(Option<&str>, &str) -> String,
    /// By whom: a `TaskGroup` in which this task failed.
    pub by_group: fn(&str) -> String,
    /// Log: cancellation delivered.
    pub log_delivered: &'static str,
    /// Log: a request for cancellation taken back.
    pub log_withdrawn: &'static str,
    /// Log: returned this.
    pub log_returned: fn(&str) -> String,
    /// Log: raised this.
    pub log_failed: fn(&str) -> String,
    /// Log: asyncio's warning.
    pub log_warned: fn(&str) -> String,
    /// Log: destroyed before its end.
    pub log_destroyed: &'static str,
    /// Log: cancelled.
    pub log_cancelled: &'static str,
    /// Table: its columns.
    pub table_columns: TableColumns,
    /// Table: so many more tasks have no row.
    pub table_more: fn(usize) -> String,
    /// Explanation: what to look at.
    pub look: &'static str,
    /// Explanation: the trap.
    pub trap: &'static str,
    /// Explanation: what to try next.
    pub next: &'static str,
    /// Code: what the files are.
    pub code_note: &'static str,
    /// Code: the lit line, for a screen reader.
    pub lit_line: &'static str,
    /// The inspector, for a screen reader.
    pub inspector: &'static str,
    /// The inspector without a selected task.
    pub the_run: &'static str,
    /// The inspector's hint.
    pub select_hint: &'static str,
    /// The inspector's question of a task that has not ended.
    pub why_not: fn(&str) -> String,
    /// The inspector's question of a task that runs.
    pub why_running: fn(&str) -> String,
    /// The inspector's question of a task that has ended.
    pub how_ended: fn(&str) -> String,
    /// Answers: asleep until, for so much longer.
    pub answer_sleeping: fn(&str, &str) -> String,
    /// Answers: its timer was due at, and its callback stands in the ready queue or will with the next iteration.
    pub answer_due: fn(&str, bool) -> String,
    /// Answers: waits for a worker until, for so much longer.
    pub answer_worker: fn(&str, &str) -> String,
    /// Answers: waits for these tasks, with those that are not done.
    pub answer_waiting: fn(&str, &str) -> String,
    /// Answers: stands in line at this.
    pub answer_in_line: fn(&str) -> String,
    /// Answers: is the first in that line.
    pub answer_first: &'static str,
    /// Answers: has this place in that line, behind these.
    pub answer_behind: fn(usize, &str) -> String,
    /// Answers: these hold what it waits for.
    pub answer_held: fn(&str) -> String,
    /// Answers: waits for a future.
    pub answer_future: &'static str,
    /// Answers: waits for the network: for which address, in which phase.
    pub answer_request: fn(&str, &str) -> String,
    /// The phases of a request, in a sentence.
    pub request_phases: RequestPhases,
    /// Answers: ready, waits for its turn.
    pub answer_ready: &'static str,
    /// Answers: ready, but another holds the thread.
    pub answer_ready_blocked: fn(&str) -> String,
    /// Answers: it holds the thread until.
    pub answer_running: fn(&str) -> String,
    /// Answers: returned at.
    pub answer_returned: fn(&str) -> String,
    /// Answers: raised at.
    pub answer_failed: fn(&str, &str) -> String,
    /// Answers: cancelled at.
    pub answer_cancelled: fn(&str) -> String,
    /// Answers: and nobody asked for the exception.
    pub answer_lost: &'static str,
    /// Answers: destroyed at.
    pub answer_destroyed: fn(&str) -> String,
    /// Answers: its cancellation was asked for, by whom, at.
    pub answer_asked: fn(&str, &str) -> String,
    /// Answers: that request was taken back.
    pub answer_withdrawn: &'static str,
    /// The facts of a task.
    pub facts: Facts,
    /// The heading of what a task waits for, and what that waits for.
    pub chain: &'static str,
    /// The heading of the event loop's facts.
    pub the_loop: &'static str,
    /// The event loop's facts.
    pub loop_facts: LoopFacts,
    /// An empty queue.
    pub empty: &'static str,
    /// No timer.
    pub none: &'static str,
    /// Facts: so many steps.
    pub steps: fn(usize) -> String,
    /// The heading of a task's facts.
    pub task: &'static str,
    /// The next page of the course.
    pub next_page: &'static str,
    /// The page before.
    pub previous_page: &'static str,
    /// The links to the neighbours, for a screen reader.
    pub neighbours: &'static str,
}

/// The words in this language.
#[must_use]
pub fn interface(language: Language) -> &'static Interface {
    INTERFACE.get(language)
}

static INTERFACE: Both<Interface> = Both { en: ENGLISH, fr: FRENCH };
