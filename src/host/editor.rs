//! Access to the lab's editor (`static/editor/`, docs/editor.md). It is loaded only when it is needed.

use js_sys::Array;
use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::{Closure, wasm_bindgen};

use super::engine::Checked;
use super::js::object;

pub use self::module::EditorModule;
pub use self::values::{Edited, Mark, Opened, Present, Unpacked};

mod module;
mod values;

#[wasm_bindgen]
extern "C" {
    type Handle;
    #[wasm_bindgen(method, js_name = setText)]
    fn set_text(this: &Handle, file: &str, text: &str);
    #[wasm_bindgen(method)]
    fn text(this: &Handle, file: &str) -> Option<String>;
    #[wasm_bindgen(method)]
    fn files(this: &Handle) -> Array;
    #[wasm_bindgen(method)]
    fn shown(this: &Handle) -> Option<String>;
    #[wasm_bindgen(method)]
    fn show(this: &Handle, file: &str);
    #[wasm_bindgen(method)]
    fn close(this: &Handle, file: &str);
    #[wasm_bindgen(method)]
    fn rename(this: &Handle, file: &str, name: &str);
    #[wasm_bindgen(method, js_name = setDiagnostics)]
    fn set_diagnostics(this: &Handle, file: &str, list: &JsValue);
    #[wasm_bindgen(method, js_name = setHints)]
    fn set_hints(this: &Handle, file: &str, list: &JsValue);
    #[wasm_bindgen(method, js_name = setPresent)]
    fn set_present(this: &Handle, list: &JsValue);
    #[wasm_bindgen(method, js_name = goTo)]
    fn go_to(this: &Handle, file: &str, line: u32);
    #[wasm_bindgen(method)]
    fn reveal(this: &Handle, file: &str, line: u32);
    #[wasm_bindgen(method)]
    fn insert(this: &Handle, before: &str, after: &str);
    #[wasm_bindgen(method)]
    fn command(this: &Handle, name: &str) -> JsValue;
    #[wasm_bindgen(method, js_name = setReadOnly)]
    fn set_read_only(this: &Handle, read_only: bool);
    #[wasm_bindgen(method, js_name = setLanguage)]
    fn set_language(this: &Handle, code: &str);
    #[wasm_bindgen(method)]
    fn focus(this: &Handle);
    #[wasm_bindgen(method)]
    fn destroy(this: &Handle);
}

/// An editor in the page. Dropping this value removes the editor.
pub struct Editor {
    handle: Handle,
    _report: Closure<dyn FnMut(JsValue)>,
}

impl Editor {
    /// Adds a file, or replaces the text of the file with that name.
    pub fn set_text(&self, file: &str, text: &str) {
        self.handle.set_text(file, text);
    }

    /// The names and texts of the files, in their order.
    #[must_use]
    pub fn files(&self) -> Vec<(String, String)> {
        let names = self.handle.files().into_iter().filter_map(|name| name.as_string());
        names.map(|name| (name.clone(), self.handle.text(&name).unwrap_or_default())).collect()
    }

    /// The name of the shown file.
    #[must_use]
    pub fn shown(&self) -> Option<String> {
        self.handle.shown()
    }

    /// Shows a file.
    pub fn show(&self, file: &str) {
        self.handle.show(file);
    }

    /// Removes a file.
    pub fn close(&self, file: &str) {
        self.handle.close(file);
    }

    /// Renames a file.
    pub fn rename(&self, file: &str, name: &str) {
        self.handle.rename(file, name);
    }

    /// Marks the findings of the engine's check in a file.
    pub fn set_checked(&self, file: &str, checked: &Checked) {
        self.handle.set_diagnostics(file, &checked.diagnostics);
        self.handle.set_hints(file, &checked.hints);
    }

    /// Marks the error of a run in a file.
    pub fn set_mark(&self, file: &str, mark: &Mark<'_>) {
        let one = object([
            ("severity", "error".into()),
            ("line", mark.line.into()),
            ("column", 1.into()),
            ("title", mark.title.into()),
            ("message", mark.message.into()),
        ]);
        self.handle.set_diagnostics(file, &Array::of1(&one));
    }

    /// Marks the line of each task at the cursor.
    pub fn set_present(&self, tasks: &[Present]) {
        let list: Array = tasks
            .iter()
            .map(|present| {
                object([
                    ("task", present.task.into()),
                    ("name", present.name.as_str().into()),
                    ("file", present.file.as_str().into()),
                    ("line", present.line.into()),
                    ("state", present.state.into()),
                    ("selected", present.selected.into()),
                ])
            })
            .collect();
        self.handle.set_present(&list);
    }

    /// Scrolls to a line of a file and selects it.
    pub fn go_to(&self, file: &str, line: u32) {
        self.handle.go_to(file, line);
    }

    /// Scrolls to a line of a file by the shortest distance; the caret does not move.
    pub fn reveal(&self, file: &str, line: u32) {
        self.handle.reveal(file, line);
    }

    /// Inserts `before` and `after` around the caret.
    pub fn insert(&self, before: &str, after: &str) {
        self.handle.insert(before, after);
    }

    /// Runs a command of the editor; docs/editor.md lists their names.
    pub fn command(&self, name: &str) {
        self.handle.command(name);
    }

    /// Sets whether the reader may change the text.
    pub fn set_read_only(&self, read_only: bool) {
        self.handle.set_read_only(read_only);
    }

    /// Sets the language.
    pub fn set_language(&self, code: &str) {
        self.handle.set_language(code);
    }

    /// Moves the keyboard's focus into the editor.
    pub fn focus(&self) {
        self.handle.focus();
    }
}

impl Drop for Editor {
    fn drop(&mut self) {
        self.handle.destroy();
    }
}
