//! Access to the panel of an exercise (`static/exercises/panel.js`). The panel's script is fetched when the reader
//! opens an exercise or the list of exercises.

use js_sys::{Array, Promise};
use wasm_bindgen::prelude::{Closure, wasm_bindgen};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::{JsFuture, future_to_promise, spawn_local};
use web_sys::Element;

use super::engine::Engine;
use super::js::{field, number, object, reason, text};

#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(js_name = loopscopeExercises, catch)]
    fn exercises_module() -> Result<Promise, JsValue>;

    type Module;
    #[wasm_bindgen(method)]
    fn mount(this: &Module, host: &Element, bridge: &JsValue) -> Handle;
    #[wasm_bindgen(method)]
    fn list(this: &Module, host: &Element, language: &str);

    type Handle;
    #[wasm_bindgen(method, js_name = setLanguage)]
    fn set_language(this: &Handle, code: &str);
    #[wasm_bindgen(method)]
    fn destroy(this: &Handle);
}

/// Opens the files of an answer. The arguments are the title, the names and texts of the files, and whether the reader
/// starts again from the exercise's own text.
type Open = Box<dyn Fn(&str, Vec<(String, String)>, bool)>;

/// What the page gives a panel.
pub struct Wanted<'a> {
    /// The exercise's name.
    pub id: &'a str,
    /// The code of the language.
    pub language: &'a str,
    /// Opens the files of the answer.
    pub open: Open,
    /// Returns the answer's text.
    pub source: Box<dyn Fn() -> String>,
    /// Shows a run of the answer at one time.
    pub lead: Box<dyn Fn(Led)>,
}

/// A run of the answer, and the time at which the panel asks the page to show the run.
pub struct Led {
    /// The log of the answer's run.
    pub log: String,
    /// The title and the log of the model answer's run, if the page should show that run, too.
    pub model: Option<(String, String)>,
    /// The logical time, in seconds.
    pub time: f64,
    /// The number of events of the answer's run that have happened at that time.
    pub events: usize,
    /// The line of the answer to scroll to, if there is one.
    pub line: Option<u32>,
}

/// The panel of an exercise. Dropping this value removes the panel.
pub struct Panel {
    handle: Handle,
    /// The functions that the panel calls. They must live as long as the panel.
    _called: [Called; 4],
}

/// A function that the panel calls with one value.
type Called = Closure<dyn FnMut(JsValue) -> JsValue>;

impl Panel {
    /// Loads the panel and puts it into `host`.
    ///
    /// # Errors
    /// The browser's message, if the panel's script cannot be loaded.
    pub async fn mount(host: &Element, engine: &Engine, wanted: Wanted<'_>) -> Result<Self, String> {
        let module = module().await?;
        let Wanted { id, language, open, source, lead } = wanted;
        let engine = engine.clone();
        let called = [
            called(move |given| {
                open(&text(&given, "title"), files_of(&given), field(&given, "anew").is_truthy());
                JsValue::UNDEFINED
            }),
            called(move |_| source().into()),
            called(move |led| {
                lead(led_of(&led));
                JsValue::UNDEFINED
            }),
            called(move |_| {
                let engine = engine.clone();
                future_to_promise(async move { engine.raw().await }).into()
            }),
        ];
        let [open, source, lead, engine] = &called;
        let bridge = object([
            ("id", id.into()),
            ("language", language.into()),
            ("open", open.as_ref().clone()),
            ("source", source.as_ref().clone()),
            ("lead", lead.as_ref().clone()),
            ("engine", engine.as_ref().clone()),
        ]);
        Ok(Self { handle: module.mount(host, &bridge), _called: called })
    }

    /// Changes the language.
    pub fn set_language(&self, code: &str) {
        self.handle.set_language(code);
    }
}

impl Drop for Panel {
    fn drop(&mut self) {
        self.handle.destroy();
    }
}

/// Fills an element with the list of all exercises. The element stays empty if the list cannot be loaded.
pub fn list(host: Element, language: &'static str) {
    spawn_local(async move {
        if let Ok(module) = module().await {
            module.list(&host, language);
        }
    });
}

async fn module() -> Result<Module, String> {
    let promise = exercises_module().map_err(|error| reason(&error))?;
    Ok(JsFuture::from(promise).await.map_err(|error| reason(&error))?.unchecked_into())
}

fn called(then: impl Fn(JsValue) -> JsValue + 'static) -> Called {
    Closure::new(then)
}

/// The names and texts of an answer's files.
fn files_of(given: &JsValue) -> Vec<(String, String)> {
    let pairs = field(given, "files").dyn_into::<Array>().unwrap_or_default();
    pairs.iter().map(|pair| (text(&pair, "name"), text(&pair, "text"))).collect()
}

fn led_of(led: &JsValue) -> Led {
    let (title, model) = (text(led, "title"), text(led, "model"));
    let line = number(led, "line");
    Led {
        log: text(led, "log"),
        model: (!model.is_empty()).then_some((title, model)),
        time: field(led, "time").as_f64().unwrap_or_default(),
        events: usize::try_from(number(led, "events")).unwrap_or_default(),
        line: (line > 0).then_some(line),
    }
}
