//! How a run ended: one sentence, and `CPython`'s traceback with links to its lines.

use yew::{Callback, Html, html};

use super::desk::{Bench, Desk};
use crate::app::model::run::{Run, Track};
use crate::app::widgets::figures::name_of;
use crate::host::Phase;
use crate::host::editor::Mark;
use crate::host::engine::EngineState;
use crate::text::Language;
use crate::text::exceptions::{class_of, explained};
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

/// How the run ended; empty before the cursor has reached the end.
pub fn view(run: &Run, desk: &Desk, bench: &Bench) -> Html {
    let words = lab(desk.language());
    if let Some(why) = &bench.broke {
        return html! { <div class="ending" data-error="true"><p>{(words.broke)(why)}</p></div> };
    }
    let Some(track) = run.tracks.last().filter(|_| run.over()) else { return html! {} };
    let log = track.log.borrow();
    let whole = track.cursor.events == log.events().len();
    let Some((end, line)) = log.annex().end().filter(|_| whole) else { return html! {} };
    let place = line_link(track, *line, desk);
    match end {
        RunEnd::Done => html! {},
        RunEnd::Raised(text) => raised(text.as_str(), desk, words),
        RunEnd::Exit(code) => html! { <div class="ending"><p>{(words.exited)(code.as_str())}{" "}{place}</p></div> },
        RunEnd::Stopped => html! { <div class="ending"><p>{words.stopped_by_reader}{" "}{place}</p></div> },
        RunEnd::Limit { name, .. } => {
            html! { <div class="ending" data-error="true"><p>{(words.said_limit)(name.as_str())}{" "}{place}</p></div> }
        }
        RunEnd::Stuck(_) => {
            let stuck = Stuck::at(&log, Cursor::end(&log));
            html! {
                <div class="ending" data-error="true">
                    <p>{words.said_stuck}</p>
                    <ul>{for stuck.iter().flat_map(|stuck| &stuck.waits).map(|wait| waits(wait.task, track, desk))}</ul>
                </div>
            }
        }
    }
}

/// Marks an uncaught exception at its line in the editor, once for each run.
pub fn mark(run: &Run, desk: &Desk) {
    let Some(track) = run.tracks.last().filter(|_| run.over() && desk.0.marked.get() != run.number) else { return };
    let log = track.log.borrow();
    let Some((RunEnd::Raised(text), _)) = log.annex().end() else { return };
    desk.0.marked.set(run.number);
    let text = text.as_str();
    let files = desk.bench().ran.unwrap_or_default();
    let is_own = |(file, _): &(&str, u32)| files.iter().any(|there| there.name == *file);
    let Some((file, line)) = text.lines().rev().filter_map(place).find(is_own) else { return };
    let title =
        text.lines().rev().map(|line| line.trim_start_matches([' ', '|', '+', '-'])).find(|line| !line.is_empty());
    let message = class_of(text).and_then(|class| explained(class, desk.language())).unwrap_or_default();
    let shown = Mark { line, title: title.unwrap_or_default(), message };
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
    })
}

fn raised(text: &str, desk: &Desk, words: &Lab) -> Html {
    let said = class_of(text).and_then(|class| explained(class, desk.language()));
    html! {
        <div class="ending" data-error="true">
            <p>{said}</p>
            <p class="cap">{words.traceback}</p>
            <pre lang="en" tabindex="0" role="region" aria-label={words.traceback}>
                {for text.lines().map(|line| html! { <>{traced(line, desk)}{"\n"}</> })}
            </pre>
        </div>
    }
}

/// A line of a traceback. If it names a file of the program, it is a link to that line.
fn traced(line: &str, desk: &Desk) -> Html {
    let files = desk.bench().ran.unwrap_or_default();
    match place(line).filter(|(file, _)| files.iter().any(|there| there.name == *file)) {
        Some((file, number)) => html! {
            <button class="ref" type="button" onclick={go(desk, file.to_owned(), number)}>{line.to_owned()}</button>
        },
        None => html! { {line.to_owned()} },
    }
}

/// The file and the line number in a line of a traceback such as `File "util.py", line 3, in delay`.
fn place(line: &str) -> Option<(&str, u32)> {
    let (_, rest) = line.split_once("File \"")?;
    let (file, rest) = rest.split_once("\", line ")?;
    let digits = rest.split(|other: char| !other.is_ascii_digit()).next()?;
    Some((file.rsplit('/').next()?, digits.parse().ok()?))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_of_a_traceback_names_a_file_and_a_line() {
        assert_eq!(place("  File \"util.py\", line 12, in delay"), Some(("util.py", 12)));
        assert_eq!(place("  |   File \"/home/x/program.py\", line 3"), Some(("program.py", 3)));
        assert_eq!(place("    await delay(3)"), None);
    }
}
