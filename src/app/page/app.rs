//! The app: the state, the keyboard shortcuts, the address, and the view of the present place.

use std::cell::RefCell;
use std::rc::Rc;

use gloo_timers::callback::Timeout;
use yew::{
    AttrValue, Callback, Html, UseReducerHandle, component, hook, html, use_callback, use_effect_with, use_memo,
    use_mut_ref, use_reducer,
};

use super::keys::use_keys;
use super::notices::Notices;
use super::parts;
use super::scenario_page::ScenarioPage;
use super::top_bar::TopBar;
use crate::app::course::contents::{self, Contents};
use crate::app::course::door::{self, Part, use_parts};
use crate::app::course::readings::reading_title;
use crate::app::course::words::WORDS;
use crate::app::lab::entrance;
use crate::app::model::action::Action;
use crate::app::model::choices::Theme;
use crate::app::model::kept;
use crate::app::model::place::Place;
use crate::app::model::route::Route;
use crate::app::model::state::State;
use crate::app::model::wish::Wish;
use crate::app::player::effects::use_player;
use crate::app::player::open::Open;
use crate::app::timeline::stage;
use crate::app::widgets::ids::RUN;
use crate::host::{Phase, WORKER, address, document, offline, storage};
use crate::scenarios::{self, Scenario};
use crate::text::lab::lab;
use crate::text::{File, Language, READINGS, interface};

/// Keys of the browser's storage.
const LANGUAGE: &str = "loopscope.language";
const THEME: &str = "loopscope.theme";
const RAN: &str = "loopscope.ran";
const LETTERS: &str = "loopscope.letters";

/// The root component.
#[component]
pub fn App() -> Html {
    let handle = use_reducer(opened);
    let dispatcher = handle.dispatcher();
    let on_action = use_callback((), {
        let dispatcher = dispatcher.clone();
        move |action: Action, ()| dispatcher.dispatch(action)
    });
    let open = (*use_memo((), |()| opener())).clone();
    let (loading, inside) = (use_parts(parts::needed(&handle.place)), use_parts(parts::wanted(&handle)));
    let wish = use_player(&handle, &dispatcher, Some(open), loading.is_none());
    // A stable callback that calls the newest one, so that components with unchanged properties are not rendered.
    let newest = use_memo((), |()| RefCell::new(Callback::noop()));
    newest.replace(wish);
    let on_wish = use_callback((), {
        let (newest, on_action) = (newest.clone(), on_action.clone());
        move |wish: Wish, ()| {
            let newest = newest.borrow().clone();
            newest.emit(wish);
            show_run(wish, &on_action);
        }
    });
    use_address(&handle);
    use_preferences(&handle);
    use_keys(handle.letters, &on_wish, &on_action);
    use_heading(&handle.place, loading.is_none());
    use_effect_with((), |()| offline::keep(files().map(|file| file.path).chain([WORKER, contents::LICENSES, WORDS])));

    let state = Rc::new((*handle).clone());
    let route = state.route();
    let (language, home) = (state.language, route.to_contents());
    let to_lab = (state.place != Place::Lab).then(|| AttrValue::from(route.to_lab()));
    let first = scenarios::ALL.first().map(|scenario| route.to_scenario(scenario)).unwrap_or_default();
    // These addresses do not contain the moment, so most frames change none of them.
    let addresses =
        use_memo(first.clone(), |_| scenarios::ALL.iter().map(|other| route.to_scenario(other)).collect::<Vec<_>>());
    let (is_held, on_link) = (holds(&state), use_moment(&state));
    let page = match (&loading, &state.place) {
        (Some(loading), _) => door::instead(loading, language),
        (None, Place::Scenario(scenario)) => html! {
            <ScenarioPage key={scenario.id} state={state.clone()} scenario={*scenario} loading={inside.clone()} on_action={on_action.clone()} {on_wish} />
        },
        (None, Place::Reading(reading, term)) => parts::reading(language, reading, term, &addresses),
        (None, Place::Lab | Place::Exercise(_)) => entrance::view(&state, &on_action, &on_wish),
        (None, Place::Contents) => parts::welcome(language, &first, &home, None),
        (None, Place::Unknown(unknown)) => parts::welcome(language, &first, &home, Some(unknown)),
    };
    html! {
        <>
            <TopBar {language} theme={state.theme} contents_open={state.scenario().map(|_| state.contents_open)} {is_held} {on_link} lab={to_lab} {home} on_action={on_action.clone()} />
            {notices(&state, &on_action)}
            <div class="desk" data-place={state.place.code()} data-beside={state.shows_code().then_some("true")}>
                <Contents
                    {language} find={state.find.clone()} open={state.contents_open} {addresses} on_action={on_action.clone()}
                    current={state.place.id()} ran={state.ran.clone()} hides={state.hides()}
                />
                {page}
            </div>
            {if state.keys { door::behind(Part::Keys, inside.as_ref(), language, || parts::keys(&state, &on_action)) } else { html! {} }}
        </>
    }
}

