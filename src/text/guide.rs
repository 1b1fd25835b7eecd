//! What a reader is told beside a run: a file per scenario and language in `text/guides/`, loaded when it is wanted.
//!
//! A file has sections, each below a line `# look`, `# trap` or `# next` (an exercise begins with `# task`, `# timeline` and `# hints`), and in them paragraphs with an empty line
//! between. What to try next begins with a line such as `{permits=1}`, where it can be set by a press. Backticks mark code. `\u{a0}` and `\u{202f}` stand for the two spaces that no eye tells from others.

/// What to look at, what to beware of, and what to try.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Guide {
    /// An exercise's task.
    pub task: Vec<String>,
    /// What a good solution's timeline has.
    pub timeline: Vec<String>,
    /// An exercise's hints, in their order.
    pub hints: Vec<String>,
    /// What to look at.
    pub look: Vec<String>,
    /// The mistakes that it saves one from: one, or none.
    pub trap: Vec<String>,
    /// What to try with the parameters.
    pub next: Vec<String>,
    /// For each of these what it sets, as in an address: `permits=1`; empty where it sets nothing.
    pub sets: Vec<String>,
}

impl Guide {
    /// Reads a guide's file. A section of another name says nothing.
    #[must_use]
    pub fn parse(file: &str) -> Self {
        let (mut guide, mut section) = (Self::default(), "");
        for paragraph in file.split("\n\n") {
            if let Some(name) = paragraph.strip_prefix("# ") {
                section = name;
                continue;
            }
            let said = match section {
                "task" => &mut guide.task,
                "timeline" => &mut guide.timeline,
                "hints" => &mut guide.hints,
                "look" => &mut guide.look,
                "trap" => &mut guide.trap,
                "next" => {
                    let set = paragraph.strip_prefix('{').and_then(|rest| rest.split_once("}\n"));
                    let (sets, text) = set.unwrap_or(("", paragraph));
                    guide.sets.push(sets.to_owned());
                    guide.next.push(decoded(text));
                    continue;
                }
                _ => continue,
            };
            said.push(decoded(paragraph));
        }
        guide
    }
}

/// A paragraph in one line.
pub(super) fn decoded(paragraph: &str) -> String {
    paragraph.trim_end().replace('\n', " ").replace("\\u{a0}", "\u{a0}").replace("\\u{202f}", "\u{202f}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sections_have_paragraphs_without_their_line_ends() {
        let guide = Guide::parse(
            "# look\n\nIt sleeps\n1\\u{a0}s.\n\nThen `it`\nends.\n\n# next\n\nRun it\\u{202f}!\n\n{a=1&b=2}\nIt is\n3.\n",
        );
        assert_eq!(guide.look, ["It sleeps 1\u{a0}s.", "Then `it` ends."]);
        assert_eq!(guide.trap, [""; 0]);
        assert_eq!(guide.next, ["Run it\u{202f}!", "It is 3."]);
        assert_eq!(guide.sets, ["", "a=1&b=2"]);
    }
}
