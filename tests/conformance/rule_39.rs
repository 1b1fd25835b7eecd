//! Rule 39 is about aiohttp, not about the event loop. So these tests have no recorded story. They expect what aiohttp
//! 3.14.5 did on `CPython` 3.13.0, with a `ClientSession()` and a local server:
//!
//!     print(aiohttp.client.DEFAULT_TIMEOUT)   # ClientTimeout(total=300, connect=None, sock_read=None, ...)
//!     connector.limit, connector.limit_per_host   # 100 0
//!     response = await session.get(".../404")     # response.status 404, response.ok False, no exception
//!     response.raise_for_status()                 # ClientResponseError

use std::rc::Rc;

use loopscope::aiohttp::{Carried, ClientSession, ClientTimeout, Receiver, TcpConnector, Transport, carry_with};
use loopscope::asyncio::{self, Outcome, Raised, Repr, call_soon, loop_time, print};

/// Answers `/404` with that status and the body `x`; never answers `/silence`.
struct Server;

impl Transport for Server {
    fn get(&self, url: &str, receiver: Receiver) -> Carried {
        if let Some(status) = url.strip_prefix('/').and_then(|status| status.parse().ok()) {
            call_soon(move || {
                receiver.answered(status, Vec::new(), None, true);
                receiver.received(b"x".to_vec());
                receiver.done();
            });
        }
        Box::new(())
    }
}

fn told(program: impl Future<Output = Outcome<()>> + 'static) -> (Outcome<()>, Vec<String>) {
    carry_with(Some(Rc::new(Server)));
    let (outcome, story) = asyncio::run(program);
    carry_with(None);
    let printed = story.0.into_iter().filter(|line| line.what.starts_with("printed"));
    (outcome, printed.map(|line| line.to_string()).collect())
}

#[test]
fn rule_39_a_status_is_no_exception_and_a_session_sends_many_requests() {
    let (outcome, printed) = told(async {
        let session = ClientSession::new(ClientTimeout::default(), TcpConnector::default());
        for url in ["/200", "/404", "/503"] {
            let response = session.get(url).await?;
            print(format!("{} {} {}", response.status, response.ok().repr(), response.text().await?));
        }
        session.get("/404").await?.raise_for_status()
    });
    let expected = ["200 True x", "404 False x", "503 False x"].map(|text| format!("0.000 main printed \"{text}\""));
    assert_eq!(printed, expected);
    assert!(outcome.is_err_and(|raised| raised.is("ClientResponseError")));
}

#[test]
fn rule_39_a_session_waits_300_seconds_by_default() {
    assert_eq!(TcpConnector::default(), TcpConnector { limit: 100, limit_per_host: 0 });
    let (outcome, printed) = told(async {
        let session = ClientSession::new(ClientTimeout::default(), TcpConnector::default());
        let raised = session.get("/silence").await.err();
        print(loop_time().repr());
        raised.map_or(Ok(()), Err)
    });
    assert_eq!(printed, ["300.000 main printed \"300.0\""]);
    assert!(matches!(&outcome, Err(Raised::Exception(exception)) if exception.class.as_str() == "TimeoutError"));
}
