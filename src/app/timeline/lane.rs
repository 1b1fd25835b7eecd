//! One lane of the timeline: a task's name, spans, steps, pins and end.

use yew::{Callback, Html, MouseEvent, classes, html};

use super::axis::{at, from_to};
use super::find::marked;
use super::sight::{Window, apart, joined};
use crate::app::widgets::figures::{Figures, asker, awaited};
use crate::app::widgets::icon::{icon, state_code, state_icon, state_words};
use crate::text::Interface;
use crate::text::stuck::Stuck;
use crate::trace::{CancelMark, End, Lane, On, Seconds, Span, State, Timeline, fixed};

/// The properties of a lane.
pub struct LaneView<'a> {
    /// The lane's data.
    pub lane: &'a Lane,
    /// The timeline that the lane belongs to.
    pub picture: &'a Timeline,
    /// Whether the task is selected.
    pub selected: bool,
    /// Whether the Tab key stops at this lane. Arrow keys lead to the others.
    pub stop: bool,
    /// Whether it is the last child of its parent.
    pub last: bool,
    /// The visible part of the axis.
    pub window: Window,
    /// The text searched for in names, in lower case.
    pub wanted: &'a str,
    /// The time of the run's deadlock and the words for it; `None` if there is no deadlock.
    pub never: Option<(Seconds, &'static Stuck)>,
    /// The button that folds the task's descendants; empty if the task has none.
    pub fold: Html,
    /// The words of the page.
    pub words: &'static Interface,
}

/// The lane as a row of the timeline.
pub fn view(view: &LaneView<'_>, on_select: Callback<MouseEvent>) -> Html {
    let LaneView { lane, selected, words, .. } = view;
    let state = lane.state();
    let word = state_words(state, words).word;
    html! {
        <div
            class="row lane" data-task={lane.name.to_string()} data-now={state_code(state)}
            data-selected={selected.then_some("true")} onclick={on_select}
        >
            <button
                class="name" type="button" tabindex={if view.stop { "0" } else { "-1" }} data-depth={lane.depth.min(2).to_string()} aria-pressed={selected.to_string()}
                aria-label={spoken(view, word)}
            >
                {twig(view)}
                <span class="n" title={lane.name.to_string()}>{marked(&lane.name, view.wanted)}</span>
                <span class="now" data-end={state_code(state)} title={word}>{state_icon(state)}</span>
            </button>
            {view.fold.clone()}
            <div class="track">
                {for joined(&lane.spans, &view.window).iter().map(|span| span_view(span, view))}
                {ghost(view)}
                {for apart(&lane.steps, |time| *time, &view.window).into_iter().map(|time| {
                    let last = lane.ending.as_ref().is_some_and(|ending| ending.at == *time && lane.created < *time);
                    html! { <i class={if last { "step fin" } else { "step" }} style={at(*time)} /> }
                })}
                {for apart(&lane.pins, |pin| pin.at, &view.window).into_iter().map(|pin| html! {
                    <i
                        class={if pin.warning { "print warning" } else { "print" }} style={at(pin.at)}
                        title={format!("{} · {}", view.words.measured(pin.at), pin.text)}
                    />
                })}
                {for lane.cancels.iter().map(|mark| cancel(mark, view))}
                {ending(view)}
            </div>
        </div>
    }
}

/// The mark of a request for the task's cancellation.
fn cancel(mark: &CancelMark, view: &LaneView<'_>) -> Html {
    let by = asker(mark.by, view.lane.task, view.picture, view.words);
    let title = format!("{} · {}", view.words.measured(mark.at), (view.words.log_cancel)(&by));
    html! { <i class="asked" style={at(mark.at)} {title} /> }
}

/// The lane in words: the task, its state, and what the task waits for or when it ended.
fn spoken(view: &LaneView<'_>, word: &str) -> String {
    let LaneView { lane, words, .. } = view;
    let more = match (&lane.ending, lane.open_span()) {
        (Some(ending), _) => format!("{}\u{a0}s", words.measured(ending.at)),
        (None, Some(span)) if span.on.is_some() => span_label(span, view.picture, words),
        (None, _) => return format!("{}, {word}", lane.name),
    };
    format!("{}, {word}, {more}", lane.name)
}

/// The line that leads from the parent's lane to this one.
fn twig(view: &LaneView<'_>) -> Html {
    match view.lane.depth {
        0 => html! {},
        1 => html! { <i class={if view.last { "twig" } else { "twig on" }} /> },
        _ => html! { <i class={if view.last { "twig d2" } else { "twig d2 on" }} /> },
    }
}

