//! The way through the course, page by page: the introduction to each chapter, its scenarios, and what is read besides.

use yew::{Html, html};

use crate::app::model::route::Route;
use crate::scenarios::{self, Chapter, Scenario};
use crate::text::{Language, READINGS, Reading, interface};

/// A page of the course.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Page {
    /// One that is read.
    Reading(&'static Reading),
    /// One whose scenario is run.
    Scenario(&'static Scenario),
}

impl Page {
    fn title(self, language: Language) -> &'static str {
        match self {
            Self::Reading(reading) => reading_title(reading, language),
            Self::Scenario(scenario) => scenario.text.get(language).contents,
        }
    }
}

/// All of them, in their order.
fn pages() -> Vec<Page> {
    let mut pages = Vec::new();
    for (place, reading) in READINGS.iter().enumerate() {
        pages.push(Page::Reading(reading));
        for scenario in scenarios::ALL {
            if Chapter::ALL.get(place) == Some(&scenario.chapter) {
                pages.push(Page::Scenario(scenario));
            }
        }
    }
    pages
}

/// The links to the page before this one and to the one after it; scenarios have these addresses.
pub fn neighbours(here: Page, language: Language, address: &dyn Fn(&'static Scenario) -> String) -> Html {
    let words = interface(language);
    let pages = pages();
    let place = pages.iter().position(|page| *page == here).unwrap_or_default();
    let link = |page: Option<&Page>, word: &'static str, class: &'static str| {
        let Some(page) = page else { return html! { <span /> } };
        let href = match page {
            Page::Reading(reading) => Route::to_reading(reading.id),
            Page::Scenario(scenario) => address(scenario),
        };
        html! { <a {class} {href}><small>{word}</small>{page.title(language)}</a> }
    };
    html! {
        <nav class="neighbours" aria-label={words.neighbours}>
            {link(place.checked_sub(1).and_then(|place| pages.get(place)), words.previous_page, "previous")}
            {link(pages.get(place + 1), words.next_page, "next")}
        </nav>
    }
}

/// The title of a page that is read.
pub fn reading_title(reading: &Reading, language: Language) -> &'static str {
    let words = interface(language);
    let place = READINGS.iter().position(|other| other == reading).unwrap_or_default();
    let further = || words.readings[place.saturating_sub(words.chapters.len()).min(1)];
    words.chapters.get(place).copied().unwrap_or_else(further)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_way_leads_once_through_every_page_and_into_a_chapter_by_its_introduction() {
        let pages = pages();
        assert_eq!(pages.len(), READINGS.len() + scenarios::ALL.len());
        let readings = pages.iter().filter(|page| matches!(page, Page::Reading(_)));
        assert!(readings.eq(&READINGS.iter().map(Page::Reading).collect::<Vec<_>>()));
        let runs = pages.iter().filter(|page| matches!(page, Page::Scenario(_)));
        assert!(runs.eq(&scenarios::ALL.iter().map(Page::Scenario).collect::<Vec<_>>()));
        for (place, page) in pages.iter().enumerate() {
            let Page::Scenario(scenario) = page else { continue };
            let before = pages[..place].iter().rev().find_map(|page| match page {
                Page::Reading(reading) => Some(*reading),
                Page::Scenario(_) => None,
            });
            let chapter = Chapter::ALL.iter().position(|chapter| *chapter == scenario.chapter);
            assert_eq!(before, chapter.map(|place| &READINGS[place]), "{}", scenario.id);
        }
    }
}
