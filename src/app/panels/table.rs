//! The run as a table, for scripts, for tests, and for readers who prefer text.

use yew::{Html, Properties, component, html};

use crate::app::model::run::{Run, Track};
use crate::app::widgets::figures::{Figures, name_of};
use crate::app::widgets::icon::state_words;
use crate::text::{Interface, Language, interface};
use crate::trace::{End, Lane, Timeline, exception_text};

/// The most rows: one for each of the first tasks.
const ROWS: usize = 1000;

/// The properties of the panel.
#[derive(PartialEq, Properties)]
pub struct Props {
    /// The language.
    pub language: Language,
    /// The run, if there is one.
    pub run: Option<Run>,
}

/// The panel.
#[component]
pub fn Table(props: &Props) -> Html {
    let words = interface(props.language);
    let Some(run) = &props.run else { return html! { <p class="note">{words.no_run_yet}</p> } };
    run.tracks.iter().map(|track| table(track, run.tracks.len() > 1, props.language, words)).collect()
}

fn table(track: &Track, compared: bool, language: Language, words: &Interface) -> Html {
    let picture = track.timeline();
    let more = picture.lanes.len().checked_sub(ROWS).filter(|more| *more > 0);
    let (variant, key) = (&track.variant, track.variant.key());
    let caption = if compared { variant.title(language) } else { variant.program.title(language).to_owned() };
    let columns = &words.table_columns;
    html! {
        <div class="scrollx" {key} tabindex="0" role="region" aria-label={words.tabs.table}>
            <table class="tasks" data-track={key}>
                <caption>{caption}</caption>
                <thead><tr>{for [columns.task, columns.parent, columns.start, columns.end, columns.outcome, columns.result].map(|name| html! { <th scope="col">{name}</th> })}</tr></thead>
                <tbody>
                    {for picture.lanes.iter().take(ROWS).map(|lane| row(lane, &picture, words))}
                    {more.map(|more| html! { <tr key="more"><td colspan="6">{(words.table_more)(more)}</td></tr> })}
                </tbody>
            </table>
        </div>
    }
}

fn row(lane: &Lane, picture: &Timeline, words: &Interface) -> Html {
    let parent = lane.parent.and_then(|parent| name_of(picture, parent)).map(ToString::to_string);
    let end = lane.ending.as_ref().map(|ending| words.measured(ending.at));
    let result = match lane.ending.as_ref().map(|ending| &ending.end) {
        Some(End::Returned(value)) => value.to_string(),
        Some(End::Failed { class, message }) => exception_text(class, message),
        Some(End::Cancelled | End::Destroyed) | None => String::new(),
    };
    html! {
        <tr key={lane.task.0}>
            <th scope="row">{lane.name.to_string()}</th>
            <td>{parent}</td>
            <td class="num">{words.measured(lane.created)}</td>
            <td class="num">{end}</td>
            <td>{state_words(lane.state(), words).word}</td>
            <td><code>{result}</code></td>
        </tr>
    }
}
