//! Results of the search that the contents do not list otherwise: terms of the glossary, pages to read, exercises.

use yew::{Html, html};

use super::readings::reading_title;
use super::search::Found;
use super::words::{Kind, Line};
use crate::app::model::route::Route;
use crate::text::finds::finds;
use crate::text::{Language, Reading, interface};

/// The links. Each says where it leads.
#[inline(never)]
pub fn view(found: &Found, language: Language) -> Html {
    html! {
        <ul class="readings terms">
            {for found.terms.iter().map(|(id, name)| html! {
                <li key={*id}>
                    <a href={format!("{}/{id}", Route::to_reading("glossary"))} data-term={*id}>
                        <span>{*name.get(language)}</span><small class="leads">{interface(language).readings.glossary}</small>
                    </a>
                </li>
            })}
            {for found.readings.iter().map(|found| reading(found, language))}
            {for found.exercises.iter().map(|found| exercise(found, language))}
        </ul>
    }
}

fn reading(reading: &'static Reading, language: Language) -> Html {
    html! {
        <li key={reading.id}>
            <a href={Route::to_reading(reading.id)}>
                <span>{reading_title(reading, language)}</span><small class="leads">{finds(language).reading}</small>
            </a>
        </li>
    }
}

fn exercise(line: &Line, language: Language) -> Html {
    let words = finds(language);
    let kind = if line.kind == Kind::Hunt { words.hunt } else { words.exercise };
    html! {
        <li key={format!("e-{}", line.id)}>
            <a href={format!("#/e/{}", line.id)}>
                <span>{line.title.get(language).clone()}</span><small class="leads">{kind}</small>
            </a>
        </li>
    }
}
