//! Three services, a maximum of checks at a time, and one limit for all.

use crate::aiohttp::{ClientSession, ClientTimeout, TcpConnector};
use crate::asyncio::{
    self, Outcome, Raised, Random, ReturnWhen, Semaphore, Task,
    create_named_task, loop_time, print,
};

parameters! {
    source: source = "simulated",
    limit: count(1..=3) = 2,
    timeout: seconds(0.0..=10.0) = 10.0,
    chance: chance = 0.8,
    seed: seed = 25,
}

/// A service by its name, with its address at the lab server.
type Service = (&'static str, &'static str);

const SERVICES: [Service; 3] = [
    ("API-Users", "users/1"),
    ("API-Posts", "posts/1"),
    ("API-Albums", "albums/1"),
];

async fn real(
    session: ClientSession,
    path: &str,
    seconds: f64,
    up: bool,
) -> Outcome<Option<f64>> {
    let began = loop_time();
    let status = if up { 200 } else { 503 };
    let url = format!("{path}?delay={seconds:.3}&status={status}");
    let response = session.get(&url).await?;
    let latency = 1000.0 * (loop_time() - began);
    response.read().await?;
    Ok(response.ok().then_some(latency))
}

async fn ask(
    session: Option<ClientSession>,
    path: &str,
    seconds: f64,
    latency: Option<f64>,
) -> Outcome<Option<f64>> {
    if let Some(session) = session {
        return real(session, path, seconds, latency.is_some()).await;
    }
    asyncio::sleep(seconds).await?;
    Ok(latency)
}

async fn check(
    session: Option<ClientSession>,
    (service, path): Service,
    seconds: f64,
    latency: Option<f64>,
    slots: Semaphore,
) -> Outcome<&'static str> {
    let held = slots.hold().await?;
    let began = loop_time();
    let latency = match ask(session, path, seconds, latency).await {
        Err(Raised::Exception(_)) => None,
        answer => answer?,
    };
    drop(held);
    let took = loop_time() - began;
    let Some(latency) = latency else {
        print(format!("{service} | down | - | {took:.3} s"));
        return Ok("down");
    };
    print(format!("{service} | up | {latency:.0} ms | {took:.3} s"));
    Ok("up")
}

async fn finish(tasks: &[Task<&'static str>], timeout: f64) -> Outcome<()> {
    let all = ReturnWhen::AllCompleted;
    asyncio::wait(tasks.to_vec(), timeout, all).await?;
    for task in tasks {
        task.cancel();
    }
    asyncio::wait(tasks.to_vec(), None, all).await?;
    Ok(())
}

pub(super) async fn main(p: Parameters) -> Outcome<String> {
    let session = (p.source == "real").then(|| {
        ClientSession::new(ClientTimeout::default(), TcpConnector::default())
    });
    let mut random = Random::new(p.seed);
    let slots = Semaphore::new(p.limit as usize);
    let mut tasks = Vec::new();
    for service in SERVICES {
        let seconds = random.uniform(0.5, 2.0);
        let latency = random.uniform(50.0, 500.0);
        let latency = (random.random() < p.chance).then_some(latency);
        let (session, slots) = (session.clone(), slots.clone());
        let checking = check(session, service, seconds, latency, slots);
        tasks.push(create_named_task(checking, service.0));
    }
    let finished = finish(&tasks, p.timeout).await;
    if let Some(session) = session {
        session.close().await;
    }
    finished?;
    report(&tasks)
}

fn report(tasks: &[Task<&'static str>]) -> Outcome<String> {
    let (mut up, mut checked) = (0, 0);
    for task in tasks {
        if task.cancelled() {
            print(format!("{} | too late | - | -", task.name()));
        } else {
            checked += 1;
            up += u32::from(task.result()? == "up");
        }
    }
    if checked == 0 {
        return Ok("nothing was checked in time".to_owned());
    }
    let share = 100.0 * f64::from(up) / f64::from(checked);
    print(format!("all | {up}/{checked} | - | - | {share:.0}%"));
    Ok(format!("availability {share:.0}%"))
}
