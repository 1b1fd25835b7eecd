//! The outcome of a run: its result and its figures.

use yew::{Html, Properties, component, html};

use super::chart;
use super::effort;
use super::proof::Proof;
use super::report;
use super::talk;
use super::verdict;
use crate::app::model::run::Run;
use crate::app::timeline::requests;
use crate::app::widgets::figures::Figures;
use crate::text::{Interface, Language, interface};

mod figures;

/// The properties of the panel.
#[derive(PartialEq, Properties)]
pub struct Props {
    /// The language.
    pub language: Language,
    /// The run, if there is one.
    pub run: Option<Run>,
    /// The content below the figures.
    pub children: Html,
}

/// The panel.
#[component]
pub fn Outcome(props: &Props) -> Html {
    let words = interface(props.language);
    let Some(run) = &props.run else { return html! { <p class="note">{words.no_run_yet}</p> } };
    let compared = run.tracks.len() > 1;
    html! {
        <>
            <div>{verdict::view(run, props.language)}</div>
            {reports(run, compared, props.language, words)}
            <div class="scrollx" tabindex="0" role="region" aria-label={words.tabs.outcome}>
                {figures::view(run, props.language)}
            </div>
            {more(run, compared, props, words)}
        </>
    }
}

/// The programs' own reports.
fn reports(run: &Run, compared: bool, language: Language, words: &Interface) -> Html {
    // Only programs that report are searched for rows: a log of very many tasks is long.
    let reporting = || run.tracks.iter().filter(|track| track.variant.program.reports);
    html! {
        <div>
            <div>{for run.tracks.iter().map(|track| requests::view(track, words))}</div>
            <div>{for reporting().map(|track| talk::view(track, compared, language, words))}</div>
            <div>{for reporting().map(|track| chart::view(track, compared, run.end(), language))}</div>
            <div>{for reporting().map(|track| report::view(track, compared, language, words))}</div>
        </div>
    }
}

/// What follows the figures: notes, and the check against `CPython`'s recording.
fn more(run: &Run, compared: bool, props: &Props, words: &Interface) -> Html {
    html! {
        <div>
            {effort::effort(run, words)}
            {lateness(run, words)}
            {rate(run, words)}
            <div>{props.children.clone()}</div>
            {for run.tracks.iter().map(|track| html! {
                <Proof
                    key={track.variant.key()} language={props.language} track={track.clone()} over={run.over()}
                    titled={compared}
                />
            })}
        </div>
    }
}

/// The least number of tasks for which the speed is shown: fewer take too little time for a browser's clock.
const MANY: u32 = 1000;

/// The speed of an instant run with many tasks, and the log's bytes per task.
fn rate(run: &Run, words: &Interface) -> Html {
    let tasks: u32 = run.tracks.iter().map(|track| track.log.borrow().tasks()).sum();
    if tasks < MANY || !run.over() || run.progress.worked <= 0.0 {
        return html! { <span /> };
    }
    let bytes: usize = run.tracks.iter().map(|track| track.log.borrow().bytes()).sum();
    #[allow(clippy::cast_precision_loss)] // a run is stopped long before 2^52 bytes
    let each = bytes as f64 / f64::from(tasks);
    let per_second = f64::from(tasks) / run.progress.worked * 1000.0;
    html! {
        <p class="note" id="rate">
            {(words.rate)(&words.grouped(f64::from(tasks)), &words.grouped(run.progress.worked), &words.grouped(per_second), &words.grouped(each))}
        </p>
    }
}

fn lateness(run: &Run, words: &Interface) -> Html {
    match run.progress.lateness.mean() {
        Some(mean) => html! {
            <p class="note" id="lateness">
                {(words.lateness)(&words.rough(mean), &words.rough(run.progress.lateness.worst), run.progress.lateness.timers)}
            </p>
        },
        None => html! { <span /> },
    }
}
