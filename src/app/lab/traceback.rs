//! A traceback as `CPython` writes it, in parts: the program's own frames, and those of modules, which are folded.

/// A part of a traceback; together the parts have all its lines.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Part<'a> {
    /// Lines that are no frame, such as the last one.
    Words(Vec<&'a str>),
    /// A frame in one of the program's files.
    Own {
        /// The frame's first line, which names its place.
        head: &'a str,
        /// The frame's place.
        place: Place<'a>,
        /// The source line, and the carets.
        below: Vec<&'a str>,
    },
    /// Consecutive frames in other modules.
    Modules {
        /// The lines of these frames.
        lines: Vec<&'a str>,
        /// The number of these frames.
        frames: usize,
    },
}

/// The place of a frame.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Place<'a> {
    /// The file, as the traceback names it.
    path: &'a str,
    /// The line.
    pub line: u32,
    /// The function; a syntax error has none.
    pub function: &'a str,
}

/// The folder of the program's files in the engine.
const FOLDER: &str = "/home/reader/";

impl<'a> Place<'a> {
    /// The file and the line that a line of a traceback names: `File "util.py", line 3, in delay`.
    fn of(line: &'a str) -> Option<Self> {
        let (_, rest) = line.split_once("File \"")?;
        let (path, rest) = rest.split_once("\", line ")?;
        let digits = rest.split(|other: char| !other.is_ascii_digit()).next()?;
        let function = rest.split_once(", in ").map_or("", |(_, function)| function);
        Some(Self { path, line: digits.parse().ok()?, function })
    }

    /// The name of the file, if it is one of the program's.
    #[must_use]
    pub fn file(&self, own: &[&str]) -> Option<&'a str> {
        let name = self.path.strip_prefix(FOLDER).unwrap_or(self.path);
        own.contains(&name).then_some(name)
    }
}

/// The parts of a traceback of a program with these files.
#[must_use]
pub fn parts<'a>(text: &'a str, own: &[&str]) -> Vec<Part<'a>> {
    let mut parts: Vec<Part<'a>> = Vec::new();
    // The indentation of the current frame's lines, and whether it is one of the program's frames.
    let mut frame: Option<(&str, bool)> = None;
    for line in text.lines() {
        if let Some(place) = Place::of(line) {
            let is_own = place.file(own).is_some();
            frame = line.split_once("File \"").map(|(indent, _)| (indent, is_own));
            match parts.last_mut() {
                _ if is_own => parts.push(Part::Own { head: line, place, below: Vec::new() }),
                Some(Part::Modules { lines, frames }) => {
                    lines.push(line);
                    *frames += 1;
                }
                _ => parts.push(Part::Modules { lines: vec![line], frames: 1 }),
            }
            continue;
        }
        frame = frame.filter(|(indent, _)| goes_on(line, indent));
        match parts.last_mut() {
            Some(Part::Own { below, .. }) if frame.is_some() => below.push(line),
            Some(Part::Modules { lines, .. }) if frame.is_some() => lines.push(line),
            Some(Part::Words(lines)) => lines.push(line),
            _ => parts.push(Part::Words(vec![line])),
        }
    }
    parts
}

/// Whether a line belongs to the frame with this indentation: it is indented more, or counts repeated frames.
fn goes_on(line: &str, indent: &str) -> bool {
    line.strip_prefix(indent).is_some_and(|rest| rest.starts_with("  ") || rest.starts_with("[Previous line"))
}

#[cfg(test)]
mod tests {
    use super::*;

    const OWN: [&str; 2] = ["program.py", "util.py"];

    const GROUP: &str = r#"  + Exception Group Traceback (most recent call last):
  |   File "program.py", line 15, in <module>
  |     asyncio.run(main())
  |     ~~~~~~~~~~~^^^^^^^^
  |   File "/lib/python313.zip/asyncio/runners.py", line 195, in run
  |     return runner.run(main)
  |   File "/lib/python313.zip/asyncio/runners.py", line 118, in run
  |     return self._loop.run_until_complete(task)
  |   File "program.py", line 11, in main
  |     async with asyncio.TaskGroup() as group:
  | ExceptionGroup: unhandled errors in a TaskGroup (1 sub-exception)
  +-+---------------- 1 ----------------
    | Traceback (most recent call last):
    |   File "/home/reader/util.py", line 7, in load
    |     -x
    | ValueError: no
    |   a second line
    +------------------------------------
"#;

    fn frames<'a>(parts: &[Part<'a>]) -> Vec<(&'a str, u32, &'a str)> {
        let own = |part: &Part<'a>| match part {
            Part::Own { place, .. } => Some((place.file(&OWN)?, place.line, place.function)),
            Part::Words(_) | Part::Modules { .. } => None,
        };
        parts.iter().filter_map(own).collect()
    }

    #[test]
    fn the_program_s_frames_are_found_also_in_a_group_and_in_its_other_files() {
        let parts = parts(GROUP, &OWN);
        assert_eq!(
            frames(&parts),
            [("program.py", 15, "<module>"), ("program.py", 11, "main"), ("util.py", 7, "load")]
        );
        let folded: Vec<_> = parts.iter().filter(|part| matches!(part, Part::Modules { frames: 2, .. })).collect();
        assert_eq!(folded.len(), 1, "{parts:#?}");
    }

    #[test]
    fn no_line_is_lost_or_moved() {
        let endless = "Traceback (most recent call last):\n  File \"program.py\", line 2, in f\n    f()\n    ~^^\n  [Previous line repeated 996 more times]\nRecursionError: maximum\n";
        let syntax = "  File \"program.py\", line 1\n    x = = 1\n        ^\nSyntaxError: invalid syntax\n";
        for text in [GROUP, endless, syntax, "", "KeyboardInterrupt\n"] {
            let all = parts(text, &OWN).into_iter().flat_map(|part| match part {
                Part::Words(lines) | Part::Modules { lines, .. } => lines,
                Part::Own { head, below, .. } => std::iter::once(head).chain(below).collect(),
            });
            assert_eq!(all.collect::<Vec<_>>(), text.lines().collect::<Vec<_>>());
        }
        assert!(parts(endless, &OWN).iter().any(|part| matches!(part, Part::Own { below, .. } if below.len() == 3)));
    }

    #[test]
    fn a_module_of_the_same_name_is_not_the_program_s() {
        let text = "  File \"/lib/python313.zip/asyncio/util.py\", line 3, in x\n    y\nKeyError: 1\n";
        assert_eq!(frames(&parts(text, &OWN)), []);
        assert_eq!(frames(&parts("  File \"program.py\", line 3\n    x = = 1\n", &OWN)), [("program.py", 3, "")]);
    }
}
