//! The entrances to the lab. The lab is a part of the program (`tools/parts.mjs`). The tool cuts at these functions, so they are
//! not inlined. They are called only when the part is loaded (`use_parts` in `course/door.rs`).

use std::rc::Rc;

use yew::{Callback, Html, html};

use super::desk::Desk;
use super::view::LabPage;
use crate::app::model::action::Action;
use crate::app::model::state::State;
use crate::app::model::wish::Wish;
use crate::host::pacer::{Feed, Producer};
use crate::program::{Start, Variant};

thread_local! {
    /// The page's only desk.
    static DESK: Desk = Desk::default();
}

/// The lab's view.
#[inline(never)]
pub fn view(state: &Rc<State>, on_action: &Callback<Action>, on_wish: &Callback<Wish>) -> Html {
    let desk = DESK.with(Desk::clone);
    html! { <LabPage key={state.place.to_string()} state={state.clone()} {desk} on_action={on_action.clone()} on_wish={on_wish.clone()} /> }
}

/// Runs a reader's program in the lab's engine, or plays its recorded log back.
#[inline(never)]
pub fn begin(variant: &Variant, feed: &Feed) -> Box<dyn Producer> {
    match &variant.program.start {
        Start::Recorded(text) => feed.play_back(text),
        Start::Elsewhere => DESK.with(Desk::clone).begin(variant, feed),
        Start::Loop { .. } => feed.nothing(),
    }
}
