//! The report of a program as a table. Percentages are bars, which grow during a live run.

use yew::{Html, html};

use super::links;
use crate::app::model::run::Track;
use crate::app::widgets::figures::Figures;
use crate::text::{Interface, Language, ScenarioText};
use crate::trace::{Links, decimal, report};

/// The report of a track up to the cursor; empty if it makes none. `titled` says whether to name the variant.
pub fn view(track: &Track, titled: bool, language: Language, words: &Interface) -> Html {
    let rows = report(&track.log.borrow(), track.cursor);
    match track.variant.program.text(language) {
        Some(text) if !rows.is_empty() => filled(track, text, &rows, titled, language, words),
        _ => html! { <div key={track.variant.key()} /> },
    }
}

fn filled(
    track: &Track,
    text: &ScenarioText,
    rows: &[Vec<String>],
    titled: bool,
    language: Language,
    words: &Interface,
) -> Html {
    let title = titled.then(|| track.variant.title(language));
    let label = title.as_ref().map_or_else(|| words.report.to_owned(), |title| format!("{} ({title})", words.report));
    html! {
        <div key={track.variant.key()}>
            {links::view(&Links::of(&track.log.borrow(), track.cursor), text, words)}
            <div class="scrollx" key="rows" tabindex="0" role="region" aria-label={label}>
                <table class="outcome report" data-track={track.variant.key()}>
                    <caption>{words.report}{title.map(|title| html! { <small>{title}</small> })}</caption>
                    <thead><tr>{for text.columns().map(|name| html! { <th scope="col">{name}</th> })}</tr></thead>
                    <tbody>
                        {for rows.iter().map(|row| html! {
                            <tr key={row[0].clone()}>
                                {for row.iter().enumerate().map(|(place, cell)| cell_view(place, text.said(place, cell), words))}
                                {for (row.len()..text.columns.len()).map(|_| html! { <td /> })}
                            </tr>
                        })}
                    </tbody>
                </table>
            </div>
        </div>
    }
}

fn cell_view(place: usize, cell: &str, words: &Interface) -> Html {
    let percent = cell.strip_suffix('%').and_then(|number| number.parse::<u8>().ok());
    match percent {
        _ if place == 0 => html! { <th scope="row">{cell.to_owned()}</th> },
        Some(percent) => html! {
            <td><i class="bar of" style={format!("--part:calc({percent}/100)")} aria-hidden="true" />{percent}{words.percent}</td>
        },
        None => html! { <td>{figures_in(cell, words).replacen("-> ", "→\u{a0}", 1)}</td> },
    }
}

/// The cell, with its decimal numbers in the language's format. A whole number stays, since it may be a name.
fn figures_in(cell: &str, words: &Interface) -> String {
    let figure = |word: &str| {
        let is_figure = word.contains('.') && decimal(word).is_some();
        if is_figure { words.figure(word) } else { word.to_owned() }
    };
    cell.split(' ').map(figure).collect::<Vec<_>>().join(" ")
}
