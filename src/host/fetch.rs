//! Requests to the page's own host.

use gloo_net::http::Request;
use wasm_bindgen::JsCast;
use web_sys::RequestCache;

/// The text at `path`, beside the page: a path cannot lead to another host. A copy that the browser has
/// is used if the host says that it is still the same.
///
/// # Errors
/// What the browser or the server said, in their words.
pub async fn text(path: &str) -> Result<String, String> {
    let base = base().unwrap_or_default();
    let url = format!("{}/{}", base.trim_end_matches('/'), path.trim_start_matches('/'));
    let response = Request::get(&url).cache(RequestCache::NoCache).send().await.map_err(|error| error.to_string())?;
    if !response.ok() {
        return Err(format!("{} {}", response.status(), response.status_text()));
    }
    response.text().await.map_err(|error| error.to_string())
}

/// The folder that the page lies in.
fn base() -> Option<String> {
    let document = web_sys::window()?.document()?;
    let uri = document.dyn_ref::<web_sys::Node>()?.base_uri().ok()??;
    let page = uri.split(['?', '#']).next()?;
    page.rsplit_once('/').map(|(folder, _)| folder.to_owned())
}
