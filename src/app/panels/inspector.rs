//! The inspector: what the selected task is doing and why, and its facts. Without a selected task, the run.

use yew::{Callback, Html, Properties, component, html};

use super::explanation::Tips;
use super::variables;
use super::verdict;
use crate::app::course::later::Loading;
use crate::app::model::action::Action;
use crate::app::model::run::{Run, Selection, Track};
use crate::app::timeline::lane::span_label;
use crate::app::widgets::figures::{Figures, asker, awaited, name_of};
use crate::app::widgets::icon::{icon, state_code, state_icon, state_words};
use crate::app::widgets::ids::INSPECTOR;
use crate::scenarios::Scenario;
use crate::text::keys::keys;
use crate::text::words::{Facts, LoopFacts, RequestPhases};
use crate::text::{Interface, Language, interface};
use crate::trace::{End, Ending, Lane, Method, Moment, On, Seconds, State, Statistics, TaskId, Timeline, Why};

mod chain;

/// The properties of the inspector.
#[derive(PartialEq, Properties)]
pub struct Props {
    /// The language.
    pub language: Language,
    /// The scenario; `None` in the lab.
    #[prop_or_default]
    pub scenario: Option<&'static Scenario>,
    /// The scenario's guide.
    #[prop_or_default]
    pub guide: Option<Loading>,
    /// Whether a suggestion was tried that can be undone.
    #[prop_or_default]
    pub tried: bool,
    /// The run, if there is one.
    pub run: Option<Run>,
    /// The selected task.
    pub selected: Option<Selection>,
    /// Called with the reader's actions.
    pub on_action: Callback<Action>,
}

/// The inspector.
#[component]
pub fn Inspector(props: &Props) -> Html {
    let words = interface(props.language);
    let found = props.run.as_ref().and_then(|run| Some((run, selected_track(run, props.selected.as_ref()?)?)));
    let body = match found {
        Some((run, track)) => task_view(run, track, props, words),
        None => run_view(props, words),
    };
    let sheet = found.is_some();
    let close = props.on_action.reform(|_| Action::Select(None));
    html! {
        // On a narrow screen the answer about a task is a sheet near the finger that selected the task.
        <aside
                class="inspector" id={INSPECTOR} aria-label={words.inspector} data-sheet={sheet.then_some("true")}
                tabindex={if props.scenario.is_none() { "0" } else { "-1" }}
            >
            <button class="quiet close" type="button" hidden={!sheet} aria-label={words.close} onclick={close}>{icon("cross")}</button>
            <div>{body}</div>
            {props.guide.clone().map(|guide| html! {
                <section>
                    <h3 class="cap">{words.next}</h3>
                    <Tips language={props.language} {guide} scenario={props.scenario} tried={props.tried} on_action={props.on_action.clone()} />
                </section>
            })}
        </aside>
    }
}

/// The track of the selected task.
fn selected_track<'a>(run: &'a Run, selected: &Selection) -> Option<&'a Track> {
    let mut tracks = run.tracks.iter();
    match &selected.track {
        Some(key) => tracks.find(|track| track.variant.key() == key),
        None => tracks.next(),
    }
}

