//! The timeline: an axis, a lane for each task, resources, and the thread; in a comparison, for each program.
//!
//! Every position is a number of seconds in a custom property (`--from`, `--to`, `--at`). The style sheet divides it by
//! `--end`. The cursor's time is `--now`. It is set on the board in every frame, so that the cursor and open spans move
//! without a render.

use std::ops::Range;
use std::rc::Rc;

use web_sys::KeyboardEvent;
use yew::{Callback, Html, MouseEvent, Properties, component, html, use_effect_with, use_state_eq};

use super::arrows;
use super::axis::{at, from_to, grid};
use super::lane::{self, LaneView};
use super::minimap::Minimap;
use super::resource_lane::{self, ResourceView};
use super::rows::{Folded, Rows, use_rows};
use super::scrubber::Scrubber;
use super::sight::{Sight, Window, apart, is_tall, lanes_in_sight};
use super::stage;
use super::summary;
use super::zoom;
use crate::app::model::action::Action;
use crate::app::model::run::{Run, Selection, Track};
use crate::app::model::wish::Wish;
use crate::app::widgets::figures::Figures;
use crate::app::widgets::ids::{BOARD, CURSOR, TIMELINE};
use crate::host::{Phase, document};
use crate::program::Variant;
use crate::text::{Interface, Language, interface};
use crate::trace::{Folds, Lane, Row, Scale, Seconds, Timeline, fixed};

/// The properties of the timeline.
#[derive(PartialEq, Properties)]
pub struct Props {
    /// The language.
    pub language: Language,
    /// The run, if there is one.
    pub run: Option<Run>,
    /// Whether several programs are shown, one above the other.
    pub compared: bool,
    /// The selected task.
    pub selected: Option<Selection>,
    /// Called with the reader's actions.
    pub on_action: Callback<Action>,
    /// Called with the reader's wishes about the run; `None` if the cursor cannot be moved.
    #[prop_or_default]
    pub on_wish: Option<Callback<Wish>>,
}

/// The timeline.
#[component]
pub fn TimelineView(props: &Props) -> Html {
    let words = interface(props.language);
    let end = props.run.as_ref().map_or(0.0, Run::end);
    let (scale, now) = (Scale::for_run(end), props.run.as_ref().map_or(0.0, |run| run.progress.now));
    let moment = format!("--end:{};--now:{}", fixed(scale.end(), 9), fixed(now, 6));
    let over = props.run.as_ref().is_some_and(Run::over);
    // The visible part. It is not part of the address.
    let sight = use_state_eq(Sight::default);
    let look = {
        let setter = sight.setter();
        Callback::from(move |()| {
            if let Some(sight) = zoom::sight() {
                setter.set(sight);
            }
        })
    };
    use_effect_with(props.run.as_ref().map(|run| run.number), {
        let look = look.clone();
        move |_| {
            look.emit(());
            let listeners = zoom::listen(&look);
            move || drop(listeners)
        }
    });
    // Once the reader has seen its end, a run is shown at full length, also on a narrow screen.
    let whole = props.run.as_ref().is_some_and(|run| run.ended);
    use_effect_with((props.language, props.run.as_ref().map(|run| run.progress.phase), whole), {
        let look = look.clone();
        move |_| {
            stage::tell_bar();
            look.emit(());
        }
    });
    use_effect_with(props.selected.clone(), |_| document::after_render(stage::bring_on_selected));
    let on_zoom = look.reform(zoom::zoom);
    let press = {
        let on_zoom = on_zoom.clone();
        Callback::from(move |event: KeyboardEvent| {
            if document::is_plain(&event) && to_lane(&event.key()) {
                event.prevent_default();
                return;
            }
            if let Some(zoom) = zoom::wanted(&event.key()).filter(|_| document::is_plain(&event)) {
                event.prevent_default();
                on_zoom.emit(zoom);
                // A zoomed axis scrolls in a box of its own, with the ruler at its top.
                document::after_render(stage::bring_on);
            }
        })
    };
    let scale = scale.zoomed(sight.fineness);
    let window = sight.window(scale);
    let Rows { folds, wanted, on_fold, field } = use_rows(props.language, props.run.as_ref(), &props.on_action, &look);
    let tall = folds.iter().any(|folds| is_tall(folds.rows()));
    let body = match &props.run {
        None => html! { <div class="empty" key="empty"><p>{words.press_run}</p><p>{words.press_run_more}</p></div> },
        Some(run) => groups(
            &Drawn { run, sight: *sight, window, folds: &folds, wanted: &wanted, on_fold: &on_fold },
            props,
            words,
        ),
    };
    // No map is needed if everything is visible.
    let map = props.run.as_ref().filter(|_| tall || sight.zoomed);
    // With many lanes, the search field and the box appear, which moves the lanes down.
    let running = props.run.as_ref().filter(|run| run.progress.phase != Phase::Paused && run.expected.is_some());
    let running = running.map(|run| run.number);
    use_effect_with((running, tall), |(running, _)| {
        if running.is_some() {
            stage::bring_on();
        }
    });
    let map = map.map(|run| minimap(run.clone(), props.language, scale.end(), look.clone()));
    html! {
        <>
            <div class="strip" hidden={field.is_none() && map.is_none()}>
                <div hidden={field.is_none()}>{field.unwrap_or_default()}</div>
                <div>{map.unwrap_or_default()}</div>
            </div>
            <section
                class="timeline" id={TIMELINE} aria-label={words.timeline} tabindex="0"
                data-fit={props.compared.then_some("true")} data-tall={tall.then_some("true")}
                data-zoomed={sight.zoomed.then_some("true")} onscroll={look.reform(|_| ())} onkeydown={press}
            >
                <div class="board" id={BOARD} style={moment} data-over={over.to_string()} data-idle={props.run.is_none().to_string()} data-whole={whole.then_some("true")}>
                    <Scrubber
                        language={props.language} {scale} sight={*sight} runs={props.run.is_some()} {now}
                        end={props.run.as_ref().map_or(0.0, Run::end)}
                        on_wish={props.run.as_ref().and(props.on_wish.clone())} {on_zoom}
                    />
                    <div class="under" aria-hidden="true">
                        {grid(scale, &window)}
                        <i class="veil" />
                    </div>
                    <div class="rows">{body}</div>
                    <div class="over" aria-hidden="true">{cursor(props)}</div>
                </div>
            </section>
        </>
    }
}

