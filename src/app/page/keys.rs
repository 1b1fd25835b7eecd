//! The keyboard shortcuts of the whole page, and the dialog that lists them.

use web_sys::KeyboardEvent;
use yew::{Callback, Html, Properties, component, hook, html, use_effect_with};

use crate::app::course::contents;
use crate::app::model::action::Action;
use crate::app::model::wish::Wish;
use crate::app::panels::legend;
use crate::app::widgets::icon::icon;
use crate::app::widgets::ids::INSPECTOR;
use crate::host::document;
use crate::text::keys::keys;
use crate::text::{Language, interface};

/// The id of the button that opens the dialog.
pub const KEYS: &str = "keys";

/// The id of the button that closes the dialog.
const CLOSE: &str = "close-keys";

/// The wish that a letter sends. The reader can turn the letters off, since speech input may type them by accident.
fn wish(key: &str) -> Option<Wish> {
    Some(match key {
        "r" => Wish::Toggle,
        "s" | "." => Wish::Step,
        "b" | "," => Wish::Back,
        "n" => Wish::NextPrint,
        _ => return None,
    })
}

/// Listens for the shortcuts as long as the page is open.
#[hook]
pub fn use_keys(letters: bool, on_wish: &Callback<Wish>, on_action: &Callback<Action>) {
    let (on_wish, on_action) = (on_wish.clone(), on_action.clone());
    use_effect_with(letters, move |letters| {
        let letters = *letters;
        let listener = document::on_key(move |event: &KeyboardEvent| {
            let (key, free) = (event.key(), !document::is_typing() && document::is_plain(event));
            match key.as_str() {
                // The editor has handled the key.
                _ if event.default_prevented() => false,
                "Enter" if event.ctrl_key() || event.meta_key() => {
                    on_wish.emit(Wish::Toggle);
                    true
                }
                "Escape" => {
                    on_action.emit(Action::OpenContents(false));
                    on_action.emit(Action::Keys(false));
                    false
                }
                "/" if free => {
                    on_action.emit(Action::OpenContents(true));
                    // After the next render, since a narrow screen shows the field only then.
                    document::focus_next(contents::FIND);
                    true
                }
                key if free && letters => letter(key, &on_wish, &on_action),
                _ => false,
            }
        });
        move || drop(listener)
    });
}

/// Handles a letter; false if it is no shortcut.
fn letter(key: &str, on_wish: &Callback<Wish>, on_action: &Callback<Action>) -> bool {
    match key {
        "?" => on_action.emit(Action::Keys(true)),
        "i" => document::focus(INSPECTOR),
        "e" => {
            on_action.emit(Action::Fold(false));
            document::focus_first(".params :is(input, textarea, button)");
        }
        key => match wish(key) {
            Some(wish) => on_wish.emit(wish),
            None => return false,
        },
    }
    true
}

/// The properties of the dialog.
#[derive(PartialEq, Properties)]
pub struct Props {
    /// Whether single-letter keys work.
    pub letters: bool,
    /// The language.
    pub language: Language,
    /// Called with the reader's actions.
    pub on_action: Callback<Action>,
}

/// The dialog with the list of keys. It takes the focus when it opens.
#[component]
pub fn KeyList(props: &Props) -> Html {
    let Props { letters, language, on_action } = props;
    let (letters, language) = (*letters, *language);
    use_effect_with((), |()| document::focus(CLOSE));
    let (words, said) = (interface(language), keys(language));
    let close = on_action.reform(|_| {
        document::focus_next(KEYS);
        Action::Keys(false)
    });
    let turn = on_action.reform(move |_| Action::Letters(!letters));
    html! {
        <div class="cover">
            <div class="key-list" role="dialog" aria-modal="true" aria-labelledby="keys-title">
                <h2 id="keys-title">{said.list}</h2>
                <button class="quiet" type="button" id={CLOSE} aria-label={words.close} onclick={close}>{icon("cross")}</button>
                <dl class="meanings">{legend::all_keys(language)}</dl>
                <label><input type="checkbox" role="switch" checked={letters} onclick={turn} />{" "}{said.letters}</label>
            </div>
        </div>
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn letters_control_the_run() {
        assert_eq!(["r", "s", ".", "b", ",", "n"].map(wish).map(|wish| wish.is_some()), [true; 6]);
        assert_eq!(wish("x"), None);
    }
}
