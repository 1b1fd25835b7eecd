//! Two tasks tick, a third one blocks: the event loop or a worker.

use crate::asyncio::{
    self, Outcome, create_named_task, gather, print, time, to_thread,
};

parameters! {
    r#where: choice("loop" vs "worker") = "loop",
    how: choice("cpu" | "sleep") = "cpu",
    start: seconds(0.0..=3.0) = 0.7,
    block: seconds(0.0..=3.0) = 1.5,
    fast: seconds(0.0..=2.0) = 0.5,
    slow: seconds(0.0..=2.0) = 0.8,
    ticks: count(1..=10) = 4,
}

fn hold(how: &str, seconds: f64) -> Outcome<&'static str> {
    if how == "cpu" {
        time::burn(seconds);
        return Ok("computed");
    }
    time::sleep(seconds)?;
    Ok("slept")
}

async fn tick(name: &str, every: f64, ticks: u32) -> Outcome<()> {
    for number in 1..=ticks {
        asyncio::sleep(every).await?;
        print(format!("{name} ticks {number}"));
    }
    Ok(())
}

async fn work(
    r#where: &str,
    how: &'static str,
    start: f64,
    seconds: f64,
) -> Outcome<()> {
    asyncio::sleep(start).await?;
    let result = if r#where == "loop" {
        hold(how, seconds)?
    } else {
        to_thread(move || hold(how, seconds)).await?
    };
    print(result);
    Ok(())
}

pub(super) async fn main(p: Parameters) -> Outcome<()> {
    gather([
        create_named_task(tick("fast", p.fast, p.ticks), "fast"),
        create_named_task(tick("slow", p.slow, p.ticks), "slow"),
        create_named_task(work(p.r#where, p.how, p.start, p.block), "work"),
    ])
    .await?;
    Ok(())
}
