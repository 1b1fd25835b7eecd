//! Requests to the page's own host.

use gloo_net::http::Request;
use wasm_bindgen::JsCast;
use web_sys::{AbortController, AbortSignal, RequestCache};

/// Why a request to the page's own host failed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Missed {
    /// No answer: there is no network, or no host.
    NoAnswer,
    /// The host answered with an error, or the connection broke. Contains the host's or the browser's message.
    Refused(String),
}

/// Dropping this value aborts the requests that use its signal. A finished request is not affected.
pub struct Abort(Option<AbortController>);

impl Abort {
    /// The signal for future requests.
    #[must_use]
    pub fn new() -> Self {
        Self(AbortController::new().ok())
    }

    /// The signal; `None` if this browser cannot abort requests.
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

/// The text at `path`, relative to the page, so that no path leads to another host. A cached copy is used if the host
/// confirms it.
///
/// # Errors
/// A [`Missed`] with the cause.
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

/// The address of the page's folder, without a slash at its end.
fn base() -> Option<String> {
    let document = web_sys::window()?.document()?;
    let uri = document.dyn_ref::<web_sys::Node>()?.base_uri().ok()??;
    let page = uri.split(['?', '#']).next()?;
    page.rsplit_once('/').map(|(folder, _)| folder.to_owned())
}
