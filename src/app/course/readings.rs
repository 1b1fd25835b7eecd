//! The order of the course's pages: for each chapter its introduction and its scenarios, then the further readings.

use yew::{Html, html};

use crate::app::model::route::Route;
use crate::scenarios::{self, Chapter, Scenario};
use crate::text::reading::{
    COROUTINES_AND_TASKS, ERRORS_TIMEOUTS_LIMITS, EXERCISES, GLOSSARY, HTTP, IN_PRACTICE, OTHER_WORDS, PROJECTS,
    WHAT_WAITING_COSTS, WHEN_ASYNC,
};
use crate::text::{Interface, Language, Reading, interface};

/// A page of the course.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Page {
    /// A page of text.
    Reading(&'static Reading),
    /// A page with a scenario to run.
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

/// A reading that belongs to no chapter.
pub struct Further {
    /// The reading.
    pub reading: &'static Reading,
    /// Its title.
    pub title: fn(&Interface) -> &'static str,
}

/// All such readings, in order.
pub static FURTHER: [Further; 2] = [
    Further { reading: &WHEN_ASYNC, title: |words| words.readings.when_async },
    Further { reading: &GLOSSARY, title: |words| words.readings.glossary },
];

/// The introduction to a chapter.
pub const fn of_chapter(chapter: Chapter) -> &'static Reading {
    match chapter {
        Chapter::WhatWaitingCosts => &WHAT_WAITING_COSTS,
        Chapter::CoroutinesAndTasks => &COROUTINES_AND_TASKS,
        Chapter::Http => &HTTP,
        Chapter::ErrorsTimeoutsLimits => &ERRORS_TIMEOUTS_LIMITS,
        Chapter::InPractice => &IN_PRACTICE,
        Chapter::Exercises => &EXERCISES,
        Chapter::OtherWords => &OTHER_WORDS,
        Chapter::Projects => &PROJECTS,
    }
}

/// The chapter that this reading introduces.
pub fn chapter_of(reading: &Reading) -> Option<Chapter> {
    Chapter::ALL.into_iter().find(|chapter| of_chapter(*chapter) == reading)
}

/// The title of a chapter.
pub const fn chapter_title(chapter: Chapter, words: &Interface) -> &'static str {
    let titles = &words.chapters;
    match chapter {
        Chapter::WhatWaitingCosts => titles.what_waiting_costs,
        Chapter::CoroutinesAndTasks => titles.coroutines_and_tasks,
        Chapter::Http => titles.http,
        Chapter::ErrorsTimeoutsLimits => titles.errors_timeouts_limits,
        Chapter::InPractice => titles.in_practice,
        Chapter::Exercises => titles.exercises,
        Chapter::OtherWords => titles.other_words,
        Chapter::Projects => titles.projects,
    }
}

/// All pages of the course, in order.
fn pages() -> Vec<Page> {
    let mut pages = Vec::new();
    for chapter in Chapter::ALL {
        pages.push(Page::Reading(of_chapter(chapter)));
        let scenarios = scenarios::ALL.iter().filter(|scenario| scenario.chapter == chapter);
        pages.extend(scenarios.map(Page::Scenario));
    }
    pages.extend(FURTHER.iter().map(|further| Page::Reading(further.reading)));
    pages
}

/// The links to the previous and the next page. `address` gives the address of a scenario.
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

/// The title of a reading.
pub fn reading_title(reading: &Reading, language: Language) -> &'static str {
    let words = interface(language);
    let further = || FURTHER.iter().find(|further| further.reading == reading).map(|further| (further.title)(words));
    chapter_of(reading).map(|chapter| chapter_title(chapter, words)).or_else(further).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::READINGS;

    #[test]
    fn the_way_leads_once_through_every_page_and_into_a_chapter_by_its_introduction() {
        let pages = pages();
        assert_eq!(pages.len(), READINGS.len() + scenarios::ALL.len());
        let readings = pages.iter().filter(|page| matches!(page, Page::Reading(_)));
        assert!(readings.eq(&READINGS.iter().map(|reading| Page::Reading(reading)).collect::<Vec<_>>()));
        assert!(READINGS.iter().all(|reading| !reading_title(reading, Language::French).is_empty()));
        let runs = pages.iter().filter(|page| matches!(page, Page::Scenario(_)));
        assert!(runs.eq(&scenarios::ALL.iter().map(Page::Scenario).collect::<Vec<_>>()));
        for (place, page) in pages.iter().enumerate() {
            let Page::Scenario(scenario) = page else { continue };
            let before = pages[..place].iter().rev().find_map(|page| match page {
                Page::Reading(reading) => Some(*reading),
                Page::Scenario(_) => None,
            });
            assert_eq!(before, Some(of_chapter(scenario.chapter)), "{}", scenario.id);
        }
    }
}
