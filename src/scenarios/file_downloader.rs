//! Files of different sizes, downloaded together, each with its progress.

use crate::asyncio::{
    self, Outcome, create_named_task, gather, loop_time, print,
};

parameters! {
    sizes: amounts(1.0..=50.0; 8) = [12.0, 30.0, 8.0, 20.0, 5.0],
    pace: seconds(0.01..=0.5) = 0.1,
}

const FILES: [&str; 8] = [
    "book", "film", "song", "game", "note", "map", "font", "icon",
];

async fn download(file: &'static str, size: f64, pace: f64) -> Outcome<String> {
    let began = loop_time();
    let mut took = 0.0;
    for tenth in 1..=10 {
        asyncio::sleep(size * pace / 10.0).await?;
        took = loop_time() - began;
        let speed = size * f64::from(tenth) / 10.0 / took;
        let percent = 10 * tenth;
        let so_far = format!("{percent}% | {took:.3} s | {speed:.1} MB/s");
        print(format!("{file} | {size:.1} MB | {so_far}"));
    }
    Ok(format!("{:.1} MB/s", size / took))
}

pub(super) async fn main(p: Parameters) -> Outcome<Vec<String>> {
    let mut tasks = Vec::new();
    for (file, size) in FILES.into_iter().zip(p.sizes) {
        let downloading = download(file, size, p.pace);
        tasks.push(create_named_task(downloading, file));
    }
    gather(tasks).await
}
