//! The outcome of a run: its result and its figures.

use std::rc::Rc;

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
use crate::app::widgets::icon::{state_code, state_icon, state_words};
use crate::text::stuck::stuck;
use crate::text::words::Figure;
use crate::text::{Interface, Language, interface};
use crate::trace::{End, Seconds, Statistics, TaskId, Timeline, exception_text, fixed};

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

/// One program's column of figures.
struct Column {
    title: String,
    picture: Rc<Timeline>,
    statistics: Statistics,
}

/// The panel.
#[component]
pub fn Outcome(props: &Props) -> Html {
    let words = interface(props.language);
    let Some(run) = &props.run else { return html! { <p class="note">{words.no_run_yet}</p> } };
    let columns: Vec<Column> = run
        .tracks
        .iter()
        .map(|track| {
            let picture = track.timeline();
            let statistics = Statistics::of(&picture);
            Column { title: track.variant.title(props.language), picture, statistics }
        })
        .collect();
    let compared = columns.len() > 1;
    html! {
        <>
            <div>{verdict::view(run, props.language)}</div>
            {reports(run, compared, props.language, words)}
            <div class="scrollx" tabindex="0" role="region" aria-label={words.tabs.outcome}>
                {figures(&columns, &Known::of(run), props.language)}
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

/// Which figures of a run are known.
#[allow(clippy::struct_excessive_bools)] // each is an independent fact
struct Known {
    /// The run has ended.
    over: bool,
    /// The run is deadlocked, so it has no total.
    endless: bool,
    /// A gain may be shown.
    gain: bool,
    /// The waits are the tasks' own and not the network's.
    own_waits: bool,
}

impl Known {
    fn of(run: &Run) -> Self {
        Self {
            over: run.over(),
            endless: run.stuck().iter().any(Option::is_some),
            gain: run.over() && run.has_gain(),
            own_waits: !run.tracks.iter().any(|track| track.variant.is_real()),
        }
    }
}

fn figures(columns: &[Column], known: &Known, language: Language) -> Html {
    let words = interface(language);
    let longest =
        columns.iter().map(|column| column.statistics.sum_of_waits.max(column.statistics.total)).fold(0.0, f64::max);
    let row = |Figure { name, why }: Figure, solid: bool, figure: fn(&Statistics) -> Seconds| {
        html! {
            <tr>
                <th scope="row">{name}</th>
                {for columns.iter().map(|column| html! { <td>{bar(figure(&column.statistics), longest, solid, words)}</td> })}
                <td><small>{why}</small></td>
            </tr>
        }
    };
    html! {
        <table class="outcome">
            <thead>
                <tr>
                    <th scope="col">{words.measure}</th>
                    {for columns.iter().map(|column| html! {
                        <th scope="col">{if columns.len() > 1 { column.title.clone() } else { words.value.to_owned() }}</th>
                    })}
                    <th scope="col">{words.why}</th>
                </tr>
            </thead>
            <tbody>
                {(!known.endless).then(|| row(words.total_time, true, |statistics| statistics.total))}
                {(!known.endless && known.own_waits).then(|| html! {
                    <>
                        {row(words.sum_of_waits, false, |statistics| statistics.sum_of_waits)}
                        {row(words.lower_bound, false, |statistics| statistics.bound_with_limits)}
                        {row(words.thread_held, true, |statistics| statistics.held)}
                    </>
                })}
                <tr>
                    <th scope="row">{words.returned.name}</th>
                    {for columns.iter().map(|column| html! { <td class="returned">{returned(&column.picture, known, language)}</td> })}
                    <td><small>{words.returned.why}</small></td>
                </tr>
                {(known.own_waits && (known.gain || !known.over)).then(|| gain(columns, known.over, words))}
            </tbody>
        </table>
    }
}

/// A figure with a bar of proportional length.
fn bar(seconds: Seconds, longest: Seconds, solid: bool, words: &Interface) -> Html {
    let part = if longest > 0.0 { seconds / longest } else { 0.0 };
    html! {
        <>
            <i class={if solid { "bar solid" } else { "bar" }} style={format!("--part:{}", fixed(part, 4))} aria-hidden="true" />
            {format!("{}\u{a0}s", words.measured(seconds))}
        </>
    }
}

/// What main returned or raised.
fn returned(picture: &Timeline, known: &Known, language: Language) -> Html {
    let words = interface(language);
    let Some(ending) = picture.lane(TaskId::MAIN).and_then(|lane| lane.ending.as_ref()) else {
        return html! { <span>{if known.endless { stuck(language).never } else { words.not_yet }}</span> };
    };
    let text = match &ending.end {
        End::Returned(value) => value.to_string(),
        End::Failed { class, message } => exception_text(class, message),
        End::Cancelled | End::Destroyed => String::new(),
    };
    html! {
        <>
            <span class="badge" data-end={state_code(ending.state)}>
                {state_icon(ending.state)}{state_words(ending.state, words).word}
            </span>
            {" "}<code>{text}</code>
        </>
    }
}

/// The gain: of one program over its waits in a row, or of the fastest program over the slowest.
fn gain(columns: &[Column], over: bool, words: &Interface) -> Html {
    let (factor, saved, Figure { name, why }) = if let [one] = columns {
        (one.statistics.gain(), one.statistics.sum_of_waits - one.statistics.total, words.gain)
    } else {
        let totals = || columns.iter().map(|column| column.statistics.total);
        let (fast, slow) = (totals().fold(f64::INFINITY, f64::min), totals().fold(0.0, f64::max));
        ((fast > 0.0).then(|| slow / fast), slow - fast, words.gain_over)
    };
    let saved = (saved >= 5e-4).then(|| (words.gained)(&words.measured(saved)));
    let factor = factor.map(|factor| format!("×{}", words.short((factor * 100.0).round() / 100.0)));
    let text = match (factor, saved) {
        _ if !over => words.not_yet.to_owned(),
        (Some(factor), Some(saved)) => format!("{factor} · {saved}"),
        // A run of no duration has no factor, but it still saves time.
        (factor, saved) => factor.or(saved).unwrap_or_else(|| "—".to_owned()),
    };
    html! {
        <tr class="sum">
            <th scope="row">{name}</th>
            <td colspan={columns.len().to_string()}><span class="gain">{text}</span></td>
            <td><small>{why}</small></td>
        </tr>
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
