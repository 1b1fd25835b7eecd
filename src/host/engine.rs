//! Access to the lab's engine, `CPython` in a worker (`static/engine/client.js`). It is loaded when it is needed.

use std::cell::RefCell;
use std::rc::Rc;

use js_sys::{Object, Promise, Reflect};
use wasm_bindgen::prelude::{Closure, wasm_bindgen};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::{JsFuture, spawn_local};

use super::js::{field, number, object, reason, text};

#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(js_name = loopscopeEngine, catch)]
    fn engine_module() -> Result<Promise, JsValue>;

    type Module;
    #[wasm_bindgen(method)]
    fn open(this: &Module, on_state: &JsValue) -> Handle;

    #[derive(Clone)]
    type Handle;
    #[wasm_bindgen(method)]
    fn run(this: &Handle, request: &JsValue, on_batch: &JsValue, on_end: &JsValue);
    #[wasm_bindgen(method)]
    fn stop(this: &Handle);
    #[wasm_bindgen(method)]
    fn answer(this: &Handle, text: &JsValue);
    #[wasm_bindgen(method)]
    fn retry(this: &Handle);
    #[wasm_bindgen(method)]
    fn check(this: &Handle, source: &str, main: &str, notebook: bool) -> Promise;
}

/// The state of the engine.
#[derive(Clone, Debug, Default, PartialEq)]
pub enum EngineState {
    /// Not loaded, and not yet requested.
    #[default]
    Away,
    /// The number of bytes loaded so far, and of all bytes.
    Loading(u32, u32),
    /// Python is starting.
    Booting,
    /// Ready to run programs.
    Ready,
    /// Loading or starting failed, with the browser's message.
    Failed(String),
}

/// What the engine reports when a run ends, or when the run waits for input.
#[derive(Clone, Debug, PartialEq)]
pub enum RunOver {
    /// The run ended. The log's last line says how.
    Logged,
    /// The run has not ended: the program waits for an answer to this prompt of `input`.
    Asks(String),
    /// The engine failed, with this message.
    Broke(String),
}

/// A request to the engine for a run.
pub struct Request<'a> {
    /// The names and texts of the files, the main one first.
    pub files: &'a [(&'a str, &'a str)],
    /// The seed of `random`.
    pub seed: u32,
    /// Whether `await` is allowed outside of functions.
    pub notebook: bool,
}

/// One finding of the engine's check.
#[derive(Clone, Debug, PartialEq)]
pub struct Finding {
    /// Whether the finding is a syntax error of Python; otherwise it is a hint.
    pub error: bool,
    /// The line, from 1; 0 if the finding has none.
    pub line: u32,
    /// An error's message in `CPython`'s words; empty for a hint.
    pub title: String,
    /// Python's details, if there are any.
    pub message: String,
    /// The hint's code.
    pub code: String,
    /// The name that the hint is about.
    pub name: String,
}

/// All findings of a check, in the page's and in the editor's form.
pub struct Checked {
    /// The findings, for the page.
    pub findings: Vec<Finding>,
    /// The errors, for the editor.
    pub(super) diagnostics: JsValue,
    /// The hints, for the editor.
    pub(super) hints: JsValue,
}

/// The engine.
#[derive(Clone, Default)]
pub struct Engine(Rc<RefCell<Inside>>);

/// A JavaScript function that the engine calls.
type Told = Closure<dyn FnMut(JsValue)>;

#[derive(Default)]
struct Inside {
    handle: Option<Handle>,
    on_state: Option<Told>,
    /// The callbacks of the current run.
    run: Option<[Told; 2]>,
}

impl Engine {
    /// Starts to load and to boot the engine, unless it has been started.
    pub fn open(&self, on_state: impl Fn(EngineState) + 'static) {
        let inside = &mut *self.0.borrow_mut();
        if inside.on_state.is_none() {
            inside.on_state = Some(Closure::new(move |state: JsValue| on_state(state_of(&state))));
            spawn(self, |_| ());
        }
    }

    /// Starts again after a failure.
    pub fn retry(&self) {
        spawn(self, Handle::retry);
    }

