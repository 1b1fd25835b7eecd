//! The entrance to the lab's editor (`static/editor/`, docs/editor.md). Nothing of it is fetched before it is needed.

use js_sys::{Array, Promise, Uint8Array};
use wasm_bindgen::prelude::{Closure, wasm_bindgen};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::Element;

use super::engine::Checked;
use super::js::{field, number, object, reason, text};

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
    fn encode(this: &Module, text: &str) -> Promise;
    #[wasm_bindgen(method)]
    fn decode(this: &Module, code: &str) -> Promise;

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

/// What the reader did in the editor.
#[derive(Clone, Debug, PartialEq)]
pub enum Edited {
    /// Changed the text of this file.
    Changed,
    /// Moved the caret to this line of the file, and this column.
    Caret(u32, u32),
    /// Clicked a line, to see the next moment at which it ran.
    Line(String, u32),
    /// Selected the task with this number.
    Task(u32),
    /// Followed a hint's link to this scenario.
    Scenario(String),
    /// Followed a link to this line of the file.
    Goes(String, u32),
    /// Pressed the keys for Run.
    Run,
    /// Pressed the keys for Save.
    Save,
}

/// Where a task is at the cursor.
pub struct Present {
    /// The task's number.
    pub task: u32,
    /// The task's name.
    pub name: String,
    /// The file that it runs in.
    pub file: String,
    /// The line.
    pub line: u32,
    /// The task's state, a value of the attribute `data-end`.
    pub state: &'static str,
    /// Whether the task is the selected one.
    pub selected: bool,
}

/// The error of a run at a line, with the link that leads to its moment.
pub struct Mark<'a> {
    /// The line.
    pub line: u32,
    /// The title: class and message.
    pub title: &'a str,
    /// The details below the title.
    pub message: &'a str,
}

/// A file that was opened.
#[derive(Clone, Debug, PartialEq)]
pub struct Opened {
    /// The file's name, which ends in `.py`.
    pub name: String,
    /// The program's text.
    pub text: String,
    /// Codes of what was changed to make a program of the file, in the order in which they are said.
    pub notes: Vec<String>,
}

/// The editor's module. It also opens files and links.
#[derive(Clone)]
pub struct EditorModule(std::rc::Rc<Module>);

/// An editor in the page. Dropping it removes it.
pub struct Editor {
    handle: Handle,
    _report: Closure<dyn FnMut(JsValue)>,
}

impl EditorModule {
    /// Fetches the module.
    ///
    /// # Errors
    /// The browser's message, where the fetch fails.
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

    /// A hint's title and message, by its code.
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

    /// Makes a program of the bytes of a file.
    ///
    /// # Errors
    /// A code for what is wrong with the file.
    pub fn open_file(&self, name: &str, bytes: &[u8]) -> Result<Opened, String> {
        self.0.open_file(name, &Uint8Array::from(bytes)).map(|opened| opened_of(&opened)).map_err(|error| code(&error))
    }

    /// Makes a program of a pasted text.
    ///
    /// # Errors
    /// A code for what is wrong with the text.
    pub fn open_text(&self, source: &str) -> Result<Opened, String> {
        self.0.open_text(source).map(|opened| opened_of(&opened)).map_err(|error| code(&error))
    }

    /// The link's part that holds the program.
    ///
    /// # Errors
    /// A code for why the program does not fit into a link.
    pub async fn encode(&self, source: &str) -> Result<String, String> {
        let encoded = JsFuture::from(self.0.encode(source)).await.map_err(|error| code(&error))?;
        Ok(encoded.as_string().unwrap_or_default())
    }

    /// The program that a link holds.
    ///
    /// # Errors
    /// A code for what is wrong with the link.
    pub async fn decode(&self, link: &str) -> Result<String, String> {
        let decoded = JsFuture::from(self.0.decode(link)).await.map_err(|error| code(&error))?;
        Ok(decoded.as_string().unwrap_or_default())
    }
}

impl Editor {
    /// Adds a file, or replaces the text of the file with that name.
    pub fn set_text(&self, file: &str, text: &str) {
        self.handle.set_text(file, text);
    }

    /// The names and texts of its files, in their order.
    #[must_use]
    pub fn files(&self) -> Vec<(String, String)> {
        let names = self.handle.files().into_iter().filter_map(|name| name.as_string());
        names.map(|name| (name.clone(), self.handle.text(&name).unwrap_or_default())).collect()
    }

    /// The file that is shown.
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

    /// Marks a check's findings in a file.
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

    /// Marks the tasks' present lines.
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

    /// Inserts `before` and `after` around the caret.
    pub fn insert(&self, before: &str, after: &str) {
        self.handle.insert(before, after);
    }

    /// Runs the editor's command for a key.
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

fn edited(event: &JsValue) -> Option<Edited> {
    let file = || text(event, "file");
    Some(match text(event, "type").as_str() {
        "change" | "fixed" => Edited::Changed,
        "caret" => Edited::Caret(number(event, "line"), number(event, "column")),
        "line" => Edited::Line(file(), number(event, "line")),
        "task" => Edited::Task(number(event, "task")),
        "show" => Edited::Scenario(text(event, "scenario")),
        "goto" => Edited::Goes(file(), number(event, "line")),
        "run" => Edited::Run,
        "save" => Edited::Save,
        _ => return None,
    })
}

fn opened_of(opened: &JsValue) -> Opened {
    let notes: Array = field(opened, "notes").dyn_into().unwrap_or_default();
    Opened {
        name: text(opened, "name"),
        text: text(opened, "text"),
        notes: notes.iter().map(|note| text(&note, "code")).collect(),
    }
}

fn code(error: &JsValue) -> String {
    let code = text(error, "code");
    if code.is_empty() { reason(error) } else { code }
}
