//! One coroutine: called, awaited and finished, all within the main task.

use crate::asyncio::{self, Outcome, print};

parameters! {
    name: word = "Alice",
    seconds: seconds = 1.0,
}

async fn greet(name: String, seconds: f64) -> Outcome<String> {
    asyncio::sleep(seconds).await?;
    Ok(format!("Hello {name}!"))
}

pub(super) async fn main(p: Parameters) -> Outcome<String> {
    let greeting = greet(p.name, p.seconds).await?;
    print(greeting.clone());
    Ok(greeting)
}
