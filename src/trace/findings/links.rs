//! Whom the rows of a report link to: a last cell such as `-> garden, attic` says it, and so a graph grows.

use super::report::cells;
use crate::trace::facts::cursor::Cursor;
use crate::trace::facts::log::Log;
use crate::trace::facts::time::Seconds;

/// The rows of a report and their links.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Links {
    /// Those that have a row or a link to them, in the order in which they were heard of.
    pub nodes: Vec<Node>,
    /// The links, each once, in that order too.
    pub edges: Vec<Edge>,
}

/// A row, or what is known of one by links alone.
#[derive(Clone, Debug, PartialEq)]
pub struct Node {
    /// The row's first cell.
    pub name: String,
    /// Its second cell, as long as it has a row.
    pub state: Option<String>,
    /// When it was last heard of.
    pub at: Seconds,
    /// How many links lie between it and the first row.
    pub layer: usize,
    /// Its place within its layer.
    pub place: usize,
}

/// A link, by the places of its two ends.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Edge {
    /// Whose row has it.
    pub from: usize,
    /// Where it leads.
    pub to: usize,
    /// Whether it was the first that leads there.
    pub finds: bool,
}

impl Links {
    /// The links of the report up to this cursor; none where its rows have none.
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
    fn what_nobody_has_asked_for_yet_has_no_state() {
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
