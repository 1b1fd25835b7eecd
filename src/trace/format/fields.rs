//! The fields of a line: texts with escapes, numbers, lines of source.

use super::super::facts::decimal::decimal;
use super::super::facts::line::Line;
use super::super::facts::task::{Name, TaskId};
use super::super::facts::text::Text;
use super::super::facts::time::Seconds;
use super::problem::Why;

/// The fields of one line that are still to be read.
pub(super) struct Fields<'a> {
    rest: Option<&'a str>,
    /// The names of the files that lines belong to, besides the main one.
    pub(super) files: &'a mut Vec<String>,
}

impl<'a> Fields<'a> {
    pub(super) const fn new(line: &'a str, files: &'a mut Vec<String>) -> Self {
        Self { rest: Some(line), files }
    }

    /// The next field as it is written; empty past the last one.
    pub(super) fn raw(&mut self) -> &'a str {
        let Some(rest) = self.rest else { return "" };
        let (field, rest) = rest.split_once('\t').map_or((rest, None), |(field, rest)| (field, Some(rest)));
        self.rest = rest;
        field
    }

    /// Whether a field is left.
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

    /// A number, or nothing where the field is empty.
    pub(super) fn optional(&mut self) -> Result<Option<u32>, Why> {
        let field = self.raw();
        if field.is_empty() { Ok(None) } else { count(field).map(Some) }
    }

    pub(super) fn task(&mut self) -> Result<TaskId, Why> {
        self.count().map(TaskId)
    }

    /// A name that the program gave is written `=name`, a number is asyncio's.
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

    /// The line that is written `LINE`, or `FILE:LINE` in another file than the main one. Past 255 files, or 16 million
    /// lines, none is kept.
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

/// The text that is written so. A lone surrogate, which Python's texts may have, becomes the replacement character.
pub(super) fn unescaped(field: &str) -> Result<Text, Why> {
    let mut parts = field.split('\\');
    let first = parts.next().unwrap_or_default();
    let mut text = String::with_capacity(field.len());
    text.push_str(first);
    while let Some(part) = parts.next() {
        let mut characters = part.chars();
        match characters.next() {
            // Two backslashes: the part between them is empty, and the next one is plain.
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

/// Writes `text` so that it is one field.
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
