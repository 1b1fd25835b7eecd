//! The tabs under the timeline. Arrow keys move between them, as usual for tabs.

use yew::{Callback, Html, KeyboardEvent, Properties, component, html};

use crate::app::model::action::Action;
use crate::app::model::choices::Tab;
use crate::host::document;
use crate::text::{Interface, Language, interface};

/// The tabs of a scenario.
pub const SCENARIO: &[Tab] = &[Tab::Output, Tab::Outcome, Tab::Log, Tab::Code, Tab::Explanation, Tab::Table];

/// The properties of the tabs.
#[derive(PartialEq, Properties)]
pub struct Props {
    /// The language.
    pub language: Language,
    /// The offered tabs.
    #[prop_or(SCENARIO)]
    pub tabs: &'static [Tab],
    /// A number after the name of one tab.
    #[prop_or_default]
    pub count: Option<(Tab, usize)>,
    /// The open tab.
    pub open: Tab,
    /// Called with the reader's actions.
    pub on_action: Callback<Action>,
    /// The content of the open tab.
    pub children: Html,
}

/// The tabs and the open panel.
#[component]
pub fn Tabs(props: &Props) -> Html {
    let words = interface(props.language);
    let (open, tabs) = (props.open, props.tabs);
    let on_key = {
        let on_action = props.on_action.clone();
        Callback::from(move |event: KeyboardEvent| {
            if let Some(tab) = neighbour(tabs, open, &event.key()) {
                event.prevent_default();
                on_action.emit(Action::Open(tab));
                document::focus(&format!("tab-{}", tab.code()));
            }
        })
    };
    html! {
        <div class="about">
            <div class="tabs" role="tablist" aria-label={words.tab_list} onkeydown={on_key}>
                {for tabs.iter().map(|&tab| {
                    let choose = props.on_action.reform(move |_| Action::Open(tab));
                    html! {
                        <button
                            key={tab.code()} type="button" role="tab" id={format!("tab-{}", tab.code())} aria-controls="panel"
                            aria-selected={(tab == open).to_string()} tabindex={if tab == open { "0" } else { "-1" }}
                            onclick={choose}
                        >
                            {tab_word(tab, words)}
                            {props.count.filter(|(of, count)| *of == tab && *count > 0).map(|(_, count)| html! { <b class="count">{count}</b> })}
                        </button>
                    }
                })}
            </div>
            <section
                class="panel" id="panel" role="tabpanel" aria-labelledby={format!("tab-{}", open.code())} tabindex="0"
                data-tab={open.code()} data-scrolls="true"
            >
                {props.children.clone()}
            </section>
        </div>
    }
}

fn tab_word(tab: Tab, words: &Interface) -> &'static str {
    match tab {
        Tab::Outcome => words.tabs.outcome,
        Tab::Log => words.tabs.log,
        Tab::Code => words.tabs.code,
        Tab::Explanation => words.tabs.explanation,
        Tab::Table => words.tabs.table,
        Tab::Output => words.tabs.output,
        Tab::Problems => words.tabs.problems,
    }
}

/// The tab that a key leads to from `open`.
fn neighbour(tabs: &[Tab], open: Tab, key: &str) -> Option<Tab> {
    let place = tabs.iter().position(|tab| *tab == open)?;
    let count = tabs.len();
    match key {
        "ArrowRight" => Some(tabs[(place + 1) % count]),
        "ArrowLeft" => Some(tabs[(place + count - 1) % count]),
        "Home" => tabs.first().copied(),
        "End" => tabs.last().copied(),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn arrow_keys_wrap_around() {
        assert_eq!(neighbour(SCENARIO, Tab::Output, "ArrowLeft"), Some(Tab::Table));
        assert_eq!(neighbour(SCENARIO, Tab::Table, "ArrowRight"), Some(Tab::Output));
        assert_eq!(neighbour(SCENARIO, Tab::Log, "Home"), Some(Tab::Output));
        assert_eq!(neighbour(SCENARIO, Tab::Log, "x"), None);
    }
}
