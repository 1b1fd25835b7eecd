//! The check that a reader can make: compares this run's story line by line with `CPython`'s recording.

use std::rc::Rc;

use yew::{
    Callback, Html, MouseEvent, Properties, UseStateHandle, component, hook, html, use_effect_with, use_mut_ref,
    use_state,
};

use crate::app::model::run::Track;
use crate::host::fetch::{self, Missed};
use crate::program::{Program, Setup, Start};
use crate::text::{Interface, Language, interface};
use crate::trace::{Cursor, Story};

/// The properties of the check.
#[derive(PartialEq, Properties)]
pub struct Props {
    /// The language.
    pub language: Language,
    /// The track to check.
    pub track: Track,
    /// Whether the run is over.
    pub over: bool,
    /// Whether to name the variant, because several are shown.
    pub titled: bool,
}

/// The result of the comparison.
#[derive(Clone, Debug, PartialEq)]
enum Verdict {
    Waiting,
    Equal(usize),
    Differs { line: usize, ours: String, theirs: String },
    Missing,
    NoAnswer,
    Failed(String),
}

/// The explanation, the button and the result.
#[component]
pub fn Proof(props: &Props) -> Html {
    let words = interface(props.language);
    let (verdict, compare) = use_comparison(&props.track, props.over);
    if matches!(props.track.variant.program.start, Start::Elsewhere) {
        return html! { <section hidden={true} /> };
    }
    if props.track.variant.is_real() {
        return html! { <section class="proof"><h2>{words.proof}</h2><p class="note">{words.proof_real}</p></section> };
    }
    html! {
        <section class="proof">
            <h2>
                {words.proof}
                {if props.titled { html! { <small>{props.track.variant.title(props.language)}</small> } } else { html! {} }}
            </h2>
            <p class="note">{words.proof_text}</p>
            <div class="proof-line">
                <button class="btn" type="button" aria-disabled={(!props.over).to_string()} onclick={compare}>{words.proof_button}</button>
                <p role="status" data-verdict={verdict_code(verdict.as_ref())}>{verdict_text(verdict.as_ref(), words)}</p>
            </div>
        </section>
    }
}

/// The result of the last comparison, and the callback that starts one. Only a run that is over is compared.
#[hook]
fn use_comparison(track: &Track, over: bool) -> (UseStateHandle<Option<Verdict>>, Callback<MouseEvent>) {
    let verdict = use_state(|| None::<Verdict>);
    // The number of the present comparison. An answer for an earlier one is dropped.
    let about = use_mut_ref(|| 0_u32);
    use_effect_with(Rc::as_ptr(&track.log), {
        let (verdict, about) = (verdict.setter(), about.clone());
        move |_| {
            verdict.set(None);
            move || *about.borrow_mut() += 1
        }
    });
    let (setter, track) = (verdict.setter(), track.clone());
    let compare = Callback::from(move |_| {
        if !over {
            return;
        }
        let asked = *about.borrow();
        setter.set(Some(Verdict::Waiting));
        let (verdict, about) = (setter.clone(), about.clone());
        let (variant, log) = (track.variant.clone(), track.log.clone());
        wasm_bindgen_futures::spawn_local(async move {
            let recording = fetch::text(&format!("cpython/{}.txt", &*variant.program.id), None).await;
            if *about.borrow() == asked {
                let log = log.borrow();
                let ours = Story::from_events(Cursor::end(&log).past(&log)).to_string();
                verdict.set(Some(compare(&variant.program, &variant.setup, &ours, recording)));
            }
        });
    });
    (verdict, compare)
}

fn verdict_code(verdict: Option<&Verdict>) -> Option<&'static str> {
    Some(match verdict? {
        Verdict::Waiting => "waiting",
        Verdict::Equal(_) => "equal",
        Verdict::Differs { .. } => "differs",
        Verdict::Missing => "missing",
        Verdict::NoAnswer | Verdict::Failed(_) => "failed",
    })
}

fn verdict_text(verdict: Option<&Verdict>, words: &Interface) -> String {
    verdict.map(|verdict| said(verdict, words)).unwrap_or_default()
}

