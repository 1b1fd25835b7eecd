//! Text of events, and how exceptions and JSON strings are written.

use std::fmt;
use std::rc::Rc;

use serde::{Serialize, Serializer};

/// A text that events share instead of copying.
#[derive(Clone, Debug)]
pub enum Text {
    /// Text that was compiled in.
    Static(&'static str),
    /// Text that was made during the run.
    Shared(Rc<str>),
}

impl Text {
    /// The text as a slice.
    #[must_use]
    pub fn as_str(&self) -> &str {
        match self {
            Self::Static(text) => text,
            Self::Shared(text) => text,
        }
    }
}

impl PartialEq for Text {
    fn eq(&self, other: &Self) -> bool {
        self.as_str() == other.as_str()
    }
}

impl Eq for Text {}

impl From<&'static str> for Text {
    fn from(text: &'static str) -> Self {
        Self::Static(text)
    }
}

impl From<String> for Text {
    fn from(text: String) -> Self {
        Self::Shared(text.into())
    }
}

impl fmt::Display for Text {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(self.as_str())
    }
}

impl Serialize for Text {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.as_str())
    }
}

/// An exception as Python prints it: its class, then its message if it has one.
#[must_use]
pub fn exception_text(class: &Text, message: &Text) -> String {
    if message.as_str().is_empty() { class.to_string() } else { format!("{class}: {message}") }
}

/// `text` in double quotes with JSON's escapes, as in the fixtures.
#[must_use]
pub fn quoted(text: &str) -> String {
    use fmt::Write as _;
    let mut quoted = String::with_capacity(text.len() + 2);
    quoted.push('"');
    for character in text.chars() {
        match character {
            '"' => quoted.push_str("\\\""),
            '\\' => quoted.push_str("\\\\"),
            '\n' => quoted.push_str("\\n"),
            '\r' => quoted.push_str("\\r"),
            '\t' => quoted.push_str("\\t"),
            '\u{8}' => quoted.push_str("\\b"),
            '\u{c}' => quoted.push_str("\\f"),
            control if u32::from(control) < 0x20 => {
                let _ = write!(quoted, "\\u{:04x}", u32::from(control));
            }
            other => quoted.push(other),
        }
    }
    quoted.push('"');
    quoted
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_is_quoted_as_json_does_and_keeps_its_accents() {
        assert_eq!(quoted("Zoé \"x\" \\ \n\u{1}"), r#""Zoé \"x\" \\ \n\u0001""#);
    }

    #[test]
    fn an_exception_without_a_message_is_its_class() {
        assert_eq!(exception_text(&"ValueError".into(), &"".into()), "ValueError");
        assert_eq!(exception_text(&"ValueError".into(), &"no".into()), "ValueError: no");
    }
}
