//! Finds the line of the Python twin for a line of the Rust file.
//!
//! Both files suspend at the same points in the same order. So the n-th `await` of one is the n-th of the other, and
//! the n-th blocking sleep or computation likewise. The conformance test compares this with the lines that `CPython`
//! recorded.

/// A point of a program where a task awaits or blocks the thread.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Point {
    Await,
    Hold,
}

/// The points of a Rust program, each with its line number from 1.
///
/// The `.await` of a block such as `timeout(1.0).within(async { ... }).await` is not counted: Python's `async with` has
/// none. A `task_group(` is counted in its first line, where Python has `async with`.
fn rust_points(source: &str) -> Vec<(Point, u32)> {
    let mut points = Vec::new();
    let mut before = "";
    for (number, line) in (1..).zip(source.lines()) {
        let code = line.split("//").next().unwrap_or_default();
        let of_a_block = |place: usize| {
            let head = code[..place].trim();
            if head.is_empty() { before } else { head }.ends_with("})")
        };
        let awaits = code.match_indices(".await").filter(|(place, _)| !of_a_block(*place)).count();
        let holds = code.matches("time::sleep(").count() + code.matches("time::burn(").count();
        add(&mut points, number, awaits + code.matches("task_group(").count(), holds);
        before = if code.trim().is_empty() { before } else { code.trim() };
    }
    points
}

/// The points of a Python program, each with its line number from 1. The `async with` of a timeout is not counted,
/// because it never suspends.
fn python_points(source: &str) -> Vec<(Point, u32)> {
    let mut points = Vec::new();
    for (number, line) in (1..).zip(source.lines()) {
        let code = line.split('#').next().unwrap_or_default();
        let count = |word: &str| code.matches(word).count();
        let awaits = count("await ") + count("async with ") - count("async with asyncio.timeout");
        add(&mut points, number, awaits, count("time.sleep(") + count("while time.perf_counter() <"));
    }
    points
}

fn add(points: &mut Vec<(Point, u32)>, line: u32, awaits: usize, holds: usize) {
    points.extend(std::iter::repeat_n((Point::Await, line), awaits));
    points.extend(std::iter::repeat_n((Point::Hold, line), holds));
}

/// The line of `python` that corresponds to line `line` of `rust`, if a task awaits or blocks there. An await that is
/// written over several lines is found from each of them, up to the line of its `.await`.
#[must_use]
pub fn twin_line(rust: &str, python: &str, line: u32) -> Option<u32> {
    let rust = rust_points(rust);
    let (place, (point, _)) = rust.iter().enumerate().find(|(_, (_, number))| *number >= line)?;
    let earlier = rust[..place].iter().filter(|(other, _)| other == point).count();
    python_points(python).into_iter().filter(|(other, _)| other == point).nth(earlier).map(|(_, number)| number)
}

/// The number of awaits, and of blocking calls, in a Rust file and in its twin. Twins have equal numbers.
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

    const RUST: &str = "//! .await in words\n\nasync fn f() {\n    gather([\n        g(),\n    ])\n    .await?;\n    time::sleep(1.0);\n    h().await;\n    time::burn(1.0);\n}\n";
    const PYTHON: &str = "async def f():\n    await gather(  # await it\n        g(),\n    )\n    time.sleep(1.0)\n    await h()\n    while time.perf_counter() < end:\n        pass\n";

    #[test]
    fn each_point_has_its_twin() {
        assert_eq!(twin_line(RUST, PYTHON, 7), Some(2));
        assert_eq!(twin_line(RUST, PYTHON, 4), Some(2));
        assert_eq!(twin_line(RUST, PYTHON, 8), Some(5));
        assert_eq!(twin_line(RUST, PYTHON, 9), Some(6));
        assert_eq!(twin_line(RUST, PYTHON, 10), Some(7));
        assert_eq!(twin_line(RUST, PYTHON, 11), None);
    }

    #[test]
    fn a_task_group_counts_at_its_head_and_a_timeout_not_at_all() {
        let rust = "task_group(async |group| {\n    f().await\n})\n.await?;\ntimeout(1.0).within(async { g().await }).await?;\nlock.hold().await?;\n";
        let python = "async with asyncio.TaskGroup() as group:\n    await f()\nasync with asyncio.timeout(1.0):\n    await g()\nasync with lock:\n    pass\n";
        assert_eq!(suspension_points(rust, python), [(4, 0), (4, 0)]);
        assert_eq!([1, 2, 5, 6].map(|line| twin_line(rust, python, line)), [1, 2, 4, 5].map(Some));
    }

    #[test]
    fn words_in_comments_do_not_count() {
        assert_eq!(suspension_points(RUST, PYTHON), [(2, 2), (2, 2)]);
    }
}