fn minimap(run: Run, language: Language, end: Seconds, on_look: Callback<()>) -> Html {
    html! { <Minimap {language} {run} {end} {on_look} /> }
}

/// The names of the lanes: the Tab key stops at one of them, and arrow keys lead to the others.
const NAMES: &str = "#timeline .row.lane > .name";

/// Moves the focus to another lane; false if the key does not, or no lane has the focus.
fn to_lane(key: &str) -> bool {
    match key {
        "ArrowDown" => document::focus_among(NAMES, |here, all| (here + 1).min(all - 1)),
        "ArrowUp" => document::focus_among(NAMES, |here, _| here.saturating_sub(1)),
        "Home" => document::focus_among(NAMES, |_, _| 0),
        "End" => document::focus_among(NAMES, |_, all| all - 1),
        _ => false,
    }
}

/// The cursor, if there is a run.
fn cursor(props: &Props) -> Html {
    if props.run.is_some() {
        html! { <div class="cursor" id={CURSOR} /> }
    } else {
        html! { <span /> }
    }
}

/// A run, and what of it is rendered.
struct Drawn<'a> {
    run: &'a Run,
    /// The visible part.
    sight: Sight,
    /// The rendered part of the axis.
    window: Window,
    /// The rows of each program.
    folds: &'a [Folds],
    /// The text searched for in names, in lower case.
    wanted: &'a str,
    /// Called to fold or unfold a task's descendants.
    on_fold: &'a Callback<Folded>,
}

/// The height of a program's rows without its lanes, in pixels, as in `timeline.css`.
fn height_beside_lanes(picture: &Timeline, compared: bool) -> f64 {
    let resources: f64 = picture.resources.iter().map(resource_lane::height).sum();
    resources + if compared { 108.0 } else { 32.0 }
}

