//! A producer and its consumers, with room for few items between them.

use crate::asyncio::{
    self, Outcome, Queue, Task, create_named_task, gather_return_exceptions,
    print,
};

parameters! {
    items: count(1..=20) = 5,
    room: count(1..=20) = 2,
    consumers: count(1..=5) = 1,
    make: seconds(0.0..=5.0) = 0.4,
    work: seconds(0.0..=5.0) = 1.5,
}

async fn produce(queue: Queue<u32>, items: u32, seconds: f64) -> Outcome<()> {
    for item in 1..=items {
        asyncio::sleep(seconds).await?;
        queue.put(item).await?;
        print(format!("put {item}, {} in the queue", queue.qsize()));
    }
    Ok(())
}

async fn consume(queue: Queue<u32>, seconds: f64) -> Outcome<()> {
    loop {
        let item = queue.get().await?;
        asyncio::sleep(seconds).await?;
        print(format!("done with {item}"));
        queue.task_done()?;
    }
}

pub(super) async fn main(p: Parameters) -> Outcome<()> {
    let queue = Queue::new(p.room as usize);
    let consume = |number| {
        create_named_task(consume(queue.clone(), p.work), format!("C{number}"))
    };
    let workers: Vec<Task<()>> = (1..=p.consumers).map(consume).collect();
    let produce = produce(queue.clone(), p.items, p.make);
    create_named_task(produce, "P").await?;
    queue.join().await?;
    for worker in &workers {
        worker.cancel();
    }
    gather_return_exceptions(workers).await?;
    Ok(())
}
