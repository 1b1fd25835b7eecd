//! Mounts the page, nothing else.

fn main() {
    loopscope::host::panic::show_in_page();
    if let Some(root) = loopscope::host::document::element("app") {
        yew::Renderer::<loopscope::app::App>::with_root(root).render();
    }
}
