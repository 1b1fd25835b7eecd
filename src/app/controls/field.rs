//! The controls for a parameter's value: a text field with a slider, a choice, a switch.

use wasm_bindgen::JsCast;
use web_sys::{HtmlInputElement, HtmlTextAreaElement};
use yew::{Callback, Html, InputEvent, KeyboardEvent, html};

use crate::app::model::wish::Wish;
use crate::app::widgets::figures::short;
use crate::asyncio::Repr;
use crate::host::document;
use crate::program::{OFF_ON, Range};
use crate::text::Interface;

/// The properties that all controls of a parameter share.
pub struct FieldView {
    /// The prefix of the controls' ids: `p-` for the present run, another one for the other run.
    pub prefix: &'static str,
    /// The parameter's name.
    pub name: &'static str,
    /// The parameter's label.
    pub label: &'static str,
    /// The id of the element with the message about a refused value.
    pub described_by: String,
    /// Whether the value is refused.
    pub refused: bool,
    /// The decimal separator.
    pub decimal_sign: &'static str,
    /// Called with the text that the reader typed or chose.
    pub on_type: Callback<String>,
    /// Called with the reader's wishes about the run.
    pub on_wish: Callback<Wish>,
}

impl FieldView {
    /// A text field for a word.
    pub fn word(&self, typed: String) -> Html {
        html! {
            <>
                <label for={self.id()}>{self.label}</label>
                {self.input(self.id(), typed, "text", "wide")}
            </>
        }
    }

    /// A text field with several lines.
    pub fn lines(&self, typed: String) -> Html {
        let on_input = self.on_type.reform(|event: InputEvent| {
            let field = event.target().and_then(|target| target.dyn_into::<HtmlTextAreaElement>().ok());
            field.map(|field| field.value()).unwrap_or_default()
        });
        html! {
            <>
                <label for={self.id()}>{self.label}</label>
                <textarea
                    id={self.id()} rows="2" value={typed} oninput={on_input} autocomplete="off" spellcheck="false"
                    aria-describedby={self.described_by.clone()} aria-invalid={self.refused.to_string()}
                />
            </>
        }
    }

    /// A text field for a number, and a slider for the same value.
    pub fn number(&self, typed: String, number: f64, range: Range, step: &'static str, words: &Interface) -> Html {
        let mode = if step == "1" { "numeric" } else { "decimal" };
        html! {
            <>
                <label for={self.id()}>{self.label}</label>
                {self.input(self.id(), typed, mode, "")}
                <span class="unit">{range.seconds.then_some(words.seconds_unit)}</span>
                {slider(self.label.to_owned(), number, range, step, &self.on_type)}
            </>
        }
    }

    /// A group of buttons, one for each option.
    pub fn choice<'a>(
        &self,
        options: impl Iterator<Item = (&'static str, &'a str)>,
        chosen: Option<&'static str>,
        disabled: bool,
    ) -> Html {
        html! {
            <>
                <span id={format!("l-{}", self.id())}>{self.label}</span>
                <div class="seg" id={self.id()} role="group" aria-labelledby={format!("l-{}", self.id())} aria-describedby={self.described_by.clone()}>
                    {for options.map(|(option, word)| html! {
                        <button
                            type="button" data-option={option} aria-pressed={(chosen == Some(option)).to_string()} {disabled}
                            onclick={self.on_type.reform(move |_| option.to_owned())}
                        >
                            {word.to_owned()}
                        </button>
                    })}
                </div>
            </>
        }
    }

    /// A switch.
    pub fn switch(&self, on: bool, disabled: bool) -> Html {
        let turn = self.on_type.reform(move |_| OFF_ON[usize::from(!on)].to_owned());
        html! {
            <>
                <label for={self.id()}>{self.label}</label>
                <input
                    id={self.id()} type="checkbox" role="switch" checked={on} onclick={turn} {disabled}
                    aria-describedby={self.described_by.clone()}
                />
            </>
        }
    }

    /// A text field without its label.
    pub fn input(&self, id: String, typed: String, mode: &'static str, class: &'static str) -> Html {
        self.named_input(id, None, typed, mode, class, self.refused, &self.on_type)
    }

    /// A text field with a name of its own, for an item of a list.
    #[allow(clippy::too_many_arguments)] // each is an attribute of the element
    pub fn named_input(
        &self,
        id: String,
        name: Option<String>,
        typed: String,
        mode: &'static str,
        class: &'static str,
        refused: bool,
        on_type: &Callback<String>,
    ) -> Html {
        // A refused text is shown as it was typed.
        let typed = if mode == "decimal" && !refused { typed.replace('.', self.decimal_sign) } else { typed };
        html! {
            <input
                {id} {class} value={typed} oninput={typing(on_type)} onkeydown={running(&self.on_wish)} inputmode={mode}
                autocomplete="off" spellcheck="false" aria-label={name} aria-describedby={self.described_by.clone()}
                aria-invalid={refused.to_string()}
            />
        }
    }

    /// The id of the first control.
    pub fn id(&self) -> String {
        format!("{}{}", self.prefix, self.name)
    }
}

/// A slider. It reports its value as the reader would type it.
pub fn slider(name: String, number: f64, range: Range, step: &'static str, on_type: &Callback<String>) -> Html {
    let whole = step == "1";
    let on_type = on_type.reform(move |typed: String| match range.parse(&typed) {
        Ok(number) if !whole => number.repr().to_string(),
        _ => typed,
    });
    html! {
        <input
            type="range" min={short(range.low)} max={short(range.high)} {step} value={number.repr().to_string()}
            aria-label={name} oninput={typing(&on_type)}
        />
    }
}

/// Reports the text of a field after each input.
fn typing(on_type: &Callback<String>) -> Callback<InputEvent> {
    on_type.reform(|event: InputEvent| {
        let field = event.target().and_then(|target| target.dyn_into::<HtmlInputElement>().ok());
        field.map(|field| field.value()).unwrap_or_default()
    })
}

/// Enter in a field starts the run.
fn running(on_wish: &Callback<Wish>) -> Callback<KeyboardEvent> {
    let on_wish = on_wish.clone();
    Callback::from(move |event: KeyboardEvent| {
        if event.key() == "Enter" && document::is_plain(&event) {
            // The focus moves to the button Run, which the same key would press.
            event.prevent_default();
            on_wish.emit(Wish::Toggle);
        }
    })
}

/// The range of a slider for seconds: it covers values near the usual one, so that a pixel is a small step. The field takes
/// the whole range.
pub fn near(range: Range, usual: f64, value: f64) -> Range {
    let high = [1.0, 2.0, 5.0, 10.0].into_iter().find(|high| usual * 2.0 <= *high && value <= *high);
    let high = high.filter(|high| range.seconds && *high < range.high && *high > range.low);
    high.map_or(range, |high| Range { high, ..range })
}

/// The step of a slider for this range.
pub const fn step(range: Range) -> &'static str {
    if range.high - range.low > 1.0 { "0.1" } else { "0.05" }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_slider_covers_what_is_near_until_the_value_lies_beyond() {
        let range = Range { low: 0.0, high: 30.0, seconds: true };
        let high = |usual, value| near(range, usual, value).high;
        assert_eq!([high(2.0, 1.8), high(2.0, 5.0), high(2.0, 7.0), high(2.0, 12.0)], [5.0, 5.0, 10.0, 30.0]);
        assert_eq!([high(0.4, 0.4), high(20.0, 1.0)], [1.0, 30.0]);
        assert_eq!(near(Range { seconds: false, ..range }, 2.0, 1.0).high, 30.0);
    }
}
