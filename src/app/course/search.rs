//! The search in the contents: by titles, questions and ids in both languages, by asyncio's names, and by terms of the
//! glossary; then by the words of the guides and readings.

use super::words::{Kind, Line};
use crate::scenarios::{self, Scenario};
use crate::text::finds::finds;
use crate::text::index::{KEYWORDS, TERMS};
use crate::text::{Both, Language, Reading, reading};

/// The least number of letters of a word in which one mistake is tolerated: a wrong, missing, additional or swapped
/// letter.
const FORGIVEN: usize = 4;

/// The result of a search.
#[derive(Debug, Default, PartialEq)]
pub struct Found {
    /// The scenarios in order. The text is the matching keyword, if the scenario's title does not show it.
    pub scenarios: Vec<(&'static Scenario, Option<String>)>,
    /// The terms of the glossary: the id, and the name in each language.
    pub terms: Vec<(&'static str, Both<&'static str>)>,
    /// The readings whose texts match.
    pub readings: Vec<&'static Reading>,
    /// The exercises and bug hunts.
    pub exercises: Vec<Line>,
}

/// Finds the scenarios, terms and exercises whose names contain every word of a search, in any order. If nothing is
/// found, the texts are searched. If they contain nothing, the names are searched again with one mistake per word tolerated.
/// `words` are the words of the texts, once they are loaded.
#[inline(never)]
pub fn found(find: &str, language: Language, words: &[Line]) -> Found {
    let wanted: Vec<String> = find.split_whitespace().map(folded).collect();
    let exact = |there: &str, word: &str| there.contains(word);
    let nearly =
        |there: &str, word: &str| word.len() >= FORGIVEN && there.split(between).any(|other| alike(word, other));
    let ways: [&dyn Fn() -> Found; 3] =
        [&|| fitting(&wanted, language, words, exact), &|| in_texts(&wanted, language, words), &|| {
            fitting(&wanted, language, words, nearly)
        }];
    ways.into_iter().map(|way| way()).find(|found| *found != Found::default()).unwrap_or_default()
}

/// Finds the guides, readings and exercises whose texts contain every word.
fn in_texts(wanted: &[String], language: Language, words: &[Line]) -> Found {
    let mut found = Found::default();
    for line in words.iter().filter(|line| wanted.iter().all(|word| line.words.contains(&**word))) {
        match line.kind {
            Kind::Guide => found.scenarios.extend(scenarios::find(&line.id).map(|scenario| {
                let whole = line.words.split(' ').find(|there| wanted.iter().any(|word| there.contains(&**word)));
                (scenario, whole.map(finds(language).explained))
            })),
            Kind::Reading => found.readings.extend(reading(&line.id)),
            Kind::Exercise | Kind::Hunt => found.exercises.push(line.clone()),
        }
    }
    found
}

fn fitting(wanted: &[String], language: Language, words: &[Line], fits: fn(&str, &str) -> bool) -> Found {
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
    // Without a search, the exercises have a list of their own.
    let exercises = words.iter().filter(|line| matches!(line.kind, Kind::Exercise | Kind::Hunt) && !wanted.is_empty());
    let exercises =
        exercises.filter(|Line { title, names, .. }| all(&folded(&format!("{} {} {names}", title.en, title.fr))));
    Found {
        scenarios: scenarios.collect(),
        terms: terms.copied().collect(),
        exercises: exercises.cloned().collect(),
        ..Found::default()
    }
}

/// The texts of a scenario and its id, in both languages.
fn texts(scenario: &Scenario) -> String {
    let texts = Language::ALL.map(|language| scenario.text.get(language));
    let said = texts.map(|text| format!("{} {} {}", text.contents, text.title, text.question));
    folded(&format!("{} {} {}", scenario.id, said[0], said[1]))
}

fn keywords(id: &str) -> String {
    let found = KEYWORDS.iter().find(|(named, _)| *named == id);
    folded(found.map(|(_, words)| *words).unwrap_or_default())
}

/// Whether a character separates words.
fn between(letter: char) -> bool {
    !(letter.is_ascii_alphanumeric() || letter == '_')
}

/// Whether `there` starts with the word, apart from one mistake.
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

/// Lower-case letters without accents. It covers French and English, since a table of all letters would add wasm.
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
        found(find, language, &[]).scenarios.iter().map(|(scenario, _)| scenario.id).collect()
    }

    #[test]
    fn a_search_finds_scenarios_by_title_question_and_id_in_both_languages() {
        assert_eq!(ids("", Language::English).len(), scenarios::ALL.len());
        assert_eq!(ids("CREATE-task", Language::English), ["create-task"]);
        for language in Language::ALL {
            assert!(ids("TÉLÉCHARGEMENTS", language).contains(&"sequential"));
            assert!(ids("telechargements", language).contains(&"sequential"));
        }
        assert_eq!(found("no such words", Language::English, &[]), Found::default());
    }

    #[test]
    fn names_of_asyncio_are_found_and_shown_if_the_title_lacks_them() {
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
        let found = found("to_thread", Language::English, &[]);
        let of =
            |id: &str| found.scenarios.iter().find(|(scenario, _)| scenario.id == id).and_then(|(_, why)| why.clone());
        assert_eq!(of("blocking-call").as_deref(), Some("to_thread"));
    }

    #[test]
    fn exercises_are_found_by_title_and_concept_and_texts_only_where_nothing_else_is() {
        let lines = super::super::words::parse(
            "s\tshield\t\t\t\tpatience wait\nr\thttp\t\t\t\tpatience\n\
             h\tfalse-shield\tA false shield\tLe faux bouclier\tshield\tpatience\n",
        );
        let leads = |find: &str| {
            let found = found(find, Language::French, &lines);
            let scenarios: Vec<_> = found.scenarios.into_iter().map(|(scenario, why)| (scenario.id, why)).collect();
            (scenarios, found.readings.len(), found.exercises.len())
        };
        assert_eq!(leads("faux BOUCLIER"), (vec![], 0, 1));
        assert_eq!(leads("shield").2, 1);
        let explained = Some("explication\u{a0}: patience".to_owned());
        assert_eq!(leads("patien"), (vec![("shield", explained)], 1, 1));
        assert_eq!(leads("").2, 0, "without a search their own list has them");
    }

    #[test]
    fn one_mistake_is_tolerated_if_nothing_else_matches_and_two_are_not() {
        for slip in ["semphore", "semaphpre", "smeaphore", "semaphoree", "semafhore"] {
            assert!(ids(slip, Language::English).contains(&"semaphore"), "{slip}");
        }
        assert!(ids("zemaphxre", Language::English).is_empty());
        assert!(ids("lok", Language::English).is_empty(), "three letters are too few to tolerate a mistake");
    }

    #[test]
    fn every_term_of_the_glossary_is_found_in_both_languages() {
        for find in ["boucle", "event loop"] {
            for language in Language::ALL {
                assert!(found(find, language, &[]).terms.iter().any(|(id, _)| *id == "event-loop"), "{find}");
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
            // Every program uses these names, so they would find nothing in particular.
            for name in
                used.filter(|name| !["", "run", "sleep", "gather", "create_task", "get_running_loop"].contains(name))
            {
                assert!(keywords.split(' ').any(|word| word == folded(name)), "{}: {name}", scenario.id);
            }
        }
    }
}
