//! Renders text with `code` in backticks and `[links](/s/gather)`. Terms of the glossary become links to it.

use yew::{Html, html};

use crate::text::terms;

/// The terms that have not yet occurred in the page. Each becomes a link at its first occurrence.
#[derive(Default)]
pub struct Terms(Vec<(&'static str, &'static str)>);

impl Terms {
    /// All terms of the glossary; none while it is not loaded.
    pub fn of(glossary: Option<&'static str>) -> Self {
        Self(glossary.into_iter().flat_map(terms).collect())
    }

    /// The first term in `text`: its start, its end and its id. Of several terms at that start, the longest is taken.
    /// The term is removed from `self`, so that only its first occurrence becomes a link.
    fn take(&mut self, text: &str) -> Option<(usize, usize, &'static str)> {
        let (from, _) = text.char_indices().find(|(from, _)| self.longest_at(text, *from).is_some())?;
        let (to, place) = self.longest_at(text, from)?;
        Some((from, to, self.0.remove(place).0))
    }

    /// The longest term that starts at `from`: its end, and its index.
    fn longest_at(&self, text: &str, from: usize) -> Option<(usize, usize)> {
        let mut longest = None;
        if text[..from].ends_with(in_word) {
            return longest;
        }
        for (place, (_, forms)) in self.0.iter().enumerate() {
            for form in forms.split(" | ") {
                let to = from + form.len();
                if longest.is_none_or(|(end, _)| end < to) && is_word(text, from, to, form) {
                    longest = Some((to, place));
                }
            }
        }
        longest
    }
}

/// Whether the text from `from` to `to` is the word, and the word ends there. The case of ASCII letters does not count.
fn is_word(text: &str, from: usize, to: usize, word: &str) -> bool {
    text.get(from..to).is_some_and(|there| there.eq_ignore_ascii_case(word)) && !text[to..].starts_with(in_word)
}

/// Whether a character is part of a word. It covers English and French, since a table of all letters would add wasm.
const fn in_word(letter: char) -> bool {
    letter.is_ascii_alphanumeric() || matches!(letter, '_' | '-' | 'À'..='ÿ' | 'œ')
}

/// Renders text with code in backticks.
pub fn prose(text: &str, terms: &mut Terms) -> Html {
    let parts = text.split('`').enumerate();
    parts
        .map(|(place, part)| match (place % 2, terms_of_code(place % 2, part, terms)) {
            (1, Some(id)) => term(id, html! { <code>{part.to_owned()}</code> }),
            (1, None) => html! { <code>{part.to_owned()}</code> },
            _ => with_links(part, terms),
        })
        .collect()
}

/// The term that a piece of code equals, if any. The term is removed from the terms.
fn terms_of_code(odd: usize, code: &str, terms: &mut Terms) -> Option<&'static str> {
    let place = terms.0.iter().position(|(_, forms)| odd == 1 && forms.split(" | ").any(|form| form == code))?;
    Some(terms.0.remove(place).0)
}

fn with_links(text: &str, terms: &mut Terms) -> Html {
    let link = text.split_once('[').and_then(|(before, rest)| {
        let (words, rest) = rest.split_once("](")?;
        let (target, after) = rest.split_once(')')?;
        Some((before, words, target, after))
    });
    let Some((before, words, target, after)) = link else { return with_terms(text, terms) };
    let href = if target.starts_with('/') { format!("#{target}") } else { target.to_owned() };
    html! {
        <>{with_terms(before, terms)}<a class="ref" {href}>{words.to_owned()}</a>{with_links(after, terms)}</>
    }
}

fn with_terms(text: &str, terms: &mut Terms) -> Html {
    let Some((from, to, id)) = terms.take(text) else { return html! { {text.to_owned()} } };
    let linked = term(id, html! { {text[from..to].to_owned()} });
    html! { <>{text[..from].to_owned()}{linked}{with_terms(&text[to..], terms)}</> }
}

fn term(id: &str, words: Html) -> Html {
    html! { <a class="term" href={format!("#/read/glossary/{id}")}>{words}</a> }
}

#[cfg(test)]
mod tests {
    use super::*;

    const GLOSSARY: &str =
        "# G\n\n## task | task | tasks\n\nx\n\n## group | task group\n\ny\n\n## gather | gather\n\nz";

    #[test]
    fn a_term_is_found_as_a_whole_word_and_the_longest_one_wins() {
        let mut terms = Terms::of(Some(GLOSSARY));
        assert_eq!(terms.take("multitasking in a Task group of tasks"), Some((18, 28, "group")));
        assert_eq!(terms.take("multitasking in a Task group of tasks"), Some((18, 22, "task")));
        assert_eq!(terms.take("no more tasks"), None);
        assert_eq!(Terms::of(Some("## e | été")).take("attendre l’été."), Some((13, 18, "e")));
    }

    #[test]
    fn code_is_a_term_only_as_a_whole() {
        let mut terms = Terms::of(Some(GLOSSARY));
        assert_eq!(terms_of_code(1, "asyncio.gather()", &mut terms), None);
        assert_eq!(terms_of_code(1, "gather", &mut terms), Some("gather"));
        assert_eq!(terms_of_code(1, "gather", &mut terms), None, "only the first occurrence is a link");
    }
}
