//! A prediction: the reader answers questions before the run, and sees the answers marked after it. A button moves the
//! cursor to the first surprise.

use std::rc::Rc;

use yew::{Callback, Html, MouseEvent, Properties, component, html, use_memo};

use super::field::FieldView;
use super::refusals::explain;
use crate::app::model::action::Action;
use crate::app::model::guess::Guess;
use crate::app::model::rehearsal::end_of;
use crate::app::model::run::Run;
use crate::app::model::wish::Wish;
use crate::app::widgets::computed::use_computed;
use crate::app::widgets::figures::Figures;
use crate::app::widgets::icon::icon;
use crate::host::document;
use crate::program::{Program, ProgramRef, Setup};
use crate::text::{Interface, Language, interface};
use crate::trace::{Facts, Fate, Log, Mark, first_surprise};

mod answers;
mod order;

use answers::answers;

/// The properties of the prediction.
#[derive(PartialEq, Properties)]
pub struct Props {
    /// The language.
    pub language: Language,
    /// The source of the questions.
    pub asked: Asked,
    /// The reader's predictions so far.
    pub guess: Guess,
    /// The run, if there is one.
    pub run: Option<Run>,
    /// Called with the reader's actions.
    pub on_action: Callback<Action>,
    /// Called with the reader's wishes about the run.
    pub on_wish: Callback<Wish>,
}

/// The source of the questions about a run.
#[derive(Clone, PartialEq)]
pub enum Asked {
    /// A rehearsal of this program with these values.
    Rehearsed(ProgramRef, Setup),
    /// A hidden run; `None` before its end.
    Known(Option<Rc<Facts>>),
}

impl Asked {
    fn facts(&self) -> Facts {
        match self {
            Self::Rehearsed(program, setup) => rehearsed(program, setup),
            Self::Known(facts) => facts.as_deref().cloned().unwrap_or_default(),
        }
    }
}

/// The questions; once the run has ended, the answers.
#[component]
pub fn Predict(props: &Props) -> Html {
    let words = interface(props.language);
    let said = &words.prediction;
    let asked = use_computed(props.asked.clone(), Asked::facts).unwrap_or_default();
    let ended = props.run.as_ref().filter(|run| run.ended);
    let came =
        use_memo((ended.map(|run| run.number), asked.clone()), |(_, asked)| ended.map(|run| answered(run, asked)));
    let close = props.on_action.reform(|_| {
        document::focus_next("predict");
        Action::Predict(false)
    });
    let (title, status, body, way_on) = match &*came {
        Some(facts) => {
            let marks = facts.marks(&props.guess.answers());
            (
                said.answers,
                score(facts, &marks, words),
                answers(facts, &marks, props, words),
                surprise(&marks, props, words),
            )
        }
        None if props.run.is_some() => {
            (said.title, said.running.to_owned(), questions(&asked, true, props, words), html! {})
        }
        None => (said.title, String::new(), questions(&asked, false, props, words), run_button(props, words)),
    };
    html! {
        <section class="predict" aria-labelledby="predict-title" data-answered={came.is_some().to_string()}>
            <h2 id="predict-title">{title}</h2>
            <p class="score" role="status">{status}</p>
            {body}
            <div class="way-on">
                {way_on}
                <button class="quiet" type="button" id="predict-close" onclick={close}>
                    {if came.is_some() { words.close } else { said.close }}
                </button>
            </div>
        </section>
    }
}

/// The facts from a rehearsal, which decide the questions. If a rehearsal takes too long, only the total is asked.
fn rehearsed(program: &Program, setup: &Setup) -> Facts {
    let log = Log::shared();
    let over = program.event_loop(setup, &log).and_then(|event_loop| end_of(&event_loop));
    over.map(|_| Facts::of(&log.borrow(), program.reports)).unwrap_or_default()
}

/// The facts of the run, limited to what was asked.
fn answered(run: &Run, asked: &Facts) -> Facts {
    let mut facts = run
        .tracks
        .first()
        .map(|track| Facts::of(&track.log.borrow(), track.variant.program.reports))
        .unwrap_or_default();
    if asked.prints.is_empty() {
        facts.prints.clear();
    }
    if asked.ends.is_empty() {
        facts.ends.clear();
    }
    facts
}

/// The questions with the reader's answers. The answers are `locked` once the run has started.
fn questions(asked: &Facts, locked: bool, props: &Props, words: &'static Interface) -> Html {
    html! {
        <>
            <fieldset class="questions" disabled={locked} aria-labelledby="predict-title">
                {total_field(props, words)}
                {(!asked.prints.is_empty()).then(|| order::view(asked, props, words))}
                {(!asked.ends.is_empty()).then(|| ends_field(asked, props, words))}
            </fieldset>
            <p class="note">{words.prediction.hides}</p>
        </>
    }
}

/// Sends a wish and moves the focus to the element with this id, since the pressed button disappears.
fn going_to(id: &'static str, wish: Wish, props: &Props) -> Callback<MouseEvent> {
    props.on_wish.reform(move |_| {
        document::focus_next(id);
        wish
    })
}

fn run_button(props: &Props, words: &Interface) -> Html {
    html! {
        <button class="btn main" type="button" id="predict-run" onclick={going_to("run", Wish::Toggle, props)}>
            {icon("play")}<span>{words.prediction.run}</span>
        </button>
    }
}