fn said(verdict: &Verdict, words: &Interface) -> String {
    match verdict {
        Verdict::Waiting => words.proof_wait.to_owned(),
        Verdict::Equal(lines) => (words.proof_equal)(*lines),
        Verdict::Differs { line, ours, theirs } => (words.proof_differs)(*line, ours, theirs),
        Verdict::Missing => words.proof_missing.to_owned(),
        Verdict::NoAnswer => (words.proof_failed)(words.needs_network),
        Verdict::Failed(reason) => (words.proof_failed)(reason),
    }
}

/// Compares our story with the recorded one for the same values.
fn compare(program: &Program, setup: &Setup, ours: &str, recording: Result<String, Missed>) -> Verdict {
    let recording = match recording {
        Ok(text) if text.starts_with("# CPython") => text,
        // Some servers answer every path with the page itself.
        Ok(_) => return Verdict::Failed("404".to_owned()),
        Err(Missed::NoAnswer) => return Verdict::NoAnswer,
        Err(Missed::Refused(reason)) => return Verdict::Failed(reason),
    };
    let named = program.parameters.iter().zip(setup.values());
    let heading: Vec<String> = named.map(|(parameter, value)| format!("{}={}", parameter.name, value.text())).collect();
    let heading = format!("[{}]", heading.join(" "));
    let mut lines = recording.lines().skip_while(|line| *line != heading).skip(1).peekable();
    if lines.peek().is_none() {
        return Verdict::Missing;
    }
    let theirs: Vec<&str> = lines.take_while(|line| !line.is_empty() && !line.starts_with("lines ")).collect();
    let ours: Vec<&str> = ours.lines().collect();
    let nothing = "—";
    for place in 0..ours.len().max(theirs.len()) {
        let (mine, yours) = (ours.get(place).unwrap_or(&nothing), theirs.get(place).unwrap_or(&nothing));
        if mine != yours {
            return Verdict::Differs { line: place + 1, ours: (*mine).to_owned(), theirs: (*yours).to_owned() };
        }
    }
    Verdict::Equal(ours.len())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::program::Value;
    use crate::scenarios;
    use crate::trace::Log;

    const RECORDING: &str = include_str!("../../../tests/conformance/fixtures/concurrent.txt");

    fn verdict(setup: &Setup, recording: Result<String, Missed>) -> Verdict {
        let scenario = scenarios::find("concurrent").expect("a scenario");
        let log = Log::shared();
        scenario.event_loop(setup, &log).run_to_end();
        let ours = Story::from_events(log.borrow().events()).to_string();
        compare(scenario, setup, &ours, recording)
    }

    #[test]
    fn a_recording_equals_the_run_and_a_changed_one_does_not() {
        let defaults = scenarios::find("concurrent").expect("a scenario").defaults();
        assert_eq!(verdict(&defaults, Ok(RECORDING.to_owned())), Verdict::Equal(15));
        let changed = RECORDING.replacen("1.000 D2 printed", "1.000 D3 printed", 1);
        assert_eq!(
            verdict(&defaults, Ok(changed)),
            Verdict::Differs {
                line: 9,
                ours: "1.000 D2 printed \"D2 done\"".to_owned(),
                theirs: "1.000 D3 printed \"D2 done\"".to_owned()
            }
        );
    }

    #[test]
    fn a_missing_recording_and_a_failed_load_are_reported() {
        let odd = Setup::new([2.25, 1.0, 1.5].map(Value::Number).to_vec());
        assert_eq!(verdict(&odd, Ok(RECORDING.to_owned())), Verdict::Missing);
        assert_eq!(verdict(&odd, Err(Missed::NoAnswer)), Verdict::NoAnswer);
        assert_eq!(verdict(&odd, Err(Missed::Refused("404".to_owned()))), Verdict::Failed("404".to_owned()));
        assert_eq!(verdict(&odd, Ok("<!doctype html>".to_owned())), Verdict::Failed("404".to_owned()));
    }
}
