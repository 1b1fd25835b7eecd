//! How a run ended: one sentence, and `CPython`'s traceback with links to its lines.

use yew::{Callback, Html, html};

use super::bench::Bench;
use super::desk::Desk;
use super::seen::failure_at;
use super::traceback::{Part, parts};
use crate::app::model::run::{Run, Track};
use crate::app::widgets::figures::{Figures, name_of};
use crate::host::Phase;
use crate::host::editor::Mark;
use crate::host::engine::EngineState;
use crate::text::Language;
use crate::text::bench::bench as more_words;
use crate::text::exceptions::{explained, last_words};
use crate::text::interface;
use crate::text::lab::{Lab, lab};
use crate::trace::{Cursor, Line, RunEnd, Stuck, Timeline};

/// The lab's text about the phase, for the run bar; `None` if the phase's name is enough.
#[must_use]
pub fn phase(run: Option<&Run>, bench: &Bench, language: Language) -> Option<String> {
    let words = lab(language);
    let Some(run) = run else { return engine_word(&bench.engine, words) };
    if bench.broke.is_some() {
        return Some(words.failed.to_owned());
    }
    match run.progress.phase {
        Phase::Running if bench.asks.is_some() && run.progress.waits => Some(words.asks.to_owned()),
        Phase::Running if run.progress.waits => {
            Some(engine_word(&bench.engine, words).unwrap_or_else(|| words.engine_waits.to_owned()))
        }
        Phase::Running | Phase::Paused => None,
        Phase::Finished | Phase::Stuck | Phase::TooLong | Phase::Stopped => {
            let track = run.tracks.last()?;
            let log = track.log.borrow();
            let (end, _) = log.annex().end()?;
            Some(match end {
                RunEnd::Done => interface(language).phases.finished.to_owned(),
                RunEnd::Raised(_) => words.failed.to_owned(),
                RunEnd::Exit(code) => (words.exited)(code.as_str()),
                RunEnd::Stuck(_) => words.stuck.to_owned(),
                RunEnd::Stopped => interface(language).stopped.to_owned(),
                RunEnd::Limit { .. } => words.limited.to_owned(),
            })
        }
    }
}

/// The state of the engine in words; `None` once it is ready.
#[must_use]
pub fn engine_word(engine: &EngineState, words: &Lab) -> Option<String> {
    match engine {
        EngineState::Ready => None,
        EngineState::Loading(received, total) => {
            Some((words.engine_loading)(&megabytes(*received), &megabytes(*total)))
        }
        EngineState::Away | EngineState::Booting => Some(words.engine_booting.to_owned()),
        EngineState::Failed(why) => Some((words.engine_failed)(why)),
    }
}

fn megabytes(bytes: u32) -> String {
    format!("{:.1}", f64::from(bytes) / 1e6)
}

/// How the run ended; empty before the reader has seen it end. The text stays while the cursor is at an earlier time.
pub fn view(run: &Run, desk: &Desk, bench: &Bench) -> Html {
    let words = lab(desk.language());
    if let Some(why) = &bench.broke {
        return html! { <div class="ending" data-error="true"><p>{(words.broke)(why)}</p></div> };
    }
    let Some(track) = run.tracks.last().filter(|_| run.ended) else { return html! {} };
    let log = track.log.borrow();
    let Some((end, line)) = log.annex().end() else { return html! {} };
    let later = (track.cursor.events < log.events().len()).then_some("true");
    let place = line_link(track, *line, desk);
    match end {
        RunEnd::Done if log.tasks() == 0 && has_coroutines(bench) => {
            html! { <div class="ending" data-later={later}><p>{more_words(desk.language()).no_task}</p></div> }
        }
        RunEnd::Done => html! {},
        RunEnd::Raised(text) => {
            html! { <div class="ending" data-error="true" data-later={later}>{raised(text.as_str(), run, desk, bench)}</div> }
        }
        RunEnd::Exit(code) => {
            html! { <div class="ending" data-later={later}><p>{(words.exited)(code.as_str())}{" "}{place}</p></div> }
        }
        RunEnd::Stopped => {
            html! { <div class="ending" data-later={later}><p>{words.stopped_by_reader}{" "}{place}</p></div> }
        }
        RunEnd::Limit { name, .. } => html! {
            <div class="ending" data-error="true" data-later={later}><p>{(words.said_limit)(name.as_str())}{" "}{place}</p></div>
        },
        RunEnd::Stuck(_) => {
            let stuck = Stuck::at(&log, Cursor::end(&log));
            html! {
                <div class="ending" data-error="true" data-later={later}>
                    <p>{words.said_stuck}</p>
                    <ul>{for stuck.iter().flat_map(|stuck| &stuck.waits).map(|wait| waits(wait.task, track, desk))}</ul>
                </div>
            }
        }
    }
}

/// Whether the program that ran defines a coroutine.
fn has_coroutines(bench: &Bench) -> bool {
    bench.ran.iter().flatten().any(|file| file.text.lines().any(|line| line.trim_start().starts_with("async def ")))
}

