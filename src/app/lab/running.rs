//! A run of the lab's engine: started with the editor's files, logged in batches, and stopped when it is dropped.

use std::cell::RefCell;
use std::rc::Rc;

use super::desk::Desk;
use crate::host::engine::{Request, RunOver};
use crate::host::pacer::{Feed, Producer};
use crate::program::{PythonFile, Setup, Source, Value, Variant};
use crate::trace::{Line, RunEnd};

impl Desk {
    /// Starts a program on the engine, which sends its log through the feed.
    #[must_use]
    pub fn begin(&self, variant: &Variant, feed: &Feed) -> Box<dyn Producer> {
        let number = self.0.runs.get() + 1;
        self.0.runs.set(number);
        self.change(|bench| {
            bench.busy = true;
            bench.asks = None;
            bench.broke = None;
        });
        self.0.log.borrow_mut().clear();
        let files: &[PythonFile] = if let Source::Python(files) = &variant.program.source { files } else { &[] };
        let pairs: Vec<(&str, &str)> = files.iter().map(|file| (&*file.name, &*file.text)).collect();
        let seed = variant.setup.values().iter().find_map(seed).unwrap_or_default();
        let notebook = pairs.first().zip(self.module()).is_some_and(|((_, text), module)| module.is_notebook(text));
        let request = Request { files: &pairs, seed, notebook };
        let (desk, batches) = (self.clone(), feed.clone());
        let on_batch = move |batch: &str| {
            desk.0.log.borrow_mut().push_str(batch);
            if let Err(problem) = batches.push(batch.as_bytes()) {
                desk.change(|bench| bench.broke = Some(format!("{problem:?}")));
                batches.end(RunEnd::Stopped, Line::NONE);
            }
        };
        let (desk, ends) = (self.clone(), feed.clone());
        self.0.engine.run(&request, on_batch, move |over| {
            if desk.0.runs.get() == number {
                desk.over(over, &ends);
            }
        });
        Box::new(Running { desk: self.clone(), number })
    }

    /// Runs a program hidden. Calls `then` with its log; `None` if it asks for input or the engine fails.
    pub(super) fn run_aside(&self, files: &[PythonFile], setup: &Setup, then: impl Fn(Option<String>) + 'static) {
        let number = self.0.runs.get() + 1;
        self.0.runs.set(number);
        let pairs: Vec<(&str, &str)> = files.iter().map(|file| (&*file.name, &*file.text)).collect();
        let seed = setup.values().iter().find_map(seed).unwrap_or_default();
        let notebook = pairs.first().zip(self.module()).is_some_and(|((_, text), module)| module.is_notebook(text));
        let log = Rc::new(RefCell::new(String::new()));
        let (batches, desk) = (Rc::clone(&log), self.clone());
        let on_batch = move |batch: &str| batches.borrow_mut().push_str(batch);
        self.0.engine.run(&Request { files: &pairs, seed, notebook }, on_batch, move |over| {
            if desk.0.runs.get() == number {
                then((over == RunOver::Logged).then(|| log.take()));
            }
        });
    }

    fn over(&self, over: RunOver, feed: &Feed) {
        match over {
            RunOver::Asks(prompt) => self.change(|bench| bench.asks = Some(prompt)),
            RunOver::Logged => {
                feed.end(RunEnd::Done, Line::NONE);
                self.change(|bench| bench.busy = false);
            }
            RunOver::Broke(why) => {
                feed.end(RunEnd::Stopped, Line::NONE);
                self.change(|bench| {
                    bench.busy = false;
                    bench.broke = Some(why);
                });
            }
        }
    }

    /// Answers the program's `input`; `None` is the end of the input.
    pub fn answer(&self, text: Option<String>) {
        self.change(|bench| bench.asks = None);
        self.0.engine.answer(text);
    }
}

/// A run of the engine.
struct Running {
    desk: Desk,
    number: u32,
}

impl Producer for Running {
    fn stop(&self) {
        self.desk.0.engine.stop();
    }
}

impl Drop for Running {
    /// Stops the run, since its log is no longer needed.
    fn drop(&mut self) {
        if self.desk.0.runs.get() == self.number && self.desk.bench().busy {
            self.desk.0.engine.stop();
            self.desk.change(|bench| {
                bench.busy = false;
                bench.asks = None;
            });
        }
    }
}

/// The value's seed, if it is one.
pub(super) fn seed(value: &Value) -> Option<u32> {
    if let Value::Count(seed) = value { Some(*seed) } else { None }
}
