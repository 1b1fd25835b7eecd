//! The gain of a comparison: how much time was saved, why, and where the runs first differ. It needs the whole runs.

use std::fmt::Write as _;

use yew::{Callback, Html, Properties, component, html, use_memo};

use super::log_panel::describe;
use crate::app::model::kept::story;
use crate::app::model::run::{Run, Track};
use crate::app::model::wish::Wish;
use crate::app::widgets::figures::{Figures, name_of};
use crate::app::widgets::icon::icon;
use crate::text::words::SideOfOne;
use crate::text::{Interface, Language, interface};
use crate::trace::{Cursor, Difference, Grain, Overlap, Seconds, Stuck, Timeline, first_difference};

/// The properties of the section.
#[derive(PartialEq, Properties)]
pub struct Props {
    /// The language.
    pub language: Language,
    /// The run.
    pub run: Run,
    /// The digest of the first program's story at the time when it was kept, if it was.
    pub kept: Option<u32>,
    /// Called with the reader's wishes about the run.
    pub on_wish: Callback<Wish>,
}

/// The findings about one whole program.
struct Whole {
    picture: Timeline,
    overlap: Overlap,
    /// Whether it is deadlocked.
    endless: bool,
    /// The digest of its story.
    story: u32,
    /// The first difference from the first program: in any event, and in the output.
    parts: [Option<Difference>; 2],
}

/// The section; empty for a single program, and before the run has ended.
#[component]
pub fn Gain(props: &Props) -> Html {
    let run = &props.run;
    let wholes = use_memo((run.number, run.ended), {
        let tracks = run.tracks.clone();
        move |(_, ended)| if *ended && tracks.len() > 1 { wholes(&tracks) } else { Vec::new() }
    });
    // Nothing is gained before the end, nor by a deadlocked run.
    if wholes.is_empty() || wholes.iter().any(|whole| whole.endless) {
        return html! { <section hidden={true} /> };
    }
    filled(&wholes, props)
}

fn filled(wholes: &[Whole], props: &Props) -> Html {
    let run = &props.run;
    let words = interface(props.language);
    let titles: Vec<String> = run.tracks.iter().map(|track| track.variant.title(props.language)).collect();
    html! {
        <section class="why-gained">
            <h2>{words.comparison.why}</h2>
            {props.kept.map(|kept| {
                let same = wholes[0].story == kept;
                html! { <p data-again={same.to_string()}>{if same { words.comparison.again.same } else { words.comparison.again.differs }}</p> }
            })}
            {if run.differs() { Html::default() } else { gained(wholes, &titles, words) }}
            {overlaps(wholes, &titles, words)}
            <p class="note">{words.comparison.drawn}</p>
            <h2>{words.comparison.part}</h2>
            {for (1..wholes.len()).map(|place| parting(place, wholes, &titles, props, words))}
        </section>
    }
}

fn wholes(tracks: &[Track]) -> Vec<Whole> {
    let first = tracks[0].log.borrow();
    let whole = |(place, track): (usize, &Track)| {
        let log = track.log.borrow();
        let picture = Timeline::at(&log, Cursor::end(&log));
        let overlap = Overlap::of(&picture);
        let parts = [Grain::Every, Grain::Noticed].map(|grain| first_difference(&first, &log, grain));
        let endless = Stuck::at(&log, Cursor::end(&log)).is_some();
        Whole { picture, overlap, endless, story: story(track), parts: if place == 0 { [None; 2] } else { parts } }
    };
    tracks.iter().enumerate().map(whole).collect()
}

/// The totals and the gain, as a product of two factors: the sum of the waits and their overlap.
fn gained(wholes: &[Whole], titles: &[String], words: &Interface) -> Html {
    let total = |place: &usize| wholes[*place].overlap.total;
    let by_total = |one: &usize, other: &usize| total(one).total_cmp(&total(other));
    let (Some(fast), Some(slow)) = ((0..wholes.len()).min_by(by_total), (0..wholes.len()).max_by(by_total)) else {
        return html! {};
    };
    let (short_time, long_time) = (total(&fast), total(&slow));
    let said = &words.comparison;
    if long_time - short_time < 5e-4 {
        return html! { <p>{(said.nothing)(&words.measured(long_time))}</p> };
    }
    let [least, most, saved] = [short_time, long_time, long_time - short_time].map(|time| words.measured(time));
    // A run of no duration has no factor.
    let factor = if short_time > 0.0 { rounded(long_time / short_time, words) } else { String::new() };
    let product = wholes[fast].overlap.gain_over(&wholes[slow].overlap);
    html! {
        <>
            <p>{(said.gained)([&titles[fast], &least, &titles[slow], &most, &saved, &factor])}</p>
            {product.map(|[less, overlap]| html! {
                <p>
                    {(said.product)([
                        &factor,
                        &rounded(less, words), side_of_one(less, said.to_wait),
                        &rounded(overlap, words), side_of_one(overlap, said.at_once),
                    ])}
                </p>
            })}
        </>
    }
}