/// Marks an uncaught exception at its line in the editor, once for each run.
pub fn mark(run: &Run, desk: &Desk) {
    let Some(track) = run.tracks.last().filter(|_| run.over() && desk.0.marked.get() != run.number) else { return };
    let log = track.log.borrow();
    let Some((RunEnd::Raised(text), _)) = log.annex().end() else { return };
    desk.0.marked.set(run.number);
    let (text, bench) = (text.as_str(), desk.bench());
    let files = bench.ran.unwrap_or_default();
    let own: Vec<&str> = files.iter().map(|file| &*file.name).collect();
    let last = parts(text, &own).into_iter().rev().find_map(|part| match part {
        Part::Own { place, .. } => Some((place.file(&own)?, place.line)),
        Part::Words(_) | Part::Modules { .. } => None,
    });
    let Some((file, line)) = last else { return };
    let message = explained(&bench.errors, text, log.annex().clue()).unwrap_or_default();
    let shown = Mark { line, title: last_words(text).unwrap_or_default(), message };
    desk.with(|editor| editor.set_mark(file, &shown));
}

/// A task in a deadlock, and what it waits for.
fn waits(task: crate::trace::TaskId, track: &Track, desk: &Desk) -> Html {
    let picture = track.timeline();
    let name = name_of(&picture, task).map(ToString::to_string).unwrap_or_default();
    let what = awaited_by(&picture, task, desk.language());
    let line = picture.lane(task).map_or(Line::NONE, |lane| lane.line);
    html! { <li>{(lab(desk.language()).waits_for)(&name, &what)}{" "}{line_link(track, line, desk)}</li> }
}

fn awaited_by(picture: &Timeline, task: crate::trace::TaskId, language: Language) -> String {
    let on = picture.lane(task).and_then(|lane| lane.open_span()).and_then(|span| span.on.as_ref());
    let said = on.and_then(|on| crate::app::widgets::figures::awaited(on, picture));
    said.unwrap_or_else(|| interface(language).a_future.to_owned())
}

/// A link to a line of the program.
fn line_link(track: &Track, line: Line, desk: &Desk) -> Html {
    let Some(number) = line.number() else { return html! {} };
    let file = super::seen::file_of(track, &track.log.borrow(), line);
    let label = (lab(desk.language()).line)(&file, number);
    html! { <button class="ref" type="button" onclick={go(desk, file, number)}>{label}</button> }
}

fn go(desk: &Desk, file: String, line: u32) -> Callback<yew::MouseEvent> {
    let desk = desk.clone();
    Callback::from(move |_| {
        desk.with(|editor| {
            editor.go_to(&file, line);
            editor.focus();
        });
        desk.change(|bench| bench.shown.clone_from(&file));
    })
}

/// An uncaught exception: our explanation, then `CPython`'s whole traceback.
fn raised(text: &str, run: &Run, desk: &Desk, bench: &Bench) -> Html {
    let words = lab(desk.language());
    let Some(track) = run.tracks.last() else { return html! {} };
    let said = explained(&bench.errors, text, track.log.borrow().annex().clue()).map(str::to_owned);
    let files = bench.ran.clone().unwrap_or_default();
    let own: Vec<&str> = files.iter().map(|file| &*file.name).collect();
    html! {
        <>
            <p>{said}</p>
            <p class="cap">{words.traceback}</p>
            <div class="trace" lang="en" tabindex="0" role="region" aria-label={words.traceback}>
                {for parts(text, &own).iter().map(|part| part_view(part, &own, run, desk))}
            </div>
        </>
    }
}

fn part_view(part: &Part<'_>, own: &[&str], run: &Run, desk: &Desk) -> Html {
    match part {
        Part::Words(lines) => html! { <pre>{lines.join("\n")}</pre> },
        Part::Modules { lines, frames } => html! {
            <details>
                <summary lang={desk.language().code()}>{(more_words(desk.language()).modules)(*frames)}</summary>
                <pre>{lines.join("\n")}</pre>
            </details>
        },
        Part::Own { head, place, below } => {
            let file = place.file(own).unwrap_or_default();
            let (indent, head) = head.split_at(head.find("File \"").unwrap_or_default());
            html! { <pre>{indent}{frame_link(head, file, place.line, run, desk)}{"\n"}{below.join("\n")}</pre> }
        }
    }
}

/// The head of a program's frame in a traceback, with links to its line and to the time at which the exception left it.
fn frame_link(head: &str, file: &str, line: u32, run: &Run, desk: &Desk) -> Html {
    let moment = run.tracks.last().and_then(|track| {
        let (task, events) = failure_at(track, file, line)?;
        Some((task, events, track.log.borrow().events().get(events - 1)?.time))
    });
    let to_line = go(desk, file.to_owned(), line);
    let (at, run, desk) = (moment.map(|(_, _, time)| time), run.clone(), desk.clone());
    let figures = interface(desk.language());
    let follow = Callback::from(move |event: yew::MouseEvent| {
        if let Some((task, events, _)) = moment {
            desk.go_to_moment(&run, task, events);
        }
        let to_line = to_line.clone();
        crate::host::document::after_render(move || to_line.emit(event));
    });
    html! {
        <button class="ref" type="button" onclick={follow}>
            {head.to_owned()}{at.map(|at| html! { <small>{format!("  {}\u{a0}s", figures.measured(at))}</small> })}
        </button>
    }
}
