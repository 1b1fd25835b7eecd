//! Charts of a program's measurements, one for each source: the mean over time, its two limits, and the alerts.

use yew::{Html, html};

use crate::app::model::run::Track;
use crate::app::timeline::axis::from_to;
use crate::app::widgets::figures::Figures;
use crate::text::{Interface, Language, interface};
use crate::trace::{Point, Seconds, Series, fixed, series};

/// The indexes of the report's columns that are drawn.
const VALUE: usize = 1;
const MEAN: usize = 2;
const LIMITS: usize = 3;
const STATE: usize = 4;

/// The charts of a track up to the cursor, on an axis up to `end`; empty if it measures nothing. `titled` says whether
/// to name the variant.
pub fn view(track: &Track, titled: bool, end: Seconds, language: Language) -> Html {
    let all = series(&track.log.borrow(), track.cursor);
    let key = format!("chart-{}", track.variant.key());
    if all.is_empty() {
        return html! { <div key={key} /> };
    }
    filled(track, &all, titled, end, language)
}

fn filled(track: &Track, all: &[Series], titled: bool, end: Seconds, language: Language) -> Html {
    let Some(text) = track.variant.program.text(language) else { return html! {} };
    let named = |place: usize| text.columns().nth(place).unwrap_or_default();
    let title = titled.then(|| track.variant.title(language));
    let state = |word: &str| text.said(STATE, word).to_owned();
    html! {
        <section class="charts" key={format!("chart-{}", track.variant.key())} data-track={track.variant.key()}>
            <h2>{named(MEAN)}{title.map(|title| html! { <small>{title}</small> })}</h2>
            <p class="note key">
                {for [("mean", MEAN), ("value", VALUE), ("limit", LIMITS)].map(|(code, place)| html! {
                    <span><i class="stroke" data-of={code} aria-hidden="true" />{named(place)}</span>
                })}
            </p>
            <div>{for all.iter().map(|one| chart(one, text.said(0, &one.name), end, interface(language), state))}</div>
        </section>
    }
}

fn chart(one: &Series, name: &str, end: Seconds, words: &Interface, state: impl Fn(&str) -> String) -> Html {
    let stretches = one.stretches.iter().map(|stretch| (stretch, stretch.to.unwrap_or(one.until)));
    let (low, high) = &one.limits;
    html! {
        <figure key={one.name.clone()} data-source={one.name.clone()}>
            <figcaption>
                <b>{name.to_owned()}</b>
                {for stretches.clone().map(|(stretch, to)| html! {
                    <span>{format!(" {} {}–{}\u{a0}s", state(&stretch.state), words.measured(stretch.from), words.measured(to))}</span>
                })}
            </figcaption>
            <div class="plot" style={format!("--end:{}", fixed(end, 6))} aria-hidden="true">
                {for stretches.map(|(stretch, to)| html! {
                    <i class="alert" style={from_to(stretch.from, to)}><b>{state(&stretch.state)}</b></i>
                })}
                {for [low, high].map(|limit| html! {
                    <i class="limit" style={format!("--value:{limit}")}><small>{limit.clone()}</small></i>
                })}
                <small class="scale" style="--value:0">{"0"}</small><small class="scale" style="--value:100">{"100"}</small>
                <svg viewBox={format!("0 0 {} 100", fixed(end, 6))} preserveAspectRatio="none">
                    <polyline class="value" points={stairs(one, |point| &point.value)} />
                    <polyline class="mean" points={stairs(one, |point| &point.mean)} />
                </svg>
                <small class="from">{"0"}</small><small class="to">{format!("{}\u{a0}s", words.short(end))}</small>
            </div>
        </figure>
    }
}

/// The points of a step line: a value holds until the next one is read.
fn stairs(one: &Series, figure: fn(&Point) -> &String) -> String {
    let ends = one.points.iter().skip(1).map(|next| next.at).chain([one.until]);
    let step = |(point, end): (&Point, Seconds)| {
        let figure = figure(point);
        format!("{},{figure} {},{figure} ", fixed(point.at, 3), fixed(end, 3))
    };
    one.points.iter().zip(ends).map(step).collect()
}
