//! Three workers are asked to stop: one does, one tidies up, one refuses.

use crate::asyncio::{
    self, Outcome, create_named_task, gather_return_exceptions, print,
};

parameters! {
    work: seconds(0.0..=5.0) = 4.0,
    patience: seconds(0.0..=5.0) = 1.0,
    cleanup: seconds(0.0..=5.0) = 0.5,
    more: seconds(0.0..=5.0) = 2.0,
}

async fn obey(seconds: f64) -> Outcome<&'static str> {
    asyncio::sleep(seconds).await?;
    Ok("finished")
}

async fn tidy_up(seconds: f64, cleanup: f64) -> Outcome<&'static str> {
    if let Err(cancelled) = asyncio::sleep(seconds).await {
        print("tidying up");
        asyncio::sleep(cleanup).await?;
        return Err(cancelled);
    }
    Ok("finished")
}

async fn refuse(seconds: f64, more: f64) -> Outcome<&'static str> {
    if asyncio::sleep(seconds).await.is_err() {
        print("not yet");
        asyncio::sleep(more).await?;
    }
    Ok("finished")
}

type Results = Vec<Outcome<&'static str>>;

pub(super) async fn main(p: Parameters) -> Outcome<Results> {
    let workers = [
        create_named_task(obey(p.work), "obedient"),
        create_named_task(tidy_up(p.work, p.cleanup), "tidy"),
        create_named_task(refuse(p.work, p.more), "stubborn"),
    ];
    asyncio::sleep(p.patience).await?;
    for worker in &workers {
        worker.cancel();
    }
    print("all three asked to stop");
    gather_return_exceptions(workers).await
}
