//! Opening and storing programs: files, links, starting points, copies, and files to save.

use super::bench::Notice;
use super::desk::Desk;
use super::kept::{self, Kept, MAIN};
use crate::host::editor::Opened;
use crate::host::{fetch, files};
use crate::program::{PythonFile, Setup, Source, with_values};
use crate::scenarios::Scenario;
use crate::text::lab::lab;

impl Desk {
    /// Starts a new program with this text.
    pub fn start(&self, name: &str, text: &str) {
        self.rest();
        let mut program = Kept::new(kept::free(), name, text);
        self.keep(&mut program);
        self.show(program);
    }

    /// Opens a file that the reader chose or dropped.
    pub fn open_file(&self, name: &str, bytes: &[u8]) {
        let Some(module) = self.module() else { return };
        match module.open_file(name, bytes) {
            Ok(opened) => self.take(opened),
            Err(code) => self.change(|bench| bench.notice = Some(Notice::Opened(vec![code]))),
        }
    }

    fn take(&self, opened: Opened) {
        let Opened { name, text, notes } = opened;
        let title = name.rsplit_once('.').map_or(&*name, |(title, _)| title).to_owned();
        self.rest();
        let mut program = Kept::new(kept::free(), &title, &text);
        program.files[0].name =
            if name.rsplit_once('.').is_some_and(|(_, ending)| ending == "py") { name } else { MAIN.to_owned() };
        self.keep(&mut program);
        self.show(program);
        self.change(|bench| bench.notice = (!notes.is_empty()).then_some(Notice::Opened(notes)));
    }

    /// Opens the program of a scenario with these values. An unchanged copy that is already kept is opened instead.
    pub(super) async fn open_scenario(&self, scenario: &'static Scenario, setup: &Setup) {
        let Source::Twin { python, .. } = &scenario.source else { return };
        let text = match python.compiled() {
            Some(text) => Some(text.to_owned()),
            None => fetch::text(python.path, None).await.ok().filter(|text| python.holds(text)),
        };
        let Some(text) = text else { return };
        let origin = with_values(&text, scenario.parameters, setup);
        let same = |kept: &Kept| kept.files.len() == 1 && kept.origin == origin && kept.files[0].text == origin;
        let program = kept::all().into_iter().find(same).unwrap_or_else(|| {
            let mut program = Kept::new(kept::free(), scenario.title(self.language()), &origin);
            program.origin.clone_from(&origin);
            program
        });
        program.keep();
        self.show(program);
    }

    /// Restores the original text, as one step that can be undone.
    pub fn reset_to_origin(&self) {
        let Some(program) = self.bench().program else { return };
        self.with(|editor| editor.set_text(program.main(), &program.origin));
        self.show_file(program.main());
        self.rest();
    }

    /// Converts a notebook's file that was pasted as text.
    pub(super) fn unfold_notebooks(&self, program: &mut Kept) {
        let Some(module) = self.module() else { return };
        for file in &mut program.files {
            let is_file = file.text.trim_start().starts_with('{') && file.text.contains("\"nbformat\"");
            if let Some(opened) = is_file.then(|| module.open_text(&file.text).ok()).flatten() {
                self.with(|editor| editor.set_text(&file.name, &opened.text));
                file.text = opened.text;
                self.change(|bench| bench.notice = (!opened.notes.is_empty()).then_some(Notice::Opened(opened.notes)));
            }
        }
    }

    /// Handles a change of the storage by another tab. If the other tab changed this program, both versions are kept.
    pub fn other_tab(&self) {
        let Some(mut program) = self.bench().program else { return };
        let there = program.there();
        if there.is_none() || there == *self.0.written.borrow() {
            return;
        }
        if there.as_ref() == Some(&program.written()) {
            self.0.written.replace(there);
            return;
        }
        self.keep(&mut program);
        self.change(|bench| bench.program = Some(program));
    }

