//! The bars above the editor: the program with its commands, and its files.

use web_sys::{Element, HtmlInputElement};
use yew::{Callback, Event, Html, MouseEvent, TargetCast, html};

use super::bench::Bench;
use super::desk::Desk;
use super::kept;
use super::name_field::NameField;
use crate::app::model::action::Action;
use crate::app::model::state::State;
use crate::app::widgets::icon::icon;
use crate::host::{document, fetch, files};
use crate::program::Setup;
use crate::text::bench::{Bench as MoreWords, bench as bench_words};
use crate::text::lab::{Lab, lab};
use crate::text::starts::{STARTS, Start};

/// The id of the field that chooses a file.
const CHOOSE: &str = "lab-choose";

/// The program's name, and the controls for it.
pub fn view(desk: &Desk, bench: &Bench, state: &State, on_action: &Callback<Action>) -> Html {
    let words = lab(desk.language());
    let name = bench.program.as_ref().map(|program| program.name.clone()).unwrap_or_default();
    let route = state.route();
    let saved = match bench.saved {
        None => "",
        Some(true) => words.saved,
        Some(false) => words.not_saved,
    };
    html! {
        <div class="labbar" role="group" aria-label={words.programs}>
            {menu(html! { <>{name.clone()}</> }, html! { <>{programs(desk, &name, &bench.shown, words)}{origin(desk, bench, &state.setup(), on_action)}{others(desk, bench)}</> })}
            <span class="saved" role="status">{saved}</span>
            {button(words.new, "plus", on(desk, |desk| desk.start(lab(desk.language()).untitled, lab(desk.language()).first)))}
            {button(words.open, "folder", Callback::from(|_| document::click(CHOOSE)))}
            <input
                type="file" id={CHOOSE} class="unseen" tabindex="-1" aria-label={words.open} accept=".py,.ipynb,.txt"
                onchange={choose(desk)}
            />
            {button(words.save, "save", on(desk, Desk::save))}
            {button(words.share, "chain", on(desk, move |desk| desk.share(route.clone())))}
            {menu(html! { <>{words.examples}</> }, examples(desk))}
            {menu(html! { <span aria-label={words.shortcuts}>{"?"}</span> }, shortcuts(words, bench_words(desk.language())))}
        </div>
    }
}

/// The program's files, and the button that adds one.
pub fn files_view(desk: &Desk, bench: &Bench) -> Html {
    let words = lab(desk.language());
    // An exercise has the files that it gives.
    let own = bench.program.as_ref().is_none_or(|program| program.exercise.is_empty());
    let names = bench.program.iter().flat_map(|program| &program.files).map(|file| file.name.clone());
    html! {
        <div class="files" role="group" aria-label={words.files}>
            {for names.enumerate().map(|(place, name)| {
                let shown = name == bench.shown;
                let (of, to) = (name.clone(), name.clone());
                html! {
                    <span class="file" key={name.clone()}>
                        <button type="button" aria-pressed={shown.to_string()} onclick={on(desk, move |desk| desk.show_file(&to))}>{name.clone()}</button>
                        {(place > 0 && own).then(|| html! {
                            <button class="close" type="button" aria-label={(words.close_file)(&name)} onclick={on(desk, move |desk| desk.close_file(&of))}>{icon("cross")}</button>
                        })}
                    </span>
                }
            })}
            <button class="quiet" type="button" hidden={!own} aria-label={words.add_file} title={words.add_file} onclick={on(desk, Desk::add_file)}>{icon("plus")}</button>
        </div>
    }
}

/// A menu that a button opens. A click on one of its buttons closes it.
fn menu(name: Html, rows: Html) -> Html {
    let close = Callback::from(|event: MouseEvent| {
        let pressed =
            event.target_dyn_into::<Element>().and_then(|target| target.closest("button, details").ok().flatten());
        if let Some(button) = pressed.filter(|pressed| pressed.tag_name() == "BUTTON")
            && let Ok(Some(menu)) = button.closest("details")
        {
            let _ = menu.remove_attribute("open");
        }
    });
    html! {
        <details class="menu" onclick={close}>
            <summary class="quiet">{name}</summary>
            <div class="sheet">{rows}</div>
        </details>
    }
}

