//! The verdict above all figures: a run is deadlocked, or compared runs have different results.

use yew::{Html, html};

use crate::app::model::run::{Run, Track};
use crate::app::widgets::figures::name_of;
use crate::app::widgets::icon::icon;
use crate::app::widgets::sentence::names;
use crate::text::said::said;
use crate::text::stuck::{Stuck as Words, stuck as words_of};
use crate::text::{Interface, Language, interface};
use crate::trace::{End, Lacks, Resource, ResourceId, Results, Stuck, TaskId, Text, Timeline, exception_text, quoted};

/// The most tasks or prints that are named.
const NAMED: usize = 8;

/// The verdict; empty if neither is the case.
pub fn view(run: &Run, language: Language) -> Html {
    let stuck = run.stuck();
    if stuck.iter().any(Option::is_some) {
        return run
            .tracks
            .iter()
            .zip(&stuck)
            .map(|(track, stuck)| never_ends(run, track, stuck.as_ref(), language))
            .collect();
    }
    match run.tracks.split_first() {
        Some((first, others)) if run.over() => others.iter().map(|other| differs([first, other], language)).collect(),
        Some(_) | None => Html::default(),
    }
}

fn never_ends(run: &Run, track: &Track, stuck: Option<&Stuck>, language: Language) -> Html {
    let Some(stuck) = stuck else { return Html::default() };
    let (words, picture) = (words_of(language), track.timeline());
    let title =
        (run.tracks.len() > 1).then(|| format!("{}{}", track.variant.title(language), interface(language).colon));
    let rest = stuck.waits.len().saturating_sub(NAMED);
    html! {
        <section class="verdict" data-verdict="stuck" key={track.variant.key()}>
            <h2>{icon("warn")}{title}{words.never_ends}</h2>
            <p>{words.means}</p>
            <ul>
                {for stuck.circles.iter().take(NAMED).map(|circle| html! { <li>{circled(circle, &picture, words)}</li> })}
                {for stuck.waits.iter().take(NAMED).map(|wait| html! {
                    <li><b>{name(wait.task, &picture)}</b>{" "}{lacking(&wait.lacks, &picture, language)}</li>
                })}
                {(rest > 0).then(|| html! { <li>{(words.more)(rest)}</li> })}
            </ul>
        </section>
    }
}

fn name(task: TaskId, picture: &Timeline) -> String {
    name_of(picture, task).map(ToString::to_string).unwrap_or_default()
}

/// The names of tasks that wait for each other; the first one is repeated at the end.
fn circled(circle: &[TaskId], picture: &Timeline, words: &Words) -> String {
    let names: Vec<String> = circle.iter().chain(circle.first()).map(|task| name(*task, picture)).collect();
    (words.circle)(&names.join(" → "))
}

/// What a deadlocked task waits for.
fn lacking(lacks: &Lacks, picture: &Timeline, language: Language) -> String {
    let words = words_of(language);
    let resource = |it: &ResourceId| picture.resource(*it).map(Resource::name).unwrap_or_default();
    let of_tasks = |tasks: &[TaskId]| names(tasks, picture, said(language));
    match lacks {
        Lacks::Ends(tasks) => (words.ends)(&of_tasks(tasks)),
        Lacks::Permit { resource: it, holders } if holders.is_empty() => (words.permit)(&resource(it)),
        Lacks::Permit { resource: it, holders } => (words.held)(&resource(it), &of_tasks(holders)),
        Lacks::Item(it) => (words.item)(&resource(it)),
        Lacks::Room(it) => (words.room)(&resource(it)),
        Lacks::Work { resource: it, left } => (words.work)(&resource(it), *left),
        Lacks::Flag(it) => (words.flag)(&resource(it)),
        Lacks::Notice(it) => (words.notice)(&resource(it)),
        Lacks::Parties { resource: it, come, parties } => {
            let parties = parties.map_or_else(|| "?".to_owned(), |parties| parties.to_string());
            (words.parties)(&resource(it), *come, &parties)
        }
        Lacks::Future => words.future.to_owned(),
    }
}

fn differs(tracks: [&Track; 2], language: Language) -> Html {
    let results = Results::of(&tracks[0].log.borrow(), &tracks[1].log.borrow());
    if !results.differ() {
        return Html::default();
    }
    let (words, interface) = (words_of(language), interface(language));
    let one = |place: usize| {
        let end = results.ends.as_ref().map(|ends| came_to(ends[place].as_ref(), words, interface));
        let printed: Vec<&Text> = results.prints[place].iter().take(NAMED).collect();
        let printed = (!printed.is_empty()).then(|| {
            let texts: Vec<String> = printed.into_iter().map(|text| quoted(text.as_str())).collect();
            (words.only_printed)(&texts.join(", "))
        });
        let told: Vec<String> = end.into_iter().chain(printed).collect();
        html! { <li><b>{tracks[place].variant.title(language)}</b>{interface.colon}{told.join(said(language).semicolon)}</li> }
    };
    html! {
        <section class="verdict" data-verdict="differs" key={tracks[1].variant.key()}>
            <h2>{icon("warn")}{words.differ}</h2>
            <p>{words.differ_means}</p>
            <ul>{one(0)}{one(1)}</ul>
        </section>
    }
}

fn came_to(end: Option<&End>, words: &Words, interface: &Interface) -> String {
    match end {
        None => format!("main{}{}", interface.colon, words.never),
        Some(End::Returned(value)) => (words.came_to)(value.as_str()),
        Some(End::Failed { class, message }) => (words.came_to)(&exception_text(class, message)),
        Some(End::Cancelled) => (words.came_to)(interface.states.cancelled.word),
        Some(End::Destroyed) => (words.came_to)(interface.states.destroyed.word),
    }
}
