//! An exercise: the task in words, hints to be opened one by one, and the link to the solution. The run below is the
//! solution's timeline.

use yew::{Callback, Html, html};

use super::later::Loading;
use super::prose::{Terms, prose};
use crate::app::model::action::Action;
use crate::app::model::choices::Tab;
use crate::text::words::Exercise;
use crate::text::{Guide, Language, interface};

/// Renders the exercise of this guide.
pub fn view(language: Language, guide: &Loading, on_action: &Callback<Action>) -> Html {
    let Some(text) = guide.text() else { return guide.instead(language) };
    let Exercise { task, timeline, hint, solution } = interface(language).exercise;
    let guide = Guide::parse(text);
    let show = on_action.reform(|_| Action::Open(Tab::Code));
    html! {
        <section class="exercise" aria-label={task}>
            <h2>{task}</h2>
            {paragraphs(&guide.task)}
            <h2>{timeline}</h2>
            {paragraphs(&guide.timeline)}
            {for guide.hints.chunks(1).zip(1..).map(|(said, number)| html! {
                <details><summary>{format!("{hint} {number}")}</summary>{paragraphs(said)}</details>
            })}
            <button class="btn" type="button" onclick={show}>{solution}</button>
        </section>
    }
}

fn paragraphs(said: &[String]) -> Html {
    said.iter().map(|text| html! { <p>{prose(text, &mut Terms::default())}</p> }).collect()
}
