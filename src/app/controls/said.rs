//! The line under the run bar: a sentence about the last callback, and what comes next. A screen reader speaks it.

use yew::{Html, Properties, component, html};

use crate::app::model::run::{Run, Track};
use crate::app::widgets::figures::{Figures, name_of};
use crate::app::widgets::sentence::{Sentence, Speaker};
use crate::host::Phase;
use crate::text::said::said;
use crate::text::{Language, interface};
use crate::trace::{Moment, Step};

/// The number of events before the cursor that are searched for the last print or end.
const NEWS: usize = 400;

/// The properties of the line.
#[derive(PartialEq, Properties)]
pub struct Props {
    /// The language.
    pub language: Language,
    /// The run, if there is one.
    pub run: Option<Run>,
}

/// The line. Its status element is always rendered, since a screen reader announces only changes of existing elements.
#[component]
pub fn SaidLine(props: &Props) -> Html {
    let track = props.run.as_ref().and_then(latest);
    let (lead, sentence, next) = match (&props.run, track) {
        (Some(run), Some(track)) => line(run, track, props.language),
        _ => Line::default(),
    };
    let words = interface(props.language);
    html! {
        <div class="said" data-empty={sentence.clauses.is_empty().then_some("true")}>
            <p id="said" role="status">
                {for lead.map(|lead| html! { <small>{lead}{words.colon}</small> })}
                {spoken(&sentence, said(props.language).semicolon)}
            </p>
            {for next.map(|(name, then)| html! {
                <p class="next">{said(props.language).next}{words.colon}<b>{name}</b>{" "}{then}</p>
            })}
        </div>
    }
}

/// The time or the callback of the sentence, the sentence, and the next task with a text about it.
type Line = (Option<String>, Sentence, Option<(String, String)>);

/// The track with the latest event.
fn latest(run: &Run) -> Option<&Track> {
    run.tracks.iter().max_by(|one, other| {
        let time = |track: &Track| track.cursor.past(&track.log.borrow()).last().map_or(0.0, |event| event.time);
        time(one).total_cmp(&time(other))
    })
}

fn line(run: &Run, track: &Track, language: Language) -> Line {
    let log = track.log.borrow();
    let picture = track.timeline();
    let (speaker, words) = (Speaker::new(language, &picture), said(language));
    let figures = interface(language);
    let title = (run.tracks.len() > 1).then(|| track.variant.title(language));
    if run.progress.phase == Phase::Running {
        let past = track.cursor.past(&log);
        let told = past.iter().rev().take(NEWS).find_map(|event| Some((event.time, speaker.news(event)?)));
        let (lead, sentence) = told.map_or_else(Default::default, |(at, news)| (Some(figures.measured(at)), news));
        return (lead.map(|lead| led(title, &lead)), sentence, None);
    }
    let Some(step) = Step::at(&log, track.cursor) else { return Line::default() };
    let callback =
        if step.callback == 0 { words.before.to_owned() } else { (words.callback)(&step.callback.to_string()) };
    let next = (track.cursor.events < log.events().len() || !run.over()).then(|| {
        let moment = Moment::of(&log, track.cursor);
        let name = |task| name_of(&picture, task).map(ToString::to_string);
        match (moment.ready.first(), moment.timers.first()) {
            (Some(task), _) => Some((name(*task)?, String::new())),
            (None, Some((until, task))) => Some((name(*task)?, (words.wakes_at)(&figures.measured(*until)))),
            (None, None) => None,
        }
    });
    (Some(led(title, &callback)), speaker.step(&step), next.flatten())
}

fn led(title: Option<String>, lead: &str) -> String {
    title.map_or_else(|| lead.to_owned(), |title| format!("{title}, {lead}"))
}

/// Renders the sentence with the names of tasks in bold.
fn spoken(sentence: &Sentence, between: &'static str) -> Html {
    let clauses = sentence.clauses.iter().enumerate();
    clauses
        .map(|(place, (name, said))| {
            html! {
                <>
                    {if place > 0 { between } else { "" }}
                    {(!name.is_empty()).then(|| html! { <><b>{name.clone()}</b>{" "}</> })}
                    {said.clone()}
                </>
            }
        })
        .collect()
}

#[cfg(all(test, not(target_arch = "wasm32")))]
mod tests {
    use super::*;
    use crate::app::model::sample::state;
    use crate::trace::{Cursor, Stride};

    /// The sentence and the next task after this number of callbacks of this scenario.
    fn after(address: &str, language: Language, callbacks: usize) -> (String, Option<(String, String)>) {
        let state = state(address, language, Some(0.0));
        let mut run = state.run.clone().expect("a run");
        let track = &mut run.tracks[0];
        track.cursor = Cursor { events: 1, time: 0.0 };
        for _ in 0..callbacks {
            let log = track.log.borrow();
            let next = track.cursor.forward(&log, Stride::Callback);
            drop(log);
            track.cursor = next.expect("a callback");
        }
        let (_, sentence, next) = line(&run, &run.tracks[0], language);
        (sentence.text(), next)
    }

    #[test]
    fn a_step_is_said_in_a_sentence_with_what_comes_next() {
        let (said, next) = after("/s/semaphore", Language::English, 11);
        assert_eq!(
            said,
            "T2 wakes, gives Semaphore(2) back and ends with \"T2 done\"; T4 is ready: it gets Semaphore(2) from T2"
        );
        assert_eq!(next, Some(("T4".to_owned(), String::new())));
        let (said, next) = after("/s/semaphore", Language::French, 9);
        assert_eq!(said, "T3 reprend, prend Semaphore(2), affiche \"T3 is inside\" et dort jusqu’à 2,200");
        assert_eq!(next, Some(("T2".to_owned(), "se réveille à 1,800".to_owned())));
    }

    #[test]
    fn who_cancels_whom_is_said_once() {
        let (said, _) = after("/s/cancellation", Language::English, 6);
        assert_eq!(
            said,
            "main wakes, requests the cancellation of obedient, tidy and stubborn, prints \"all three asked to stop\" and waits for gather(obedient, tidy, stubborn); obedient, tidy and stubborn are ready"
        );
        let (said, _) = after("/s/timeout-block", Language::English, 2);
        assert!(said.starts_with("main is to be cancelled by its own timeout, set for 2.000"), "{said}");
    }

    #[test]
    fn a_run_that_goes_on_tells_its_last_print_or_end() {
        let mut run = state("/s/gather", Language::English, Some(0.9)).run.clone().expect("a run");
        run.progress.phase = Phase::Running;
        let (lead, sentence, next) = line(&run, &run.tracks[0], Language::English);
        assert_eq!((lead.as_deref(), next), (Some("0.800"), None));
        assert_eq!(sentence.text(), "A002 ends with \"A002 shipped\"");
    }
}
