//! Tests that render the page and its parts to text, without a browser.

use std::rc::Rc;

use yew::{Callback, LocalServerRenderer};

use super::scenario_page::{Props, ScenarioPage};
use crate::app::course::later::Loading;
use crate::app::model::choices::Tab;
use crate::app::model::route::Route;
use crate::app::model::run::Run;
use crate::app::model::sample::{before, state};
use crate::app::model::state::State;
use crate::app::widgets::rendered::text;
use crate::program::Words;
use crate::scenarios;
use crate::text::{Language, READINGS, interface, reading};
use crate::trace::{Cursor, Seconds, Story, report};

mod comparison;
mod inspector;
mod links;
mod loads;
mod prediction;
mod reports;
mod whole;

async fn page(state: Rc<State>) -> String {
    let scenario = state.scenario().expect("an address of a scenario");
    let props =
        move || Props { state, scenario, loading: None, on_action: Callback::noop(), on_wish: Callback::noop() };
    LocalServerRenderer::<ScenarioPage>::with_props(props()).hydratable(false).render().await
}
