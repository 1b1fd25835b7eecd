//! The logs that the recorder wrote of ten small programs, read by the page's own reader.

use std::fs;
use std::path::Path;

use loopscope::trace::format::{read, write};
use loopscope::trace::{Cursor, Log, Moment, Timeline, What};

fn logs() -> Vec<(String, String)> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/recorder/programs");
    let files = fs::read_dir(folder).expect("the programs").filter_map(Result::ok).map(|entry| entry.path());
    let logs = files.filter(|path| path.extension().is_some_and(|ending| ending == "log"));
    logs.map(|path| (path.display().to_string(), fs::read_to_string(&path).expect("a text"))).collect()
}

fn log(name: &str, text: &str) -> Log {
    read(text.as_bytes()).unwrap_or_else(|bad| panic!("{name}: {:?}", bad.1))
}

#[test]
fn every_log_of_the_recorder_is_read_and_drawn_at_each_moment() {
    let logs = logs();
    assert!(logs.len() >= 10, "{} logs", logs.len());
    for (name, text) in &logs {
        let log = log(name, text);
        assert!(log.annex().header("python").is_some() && log.annex().end().is_some(), "{name}");
        for seen in 1..=log.events().len() {
            let cursor = Cursor { events: seen, time: log.events()[seen - 1].time };
            let picture = Timeline::at(&log, cursor);
            let created = log.events().first(seen).iter().filter(|event| matches!(event.what, What::Created { .. }));
            assert_eq!(picture.lanes.len(), created.count(), "{name} after {seen} events");
            let moment = Moment::of(&log, cursor);
            assert!(moment.ready.len() <= picture.lanes.len(), "{name} after {seen} events");
        }
    }
}

#[test]
fn what_was_read_is_written_and_read_again() {
    for (name, text) in logs() {
        let once = log(&name, &text);
        let written = write(&once);
        let twice = log(&name, &written);
        assert!(once.events().iter().eq(twice.events().iter()), "{name}");
        assert_eq!(once.iterations(), twice.iterations(), "{name}");
        assert_eq!(write(&twice), written, "{name}");
    }
}