fn programs(desk: &Desk, name: &str, file: &str, words: &Lab) -> Html {
    let rename = {
        let desk = desk.clone();
        Callback::from(move |name: String| desk.rename(&name))
    };
    let rename_file = {
        let desk = desk.clone();
        Callback::from(move |name: String| desk.rename_file(&name))
    };
    html! {
        <>
            <NameField id="file-name" label={words.file_name} name={file.to_owned()} on_name={rename_file} />
            <NameField id="program-name" label={words.name} name={name.to_owned()} on_name={rename} />
            {row(words.duplicate, on(desk, Desk::duplicate))}
            {row(words.delete, on(desk, Desk::delete))}
            {row(words.export, on(desk, Desk::save_all))}
        </>
    }
}

/// Commands for a program that came from the course.
fn origin(desk: &Desk, bench: &Bench, setup: &Setup, on_action: &Callback<Action>) -> Html {
    let words = lab(desk.language());
    if bench.program.as_ref().is_none_or(|program| program.origin.is_empty()) {
        return html! {};
    }
    let (setup, on_action) = (setup.clone(), on_action.clone());
    html! {
        <>
            {row(words.compare_origin, on(desk, move |desk| desk.compare_with_origin(&setup, &on_action)))}
            {row(words.reset_origin, on(desk, Desk::reset_to_origin))}
        </>
    }
}

/// The other programs stored in this browser.
fn others(desk: &Desk, bench: &Bench) -> Html {
    let present = bench.program.as_ref().map(|program| program.id);
    let others = kept::all().into_iter().filter(|program| Some(program.id) != present);
    let rows = others.map(|program| {
        let id = program.id;
        html! { <button key={id} type="button" onclick={on(desk, move |desk| desk.go_to_program(id))}>{program.name}</button> }
    });
    html! { <><hr />{for rows}</> }
}

fn examples(desk: &Desk) -> Html {
    let language = desk.language();
    let rows = STARTS.iter().map(|start| {
        html! {
            <button key={start.id} type="button" onclick={on(desk, move |desk| open_start(desk, start))}>
                <b>{*start.title.get(language)}</b><small>{*start.about.get(language)}</small>
            </button>
        }
    });
    rows.collect()
}

/// Loads a starting point as a new program.
fn open_start(desk: &Desk, start: &'static Start) {
    let desk = desk.clone();
    wasm_bindgen_futures::spawn_local(async move {
        let text = match start.file.compiled() {
            Some(text) => Some(text.to_owned()),
            None => fetch::text(start.file.path, None).await.ok().filter(|text| start.file.holds(text)),
        };
        if let Some(text) = text {
            desk.start(start.title.get(desk.language()), &text);
        }
    });
}

fn shortcuts(words: &Lab, more: &MoreWords) -> Html {
    html! {
        <>
            <h2 class="cap">{words.shortcuts}</h2>
            <dl class="facts">
                {for more.keys.iter().map(|(keys, what)| html! { <div><dt>{*what}</dt><dd><kbd>{*keys}</kbd></dd></div> })}
            </dl>
        </>
    }
}

fn button(word: &'static str, drawn: &'static str, onclick: Callback<MouseEvent>) -> Html {
    html! { <button class="quiet" type="button" title={word} {onclick}>{icon(drawn)}<span>{word}</span></button> }
}

fn row(word: &'static str, onclick: Callback<MouseEvent>) -> Html {
    html! { <button type="button" {onclick}>{word}</button> }
}

/// A callback that runs `then` with the desk.
fn on(desk: &Desk, then: impl Fn(&Desk) + 'static) -> Callback<MouseEvent> {
    let desk = desk.clone();
    Callback::from(move |_| then(&desk))
}

fn choose(desk: &Desk) -> Callback<Event> {
    let desk = desk.clone();
    Callback::from(move |event: Event| {
        if let Some(field) = event.target_dyn_into::<HtmlInputElement>() {
            let desk = desk.clone();
            files::chosen(&field, move |name, bytes| desk.open_file(&name, &bytes));
        }
    })
}
