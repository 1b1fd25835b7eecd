//! Three visitors at a door, and an event that says that it is open.

use crate::asyncio::{
    self, Event, Outcome, Task, create_named_task, gather, print,
};

parameters! {
    v1: seconds(0.0..=5.0) = 0.5,
    v2: seconds(0.0..=5.0) = 1.0,
    v3: seconds(0.0..=5.0) = 2.5,
    opening: seconds(0.0..=5.0) = 2.0,
}

async fn visit(name: &str, arrival: f64, door: Event) -> Outcome<()> {
    asyncio::sleep(arrival).await?;
    print(format!("{name} arrives"));
    door.wait().await?;
    print(format!("{name} goes in"));
    Ok(())
}

fn start(name: &'static str, arrival: f64, door: &Event) -> Task<()> {
    create_named_task(visit(name, arrival, door.clone()), name)
}

pub(super) async fn main(p: Parameters) -> Outcome<()> {
    let door = Event::new();
    let visitors = [
        start("V1", p.v1, &door),
        start("V2", p.v2, &door),
        start("V3", p.v3, &door),
    ];
    asyncio::sleep(p.opening).await?;
    door.set();
    print("the door is open");
    gather(visitors).await?;
    Ok(())
}