/// The number of spans in a lane up to which each has a label.
const FEW_SPANS: usize = 50;

/// The width below which no label fits, even on the widest screen, in multiples of [`Window::unit`].
const LABEL: f64 = 10.0;

fn span_view(span: &Span, view: &LaneView<'_>) -> Html {
    let label = span_label(span, view.picture, view.words);
    // A span in progress ends at the cursor by CSS, so that its element does not change while the cursor moves.
    let (style, to) = if span.open {
        (format!("--from:{}", fixed(span.from, 6)), "…".to_owned())
    } else {
        (from_to(span.from, span.to), view.words.measured(span.to))
    };
    let title = format!("{label} · {} – {to}", view.words.measured(span.from));
    let cut = !span.open && view.lane.ending.as_ref().is_some_and(|ending| ending.at == span.to);
    let bare = is_bare(span, view);
    html! {
        <div
            class={classes!("span", cut.then_some("cut"), bare.then_some("bare"))} data-state={state_code(span.state)}
            data-open={span.open.then_some("true")} {style} {title}
        >
            {if bare { Html::default() } else { span_word(span, label) }}
        </div>
    }
}

/// Whether a span gets no label, because it is narrow and its lane has many spans. A label queries its own width (CSS
/// container queries), and a browser lays out thousands of such elements slowly.
fn is_bare(span: &Span, view: &LaneView<'_>) -> bool {
    view.lane.spans.len() > FEW_SPANS && !span.open && span.duration() < LABEL * view.window.unit
}

/// The label on a span. A sleep's label is reduced to its duration if the span is narrow.
fn span_word(span: &Span, label: String) -> Html {
    match label.split_once(' ') {
        Some((sleep, seconds)) if span.state == State::Sleeping => {
            html! { <q><span class="more">{sleep}{" "}</span>{seconds.to_owned()}</q> }
        }
        _ => html! { <q>{label}</q> },
    }
}

/// The label of a span.
pub fn span_label(span: &Span, picture: &Timeline, words: &Interface) -> String {
    match (&span.on, span.state) {
        (Some(On::Timer { until }), State::Running) => (words.span_block)(&words.short(until - span.from)),
        (Some(On::Timer { until }), _) => format!("{} {}", words.span_sleep, words.short(until - span.from)),
        (
            Some(
                on @ (On::Task(_)
                | On::Tasks { .. }
                | On::Resource { .. }
                | On::Request(_)
                | On::Worker { .. }
                | On::Job
                | On::Input),
            ),
            _,
        ) => (words.span_await)(&awaited(on, picture).unwrap_or_default()),
        (Some(On::Future), _) => (words.span_await)(words.a_future),
        (Some(On::NextIteration) | None, _) => words.span_ready.to_owned(),
    }
}

/// The rest of a sleep after the cursor, up to its timer.
fn ghost(view: &LaneView<'_>) -> Html {
    let Some(until) = view.lane.planned_until().filter(|_| view.lane.state() == State::Sleeping) else {
        return html! {};
    };
    html! {
        <div class="ghost" style={format!("--to:{}", fixed(until, 6))}><span>{(view.words.wakes_at)(&view.words.short(until))}</span></div>
    }
}

/// The cap at the end of a lane, with the word for the state and the result.
fn ending(view: &LaneView<'_>) -> Html {
    let Some(ending) = &view.lane.ending else { return view.never.map_or_else(Html::default, never) };
    let word = state_words(ending.state, view.words).word;
    let short_word = if ending.state == State::Swallowed { view.words.swallowed } else { word };
    let detail = match &ending.end {
        End::Returned(value) if value.as_str() == "None" => String::new(),
        End::Returned(value) => value.to_string(),
        End::Failed { class, .. } => class.to_string(),
        End::Cancelled | End::Destroyed => String::new(),
    };
    html! {
        <div class="end" data-end={state_code(ending.state)} style={at(ending.at)} title={format!("{word} {detail}")}>
            <span class="c">{end_icon(ending.state)}</span>
            <span class="halo"><b>{short_word}</b>{" "}<span class="detail">{detail}</span></span>
        </div>
    }
}

/// The cap of a task in a deadlock.
fn never((time, words): (Seconds, &'static Stuck)) -> Html {
    html! {
        <div class="end never" style={at(time)} title={words.never}>
            <span class="c">{icon("warn")}</span><span class="halo"><b>{words.cap}</b></span>
        </div>
    }
}

fn end_icon(state: State) -> Html {
    if state.is_end() { state_icon(state) } else { icon("check") }
}
