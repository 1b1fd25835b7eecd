//! Asks the service worker to cache files, for a reader without network.

use js_sys::{Array, Function, Reflect};
use wasm_bindgen::{JsCast, JsValue};

/// Asks the worker to cache the files at these paths below the page. Without a worker, nothing is cached.
pub fn keep(paths: impl Iterator<Item = &'static str>) {
    let paths: Array = paths.map(JsValue::from_str).collect();
    let _ = ask(&paths);
}

fn ask(paths: &Array) -> Result<JsValue, JsValue> {
    let network = Reflect::get(&js_sys::global(), &"loopscopeNetwork".into())?;
    let keep: Function = Reflect::get(&network, &"keep".into())?.dyn_into()?;
    keep.call1(&network, paths)
}
