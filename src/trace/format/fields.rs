//! Reads and writes the fields of a line: escaped texts, numbers, source lines.

use super::super::facts::decimal::decimal;
use super::super::facts::line::Line;
use super::super::facts::task::{Name, TaskId};
use super::super::facts::text::Text;
use super::super::facts::time::Seconds;
use super::problem::Why;

/// The unread fields of one line.
pub(super) struct Fields<'a> {
    rest: Option<&'a str>,
    /// The names of the program's files, besides the main one.
    pub(super) files: &'a mut Vec<String>,
}

impl<'a> Fields<'a> {
    pub(super) const fn new(line: &'a str, files: &'a mut Vec<String>) -> Self {
        Self { rest: Some(line), files }
    }

    /// The next field, still escaped; empty past the last one.
    pub(super) fn raw(&mut self) -> &'a str {
        let Some(rest) = self.rest else { return "" };
        let (field, rest) = rest.split_once('\t').map_or((rest, None), |(field, rest)| (field, Some(rest)));
        self.rest = rest;
        field
    }

    /// Whether there is another field.
    pub(super) const fn more(&self) -> bool {
        self.rest.is_some()
    }

    pub(super) fn text(&mut self) -> Result<Text, Why> {
        unescaped(self.raw())
    }

    pub(super) fn seconds(&mut self) -> Result<Seconds, Why> {
        seconds(self.raw())
    }

    pub(super) fn count(&mut self) -> Result<u32, Why> {
        count(self.raw())
    }

    /// The next field as a number; `None` if it is empty.
    pub(super) fn optional(&mut self) -> Result<Option<u32>, Why> {
        let field = self.raw();
        if field.is_empty() { Ok(None) } else { count(field).map(Some) }
    }

    pub(super) fn task(&mut self) -> Result<TaskId, Why> {
        self.count().map(TaskId)
    }

    /// A task's name: `=name` if the program gave it, a number if asyncio did.
    pub(super) fn name(&mut self) -> Result<Name, Why> {
        let field = self.raw();
        match field.strip_prefix('=') {
            Some(given) => unescaped(given).map(Name::Given),
            None => count(field).map(Name::Numbered),
        }
    }

    pub(super) fn line(&mut self) -> Result<Line, Why> {
        let field = self.raw();
        self.line_of(field)
    }

    /// A source line, written `LINE` for the main file or `FILE:LINE` for another. Beyond 255 files or 16 million lines
    /// it is [`Line::NONE`].
    pub(super) fn line_of(&mut self, field: &str) -> Result<Line, Why> {
        if field.is_empty() {
            return Ok(Line::NONE);
        }
        let Some((file, number)) = field.rsplit_once(':') else { return count(field).map(Line::new) };
        let number = count(number)?;
        let known = self.files.iter().position(|known| known == file);
        let index = known.unwrap_or_else(|| {
            self.files.push(file.to_owned());
            self.files.len() - 1
        });
        Ok(u8::try_from(index + 1).map_or(Line::NONE, |index| Line::of(index, number)))
    }
}

pub(super) fn seconds(field: &str) -> Result<Seconds, Why> {
    decimal(field).ok_or(Why::NotANumber)
}

pub(super) fn count(field: &str) -> Result<u32, Why> {
    field.parse().map_err(|_| Why::NotANumber)
}

/// Decodes the escapes of a field. A lone surrogate, which Python's texts may contain, becomes the replacement
/// character.
pub(super) fn unescaped(field: &str) -> Result<Text, Why> {
    let mut parts = field.split('\\');
    let first = parts.next().unwrap_or_default();
    let mut text = String::with_capacity(field.len());
    text.push_str(first);
    while let Some(part) = parts.next() {
        let mut characters = part.chars();
        match characters.next() {
            // An empty part means an escaped backslash. The part after it has no escape at its start.
            None => {
                text.push('\\');
                text.push_str(parts.next().ok_or(Why::BadEscape)?);
                continue;
            }
            Some('t') => text.push('\t'),
            Some('n') => text.push('\n'),
            Some('r') => text.push('\r'),
            Some('u') => {
                let (digits, rest) =
                    part.strip_prefix("u{").and_then(|rest| rest.split_once('}')).ok_or(Why::BadEscape)?;
                let code = u32::from_str_radix(digits, 16).map_err(|_| Why::BadEscape)?;
                text.push(char::from_u32(code).unwrap_or(char::REPLACEMENT_CHARACTER));
                text.push_str(rest);
                continue;
            }
            Some(_) => return Err(Why::BadEscape),
        }
        text.push_str(characters.as_str());
    }
    Ok(text.into())
}

/// Appends `text` with escapes, so that it is one field.
pub(super) fn escape(text: &str, into: &mut String) {
    use std::fmt::Write as _;
    for character in text.chars() {
        match character {
            '\\' => into.push_str("\\\\"),
            '\t' => into.push_str("\\t"),
            '\n' => into.push_str("\\n"),
            '\r' => into.push_str("\\r"),
            control if control.is_control() => {
                let _ = write!(into, "\\u{{{:x}}}", u32::from(control));
            }
            other => into.push(other),
        }
    }
}
