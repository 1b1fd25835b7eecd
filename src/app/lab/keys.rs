//! The row of keys above a phone's keyboard, for characters that programs need and such keyboards hide.

use yew::{Callback, Html, MouseEvent, PointerEvent, html};

use super::desk::Desk;
use crate::text::lab::lab;

/// What each key types: before the caret, and after it.
const TYPED: [(&str, &str); 5] = [("(", ")"), ("[", "]"), ("\"", "\""), (":", ""), ("_", "")];

/// Renders the row.
pub fn view(desk: &Desk) -> Html {
    let words = lab(desk.language());
    // The editor keeps the focus, so that the phone's keyboard stays open.
    let stay = Callback::from(|event: PointerEvent| event.prevent_default());
    let command = |name: &'static str| {
        let desk = desk.clone();
        Callback::from(move |_: MouseEvent| {
            desk.with(|editor| editor.command(name));
        })
    };
    html! {
        <div class="keys" role="group" aria-label={words.key_row} onpointerdown={stay}>
            <button type="button" aria-label={words.indent} onclick={command("indent")}>{"\u{21e5}"}</button>
            <button type="button" aria-label={words.outdent} onclick={command("outdent")}>{"\u{21e4}"}</button>
            {for TYPED.into_iter().map(|(before, after)| {
                let desk = desk.clone();
                let insert = Callback::from(move |_: MouseEvent| {
                    desk.with(|editor| editor.insert(before, after));
                });
                html! { <button type="button" onclick={insert}>{before}{after}</button> }
            })}
            <button type="button" aria-label={words.undo_key} onclick={command("undo")}>{"\u{21b6}"}</button>
        </div>
    }
}
