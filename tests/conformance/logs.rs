//! Writes the logs of our loop to files. `tests/lab/twins.test.mjs` compares the logs of the lab's engine with them.

use std::fmt::Write as _;
use std::fs;
use std::path::Path;

use loopscope::trace::Log;
use loopscope::trace::format::write;

/// The logs of one file, each under a heading in brackets; no line of a log starts with a bracket.
#[derive(Default)]
pub struct Logs(String);

impl Logs {
    pub fn add(&mut self, heading: &str, log: &Log) {
        self.add_text(heading, &write(log));
    }

    pub fn add_text(&mut self, heading: &str, text: &str) {
        writeln!(self.0, "[{heading}]\n{}", text.trim_end_matches('\n')).expect("a text takes every line");
    }

    /// Writes them to `target/tmp/logs/<folder>/<name>.log`.
    pub fn keep(self, folder: &str, name: &str) {
        let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("logs").join(folder);
        fs::create_dir_all(&folder).unwrap_or_else(|error| panic!("{}: {error}", folder.display()));
        let path = folder.join(format!("{name}.log"));
        fs::write(&path, self.0).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
    }
}
