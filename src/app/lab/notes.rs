//! Messages about the program above the editor: where it came from, what opening it changed, and a button to undo a
//! deletion.

use yew::{Callback, Html, html};

use super::bench::{Bench, Notice};
use super::desk::Desk;
use crate::app::model::action::Action;
use crate::host::engine::EngineState;
use crate::text::bench::bench as more_words;
use crate::text::lab::{Lab, lab};

/// The length of a link in characters that any messenger or mail program transmits whole.
const SHORT: usize = 2000;

/// The messages, in a region that a screen reader hears.
pub fn view(desk: &Desk, bench: &Bench, on_action: &Callback<Action>) -> Html {
    let words = lab(desk.language());
    html! {
        <div class="notes" role="status">
            {bench.linked.then(|| linked(desk, on_action, words))}
            {for bench.notice.iter().map(|notice| notice_view(notice, desk, words))}
            {failure(desk, bench, words)}
        </div>
    }
}

fn linked(desk: &Desk, on_action: &Callback<Action>, words: &Lab) -> Html {
    let (desk, on_action) = (desk.clone(), on_action.clone());
    let keep = Callback::from(move |_| {
        desk.keep_linked();
        on_action.emit(Action::Settle);
    });
    html! {
        <div class="notice">
            <p>{words.from_link}</p>
            <button class="btn" type="button" onclick={keep}>{words.keep}</button>
        </div>
    }
}

fn notice_view(notice: &Notice, desk: &Desk, words: &Lab) -> Html {
    let more = more_words(desk.language());
    let said: Html = match notice {
        Notice::Opened(codes) => codes.iter().map(|code| html! { <p>{(words.note)(code)}</p> }).collect(),
        Notice::Deleted(program) => html! { <p>{(words.deleted)(&program.name)}</p> },
        Notice::Elsewhere => {
            let name = desk.bench().program.map(|program| program.name).unwrap_or_default();
            html! { <p>{(words.elsewhere)(&name)}</p> }
        }
        Notice::Copied(length) => {
            let is_long = *length > SHORT;
            html! { <p>{(words.link_copied)(&length.to_string())}{is_long.then(|| format!(" {}", more.long_link))}</p> }
        }
        Notice::Uncopied(link) => html! {
            <label class="field"><span>{more.link_here}</span><input type="text" readonly={true} value={link.clone()} /></label>
        },
        Notice::TooLong => html! { <p>{(words.note)("too_long")}</p> },
        Notice::NoMoment(line) => html! { <p>{(more.no_moment)(*line)}</p> },
    };
    let undo = if let Notice::Deleted(program) = notice { Some(program.clone()) } else { None };
    let close = {
        let desk = desk.clone();
        Callback::from(move |_| desk.change(|bench| bench.notice = None))
    };
    html! {
        <div class="notice">
            <div>{said}</div>
            {undo.map(|program| {
                let desk = desk.clone();
                let bring = Callback::from(move |_| desk.bring_back(program.clone()));
                html! { <button class="btn" type="button" onclick={bring}>{words.undo}</button> }
            })}
            {(*notice == Notice::TooLong).then(|| saving(desk))}
            <button class="btn" type="button" onclick={close}>{words.close}</button>
        </div>
    }
}

/// A button that saves the files of a program that is too long for a link.
fn saving(desk: &Desk) -> Html {
    let label = more_words(desk.language()).save_files;
    let desk = desk.clone();
    let save = Callback::from(move |_| desk.save_files());
    html! { <button class="btn" type="button" onclick={save}>{label}</button> }
}

/// The message that the engine could not be loaded, with a retry.
fn failure(desk: &Desk, bench: &Bench, words: &Lab) -> Html {
    let EngineState::Failed(why) = &bench.engine else { return html! {} };
    let desk = desk.clone();
    let retry = Callback::from(move |_| desk.engine().retry());
    html! {
        <div class="notice">
            <p>{(words.engine_failed)(why)}</p>
            <button class="btn" type="button" onclick={retry}>{words.try_again}</button>
        </div>
    }
}
