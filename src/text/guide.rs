//! The guide of a scenario: a file per scenario and language in `text/guides/`, loaded when the reader opens it.
//!
//! A file has sections. Each begins with a line `# look`, `# trap` or `# next`, for an exercise also `# task`, `#
//! timeline` and `# hints`. Paragraphs are separated by an empty line. In `next`, a paragraph may begin with a line
//! such as `{permits=1}`: a button then sets these values. Backticks mark code. `\u{a0}` and `\u{202f}` stand for the
//! two no-break spaces, which would look like any other space.

/// The paragraphs of a guide, by section.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Guide {
    /// The task of an exercise.
    pub task: Vec<String>,
    /// The features of a good solution's timeline.
    pub timeline: Vec<String>,
    /// The hints of an exercise, in order.
    pub hints: Vec<String>,
    /// What to look at.
    pub look: Vec<String>,
    /// The mistakes that the scenario helps to avoid: one, or none.
    pub trap: Vec<String>,
    /// What to try with the parameters.
    pub next: Vec<String>,
    /// For each paragraph of `next` the values that its button sets, as in an address: `permits=1`; empty if it has no button.
    pub sets: Vec<String>,
}

impl Guide {
    /// Parses a guide's file. A section with an unknown name is ignored.
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

/// A paragraph as one line, with its escapes replaced.
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
