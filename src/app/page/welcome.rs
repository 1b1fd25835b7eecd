//! The first page, with a finished comparison, and the page of an unknown address.

use std::rc::Rc;

use yew::{AttrValue, Callback, Html, Properties, component, html};

use crate::app::course::prose::{Terms, prose};
use crate::app::model::action::Action;
use crate::app::model::run::{Run, Track};
use crate::app::timeline::view::TimelineView;
use crate::app::widgets::icon::icon;
use crate::host::address;
use crate::program::Variant;
use crate::scenarios;
use crate::text::lab::lab;
use crate::text::{Language, interface};
use crate::trace::{Cursor, Log};

/// The properties of these pages.
#[derive(PartialEq, Properties)]
pub struct Props {
    /// The language.
    pub language: Language,
    /// The unknown address, if there is one.
    #[prop_or_default]
    pub unknown: Option<AttrValue>,
    /// The address of the first scenario.
    pub first: AttrValue,
    /// The address of the contents.
    pub home: AttrValue,
    /// The run of [`run_compared`], once it is finished.
    pub compared: Option<Rc<Run>>,
}

/// The address of the comparison on the first page.
const COMPARISON: &str = "/s/concurrent?speed=instant&compare=1";

/// The first page.
#[component]
pub fn Welcome(props: &Props) -> Html {
    let words = interface(props.language);
    if let Some(address) = &props.unknown {
        return html! {
            <main class="work welcome" id="work" tabindex="-1">
                <h1>{words.unknown_title}</h1>
                <p class="question">{(words.unknown_text)(address)}</p>
                <p><a class="btn main" href={props.home.clone()}>{words.to_contents}</a></p>
            </main>
        };
    }
    let on_action = Callback::from(|action: Action| {
        if let Action::Select(Some(selection)) = action {
            address::go(&format!("{COMPARISON}&task={}", selection.to_string().replace('@', "%40")));
        }
    });
    html! {
        <main class="work welcome" id="work" tabindex="-1">
            <h1>{words.welcome}</h1>
            {for words.welcome_text.iter().map(|text| html! { <p class="read">{prose(text, &mut Terms::default())}</p> })}
            <p class="ways">
                <a class="btn main" href={props.first.clone()}>{words.start_here}</a>
                <a class="btn" href={format!("#{COMPARISON}")}>{words.hold_comparison}</a>
                <a class="btn" id="to-lab" href="#/lab" title={lab(props.language).about}>{icon("pen")}<span>{lab(props.language).title}</span></a>
            </p>
            <TimelineView language={props.language} run={props.compared.as_deref().cloned()} compared={true} selected={None} {on_action} />
        </main>
    }
}

/// The course's first pair of scenarios, with their defaults.
pub fn compared() -> Vec<Variant> {
    let mut compared = scenarios::ALL.iter().map(|scenario| scenarios::ways(scenario, &scenario.defaults()));
    compared.find(|variants| !variants.is_empty()).unwrap_or_default()
}

/// A finished run of the compared programs.
pub fn run_compared() -> Run {
    let tracks: Vec<Track> = compared()
        .into_iter()
        .map(|variant| {
            let log = Log::shared();
            if let Some(event_loop) = variant.event_loop(&log) {
                event_loop.run_to_end();
            }
            let mut track = Track::new(variant, log);
            track.cursor = Cursor::end(&track.log.borrow());
            track
        })
        .collect();
    let now = tracks.iter().map(|track| track.cursor.time).fold(0.0, f64::max);
    Run::finished(0, now, tracks)
}
