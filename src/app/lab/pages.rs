//! The pages of the lab on a narrow screen: the task of an exercise, the code, and the timeline.

use yew::{Callback, Html, MouseEvent, html};

use super::desk::Desk;
use crate::app::widgets::icon::icon;
use crate::app::widgets::ids::RUN;
use crate::host::document;
use crate::text::interface;
use crate::text::pages::pages;

/// A page. A wide screen shows all of them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Page {
    /// The task of an exercise, with its checks and hints.
    Task,
    /// The editor.
    Code,
    /// The run.
    Timeline,
}

impl Page {
    const ALL: [Self; 3] = [Self::Task, Self::Code, Self::Timeline];

    /// The code of the page, for style sheets and scripts.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Task => "task",
            Self::Code => "code",
            Self::Timeline => "timeline",
        }
    }
}

/// The bar with the choice of a page. The page of the code has no run bar, so Run is here while nothing runs.
pub fn view(shown: Page, is_exercise: bool, runs: bool, desk: &Desk, on_turn: &Callback<Page>) -> Html {
    let (words, interface) = (pages(desk.language()), interface(desk.language()));
    let button = |page: Page| {
        let word = match page {
            Page::Task => words.task,
            Page::Code => words.code,
            Page::Timeline => words.timeline,
        };
        html! {
            <button
                key={page.code()} type="button" data-to={page.code()} aria-pressed={(page == shown).to_string()}
                onclick={on_turn.reform(move |_| page)}
            >
                {word}
            </button>
        }
    };
    let run = {
        let (desk, on_turn) = (desk.clone(), on_turn.clone());
        Callback::from(move |_: MouseEvent| {
            // This button disappears with its page, so the focus moves to the one that pauses.
            document::focus_next(RUN);
            on_turn.emit(Page::Timeline);
            desk.toggle();
        })
    };
    let offered = Page::ALL.into_iter().filter(|page| is_exercise || *page != Page::Task);
    html! {
        <div class="pages">
            <div role="group" aria-label={words.choose}>{for offered.map(button)}</div>
            <button class="btn main" type="button" id="run-here" hidden={runs || shown != Page::Code} onclick={run}>
                {icon("play")}<span>{interface.run}</span>
            </button>
        </div>
    }
}
