//! The address in the browser's bar and the state, kept in agreement.

use gloo_timers::callback::Timeout;
use yew::{UseReducerHandle, hook, use_effect_with};

use crate::app::model::action::Action;
use crate::app::model::route::Route;
use crate::app::model::state::State;
use crate::host::address;

/// The milliseconds for which a paused run must rest at a time before the address shows that time.
const REST: u32 = 200;

/// Keeps the state and the address in agreement, in both directions.
#[hook]
pub(super) fn use_address(handle: &UseReducerHandle<State>) {
    let written = handle.route().to_string();
    // Dragging moves the cursor through many times, and browsers refuse hundreds of new addresses in a short time.
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