fn groups(drawn: &Drawn<'_>, props: &Props, words: &'static Interface) -> Html {
    let run = drawn.run;
    let compared = run.tracks.len() > 1;
    let pictures: Vec<Rc<Timeline>> = run.tracks.iter().map(Track::timeline).collect();
    let totals: Vec<Seconds> = pictures.iter().map(|picture| picture.total()).collect();
    let slow = totals.first().copied().unwrap_or_default();
    let mut before = 52.0;
    run.tracks
        .iter()
        .zip(&pictures)
        .zip(totals)
        .enumerate()
        .map(|(program, ((track, picture), total))| {
            let folds = &drawn.folds[program];
            let tall = is_tall(folds.rows());
            let beside = height_beside_lanes(picture, compared);
            let top = before + if tall { beside } else { 0.0 };
            let shown = lanes_in_sight(folds.rows(), &drawn.sight, top / drawn.sight.lane);
            #[allow(clippy::cast_precision_loss)] // lanes are far fewer than 2^52
            let lanes_height = folds.rows() as f64 * drawn.sight.lane;
            before += beside + lanes_height;
            let selected = props.selected.as_ref().and_then(|selected| track.task(selected));
            let arrows = selected.map(|task| arrows::view(track, picture, folds, task, &drawn.window, words));
            let lanes = lanes(track, picture, program, shown, drawn, props, words);
            let lanes = html! { <div class="lanes" key="lanes">{lanes}{arrows.unwrap_or_default()}</div> };
            let others = html! {
                <>{resources(track, picture, props, words)}{thread(picture, &drawn.window, words)}</>
            };
            // Below many lanes, a reader would not find the resources and the thread.
            let (first, second) = if tall { (others, lanes) } else { (lanes, others) };
            let head = compared.then(|| head(&track.variant, props.language));
            let dimensions =
                compared.then(|| dimensions(picture.ended().then_some(total), slow, run.has_gain(), words));
            let band = (compared && run.has_gain() && total < slow).then(|| band(total, slow, &track.variant, words));
            html! {
                <div class="part" key={track.variant.key()} data-track={track.variant.key()}>
                    {head.unwrap_or_default()}
                    {first}
                    {second}
                    {dimensions.unwrap_or_default()}
                    {band.unwrap_or_default()}
                </div>
            }
        })
        .collect()
}

fn head(variant: &Variant, language: Language) -> Html {
    html! {
        <div class="row head" key="head">
            <div class="name">{variant.title(language)}</div>
            <div class="track"><span>{variant.group(language)}</span></div>
        </div>
    }
}

fn lanes(
    track: &Track,
    picture: &Timeline,
    program: usize,
    shown: Range<usize>,
    drawn: &Drawn<'_>,
    props: &Props,
    words: &'static Interface,
) -> Html {
    let last_child = last_children(picture);
    let folds = &drawn.folds[program];
    let (first, rest) = (shown.start, folds.rows().saturating_sub(shown.end));
    let gap = |key: &'static str, lanes: usize| {
        (lanes > 0).then(|| html! { <div class="gap" {key} style={format!("--lanes:{lanes}")} /> })
    };
    let chosen = props.selected.as_ref().and_then(|selected| picture.place(track.task(selected)?));
    let drawn_lanes = || {
        folds.shown(shown.clone()).filter_map(|row| match row {
            Row::Lane(place) => Some(place),
            Row::Folded(_) => None,
        })
    };
    let stop = chosen.filter(|chosen| drawn_lanes().any(|place| place == *chosen)).or_else(|| drawn_lanes().next());
    let lane_row = |place: usize, lane: &Lane| {
        let selection = track.selection(lane.name.to_string(), drawn.run.tracks.len() > 1);
        let selected = props.selected.as_ref() == Some(&selection);
        let select = props
            .on_action
            .reform(move |_: MouseEvent| Action::Select(if selected { None } else { Some(selection.clone()) }));
        let made = picture.lanes.get(place + 1).is_some_and(|next| next.depth > lane.depth);
        let fold = made.then(|| {
            let one = (track.variant.key(), lane.task);
            let id = format!("fold-{}-{}", one.0, lane.task.0);
            let same = id.clone();
            let on_fold = drawn.on_fold.reform(move |event: MouseEvent| {
                // Without this, the click would also select the lane of the button.
                event.stop_propagation();
                // The button may be a new element afterwards, since many lanes move below the resources.
                document::focus_next(&same);
                one
            });
            summary::button(id, &lane.name.to_string(), folds.hides(place + 1), on_fold, words)
        });
        let stop = Some(place) == stop;
        let (last, window, wanted) = (last_child.get(place).is_some_and(|last| *last), drawn.window, drawn.wanted);
        let fold = fold.unwrap_or_default();
        lane::view(&LaneView { lane, picture, selected, stop, last, window, wanted, fold, words }, select)
    };
    let rows: Html = folds
        .shown(shown)
        .filter_map(|row| match row {
            Row::Lane(place) => Some(lane_row(place, picture.lanes.get(place)?)),
            Row::Folded(places) => Some(summary::view(picture, &places, words)),
        })
        .collect();
    html! { <>{gap("above", first)}{rows}{gap("below", rest)}</> }
}

