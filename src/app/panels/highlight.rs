//! Syntax highlighting for Rust and Python: keywords, strings, comments and numbers.
//!
//! A highlighter crate brings a grammar of each language. This one knows only the parts that scenarios use.

/// The kind of a piece of code.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Piece {
    /// A keyword.
    Keyword,
    /// A string literal.
    Text,
    /// A comment or a docstring.
    Comment,
    /// A number.
    Number,
    /// Everything else.
    Plain,
}

/// A language of code.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Code {
    /// Rust.
    Rust,
    /// Python.
    Python,
}

const RUST: &[&str] = &[
    "as", "async", "await", "break", "const", "continue", "crate", "else", "enum", "fn", "for", "if", "impl", "in",
    "let", "loop", "match", "mod", "move", "mut", "pub", "ref", "return", "self", "static", "struct", "super", "trait",
    "true", "false", "type", "use", "where", "while",
];

const PYTHON: &[&str] = &[
    "and", "as", "async", "await", "break", "class", "continue", "def", "del", "elif", "else", "except", "False",
    "finally", "for", "from", "global", "if", "import", "in", "is", "lambda", "None", "nonlocal", "not", "or", "pass",
    "raise", "return", "True", "try", "while", "with", "yield",
];

/// The pieces of each line of `source`, with their kinds.
#[must_use]
pub fn lines(source: &str, code: Code) -> Vec<Vec<(Piece, &str)>> {
    let mut inside_docstring = false;
    source.lines().map(|line| pieces(line, code, &mut inside_docstring)).collect()
}

fn pieces<'a>(line: &'a str, code: Code, inside_docstring: &mut bool) -> Vec<(Piece, &'a str)> {
    let quotes = line.matches("\"\"\"").count();
    if code == Code::Python && (*inside_docstring || quotes > 0) {
        if quotes % 2 == 1 {
            *inside_docstring = !*inside_docstring;
        }
        return vec![(Piece::Comment, line)];
    }
    let mut pieces: Vec<(Piece, &str)> = Vec::new();
    let mut rest = line;
    while let Some(first) = rest.chars().next() {
        let (piece, length) = piece(rest, first, code);
        match pieces.last_mut() {
            Some((Piece::Plain, text)) if piece == Piece::Plain => {
                let start = line.len() - rest.len() - text.len();
                *text = &line[start..start + text.len() + length];
            }
            _ => pieces.push((piece, &rest[..length])),
        }
        rest = &rest[length..];
    }
    pieces
}

/// The kind of the piece at the start of `rest`, and its length in bytes.
fn piece(rest: &str, first: char, code: Code) -> (Piece, usize) {
    let comment = match code {
        Code::Rust => "//",
        Code::Python => "#",
    };
    if rest.starts_with(comment) && !(code == Code::Rust && rest.starts_with("#[")) {
        return (Piece::Comment, rest.len());
    }
    if first == '"' || (code == Code::Python && first == '\'') {
        return (Piece::Text, text_length(rest, first));
    }
    if first.is_ascii_digit() {
        let digits = rest.find(|character: char| !character.is_ascii_digit() && character != '_');
        let whole = digits.unwrap_or(rest.len());
        let fraction = match rest[whole..].strip_prefix('.') {
            Some(after) if after.starts_with(|character: char| character.is_ascii_digit()) => {
                1 + after.find(|character: char| !character.is_ascii_digit()).unwrap_or(after.len())
            }
            _ => 0,
        };
        return (Piece::Number, whole + fraction);
    }
    if in_word(first) {
        let length =
            rest.find(|character: char| !in_word(character) && !character.is_ascii_digit()).unwrap_or(rest.len());
        let keywords = match code {
            Code::Rust => RUST,
            Code::Python => PYTHON,
        };
        let piece = if keywords.contains(&&rest[..length]) { Piece::Keyword } else { Piece::Plain };
        return (piece, length);
    }
    (Piece::Plain, first.len_utf8())
}

/// The length of the string literal at the start of `rest`, with its quotes.
fn text_length(rest: &str, quote: char) -> usize {
    let mut escaped = false;
    for (place, character) in rest.char_indices().skip(1) {
        match character {
            _ if escaped => escaped = false,
            '\\' => escaped = true,
            _ if character == quote => return place + character.len_utf8(),
            _ => {}
        }
    }
    rest.len()
}

/// Whether a character may start a word. Every character beyond ASCII counts, since a table of letters would add wasm.
fn in_word(character: char) -> bool {
    character.is_ascii_alphabetic() || character == '_' || !character.is_ascii()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_character_is_lost_in_any_scenario() {
        for scenario in crate::scenarios::ALL {
            for (source, code) in [(scenario.rust, Code::Rust), (scenario.python, Code::Python)] {
                let source = source.compiled().expect("a test has every text");
                let back: Vec<String> =
                    lines(source, code).iter().map(|pieces| pieces.iter().map(|(_, text)| *text).collect()).collect();
                assert_eq!(back, source.lines().collect::<Vec<_>>());
            }
        }
    }

    #[test]
    fn keywords_strings_comments_and_numbers_are_told_apart() {
        let rust = lines("    let x = \"a // \\\" b\"; // 1.5", Code::Rust);
        assert_eq!(
            rust[0],
            [
                (Piece::Plain, "    "),
                (Piece::Keyword, "let"),
                (Piece::Plain, " x = "),
                (Piece::Text, "\"a // \\\" b\""),
                (Piece::Plain, "; "),
                (Piece::Comment, "// 1.5"),
            ]
        );
        let python = lines("\"\"\"Doc.\n\"\"\"\nawait f(0.5)", Code::Python);
        assert_eq!((python[0][0].0, python[1][0].0), (Piece::Comment, Piece::Comment));
        assert_eq!(
            python[2],
            [(Piece::Keyword, "await"), (Piece::Plain, " f("), (Piece::Number, "0.5"), (Piece::Plain, ")")]
        );
    }
}
