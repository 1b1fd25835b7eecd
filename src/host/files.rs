//! Files that the reader chooses, drops or saves. None of them leaves the browser.

use js_sys::{Array, Uint8Array};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::{Blob, DataTransfer, File, HtmlAnchorElement, HtmlInputElement, Url};

/// Offers `text` to the reader as a file to save.
pub fn save(name: &str, text: &str) {
    let made = Blob::new_with_str_sequence(&Array::of1(&JsValue::from_str(text)));
    let Some(url) = made.ok().and_then(|blob| Url::create_object_url_with_blob(&blob).ok()) else { return };
    let link = web_sys::window().and_then(|window| window.document()?.create_element("a").ok());
    if let Some(link) = link.and_then(|link| link.dyn_into::<HtmlAnchorElement>().ok()) {
        link.set_href(&url);
        link.set_download(name);
        link.click();
    }
    let _ = Url::revoke_object_url(&url);
}

/// Reads the file that was chosen in this field, and passes on its name and bytes.
pub fn chosen(field: &HtmlInputElement, then: impl FnOnce(String, Vec<u8>) + 'static) {
    let file = field.files().and_then(|files| files.get(0));
    // The field is cleared, so that the same file can be chosen again.
    if let Some(file) = file {
        read(file, then);
    }
    field.set_value("");
}

/// Reads the file that was dropped, and passes on its name and bytes.
pub fn dropped(what: &DataTransfer, then: impl FnOnce(String, Vec<u8>) + 'static) {
    if let Some(file) = what.files().and_then(|files| files.get(0)) {
        read(file, then);
    }
}

fn read(file: File, then: impl FnOnce(String, Vec<u8>) + 'static) {
    spawn_local(async move {
        if let Ok(buffer) = JsFuture::from(file.array_buffer()).await {
            then(file.name(), Uint8Array::new(&buffer).to_vec());
        }
    });
}
