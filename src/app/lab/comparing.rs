//! Compares two versions of the reader's program on one axis: the last run's version or the course's original, and the
//! present one.

use std::sync::Arc;

use yew::Callback;

use super::desk::Desk;
use super::kept::Kept;
use crate::app::model::action::Action;
use crate::program::{Program, ProgramRef, PythonFile, Setup, Start, Variant};

impl Desk {
    /// Compares a run of the editor's text with the version that ran last.
    pub fn compare_with_last(&self, setup: &Setup, on_action: &Callback<Action>) {
        let bench = self.bench();
        let (Some(program), Some(files)) = (bench.program, bench.ran) else { return };
        let log = self.0.log.borrow().clone();
        self.compare_with(&Kept { files, ..program }, &log, setup, on_action);
    }

    /// Compares a run of the editor's text with the original, which runs first.
    pub fn compare_with_origin(&self, setup: &Setup, on_action: &Callback<Action>) {
        self.rest();
        let Some(program) = self.bench().program else { return };
        let file = PythonFile { name: program.main().to_owned(), text: program.origin.clone() };
        let rest = program.files.iter().skip(1).cloned();
        let earlier = Kept { files: std::iter::once(file).chain(rest).collect(), ..program };
        let (desk, original) = (self.clone(), earlier.clone());
        let (own_setup, on_action) = (setup.clone(), on_action.clone());
        self.run_aside(&earlier.files, setup, move |log| {
            if let Some(log) = log {
                desk.compare_with(&original, &log, &own_setup, &on_action);
            }
        });
    }

    fn compare_with(&self, earlier: &Kept, log: &str, setup: &Setup, on_action: &Callback<Action>) {
        let program = Program { start: Start::Recorded(log.into()), ..earlier.program() };
        let rival = Variant::alone(ProgramRef::Own(Arc::new(program)), setup.clone());
        self.0.rival.replace(Some(rival));
        on_action.emit(Action::Launch);
    }

    /// The variants of the next run: the program, or an earlier version of it and the present one.
    #[must_use]
    pub fn variants(&self, program: &Kept, setup: Setup) -> Vec<Variant> {
        let present = Variant::alone(ProgramRef::Own(Arc::new(program.program())), setup);
        match self.0.rival.take() {
            Some(earlier) => Variant::versions(earlier, present),
            None => vec![present],
        }
    }
}
