//! The app: the state, the keyboard shortcuts, the address, and the view of the present place.

use std::cell::RefCell;
use std::rc::Rc;

use yew::{
    AttrValue, Callback, Html, component, hook, html, use_callback, use_effect_with, use_memo, use_mut_ref,
    use_reducer, use_state_eq,
};

use super::addressed::use_address;
use super::keys::use_keys;
use super::notices::Notices;
use super::parts;
use super::preferences::{opened, use_preferences};
use super::scenario_page::ScenarioPage;
use super::top_bar::TopBar;
use crate::app::course::contents::{self, Contents};
use crate::app::course::door::{self, Part, use_parts};
use crate::app::course::later::Loading;
use crate::app::course::words::WORDS;
use crate::app::lab::entrance;
use crate::app::model::action::Action;
use crate::app::model::place::Place;
use crate::app::model::route::Route;
use crate::app::model::run::Run;
use crate::app::model::state::State;
use crate::app::model::wish::Wish;
use crate::app::player::effects::use_player;
use crate::app::player::open::Open;
use crate::app::timeline::stage;
use crate::app::widgets::ids::RUN;
use crate::host::{Pace, Phase, WORKER, document, offline};
use crate::scenarios::{self, Scenario};
use crate::text::{File, READINGS, interface};

/// The root component.
#[component]
pub fn App() -> Html {
    let handle = use_reducer(opened);
    let dispatcher = handle.dispatcher();
    let on_action = use_callback(dispatcher.clone(), |action: Action, dispatcher| dispatcher.dispatch(action));
    let open = (*use_memo((), |()| opener())).clone();
    let (loading, inside) = (use_parts(parts::needed(&handle.place)), use_parts(parts::wanted(&handle)));
    let here = loading.is_none();
    let (drawn, compared) = use_beginning(here && begins_with_run(&handle), here && handle.place == Place::Contents);
    let wish = use_player(&handle, &dispatcher, Some(open), here);
    let on_wish = use_wishes(wish, &on_action);
    use_address(&handle);
    use_preferences(&handle);
    use_keys(handle.letters, &on_wish, &on_action);
    use_heading(&handle.place, here);
    use_effect_with((), |()| offline::keep(files().map(|file| file.path).chain([WORKER, contents::LICENSES, WORDS])));
    let state = Rc::new((*handle).clone());
    let route = state.route();
    let (language, home) = (state.language, route.to_contents());
    let to_lab = (state.place != Place::Lab).then(|| AttrValue::from(route.to_lab()));
    let addresses = use_addresses(&route);
    if !drawn {
        return html! { <main class="boot"><h1>{"Loopscope"}</h1><p>{interface(language).loading}</p></main> };
    }
    let page = match &loading {
        Some(loading) => door::instead(loading, language),
        None => present(&state, &addresses, inside.as_ref(), compared, &on_action, &on_wish),
    };
    html! {
        <>
            <TopBar {language} theme={state.theme} contents_open={state.scenario().map(|_| state.contents_open)} moment={moment_link(&state)} lab={to_lab} {home} on_action={on_action.clone()} />
            {notices(&state, &on_action)}
            <div class="desk" data-place={state.place.code()} data-beside={state.shows_code().then_some("true")}>
                {contents(&state, addresses, &on_action)}
                {page}
            </div>
            {if state.keys { door::behind(Part::Keys, inside.as_ref(), language, || parts::keys(&state, &on_action)) } else { html! {} }}
        </>
    }
}

/// The page of the present place, whose part of the program is loaded. `inside` is the load of the parts within the page;
/// `None` if they are loaded.
fn present(
    state: &Rc<State>,
    addresses: &[String],
    inside: Option<&Loading>,
    compared: Option<Rc<Run>>,
    on_action: &Callback<Action>,
    on_wish: &Callback<Wish>,
) -> Html {
    let language = state.language;
    let welcome = |unknown| {
        let first = addresses.first().map(String::as_str).unwrap_or_default();
        parts::welcome(language, first, &state.route().to_contents(), unknown, compared)
    };
    match &state.place {
        Place::Scenario(scenario) => html! {
            <ScenarioPage key={scenario.id} state={state.clone()} scenario={*scenario} loading={inside.cloned()} {on_action} {on_wish} />
        },
        Place::Reading(reading, term) => parts::reading(language, reading, term, addresses),
        Place::Lab | Place::Exercise(_) => entrance::view(state, on_action, on_wish),
        Place::Contents => welcome(None),
        Place::Unknown(unknown) => welcome(Some(unknown)),
    }
}

/// Whether the page begins with a run.
fn begins_with_run(state: &State) -> bool {
    let runs = (state.pace() == Pace::Instant || state.at.is_some()) && !state.predicts();
    state.place == Place::Contents || (state.scenario().is_some() && runs)
}

/// Whether the page is drawn, and the finished run of the first page if that page is shown (`shown`). If the page
/// begins with a run (`begins`), the first render draws only the title, and its effects begin the run. Otherwise the page
/// would be drawn twice: without the run, and with it.
#[hook]
fn use_beginning(begins: bool, shown: bool) -> (bool, Option<Rc<Run>>) {
    let beginning = use_state_eq(|| (!begins, None));
    use_effect_with(shown, {
        let setter = beginning.setter();
        move |shown| setter.set((true, shown.then(|| Rc::new(parts::compared()))))
    });
    (*beginning).clone()
}

/// A callback that never changes and passes each wish to the newest callback, so that components with unchanged
/// properties are not rendered.
#[hook]
fn use_wishes(wish: Callback<Wish>, on_action: &Callback<Action>) -> Callback<Wish> {
    let newest = use_memo((), |()| RefCell::new(Callback::noop()));
    newest.replace(wish);
    use_callback((), {
        let (newest, on_action) = (newest.clone(), on_action.clone());
        move |wish: Wish, ()| {
            let newest = newest.borrow().clone();
            newest.emit(wish);
            show_run(wish, &on_action);
        }
    })
}

/// The function that runs a reader's program in the lab's engine, or plays its recorded log.
fn opener() -> Open {
    Rc::new(|variant, feed| entrance::begin(variant, &feed))
}

/// Folds the parameters and scrolls the run into view after the reader started it or stepped.
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

/// The address of each scenario. The addresses do not contain the moment, so most renders change none of them.
#[hook]
fn use_addresses(route: &Route) -> Rc<Vec<String>> {
    let first = scenarios::ALL.first().map(|scenario| route.to_scenario(scenario));
    use_memo(first, |_| scenarios::ALL.iter().map(|other| route.to_scenario(other)).collect())
}

/// The address with the time at which the run is paused; `None` if it is not paused.
fn moment_link(state: &State) -> Option<AttrValue> {
    state.run.as_ref().filter(|run| run.progress.phase == Phase::Paused)?;
    Some(state.route().to_string().into())
}

fn contents(state: &State, addresses: Rc<Vec<String>>, on_action: &Callback<Action>) -> Html {
    html! {
        <Contents
            language={state.language} find={state.find.clone()} open={state.contents_open} {addresses} on_action={on_action.clone()}
            current={state.place.id()} ran={state.ran.clone()} hides={state.hides()}
        />
    }
}

fn notices(state: &State, on_action: &Callback<Action>) -> Html {
    html! { <Notices language={state.language} problems={state.problems.clone()} on_action={on_action.clone()} /> }
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

/// The sources and guides of the scenarios, and the readings.
fn files() -> impl Iterator<Item = File> {
    let readings = READINGS.iter().flat_map(|reading| [reading.file.en, reading.file.fr]);
    scenarios::ALL.iter().flat_map(Scenario::files).chain(readings)
}
