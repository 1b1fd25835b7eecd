//! The output of the program, as a terminal shows it. Each line has its time and its task. The panel follows the
//! cursor.

use std::rc::Rc;

use yew::{Callback, Html, Properties, classes, component, html, use_effect_with, use_mut_ref};

use crate::app::model::action::Action;
use crate::app::model::run::{Run, Selection, Track};
use crate::app::model::wish::Wish;
use crate::app::widgets::figures::{Figures, name_of};
use crate::app::widgets::ids::HERE;
use crate::host::{Phase, document};
use crate::text::output::{Output as Words, output as words_of};
use crate::text::{Interface, Language, interface};
use crate::trace::{Cursor, Log, Output, OutputLine, Stream, Timeline};

/// The most lines: the last ones before the cursor, and the first ones after it.
const LINES: usize = 1000;

/// The properties of the panel.
#[derive(PartialEq, Properties)]
pub struct Props {
    /// The language.
    pub language: Language,
    /// The run, if there is one.
    pub run: Option<Run>,
    /// The selected task.
    pub selected: Option<Selection>,
    /// Called with the reader's actions.
    pub on_action: Callback<Action>,
    /// Called with the reader's wishes about the run.
    pub on_wish: Callback<Wish>,
    /// The content below the last line: a question of `input()`, or how the run ended.
    #[prop_or_default]
    pub children: Html,
}

/// The panel.
#[component]
pub fn OutputPanel(props: &Props) -> Html {
    // The output read so far from each log, so that a live run reads only new events.
    let read = use_mut_ref(|| (0, Vec::<Output>::new()));
    let seen: usize = props.run.iter().flat_map(|run| &run.tracks).map(|track| track.cursor.events).sum();
    use_effect_with(seen, |_| document::reveal(HERE));
    let Some(run) = &props.run else {
        return html! { <p class="note">{interface(props.language).no_run_yet}</p> };
    };
    let mut read = read.borrow_mut();
    if read.0 != run.number {
        *read = (run.number, vec![Output::default(); run.tracks.len()]);
    }
    let titled = run.tracks.len() > 1;
    let sections = run.tracks.iter().zip(&mut read.1).enumerate().map(|(place, (track, output))| {
        let log = track.log.borrow();
        output.go(&log, track.cursor);
        // Later output is known once the reader has seen the run's end.
        let later = if run.ended { later(&log, output.lines.len()) } else { Vec::new() };
        let pane = Pane {
            run,
            place,
            track,
            titled,
            log: &log,
            picture: track.timeline(),
            words: words_of(props.language),
            figures: interface(props.language),
        };
        html! {
            <section key={track.variant.key()}>
                {titled.then(|| html! { <h2>{track.variant.title(props.language)}</h2> })}
                {pane.view(&output.lines, &later, props)}
            </section>
        }
    });
    html! { <>{for sections}{props.children.clone()}</> }
}

/// The lines of the whole run after the first `seen`.
fn later(log: &Log, seen: usize) -> Vec<OutputLine> {
    Output::at(log, Cursor::end(log)).lines.into_iter().skip(seen).collect()
}

/// What is needed to render the lines of one program.
struct Pane<'a> {
    run: &'a Run,
    place: usize,
    track: &'a Track,
    titled: bool,
    log: &'a Log,
    picture: Rc<Timeline>,
    words: &'static Words,
    figures: &'static Interface,
}

impl Pane<'_> {
    fn view(&self, lines: &[OutputLine], later: &[OutputLine], props: &Props) -> Html {
        if lines.is_empty() && later.is_empty() {
            return html! { <p class="note">{self.words.none}</p> };
        }
        let hidden = lines.len().saturating_sub(LINES);
        html! {
            <ol class="output" data-scrolls="true">
                {(hidden > 0).then(|| html! { <li class="note" key="earlier">{(self.words.earlier)(hidden)}</li> })}
                {for lines.iter().enumerate().skip(hidden).map(|(place, line)| self.line(place, line, false, props))}
                {self.here()}
                {for later.iter().take(LINES).enumerate().map(|(place, line)| self.line(lines.len() + place, line, true, props))}
            </ol>
        }
    }

    /// The mark between past and future output. While the run is paused, it shows the cursor's time.
    fn here(&self) -> Html {
        let held = self.run.progress.phase == Phase::Paused;
        html! {
            <li class="here" key="here" id={HERE} data-held={held.then_some("true")}>
                {held.then(|| (self.words.held)(&self.figures.measured(self.run.progress.now)))}
            </li>
        }
    }

    /// A line of output. A click moves the cursor to it and selects its task.
    fn line(&self, place: usize, line: &OutputLine, is_later: bool, props: &Props) -> Html {
        let is_error = self.log.annex().print(line.event).is_some_and(|print| print.stream == Stream::Err);
        let name = name_of(&self.picture, line.task).map(ToString::to_string);
        let selection = name.clone().map(|name| self.track.selection(name, self.titled));
        let selected = selection.is_some() && props.selected == selection;
        let (at, on_action, on_wish) = ((self.place, line.event + 1), props.on_action.clone(), props.on_wish.clone());
        let go = move |_| {
            on_wish.emit(Wish::See(at.0, at.1));
            if let Some(selection) = &selection {
                on_action.emit(Action::Select(Some(selection.clone())));
            }
        };
        html! {
            <li key={place} class={classes!(is_later.then_some("later"), selected.then_some("sel"))}>
                <button type="button" onclick={go} data-error={is_error.then_some("true")}>
                    <span class="at">{self.figures.measured(line.at)}</span>{" "}
                    <span class="who">{name.unwrap_or_else(|| self.words.no_task.to_owned())}</span>{" "}
                    <span class="text">{line.text()}</span>
                    {is_error.then(|| html! { <small>{" stderr"}</small> })}
                    {is_later.then(|| html! { <small class="unseen">{" "}{self.words.later}</small> })}
                </button>
            </li>
        }
    }
}
