//! The values that the page exchanges with the lab's editor.

use js_sys::Array;
use wasm_bindgen::{JsCast, JsValue};

use crate::host::js::{field, number, reason, text};

/// What the reader did in the editor.
#[derive(Clone, Debug, PartialEq)]
pub enum Edited {
    /// Changed the text of a file.
    Changed,
    /// Moved the caret to this line and column of the shown file.
    Caret(u32, u32),
    /// Clicked this line of this file, to seek to the next time at which it ran.
    Line(String, u32),
    /// Selected the task with this number.
    Task(u32),
    /// Pasted a text that needs these notes. They are codes, as in [`Opened::notes`].
    Notes(Vec<String>),
    /// Followed a hint's link to this scenario.
    Scenario(String),
    /// Followed a link to this line of this file.
    Goes(String, u32),
    /// Pressed the keys for Run.
    Run,
    /// Pressed the keys for Save.
    Save,
}

/// The line of a task at the cursor.
pub struct Present {
    /// The task's number.
    pub task: u32,
    /// The task's name.
    pub name: String,
    /// The file that has the line.
    pub file: String,
    /// The line's number, from 1.
    pub line: u32,
    /// The task's state, a value of the attribute `data-end`.
    pub state: &'static str,
    /// Whether the task is the selected one.
    pub selected: bool,
}

/// The error of a run, to be marked at its line.
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
    /// Codes of the notes about the file, such as the changes that made it a program, in the order for the reader.
    pub notes: Vec<String>,
}

/// The names and texts of the files in a link, and the codes of notes about them.
pub type Unpacked = (Vec<(String, String)>, Vec<String>);

/// Reads an event of the editor; `None` if this version does not know its type.
pub(super) fn edited(event: &JsValue) -> Option<Edited> {
    let file = || text(event, "file");
    Some(match text(event, "type").as_str() {
        "change" | "fixed" => Edited::Changed,
        "caret" => Edited::Caret(number(event, "line"), number(event, "column")),
        "line" => Edited::Line(file(), number(event, "line")),
        "task" => Edited::Task(number(event, "task")),
        "notes" => Edited::Notes(codes_of(event)),
        "show" => Edited::Scenario(text(event, "scenario")),
        "goto" => Edited::Goes(file(), number(event, "line")),
        "run" => Edited::Run,
        "save" => Edited::Save,
        _ => return None,
    })
}

/// A file as the editor opened it.
pub(super) fn opened_of(opened: &JsValue) -> Opened {
    Opened { name: text(opened, "name"), text: text(opened, "text"), notes: codes_of(opened) }
}

/// The codes of the notes in this object.
pub(super) fn codes_of(noted: &JsValue) -> Vec<String> {
    let notes: Array = field(noted, "notes").dyn_into().unwrap_or_default();
    notes.iter().map(|note| text(&note, "code")).collect()
}

/// The code of an error, or the browser's message if the error has no code.
pub(super) fn code(error: &JsValue) -> String {
    let code = text(error, "code");
    if code.is_empty() { reason(error) } else { code }
}
