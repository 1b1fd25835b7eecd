//! The words of the page's controls, headings and messages, apart from those of the scenarios.

use super::english::ENGLISH;
use super::french::FRENCH;
use super::words::{
    BadAddresses, Changed, Chapters, Conversations, Exercise, Facts, Figure, FindButtons, Links, ListButtons,
    LogColumns, LoopFacts, OffOn, Phases, Readings, RequestColumns, RequestEnds, RequestPhases, Requested, States,
    Strides, TableColumns, Tabs, Themes, ZoomButtons,
};
use super::{Both, Comparison, Language, Prediction};

/// Every word of the page in one language. A sentence with gaps is a function of the texts in its gaps.
pub struct Interface {
    /// One sentence about the page, below its name.
    pub tagline: &'static str,
    /// The title of the contents page.
    pub welcome: &'static str,
    /// The paragraphs of the contents page; backticks mark code.
    pub welcome_text: &'static [&'static str],
    /// The text of the link to the first scenario.
    pub start_here: &'static str,
    /// The text of the link to the comparison that the contents page shows.
    pub hold_comparison: &'static str,
    /// The titles of the chapters.
    pub chapters: Chapters,
    /// The text of the link that skips the contents, for the keyboard.
    pub skip: &'static str,
    /// The name of the list of scenarios.
    pub scenarios: &'static str,
    /// The placeholder of the search field.
    pub find: &'static str,
    /// The name of the search field, for a screen reader.
    pub find_scenario: &'static str,
    /// The message when no scenario matches the search.
    pub nothing_found: &'static str,
    /// The text of the button that copies the page's address.
    pub copy_link: &'static str,
    /// The text of the same button while a run is paused: the address then includes the cursor's time.
    pub copy_moment: &'static str,
    /// The message after the address was copied.
    pub link_copied: &'static str,
    /// The message when the browser refused to copy the address.
    pub link_not_copied: &'static str,
    /// The label of the choice of colour scheme.
    pub theme: &'static str,
    /// The names of the colour schemes.
    pub themes: Themes,
    /// The label of the choice of language.
    pub language: &'static str,
    /// The title of the page for an unknown address.
    pub unknown_title: &'static str,
    /// The message for an unknown address, which fills the gap.
    pub unknown_text: fn(&str) -> String,
    /// The text of the link to the contents.
    pub to_contents: &'static str,
    /// The titles of the readings that belong to no chapter.
    pub readings: Readings,
    /// The mark of a scenario that the reader has run, in the contents.
    pub ran: &'static str,
    /// The headings of an exercise's parts.
    pub exercise: Exercise,
    /// The heading of the parameters' fields.
    pub parameters: &'static str,
    /// The text of the button that restores the defaults.
    pub defaults: &'static str,
    /// The unit after the field of a duration.
    pub seconds_unit: &'static str,
    /// Why a field is refused: nothing was typed.
    pub refused_empty: &'static str,
    /// Why a field is refused: the text is not a number.
    pub refused_number: &'static str,
    /// Why a field is refused: the number is not whole.
    pub refused_whole: &'static str,
    /// Why a field is refused: the number is outside of these bounds.
    pub refused_outside: fn(&str, &str) -> String,
    /// Why a field is refused: the text has more characters than this.
    pub refused_long: fn(usize) -> String,
    /// Why a list is refused: it has more items than this.
    pub refused_many: fn(usize) -> String,
    /// Why a list of addresses is refused: the number of the invalid address, and the reason.
    pub refused_address: fn(usize, &str) -> String,
    /// Why a list is refused: the number of the invalid item, and the reason.
    pub refused_item: fn(usize, &str) -> String,
    /// The note that no request is sent while an address is invalid.
    pub refused_run: &'static str,
    /// The reasons why an address is invalid.
    pub bad_address: BadAddresses,
    /// Why a choice is refused: the text is none of these options.
    pub refused_option: fn(&str) -> String,
    /// The name of a list's item for a screen reader, from the list's name and the item's number.
    pub list_item: fn(&str, usize) -> String,
    /// The names of the buttons that add and remove an item of a list.
    pub list_buttons: ListButtons,
    /// The value of a switch, after its name.
    pub switched: OffOn,
    /// The note that a value replaces the refused one. The flag is true for a list of values.
    pub used_instead: fn(&str, bool) -> String,
    /// What is wrong with the address: an unknown parameter name.
    pub address_unknown: fn(&str) -> String,
    /// What is wrong with the address: an invalid value, and the name that it is for.
    pub address_value: fn(&str, &str) -> String,
    /// How many further parts of the address are invalid.
    pub address_more: fn(usize) -> String,
    /// The heading over what is wrong with the address.
    pub address_problem: &'static str,
    /// The message while a text is being loaded.
    pub loading: &'static str,
    /// The message when a text could not be loaded, with the reason.
    pub not_loaded: fn(&str) -> String,
    /// The text of the link to the licences of the page's parts.
    pub licenses: &'static str,
    /// The reason for a failed load: no answer from the network.
    pub needs_network: &'static str,
    /// The message when loading takes long.
    pub late: &'static str,
    /// The reason for a failed load: the file belongs to another version of the page.
    pub of_another_version: &'static str,
    /// The text of the button that loads a text again.
    pub try_again: &'static str,
    /// The text of the button that closes a message.
    pub close: &'static str,
    /// The name of the run bar, for a screen reader.
    pub run_bar: &'static str,
    /// The text of the main button before a run: Run.
    pub run: &'static str,
    /// The text of the main button during a run: Pause.
    pub pause: &'static str,
    /// The text of the main button while a run is paused: Resume.
    pub resume: &'static str,
    /// The text of the button Modify, which opens the parameters' fields.
    pub modify: &'static str,
    /// The text of the button Step, which runs one callback.
    pub step: &'static str,
    /// The tooltip of the button Step.
    pub step_title: &'static str,
    /// The text of the button Back, which goes one step back.
    pub back: &'static str,
    /// The tooltip of the button Back.
    pub back_title: &'static str,
    /// The label of the choice of how far Step and Back go.
    pub steps_by: &'static str,
    /// The options of that choice.
    pub steps_of: Strides,
    /// The tooltip of the button Stop, for a program that runs until Ctrl+C.
    pub stop_title: &'static str,
    /// The text of the button Reset, which ends the run.
    pub reset: &'static str,
    /// The tooltip of the button Reset.
    pub reset_title: &'static str,
    /// The text of the button that shows the other settings on a narrow screen.
    pub more: &'static str,
    /// The label of the choice between Live and Instant.
    pub mode: &'static str,
    /// The option Live: the run follows the clock.
    pub live: &'static str,
    /// The option Instant: the run is computed at once.
    pub instant: &'static str,
    /// The label of the choice of speed.
    pub speed: &'static str,
    /// The label of the seed's field.
    pub seed: &'static str,
    /// The tooltip of the seed's field.
    pub seed_title: &'static str,
    /// The name of the button that draws a new seed.
    pub dice: &'static str,
    /// The text of the button Compare.
    pub compare: &'static str,
    /// The tooltip of the button Compare, with the title of the other scenario.
    pub compare_with: fn(&str) -> String,
    /// The words of a comparison.
    pub comparison: Comparison,
    /// The words of a prediction.
    pub prediction: Prediction,
    /// The phases of a run.
    pub phases: Phases,
    /// The message for a deadlock: no callback can ever run.
    pub stuck: &'static str,
    /// The message for a run that reached the limit of events.
    pub too_long: &'static str,
    /// The message for a run that the reader or a limit stopped.
    pub stopped: &'static str,
    /// The name of the timeline, for a screen reader.
    pub timeline: &'static str,
    /// The unit of the time axis.
    pub seconds: &'static str,
    /// The name of the small map of the whole run.
    pub map: &'static str,
    /// The label of the field that finds a task by its name.
    pub find_task: &'static str,
    /// The result of the search: the selected match (from 1, or 0 before the first) and the number of matches.
    pub found: fn(usize, usize) -> String,
    /// The names of the buttons for the previous and the next match.
    pub find_buttons: FindButtons,
    /// The name of the button that folds the descendants of a task, with the task's name.
    pub made_by: fn(&str) -> String,
    /// The label of a folded row, from the number of tasks and the number as text.
    pub tasks: fn(usize, &str) -> String,
    /// The names of the buttons that zoom the axis.
    pub zoom: ZoomButtons,
    /// The name of the display of the cursor's time, for a screen reader.
    pub time: &'static str,
    /// The first line of the empty timeline.
    pub press_run: &'static str,
    /// The second line of the empty timeline.
    pub press_run_more: &'static str,
    /// The name of the thread's lane.
    pub thread: &'static str,
    /// The state of the thread's lane: free.
    pub thread_free: &'static str,
    /// The state of the thread's lane: held for this number of seconds.
    pub thread_busy: fn(&str) -> String,
    /// The name of the lane of the total time.
    pub total: &'static str,
    /// How many seconds the faster way saves.
    pub gained: fn(&str) -> String,
    /// The note that both runs do the same work.
    pub same_work: &'static str,
    /// A span's label: the task sleeps.
    pub span_sleep: &'static str,
    /// A span's label: the task holds the thread for this number of seconds.
    pub span_block: fn(&str) -> String,
    /// A span's label: the task waits for this.
    pub span_await: fn(&str) -> String,
    /// What a task waits for: a bare future.
    pub a_future: &'static str,
    /// A span's label: the task is ready.
    pub span_ready: &'static str,
    /// The label of a permit's strip, with its number from 1.
    pub permit: fn(usize) -> String,
    /// The label of a lock's strip.
    pub holder: &'static str,
    /// The label of a resource's strip: how many tasks wait.
    pub in_line: fn(usize) -> String,
    /// The label of a permit's idle time, before its duration.
    pub idle: &'static str,
    /// The label of a semaphore's strip: how many permits are free.
    pub free_permits: fn(u32) -> String,
    /// The label of a queue's strip: how many items it holds.
    pub items: fn(u32) -> String,
    /// The label of an event's strip: the flag is cleared or set.
    pub flag: OffOn,
    /// When a task is due to wake.
    pub wakes_at: fn(&str) -> String,
    /// The states of a task, with their meanings.
    pub states: States,
    /// The short word for a swallowed cancellation, for the end of a lane.
    pub swallowed: &'static str,
    /// The legend's word for a print.
    pub printed: &'static str,
    /// The legend's meaning of a print's pin.
    pub printed_means: &'static str,
    /// The legend's word for a cancellation request.
    pub asked: &'static str,
    /// The legend's meaning of a cancellation request's mark.
    pub asked_means: &'static str,
    /// The legend's word for a warning of asyncio.
    pub warned: &'static str,
    /// The legend's meaning of a warning's mark.
    pub warned_means: &'static str,
    /// The label of an arrow from a task to one that it wakes.
    pub arrow_woke: &'static str,
    /// The legend's meaning of the arrows.
    pub arrow_means: &'static str,
    /// The heading of the legend.
    pub legend: &'static str,
    /// The text of the button that shows the whole legend.
    pub full_legend: &'static str,
    /// The heading of the keys in the legend.
    pub keys: &'static str,
    /// The key Ctrl+Enter: what it does.
    pub key_run: &'static str,
    /// The key `/`: what it does.
    pub key_find: &'static str,
    /// The keys `+`, `-` and `0`, and the wheel, on the timeline: what they do.
    pub key_zoom: &'static str,
    /// The names of the tabs.
    pub tabs: Tabs,
    /// The name of the list of tabs, for a screen reader.
    pub tab_list: &'static str,
    /// The text of a panel before the first run.
    pub no_run_yet: &'static str,
    /// Outcome: the heading of the program's report.
    pub report: &'static str,
    /// Outcome: the words of the conversations between users and the program.
    pub conversations: Conversations,
    /// Outcome: the heading of the column with the names of the figures.
    pub measure: &'static str,
    /// Outcome: the heading of the column with the values.
    pub value: &'static str,
    /// Outcome: the heading of the column with the explanations.
    pub why: &'static str,
    /// Outcome: the total time, with its explanation.
    pub total_time: Figure,
    /// Outcome: the sum of the waits, with its explanation.
    pub sum_of_waits: Figure,
    /// Outcome: the lower bound of the total time, with its explanation.
    pub lower_bound: Figure,
    /// Outcome: the time for which the thread was held, with its explanation.
    pub thread_held: Figure,
    /// Outcome: what main returned, with its explanation.
    pub returned: Figure,
    /// Outcome: the gain, with its explanation.
    pub gain: Figure,
    /// Outcome: the gain of the fastest run over the slowest, with its explanation.
    pub gain_over: Figure,
    /// Outcome: a value that is not known yet.
    pub not_yet: &'static str,
    /// Outcome: how late the browser's timers were: mean and worst in milliseconds, and their number.
    pub lateness: fn(&str, &str, u32) -> String,
    /// Outcome: the longest time between two frames of the page during the run, in milliseconds.
    pub heartbeat: fn(&str) -> String,
    /// Outcome: how long the page's thread computed and the longest time between two frames, both in milliseconds.
    pub computed_here: fn(&str, &str) -> String,
    /// Outcome: the note that the page computed for less time than the program did.
    pub computed_less: &'static str,
    /// Outcome: how long a Web Worker computed and the longest time between two frames, both in milliseconds.
    pub computed_in_worker: fn(&str, &str) -> String,
    /// Outcome: the note that the browser started no Web Worker.
    pub no_worker: &'static str,
    /// Outcome: the note that the page burned no CPU time in this run.
    pub computed_nowhere: &'static str,
    /// Outcome: the speed of a run: tasks, milliseconds, tasks per second, bytes of the log for each task.
    pub rate: fn(&str, &str, &str, &str) -> String,
    /// The heading of the check against `CPython`'s recording.
    pub proof: &'static str,
    /// The explanation of that check.
    pub proof_text: &'static str,
    /// The text of the button that starts the check.
    pub proof_button: &'static str,
    /// The message while the check is in progress.
    pub proof_wait: &'static str,
    /// The result of the check: all lines are equal, with their number.
    pub proof_equal: fn(usize) -> String,
    /// The result of the check: the number of the first line that differs, our line, `CPython`'s line.
    pub proof_differs: fn(usize, &str, &str) -> String,
    /// The result of the check: no recording exists for these values.
    pub proof_missing: &'static str,
    /// The result of the check: the recording could not be loaded, with the reason.
    pub proof_failed: fn(&str) -> String,
    /// Log: the headings of the columns.
    pub log_columns: LogColumns,
    /// Log: how many earlier lines are not shown.
    pub log_earlier: fn(usize) -> String,
    /// Log: the task was created by this task; `None` stands for the loop.
    pub log_created: fn(Option<&str>) -> String,
    /// Log: the task was renamed.
    pub log_renamed: fn(&str) -> String,
    /// Log: a step of the task began.
    pub log_step: &'static str,
    /// Log: the task sleeps until a time.
    pub log_sleeps: fn(&str) -> String,
    /// Log: the task yields for one iteration.
    pub log_yields: &'static str,
    /// Log: the task waits for this.
    pub log_waits: fn(&str) -> String,
    /// Log: the task created this resource.
    pub log_made: fn(&str) -> String,
    /// Log: the changes of a resource.
    pub log_changed: Changed,
    /// Log: the task is ready, with the reason.
    pub log_ready: fn(&str) -> String,
    /// The text of the button Stop, which ends a run of real requests.
    pub stop: &'static str,
    /// The word for the pace of a run of real requests.
    pub real: &'static str,
    /// The tooltip of that word.
    pub real_title: &'static str,
    /// The title of the question before the first request to a host.
    pub ask_title: &'static str,
    /// That question's text: which data would be sent.
    pub ask_text: &'static str,
    /// Why requests cannot be allowed while another site's page shows this one in a frame.
    pub ask_framed: &'static str,
    /// The text of the link that opens this page in a window of its own.
    pub ask_elsewhere: &'static str,
    /// The text of the button that allows the requests.
    pub allow: &'static str,
    /// The text of the button that refuses the requests.
    pub refuse: &'static str,
    /// The heading of the table of requests.
    pub requests: &'static str,
    /// The columns of the table of requests.
    pub request_columns: RequestColumns,
    /// The words for how a request ended.
    pub request_ends: RequestEnds,
    /// The colon between a name and its value, with its spaces.
    pub colon: &'static str,
    /// The separator between the numbers of a list.
    pub list_separator: &'static str,
    /// The decimal separator.
    pub decimal_sign: &'static str,
    /// The percent sign, with its space.
    pub percent: &'static str,
    /// The phases of a request, in the key of the table.
    pub request_key: RequestPhases,
    /// The words of the graph of links.
    pub links: Links,
    /// The unit of sizes.
    pub bytes_unit: &'static str,
    /// The mark of a request that the page answered itself.
    pub simulated: &'static str,
    /// The message for a request to another host that got no answer.
    pub unheard: &'static str,
    /// Why no recording exists for a run of real requests.
    pub proof_real: &'static str,
    /// Log: the stages of a request.
    pub log_requested: Requested,
    /// Log: the task holds the thread until a time.
    pub log_blocks: fn(&str) -> String,
    /// Log: the task printed this.
    pub log_printed: fn(&str) -> String,
    /// Log: a cancellation of the task was requested, by this.
    pub log_cancel: fn(&str) -> String,
    /// Who requested a cancellation: the loop.
    pub by_loop: &'static str,
    /// Who requested a cancellation: a timeout of this task (`None`: of the cancelled task), and when it was due.
    pub by_timeout: fn(Option<&str>, &str) -> String,
    /// Who requested a cancellation: a `TaskGroup` in which this task failed.
    pub by_group: fn(&str) -> String,
    /// Log: `CancelledError` was raised in the task.
    pub log_delivered: &'static str,
    /// Log: a request for cancellation was withdrawn.
    pub log_withdrawn: &'static str,
    /// Log: the task returned this.
    pub log_returned: fn(&str) -> String,
    /// Log: the task raised this.
    pub log_failed: fn(&str) -> String,
    /// Log: a warning of asyncio.
    pub log_warned: fn(&str) -> String,
    /// Log: the task was destroyed while it was pending.
    pub log_destroyed: &'static str,
    /// Log: the task was cancelled.
    pub log_cancelled: &'static str,
    /// Table: the headings of the columns.
    pub table_columns: TableColumns,
    /// Table: how many more tasks have no row.
    pub table_more: fn(usize) -> String,
    /// Explanation: the heading of what to look at.
    pub look: &'static str,
    /// Explanation: the heading of the trap.
    pub trap: &'static str,
    /// Explanation: the heading of what to try next.
    pub next: &'static str,
    /// Code: the name of the highlighted line, for a screen reader.
    pub lit_line: &'static str,
    /// The name of the inspector, for a screen reader.
    pub inspector: &'static str,
    /// The heading of the inspector while no task is selected.
    pub the_run: &'static str,
    /// The hint to select a task.
    pub select_hint: &'static str,
    /// The inspector's question about a task that is not running.
    pub why_not: fn(&str) -> String,
    /// The inspector's question about a task that runs.
    pub why_running: fn(&str) -> String,
    /// The inspector's question about a task that has ended.
    pub how_ended: fn(&str) -> String,
    /// Answer: the task sleeps until this time, for this number of further seconds.
    pub answer_sleeping: fn(&str, &str) -> String,
    /// Answer: the timer was due at this time. The flag says whether its callback is in the ready queue already.
    pub answer_due: fn(&str, bool) -> String,
    /// Answer: the task waits for a worker until this time, for this number of further seconds.
    pub answer_worker: fn(&str, &str) -> String,
    /// Answer: what the task waits for, and which of the awaited tasks have not ended.
    pub answer_waiting: fn(&str, &str) -> String,
    /// Answer: the task waits for this resource.
    pub answer_in_line: fn(&str) -> String,
    /// Answer: the task is the first of those that wait.
    pub answer_first: &'static str,
    /// Answer: the task's number among those that wait, and the tasks ahead of it.
    pub answer_behind: fn(usize, &str) -> String,
    /// Answer: these tasks hold the resource.
    pub answer_held: fn(&str) -> String,
    /// Answer: the task waits for a bare future.
    pub answer_future: &'static str,
    /// Answer: the task waits for a request to this address, in this phase.
    pub answer_request: fn(&str, &str) -> String,
    /// The phases of a request, for use in a sentence.
    pub request_phases: RequestPhases,
    /// Answer: the task is ready and waits for its turn.
    pub answer_ready: &'static str,
    /// Answer: the task is ready, and this task holds the thread.
    pub answer_ready_blocked: fn(&str) -> String,
    /// Answer: the task holds the thread until this time.
    pub answer_running: fn(&str) -> String,
    /// Answer: the task returned at this time.
    pub answer_returned: fn(&str) -> String,
    /// Answer: the task raised this exception at this time.
    pub answer_failed: fn(&str, &str) -> String,
    /// Answer: the task was cancelled at this time.
    pub answer_cancelled: fn(&str) -> String,
    /// Answer: the exception was never retrieved.
    pub answer_lost: &'static str,
    /// Answer: the task was destroyed at this time.
    pub answer_destroyed: fn(&str) -> String,
    /// Answer: who requested the task's cancellation, and when.
    pub answer_asked: fn(&str, &str) -> String,
    /// Answer: the cancellation request was withdrawn.
    pub answer_withdrawn: &'static str,
    /// The names of a task's facts.
    pub facts: Facts,
    /// The heading of the chain of tasks that a task waits for.
    pub chain: &'static str,
    /// The heading of the event loop's facts.
    pub the_loop: &'static str,
    /// The names of the event loop's facts.
    pub loop_facts: LoopFacts,
    /// The word for an empty ready queue.
    pub empty: &'static str,
    /// The word for no timers.
    pub none: &'static str,
    /// A task's facts: how many steps it made.
    pub steps: fn(usize) -> String,
    /// The heading of a task's facts.
    pub task: &'static str,
    /// The text of the link to the next page of the course.
    pub next_page: &'static str,
    /// The text of the link to the previous page of the course.
    pub previous_page: &'static str,
    /// The name of the group of these two links, for a screen reader.
    pub neighbours: &'static str,
}

/// The words in this language.
#[must_use]
pub fn interface(language: Language) -> &'static Interface {
    INTERFACE.get(language)
}

static INTERFACE: Both<Interface> = Both { en: ENGLISH, fr: FRENCH };
