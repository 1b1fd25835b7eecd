//! Tests of the output.

use super::*;
use crate::trace::facts::line::Line;
use crate::trace::facts::note::{Entry, Print, Stream};

/// A log of prints, one per second. The n-th text is printed by task n.
fn log(texts: &[&'static str]) -> Log {
    let mut log = Log::default();
    for (task, text) in (0..).zip(texts) {
        let what = What::Printed((*text).into());
        log.push(Event { time: f64::from(task), task: TaskId(task), callback: task, what });
    }
    log
}

fn read(output: &Output) -> Vec<(String, usize)> {
    output.lines.iter().map(|line| (line.text(), line.event)).collect()
}

/// The lines on the terminal after these texts, written without a line feed of their own.
fn shown(texts: &[&str]) -> Vec<String> {
    let log = log(&["x"; 9]);
    let past = log.events();
    let mut output = Output::default();
    let mut open = None;
    for (number, text) in texts.iter().enumerate() {
        open = output.write(past, number, text, open);
    }
    output.lines.extend(open.and_then(|open| open.line(past)));
    output.lines.iter().map(OutputLine::text).collect()
}

#[test]
fn a_line_has_the_time_and_task_of_its_print_and_a_print_of_two_lines_makes_two() {
    let log = log(&["one", "two\nthree", ""]);
    let output = Output::at(&log, Cursor::end(&log));
    let lines = [("one".to_owned(), 0), ("two".to_owned(), 1), ("three".to_owned(), 1), (String::new(), 2)];
    assert_eq!(read(&output), lines);
    assert_eq!((output.lines[3].at, output.lines[3].task, output.lines[3].parts.len()), (2.0, TaskId(2), 0));
    assert_eq!(read(&Output::at(&log, Cursor::at(&log, 0.5))), lines[..1]);
}

#[test]
fn after_a_carriage_return_the_line_is_overwritten() {
    assert_eq!(shown(&["10 %\r20 %", "\r", "9"]), ["90 %"]);
    assert_eq!(shown(&["abc\rX\n", "next"]), ["Xbc", "next"]);
    assert_eq!(shown(&["ab\r\n", "c"]), ["ab", "c"]);
    assert_eq!(shown(&["|", "\u{8}/", "\u{8}\u{8}-"]), ["-"]);
}

#[test]
fn prints_without_a_line_feed_are_one_line_with_a_part_for_each_print() {
    let log = log(&["x"; 3]);
    let mut output = Output::default();
    let mut open = None;
    for (number, text) in [".", ".", "\rok"].into_iter().enumerate() {
        open = output.write(log.events(), number, text, open);
    }
    assert_eq!(output.lines, [], "no line has ended");
    let line = open.and_then(|open| open.line(log.events())).expect("a line that goes on");
    let parts: Vec<_> = line.parts.iter().map(|part| (part.text.as_str(), part.event)).collect();
    assert_eq!((parts, line.event, line.at), (vec![("ok", 2)], 2, 2.0));
}

#[test]
fn sequences_that_erase_do_so_and_colours_are_not_shown() {
    assert_eq!(shown(&["\u{1b}[31mred\u{1b}[0m"]), ["red"]);
    assert_eq!(shown(&["loading", "\r\u{1b}[K", "done"]), ["done"]);
    assert_eq!(shown(&["loading", "\u{1b}[2K", "\rok"]), ["ok"]);
    assert_eq!(shown(&["ab", "\u{1b}[2K", "c"]), ["  c"], "the cursor stays where it was");
    assert_eq!(shown(&["a\u{1b}[", "b"]), ["a[b"], "half a sequence is text");
    assert_eq!(shown(&["x", "\r\u{1b}[K"]), Vec::<String>::new());
}

#[test]
fn moving_the_cursor_gives_the_same_output_as_reading_the_log_anew() {
    let log = log(&["one", "two\rT", "three", "four\nfive"]);
    let mut output = Output::default();
    for events in [2, 1, 4, 0, 3, 3, 4] {
        let cursor = Cursor { events, time: 9.0 };
        output.go(&log, cursor);
        assert_eq!(output, Output::at(&log, cursor), "after {events}");
    }
}

#[test]
fn a_print_that_ends_without_a_line_feed_leaves_its_line_open() {
    let mut log = Log::default();
    for (text, ends_line) in [("10 %", false), ("\r100 %", true), ("next", false)] {
        let event = Event { time: 0.0, task: TaskId(0), callback: 1, what: What::Printed(text.into()) };
        log.append(Entry::Event { event, print: Some(Print { stream: Stream::Out, ends_line, line: Line::NONE }) });
    }
    let at = |events| read(&Output::at(&log, Cursor { events, time: 0.0 }));
    assert_eq!(at(1), [("10 %".to_owned(), 0)]);
    assert_eq!(at(3), [("100 %".to_owned(), 1), ("next".to_owned(), 2)]);
}
