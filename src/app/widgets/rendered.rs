//! The visible text of rendered components, for tests.

/// The text between the tags of `html`.
pub fn text(html: &str) -> String {
    let parts = html.split('<').filter_map(|part| part.split_once('>')).map(|(_, text)| text.trim());
    parts.filter(|text| !text.is_empty()).collect::<Vec<_>>().join(" ").replace("&quot;", "\"").replace("&#x27;", "'")
}
