//! The same three downloads, gathered: while one waits, the others go on.

use crate::asyncio::{self, Outcome, Task, create_named_task, gather, print};

parameters! {
    first: seconds = 2.0,
    second: seconds = 1.0,
    third: seconds = 1.5,
}

async fn download(name: &'static str, seconds: f64) -> Outcome<String> {
    asyncio::sleep(seconds).await?;
    print(format!("{name} done"));
    Ok(format!("{name} done"))
}

fn start(name: &'static str, seconds: f64) -> Task<String> {
    create_named_task(download(name, seconds), name)
}

pub(super) async fn main(p: Parameters) -> Outcome<Vec<String>> {
    let tasks = [
        start("D1", p.first),
        start("D2", p.second),
        start("D3", p.third),
    ];
    gather(tasks).await
}
