//! Plain JavaScript objects, read and written by field: the JavaScript modules take and return them.

use js_sys::{Object, Reflect};
use wasm_bindgen::JsValue;

/// An object with these fields.
pub(super) fn object<const N: usize>(fields: [(&str, JsValue); N]) -> JsValue {
    let object = Object::new();
    for (name, value) in fields {
        let _ = Reflect::set(&object, &JsValue::from_str(name), &value);
    }
    object.into()
}

/// The field with this name; undefined if it is missing.
pub(super) fn field(object: &JsValue, name: &str) -> JsValue {
    Reflect::get(object, &JsValue::from_str(name)).unwrap_or(JsValue::UNDEFINED)
}

/// The text of a field; empty if it is missing.
pub(super) fn text(object: &JsValue, name: &str) -> String {
    field(object, name).as_string().unwrap_or_default()
}

/// The whole number in a field; 0 if it is missing.
pub(super) fn number(object: &JsValue, name: &str) -> u32 {
    // Lines, columns and bytes are far fewer than 2^32.
    #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
    let number = field(object, name).as_f64().unwrap_or_default() as u32;
    number
}

/// The message of a JavaScript error.
pub(super) fn reason(error: &JsValue) -> String {
    let message = text(error, "message");
    if message.is_empty() { format!("{error:?}") } else { message }
}
