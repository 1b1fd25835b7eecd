//! Real requests, all at once: what the network answers, and when.

use crate::aiohttp::{ClientSession, ClientTimeout, TcpConnector};
use crate::asyncio::{
    Outcome, create_named_task, gather_return_exceptions, print,
};

parameters! {
    urls: addresses(50) = "status/200 delay/1 json bytes/300000?over=0.5",
    repeat: count(1..=20) = 1,
    total: seconds(0.1..=300.0) = 10.0,
    sock_read: seconds(0.1..=30.0) = 10.0,
    limit: count(1..=100) = 5,
    limit_per_host: count(0..=100) = 0,
}

async fn fetch(session: ClientSession, url: String) -> Outcome<u32> {
    let response = session.get(&url).await?;
    let mut size = 0;
    loop {
        let part = response.readany().await?;
        if part.is_empty() {
            break;
        }
        size += part.len();
    }
    print(format!("{url}: {}, {size} bytes", response.status));
    Ok(response.status.into())
}

pub(super) async fn main(p: Parameters) -> Outcome<Vec<Outcome<u32>>> {
    let session = ClientSession::new(
        ClientTimeout {
            total: Some(p.total),
            sock_read: Some(p.sock_read),
            ..ClientTimeout::default()
        },
        TcpConnector {
            limit: p.limit,
            limit_per_host: p.limit_per_host,
        },
    );
    let urls = vec![p.urls; p.repeat as usize].concat();
    let tasks = urls.into_iter().zip(1..).map(|(url, number)| {
        create_named_task(fetch(session.clone(), url), format!("R{number}"))
    });
    let results = gather_return_exceptions(tasks);
    let outcome = results.await;
    session.close().await;
    outcome
}
