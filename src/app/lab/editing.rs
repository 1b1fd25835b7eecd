//! The program in the editor: shown, typed, stored and handed to a run.

use gloo_timers::callback::Timeout;

use super::bench::Notice;
use super::desk::Desk;
use super::kept::{self, Kept};
use crate::app::model::action::Action;
use crate::app::model::wish::Wish;
use crate::host::Phase;
use crate::host::editor::{Edited, Editor};
use crate::program::PythonFile;
use crate::text::lab::lab;
use crate::trace::TaskId;

/// The milliseconds without a key after which the text is stored and compared with the last run's.
const KEEP_AFTER: u32 = 250;

impl Desk {
    /// Shows a program in the editor.
    pub fn show(&self, program: Kept) {
        self.with(|editor| {
            for (name, _) in editor.files() {
                editor.close(&name);
            }
            for file in &program.files {
                editor.set_text(&file.name, &file.text);
            }
            editor.show(program.main());
        });
        self.0.written.replace(program.there());
        self.change(|bench| {
            program.main().clone_into(&mut bench.shown);
            bench.saved = program.there().map(|_| true);
            bench.program = Some(program);
            bench.linked = false;
            bench.problems = None;
        });
        self.check_soon();
    }

    /// Handles what the reader did in the editor.
    pub(super) fn edited(&self, edited: Edited) {
        match edited {
            Edited::Changed => self.changed(),
            Edited::Run => self.toggle(),
            Edited::Save => self.save(),
            Edited::Caret(..) => {}
            Edited::Line(file, line) => self.go_to_line(&file, line),
            Edited::Task(task) => self.select(TaskId(task)),
            Edited::Notes(codes) => self.change(|bench| bench.notice = Some(Notice::Opened(codes))),
            Edited::Goes(file, line) => {
                self.with(|editor| editor.go_to(&file, line));
            }
            Edited::Scenario(id) => crate::host::address::go(&format!("/s/{id}")),
        }
    }

    /// Handles typing: storing and checking wait until the keyboard rests.
    fn changed(&self) {
        let desk = self.clone();
        self.0.keeps.replace(Some(Timeout::new(KEEP_AFTER, move || desk.rest())));
        self.check_soon();
    }

    /// Reads the editor's text and stores it.
    pub fn rest(&self) {
        self.0.keeps.take();
        let Some(files) = self.with(files_of).filter(|files| !files.is_empty()) else { return };
        let Some(mut program) = self.bench().program else { return };
        let differs = program.files != files;
        program.files = files;
        self.unfold_notebooks(&mut program);
        let linked = self.bench().linked;
        // When a linked program is edited, it becomes a program of the reader's own.
        if differs {
            if linked {
                program.id = kept::free();
            }
            self.keep(&mut program);
        }
        let saved = if differs { Some(program.there() == Some(program.written())) } else { self.bench().saved };
        self.change(|bench| {
            bench.program = Some(program);
            bench.saved = saved;
            bench.linked = linked && !differs;
        });
    }

    /// Stores the program. If another tab changed the stored one, it is stored under a new number.
    pub fn keep(&self, program: &mut Kept) {
        let there = program.there();
        // An answer to an exercise has one place; the last text counts.
        if program.exercise.is_empty() && there.is_some() && there != *self.0.written.borrow() {
            program.id = kept::free();
            program.name = (lab(self.language()).copy_of)(&program.name);
            self.change(|bench| bench.notice = Some(Notice::Elsewhere));
        }
        program.keep();
        // If the browser stores nothing, the stored text is not another tab's change.
        self.0.written.replace(program.there());
    }

    /// Runs, pauses or resumes, depending on the phase. An edited text is run again, even if an earlier run is paused.
    pub fn toggle(&self) {
        self.rest();
        let held = self.run().is_some_and(|run| run.progress.phase == Phase::Paused);
        if held && self.bench().edited() { self.act(Action::Launch) } else { self.wish(Wish::Toggle) }
    }

    /// The program in the editor, to be run.
    #[must_use]
    pub fn launched(&self) -> Option<Kept> {
        self.rest();
        let program = self.bench().program?;
        self.change(|bench| bench.ran = Some(program.files.clone()));
        Some(program)
    }
}

/// The files of the editor.
pub(super) fn files_of(editor: &Editor) -> Vec<PythonFile> {
    editor.files().into_iter().map(|(name, text)| PythonFile { name, text }).collect()
}
