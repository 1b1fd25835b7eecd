//! Delays the parts of the page that read whole logs. With very many events, these parts wait until the cursor rests.

use gloo_timers::callback::Timeout;
use yew::{hook, use_force_update, use_mut_ref};

use crate::app::model::run::Run;
use crate::host::{Phase, clock};

/// The number of events from which reading a log takes longer than a frame.
const MANY: usize = 5_000;

/// The time that the cursor must rest, in milliseconds.
const REST: u32 = 120;

/// The run that is shown, and the latest one.
#[derive(Default)]
struct Held {
    shown: Option<Run>,
    latest: Option<Run>,
    /// The time of the latest change.
    since: f64,
    waits: Option<Timeout>,
}

/// Returns the run. With very many events, returns the run as it was before the reader began to drag the cursor.
#[hook]
pub fn use_settled(run: Option<&Run>) -> Option<Run> {
    let again = use_force_update();
    let held = use_mut_ref(Held::default);
    let mut held = held.borrow_mut();
    if held.latest.as_ref() != run {
        (held.latest, held.since) = (run.cloned(), clock::now());
    }
    let left = f64::from(REST) - (clock::now() - held.since);
    if left <= 0.0 || !run.is_some_and(|run| is_dragged(held.shown.as_ref(), run)) {
        held.shown = run.cloned();
        held.waits = None;
    } else if held.shown.as_ref() != run {
        #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)] // it is between 0 and REST
        let left = left.ceil() as u32;
        held.waits = Some(Timeout::new(left, move || again.force_update()));
    }
    held.shown.clone()
}

/// Whether a run of very many events is paused, and was paused when it was last shown.
fn is_dragged(shown: Option<&Run>, run: &Run) -> bool {
    let events: usize = run.tracks.iter().map(|track| track.log.borrow().events().len()).sum();
    let is_same = |shown: &Run| shown.number == run.number && shown.progress.phase == run.progress.phase;
    events > MANY && run.progress.phase == Phase::Paused && shown.is_some_and(is_same)
}
