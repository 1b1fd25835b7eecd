//! The report of a program: printed lines with ` | ` between their cells are the rows of a table.

use crate::trace::facts::cursor::Cursor;
use crate::trace::facts::event::{Event, What};
use crate::trace::facts::log::Log;

/// Separates the cells of a row.
pub(super) const BETWEEN: &str = " | ";

/// The rows of a report, as cells. A row is identified by its first cell: it keeps its first position and shows the
/// cells of its last print.
#[must_use]
pub fn report(log: &Log, cursor: Cursor) -> Vec<Vec<String>> {
    let mut rows: Vec<Vec<String>> = Vec::new();
    for event in cursor.past(log) {
        let Some(cells) = cells(event) else { continue };
        let row: Vec<String> = cells.into_iter().map(str::to_owned).collect();
        match rows.iter_mut().find(|earlier| earlier[0] == row[0]) {
            Some(earlier) => *earlier = row,
            None => rows.push(row),
        }
    }
    rows
}

/// The cells of the row that an event prints, at least two; `None` for any other event.
pub(super) fn cells(event: &Event) -> Option<Vec<&str>> {
    let What::Printed(text) = &event.what else { return None };
    let text = text.as_str();
    text.contains(BETWEEN).then(|| text.split(BETWEEN).collect())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::trace::facts::event::Event;
    use crate::trace::facts::task::TaskId;

    #[test]
    fn a_later_row_replaces_the_row_with_the_same_first_cell() {
        let mut log = Log::default();
        for (time, text) in [(0.0, "ready"), (1.0, "film | 50%"), (2.0, "song | 10%"), (3.0, "film | 60%")] {
            log.push(Event { time, task: TaskId::MAIN, callback: 1, what: What::Printed(text.into()) });
        }
        assert_eq!(report(&log, Cursor::at(&log, 2.0)), [["film", "50%"], ["song", "10%"]]);
        assert_eq!(report(&log, Cursor::end(&log)), [["film", "60%"], ["song", "10%"]]);
    }
}
