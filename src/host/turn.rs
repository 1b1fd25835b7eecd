//! Calls back in the browser's next turn, so that the browser can first paint, fire timers and handle input.

use std::cell::Cell;
use std::rc::Rc;

use gloo_events::EventListener;
use gloo_render::request_animation_frame;
use wasm_bindgen::JsValue;
use web_sys::MessageChannel;

/// A callback in the browser's next turn. It is a message to the page itself, because browsers delay a nested timer of
/// 0 ms by 4 ms. Dropping this value cancels the callback.
pub(super) struct Turn {
    channel: MessageChannel,
    _listener: EventListener,
}

impl Turn {
    /// Calls `then` in the browser's next turn; `None` if the browser has no message channels.
    pub(super) fn request(then: impl FnOnce() + 'static) -> Option<Self> {
        let channel = MessageChannel::new().ok()?;
        let listener = EventListener::once(&channel.port1(), "message", move |_| then());
        channel.port1().start();
        channel.port2().post_message(&JsValue::NULL).ok()?;
        Some(Self { channel, _listener: listener })
    }
}

/// Calls `then` after the browser has painted the current frame. Dropping the result cancels the call.
#[must_use]
pub fn after_paint(then: impl FnOnce() + 'static) -> impl Sized {
    let turn = Rc::new(Cell::new(None));
    let frame = request_animation_frame({
        let turn = Rc::clone(&turn);
        move |_| turn.set(Turn::request(then))
    });
    (frame, turn)
}

impl Drop for Turn {
    fn drop(&mut self) {
        self.channel.port1().close();
        self.channel.port2().close();
    }
}
