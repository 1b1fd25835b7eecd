//! Three servers pinged side by side, each by a task of its own.

use crate::asyncio::{self, Outcome, Task, create_named_task, gather, print};

parameters! {
    pings: count(1..=20) = 3,
    web: seconds = 0.5,
    db: seconds = 0.7,
    api: seconds = 0.3,
}

async fn ping(server: &'static str, every: f64, count: u32) -> Outcome<String> {
    for number in 1..=count {
        asyncio::sleep(every).await?;
        print(format!("{server} ping {number}"));
    }
    Ok(format!("{server} done"))
}

fn start(server: &'static str, every: f64, count: u32) -> Task<String> {
    create_named_task(ping(server, every, count), server)
}

pub(super) async fn main(p: Parameters) -> Outcome<Vec<String>> {
    let tasks = [
        start("Web", p.web, p.pings),
        start("DB", p.db, p.pings),
        start("API", p.api, p.pings),
    ];
    print("three tasks created, none has started");
    gather(tasks).await
}
