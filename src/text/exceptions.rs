//! Explanations of common exceptions of Python, in one sentence each, besides `CPython`'s message. The sentences are in
//! `errors/`, a line each: the name of a class or of a clue (`python/loopscope_clues.py`), a colon, the sentence.

use super::{Both, File};

/// The sentences, which the page loads with the lab.
pub static ERRORS: Both<File> = Both {
    en: File::new("python/errors/errors.en.txt", include_str!("errors/errors.en.txt")),
    fr: File::new("python/errors/errors.fr.txt", include_str!("errors/errors.fr.txt")),
};

/// The explanation of the exception that ended a run: the entry of `sentences` for the clue, or else for the
/// exception's class.
#[must_use]
pub fn explained<'a>(sentences: &'a str, traceback: &str, clue: Option<&str>) -> Option<&'a str> {
    let of_class = || sentence(sentences, class_of(traceback)?);
    clue.and_then(|clue| sentence(sentences, clue)).or_else(of_class)
}

fn sentence<'a>(sentences: &'a str, name: &str) -> Option<&'a str> {
    sentences.lines().find_map(|line| line.strip_prefix(name)?.strip_prefix(": "))
}

/// The class of the exception with which a traceback ends: `KeyError: 'tea'`, or only `KeyboardInterrupt`.
#[must_use]
pub fn class_of(traceback: &str) -> Option<&str> {
    let name = last_words(traceback)?.split(':').next()?.trim();
    let class = name.rsplit('.').next()?;
    let is_name = !class.is_empty() && class.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'_');
    is_name.then_some(class)
}

/// The line after the last frame: class and message. A message may continue in further lines.
#[must_use]
pub fn last_words(traceback: &str) -> Option<&str> {
    let lines: Vec<&str> = traceback.lines().filter_map(bare).collect();
    let behind = lines.iter().rposition(|line| line.starts_with("  ")).map_or(0, |last| last + 1);
    lines.get(behind).or(lines.last()).copied()
}

/// A line without the bars with which Python draws an exception group; `None` if it has only bars.
fn bare(line: &str) -> Option<&str> {
    let frame = line.trim_start_matches([' ', '|']);
    let depth = line[..line.len() - frame.len()].rfind('|');
    if frame.starts_with("+-") || frame.trim().is_empty() {
        return None;
    }
    Some(depth.map_or(line, |bar| line[bar + 1..].strip_prefix(' ').unwrap_or(&line[bar + 1..])))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::Language;

    const LANGUAGES: [Language; 2] = [Language::English, Language::French];

    fn text(language: Language) -> &'static str {
        ERRORS.get(language).compiled().expect("a text")
    }

    fn names(language: Language) -> Vec<&'static str> {
        text(language).lines().map(|line| line.split_once(": ").expect("a name and a sentence").0).collect()
    }

    #[test]
    fn both_languages_explain_the_same_exceptions_each_once() {
        let mut known = names(Language::English);
        assert_eq!(known, names(Language::French));
        assert!(known.len() >= 20);
        known.sort_unstable();
        known.dedup();
        assert_eq!(known.len(), names(Language::French).len());
    }

    #[test]
    fn each_clue_that_the_engine_gives_has_its_sentence() {
        let clues = include_str!("../python/loopscope_clues.py");
        let given: Vec<&str> =
            clues.lines().filter_map(|line| line.trim().strip_prefix("(\"")?.split('"').next()).collect();
        assert!(given.len() > 10, "{given:?}");
        for (language, clue) in LANGUAGES.iter().flat_map(|language| given.iter().map(move |clue| (*language, *clue))) {
            assert!(explained(text(language), "", Some(clue)).is_some(), "{clue}");
        }
    }

    #[test]
    fn a_traceback_ends_with_its_class() {
        let of_key =
            "Traceback (most recent call last):\n  File \"program.py\", line 1, in <module>\nKeyError: 'tea'\n";
        assert_eq!(class_of(of_key), Some("KeyError"));
        assert_eq!(class_of("  x\nasyncio.exceptions.CancelledError\n"), Some("CancelledError"));
        let of_group = "  | ExceptionGroup: one (1 sub-exception)\n  +-+---- 1 ----\n    |   File \"p.py\"\n    |     x\n    | ValueError: no\n    +----\n";
        assert_eq!(class_of(of_group), Some("ValueError"));
        let of_lines =
            "Traceback (most recent call last):\n  File \"p.py\"\n    x\nValueError: one\ntwo words\nthree: 3\n";
        assert_eq!(last_words(of_lines), Some("ValueError: one"));
        assert_eq!(class_of(""), None);
    }

    #[test]
    fn the_sentence_of_a_clue_goes_before_that_of_a_class_and_a_class_of_the_program_has_none() {
        let said = text(Language::French);
        let of_type = "  x\nTypeError: run() got an unexpected keyword argument 'loop'\n";
        assert_ne!(explained(said, of_type, Some("loop_parameter")), explained(said, of_type, None));
        assert!(explained(said, of_type, None).is_some());
        assert_eq!(explained(said, "  x\nBoatError: leak\n", None), None);
        let chained = "  x\nKeyError: 1\n\nDuring handling of the above exception, another exception occurred:\n\n  y\nBoatError: leak\n";
        assert_eq!(explained(said, chained, None), None);
    }
}
