//! Two calls, each under a limit: one answers in time, one is cancelled.

use crate::asyncio::{self, Outcome, create_named_task, print, wait_for};

parameters! {
    quick: seconds(0.0..=5.0) = 1.0,
    quick_limit: seconds(0.0..=5.0) = 2.0,
    slow: seconds(0.0..=5.0) = 3.0,
    slow_limit: seconds(0.0..=5.0) = 1.0,
    cleanup: seconds(0.0..=5.0) = 0.0,
}

async fn call(name: &str, seconds: f64, cleanup: f64) -> Outcome<String> {
    if let Err(cancelled) = asyncio::sleep(seconds).await {
        asyncio::sleep(cleanup).await?;
        return Err(cancelled);
    }
    Ok(format!("{name} answered"))
}

async fn ask(
    name: &'static str,
    seconds: f64,
    limit: f64,
    cleanup: f64,
) -> Outcome<String> {
    let task = create_named_task(call(name, seconds, cleanup), name);
    let answer = match wait_for(task, limit).await {
        Err(raised) if raised.is("TimeoutError") => {
            format!("{name}: TimeoutError")
        }
        outcome => outcome?,
    };
    print(answer.clone());
    Ok(answer)
}

pub(super) async fn main(p: Parameters) -> Outcome<Vec<String>> {
    Ok(vec![
        ask("quick", p.quick, p.quick_limit, p.cleanup).await?,
        ask("slow", p.slow, p.slow_limit, p.cleanup).await?,
    ])
}
