//! One coroutine that awaits three times: the waits add up.

use crate::asyncio::{self, Outcome, print};

parameters! {
    first: seconds = 0.5,
    second: seconds = 0.3,
    third: seconds = 0.2,
}

async fn visit(first: f64, second: f64, third: f64) -> Outcome<&'static str> {
    asyncio::sleep(first).await?;
    print("connected");
    asyncio::sleep(second).await?;
    print("logged in");
    asyncio::sleep(third).await?;
    print("page received");
    Ok("three steps")
}

pub(super) async fn main(p: Parameters) -> Outcome<&'static str> {
    visit(p.first, p.second, p.third).await
}
