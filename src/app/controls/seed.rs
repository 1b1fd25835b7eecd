//! The field of a seed, with a button that draws a new one.

use yew::{Html, html};

use super::field::FieldView;
use crate::app::widgets::icon::icon;
use crate::host::dice;
use crate::program::{GREATEST_SEED, Parameter, Refusal, Value};
use crate::text::Interface;

/// Renders the field and the button.
pub fn view(field: &FieldView, parameter: &Parameter, typed: String, words: &Interface) -> Html {
    let seed = parameter.parse(&typed);
    let throw = field.on_type.reform(move |_| thrown(&seed).to_string());
    let id = if field.prefix == "p-" { "dice".to_owned() } else { format!("{}dice", field.prefix) };
    html! {
        <>
            <label for={field.id()} title={words.seed_title}>{field.label}</label>
            <div class="seed">
                {field.input(field.id(), typed, "numeric", "")}
                <button class="btn" type="button" {id} aria-label={words.dice} title={words.dice} onclick={throw}>
                    {icon("dice")}
                </button>
            </div>
        </>
    }
}

/// A random seed that differs from the present one.
fn thrown(present: &Result<Value, Refusal>) -> u32 {
    let thrown = dice::below(GREATEST_SEED);
    match present {
        Ok(Value::Count(present)) if thrown >= *present => thrown + 1,
        _ => thrown,
    }
}
