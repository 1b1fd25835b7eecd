//! The links between the rows of a [`report`](super::report), as a growing graph. A row's last cell lists its links, as
//! in `-> garden, attic`.

use super::report::cells;
use crate::trace::facts::cursor::Cursor;
use crate::trace::facts::log::Log;
use crate::trace::facts::time::Seconds;

/// The rows of a report and their links.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Links {
    /// The rows, and the names that a row links to, in the order of their first mention.
    pub nodes: Vec<Node>,
    /// The links, without duplicates, in the order of their first mention.
    pub edges: Vec<Edge>,
}

/// A row, or a name that so far is known only from a link.
#[derive(Clone, Debug, PartialEq)]
pub struct Node {
    /// The row's first cell.
    pub name: String,
    /// The row's second cell; `None` until the row is printed.
    pub state: Option<String>,
    /// The time of the last print of the row, or of the link that first named it.
    pub at: Seconds,
    /// The layer of the graph: 0 for a row that was printed before any link to it. Otherwise it is one more than the
    /// layer of the row that first linked to it.
    pub layer: usize,
    /// The index within the layer.
    pub place: usize,
}

/// A link, by the indexes of its two nodes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Edge {
    /// The row that has the link.
    pub from: usize,
    /// The node that the link leads to.
    pub to: usize,
    /// Whether this was the first link to that node.
    pub finds: bool,
}

impl Links {
    /// The links of the report up to this cursor; empty if no row has a link.
    #[must_use]
    pub fn of(log: &Log, cursor: Cursor) -> Self {
        let mut links = Self::default();
        for event in cursor.past(log) {
            let Some(cells) = cells(event) else { continue };
            let from = links.place_of(cells[0]).unwrap_or_else(|| links.add(cells[0], event.time, 0));
            links.nodes[from].state = cells.get(1).map(|state| (*state).to_owned());
            links.nodes[from].at = event.time;
            let to = cells.last().and_then(|cell| cell.strip_prefix("-> ")).unwrap_or_default();
            for name in to.split(", ").filter(|name| !name.is_empty()) {
                links.link(from, name, event.time);
            }
        }
        if links.edges.is_empty() { Self::default() } else { links }
    }

    fn link(&mut self, from: usize, name: &str, at: Seconds) {
        let known = self.place_of(name);
        let to = known.unwrap_or_else(|| self.add(name, at, self.nodes[from].layer + 1));
        if !self.edges.iter().any(|edge| (edge.from, edge.to) == (from, to)) {
            self.edges.push(Edge { from, to, finds: known.is_none() });
        }
    }

    fn place_of(&self, name: &str) -> Option<usize> {
        self.nodes.iter().position(|node| node.name == name)
    }

    fn add(&mut self, name: &str, at: Seconds, layer: usize) -> usize {
        let place = self.nodes.iter().filter(|node| node.layer == layer).count();
        self.nodes.push(Node { name: name.to_owned(), state: None, at, layer, place });
        self.nodes.len() - 1
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::trace::facts::event::{Event, What};
    use crate::trace::facts::task::TaskId;

    fn log(lines: &[&'static str]) -> Log {
        let mut log = Log::default();
        for (time, line) in (0_u32..).zip(lines) {
            let what = What::Printed((*line).into());
            log.push(Event { time: time.into(), task: TaskId::MAIN, callback: 1, what });
        }
        log
    }

    #[test]
    fn the_first_link_finds_a_page_and_later_ones_lead_there_again() {
        let log = log(&["a | asked", "a | 200 | -> b, c", "b | 200 | -> a, c, b", "c | 404 | -"]);
        let links = Links::of(&log, Cursor::end(&log));
        let nodes: Vec<_> = links.nodes.iter().map(|node| (&*node.name, node.state.as_deref(), node.at)).collect();
        assert_eq!(nodes, [("a", Some("200"), 1.0), ("b", Some("200"), 2.0), ("c", Some("404"), 3.0)]);
        let places: Vec<_> = links.nodes.iter().map(|node| (node.layer, node.place)).collect();
        assert_eq!(places, [(0, 0), (1, 0), (1, 1)]);
        let edges: Vec<_> = links.edges.iter().map(|edge| (edge.from, edge.to, edge.finds)).collect();
        assert_eq!(edges, [(0, 1, true), (0, 2, true), (1, 0, false), (1, 2, false), (1, 1, false)]);
    }

    #[test]
    fn a_name_without_a_row_has_no_state() {
        let log = log(&["a | 200 | -> b", "b | 200 | -"]);
        let links = Links::of(&log, Cursor::at(&log, 0.5));
        assert_eq!(links.nodes[1].state, None);
    }

    #[test]
    fn a_report_without_links_has_no_graph() {
        let log = log(&["film | 50%", "song | 10%"]);
        assert_eq!(Links::of(&log, Cursor::end(&log)), Links::default());
    }
}
