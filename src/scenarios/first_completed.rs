//! Three mirrors race; the losers run on until somebody stops them.

use crate::asyncio::{
    self, Outcome, ReturnWhen, Task, create_named_task,
    gather_return_exceptions, print, wait,
};

parameters! {
    north: seconds(0.0..=5.0) = 1.3,
    south: seconds(0.0..=5.0) = 1.0,
    west: seconds(0.0..=5.0) = 2.5,
    pause: seconds(0.0..=5.0) = 0.5,
}

type Mirror = &'static str;

async fn fetch(mirror: Mirror, seconds: f64) -> Outcome<Mirror> {
    asyncio::sleep(seconds).await?;
    print(format!("{mirror} answered"));
    Ok(mirror)
}

fn start(mirror: Mirror, seconds: f64) -> Task<Mirror> {
    create_named_task(fetch(mirror, seconds), mirror)
}

pub(super) async fn main(p: Parameters) -> Outcome<Vec<Outcome<Mirror>>> {
    let mirrors = [
        start("north", p.north),
        start("south", p.south),
        start("west", p.west),
    ];
    let (done, pending) =
        wait(mirrors.clone(), None, ReturnWhen::FirstCompleted).await?;
    print(format!(
        "{} done, {} still running",
        done.len(),
        pending.len()
    ));
    asyncio::sleep(p.pause).await?;
    for mirror in &mirrors {
        mirror.cancel(); // no effect on those that are done
    }
    gather_return_exceptions(mirrors).await
}
