//! The table of a run's figures, with a column for each program.

use std::rc::Rc;

use yew::{Html, html};

use crate::app::model::run::{Run, Track};
use crate::app::widgets::figures::Figures;
use crate::app::widgets::icon::{state_code, state_icon, state_words};
use crate::text::stuck::stuck;
use crate::text::words::Figure;
use crate::text::{Interface, Language, interface};
use crate::trace::{End, Seconds, Statistics, TaskId, Timeline, exception_text, fixed};

/// One program's column of figures.
struct Column {
    title: String,
    picture: Rc<Timeline>,
    statistics: Statistics,
}

impl Column {
    fn of(track: &Track, language: Language) -> Self {
        let picture = track.timeline();
        let statistics = Statistics::of(&picture);
        Self { title: track.variant.title(language), picture, statistics }
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

/// The table: a row for each figure, and a column for each program.
pub(super) fn view(run: &Run, language: Language) -> Html {
    let (words, known) = (interface(language), Known::of(run));
    let columns: Vec<Column> = run.tracks.iter().map(|track| Column::of(track, language)).collect();
    html! {
        <table class="outcome">
            {head(&columns, words)}
            <tbody>
                {times(&columns, &known, words)}
                <tr>
                    <th scope="row">{words.returned.name}</th>
                    {for columns.iter().map(|column| html! { <td class="returned">{returned(&column.picture, &known, language)}</td> })}
                    <td><small>{words.returned.why}</small></td>
                </tr>
                {(known.own_waits && (known.gain || !known.over)).then(|| gain(&columns, known.over, words))}
            </tbody>
        </table>
    }
}

fn head(columns: &[Column], words: &Interface) -> Html {
    html! {
        <thead>
            <tr>
                <th scope="col">{words.measure}</th>
                {for columns.iter().map(|column| html! {
                    <th scope="col">{if columns.len() > 1 { column.title.clone() } else { words.value.to_owned() }}</th>
                })}
                <th scope="col">{words.why}</th>
            </tr>
        </thead>
    }
}

/// The rows of times. A deadlocked run has none, and the waits of real requests belong to the network.
fn times(columns: &[Column], known: &Known, words: &Interface) -> Html {
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
        <>
            {(!known.endless).then(|| row(words.total_time, true, |statistics| statistics.total))}
            {(!known.endless && known.own_waits).then(|| html! {
                <>
                    {row(words.sum_of_waits, false, |statistics| statistics.sum_of_waits)}
                    {row(words.lower_bound, false, |statistics| statistics.bound_with_limits)}
                    {row(words.thread_held, true, |statistics| statistics.held)}
                </>
            })}
        </>
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

/// The gain: of one program over the sum of its waits, or of the fastest program over the slowest.
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
