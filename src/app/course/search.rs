//! The search in the contents: titles, questions and addresses in both languages, asyncio's names, and terms of the glossary.

use crate::scenarios::{self, Scenario};
use crate::text::index::{KEYWORDS, TERMS};
use crate::text::{Both, Language};

/// From how many letters on a word may have a letter that is wrong, missing, too many, or in its neighbour's place.
const FORGIVEN: usize = 4;

/// What was found.
#[derive(Debug, Default, PartialEq)]
pub struct Found {
    /// The scenarios, in their order, each with the word that was found where its title does not show it.
    pub scenarios: Vec<(&'static Scenario, Option<String>)>,
    /// The terms of the glossary: its id, and its name in either language.
    pub terms: Vec<(&'static str, Both<&'static str>)>,
}

/// What fits a search: all of its words, in any order. Where nothing fits to the letter, one slip a word is forgiven.
pub fn found(find: &str, language: Language) -> Found {
    let wanted: Vec<String> = find.split_whitespace().map(folded).collect();
    let exact = fitting(&wanted, language, |there, word| there.contains(word));
    if exact != Found::default() {
        return exact;
    }
    fitting(&wanted, language, |there, word| {
        word.len() >= FORGIVEN && there.split(between).any(|other| alike(word, other))
    })
}

fn fitting(wanted: &[String], language: Language, fits: fn(&str, &str) -> bool) -> Found {
    let all = |there: &str| wanted.iter().all(|word| fits(there, word));
    let scenarios = scenarios::ALL.iter().filter_map(|scenario| {
        let title = folded(scenario.text.get(language).contents);
        let (there, keywords) = (texts(scenario), keywords(scenario.id));
        all(&format!("{there} {keywords}")).then(|| {
            let hidden = wanted.iter().find(|word| !fits(&title, word));
            let why = hidden.and_then(|word| {
                let mut words = keywords.split(' ').chain(there.split(between));
                words.find(|there| !there.is_empty() && fits(there, word)).map(str::to_owned)
            });
            (scenario, why)
        })
    });
    let terms =
        TERMS.iter().filter(|(_, names)| !wanted.is_empty() && all(&folded(&format!("{} {}", names.en, names.fr))));
    Found { scenarios: scenarios.collect(), terms: terms.copied().collect() }
}

/// What a scenario's texts and its address say, in both languages.
fn texts(scenario: &Scenario) -> String {
    let texts = Language::ALL.map(|language| scenario.text.get(language));
    let said = texts.map(|text| format!("{} {} {}", text.contents, text.title, text.question));
    folded(&format!("{} {} {}", scenario.id, said[0], said[1]))
}

fn keywords(id: &str) -> String {
    let found = KEYWORDS.iter().find(|(named, _)| *named == id);
    folded(found.map(|(_, words)| *words).unwrap_or_default())
}

/// What stands between two words.
fn between(letter: char) -> bool {
    !(letter.is_ascii_alphanumeric() || letter == '_')
}

/// Whether `there` begins as the word does, but for one slip.
fn alike(word: &str, there: &str) -> bool {
    let (word, there): (Vec<char>, Vec<char>) = (word.chars().collect(), there.chars().collect());
    let same = word.iter().zip(&there).take_while(|(one, other)| one == other).count();
    let (rest, other) = (&word[same..], &there[same..]);
    let begins = |from: usize, behind: usize| {
        let rest = rest.get(from..).unwrap_or_default();
        other.get(behind..).is_some_and(|other| other.starts_with(rest))
    };
    let swapped = rest.len() > 1 && other.len() > 1 && rest[0] == other[1] && rest[1] == other[0];
    begins(1, 1) || begins(1, 0) || begins(0, 1) || (swapped && begins(2, 2))
}

/// Small letters without accents: the letters of French and English, and no table of all the others.
fn folded(text: &str) -> String {
    text.chars()
        .map(|letter| match letter {
            'À' | 'Â' | 'à' | 'â' => 'a',
            'Ç' | 'ç' => 'c',
            'É' | 'È' | 'Ê' | 'Ë' | 'é' | 'è' | 'ê' | 'ë' => 'e',
            'Î' | 'Ï' | 'î' | 'ï' => 'i',
            'Ô' | 'ô' => 'o',
            'Ù' | 'Û' | 'Ü' | 'ù' | 'û' | 'ü' => 'u',
            '’' => '\'',
            other => other.to_ascii_lowercase(),
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::reading::GLOSSARY;
    use crate::text::terms;

    fn ids(find: &str, language: Language) -> Vec<&'static str> {
        found(find, language).scenarios.iter().map(|(scenario, _)| scenario.id).collect()
    }

    #[test]
    fn a_search_finds_by_title_by_question_and_by_address_in_both_languages() {
        assert_eq!(ids("", Language::English).len(), scenarios::ALL.len());
        assert_eq!(ids("CREATE-task", Language::English), ["create-task"]);
        for language in Language::ALL {
            assert!(ids("TÉLÉCHARGEMENTS", language).contains(&"sequential"));
            assert!(ids("telechargements", language).contains(&"sequential"));
        }
        assert_eq!(found("no such words", Language::English), Found::default());
    }

    #[test]
    fn asyncio_s_names_are_found_and_the_word_is_said_where_the_title_lacks_it() {
        for (find, id) in [
            ("wait_for", "weather-stations"),
            ("to_thread", "blocking-call"),
            ("CancelledError", "timeout-block"),
            ("deadlock", "barrier"),
            ("interblocage", "barrier"),
            ("verrou", "lock-race"),
            ("TaskGroup", "task-group"),
        ] {
            assert!(ids(find, Language::English).contains(&id), "{find}");
        }
        let found = found("to_thread", Language::English);
        let of =
            |id: &str| found.scenarios.iter().find(|(scenario, _)| scenario.id == id).and_then(|(_, why)| why.clone());
        assert_eq!(of("blocking-call").as_deref(), Some("to_thread"));
    }

    #[test]
    fn one_slip_is_forgiven_where_nothing_else_fits_and_two_are_not() {
        for slip in ["semphore", "semaphpre", "smeaphore", "semaphoree", "semafhore"] {
            assert!(ids(slip, Language::English).contains(&"semaphore"), "{slip}");
        }
        assert!(ids("zemaphxre", Language::English).is_empty());
        assert!(ids("lok", Language::English).is_empty(), "three letters are too few to guess by");
    }

    #[test]
    fn terms_of_the_glossary_are_found_in_both_languages_and_are_all_of_its_terms() {
        for find in ["boucle", "event loop"] {
            for language in Language::ALL {
                assert!(found(find, language).terms.iter().any(|(id, _)| *id == "event-loop"), "{find}");
            }
        }
        for language in Language::ALL {
            let of_file: Vec<&str> =
                terms(GLOSSARY.file.get(language).compiled().expect("a text")).map(|(id, _)| id).collect();
            assert_eq!(TERMS.iter().map(|(id, _)| *id).collect::<Vec<_>>(), of_file);
        }
    }

    #[test]
    fn the_names_of_asyncio_that_a_program_uses_are_among_its_keywords() {
        for scenario in scenarios::ALL {
            let source = scenario.python.compiled().expect("a text");
            let used = source.match_indices("asyncio.").map(|(at, dot)| {
                let rest = &source[at + dot.len()..];
                &rest[..rest
                    .find(|letter: char| !(letter.is_ascii_alphanumeric() || letter == '_'))
                    .unwrap_or(rest.len())]
            });
            let keywords = keywords(scenario.id);
            // They are in every program, so nobody finds anything by them.
            for name in
                used.filter(|name| !["", "run", "sleep", "gather", "create_task", "get_running_loop"].contains(name))
            {
                assert!(keywords.split(' ').any(|word| word == folded(name)), "{}: {name}", scenario.id);
            }
        }
    }
}
