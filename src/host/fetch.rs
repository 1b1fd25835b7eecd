//! Requests to the page's own host.

use gloo_net::http::Request;
use wasm_bindgen::JsCast;
use web_sys::{AbortController, AbortSignal, RequestCache};

/// Why a text did not come.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Missed {
    /// Nobody answered: there is no network, or no host.
    NoAnswer,
    /// The host answered that it has none, or broke off, in its words or the browser's.
    Refused(String),
}

/// Aborts the requests that have its signal when it is dropped. Of one that is over nobody notices.
pub struct Abort(Option<AbortController>);

impl Abort {
    /// For requests to come.
    #[must_use]
    pub fn new() -> Self {
        Self(AbortController::new().ok())
    }

    /// What a request must have; `None` where this browser aborts none.
    #[must_use]
    pub fn signal(&self) -> Option<AbortSignal> {
        self.0.as_ref().map(AbortController::signal)
    }
}

impl Default for Abort {
    fn default() -> Self {
        Self::new()
    }
}

impl Drop for Abort {
    fn drop(&mut self) {
        if let Some(controller) = &self.0 {
            controller.abort();
        }
    }
}

/// The text at `path`, beside the page: a path cannot lead to another host. A copy that the browser has
/// is used if the host says that it is still the same.
///
/// # Errors
/// Why it did not come.
pub async fn text(path: &str, signal: Option<AbortSignal>) -> Result<String, Missed> {
    let base = base().unwrap_or_default();
    let url = format!("{}/{}", base.trim_end_matches('/'), path.trim_start_matches('/'));
    let request = Request::get(&url).cache(RequestCache::NoCache).abort_signal(signal.as_ref());
    let response = request.send().await.map_err(|_| Missed::NoAnswer)?;
    if !response.ok() {
        return Err(Missed::Refused(format!("{} {}", response.status(), response.status_text())));
    }
    response.text().await.map_err(|error| Missed::Refused(error.to_string()))
}

/// The folder that the page lies in.
fn base() -> Option<String> {
    let document = web_sys::window()?.document()?;
    let uri = document.dyn_ref::<web_sys::Node>()?.base_uri().ok()??;
    let page = uri.split(['?', '#']).next()?;
    page.rsplit_once('/').map(|(folder, _)| folder.to_owned())
}
