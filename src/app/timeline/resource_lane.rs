//! The row of a resource, such as a lock or a queue: who holds it, how full it is, and who waits.

use yew::{Html, html};

use super::axis::from_to;
use crate::app::widgets::figures::{Figures, name_of};
use crate::app::widgets::icon::icon;
use crate::text::Interface;
use crate::trace::{Hold, InLine, Kind, Level, Resource, Seconds, TaskId, Timeline, fixed};

/// The most permits that have a strip each. A semaphore with more shows their number.
const STRIPS: u32 = 8;

/// The properties of the row.
pub struct ResourceView<'a> {
    /// The resource.
    pub resource: &'a Resource,
    /// The timeline that the resource belongs to.
    pub picture: &'a Timeline,
    /// The selected task.
    pub selected: Option<TaskId>,
    /// The words of the page.
    pub words: &'static Interface,
}

/// A strip of the row.
#[derive(Clone, Copy, PartialEq)]
enum Strip {
    /// The holders of one permit or of the lock.
    Holder(usize),
    /// The level, as a number and as a height.
    Level,
    /// The waiting tasks.
    Line,
}

/// The row of a resource.
pub fn view(view: &ResourceView<'_>) -> Html {
    let strips = strips(view.resource);
    let open = !view.picture.ended();
    html! {
        <div
            class="row res" key={format!("r{}", view.resource.id.0)} style={format!("--strips:{}", strips.len())}
            data-resource={view.resource.name()}
        >
            <div class="name">
                <span class="n">{icon("gem")}<span>{view.resource.name()}</span></span>
                {for strips.iter().map(|strip| html! { <span class="sub">{label(*strip, view)}</span> })}
            </div>
            <div class="track">
                {for strips.iter().enumerate().map(|(place, strip)| match strip {
                    Strip::Holder(slot) => html! { <>{holders(*slot, place, view)}{idle(*slot, place, view)}</> },
                    Strip::Level => levels(place, open, view),
                    Strip::Line => lines(place, open, view),
                })}
            </div>
        </div>
    }
}

/// The height of the row in pixels, as in `.row.res` of `static/style/timeline/resources.css`.
#[must_use]
pub fn height(resource: &Resource) -> f64 {
    let strips = u32::try_from(strips(resource).len()).unwrap_or(u32::MAX);
    f64::from(strips) * 24.0 + 13.0
}

/// The strips of a resource. A strip of waiting tasks exists only if a task ever waited.
fn strips(resource: &Resource) -> Vec<Strip> {
    let mut strips = Vec::new();
    match (&resource.class, resource.size) {
        (Kind::Lock | Kind::Condition, _) => strips.push(Strip::Holder(0)),
        (Kind::Semaphore | Kind::BoundedSemaphore, Some(size @ 1..=STRIPS)) => {
            let used = resource.holds.iter().map(|hold| hold.slot + 1).max().unwrap_or(0);
            strips.extend((0..used.max(size as usize)).map(Strip::Holder));
        }
        (Kind::Barrier, _) => {}
        (
            Kind::Semaphore
            | Kind::BoundedSemaphore
            | Kind::Event
            | Kind::Queue
            | Kind::PriorityQueue
            | Kind::LifoQueue
            | Kind::Other(_),
            _,
        ) => strips.push(Strip::Level),
    }
    if strips.is_empty() || !resource.lines.is_empty() {
        strips.push(Strip::Line);
    }
    strips
}

fn label(strip: Strip, view: &ResourceView<'_>) -> String {
    let (resource, words) = (view.resource, view.words);
    match strip {
        Strip::Holder(slot) if resource.size.is_some() => (words.permit)(slot + 1),
        Strip::Holder(_) => words.holder.to_owned(),
        Strip::Level => level_word(resource, resource.level(), words),
        Strip::Line => (words.in_line)(resource.waiters.len()),
    }
}

/// A level in words: free permits, items, or a flag's state.
fn level_word(resource: &Resource, level: u32, words: &Interface) -> String {
    match resource.class {
        Kind::Event => words.flag.of(level > 0).to_owned(),
        Kind::Semaphore | Kind::BoundedSemaphore => (words.free_permits)(level),
        Kind::Lock
        | Kind::Condition
        | Kind::Barrier
        | Kind::Queue
        | Kind::PriorityQueue
        | Kind::LifoQueue
        | Kind::Other(_) => (words.items)(level),
    }
}

