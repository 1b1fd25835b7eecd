//! The part of the screen that the timeline has to itself: below a run bar at the top, above one at the bottom.

use web_sys::DomRect;

use crate::app::widgets::ids::{INSPECTOR, RUN_BAR, TIMELINE};
use crate::host::document;
use crate::trace::fixed;

/// How high the timeline is at least taken to be: it grows as tasks are made, and so does the sentence above it.
const LEAST: f64 = 400.0;

/// The room between the edges of the screen and of the run bar, in pixels from the window's top.
#[derive(Clone, Copy, Debug, PartialEq)]
struct Stage {
    top: f64,
    bottom: f64,
}

impl Stage {
    /// The room beside a run bar that lies there, in a page whose scrolling part begins at `top`.
    fn beside(bar: (f64, f64), top: f64, window: f64) -> Self {
        let (above, below) = bar;
        // A narrow screen has the bar at its lower edge, under the thumb.
        if below >= window - 1.0 && above > window / 2.0 {
            Self { top, bottom: above }
        } else {
            Self { top: top + below - above, bottom: window }
        }
    }

    /// How far to scroll so that what lies from `above` to `below` is on it; its upper edge, where not all of it can be.
    fn to_show(self, above: f64, below: f64) -> f64 {
        if above < self.top { above - self.top } else { (below - self.bottom).min(above - self.top).max(0.0) }
    }
}

/// Scrolls the page, no further than it must, so that the timeline is in sight.
pub fn bring_on() {
    let (Some(view), Some(stage)) = (document::element(TIMELINE), measured()) else { return };
    let frame = view.get_bounding_client_rect();
    let down = stage.to_show(frame.top(), frame.top() + frame.height().max(LEAST));
    if down != 0.0 {
        document::scroll_page_by(&view, down);
    }
}

/// Scrolls so that the selected lane is in sight above the answer's sheet, where that covers a part of the screen.
pub fn bring_on_selected() {
    let (Some(view), Some(stage)) = (document::element(TIMELINE), measured()) else { return };
    let Ok(Some(lane)) = view.query_selector(".row.lane[data-selected]") else { return };
    if sheet().is_none() {
        return;
    }
    bring_on();
    let (frame, lane) = (view.get_bounding_client_rect(), lane.get_bounding_client_rect());
    let ruler = document::height_within(&view, ".row.ruler").unwrap_or_default();
    let shown = Stage { top: frame.top() + ruler, bottom: frame.bottom().min(stage.bottom) };
    let down = shown.to_show(lane.top(), lane.bottom());
    // A box has far fewer than 2^31 pixels.
    #[allow(clippy::cast_possible_truncation)]
    view.set_scroll_top(view.scroll_top() + down as i32);
}

/// The answer's sheet, where it lies over the page: else the inspector has a place of its own.
fn sheet() -> Option<DomRect> {
    let bar = document::element(RUN_BAR)?.get_bounding_client_rect();
    let frame = document::element(INSPECTOR)?.get_bounding_client_rect();
    (bar.top() > document::window_height() / 2.0 && (frame.bottom() - bar.top()).abs() <= 1.0).then_some(frame)
}

/// Tells the style sheets how high the run bar is: the ruler stays beside it, and the answer's sheet above it.
pub fn tell_bar() {
    if let Some(bar) = document::element(RUN_BAR) {
        document::set_page_property("--bar", &format!("{}px", fixed(bar.get_bounding_client_rect().height(), 1)));
    }
}

fn measured() -> Option<Stage> {
    let bar = document::element(RUN_BAR)?;
    let column = bar.closest("main").ok().flatten().filter(|main| main.scroll_height() > main.client_height());
    let top = column.map_or(0.0, |column| column.get_bounding_client_rect().top().max(0.0));
    let frame = bar.get_bounding_client_rect();
    let stage = Stage::beside((frame.top(), frame.bottom()), top, document::window_height());
    Some(Stage { bottom: sheet().map_or(stage.bottom, |sheet| sheet.top()), ..stage })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_bar_at_the_top_takes_its_height_from_there_and_one_at_the_bottom_from_there() {
        assert_eq!(Stage::beside((300.0, 350.0), 48.0, 768.0), Stage { top: 98.0, bottom: 768.0 });
        assert_eq!(Stage::beside((784.0, 844.0), 0.0, 844.0), Stage { top: 0.0, bottom: 784.0 });
    }

    #[test]
    fn the_page_is_scrolled_no_further_than_it_must() {
        let stage = Stage { top: 100.0, bottom: 700.0 };
        assert_eq!(stage.to_show(150.0, 600.0), 0.0, "it is in sight");
        assert_eq!(stage.to_show(40.0, 400.0), -60.0, "its beginning was above");
        assert_eq!(stage.to_show(500.0, 800.0), 100.0, "its end was below");
        assert_eq!(stage.to_show(500.0, 2000.0), 400.0, "it is higher than the stage: its beginning counts");
    }
}
