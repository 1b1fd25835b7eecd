//! The timeline: an axis, a lane for each task, resources, and the thread; in a comparison, for each program.
//!
//! Every position is a number of seconds in a custom property (`--from`, `--to`, `--at`). The style sheet divides it by
//! `--end`. The cursor's time is `--now`. It is set on the board in every frame, so that the cursor and open spans move
//! without a render.

use web_sys::KeyboardEvent;
use yew::{Callback, Html, Properties, component, html, use_effect_with, use_memo, use_state_eq};

use super::axis::Grid;
use super::minimap::Minimap;
use super::parts::{Drawn, parts};
use super::rows::{Rows, use_rows};
use super::scrubber::Scrubber;
use super::settled::use_settled;
use super::sight::{Sight, is_tall};
use super::stage;
use super::zoom::{self, Zoom};
use crate::app::model::action::Action;
use crate::app::model::run::{Run, Selection};
use crate::app::model::wish::Wish;
use crate::app::widgets::ids::{BOARD, CURSOR, TIMELINE};
use crate::host::{Phase, document};
use crate::text::{Language, interface};
use crate::trace::{Scale, Seconds, fixed};

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
    let press = keys(on_zoom.clone());
    let scale = scale.zoomed(sight.fineness);
    let window = sight.window(scale);
    let Rows { folds, wanted, on_fold, field } = use_rows(props.language, props.run.as_ref(), &props.on_action, &look);
    let tall = folds.iter().any(|folds| is_tall(folds.rows()));
    // It reads whole logs, so it is not computed in every frame.
    let gains = use_memo((props.run.as_ref().map(|run| run.number), over), |_| {
        props.compared && props.run.as_ref().is_some_and(Run::has_gain)
    });
    let body = match &props.run {
        None => html! { <div class="empty" key="empty"><p>{words.press_run}</p><p>{words.press_run_more}</p></div> },
        Some(run) => parts(&Drawn {
            run,
            language: props.language,
            selected: props.selected.as_ref(),
            sight: *sight,
            window,
            folds: &folds,
            wanted: wanted.into(),
            gains: *gains,
            on_action: &props.on_action,
            on_fold: &on_fold,
        }),
    };
    // No map is needed if everything is visible.
    let settled = use_settled(props.run.as_ref());
    let map = settled.filter(|_| tall || sight.zoomed);
    // With many lanes, the search field and the box appear, which moves the lanes down.
    let running = props.run.as_ref().filter(|run| run.progress.phase != Phase::Paused && run.expected.is_some());
    let running = running.map(|run| run.number);
    use_effect_with((running, tall), |(running, _)| {
        if running.is_some() {
            stage::bring_on();
        }
    });
    let map = map.map(|run| minimap(run, props.language, scale.end(), look.clone()));
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
                        language={props.language} {scale} sight={sight.of_axis()} runs={props.run.is_some()} {now}
                        end={props.run.as_ref().map_or(0.0, Run::end)}
                        on_wish={props.run.as_ref().and(props.on_wish.clone())} {on_zoom}
                    />
                    <div class="under" aria-hidden="true">
                        <Grid language={props.language} {scale} {window} />
                        <i class="veil" />
                    </div>
                    <div class="rows">{body}</div>
                    <div class="over" aria-hidden="true">{cursor(props)}</div>
                </div>
            </section>
        </>
    }
}

/// Answers the keys of the timeline: from lane to lane, and the zoom.
fn keys(on_zoom: Callback<Zoom>) -> Callback<KeyboardEvent> {
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