/// The run as a whole: the sum of its waits, and the gain.
fn run_view(props: &Props, words: &Interface) -> Html {
    let now = props.run.as_ref().map_or(0.0, |run| run.progress.now);
    let figures: Vec<Statistics> =
        props.run.iter().flat_map(|run| run.tracks.iter().map(|track| Statistics::of(&track.timeline()))).collect();
    let over = props.run.as_ref().is_some_and(Run::over);
    // The time of real requests belongs to the network, so it is no wait of the tasks.
    let real = props.run.iter().any(|run| run.tracks.iter().any(|track| track.variant.is_real()));
    let fraction = match figures[..] {
        [one] if props.scenario.is_some_and(|scenario| scenario.chapter.asks_how_long()) && !real => {
            Some((one.sum_of_waits, one.total))
        }
        [slow, fast] if fast.total <= slow.total => Some((slow.total, fast.total)),
        _ => None,
    };
    html! {
        <>
            <div class="who"><h2>{words.the_run}</h2><span class="at">{format!("t = {}\u{a0}s", words.measured(now))}</span></div>
            <div class="why">
                {props.scenario.map(|scenario| html! { <h3>{scenario.text.get(props.language).question}</h3> })}
                {match fraction {
                    // Two ways of equal duration gain nothing.
                    Some((above, below)) if over && below > 0.0 && above != below && props.run.as_ref().is_some_and(Run::has_gain) => gain(above, below, words),
                    _ => html! { <span /> },
                }}
                {for props.run.iter().map(|run| verdict::view(run, props.language))}
                <p class="answer">{words.select_hint}</p>
            </div>
            {for props.run.iter().flat_map(|run| &run.tracks).map(|track| the_loop(track, props, words))}
        </>
    }
}

/// The event loop of one program, shown also while no task is selected.
fn the_loop(track: &Track, props: &Props, words: &Interface) -> Html {
    let moment = Moment::of(&track.log.borrow(), track.cursor);
    let several = props.run.as_ref().is_some_and(|run| run.tracks.len() > 1);
    let title = if several { track.variant.title(props.language) } else { words.the_loop.to_owned() };
    html! {
        <section key={track.variant.key()}><h3 class="cap">{title}</h3>{queues(&moment, &track.timeline(), props, words)}</section>
    }
}

fn gain(above: Seconds, below: Seconds, words: &Interface) -> Html {
    let factor = words.short((above / below * 100.0).round() / 100.0);
    html! {
        <div class="frac">
            <span><span>{format!("{}\u{a0}s", words.short(above))}</span><span>{format!("{}\u{a0}s", words.short(below))}</span></span>
            <i>{"="}</i><b>{factor}</b>
        </div>
    }
}

fn task_view(run: &Run, track: &Track, props: &Props, words: &Interface) -> Html {
    let picture = track.timeline();
    let wanted = props.selected.as_ref().map(|selected| selected.task.as_str()).unwrap_or_default();
    let Some(lane) = picture.lanes.iter().find(|lane| lane.name.reads(wanted)) else {
        return run_view(props, words);
    };
    let moment = Moment::of(&track.log.borrow(), track.cursor);
    let state = lane.state();
    let name = lane.name.to_string();
    let question = match state {
        State::Running => (words.why_running)(&name),
        State::Ready | State::Sleeping | State::Waiting | State::Queued | State::Requesting => (words.why_not)(&name),
        _ => (words.how_ended)(&name),
    };
    html! {
        <>
            <div class="who">
                <h2>{name}</h2>
                <span class="badge" data-end={state_code(state)}>{state_icon(state)}{state_words(state, words).word}</span>
                <span class="at">{format!("t = {}\u{a0}s", words.measured(run.progress.now))}</span>
            </div>
            <div class="why">
                <h3>{question}</h3>
                <p class="answer">{asked(lane, &picture, words)}{answer(lane, &picture, &moment, words)}</p>
            </div>
            {chain::view(lane, &picture, props, words)}
            {variables::view(track, lane.task, props.language)}
            <section><h3 class="cap">{words.task}</h3>{facts(lane, &picture, track, props, words)}</section>
            {times(lane, &picture, props.language)}
            <section><h3 class="cap">{words.the_loop}</h3>{queues(&moment, &picture, props, words)}</section>
        </>
    }
}

/// The most tasks that a list names.
const NAMED: usize = 5;

