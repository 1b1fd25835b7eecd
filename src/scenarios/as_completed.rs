//! Four orders, each received as soon as it is ready, up to a limit.

use crate::asyncio::{
    self, Outcome, Task, as_completed, create_named_task, gather, print,
};

parameters! {
    a001: seconds(0.0..=5.0) = 1.2,
    a002: seconds(0.0..=5.0) = 0.8,
    a003: seconds(0.0..=5.0) = 1.5,
    a004: seconds(0.0..=5.0) = 0.5,
    limit: seconds(0.0..=5.0) = 2.0,
}

async fn process(order: &str, seconds: f64) -> Outcome<String> {
    asyncio::sleep(seconds).await?;
    Ok(format!("{order} shipped"))
}

fn start(order: &'static str, seconds: f64) -> Task<String> {
    create_named_task(process(order, seconds), order)
}

async fn receive(orders: [Task<String>; 4], limit: f64) -> Outcome<()> {
    for order in as_completed(orders, limit) {
        let result = order.await?;
        print(format!("received: {result}"));
    }
    Ok(())
}

pub(super) async fn main(p: Parameters) -> Outcome<Vec<String>> {
    let orders = [
        start("A001", p.a001),
        start("A002", p.a002),
        start("A003", p.a003),
        start("A004", p.a004),
    ];
    match receive(orders.clone(), p.limit).await {
        Err(raised) if raised.is("TimeoutError") => {
            print("the others are late");
        }
        outcome => outcome?,
    }
    gather(orders).await
}