fn holders(slot: usize, place: usize, view: &ResourceView<'_>) -> Html {
    let held = |hold: &&Hold| hold.slot == slot && (hold.open || hold.to > hold.from);
    let spans = view.resource.holds.iter().filter(held).map(|hold| {
        let name = name_of(view.picture, hold.task).map(ToString::to_string).unwrap_or_default();
        let to = if hold.open { "…".to_owned() } else { view.words.measured(hold.to) };
        // The screen shows the times on the axis; a screen reader needs them as text.
        let times = html! { <span class="unseen">{format!(" {} – {to}", view.words.measured(hold.from))}</span> };
        span("held", (hold.from, hold.to, hold.open), place, html! { <><b>{name}</b>{times}</> }, None)
    });
    spans.collect()
}

/// The periods in which a permit was free while work was left. A free lock is no loss, so none are shown for it.
fn idle(slot: usize, place: usize, view: &ResourceView<'_>) -> Html {
    let resource = view.resource;
    let end = resource.holds.iter().map(|hold| hold.to).fold(0.0, f64::max);
    let held = resource.holds.iter().filter(|hold| hold.slot == slot).map(|hold| (hold.from, hold.to));
    let mut free_from = resource.made;
    let gaps = held.chain([(end, end)]).filter_map(|(from, to)| {
        let gap = (free_from, from);
        free_from = to;
        (resource.size.is_some() && gap.1 > gap.0).then_some(gap)
    });
    let word = view.words.idle;
    let spans = gaps.map(|(from, to)| {
        let seconds = view.words.short(to - from);
        html! {
            <div
                class="span" data-state="idle" style={format!("{};--r:{place}", from_to(from, to))}
                title={format!("{word} {seconds}\u{a0}s")}
            >
                <q><span class="more">{word}{" "}</span>{seconds}</q>
            </div>
        }
    });
    spans.collect()
}

fn levels(place: usize, open: bool, view: &ResourceView<'_>) -> Html {
    let resource = view.resource;
    let full = resource.size.unwrap_or_else(|| resource.levels.iter().map(|level| level.level).max().unwrap_or(0));
    let stretches = stretches(&resource.levels, |level: &Level| level.at, view.picture.now, open);
    let spans = stretches.filter(|(level, _)| level.level > 0).map(|(level, stretch)| {
        let fill = f64::from(level.level) / f64::from(full.max(1));
        span("held", stretch, place, html! { level_word(resource, level.level, view.words) }, Some(fill))
    });
    spans.collect()
}

fn lines(place: usize, open: bool, view: &ResourceView<'_>) -> Html {
    let stretches = stretches(&view.resource.lines, |line: &InLine| line.at, view.picture.now, open);
    let spans = stretches.filter(|(line, _)| line.count > 0).map(|(line, stretch)| {
        let chips = line.first.iter().map(|task| {
            let name = name_of(view.picture, *task).map(ToString::to_string).unwrap_or_default();
            html! { <i class={if view.selected == Some(*task) { "chip me" } else { "chip" }}>{name}</i> }
        });
        let more = line.count.saturating_sub(line.first.len());
        let more = (more > 0).then(|| html! { {format!("+{more}")} });
        let (from, to) = (view.words.measured(stretch.0), view.words.measured(stretch.1));
        let to = if stretch.2 { "…" } else { &to };
        // The screen shows the times on the axis; a screen reader needs them as text.
        let spoken =
            html! { <span class="unseen">{format!(" {}, {from} – {to}", (view.words.in_line)(line.count))}</span> };
        span("queued", stretch, place, html! { <>{for chips}{more}{spoken}</> }, None)
    });
    spans.collect()
}

/// A period: from, to, and whether it is in progress.
type Stretch = (Seconds, Seconds, bool);

/// The points with the period of each: until the next point, or until `now`.
fn stretches<'a, T>(
    points: &'a [T],
    at: impl Fn(&T) -> Seconds + 'a,
    now: Seconds,
    open: bool,
) -> impl Iterator<Item = (&'a T, Stretch)> {
    points.iter().enumerate().map(move |(place, point)| {
        let next = points.get(place + 1);
        (point, (at(point), next.map_or(now, &at), next.is_none() && open))
    })
}

fn span(state: &'static str, (from, to, open): Stretch, place: usize, label: Html, fill: Option<f64>) -> Html {
    let fill = fill.map(|fill| format!(";--fill:{}", fixed(fill, 3))).unwrap_or_default();
    html! {
        <div
            class="span" data-state={state} data-open={open.then_some("true")}
            style={format!("{};--r:{place}{fill}", from_to(from, to))}
        >
            <q>{label}</q>
        </div>
    }
}