    /// Runs a program. The current run, if any, is ended first, and its callbacks are not called any more.
    pub fn run(&self, request: &Request<'_>, on_batch: impl Fn(&str) + 'static, on_end: impl Fn(RunOver) + 'static) {
        let files = Object::new();
        for (name, source) in request.files {
            let _ = Reflect::set(&files, &JsValue::from_str(name), &JsValue::from_str(source));
        }
        let request = object([
            ("files", files.into()),
            ("main", request.files.first().map_or("", |(name, _)| name).into()),
            ("seed", request.seed.into()),
            ("date", DATE.into()),
            ("notebook", request.notebook.into()),
            ("locals", true.into()),
        ]);
        let batch = Closure::new(move |lines: JsValue| on_batch(&lines.as_string().unwrap_or_default()));
        let end = Closure::new(move |end: JsValue| on_end(end_of(&end)));
        let engine = self.clone();
        spawn(self, move |handle| {
            handle.run(&request, batch.as_ref(), end.as_ref());
            engine.0.borrow_mut().run = Some([batch, end]);
        });
    }

    /// Ends the run.
    pub fn stop(&self) {
        spawn(self, Handle::stop);
    }

    /// Answers the program's `input`; `None` is the end of the input.
    pub fn answer(&self, text: Option<String>) {
        spawn(self, move |handle| handle.answer(&text.map_or(JsValue::NULL, JsValue::from)));
    }

    /// Checks a file as soon as the engine is ready: `CPython`'s syntax errors and our hints. `None` if the engine
    /// fails.
    pub async fn check(&self, source: &str, main: &str, notebook: bool) -> Option<Checked> {
        let handle = self.handle().await.ok()?;
        let list = JsFuture::from(handle.check(source, main, notebook)).await.ok()?;
        let list: js_sys::Array = list.dyn_into().ok()?;
        let is_hint = |one: &JsValue| text(one, "severity") == "hint";
        Some(Checked {
            findings: list.iter().map(|one| finding_of(&one)).collect(),
            diagnostics: list.filter(&mut |one, _, _| !is_hint(&one)).into(),
            hints: list.filter(&mut |one, _, _| is_hint(&one)).into(),
        })
    }

    /// The engine as a JavaScript object, for a script that runs programs with it.
    pub(super) async fn raw(&self) -> Result<JsValue, JsValue> {
        Ok(self.handle().await?.into())
    }

    async fn handle(&self) -> Result<Handle, JsValue> {
        if let Some(handle) = self.0.borrow().handle.clone() {
            return Ok(handle);
        }
        let module: Module = JsFuture::from(engine_module()?).await?.unchecked_into();
        let mut inside = self.0.borrow_mut();
        if inside.handle.is_none() {
            let on_state = inside.on_state.as_ref().map_or(JsValue::UNDEFINED, |told| told.as_ref().clone());
            inside.handle = Some(module.open(&on_state));
        }
        inside.handle.clone().ok_or(JsValue::UNDEFINED)
    }
}

/// The start value of `time.time()`, the same in every run, so that a program always gives the same output.
const DATE: u32 = 1_700_000_000;

/// Calls `then` when the engine's script is loaded. Several callbacks are called in the order of their requests.
fn spawn(engine: &Engine, then: impl FnOnce(&Handle) + 'static) {
    let engine = engine.clone();
    spawn_local(async move {
        match engine.handle().await {
            Ok(handle) => then(&handle),
            Err(error) => {
                let failed = object([("kind", "failed".into()), ("text", reason(&error).into())]);
                if let Some(told) = &engine.0.borrow().on_state {
                    let _ = told.as_ref().unchecked_ref::<js_sys::Function>().call1(&JsValue::NULL, &failed);
                }
            }
        }
    });
}

fn state_of(state: &JsValue) -> EngineState {
    match text(state, "kind").as_str() {
        "loading" => EngineState::Loading(number(state, "received"), number(state, "total")),
        "booting" => EngineState::Booting,
        "ready" => EngineState::Ready,
        _ => EngineState::Failed(text(state, "text")),
    }
}

fn end_of(end: &JsValue) -> RunOver {
    match text(end, "how").as_str() {
        "input" => RunOver::Asks(text(end, "text")),
        "failed" => RunOver::Broke(text(end, "text")),
        _ => RunOver::Logged,
    }
}

fn finding_of(one: &JsValue) -> Finding {
    Finding {
        error: text(one, "severity") != "hint" && field(one, "line").is_truthy(),
        line: number(one, "line"),
        title: text(one, "title"),
        message: text(one, "message"),
        code: text(one, "code"),
        name: text(one, "name"),
    }
}
