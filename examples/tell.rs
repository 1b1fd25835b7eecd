//! Runs random programs on our loop: reads a program as a line of JSON and writes its story's lines as JSON, or `null`
//! if the line is not a program. `make fuzz` runs this.

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
