//! Runs random programs on our loop: a line of JSON in, the lines of its story out, as JSON; `null` for what is no
//! program. `make fuzz` asks it.

#[path = "../tests/conformance/programs/mod.rs"]
mod programs;

use std::io::{self, BufRead, Write};

fn main() -> io::Result<()> {
    let mut stories = io::stdout().lock();
    for line in io::stdin().lock().lines() {
        let program = serde_json::from_str(&line?).ok();
        serde_json::to_writer(&mut stories, &program.as_ref().map(programs::interpreter::tell))?;
        stories.write_all(b"\n")?;
        stories.flush()?;
    }
    Ok(())
}