    /// Saves the shown file.
    pub fn save(&self) {
        self.rest();
        let bench = self.bench();
        let found = bench.program.iter().flat_map(|program| &program.files).find(|file| file.name == bench.shown);
        if let Some(file) = found {
            files::save(&file.name, &file.text);
        }
    }

    /// Saves all programs to disk, as one file.
    pub fn save_all(&self) {
        self.rest();
        let parts = kept::all().into_iter().flat_map(|program| {
            let name = program.name;
            program.files.into_iter().map(move |file| format!("# %% {name}: {}\n{}\n", file.name, file.text))
        });
        files::save("loopscope-programs.py", &parts.collect::<String>());
    }

    /// Shows a stored program.
    pub fn go_to_program(&self, id: u32) {
        self.rest();
        if let Some(program) = kept::find(id) {
            program.keep();
            self.show(program);
        }
    }

    /// Renames the program.
    pub fn rename(&self, name: &str) {
        self.rest();
        if let Some(mut program) = self.bench().program.filter(|_| !name.trim().is_empty()) {
            name.trim().clone_into(&mut program.name);
            self.keep(&mut program);
            self.change(|bench| bench.program = Some(program));
        }
    }

    /// Copies the program and shows the copy.
    pub fn duplicate(&self) {
        self.rest();
        if let Some(mut program) = self.bench().program {
            program.id = kept::free();
            program.name = (lab(self.language()).copy_of)(&program.name);
            self.keep(&mut program);
            self.show(program);
        }
    }

    /// Deletes the program. The message offers to restore it.
    pub fn delete(&self) {
        self.rest();
        let Some(program) = self.bench().program else { return };
        kept::forget(program.id);
        let next = kept::all().into_iter().next().unwrap_or_else(|| Kept::first(self.language()));
        self.show(next);
        self.change(|bench| bench.notice = Some(Notice::Deleted(program)));
    }

    /// Restores a deleted program.
    pub fn bring_back(&self, mut program: Kept) {
        self.rest();
        self.keep(&mut program);
        self.show(program);
        self.change(|bench| bench.notice = None);
    }

    /// Shows a file of the program.
    pub fn show_file(&self, name: &str) {
        self.with(|editor| editor.show(name));
        self.change(|bench| name.clone_into(&mut bench.shown));
    }

    /// Adds an empty file.
    pub fn add_file(&self) {
        self.rest();
        let Some(mut program) = self.bench().program else { return };
        let taken = |name: &str| program.files.iter().any(|file| file.name == name);
        let numbered = (2..).map(|number| format!("util{number}.py"));
        let Some(name) = std::iter::once("util.py".to_owned()).chain(numbered).find(|name| !taken(name)) else {
            return;
        };
        program.files.push(PythonFile { name: name.clone(), text: String::new() });
        self.with(|editor| editor.set_text(&name, ""));
        self.keep(&mut program);
        self.change(|bench| bench.program = Some(program));
        self.show_file(&name);
    }

    /// Renames the open file. Other files import it by the new name.
    pub fn rename_file(&self, name: &str) {
        self.rest();
        let (shown, Some(mut program)) = (self.bench().shown, self.bench().program) else { return };
        let name = if name.contains('.') { name.trim().to_owned() } else { format!("{}.py", name.trim()) };
        let is_taken = program.files.iter().any(|file| file.name == name);
        let Some(file) = program.files.iter_mut().find(|file| file.name == shown) else { return };
        if is_taken || name == ".py" {
            return;
        }
        file.name.clone_from(&name);
        self.with(|editor| editor.rename(&shown, &name));
        self.keep(&mut program);
        self.change(|bench| {
            bench.program = Some(program);
            bench.shown = name;
        });
    }

    /// Removes a file other than the main one.
    pub fn close_file(&self, name: &str) {
        self.rest();
        let Some(mut program) = self.bench().program else { return };
        program.files.retain(|file| file.name != name);
        self.with(|editor| editor.close(name));
        self.keep(&mut program);
        let shown = program.main().to_owned();
        self.change(|bench| bench.program = Some(program));
        self.show_file(&shown);
    }
}
