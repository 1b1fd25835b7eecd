//! The question for the order of the prints: a list whose items are moved by buttons and arrow keys.

use wasm_bindgen_futures::spawn_local;
use web_sys::KeyboardEvent;
use yew::{Callback, Html, html};

use super::Props;
use crate::app::model::action::Action;
use crate::host::document;
use crate::text::Interface;
use crate::trace::Facts;

/// The question, with the prints in the reader's order.
pub fn view(asked: &Facts, props: &Props, words: &Interface) -> Html {
    let said = &words.prediction;
    let (shuffled, order) = (asked.shuffled(), props.guess.order_of(asked));
    let texts: Vec<&str> = order.iter().map(|item| asked.prints[shuffled[*item]].1.as_str()).collect();
    let answered = asked.is_order(&props.guess.order);
    let guess = props.guess.as_it_stands(asked);
    let stand = props.on_action.reform(move |_| Action::Guess(guess.clone()));
    let rows = order.iter().zip(&texts).enumerate().map(|(index, (item, text))| {
        let print = Print { item: *item, text, index, last: index + 1 == order.len() };
        row(&print, asked, props, words)
    });
    html! {
        <fieldset>
            <legend>{said.order}</legend>
            <ol class="order">{for rows}</ol>
            <div class="stands">
                <button class="btn" type="button" id="as-it-stands" aria-disabled={answered.to_string()} onclick={stand}>
                    {said.as_it_stands}
                </button>
                <p role="status">
                    {if answered { said.order_said.given } else { said.order_said.not_yet }}
                    <span class="unseen">{(said.order_now)(&texts.join(", "))}</span>
                </p>
            </div>
        </fieldset>
    }
}

/// An item of the list.
struct Print<'a> {
    /// Its index in [`Facts::shuffled`].
    item: usize,
    text: &'a str,
    /// Its index in the list.
    index: usize,
    last: bool,
}

fn row(print: &Print<'_>, asked: &Facts, props: &Props, words: &Interface) -> Html {
    let Print { item, text, index, last } = *print;
    let said = &words.prediction;
    let (up, down) = (mover(item, index, true, asked, props), mover(item, index, false, asked, props));
    let press = {
        let (up, down) = (up.clone(), down.clone());
        Callback::from(move |event: KeyboardEvent| match event.key().as_str() {
            _ if !document::is_plain(&event) => {}
            "ArrowUp" => (event.prevent_default(), up.emit(())).1,
            "ArrowDown" => (event.prevent_default(), down.emit(())).1,
            _ => {}
        })
    };
    let button = |towards: bool, name: String, off: bool, go: &Callback<()>, sign: &'static str| {
        html! {
            <button
                class="btn" type="button" id={id(item, towards)} aria-label={name} aria-disabled={off.to_string()}
                onclick={go.reform(|_| ())}
            >
                {sign}
            </button>
        }
    };
    html! {
        <li key={item} onkeydown={press}>
            <b>{index + 1}</b><code>{text.to_owned()}</code>
            {button(true, (said.moves.up)(text), index == 0, &up, "↑")}
            {button(false, (said.moves.down)(text), last, &down, "↓")}
        </li>
    }
}

/// Moves a print by one. The moved row loses the focus, so the focus returns to the same button.
fn mover(item: usize, index: usize, up: bool, asked: &Facts, props: &Props) -> Callback<()> {
    let guess = props.guess.moved(asked, index, up);
    let on_action = props.on_action.clone();
    Callback::from(move |()| {
        on_action.emit(Action::Guess(guess.clone()));
        spawn_local(async move { document::focus(&id(item, up)) });
    })
}

/// The id of the button that moves this print up or down.
fn id(item: usize, up: bool) -> String {
    format!("{}-{item}", if up { "up" } else { "down" })
}