/// Runs a reader's program in the lab's engine.
fn opener() -> Open {
    Rc::new(|variant, feed| entrance::begin(variant, &feed))
}

/// Scrolls the run into view after the reader started it or moved it.
fn show_run(wish: Wish, on_action: &Callback<Action>) {
    match wish {
        Wish::Toggle | Wish::Step | Wish::Back | Wish::NextPrint | Wish::Allow => {
            if document::is_within(".params") {
                // The fields will be folded, so the focus moves to the main button.
                document::focus_next(RUN);
            }
            on_action.emit(Action::Fold(true));
            document::after_render(stage::bring_on);
        }
        Wish::Seek(_) | Wish::Visit(_) | Wish::See(..) | Wish::Stop | Wish::Reset => {}
    }
}

/// Whether a run is paused, so that the address contains its time.
fn holds(state: &State) -> bool {
    state.run.as_ref().is_some_and(|run| run.progress.phase == Phase::Paused)
}

/// A callback that writes the time of a paused run into the address at once. By itself the address has it after a rest.
#[hook]
fn use_moment(state: &Rc<State>) -> Callback<()> {
    let newest = use_memo((), |()| RefCell::new(Rc::clone(state)));
    newest.replace(Rc::clone(state));
    use_callback((), move |(), ()| {
        let state = newest.borrow();
        if holds(&state) {
            address::replace(&state.route().to_string());
        }
    })
}

fn notices(state: &State, on_action: &Callback<Action>) -> Html {
    html! { <Notices language={state.language} problems={state.problems.clone()} on_action={on_action.clone()} /> }
}

/// The state at the start: from the address, then the browser's storage, then its preferences.
fn opened() -> State {
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

/// Moves the focus to the heading of a page that the reader goes to, so that a screen reader announces the page. `here`
/// says whether the page is loaded.
#[hook]
fn use_heading(place: &Place, here: bool) {
    let last = use_mut_ref(|| None);
    // A link to a glossary's term moves the focus to the term instead.
    let is_term = matches!(place, Place::Reading(_, term) if !term.is_empty());
    use_effect_with((here, place.code(), place.id().map(str::to_owned)), move |(here, code, id)| {
        let present = Some((*code, id.clone()));
        let is_first = last.borrow().is_none();
        if *here || is_first {
            let before = last.replace(present.clone());
            if !is_first && before != present && !is_term {
                document::after_render(document::focus_heading);
            }
        }
    });
}

/// The milliseconds for which a paused run must rest at a time before the address shows that time.
const REST: u32 = 200;

/// Keeps the state and the address in agreement, in both directions.
#[hook]
fn use_address(handle: &UseReducerHandle<State>) {
    let written = handle.route().to_string();
    // Dragging the cursor passes many times. Browsers refuse to write hundreds of addresses in a short time.
    let held = handle.moment().0.is_some() && handle.run.is_some();
    use_effect_with(written, move |written| {
        let write = {
            let written = written.clone();
            move || {
                if written != address::get() {
                    address::replace(&written);
                }
            }
        };
        let rests = if held {
            Some(Timeout::new(REST, write))
        } else {
            write();
            None
        };
        move || drop(rests)
    });
    let dispatcher = handle.dispatcher();
    use_effect_with((), move |()| {
        let listener = address::on_change(move || {
            dispatcher.dispatch(Action::Go(Box::new(Route::parse(&address::get()))));
        });
        move || drop(listener)
    });
}

/// Applies language, colours and title to the document, and stores the reader's choices.
#[hook]
fn use_preferences(handle: &UseReducerHandle<State>) {
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

/// All files that are loaded on demand.
fn files() -> impl Iterator<Item = File> {
    let readings = READINGS.iter().flat_map(|reading| [reading.file.en, reading.file.fr]);
    scenarios::ALL.iter().flat_map(Scenario::files).chain(readings)
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