fn resources(track: &Track, picture: &Timeline, props: &Props, words: &'static Interface) -> Html {
    let selected = props.selected.as_ref().and_then(|selected| track.task(selected));
    let views = picture.resources.iter().map(|resource| ResourceView { resource, picture, selected, words });
    views.map(|view| resource_lane::view(&view)).collect()
}

/// For each lane, whether it is the last child of its parent, where the parent's line ends.
fn last_children(picture: &Timeline) -> Vec<bool> {
    let mut later_sibling: Vec<bool> = Vec::new();
    let mut last: Vec<bool> = picture
        .lanes
        .iter()
        .rev()
        .map(|lane| {
            later_sibling.truncate(lane.depth + 1);
            later_sibling.resize(lane.depth + 1, false);
            !std::mem::replace(&mut later_sibling[lane.depth], true)
        })
        .collect();
    last.reverse();
    last
}

/// The thread of the event loop: held, or free between the steps.
fn thread(picture: &Timeline, window: &Window, words: &Interface) -> Html {
    let total = picture.total();
    let ended = picture.ended();
    let steps = picture.steps.iter().map(|(time, _)| *time);
    let mut instants: Vec<Seconds> = steps.collect();
    instants.dedup();
    html! {
        <div class="row thread" key="thread">
            <div class="name"><span class="n">{words.thread}</span></div>
            <div class="track">
                <div class="idle" style={format!("--to:{}", fixed(total, 6))} data-open={(!ended).then_some("true")} />
                {free(picture, &instants, words)}
                {for apart(&instants, |time| *time, window).into_iter().map(|time| html! { <i class="step" style={at(*time)} /> })}
                {for held(picture).into_iter().map(|Held { from, to, open }| {
                    let label = (words.thread_busy)(&words.short(to - from));
                    html! {
                        <div
                            class="span" data-state="running" data-open={open.then_some("true")} style={from_to(from, to)}
                            title={label.clone()}
                        >
                            <q>{label}</q>
                        </div>
                    }
                })}
            </div>
        </div>
    }
}

/// The label "free" in the longest pause. It is left out if the thread was ever held.
fn free(picture: &Timeline, instants: &[Seconds], words: &Interface) -> Html {
    let pauses = instants.windows(2).filter_map(|pair| Some((*pair.first()?, *pair.last()?)));
    let longest = pauses.max_by(|(a, b), (c, d)| (b - a).total_cmp(&(d - c)));
    match longest {
        Some((from, to)) if picture.busy.is_empty() && to > from => {
            html! { <div class="free" style={from_to(from, to)}><b>{words.thread_free}</b></div> }
        }
        _ => html! { <span /> },
    }
}

/// A period in which the thread was held, by one or more blocking calls.
struct Held {
    from: Seconds,
    to: Seconds,
    open: bool,
}

/// The periods in which the thread was held. Consecutive blocking calls are joined.
fn held(picture: &Timeline) -> Vec<Held> {
    let mut held: Vec<Held> = Vec::new();
    for busy in &picture.busy {
        match held.last_mut() {
            Some(last) if last.to == busy.from => (last.to, last.open) = (busy.to, busy.open),
            _ => held.push(Held { from: busy.from, to: busy.to, open: busy.open }),
        }
    }
    held
}

/// The total of a program that has ended, and its gain over the slower program once all have ended.
fn dimensions(total: Option<Seconds>, slow: Seconds, over: bool, words: &Interface) -> Html {
    let measure = total.map(|total| {
        html! { <div class="dim" style={from_to(0.0, total)}><i /><i /><b>{format!("{}\u{a0}s", words.measured(total))}</b></div> }
    });
    let gain = total.filter(|total| over && *total < slow).map(|total| {
        html! {
            <div class="dim gain" style={from_to(total, slow)}><i /><i /><b>{(words.gained)(&words.measured(slow - total))}</b></div>
        }
    });
    html! {
        <div class="row dims" key="dims">
            <div class="name">{words.total}</div>
            <div class="track">
                <div>{measure}</div>
                <div>{gain}</div>
            </div>
        </div>
    }
}

/// The gain, as a band over the time that the faster program saved.
fn band(total: Seconds, slow: Seconds, variant: &Variant, words: &Interface) -> Html {
    let factor =
        if total > 0.0 { format!("×{}", words.short((slow / total * 100.0).round() / 100.0)) } else { String::new() };
    html! {
        <div class="over" key="band">
            <div class="band" style={from_to(total, slow)}><p><span><strong>{factor}</strong>{variant.is_way().then_some(words.same_work)}</span></p></div>
        </div>
    }
}
