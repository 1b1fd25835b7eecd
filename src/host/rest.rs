//! The rest of the program: a release build has what a first visit does without in a second file of wasm, which
//! `static/start.js` loads right after the start. A function of it that is called earlier is loaded on the spot, and the
//! page stands still meanwhile; so what a reader does waits here instead.

use std::cell::Cell;

use js_sys::Promise;
use wasm_bindgen::prelude::wasm_bindgen;
use wasm_bindgen_futures::{JsFuture, spawn_local};

#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(js_name = loopscopeReady)]
    fn ready() -> Promise;

    // The build finds this import by its name, and has the first part call it with 2: at once.
    #[wasm_bindgen(js_name = loopscopeRest)]
    fn rest(wanted: u32) -> Promise;
}

thread_local! {
    // Natively there is one program.
    static HERE: Cell<bool> = const { Cell::new(cfg!(not(target_arch = "wasm32"))) };
}

/// Whether the rest is there.
#[must_use]
pub fn is_here() -> bool {
    HERE.get()
}

/// Does this as soon as the program may show itself.
pub fn when_ready(then: impl FnOnce() + 'static) {
    spawn_local(async {
        // If the rest could not be loaded, the page has said so, and there is nothing to show.
        if JsFuture::from(ready()).await.is_ok() {
            then();
        }
    });
}

/// Does this as soon as the rest is there: now, as a rule. Where it cannot be loaded the page says so, and this is done when
/// the next wish has brought it.
pub fn when_here(then: impl FnOnce() + 'static) {
    when(1, then);
}

/// Does this when the rest has come, for which it does not ask.
pub fn when_come(then: impl FnOnce() + 'static) {
    when(0, then);
}

fn when(wanted: u32, then: impl FnOnce() + 'static) {
    if HERE.get() {
        return then();
    }
    spawn_local(async move {
        if JsFuture::from(rest(wanted)).await.is_ok() || JsFuture::from(rest(0)).await.is_ok() {
            HERE.set(true);
            then();
        }
    });
}
