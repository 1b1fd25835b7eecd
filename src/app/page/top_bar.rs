//! The top bar: the name, the button that copies the address, and the choices of colours and language.

use gloo_timers::callback::Timeout;
use yew::{AttrValue, Callback, Html, MouseEvent, Properties, component, hook, html, use_mut_ref, use_state};

use super::keys::KEYS;
use crate::app::model::action::Action;
use crate::app::model::choices::Theme;
use crate::app::widgets::icon::icon;
use crate::host::{address, document};
use crate::text::keys::keys;
use crate::text::lab::lab;
use crate::text::{Interface, Language, interface};

/// The properties of the bar.
#[derive(PartialEq, Properties)]
pub struct Props {
    /// The language.
    pub language: Language,
    /// The colour scheme.
    pub theme: Theme,
    /// Whether the contents are open on a narrow screen; `None` on pages where they are always open.
    pub contents_open: Option<bool>,
    /// The address of the lab; `None` in the lab.
    pub lab: Option<AttrValue>,
    /// The address with the time at which a run is paused.
    pub moment: Option<AttrValue>,
    /// The address of the contents.
    pub home: AttrValue,
    /// Called with the reader's actions.
    pub on_action: Callback<Action>,
}

/// The milliseconds for which the note about the copied address stays.
const NOTE: u32 = 6_000;

/// The top bar.
#[component]
pub fn TopBar(props: &Props) -> Html {
    let words = interface(props.language);
    let (copied, copy) = use_copy(props.moment.clone());
    let copy_note = match copied {
        Some(true) => words.link_copied,
        Some(false) => words.link_not_copied,
        None => "",
    };

    html! {
        <header class="top">
            <a class="skip" href="#work" onclick={skip()}>{words.skip}</a>
            {menu_button(props, words)}
            <a class="brand" href={props.home.clone()}>
                <svg viewBox="0 0 24 24" aria-hidden="true"><use href="#i-brand" /></svg>
                <span>{"Loopscope"}</span>
            </a>
            {match &props.lab {
                Some(address) => html! { <a class="quiet" href={address.clone()}>{icon("pen")}<span>{lab(props.language).title}</span></a> },
                None => html! { <a class="quiet" href={props.home.clone()}>{icon("menu")}<span>{words.scenarios}</span></a> },
            }}
            <span class="push copy-note" role="status">{copy_note}</span>
            <button class="quiet copy" type="button" onclick={copy}>
                {icon("chain")}<span>{if props.moment.is_some() { words.copy_moment } else { words.copy_link }}</span>
            </button>
            {keys_button(props)}
            {theme_button(props, words)}
            <div class="seg lang" role="group" aria-label={words.language}>
                {for Language::ALL.into_iter().map(|language| language_button(language, props))}
            </div>
        </header>
    }
}

/// Copies the address, after the time of a paused run is written into it. Also returns whether the last copy succeeded, for as
/// long as its note stays.
#[hook]
fn use_copy(moment: Option<AttrValue>) -> (Option<bool>, Callback<MouseEvent>) {
    let copied = use_state(|| None::<bool>);
    let fading = use_mut_ref(|| None::<Timeout>);
    let setter = copied.setter();
    let copy = Callback::from(move |_| {
        let (copied, fading) = (setter.clone(), fading.clone());
        if let Some(moment) = &moment {
            address::replace(moment);
        }
        // The note is removed first, so that a screen reader announces the second copy too.
        copied.set(None);
        wasm_bindgen_futures::spawn_local(async move {
            copied.set(Some(document::copy(&address::whole()).await));
            fading.replace(Some(Timeout::new(NOTE, move || copied.set(None))));
        });
    });
    (*copied, copy)
}

/// The button that opens the contents on a narrow screen. A wide screen always shows them.
fn menu_button(props: &Props, words: &Interface) -> Html {
    let Some(open) = props.contents_open else { return html! { <span hidden={true} /> } };
    let toggle = props.on_action.reform(move |_| Action::OpenContents(!open));
    html! {
        <button
            class="quiet only-narrow" type="button" aria-label={words.scenarios} onclick={toggle}
            aria-expanded={open.to_string()} aria-controls="contents"
        >
            {icon("menu")}
        </button>
    }
}

/// The button that opens the list of keys.
fn keys_button(props: &Props) -> Html {
    let (name, open) = (keys(props.language).list, props.on_action.reform(|_| Action::Keys(true)));
    html! {
        <button class="quiet help" type="button" id={KEYS} aria-label={name} title={name} aria-keyshortcuts="?" onclick={open}>{"?"}</button>
    }
}

/// The button that chooses the next colour scheme.
fn theme_button(props: &Props, words: &Interface) -> Html {
    let next = next_theme(props.theme);
    let choose = props.on_action.reform(move |_| Action::Paint(next));
    let label = format!("{}{}{}", words.theme, words.colon, theme_word(props.theme, words));
    let drawn = match props.theme {
        Theme::System => "theme",
        Theme::Light => "sun",
        Theme::Dark => "moon",
    };
    html! {
        <button class="quiet" type="button" id="theme" aria-label={label.clone()} title={label} onclick={choose}>
            {icon(drawn)}
        </button>
    }
}

fn language_button(language: Language, props: &Props) -> Html {
    let name = match language {
        Language::English => "EN, English",
        Language::French => "FR, français",
    };
    let choose = props.on_action.reform(move |_| Action::Speak(language));
    html! {
        <button
            type="button" lang={language.code()} aria-label={name} title={name}
            aria-pressed={(language == props.language).to_string()} onclick={choose}
        >
            {language.code().to_ascii_uppercase()}
        </button>
    }
}

/// Moves the focus to the content. The link's own target would replace the text behind `#`, which is our address.
fn skip() -> Callback<MouseEvent> {
    Callback::from(|event: MouseEvent| {
        event.prevent_default();
        document::focus("work");
    })
}

fn theme_word(theme: Theme, words: &Interface) -> &'static str {
    match theme {
        Theme::System => words.themes.system,
        Theme::Light => words.themes.light,
        Theme::Dark => words.themes.dark,
    }
}

fn next_theme(theme: Theme) -> Theme {
    let place = Theme::ALL.iter().position(|other| *other == theme).unwrap_or_default();
    Theme::ALL[(place + 1) % Theme::ALL.len()]
}
