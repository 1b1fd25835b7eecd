//! Three hikers, two stages: none goes down before all have come up.

use crate::asyncio::{
    self, Barrier, Outcome, Task, create_named_task, gather, print,
};

parameters! {
    h1: seconds(0.0..=5.0) = 1.0,
    h2: seconds(0.0..=5.0) = 2.5,
    h3: seconds(0.0..=5.0) = 1.5,
    descent: seconds(0.0..=5.0) = 0.5,
    parties: count(1..=4) = 3,
}

async fn hike(
    name: &str,
    ascent: f64,
    descent: f64,
    summit: Barrier,
) -> Outcome<()> {
    asyncio::sleep(ascent).await?;
    print(format!("{name} at the summit"));
    summit.wait().await?;
    asyncio::sleep(descent).await?;
    print(format!("{name} back"));
    Ok(())
}

fn start(
    name: &'static str,
    ascent: f64,
    descent: f64,
    summit: &Barrier,
) -> Task<()> {
    let coroutine = hike(name, ascent, descent, summit.clone());
    create_named_task(coroutine, name)
}

pub(super) async fn main(p: Parameters) -> Outcome<()> {
    let summit = Barrier::new(p.parties as usize)?;
    let hikers = [
        start("H1", p.h1, p.descent, &summit),
        start("H2", p.h2, p.descent, &summit),
        start("H3", p.h3, p.descent, &summit),
    ];
    gather(hikers).await?;
    Ok(())
}
