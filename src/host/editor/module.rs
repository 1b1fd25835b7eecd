//! The editor's module: it makes editors, and opens files and links.

use js_sys::{Array, Promise, Uint8Array};
use wasm_bindgen::prelude::{Closure, wasm_bindgen};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::Element;

use super::values::{Edited, Opened, Unpacked, code, codes_of, edited, opened_of};
use super::{Editor, Handle};
use crate::host::js::{field, object, reason, text};

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
}

/// The editor's module. It also opens files and links.
#[derive(Clone)]
pub struct EditorModule(std::rc::Rc<Module>);

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
