//! What the browser remembers of the reader's choices: read at the start, stored when it changes.

use yew::{UseReducerHandle, hook, use_effect_with};

use crate::app::course::readings::reading_title;
use crate::app::model::choices::Theme;
use crate::app::model::kept;
use crate::app::model::place::Place;
use crate::app::model::route::Route;
use crate::app::model::state::State;
use crate::host::{address, document, storage};
use crate::scenarios;
use crate::text::lab::lab;
use crate::text::{Language, interface};

/// Keys of the browser's storage.
const LANGUAGE: &str = "loopscope.language";
const THEME: &str = "loopscope.theme";
const RAN: &str = "loopscope.ran";
const LETTERS: &str = "loopscope.letters";

/// The state at the start: from the address, then the browser's storage, then its preferences.
pub(super) fn opened() -> State {
    let route = Route::parse(&address::get());
    let remembered = storage::get(LANGUAGE).and_then(|code| Language::from_code(&code));
    let preferred = || document::languages().iter().find_map(|code| Language::from_code(code)).unwrap_or_default();
    let theme = storage::get(THEME).and_then(|code| Theme::from_code(&code)).unwrap_or_default();
    let chosen = remembered.is_some() || route.language.is_some();
    let mut state = State::new(route, remembered.unwrap_or_else(preferred), theme);
    state.language_chosen = chosen;
    state.framed = document::is_framed();
    state.kept = kept::remembered().unwrap_or_default();
    state.letters = storage::get(LETTERS).is_none();
    let ran = storage::get(RAN).unwrap_or_default();
    state.ran =
        scenarios::ALL.iter().map(|scenario| scenario.id).filter(|id| ran.split(' ').any(|ran| ran == *id)).collect();
    state
}

/// Applies language, colours and title to the document, and stores the reader's choices.
#[hook]
pub(super) fn use_preferences(handle: &UseReducerHandle<State>) {
    use_effect_with((handle.language, handle.language_chosen), |(language, chosen)| {
        document::set_language(language.code());
        if *chosen {
            storage::set(LANGUAGE, Some(language.code()));
        }
    });
    use_effect_with(handle.letters, |letters| storage::set(LETTERS, (!letters).then_some("off")));
    use_effect_with((handle.theme, handle.ran.clone()), |(theme, ran)| {
        remember(ran);
        let chosen = (*theme != Theme::System).then(|| theme.code());
        document::set_theme(chosen);
        storage::set(THEME, chosen);
    });
    use_effect_with((handle.language, handle.place.clone()), |(language, place)| {
        let title = match place {
            Place::Scenario(scenario) => scenario.text.get(*language).title,
            Place::Reading(reading, _) => reading_title(reading, *language),
            Place::Contents => interface(*language).tagline,
            Place::Lab => lab(*language).title,
            Place::Exercise(_) => lab(*language).exercises,
            Place::Unknown(_) => interface(*language).unknown_title,
        };
        document::set_title(&format!("{title} · Loopscope"));
    });
}

/// Adds the ids of run scenarios to those in storage, which another tab may have extended.
fn remember(ran: &[&str]) {
    let mut all = storage::get(RAN).unwrap_or_default();
    for id in ran {
        if !all.split(' ').any(|there| there == *id) {
            all = format!("{all} {id}");
        }
    }
    if !ran.is_empty() {
        storage::set(RAN, Some(all.trim_start()));
    }
}
