//! One timeout inside another: each handles only its own cancellation.

use crate::asyncio::{self, Outcome, print, timeout};

parameters! {
    search: seconds(0.0..=5.0) = 3.0,
    show: seconds(0.0..=5.0) = 1.0,
    inner: seconds(0.0..=5.0) = 2.0,
    outer: seconds(0.0..=5.0) = 4.0,
}

async fn step(name: &str, seconds: f64) -> Outcome<()> {
    if let Err(cancelled) = asyncio::sleep(seconds).await {
        print(format!("{name}: CancelledError"));
        return Err(cancelled);
    }
    print(format!("{name} done"));
    Ok(())
}

async fn find(seconds: f64, limit: f64) -> Outcome<()> {
    match timeout(limit).within(step("search", seconds)).await {
        Err(raised) if raised.is("TimeoutError") => {
            print("search: TimeoutError, the cache will do");
            Ok(())
        }
        outcome => outcome,
    }
}

pub(super) async fn main(p: Parameters) -> Outcome<&'static str> {
    let outcome = timeout(p.outer)
        .within(async {
            find(p.search, p.inner).await?;
            step("show", p.show).await
        })
        .await;
    match outcome {
        Err(raised) if raised.is("TimeoutError") => {
            print("page: TimeoutError");
            Ok("no page")
        }
        outcome => outcome.map(|()| "page shown"),
    }
}