/// The event loop at the cursor: the iteration, the ready queue and the next timers.
fn queues(moment: &Moment, picture: &Timeline, props: &Props, words: &Interface) -> Html {
    let LoopFacts { iteration, callback, ready, timers } = words.loop_facts;
    let link = |task: TaskId| name_of(picture, task).map(|name| task_link(name.to_string(), props));
    let more = |count: usize| (count > NAMED).then(|| format!(" +{}", count - NAMED));
    let queue = html! {
        <>
            {for moment.ready.iter().take(NAMED).map(|task| html! { <>{link(*task)}{" "}</> })}
            {more(moment.ready.len())}
            {moment.ready.is_empty().then_some(words.empty)}
        </>
    };
    let next = html! {
        <>
            {for moment.timers.iter().take(NAMED).map(|(until, task)| html! {
                <span class="timer">{words.measured(*until)}{" "}{link(*task)}</span>
            })}
            {more(moment.timers.len())}
            {moment.timers.is_empty().then_some(words.none)}
        </>
    };
    let rows = [
        (iteration, html! { {moment.iteration} }),
        (callback, html! { {moment.callback} }),
        (ready, queue),
        (timers, next),
    ];
    html! {
        <dl class="facts">{for rows.map(|(name, fact)| html! { <div key={name}><dt>{name}</dt><dd>{fact}</dd></div> })}</dl>
    }
}

/// The last request for the task's cancellation: who made it and when, as a sentence.
fn asked(lane: &Lane, picture: &Timeline, words: &Interface) -> String {
    let Some(mark) = lane.cancels.last() else { return String::new() };
    let asked = (words.answer_asked)(&asker(mark.by, lane.task, picture, words), &words.measured(mark.at));
    if mark.withdrawn { format!("{asked} {} ", words.answer_withdrawn) } else { asked + " " }
}

/// What the task is doing at the cursor, or how it ended, as a sentence.
fn answer(lane: &Lane, picture: &Timeline, moment: &Moment, words: &Interface) -> String {
    let names = |tasks: &[TaskId]| {
        let first = tasks.iter().take(NAMED).filter_map(|task| name_of(picture, *task));
        let names: Vec<String> = first.map(ToString::to_string).collect();
        let more = if tasks.len() > NAMED { format!(" +{}", tasks.len() - NAMED) } else { String::new() };
        names.join(", ") + &more
    };
    match picture.why(lane, moment) {
        Why::Asleep { until, left } => (words.answer_sleeping)(&words.measured(until), &words.measured(left)),
        Why::Due { since, queued } => (words.answer_due)(&words.measured(since), queued),
        Why::InWorker { until, left } => (words.answer_worker)(&words.measured(until), &words.measured(left)),
        Why::Awaits { on, unfinished } => {
            (words.answer_waiting)(&awaited(on, picture).unwrap_or_default(), &names(&unfinished))
        }
        Why::InLine { resource, method, ahead, holders } => {
            let what = awaited(&On::Resource { resource, method }, picture).unwrap_or_default();
            let before = match (method, &ahead[..]) {
                (Method::Wait | Method::Join, _) => None,
                (_, []) => Some(words.answer_first.to_owned()),
                (_, ahead) => Some((words.answer_behind)(ahead.len() + 1, &names(ahead))),
            };
            let held = (!holders.is_empty()).then(|| (words.answer_held)(&names(&holders)));
            [Some((words.answer_in_line)(&what)), before, held].into_iter().flatten().collect::<Vec<_>>().join(" ")
        }
        Why::Requests(request) => {
            let RequestPhases { queued, sent, coming } = words.request_phases;
            let phase = match (request.sent, request.answered) {
                (None, _) => queued,
                (_, None) => sent,
                _ => coming,
            };
            (words.answer_request)(request.url.as_str(), phase)
        }
        Why::AwaitsFuture => words.answer_future.to_owned(),
        Why::ReadyBehind(holder) => (words.answer_ready_blocked)(&names(&[holder])),
        Why::Ready => words.answer_ready.to_owned(),
        Why::Holds { until } => (words.answer_running)(&words.measured(until)),
        Why::Ended(Ending { at, end, .. }) => match end {
            End::Returned(_) => (words.answer_returned)(&words.measured(*at)),
            End::Failed { class, message } => {
                let colon = if message.as_str().is_empty() { "" } else { ": " };
                let failed = (words.answer_failed)(&format!("{class}{colon}{message}"), &words.measured(*at));
                if lane.state() == State::Lost { format!("{failed} {}", words.answer_lost) } else { failed }
            }
            End::Cancelled => (words.answer_cancelled)(&words.measured(*at)),
            End::Destroyed => (words.answer_destroyed)(&words.measured(*at)),
        },
    }
}

