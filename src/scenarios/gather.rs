//! Four orders gathered: the results come back in the order of the arguments.

use crate::asyncio::{self, Outcome, Task, create_named_task, gather, print};

parameters! {
    a001: seconds = 1.2,
    a002: seconds = 0.8,
    a003: seconds = 1.5,
    a004: seconds = 0.5,
}

async fn process(order: &'static str, seconds: f64) -> Outcome<String> {
    asyncio::sleep(seconds).await?;
    print(format!("{order} ready"));
    Ok(format!("{order} shipped"))
}

fn start(order: &'static str, seconds: f64) -> Task<String> {
    create_named_task(process(order, seconds), order)
}

pub(super) async fn main(p: Parameters) -> Outcome<Vec<String>> {
    let orders = [
        start("A001", p.a001),
        start("A002", p.a002),
        start("A003", p.a003),
        start("A004", p.a004),
    ];
    let results = gather(orders).await?;
    print("all orders shipped");
    Ok(results)
}
