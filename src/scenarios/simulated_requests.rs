//! The same requests, with the same draws, one after the other or all at once.

use crate::asyncio::{
    self, Outcome, Random, Task, create_named_task, gather, print,
};

parameters! {
    strategy: choice("sequential" vs "concurrent") = "concurrent",
    requests: count(1..=7) = 5,
    fastest: seconds(0.0..=5.0) = 0.5,
    slowest: seconds(0.0..=5.0) = 2.0,
    seed: seed = 8,
}

const URLS: [&str; 7] = [
    "/users", "/posts", "/albums", "/photos", "/todos", "/tags", "/news",
];
const STATUSES: [u32; 5] = [200, 200, 200, 404, 500];

type Draw = (&'static str, f64, u32);

async fn fetch((url, seconds, status): Draw) -> Outcome<String> {
    asyncio::sleep(seconds).await?;
    print(format!("{url} | {status} | {seconds:.3} s"));
    Ok(format!("{url}: {status}"))
}

fn start(draw: Draw) -> Task<String> {
    create_named_task(fetch(draw), draw.0)
}

pub(super) async fn main(p: Parameters) -> Outcome<Vec<String>> {
    let mut random = Random::new(p.seed);
    let mut draws = Vec::new();
    for url in URLS.into_iter().take(p.requests as usize) {
        let seconds = random.uniform(p.fastest, p.slowest);
        draws.push((url, seconds, *random.choice(&STATUSES)));
    }

    if p.strategy == "sequential" {
        let mut answers = Vec::new();
        for draw in draws {
            answers.push(start(draw).await?);
        }
        return Ok(answers);
    }
    gather(draws.into_iter().map(start)).await
}
