//! The part of the window for the timeline: below a run bar at the top, or above one at the bottom.

use web_sys::DomRect;

use crate::app::widgets::ids::{INSPECTOR, RUN_BAR, TIMELINE};
use crate::host::document;
use crate::trace::fixed;

/// The least height assumed for the timeline, in pixels: it grows as tasks are created.
const LEAST: f64 = 400.0;

/// The free part of the window, in pixels from the window's top.
#[derive(Clone, Copy, Debug, PartialEq)]
struct Stage {
    top: f64,
    bottom: f64,
}

impl Stage {
    /// The part that a run bar at `bar` leaves free. The scrolling part of the page begins at `top`.
    fn beside(bar: (f64, f64), top: f64, window: f64) -> Self {
        let (above, below) = bar;
        // A narrow screen has the run bar at the bottom.
        if below >= window - 1.0 && above > window / 2.0 {
            Self { top, bottom: above }
        } else {
            Self { top: top + below - above, bottom: window }
        }
    }

    /// How far to scroll down to show the range from `above` to `below`, in pixels. If it does not fit, its top is
    /// shown.
    fn to_show(self, above: f64, below: f64) -> f64 {
        if above < self.top { above - self.top } else { (below - self.bottom).min(above - self.top).max(0.0) }
    }
}

/// Scrolls the page until the timeline is visible, and no further.
pub fn bring_on() {
    let (Some(view), Some(stage)) = (document::element(TIMELINE), measured()) else { return };
    let frame = view.get_bounding_client_rect();
    let down = stage.to_show(frame.top(), frame.top() + frame.height().max(LEAST));
    if down != 0.0 {
        document::scroll_page_by(&view, down);
    }
}

/// Scrolls until the selected lane is visible above the inspector's sheet, if the sheet covers a part of the screen.
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
    // The offset is far below 2^31 pixels.
    #[allow(clippy::cast_possible_truncation)]
    view.set_scroll_top(view.scroll_top() + down as i32);
}

/// The frame of the inspector, if it is a sheet over the page.
fn sheet() -> Option<DomRect> {
    let bar = document::element(RUN_BAR)?.get_bounding_client_rect();
    let frame = document::element(INSPECTOR)?.get_bounding_client_rect();
    (bar.top() > document::window_height() / 2.0 && (frame.bottom() - bar.top()).abs() <= 1.0).then_some(frame)
}

/// Passes the height of the run bar to the style sheets, which position the ruler and the sheet by it.
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
    fn a_run_bar_takes_its_height_from_the_edge_that_it_is_at() {
        assert_eq!(Stage::beside((300.0, 350.0), 48.0, 768.0), Stage { top: 98.0, bottom: 768.0 });
        assert_eq!(Stage::beside((784.0, 844.0), 0.0, 844.0), Stage { top: 0.0, bottom: 784.0 });
    }

    #[test]
    fn the_page_is_scrolled_no_further_than_needed() {
        let stage = Stage { top: 100.0, bottom: 700.0 };
        assert_eq!(stage.to_show(150.0, 600.0), 0.0, "the range is visible");
        assert_eq!(stage.to_show(40.0, 400.0), -60.0, "the start is above the free part");
        assert_eq!(stage.to_show(500.0, 800.0), 100.0, "the end is below the free part");
        assert_eq!(stage.to_show(500.0, 2000.0), 400.0, "the range does not fit, so its start is shown");
    }
}
