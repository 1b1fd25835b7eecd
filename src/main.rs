//! Mounts the page.

use loopscope::{app::App, host};

fn main() {
    // Set first, since Yew would otherwise set a panic hook of its own.
    yew::set_custom_panic_hook(Box::new(host::panic::show_in_page));
    host::part::begin();
    if let Some(root) = host::document::element("app") {
        yew::Renderer::<App>::with_root(root).render();
    }
}
