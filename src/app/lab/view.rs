//! The lab's view: editor, run bar, timeline, output and inspector. A narrow screen shows one page of it (`pages.rs`).

use std::rc::Rc;

use web_sys::{DragEvent, MouseEvent};
use yew::{Callback, Html, Properties, component, html, use_state_eq};

use super::bench::Bench;
use super::desk::{Desk, Wishes};
use super::divider::Divider;
use super::effects::{use_desk, use_launch, use_link, use_present};
use super::pages::{self, Page};
use super::{bar, exercise, keys, notes, predicting, runs};
use crate::app::model::action::Action;
use crate::app::model::state::State;
use crate::app::model::wish::Wish;
use crate::app::widgets::ids::EDITOR;
use crate::host::engine::EngineState;
use crate::host::{Phase, files};
use crate::text::interface;
use crate::text::lab::lab;
use crate::text::pages::pages as pages_words;

/// The id of the element that the divider divides.
const LAB: &str = "lab";

/// The properties of the view.
#[derive(PartialEq, Properties)]
pub struct Props {
    /// The state of the page.
    pub state: Rc<State>,
    /// The lab's desk.
    pub desk: Desk,
    /// Called with the reader's actions.
    pub on_action: Callback<Action>,
    /// Called with the reader's wishes about the run.
    pub on_wish: Callback<Wish>,
}

/// The lab.
#[component]
pub fn LabPage(props: &Props) -> Html {
    let Props { state, desk, on_action, on_wish } = props;
    let wishes = Wishes { on_action: on_action.clone(), on_wish: on_wish.clone() };
    use_desk(state, desk, &wishes);
    use_link(state, desk, on_action);
    use_launch(state, desk, on_action);
    use_present(state, desk);
    predicting::use_rehearsal(state, desk);
    let bench = desk.bench();
    let is_exercise = exercise::is_open(state);
    let page = use_state_eq(|| if is_exercise { Page::Task } else { Page::Code });
    let on_turn = {
        let setter = page.setter();
        Callback::from(move |page| setter.set(page))
    };
    let runs_now = state.run.as_ref().is_some_and(|run| run.progress.phase == Phase::Running);
    html! {
        <main class="lab" id="work" tabindex="-1" data-run-state={state.run_state()} data-page={page.code()} data-engine={engine_code(&bench)}>
            {exercise::head(state, desk, &bench, on_action)}
            {notes::view(desk, &bench, on_action)}
            <div class="columns" id={LAB} data-exercise={is_exercise.then_some("true")}>
                {exercise::panel(state)}
                {code(state, desk, &bench)}
                <Divider language={state.language} of={LAB} />
                <div class="runs">{runs::view(state, desk, &bench, &wishes)}</div>
            </div>
            {pages::view(*page, is_exercise, runs_now, desk, &on_turn)}
        </main>
    }
}

/// Instead of an editor that could not be loaded: the reason, and a button that loads it again.
fn not_loaded(state: &Rc<State>, desk: &Desk) -> Html {
    let words = interface(state.language);
    let again = {
        let (desk, state) = (desk.clone(), Rc::clone(state));
        Callback::from(move |_: MouseEvent| desk.load_editor(&state))
    };
    html! {
        <div class="not-loaded note">
            <p role="alert">{(lab(state.language).editor_failed)(words.needs_network)}</p>
            <button class="btn" type="button" onclick={again}>{words.try_again}</button>
        </div>
    }
}

fn engine_code(bench: &Bench) -> &'static str {
    match bench.engine {
        EngineState::Away => "away",
        EngineState::Loading(..) => "loading",
        EngineState::Booting => "booting",
        EngineState::Ready => "ready",
        EngineState::Failed(_) => "failed",
    }
}

fn code(state: &Rc<State>, desk: &Desk, bench: &Bench) -> Html {
    let words = lab(desk.language());
    let over = Callback::from(|event: DragEvent| event.prevent_default());
    let drop = {
        let desk = desk.clone();
        Callback::from(move |event: DragEvent| {
            if let Some(what) =
                event.data_transfer().filter(|what| what.files().is_some_and(|files| files.length() > 0))
            {
                event.prevent_default();
                let desk = desk.clone();
                files::dropped(&what, move |name, bytes| desk.open_file(&name, &bytes));
            }
        })
    };
    let instead = match &bench.editor {
        None => html! { <p class="note">{words.editor_loading}</p> },
        Some(Err(_)) => not_loaded(state, desk),
        Some(Ok(())) => html! { <p hidden={true} /> },
    };
    html! {
        <section class="code" aria-label={pages_words(desk.language()).code} ondragover={over} ondrop={drop}>
            {bar::files_view(desk, bench)}
            {instead}
            <div class="editor" id={EDITOR} />
            {keys::view(desk)}
        </section>
    }
}
