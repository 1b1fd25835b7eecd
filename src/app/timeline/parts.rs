//! Renders the programs of a timeline, one below the other: lanes, resources and thread.

use std::ops::Range;

use yew::{AttrValue, Callback, Html, Properties, component, html};

use super::arrows;
use super::dimensions::{band, dimensions};
use super::lanes::{OfLog, Shared, lanes};
use super::resource_lane::{self, ResourceView};
use super::rows::Folded;
use super::sight::{Sight, Window, is_tall, lanes_in_sight};
use super::thread::{ThreadRow, Until};
use crate::app::model::action::Action;
use crate::app::model::run::{Run, Selection, Track};
use crate::host::Phase;
use crate::program::Variant;
use crate::text::{Language, interface};
use crate::trace::{Folds, Seconds, TaskId, Timeline};

/// A run, and what of it is rendered.
pub struct Drawn<'a> {
    /// The run.
    pub run: &'a Run,
    /// The language.
    pub language: Language,
    /// The selected task.
    pub selected: Option<&'a Selection>,
    /// The visible part.
    pub sight: Sight,
    /// The rendered part of the axis.
    pub window: Window,
    /// The rows of each program.
    pub folds: &'a [Folds],
    /// The text searched for in names, in lower case.
    pub wanted: AttrValue,
    /// Whether a gain may be named.
    pub gains: bool,
    /// Called with the reader's actions.
    pub on_action: &'a Callback<Action>,
    /// Called to fold or unfold a task's descendants.
    pub on_fold: &'a Callback<Folded>,
}

/// The height of a program's rows without its lanes, in pixels, as in `static/style/timeline/`.
fn height_beside_lanes(picture: &Timeline, compared: bool) -> f64 {
    let resources: f64 = picture.resources.iter().map(resource_lane::height).sum();
    resources + if compared { 108.0 } else { 32.0 }
}

/// Renders all programs.
pub fn parts(drawn: &Drawn<'_>) -> Html {
    let tracks = &drawn.run.tracks;
    let slow = tracks.first().map_or(0.0, |track| track.glance(&[]).total());
    let mut before = 52.0;
    let part = |(track, folds): (&Track, &Folds)| {
        let tall = is_tall(folds.rows());
        let beside = height_beside_lanes(&track.glance(&[]), tracks.len() > 1);
        let top = before + if tall { beside } else { 0.0 };
        let shown = lanes_in_sight(folds.rows(), &drawn.sight, top / drawn.sight.lane);
        #[allow(clippy::cast_precision_loss)] // lanes are far fewer than 2^52
        let lanes_height = folds.rows() as f64 * drawn.sight.lane;
        before += beside + lanes_height;
        part(drawn, track, folds, shown, slow)
    };
    tracks.iter().zip(drawn.folds).map(part).collect()
}

/// Renders one program. `slow` is the duration of the first program.
fn part(drawn: &Drawn<'_>, track: &Track, folds: &Folds, shown: Range<usize>, slow: Seconds) -> Html {
    let (words, compared) = (interface(drawn.language), drawn.run.tracks.len() > 1);
    let selected = drawn.selected.and_then(|selected| track.task(selected));
    let shared = Shared {
        language: drawn.language,
        window: drawn.window,
        wanted: drawn.wanted.clone(),
        compared,
        never: (drawn.run.progress.phase == Phase::Stuck).then_some(drawn.run.progress.now),
        renamed: 0,
        on_action: drawn.on_action.clone(),
        on_fold: drawn.on_fold.clone(),
    };
    let lanes = lanes(track, folds, shown, drawn.selected, shared);
    let picture = track.glance(&[]);
    let arrows = selected.map(|task| arrows::view(track, &picture, folds, task, &drawn.window, words));
    let lanes = html! { <div class="lanes" key="lanes">{lanes}{arrows.unwrap_or_default()}</div> };
    let until = Until::of(&picture, track.cursor.events);
    let others = html! {
        <>
            <SharedRows key="shared" language={drawn.language} track={track.clone()} {selected} />
            <ThreadRow key="thread" language={drawn.language} of={OfLog(track.clone())} {until} window={drawn.window} />
        </>
    };
    // Below many lanes, a reader would not find the resources and the thread.
    let (first, second) = if is_tall(folds.rows()) { (others, lanes) } else { (lanes, others) };
    let total = picture.total();
    let head = compared.then(|| head(&track.variant, drawn.language));
    let dimensions = compared.then(|| dimensions(picture.ended().then_some(total), slow, drawn.gains, words));
    let band = (compared && drawn.gains && total < slow).then(|| band(total, slow, &track.variant, words));
    html! {
        <div class="part" key={track.variant.key()} data-track={track.variant.key()}>
            {head.unwrap_or_default()}
            {first}
            {second}
            {dimensions.unwrap_or_default()}
            {band.unwrap_or_default()}
        </div>
    }
}

fn head(variant: &Variant, language: Language) -> Html {
    html! {
        <div class="row head" key="head">
            <div class="name">{variant.title(language)}</div>
            <div class="track"><span>{variant.group(language)}</span></div>
        </div>
    }
}

/// The properties of the resource rows.
#[derive(PartialEq, Properties)]
pub struct Props {
    /// The language.
    pub language: Language,
    /// The program.
    pub track: Track,
    /// Its selected task.
    pub selected: Option<TaskId>,
}

/// The rows of a program's resources.
#[component]
pub fn SharedRows(props: &Props) -> Html {
    let (picture, words) = (props.track.glance(&[]), interface(props.language));
    let (picture, selected) = (&*picture, props.selected);
    let views = picture.resources.iter().map(|resource| ResourceView { resource, picture, selected, words });
    views.map(|view| resource_lane::view(&view)).collect()
}