/// A factor with at most two decimals.
fn rounded(factor: f64, words: &Interface) -> String {
    words.short((factor * 100.0).round() / 100.0)
}

/// The word for a factor below 1, of 1, or above 1, after rounding as in [`rounded`].
fn side_of_one(factor: f64, said: SideOfOne) -> &'static str {
    let hundredths = (factor * 100.0).round();
    if hundredths < 100.0 {
        said.below
    } else if hundredths > 100.0 {
        said.above
    } else {
        said.one
    }
}

/// The most periods in a chart; more could not be told apart.
const STRETCHES: usize = 400;

/// Charts of how many waits overlap at each time. Their areas are the sums of the waits.
fn overlaps(wholes: &[Whole], titles: &[String], words: &Interface) -> Html {
    let longest = wholes.iter().map(|whole| whole.overlap.total).fold(0.0, f64::max);
    let most = wholes.iter().map(|whole| whole.overlap.most).max().unwrap_or_default();
    wholes
        .iter()
        .zip(titles)
        .map(|(Whole { overlap, .. }, title)| {
            let average = overlap.average().map_or_else(|| "0".to_owned(), |factor| rounded(factor, words));
            let (waited, total) = (words.measured(overlap.waited), words.measured(overlap.total));
            let figures = [title, &waited, &total, &average].map(String::as_str);
            let drawn = most > 0 && overlap.stretches.len() <= STRETCHES;
            html! {
                <figure class="overlap">
                    {drawn.then(|| html! {
                        <svg
                            style={format!("--waits:{};--most:{most}", overlap.most)} viewBox="0 0 1000 60"
                            preserveAspectRatio="none" aria-hidden="true" focusable="false"
                        >
                            <path d={outline(overlap, longest)} />
                        </svg>
                    })}
                    <figcaption>{(words.comparison.overlap)(figures, overlap.most)}</figcaption>
                </figure>
            }
        })
        .collect()
}

/// The outline of a chart. `longest` and the greatest overlap fill the drawing, which the style sheet scales.
fn outline(overlap: &Overlap, longest: Seconds) -> String {
    #[allow(clippy::cast_possible_truncation, clippy::cast_precision_loss)] // a place in a drawing of 1000 by 60
    let (x, y) = (
        |time: Seconds| (time / longest * 1000.0) as i32,
        |count: usize| (60.0 - 58.0 * count as f64 / overlap.most.max(1) as f64) as i32,
    );
    let begin = overlap.stretches.first().map_or(0, |(from, ..)| x(*from));
    let mut path = format!("M{begin} 60");
    for (_, to, count) in &overlap.stretches {
        let _ = write!(path, "V{}H{}", y(*count), x(*to));
    }
    path + "V60"
}

/// The first difference of the program at `place` from the first program, with a button that moves the cursor to it.
fn parting(place: usize, wholes: &[Whole], titles: &[String], props: &Props, words: &Interface) -> Html {
    let said = &words.comparison;
    let [cause, seen] = wholes[place].parts;
    let Some(cause) = cause else { return html! { <p key={place}>{said.never}</p> } };
    // If the first difference is itself visible in the output, it is not listed twice.
    let later = seen.filter(|seen| seen.events[0] != cause.events[0] && seen.events[1] != cause.events[1]);
    let one = |difference: Difference, heading: fn(&str) -> String| {
        let time = words.measured(difference.at);
        let go = props.on_wish.reform(move |_| Wish::Visit(difference.at));
        html! {
            <div class="parting">
                <p>
                    {heading(&time)}
                    <button class="ref" type="button" aria-label={(said.go_to)(&time)} onclick={go}>{said.go}</button>
                </p>
                <dl>
                    {side(0, difference.events[0], difference.at, wholes, titles, props, words)}
                    {side(place, difference.events[1], difference.at, wholes, titles, props, words)}
                </dl>
            </div>
        }
    };
    html! { <div key={place}>{one(cause, said.first)}{later.map(|seen| one(seen, said.noticed)).unwrap_or_default()}</div> }
}

/// What one of the two programs does at the difference; with the time, if its next event is later.
fn side(
    place: usize,
    event: Option<usize>,
    at: Seconds,
    wholes: &[Whole],
    titles: &[String],
    props: &Props,
    words: &Interface,
) -> Html {
    let picture = &wholes[place].picture;
    let log = props.run.tracks[place].log.borrow();
    let said = match event.and_then(|number| log.events().get(number)) {
        Some(event) => {
            let (mark, text) = describe(event, picture, words);
            let name = name_of(picture, event.task).map(ToString::to_string);
            let later = (event.time - at > 5e-4)
                .then(|| html! { <small>{format!("{}\u{a0}s", words.measured(event.time))}</small> });
            html! { <>{icon(mark)}<b>{name}</b>{" "}{text}{" "}{later.unwrap_or_default()}</> }
        }
        None => html! { <>{words.comparison.no_more}</> },
    };
    html! { <div><dt>{titles[place].clone()}</dt><dd>{said}</dd></div> }
}