fn total_field(props: &Props, words: &'static Interface) -> Html {
    let said = &words.prediction;
    let refusal = props.guess.typed_total().err();
    let guess = props.guess.clone();
    let field = FieldView {
        prefix: "",
        name: "guess",
        label: said.total,
        described_by: "guess-within m-guess".to_owned(),
        refused: refusal.is_some(),
        decimal_sign: words.decimal_sign,
        on_type: props.on_action.reform(move |total| Action::Guess(Guess { total, ..guess.clone() })),
        on_wish: props.on_wish.clone(),
    };
    html! {
        <div class="param">
            <label for={field.id()}>{said.total}</label>
            {field.input(field.id(), props.guess.total.clone(), "decimal", "")}
            <span class="unit">{words.seconds_unit}</span>
            <small id="guess-within">{said.tolerance}</small>
            <span class="refusal" id="m-guess" role="status">
                {refusal.map(|refusal| format!("{} {}", explain(refusal, words), said.no_answer))}
            </span>
        </div>
    }
}

fn ends_field(asked: &Facts, props: &Props, words: &Interface) -> Html {
    let tick = |(place, fate): (usize, &Fate)| {
        let guess = props.guess.named(place);
        let id = format!("ends-{place}");
        html! {
            <label key={place} for={id.clone()}>
                <input
                    {id} type="checkbox" checked={props.guess.ends.contains(&place)}
                    onclick={props.on_action.reform(move |_| Action::Guess(guess.clone()))}
                />
                {fate.task.clone()}
            </label>
        }
    };
    html! {
        <fieldset>
            <legend>{words.prediction.ends}</legend>
            <div class="tasks-named">{for asked.ends.iter().enumerate().map(tick)}</div>
        </fieldset>
    }
}

/// How many answers were right, of how many questions.
fn score(facts: &Facts, marks: &[Mark; 3], words: &Interface) -> String {
    let said = &words.prediction;
    if marks.iter().all(|mark| *mark == Mark::Open) {
        return said.unanswered.to_owned();
    }
    let asked = 1 + usize::from(!facts.prints.is_empty()) + usize::from(!facts.ends.is_empty());
    let right = marks.iter().filter(|mark| **mark == Mark::Right).count();
    let score = (said.score)(right, asked);
    if right > 0 && first_surprise(marks).is_none() { format!("{score} {}", said.none_wrong) } else { score }
}

/// The button that moves the cursor to the first surprise, and the button that returns to the questions.
fn surprise(marks: &[Mark; 3], props: &Props, words: &Interface) -> Html {
    let said = &words.prediction;
    html! {
        <>
            {first_surprise(marks).map(|at| html! {
                <button class="btn" type="button" id="surprise" onclick={props.on_wish.reform(move |_| Wish::Visit(at))}>
                    {icon("out")}<span>{(said.surprise)(&words.measured(at))}</span>
                </button>
            })}
            <button class="quiet" type="button" id="predict-again" onclick={going_to("guess", Wish::Reset, props)}>{said.again}</button>
        </>
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::scenarios;
    use crate::trace::{Answers, TOLERANCE};

    /// The answers that agree with these facts.
    fn truth(facts: &Facts) -> Answers {
        let shuffled = facts.shuffled();
        let order = (0..shuffled.len()).filter_map(|print| shuffled.iter().position(|other| *other == print)).collect();
        let ends = (0..facts.ends.len()).filter(|place| facts.ends[*place].without_result()).collect();
        Answers { total: Some(facts.total), order, ends }
    }

    #[test]
    fn every_scenario_asks_for_the_total_and_true_answers_are_right() {
        let mut asked = [0; 2];
        for scenario in scenarios::ALL.iter().filter(|scenario| !scenario.is_always_real()) {
            let facts = rehearsed(scenario, &scenario.defaults());
            let marks = facts.marks(&truth(&facts));
            assert_eq!(marks[0], Mark::Right, "{}", scenario.id);
            assert!(marks[1..].iter().all(|mark| !matches!(mark, Mark::Wrong(_))), "{}: {marks:?}", scenario.id);
            assert_eq!(first_surprise(&marks), None);
            asked[0] += usize::from(marks[1] == Mark::Right);
            asked[1] += usize::from(marks[2] == Mark::Right);
        }
        assert!(asked[0] > 15 && asked[1] > 6, "{asked:?} scenarios ask for the order and for the ends");
    }

    #[test]
    fn the_stated_tolerance_is_the_one_used_for_marking() {
        let (seconds, part) = TOLERANCE;
        for language in [Language::English, Language::French] {
            let said = interface(language).prediction.tolerance;
            assert!(said.contains(&format!("{}\u{a0}s", interface(language).short(seconds))), "{said}");
            assert!(said.contains(&format!(" {}\u{a0}%", part * 100.0)), "{said}");
        }
    }

    #[test]
    fn prints_to_be_ordered_reveal_neither_times_nor_errors() {
        for scenario in scenarios::ALL.iter().filter(|scenario| !scenario.is_always_real()) {
            for (_, text) in rehearsed(scenario, &scenario.defaults()).prints {
                assert!(!text.contains("Error") && !text.contains(" | "), "{}: {text}", scenario.id);
            }
        }
    }
}
