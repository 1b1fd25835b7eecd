//! The await chain of a task, outermost function first, with local variables. A variable that the task's last step
//! changed is marked.

use yew::{Html, html};

use crate::app::model::run::Track;
use crate::text::Language;
use crate::text::lab::lab;
use crate::trace::{Frame, Local, Log, TaskId};

/// The await chain and the variables at the cursor; empty if the log has neither.
pub fn view(track: &Track, task: TaskId, language: Language) -> Html {
    let (log, seen) = (track.log.borrow(), track.cursor.events);
    let frames = log.annex().frames_at(log.events(), task, seen);
    if frames.is_empty() {
        return html! {};
    }
    let words = lab(language);
    let locals: Vec<_> = (0..).zip(&frames).map(|(depth, frame)| (frame, variables(&log, task, depth, seen))).collect();
    let none = locals.iter().all(|(_, locals)| locals.is_empty());
    let main = track.variant.program.file_name();
    html! {
        <>
            <section>
                <h3 class="cap">{words.frames}</h3>
                <ol class="frames">{for frames.iter().map(|frame| frame_view(frame, &log, main))}</ol>
            </section>
            {(!none).then(|| html! {
                <section>
                    <h3 class="cap">{words.variables}</h3>
                    <table class="variables">
                        <caption class="unseen">{words.variables}</caption>
                        {for locals.iter().filter(|(_, locals)| !locals.is_empty()).map(|(frame, locals)| html! {
                            <tbody>
                                <tr><th scope="rowgroup" colspan="3"><code>{frame.function.to_string()}</code></th></tr>
                                {for locals.iter().map(|(local, changed)| variable(local, *changed, words.changed))}
                            </tbody>
                        })}
                    </table>
                </section>
            })}
        </>
    }
}

fn variables(log: &Log, task: TaskId, depth: u32, seen: usize) -> Vec<(Local, bool)> {
    log.annex().locals_at(log.events(), task, depth, seen)
}

fn frame_view(frame: &Frame, log: &Log, main: &str) -> Html {
    let file = log.annex().file(frame.line.file()).unwrap_or(main);
    let place = frame.line.number().map(|number| format!("{file}:{number}"));
    html! { <li><code>{frame.function.to_string()}</code><span class="at">{place}</span></li> }
}

fn variable(local: &Local, changed: bool, word: &'static str) -> Html {
    html! {
        <tr data-changed={changed.then_some("true")}>
            <th scope="row"><code>{local.name.to_string()}</code></th>
            <td><code>{local.value.to_string()}</code></td>
            <td>{changed.then_some(word)}</td>
        </tr>
    }
}
