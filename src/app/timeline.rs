//! The timeline: one axis, one lane per task, the thread, and two programs one above the other in a comparison.
//!
//! Every place is a number of seconds in a custom property (`--from`, `--to`, `--at`); the style sheet divides it by
//! `--end`. The present moment is `--now`, set on the board frame by frame, so that cursor and open spans move without
//! a render.

use std::rc::Rc;

use yew::{Callback, Html, Properties, component, html};

use super::axis::{at, from_to, grid};
use super::figures::{measured, short};
use super::lane::{self, LaneView};
use super::player::{BOARD, CURSOR, CURSOR_TIME, TIMELINE, Wish};
use super::resource_lane::{self, ResourceView};
use super::scrubber::Scrubber;
use super::state::{Action, Run, Selection, Track};
use crate::scenarios::Variant;
use crate::text::{Interface, Language, interface};
use crate::trace::{Scale, Seconds, Statistics, TaskId, Timeline};

/// What the timeline shows.
#[derive(PartialEq, Properties)]
pub struct Props {
    /// The language.
    pub language: Language,
    /// The run, if there is one.
    pub run: Option<Run>,
    /// Whether several programs stand one above the other.
    pub compared: bool,
    /// The selected task.
    pub selected: Option<Selection>,
    /// What the reader wants.
    pub on_action: Callback<Action>,
    /// What the reader wants of the run; nothing where it cannot be held.
    #[prop_or_default]
    pub on_wish: Option<Callback<Wish>>,
}

/// The timeline.
#[component]
pub fn TimelineView(props: &Props) -> Html {
    let words = interface(props.language);
    let end = props.run.as_ref().map_or(0.0, Run::end);
    let (scale, now) = (Scale::for_run(end), props.run.as_ref().map_or(0.0, |run| run.now));
    let moment = format!("--end:{};--now:{now:.4}", scale.end());
    let over = props.run.as_ref().is_some_and(Run::over);
    let body = match &props.run {
        None => html! { <div class="empty" key="empty"><p>{words.press_run}</p><p>{words.press_run_more}</p></div> },
        Some(run) => groups(run, props, words),
    };
    html! {
        <section
            class="timeline" id={TIMELINE} aria-label={words.timeline} tabindex="0"
            data-fit={props.compared.then_some("true")}
        >
            <div class="board" id={BOARD} style={moment} data-over={over.to_string()} data-idle={props.run.is_none().to_string()}>
                <Scrubber
                    language={props.language} {scale} {now} end={props.run.as_ref().map_or(0.0, Run::end)}
                    on_wish={props.run.as_ref().and(props.on_wish.clone())}
                />
                <div class="under" aria-hidden="true">
                    {grid(scale)}
                    <i class="veil" />
                </div>
                <div class="rows">{body}</div>
                <div class="over" aria-hidden="true">{cursor(props)}</div>
            </div>
        </section>
    }
}

/// The cursor is there as long as there is a run; its time is the clock's, written by the player.
fn cursor(props: &Props) -> Html {
    match &props.run {
        Some(run) => html! { <div class="cursor" id={CURSOR}><b id={CURSOR_TIME}>{measured(run.now)}</b></div> },
        None => html! { <span /> },
    }
}

