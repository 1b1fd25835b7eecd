//! Access to the lab's editor (`static/editor/`, docs/editor.md). It is loaded only when it is needed.

use js_sys::{Array, Promise, Uint8Array};
use wasm_bindgen::prelude::{Closure, wasm_bindgen};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::Element;

use super::engine::Checked;
use super::js::{field, object, reason, text};
use values::{code, codes_of, edited, opened_of};

pub use values::{Edited, Mark, Opened, Present, Unpacked};

mod values;

#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(js_name = loopscopeEditor, catch)]
    fn editor_module() -> Result<Promise, JsValue>;

    type Module;
    #[wasm_bindgen(method, catch)]
    fn mount(this: &Module, host: &Element, options: &JsValue, report: &JsValue) -> Result<Handle, JsValue>;
    #[wasm_bindgen(method, js_name = hintWords)]
    fn hint_words(this: &Module, hint: &JsValue, language: &str) -> JsValue;
    #[wasm_bindgen(method, js_name = isNotebook)]
    fn is_notebook(this: &Module, text: &str) -> bool;
    #[wasm_bindgen(method, js_name = openFile, catch)]
    fn open_file(this: &Module, name: &str, bytes: &Uint8Array) -> Result<JsValue, JsValue>;
    #[wasm_bindgen(method, js_name = openText, catch)]
    fn open_text(this: &Module, text: &str) -> Result<JsValue, JsValue>;
    #[wasm_bindgen(method)]
    fn pack(this: &Module, files: &Array) -> Promise;
    #[wasm_bindgen(method)]
    fn unpack(this: &Module, code: &str) -> Promise;

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

/// The editor's module. It also opens files and links.
#[derive(Clone)]
pub struct EditorModule(std::rc::Rc<Module>);

/// An editor in the page. Dropping this value removes the editor.
pub struct Editor {
    handle: Handle,
    _report: Closure<dyn FnMut(JsValue)>,
}

impl EditorModule {
    /// Fetches the module.
    ///
    /// # Errors
    /// The browser's message if the fetch fails.
    pub async fn load() -> Result<Self, String> {
        let module = async { JsFuture::from(editor_module()?).await };
        let module = module.await.map_err(|error| reason(&error))?;
        Ok(Self(std::rc::Rc::new(module.unchecked_into())))
    }

    /// Puts an editor into an element.
    #[must_use]
    pub fn mount(&self, host: &Element, language: &str, report: impl Fn(Edited) + 'static) -> Option<Editor> {
        let closure = Closure::new(move |event: JsValue| {
            if let Some(edited) = edited(&event) {
                report(edited);
            }
        });
        let options = object([("language", language.into())]);
        let handle = self.0.mount(host, &options, closure.as_ref()).ok()?;
        Some(Editor { handle, _report: closure })
    }

    /// The title and the message of the hint with this code.
    #[must_use]
    pub fn hint_words(&self, code: &str, name: &str, language: &str) -> (String, String) {
        let hint = object([("code", code.into()), ("name", name.into())]);
        let words = self.0.hint_words(&hint, language);
        (text(&words, "title"), text(&words, "message"))
    }

    /// Whether a program has cells, or awaits outside of every function.
    #[must_use]
    pub fn is_notebook(&self, text: &str) -> bool {
        self.0.is_notebook(text)
    }

    /// Reads a program from the bytes of a file.
    ///
    /// # Errors
    /// A code for what is wrong with the file; docs/editor.md lists the codes.
    pub fn open_file(&self, name: &str, bytes: &[u8]) -> Result<Opened, String> {
        self.0.open_file(name, &Uint8Array::from(bytes)).map(|opened| opened_of(&opened)).map_err(|error| code(&error))
    }

    /// Reads a program from a pasted text.
    ///
    /// # Errors
    /// A code for what is wrong with the text; docs/editor.md lists the codes.
    pub fn open_text(&self, source: &str) -> Result<Opened, String> {
        self.0.open_text(source).map(|opened| opened_of(&opened)).map_err(|error| code(&error))
    }

    /// The part of a link that contains the files of a program.
    ///
    /// # Errors
    /// A code for the reason why the program does not fit into a link; docs/editor.md lists the codes.
    pub async fn pack<'a>(&self, files: impl Iterator<Item = (&'a str, &'a str)>) -> Result<String, String> {
        let files: Array = files.map(|(name, text)| object([("name", name.into()), ("text", text.into())])).collect();
        let packed = JsFuture::from(self.0.pack(&files)).await.map_err(|error| code(&error))?;
        Ok(packed.as_string().unwrap_or_default())
    }

    /// The files that a link contains, and the codes of notes about them for the reader.
    ///
    /// # Errors
    /// A code for what is wrong with the link; docs/editor.md lists the codes.
    pub async fn unpack(&self, link: &str) -> Result<Unpacked, String> {
        let unpacked = JsFuture::from(self.0.unpack(link)).await.map_err(|error| code(&error))?;
        let files: Array = field(&unpacked, "files").dyn_into().unwrap_or_default();
        let files = files.iter().map(|file| (text(&file, "name"), text(&file, "text"))).collect();
        Ok((files, codes_of(&unpacked)))
    }
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
