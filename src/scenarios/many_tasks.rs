//! Many tasks, all waiting at the same time.

use crate::asyncio::{self, Outcome, gather, print};

parameters! {
    tasks: count(1..=100_000) = 100,
    seconds: seconds(0.0..=5.0) = 1.0,
}

async fn wait(seconds: f64) -> Outcome<()> {
    asyncio::sleep(seconds).await
}

pub(super) async fn main(p: Parameters) -> Outcome<()> {
    gather((0..p.tasks).map(|_| wait(p.seconds))).await?;
    let waiting = f64::from(p.tasks) * p.seconds;
    print(format!("{} tasks, {waiting:.1} s of waiting", p.tasks));
    Ok(())
}
