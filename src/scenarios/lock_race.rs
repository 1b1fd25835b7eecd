//! Several tasks add to one counter, with a lock around it or without.

use std::cell::Cell;
use std::rc::Rc;

use crate::asyncio::{self, Lock, Outcome, print, task_group};

parameters! {
    lock: switch(vs) = false,
    tasks: count(1..=12) = 4,
    apart: seconds(0.0..=2.0) = 0.2,
    seconds: seconds(0.0..=2.0) = 0.5,
}

#[derive(Clone, Default)]
struct Counter {
    value: Rc<Cell<u32>>,
}

async fn increment(counter: Counter, seconds: f64) -> Outcome<()> {
    let seen = counter.value.get();
    asyncio::sleep(seconds).await?;
    counter.value.set(seen + 1);
    print(format!("read {seen}, wrote {}", seen + 1));
    Ok(())
}

async fn visit(
    counter: Counter,
    lock: Option<Lock>,
    arrival: f64,
    seconds: f64,
) -> Outcome<()> {
    asyncio::sleep(arrival).await?;
    if let Some(lock) = lock {
        let _held = lock.hold().await?;
        increment(counter, seconds).await
    } else {
        increment(counter, seconds).await
    }
}

pub(super) async fn main(p: Parameters) -> Outcome<u32> {
    let counter = Counter::default();
    let lock = if p.lock { Some(Lock::new()) } else { None };
    task_group(async |group| {
        for number in 0..p.tasks {
            let arrival = f64::from(number) * p.apart;
            let coroutine =
                visit(counter.clone(), lock.clone(), arrival, p.seconds);
            let name = format!("T{}", number + 1);
            group.create_named_task(coroutine, name)?;
        }
        Ok(())
    })
    .await?;
    let value = counter.value.get();
    print(format!("{} tasks, counter {value}", p.tasks));
    Ok(value)
}
