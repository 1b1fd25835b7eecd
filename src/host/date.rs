//! The reader's date and time. No run reads them: they date the runs that the reader keeps.

use js_sys::{Date, Object, Reflect};

/// Milliseconds since 1970.
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
