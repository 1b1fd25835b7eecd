//! The words of the bar at the lower edge of the lab on a narrow screen.

use super::Language;

/// The words in one language.
pub struct Pages {
    /// The name of the choice of a page.
    pub choose: &'static str,
    /// The page with the task of an exercise.
    pub task: &'static str,
    /// The page with the code. Also the name of the editor's section.
    pub code: &'static str,
    /// The page with the timeline.
    pub timeline: &'static str,
}

/// The words in this language.
#[must_use]
pub const fn pages(language: Language) -> &'static Pages {
    match language {
        Language::English => &ENGLISH,
        Language::French => &FRENCH,
    }
}

const ENGLISH: Pages = Pages { choose: "Page", task: "Task", code: "Code", timeline: "Timeline" };

const FRENCH: Pages = Pages { choose: "Page", task: "Consigne", code: "Code", timeline: "Pistes" };
