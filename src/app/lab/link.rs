//! Links to a program: made of the editor's text, and opened without running it.

use wasm_bindgen_futures::spawn_local;

use super::bench::Notice;
use super::desk::Desk;
use super::kept::{self, Kept};
use crate::app::model::route::Route;
use crate::host::{address, document, files};
use crate::program::PythonFile;
use crate::text::lab::lab;

impl Desk {
    /// Shows the program of a link. The program is stored, and runs, only when the reader asks for it.
    pub(super) async fn open_link(&self, code: &str) {
        self.0.opened.replace(code.to_owned());
        let Some(module) = self.module() else { return };
        match module.unpack(code).await {
            Ok((files, notes)) if !files.is_empty() => {
                let files = files.into_iter().map(|(name, text)| PythonFile { name, text }).collect();
                let program = Kept::new(kept::free(), lab(self.language()).untitled, "");
                self.show(Kept { files, ..program });
                self.change(|bench| {
                    bench.linked = true;
                    bench.ran = None;
                    bench.notice = (!notes.is_empty()).then_some(Notice::Opened(notes));
                });
            }
            Ok(_) => self.change(|bench| bench.notice = Some(Notice::Opened(vec!["broken".to_owned()]))),
            Err(code) => self.change(|bench| bench.notice = Some(Notice::Opened(vec![code]))),
        }
    }

    /// Shows the program of the address if it differs from the one that was opened last.
    pub(super) fn follow_link(&self, code: &str) {
        if code.is_empty() || *self.0.opened.borrow() == code || self.module().is_none() {
            return;
        }
        self.rest();
        let (desk, code) = (self.clone(), code.to_owned());
        spawn_local(async move { desk.open_link(&code).await });
    }

    /// Keeps the program of a link.
    pub fn keep_linked(&self) {
        self.change(|bench| bench.linked = false);
        if let Some(mut program) = self.bench().program {
            program.id = kept::free();
            self.keep(&mut program);
            self.change(|bench| {
                bench.program = Some(program);
                bench.saved = Some(true);
            });
        }
    }

    /// Copies a link to this route, with all files of the program.
    pub fn share(&self, route: Route) {
        self.rest();
        let (desk, Some(module), Some(program)) = (self.clone(), self.module(), self.bench().program) else { return };
        spawn_local(async move {
            let files = program.files.iter().map(|file| (&*file.name, &*file.text));
            let notice = match module.pack(files).await {
                Ok(code) => {
                    let whole = address::whole();
                    let page = whole.split('#').next().unwrap_or_default();
                    let link = format!("{page}#{}", Route { code, ..route });
                    if document::copy(&link).await { Notice::Copied(link.len()) } else { Notice::Uncopied(link) }
                }
                Err(code) if code == "too_long" => Notice::TooLong,
                Err(code) => Notice::Opened(vec![code]),
            };
            desk.change(|bench| bench.notice = Some(notice));
        });
    }

    /// Saves each file of the program.
    pub fn save_files(&self) {
        self.rest();
        for file in self.bench().program.iter().flat_map(|program| &program.files) {
            files::save(&file.name, &file.text);
        }
    }
}
