//! The reader's date and time, for the list of kept runs. No run reads them: runs have logical time.

use js_sys::{Date, Object, Reflect};

/// Milliseconds since the start of 1970, UTC.
#[must_use]
pub fn now() -> f64 {
    Date::now()
}

/// Formats a date and time as the reader's browser does in this language.
#[must_use]
pub fn said(milliseconds: f64, language: &str) -> String {
    let looks = Object::new();
    for (name, value) in [("dateStyle", "medium"), ("timeStyle", "short")] {
        let _ = Reflect::set(&looks, &name.into(), &value.into());
    }
    Date::new(&milliseconds.into()).to_locale_string(language, &looks).into()
}