fn facts(lane: &Lane, picture: &Timeline, track: &Track, props: &Props, words: &Interface) -> Html {
    let Facts { parent, created, since, cancelled, slept, held, ran, line, returned } = words.facts;
    let parent_name = lane.parent.and_then(|task| name_of(picture, task)).map(ToString::to_string);
    let seconds = |seconds: Seconds| format!("{}\u{a0}s", words.measured(seconds));
    let log = track.log.borrow();
    let file = log.annex().file(lane.line.file()).unwrap_or(track.variant.program.file_name());
    let place = lane.line.number().map(|number| format!("{file}:{number}"));
    let value = match lane.ending.as_ref().map(|ending| &ending.end) {
        Some(End::Returned(value)) => Some(value.to_string()),
        _ => None,
    };
    let known = [
        (parent, parent_name.map(|name| task_link(name, props))),
        (created, Some(html! { {seconds(lane.created)} })),
        (since, lane.open_span().map(|span| html! { {seconds(span.from)} })),
        (cancelled, whom_it_cancelled(lane, picture, props)),
        (slept, Some(html! { {seconds(lane.slept())} })),
        (held, (lane.held() > 0.0).then(|| html! { {seconds(lane.held())} })),
        (ran, Some(html! { {(words.steps)(lane.steps.len())} })),
        (line, place.map(|place| html! { <code>{place}</code> })),
        (returned, value.map(|value| html! { <code>{value}</code> })),
    ];
    let rows = known
        .into_iter()
        .filter_map(|(name, fact)| Some(html! { <div key={name}><dt>{name}</dt><dd>{fact?}</dd></div> }));
    html! { <dl class="facts">{for rows}</dl> }
}

/// The most spans whose exact times are listed.
const TIMES: usize = 40;

/// The exact times of the task's spans and prints. On the timeline, only a mouse can show them.
fn times(lane: &Lane, picture: &Timeline, language: Language) -> Html {
    let words = interface(language);
    let earlier = lane.spans.len().saturating_sub(TIMES);
    let spans = lane.spans.iter().skip(earlier).map(|span| {
        let to = if span.open { "…".to_owned() } else { words.measured(span.to) };
        let word = span_label(span, picture, words);
        html! { <li><span>{format!("{} – {to}", words.measured(span.from))}</span>{" "}{word}</li> }
    });
    let pins = lane.pins.iter().rev().take(TIMES).rev();
    let pins = pins
        .map(|pin| html! { <li><span>{words.measured(pin.at)}</span>{" "}<code>{pin.text.to_string()}</code></li> });
    html! {
        <section>
            <h3 class="cap">{keys(language).times}</h3>
            <ol class="times">{for spans}{for pins}</ol>
        </section>
    }
}

/// The tasks whose cancellation this task requested, itself or through a timeout or task group.
fn whom_it_cancelled(lane: &Lane, picture: &Timeline, props: &Props) -> Option<Html> {
    let by_it = |other: &&Lane| other.cancels.iter().any(|mark| mark.by.task() == Some(lane.task));
    let others = picture.lanes.iter().filter(|other| other.task != lane.task);
    let cancelled: Vec<&Lane> = others.filter(by_it).collect();
    let links = cancelled.iter().take(NAMED).map(|lane| html! { <>{task_link(lane.name.to_string(), props)}{" "}</> });
    (!cancelled.is_empty()).then(|| links.collect())
}

fn task_link(name: String, props: &Props) -> Html {
    let track = props.selected.as_ref().and_then(|selected| selected.track.clone());
    let selection = Selection { task: name.clone(), track };
    let select = props.on_action.reform(move |_| Action::Select(Some(selection.clone())));
    html! { <button class="ref" type="button" onclick={select}>{name}</button> }
}
