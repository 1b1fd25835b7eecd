//! The marked answers of a prediction, each with the truth.

use yew::{Html, html};

use super::Props;
use crate::app::model::guess::Guess;
use crate::app::widgets::figures::Figures;
use crate::app::widgets::icon::{icon, state_code, state_icon, state_words};
use crate::text::Interface;
use crate::trace::{Facts, Fate, Mark};

/// Renders the marked answers.
pub fn answers(facts: &Facts, marks: &[Mark; 3], props: &Props, words: &Interface) -> Html {
    let said = &words.prediction;
    let took = (said.took)(&words.measured(facts.total));
    let total = match (marks[0], props.guess.typed_total()) {
        (Mark::Wrong(_), Ok(Some(typed))) => {
            format!("{took} {}", (said.said)(&format!("{}\u{a0}{}", words.short(typed), words.seconds_unit)))
        }
        _ => took,
    };
    html! {
        <dl class="marks">
            {answer(marks[0], said.total, html! { <p>{total}</p> }, words)}
            {(!facts.prints.is_empty()).then(|| answer(marks[1], said.order, prints(facts, &props.guess, words), words))}
            {(!facts.ends.is_empty()).then(|| answer(marks[2], said.ends, ends(facts, marks[2], &props.guess, words), words))}
        </dl>
    }
}

fn answer(mark: Mark, question: &'static str, details: Html, words: &Interface) -> Html {
    let (code, sign, word) = match mark {
        Mark::Open => ("open", "ring", words.prediction.marks.open),
        Mark::Right => ("right", "check", words.prediction.marks.right),
        Mark::Wrong(_) => ("wrong", "cross", words.prediction.marks.wrong),
    };
    html! {
        <div data-mark={code}><dt>{question}</dt><dd><b class="mark">{icon(sign)}{word}</b>{details}</dd></div>
    }
}

/// The sign and the word for a right or wrong part of an answer.
fn sign(right: bool, words: &Interface) -> Html {
    let (code, name) = if right { ("right", "check") } else { ("wrong", "cross") };
    html! { <span class="mark" data-mark={code}>{icon(name)}<span class="unseen">{if right { words.prediction.marks.right } else { words.prediction.marks.wrong }}</span></span> }
}

/// The prints in their true order. If the reader gave an order, each print has a sign for right or wrong, and a wrong
/// one names the reader's print.
fn prints(facts: &Facts, guess: &Guess, words: &Interface) -> Html {
    let answer = facts.ordered(&guess.order);
    let row = |(place, (at, text)): (usize, &(f64, String))| {
        let theirs = answer.as_ref().map(|answer| answer[place]);
        let instead =
            theirs.filter(|theirs| *theirs != place).map(|theirs| (words.prediction.said)(&facts.prints[theirs].1));
        html! {
            <li key={place}>
                {theirs.map(|theirs| sign(theirs == place, words))}<span>{words.measured(*at)}</span><code>{text.clone()}</code><small>{instead}</small>
            </li>
        }
    };
    html! { <ol class="came">{for facts.prints.iter().enumerate().map(row)}</ol> }
}

/// How the tasks ended. If the reader named some, each has a sign.
fn ends(facts: &Facts, mark: Mark, guess: &Guess, words: &Interface) -> Html {
    let row = |(place, fate): (usize, &Fate)| {
        let right = guess.ends.contains(&place) == fate.without_result();
        html! {
            <li key={place}>
                {(mark != Mark::Open).then(|| sign(right, words))}<span>{words.measured(fate.at)}</span><b>{fate.task.clone()}</b>
                <span class="badge" data-end={state_code(fate.state)}>
                    {state_icon(fate.state)}{state_words(fate.state, words).word}
                </span>
            </li>
        }
    };
    html! { <ul class="came">{for facts.ends.iter().enumerate().map(row)}</ul> }
}
