//! Loads parts of the program when they are needed (`tools/parts.mjs`, `static/start.js`).

use std::borrow::Cow;
use std::cell::RefCell;

use js_sys::Promise;
use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::wasm_bindgen;
use wasm_bindgen_futures::JsFuture;

use super::js::reason;

#[wasm_bindgen]
extern "C" {
    /// Loads the parts with these names, which are separated by spaces.
    #[wasm_bindgen(js_name = loopscopeParts, catch)]
    fn parts(names: &str) -> Result<Promise, JsValue>;
}

thread_local! {
    /// The names of the loaded parts.
    static LOADED: RefCell<Vec<Cow<'static, str>>> = const { RefCell::new(Vec::new()) };
}

/// Whether the part with this name is loaded. A native program is whole.
#[must_use]
pub fn is_loaded(name: &str) -> bool {
    cfg!(not(target_arch = "wasm32")) || LOADED.with_borrow(|loaded| loaded.iter().any(|it| it == name))
}

/// Loads those of the parts with these names that are not loaded.
///
/// # Errors
///
/// The browser's reason if one of them cannot be loaded.
pub async fn load(names: impl Iterator<Item = Cow<'static, str>>) -> Result<(), String> {
    let mut missing: Vec<Cow<str>> = names.filter(|name| !is_loaded(name)).collect();
    missing.sort_unstable();
    missing.dedup();
    let promise = parts(&missing.join(" ")).map_err(|error| reason(&error))?;
    JsFuture::from(promise).await.map_err(|error| reason(&error))?;
    LOADED.with_borrow_mut(|loaded| loaded.extend(missing));
    Ok(())
}
