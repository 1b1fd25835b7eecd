//! The line of the Python twin that does what a line of the Rust file does.
//!
//! Both files wait at the same points in the same order; so the n-th `await` of one is the n-th of the other, and the
//! n-th blocking sleep likewise. The conformance test holds this against the lines that `CPython` recorded.

/// A point of a program where a task can stop.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Point {
    Await,
    BlockingSleep,
}

/// The points of a Rust program, each with its line from 1.
fn rust_points(source: &str) -> Vec<(Point, u32)> {
    let code = |line: &str| line.split("//").next().unwrap_or_default().to_owned();
    points(source.lines().map(code), ".await", "time::sleep(")
}

/// The points of a Python program, each with its line from 1.
fn python_points(source: &str) -> Vec<(Point, u32)> {
    let code = |line: &str| line.split('#').next().unwrap_or_default().to_owned();
    points(source.lines().map(code), "await ", "time.sleep(")
}

fn points(lines: impl Iterator<Item = String>, awaits: &str, sleeps: &str) -> Vec<(Point, u32)> {
    let mut points = Vec::new();
    for (number, line) in (1..).zip(lines) {
        points.extend(line.matches(awaits).map(|_| (Point::Await, number)));
        points.extend(line.matches(sleeps).map(|_| (Point::BlockingSleep, number)));
    }
    points
}

/// The line of `python` that is the twin of line `line` of `rust`, where a task stops at that line. An await that is
/// written over several lines counts from its first to the one of its `.await`.
#[must_use]
pub fn twin_line(rust: &str, python: &str, line: u32) -> Option<u32> {
    let rust = rust_points(rust);
    let (place, (point, _)) = rust.iter().enumerate().find(|(_, (_, number))| *number >= line)?;
    let earlier = rust[..place].iter().filter(|(other, _)| other == point).count();
    python_points(python).into_iter().filter(|(other, _)| other == point).nth(earlier).map(|(_, number)| number)
}

/// How many awaits and blocking sleeps a Rust file and its twin have: twins have as many.
#[must_use]
pub fn suspension_points(rust: &str, python: &str) -> [(usize, usize); 2] {
    let count = |points: &[(Point, u32)]| {
        let awaits = points.iter().filter(|(point, _)| *point == Point::Await).count();
        (awaits, points.len() - awaits)
    };
    [count(&rust_points(rust)), count(&python_points(python))]
}

#[cfg(test)]
mod tests {
    use super::*;

    const RUST: &str = "//! .await in words\n\nasync fn f() {\n    gather([\n        g(),\n    ])\n    .await?;\n    time::sleep(1.0);\n    h().await;\n}\n";
    const PYTHON: &str =
        "async def f():\n    await gather(  # await it\n        g(),\n    )\n    time.sleep(1.0)\n    await h()\n";

    #[test]
    fn each_point_has_its_twin() {
        assert_eq!(twin_line(RUST, PYTHON, 7), Some(2));
        assert_eq!(twin_line(RUST, PYTHON, 4), Some(2));
        assert_eq!(twin_line(RUST, PYTHON, 8), Some(5));
        assert_eq!(twin_line(RUST, PYTHON, 9), Some(6));
        assert_eq!(twin_line(RUST, PYTHON, 10), None);
    }

    #[test]
    fn words_in_comments_do_not_count() {
        assert_eq!(suspension_points(RUST, PYTHON), [(2, 1), (2, 1)]);
    }
}
