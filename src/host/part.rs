//! Loads parts of the program when they are needed: wasm files that `tools/parts.mjs` has cut out of the program.

use std::borrow::Cow;

use js_sys::{Promise, TypeError};
use wasm_bindgen::prelude::wasm_bindgen;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;

use super::fetch::Missed;
use super::js::reason;

#[wasm_bindgen]
extern "C" {
    /// Gives the program's exports to `static/start.js`, and instantiates the parts that are compiled by now.
    #[wasm_bindgen(js_name = loopscopeBegin)]
    fn begin_with(exports: JsValue);

    /// Whether the part with this name is loaded.
    #[wasm_bindgen(js_name = loopscopeHas)]
    fn has(name: &str) -> bool;

    /// Loads the part with this name, or waits for its load that has not ended yet unless `anew`.
    #[wasm_bindgen(js_name = loopscopePart, catch)]
    fn part(name: &str, anew: bool) -> Result<Promise, JsValue>;
}

/// Instantiates the parts that have arrived before the program. It is called before the first render, so that nothing
/// is rendered twice.
pub fn begin() {
    begin_with(wasm_bindgen::exports());
}

/// Whether the part with this name is loaded. A native build has no parts, so there every part counts as loaded.
#[must_use]
pub fn is_loaded(name: &str) -> bool {
    cfg!(not(target_arch = "wasm32")) || has(name)
}

/// Loads the parts with these names, unless they are loaded already. With `anew` it starts new loads: the reader has
/// asked for another try.
///
/// # Errors
///
/// Why the first of the failed parts could not be loaded. The other loads have ended, too.
pub async fn load(names: impl Iterator<Item = Cow<'static, str>>, anew: bool) -> Result<(), Missed> {
    let mut missing: Vec<Cow<str>> = names.filter(|name| !is_loaded(name)).collect();
    missing.sort_unstable();
    missing.dedup();
    let begun: Vec<_> = missing.into_iter().map(|name| part(&name, anew).map(JsFuture::from)).collect();
    let mut failed = None;
    for promise in begun {
        let loaded = match promise {
            Ok(promise) => promise.await,
            Err(error) => Err(error),
        };
        if let Err(error) = loaded {
            failed.get_or_insert_with(|| missed(&error));
        }
    }
    failed.map_or(Ok(()), Err)
}

/// Why a part could not be loaded. A browser reports a fetch without an answer as a `TypeError`.
fn missed(error: &JsValue) -> Missed {
    if error.is_instance_of::<TypeError>() { Missed::NoAnswer } else { Missed::Refused(reason(error)) }
}
