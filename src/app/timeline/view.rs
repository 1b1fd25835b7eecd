//! The timeline: an axis, a lane for each task, resources, and the thread; in a comparison, for each program.
//!
//! Every position is a number of seconds in a custom property (`--from`, `--to`, `--at`). The style sheet divides it by
//! `--end`. The cursor's time is `--now`. It is set on the board in every frame, so that the cursor and open spans move
//! without a render.

use web_sys::KeyboardEvent;
use yew::{Callback, Html, Properties, component, hook, html, use_effect_with, use_memo, use_state_eq};

use super::axis::grid;
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
use crate::host::clock::request_animation_frame;
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
    let run = props.run.as_ref();
    let (sight, look) = use_sight(props);
    let rows = use_rows(props.language, run, &props.on_action, &look);
    let tall = rows.folds.iter().any(|folds| is_tall(folds.rows()));
    // It reads whole logs, so it is not computed in every frame.
    let gains = use_memo((run.map(|run| run.number), run.is_some_and(Run::over)), |_| {
        props.compared && run.is_some_and(Run::has_gain)
    });
    // No map is needed if everything is visible.
    let map = use_settled(run).filter(|_| tall || sight.zoomed);
    use_run_in_sight(run, tall);
    let scale = Scale::for_run(run.map_or(0.0, Run::end)).zoomed(sight.fineness);
    let map = map.map(|run| minimap(run, props.language, scale.end(), look.clone()));
    let body = body(props, sight, scale, &rows, *gains);
    html! {
        <>
            <div class="strip" hidden={rows.field.is_none() && map.is_none()}>
                <div hidden={rows.field.is_none()}>{rows.field.unwrap_or_default()}</div>
                <div>{map.unwrap_or_default()}</div>
            </div>
            <section
                class="timeline" id={TIMELINE} aria-label={interface(props.language).timeline} tabindex="0"
                data-fit={props.compared.then_some("true")} data-tall={tall.then_some("true")}
                data-zoomed={sight.zoomed.then_some("true")} onscroll={look.reform(|_| ())}
                onkeydown={keys(look.reform(zoom::zoom))}
            >
                {board(props, sight, scale, &look, body)}
            </section>
        </>
    }
}

/// The visible part, and the callback that measures it again. The part is not in the address.
#[hook]
fn use_sight(props: &Props) -> (Sight, Callback<()>) {
    let run = props.run.as_ref();
    let sight = use_state_eq(Sight::default);
    let look = {
        let setter = sight.setter();
        Callback::from(move |()| {
            if let Some(sight) = zoom::sight() {
                setter.set(sight);
            }
        })
    };
    let number = run.map(|run| run.number);
    use_effect_with(number, {
        let look = look.clone();
        move |_| {
            let listeners = zoom::listen(&look);
            move || drop(listeners)
        }
    });
    use_effect_with((props.language, number, run.map(|run| run.progress.phase), is_whole(run)), {
        let look = look.clone();
        move |_| {
            // Measuring at once would lay the page out for each render. The next frame lays it out anyway.
            let frame = request_animation_frame(move |_| {
                stage::tell_bar();
                look.emit(());
            });
            move || drop(frame)
        }
    });
    use_effect_with(props.selected.clone(), |selected| {
        if selected.is_some() {
            document::after_render(stage::bring_on_selected);
        }
    });
    (*sight, look)
}

/// Scrolls the timeline into view when a run starts. With many lanes, the search field and the box appear, which moves
/// the lanes down.
#[hook]
fn use_run_in_sight(run: Option<&Run>, tall: bool) {
    let running = run.filter(|run| run.progress.phase != Phase::Paused && run.expected.is_some());
    use_effect_with((running.map(|run| run.number), tall), |(running, _)| {
        if running.is_some() {
            stage::bring_on();
        }
    });
}

/// Whether a run is shown at full length, also on a narrow screen: once the reader has seen its end.
fn is_whole(run: Option<&Run>) -> bool {
    run.is_some_and(|run| run.ended)
}

/// The programs of the run, or what to do without a run.
fn body(props: &Props, sight: Sight, scale: Scale, rows: &Rows, gains: bool) -> Html {
    let words = interface(props.language);
    match &props.run {
        None => html! { <div class="empty" key="empty"><p>{words.press_run}</p><p>{words.press_run_more}</p></div> },
        Some(run) => parts(&Drawn {
            run,
            language: props.language,
            selected: props.selected.as_ref(),
            sight,
            window: sight.window(scale),
            folds: &rows.folds,
            wanted: rows.wanted.clone().into(),
            gains,
            on_action: &props.on_action,
            on_fold: &rows.on_fold,
        }),
    }
}

/// The board: the ruler, the programs, the grid behind them and the cursor over them.
fn board(props: &Props, sight: Sight, scale: Scale, look: &Callback<()>, body: Html) -> Html {
    let run = props.run.as_ref();
    let (end, now) = (run.map_or(0.0, Run::end), run.map_or(0.0, |run| run.progress.now));
    let moment = format!("--end:{};--now:{}", fixed(scale.end(), 9), fixed(now, 6));
    let whole = is_whole(run).then_some("true");
    html! {
        <div
            class="board" id={BOARD} style={moment} data-over={run.is_some_and(Run::over).to_string()}
            data-idle={run.is_none().to_string()} data-whole={whole}
        >
            <Scrubber
                language={props.language} {scale} sight={sight.of_axis()} runs={run.is_some()} {now} {end}
                on_wish={run.and(props.on_wish.clone())} on_zoom={look.reform(zoom::zoom)}
            />
            <div class="under" aria-hidden="true">
                {grid(scale, &sight.window(scale))}
                <i class="veil" />
            </div>
            <div class="rows">{body}</div>
            <div class="over" aria-hidden="true">{cursor(props)}</div>
        </div>
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
