//! Renders the visible lanes of one program. A lane is rendered again only if its appearance changes.

use std::ops::Range;
use std::rc::Rc;

use yew::{AttrValue, Callback, Html, MouseEvent, Properties, component, html};

use super::lane::{self, LaneView};
use super::rows::Folded;
use super::sight::Window;
use super::summary;
use crate::app::model::action::Action;
use crate::app::model::run::{Selection, Track};
use crate::host::document;
use crate::text::stuck::stuck;
use crate::text::{Language, interface};
use crate::trace::{Folds, Look, Row, Seconds};

/// A program's track as a property that is compared by its log only. What depends on the cursor is in other properties,
/// so a moved cursor alone renders nothing.
#[derive(Clone)]
pub struct OfLog(pub Track);

impl PartialEq for OfLog {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.0.log, &other.0.log)
    }
}

/// The properties that all lanes of a program share.
#[derive(Clone, PartialEq)]
pub struct Shared {
    /// The language.
    pub language: Language,
    /// The rendered part of the axis.
    pub window: Window,
    /// The text searched for in names, in lower case.
    pub wanted: AttrValue,
    /// Whether several programs are shown.
    pub compared: bool,
    /// The time of the run's deadlock; `None` if there is no deadlock.
    pub never: Option<Seconds>,
    /// The number of renamings: labels may name renamed tasks.
    pub renamed: usize,
    /// Called with the reader's actions.
    pub on_action: Callback<Action>,
    /// Called to fold or unfold a task's descendants.
    pub on_fold: Callback<Folded>,
}

/// The properties of a lane.
#[derive(PartialEq, Properties)]
pub struct Props {
    /// Its program.
    pub of: OfLog,
    /// Its index among the lanes.
    pub place: usize,
    /// Its appearance.
    pub look: Look,
    /// Its relation to the other lanes.
    pub stands: Stands,
    /// The shared properties.
    pub shared: Rc<Shared>,
}

/// The relation of a lane to the others.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Stands {
    /// Whether it is selected.
    selected: bool,
    /// Whether the Tab key stops here.
    stop: bool,
    /// Whether it is the last child of its parent.
    last: bool,
    /// Whether its descendants are folded, if it has any.
    folded: Option<bool>,
}

/// The lane.
#[component]
pub fn LaneRow(props: &Props) -> Html {
    let Props { of: OfLog(track), place, stands: Stands { selected, stop, last, folded }, shared, .. } = props;
    let (picture, selected) = (track.glance(&[places(&Row::Lane(*place))]), *selected);
    let Some(lane) = picture.lanes.get(*place) else { return Html::default() };
    let selection = track.selection(lane.name.to_string(), shared.compared);
    let select = shared
        .on_action
        .reform(move |_: MouseEvent| Action::Select(if selected { None } else { Some(selection.clone()) }));
    let words = interface(shared.language);
    let fold = folded.map(|folded| {
        let one = (track.variant.key(), lane.task);
        let id = format!("fold-{}-{}", one.0, lane.task.0);
        let same = id.clone();
        let on_fold = shared.on_fold.reform(move |event: MouseEvent| {
            // Without this, the click would also select the lane of the button.
            event.stop_propagation();
            // The button may be a new element afterwards, since many lanes move below the resources.
            document::focus_next(&same);
            one
        });
        summary::button(id, &lane.name.to_string(), folded, on_fold, words)
    });
    let view = LaneView {
        lane,
        picture: &picture,
        selected,
        stop: *stop,
        last: *last,
        window: shared.window,
        wanted: &shared.wanted,
        never: shared.never.map(|at| (at, stuck(shared.language))),
        fold: fold.unwrap_or_default(),
        words,
    };
    lane::view(&view, select)
}

/// Renders these rows of a program, between two gaps with the height of the other rows.
pub fn lanes(track: &Track, folds: &Folds, shown: Range<usize>, selected: Option<&Selection>, shared: Shared) -> Html {
    let (first, rest) = (shown.start, folds.rows().saturating_sub(shown.end));
    let rows: Vec<Row> = folds.shown(shown).collect();
    let picture = track.glance(&rows.iter().map(places).collect::<Vec<_>>());
    let shared = Rc::new(Shared { renamed: picture.renamed(), ..shared });
    let chosen = selected.and_then(|selected| picture.place(track.task(selected)?));
    let lane = |row: &Row| if let Row::Lane(place) = row { Some(*place) } else { None };
    let is_drawn = |chosen: &usize| rows.iter().filter_map(lane).any(|place| place == *chosen);
    let stop = chosen.filter(is_drawn).or_else(|| rows.iter().find_map(lane));
    let of = OfLog(track.clone());
    let row = |row: &Row| match row {
        Row::Lane(place) => {
            let lane = picture.lanes.get(*place)?;
            let made = picture.lanes.get(place + 1).is_some_and(|next| next.depth > lane.depth);
            let stands = Stands {
                selected: selected
                    .is_some_and(|selected| *selected == track.selection(lane.name.to_string(), shared.compared)),
                stop: stop == Some(*place),
                last: lane.last,
                folded: made.then(|| folds.hides(place + 1)),
            };
            let (of, place, look, shared) = (of.clone(), *place, lane.look(), shared.clone());
            Some(html! { <LaneRow key={lane.task.0} {of} {place} {look} {stands} {shared} /> })
        }
        Row::Folded(places) => Some(summary::view(&picture, places, interface(shared.language))),
    };
    let rows: Html = rows.iter().filter_map(row).collect();
    html! { <>{gap("above", first)}{rows}{gap("below", rest)}</> }
}

/// The indexes of a row's lanes.
fn places(row: &Row) -> Range<usize> {
    match row {
        Row::Lane(place) => *place..place + 1,
        Row::Folded(places) => places.clone(),
    }
}

/// A gap with the height of this number of lanes.
fn gap(key: &'static str, lanes: usize) -> Option<Html> {
    (lanes > 0).then(|| html! { <div class="gap" {key} style={format!("--lanes:{lanes}")} /> })
}
