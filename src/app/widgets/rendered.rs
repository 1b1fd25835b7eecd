//! What a reader sees of rendered components, for tests.

/// The text between tags, as a reader sees it.
pub fn text(html: &str) -> String {
    let parts = html.split('<').filter_map(|part| part.split_once('>')).map(|(_, text)| text.trim());
    parts.filter(|text| !text.is_empty()).collect::<Vec<_>>().join(" ").replace("&quot;", "\"").replace("&#x27;", "'")
}