fn groups(run: &Run, props: &Props, words: &'static Interface) -> Html {
    let compared = run.tracks.len() > 1;
    let pictures: Vec<Rc<Timeline>> = run.tracks.iter().map(Track::timeline).collect();
    let totals: Vec<Seconds> = pictures.iter().map(|picture| Statistics::of(picture).total).collect();
    let slow = totals.first().copied().unwrap_or_default();
    run.tracks
        .iter()
        .zip(&pictures)
        .zip(totals)
        .map(|((track, picture), total)| {
            let head = compared.then(|| head(&track.variant, props.language));
            let dimensions = compared.then(|| dimensions(picture.ended().then_some(total), slow, run.over(), words));
            let band = (compared && run.over() && total < slow).then(|| band(total, slow, words));
            html! {
                <div class="part" key={track.variant.key()} data-track={track.variant.key()}>
                    {head.unwrap_or_default()}
                    {lanes(track, picture, compared, props, words)}
                    {resources(track, picture, compared, props, words)}
                    {thread(picture, words)}
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

fn lanes(track: &Track, picture: &Timeline, compared: bool, props: &Props, words: &'static Interface) -> Html {
    let last_child: Vec<TaskId> = last_children(picture);
    picture
        .lanes
        .iter()
        .map(|lane| {
            let selection = selection(lane.name.to_string(), track, compared);
            let selected = props.selected.as_ref() == Some(&selection);
            let select = props.on_action.reform(move |_: yew::MouseEvent| {
                Action::Select(if selected { None } else { Some(selection.clone()) })
            });
            let last = last_child.contains(&lane.task);
            lane::view(&LaneView { lane, picture, selected, last, words }, select)
        })
        .collect()
}

/// The selection of this task, which in a comparison belongs to one of the programs.
fn selection(task: String, track: &Track, compared: bool) -> Selection {
    Selection { task, track: compared.then(|| track.variant.key().to_owned()) }
}

fn resources(track: &Track, picture: &Timeline, compared: bool, props: &Props, words: &'static Interface) -> Html {
    let is_selected = |name: String| props.selected.as_ref() == Some(&selection(name, track, compared));
    let selected = picture.lanes.iter().find(|lane| is_selected(lane.name.to_string())).map(|lane| lane.task);
    let views = picture.resources.iter().map(|resource| ResourceView { resource, picture, selected, words });
    views.map(|view| resource_lane::view(&view)).collect()
}

/// The last child of every parent: below it the twig ends.
fn last_children(picture: &Timeline) -> Vec<TaskId> {
    let mut last: Vec<(Option<TaskId>, TaskId)> = Vec::new();
    for lane in &picture.lanes {
        match last.iter_mut().find(|(parent, _)| *parent == lane.parent) {
            Some(entry) => entry.1 = lane.task,
            None => last.push((lane.parent, lane.task)),
        }
    }
    last.into_iter().map(|(_, task)| task).collect()
}

/// The one thread of the event loop: held, or free but for an instant at each step.
fn thread(picture: &Timeline, words: &Interface) -> Html {
    let total = Statistics::of(picture).total;
    let ended = picture.ended();
    let steps = picture.steps.iter().map(|(time, _)| *time);
    let mut instants: Vec<Seconds> = steps.collect();
    instants.dedup();
    html! {
        <div class="row thread" key="thread">
            <div class="name"><span class="n">{words.thread}</span></div>
            <div class="track">
                <div class="idle" style={format!("--to:{total:.4}")} data-open={(!ended).then_some("true")} />
                {free(picture, &instants, words)}
                {for instants.into_iter().map(|time| html! { <i class="step" style={at(time)} /> })}
                {for held(picture).into_iter().map(|Held { from, to, open }| {
                    let label = (words.thread_busy)(&short(to - from));
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

/// Says in the longest pause that the thread is free; a thread that is held at all has other things to say.
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

/// A time during which the thread was held, by however many blocking calls.
struct Held {
    from: Seconds,
    to: Seconds,
    open: bool,
}

/// When the thread was held, without the seams between one blocking call and the next.
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

/// The total of a program that has ended and, once all have, what it gained over the slower one.
fn dimensions(total: Option<Seconds>, slow: Seconds, over: bool, words: &Interface) -> Html {
    let measure = total.map(|total| {
        html! { <div class="dim" style={from_to(0.0, total)}><i /><i /><b>{format!("{}\u{a0}s", measured(total))}</b></div> }
    });
    let gain = total.filter(|total| over && *total < slow).map(|total| {
        html! {
            <div class="dim gain" style={from_to(total, slow)}><i /><i /><b>{(words.gained)(&measured(slow - total))}</b></div>
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

/// The gain, as a band over the time that the faster program did not need.
fn band(total: Seconds, slow: Seconds, words: &Interface) -> Html {
    let factor =
        if total > 0.0 { format!("×{}", short((slow / total * 100.0).round() / 100.0)) } else { String::new() };
    html! {
        <div class="over" key="band">
            <div class="band" style={from_to(total, slow)}><p><span><strong>{factor}</strong>{words.same_work}</span></p></div>
        </div>
    }
}
