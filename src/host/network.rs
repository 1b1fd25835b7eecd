//! Carries the programs' requests: to the lab server, or to another host that the reader has allowed.

use std::rc::Rc;

use gloo_net::http::{Request, Response};
use js_sys::{Function, Promise, Reflect, Uint8Array};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::{AbortSignal, ReadableStreamDefaultReader};

use super::fetch::Abort;
use crate::aiohttp::{Carried, Destination, Permitted, Receiver, Transport, destination};

/// The header that marks the lab server's answers. Another host may answer at the same address.
const MARKER: &str = "x-loopscope-lab";

/// The value of [`MARKER`] if the page itself answered, because it has no service worker.
const IN_PAGE: &str = "page";

/// The network of the browser.
pub struct Network {
    allowed: Rc<[String]>,
}

impl Network {
    /// A network that sends requests to the lab server and these origins only.
    #[must_use]
    pub fn new(allowed: &[String]) -> Self {
        Self { allowed: allowed.into() }
    }
}

impl Transport for Network {
    fn get(&self, url: &str, receiver: Receiver) -> Carried {
        let abort = Abort::new();
        let signal = abort.signal();
        let (url, allowed) = (url.to_owned(), Rc::clone(&self.allowed));
        spawn_local(async move {
            let Some(signal) = signal else { return receiver.failed("this browser aborts no requests".to_owned()) };
            let told = match respond(&url, &allowed, &signal).await {
                Ok(response) => read(&response, &receiver).await,
                Err(error) => Err(error),
            };
            match told {
                Ok(()) => receiver.done(),
                Err(error) => receiver.failed(message(&error)),
            }
        });
        Box::new(abort)
    }
}

/// The status and headers of the response to a request for `url`.
async fn respond(url: &str, allowed: &[String], signal: &AbortSignal) -> Result<Response, JsValue> {
    let path = match destination(url, allowed).map_err(|why| JsValue::from_str(&why))? {
        Destination::Away(permitted) => return away(&permitted, signal).await,
        Destination::Lab(path) => path,
    };
    if script("worker", &[])?.await?.is_truthy() {
        let request = Request::get(&format!("api/{path}")).abort_signal(Some(signal)).build().map_err(of_gloo)?;
        let response = request.send().await.map_err(of_gloo)?;
        if response.headers().get(MARKER).is_some() {
            return Ok(response);
        }
    }
    ask("inPage", path, signal).await
}

/// The response of another host that the reader has allowed.
async fn away(permitted: &Permitted<'_>, signal: &AbortSignal) -> Result<Response, JsValue> {
    ask("away", permitted.url(), signal).await
}

/// Reports headers and body as they arrive.
async fn read(response: &Response, receiver: &Receiver) -> Result<(), JsValue> {
    let headers = response.headers();
    let simulated = headers.get(MARKER).as_deref() == Some(IN_PAGE);
    let redirected = response.redirected().then(|| response.url());
    receiver.answered(response.status(), headers.entries().collect(), redirected, simulated);
    let Some(body) = response.body() else { return Ok(()) };
    let reader: ReadableStreamDefaultReader = body.get_reader().unchecked_into();
    loop {
        let read = JsFuture::from(reader.read()).await?;
        if Reflect::get(&read, &"done".into())?.is_truthy() {
            return Ok(());
        }
        receiver.received(Uint8Array::new(&Reflect::get(&read, &"value".into())?).to_vec());
    }
}

/// Calls this function of `static/network.js` and waits for its response.
async fn ask(function: &str, url: &str, signal: &AbortSignal) -> Result<Response, JsValue> {
    let response = script(function, &[url.into(), signal.clone().into()])?.await?;
    // The response may belong to a frame, whose `Response` class is not ours: no `instanceof` here.
    Ok(Response::from(response.unchecked_into::<web_sys::Response>()))
}

/// Calls a function of `static/network.js`.
fn script(function: &str, arguments: &[JsValue]) -> Result<JsFuture, JsValue> {
    let network = Reflect::get(&js_sys::global(), &"loopscopeNetwork".into())?;
    let function: Function = Reflect::get(&network, &function.into())?.dyn_into()?;
    let promise: Promise = function.apply(&network, &arguments.iter().collect())?.dyn_into()?;
    Ok(JsFuture::from(promise))
}

fn of_gloo(error: gloo_net::Error) -> JsValue {
    match error {
        gloo_net::Error::JsError(error) => JsValue::from_str(&error.message),
        gloo_net::Error::GlooError(message) => JsValue::from_str(&message),
    }
}

/// An error's message. The error may come from another frame, so its class is not checked.
fn message(error: &JsValue) -> String {
    let message = Reflect::get(error, &"message".into()).ok().and_then(|message| message.as_string());
    message.or_else(|| error.as_string()).unwrap_or_else(|| "no answer".to_owned())
}
