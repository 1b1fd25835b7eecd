//! The time axis in its box, measured and zoomed.

use web_sys::Element;

use super::scroll;
use crate::app::widgets::ids::TIMELINE;
use crate::host::document;
use crate::trace::fixed;

/// The greatest zoom: in a run of two seconds, a millisecond is then as wide as a finger.
pub(super) const MOST: f64 = 500.0;

/// The axis in its box, measured in pixels.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Frame {
    /// The width of the box without the names.
    pub(super) room: f64,
    /// The width of the names.
    pub(super) gutter: f64,
    /// The width of the board without the names, as a multiple of `room`.
    pub(super) zoom: f64,
    /// The scroll offset.
    pub(super) left: f64,
    /// The position on the board at which the axis begins.
    pub(super) begin: f64,
    /// The length of the axis.
    pub(super) length: f64,
}

impl Frame {
    /// Measures the axis.
    pub(super) fn read(view: &Element) -> Option<Self> {
        let width = |selector: &str| Some(view.query_selector(selector).ok()??.get_bounding_client_rect());
        let (board, name, track) = (width(".board")?, width(".ruler > .name")?, width(".ruler > .track")?);
        let room = (f64::from(view.client_width()) - name.width()).max(1.0);
        Some(Self {
            room,
            gutter: name.width(),
            zoom: (board.width() - name.width()) / room,
            left: f64::from(view.scroll_left()),
            begin: track.left() - board.left(),
            length: track.width(),
        })
    }

    /// The axis zoomed by `factor`. The point at `from` moves to `to`, both in pixels from the box's left edge.
    pub(super) fn zoomed(self, factor: f64, from: f64, to: f64) -> Self {
        let zoom = (self.zoom * factor).clamp(1.0, MOST);
        let part = ((from + self.left - self.begin) / self.length).clamp(0.0, 1.0);
        let length = self.length + self.room * (zoom - self.zoom);
        let left = (self.begin + part * length - to).clamp(0.0, self.room * (zoom - 1.0));
        Self { zoom, left, length, ..self }
    }

    pub(super) fn show(self, view: &Element) {
        document::set_property(TIMELINE, "--zoom", &fixed(self.zoom, 4));
        document::set_property(TIMELINE, "--least", "0px");
        scroll(view, self.left);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const AT_REST: Frame = Frame { room: 832.0, gutter: 172.0, zoom: 1.0, left: 0.0, begin: 184.0, length: 800.0 };

    #[test]
    fn the_point_under_the_pointer_stays_there() {
        let place = |frame: Frame, part: f64| frame.begin + part * frame.length - frame.left;
        let half = AT_REST.zoomed(4.0, 584.0, 584.0);
        assert_eq!((half.zoom, place(half, 0.5)), (4.0, 584.0));
        let moved = half.zoomed(2.0, 584.0, 600.0);
        assert_eq!((moved.zoom, place(moved, 0.5)), (8.0, 600.0));
        let back = moved.zoomed(0.0, 600.0, 600.0);
        assert_eq!((back.zoom, back.left, back.length), (1.0, 0.0, 800.0));
    }

    #[test]
    fn an_axis_is_never_shorter_than_its_box_nor_longer_than_can_be_drawn() {
        assert_eq!(AT_REST.zoomed(0.5, 300.0, 300.0), AT_REST);
        let longest = AT_REST.zoomed(1e9, 984.0, 984.0);
        assert_eq!(longest.zoom, MOST);
        assert!(longest.left <= longest.room * (longest.zoom - 1.0));
    }
}
