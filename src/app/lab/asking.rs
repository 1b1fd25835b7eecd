//! The prompt of the program's `input()`, and the reader's answer.

use wasm_bindgen::JsCast;
use web_sys::{HtmlInputElement, SubmitEvent};
use yew::{Callback, Html, html};

use super::bench::Bench;
use super::desk::Desk;
use crate::host::document;
use crate::text::lab::lab;

/// The field for `input()`, below the last line of the output.
pub fn view(desk: &Desk, bench: &Bench) -> Html {
    let Some(prompt) = &bench.asks else { return html! {} };
    let words = lab(desk.language());
    let submit = {
        let desk = desk.clone();
        Callback::from(move |event: SubmitEvent| {
            event.prevent_default();
            let field = document::element("answer").and_then(|field| field.dyn_into::<HtmlInputElement>().ok());
            desk.answer(field.map(|field| field.value()));
        })
    };
    let end = {
        let desk = desk.clone();
        Callback::from(move |_| desk.answer(None))
    };
    html! {
        <form class="ask" onsubmit={submit}>
            <label for="answer"><code>{prompt.clone()}</code><span class="unseen">{words.answer_field}</span></label>
            <input id="answer" type="text" autocomplete="off" autofocus={true} />
            <button class="btn main" type="submit">{words.answer}</button>
            <button class="btn" type="button" onclick={end}>{words.no_more}</button>
        </form>
    }
}
