//! Three downloads, one after the other; each holds the thread while it waits.

use crate::asyncio::{Outcome, print, time};

parameters! {
    first: seconds = 2.0,
    second: seconds = 1.0,
    third: seconds = 1.5,
}

fn download(name: &str, seconds: f64) -> Outcome<String> {
    time::sleep(seconds)?;
    print(format!("{name} done"));
    Ok(format!("{name} done"))
}

pub(super) async fn main(p: Parameters) -> Outcome<Vec<String>> {
    Ok(vec![
        download("D1", p.first)?,
        download("D2", p.second)?,
        download("D3", p.third)?,
    ])
}
