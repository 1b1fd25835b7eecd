//! Tests of the client with a simulated network in logical time.

use std::cell::Cell;
use std::rc::Rc;

use super::{Carried, ClientSession, ClientTimeout, LARGEST_BODY, Receiver, TcpConnector, Transport, carry_with};
use crate::asyncio::{EventLoop, Outcome, call_later, create_named_task, gather_return_exceptions, print, sleep};
use crate::trace::{Cursor, Log, RequestEnd, Story, Timeline};

/// A simulated network. It answers `2.0/404/10` after 2.0 seconds with the status 404, and sends 10 bytes half a second
/// later. Status 0 is a failure. A fourth number simulates a redirect.
#[derive(Default)]
struct Network {
    open: Rc<Cell<u32>>,
    most: Cell<u32>,
    aborted: Rc<Cell<u32>>,
}

struct UnderWay {
    over: Rc<Cell<bool>>,
    open: Rc<Cell<u32>>,
    aborted: Rc<Cell<u32>>,
}

impl Drop for UnderWay {
    fn drop(&mut self) {
        self.open.set(self.open.get() - 1);
        if !self.over.get() {
            self.aborted.set(self.aborted.get() + 1);
        }
    }
}

impl Transport for Network {
    // The addresses in these tests contain small whole numbers.
    #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
    fn get(&self, url: &str, receiver: Receiver) -> Carried {
        let path = url.rsplit_once("//").map_or(url, |(_, rest)| rest.split_once('/').map_or("", |(_, path)| path));
        let mut parts = path.split('/').map(|part| part.parse::<f64>().expect("a number"));
        let mut part = || parts.next().unwrap_or_default();
        let (seconds, status, bytes) = (part(), part(), part());
        let moved = (part() > 0.0).then(|| "http://a.example/new".to_owned());
        let over = Rc::new(Cell::new(false));
        self.open.set(self.open.get() + 1);
        self.most.set(self.most.get().max(self.open.get()));
        let ended = Rc::clone(&over);
        call_later(seconds, move || {
            if status == 0.0 {
                ended.set(true);
                return receiver.failed("Failed to fetch".to_owned());
            }
            receiver.answered(
                status as u16,
                vec![("content-length".into(), (bytes as usize).to_string())],
                moved,
                false,
            );
            call_later(0.5, move || {
                ended.set(true);
                receiver.received(vec![b'x'; bytes as usize]);
                receiver.done();
            });
        });
        Box::new(UnderWay { over, open: Rc::clone(&self.open), aborted: Rc::clone(&self.aborted) })
    }
}

const NO_LIMIT: ClientTimeout = ClientTimeout { total: None, connect: None, sock_read: None };
const MANY: TcpConnector = TcpConnector { limit: 0, limit_per_host: 0 };

async fn fetch(session: ClientSession, url: &'static str) -> Outcome<(u32, usize)> {
    let response = session.get(url).await?;
    let body = response.read().await?;
    Ok((response.status.into(), body.len()))
}

async fn all(session: ClientSession, urls: &'static [&'static str]) -> Outcome<()> {
    let tasks = urls.iter().map(|url| create_named_task(fetch(session.clone(), url), *url));
    gather_return_exceptions(tasks).await?;
    Ok(())
}

/// Runs `program` to its end. Returns its story, its last timeline and the network.
fn run(program: impl Future<Output = Outcome<()>> + 'static) -> (String, Timeline, Rc<Network>) {
    let (log, network) = (Log::shared(), Rc::new(Network::default()));
    carry_with(Some(network.clone()));
    let event_loop = EventLoop::new(file!(), &log);
    event_loop.start(program);
    event_loop.run_to_end();
    carry_with(None);
    let log = log.borrow();
    (Story::from_events(log.events()).to_string(), Timeline::at(&log, Cursor::end(&log)), network)
}

#[test]
fn a_status_is_no_exception_and_a_failed_request_leaves_the_others_running() {
    let urls = &["1/200/10", "2/404/20", "1.5/0"];
    let (story, picture, network) = run(all(ClientSession::new(NO_LIMIT, MANY), urls));
    assert!(story.contains("1.500 1/200/10 finished (200, 10)"), "{story}");
    assert!(story.contains("2.500 2/404/20 finished (404, 20)"), "{story}");
    assert!(story.contains("1.500 1.5/0 failed ClientConnectionError: Failed to fetch"), "{story}");
    let [first, second, third] = &picture.requests[..] else { panic!("{:?}", picture.requests) };
    assert_eq!((first.queued, first.sent, first.answered), (0.0, Some(0.0), Some(1.0)));
    assert_eq!((first.status, first.bytes, first.length), (Some(200), 10, Some(10)));
    assert_eq!(second.end, Some((2.5, RequestEnd::Done)));
    assert_eq!(third.end, Some((1.5, RequestEnd::Failed("Failed to fetch".into()))));
    assert_eq!((network.open.get(), network.aborted.get()), (0, 0));
}

#[test]
fn raise_for_status_raises_from_400_on() {
    let (story, ..) = run(async {
        let session = ClientSession::new(NO_LIMIT, MANY);
        session.get("0/399").await?.raise_for_status()?;
        session.get("0/404").await?.raise_for_status()
    });
    assert!(story.ends_with("0.000 main failed ClientResponseError: 404, url='0/404'\n"), "{story}");
}

#[test]
fn a_response_has_the_address_after_redirects() {
    let (story, ..) = run(async {
        let session = ClientSession::new(NO_LIMIT, MANY);
        for url in ["0/200/0/0", "0/200/0/1"] {
            print(session.get(url).await?.url().to_owned());
        }
        Ok(())
    });
    assert!(story.contains("printed \"0/200/0/0\"\n"), "{story}");
    assert!(story.contains("printed \"http://a.example/new\"\n"), "{story}");
}

#[test]
fn requests_never_exceed_the_limit_and_wait_in_order() {
    let urls = &["1/200", "1/201", "1/202", "1/203", "1/204"];
    let connector = TcpConnector { limit: 2, limit_per_host: 0 };
    let (_, picture, network) = run(all(ClientSession::new(NO_LIMIT, connector), urls));
    assert_eq!(network.most.get(), 2);
    let sent: Vec<_> = picture.requests.iter().map(|request| request.sent).collect();
    assert_eq!(sent, [0.0, 0.0, 1.5, 1.5, 3.0].map(Some));
}

#[test]
fn one_host_may_have_a_limit_of_its_own() {
    let urls = &["http://a/1/200", "http://a/1/200", "http://b/1/200"];
    let connector = TcpConnector { limit: 3, limit_per_host: 1 };
    let (_, picture, _) = run(all(ClientSession::new(NO_LIMIT, connector), urls));
    let sent: Vec<_> = picture.requests.iter().map(|request| request.sent).collect();
    assert_eq!(sent, [0.0, 1.5, 0.0].map(Some));
}

#[test]
fn a_cancelled_task_aborts_its_request_and_its_connection_goes_to_the_next() {
    let (story, picture, network) = run(async {
        let session = ClientSession::new(NO_LIMIT, TcpConnector { limit: 1, limit_per_host: 0 });
        let slow = create_named_task(fetch(session.clone(), "9/200"), "slow");
        let dropped = create_named_task(fetch(session.clone(), "8/200"), "in line");
        let next = create_named_task(fetch(session, "1/200"), "next");
        sleep(2.0).await?;
        dropped.cancel();
        slow.cancel();
        next.await?;
        Ok(())
    });
    assert!(story.contains("2.000 slow cancelled") && story.contains("2.000 in line cancelled"), "{story}");
    assert!(story.contains("3.500 next finished (200, 0)"), "{story}");
    assert_eq!((network.open.get(), network.aborted.get()), (0, 1));
    let ends: Vec<_> = picture.requests.iter().map(|request| request.end.clone()).collect();
    let aborted = Some((2.0, RequestEnd::Aborted));
    assert_eq!(ends, [aborted.clone(), aborted, Some((3.5, RequestEnd::Done))]);
    assert_eq!(picture.requests[1].sent, None, "the second request was never sent");
}

#[test]
fn a_connection_that_is_granted_to_a_cancelled_task_goes_to_the_next() {
    let (story, _, network) = run(async {
        let session = ClientSession::new(NO_LIMIT, TcpConnector { limit: 1, limit_per_host: 0 });
        let _first = create_named_task(fetch(session.clone(), "1/200"), "first");
        let second = create_named_task(fetch(session.clone(), "1/200"), "second");
        let third = create_named_task(fetch(session, "1/200"), "third");
        // At 1.5 the first request is done. The second one gets its connection in the same iteration.
        sleep(1.5).await?;
        sleep(0.0).await?;
        second.cancel();
        third.await?;
        Ok(())
    });
    assert!(story.contains("1.500 second cancelled") && story.contains("3.000 third finished"), "{story}");
    assert_eq!(network.open.get(), 0);
}

#[test]
fn each_limit_raises_its_own_timeout() {
    for (timeout, url, raised) in [
        (ClientTimeout { total: Some(1.0), ..NO_LIMIT }, "2/200", "1.000 2/200 failed TimeoutError\n"),
        (ClientTimeout { total: Some(1.2), ..NO_LIMIT }, "1/200", "1.200 1/200 failed TimeoutError\n"),
        (
            ClientTimeout { sock_read: Some(0.3), total: Some(9.0), ..NO_LIMIT },
            "0.2/200",
            "0.500 0.2/200 failed SocketTimeoutError: Timeout on reading data from socket\n",
        ),
        (ClientTimeout { sock_read: Some(0.6), total: Some(9.0), ..NO_LIMIT }, "0.2/200/1", "0.700 0.2/200/1 finished"),
    ] {
        let session = ClientSession::new(timeout, MANY);
        let (story, _, network) = run(async move {
            let _ = create_named_task(fetch(session, url), url).await;
            Ok(())
        });
        assert!(story.contains(raised), "{story}");
        assert_eq!(network.open.get(), 0);
    }
    let connect = ClientTimeout { connect: Some(0.5), ..NO_LIMIT };
    let one = TcpConnector { limit: 1, limit_per_host: 0 };
    let (story, ..) = run(all(ClientSession::new(connect, one), &["1/200", "0/200"]));
    assert!(story.contains("0.500 0/200 failed ConnectionTimeoutError: Connection timeout to host"), "{story}");
}

#[test]
fn while_a_request_waits_for_a_connection_the_earlier_of_two_limits_counts() {
    for (connect, total, raised) in [
        (0.5, 1.0, "0.500 0/200 failed ConnectionTimeoutError: Connection timeout to host\n"),
        (1.0, 0.5, "0.500 0/200 failed TimeoutError\n"),
        (0.5, 0.5, "0.500 0/200 failed TimeoutError\n"),
    ] {
        let limits = ClientTimeout { connect: Some(connect), total: Some(total), ..NO_LIMIT };
        let (story, ..) =
            run(all(ClientSession::new(limits, TcpConnector { limit: 1, limit_per_host: 0 }), &["9/200", "0/200"]));
        assert!(story.contains(raised), "connect {connect}, total {total}: {story}");
    }
}

#[test]
fn a_body_comes_in_parts_and_none_is_larger_than_allowed() {
    let (story, ..) = run(async {
        let session = ClientSession::new(NO_LIMIT, MANY);
        let response = session.get("1/200/5").await?;
        print(format!("{} {:?}", response.status, response.header("content-length")));
        print(format!("{}", response.readany().await?.len()));
        print(format!("{}", response.readany().await?.len()));
        print(session.get("0/200/3").await?.text().await?);
        Ok(())
    });
    assert!(
        story.contains(
            "1.000 main printed \"200 Some(\\\"5\\\")\"\n1.500 main printed \"5\"\n1.500 main printed \"0\"\n"
        ),
        "{story}"
    );
    assert!(story.contains("2.000 main printed \"xxx\""), "{story}");
    let url = "0/200/10000001";
    assert_eq!(LARGEST_BODY, 10_000_000);
    let (story, picture, _) =
        run(all(ClientSession::new(NO_LIMIT, MANY), std::slice::from_ref(Box::leak(Box::new(url)))));
    assert!(story.contains("failed ClientPayloadError: the body has more than 10000000 bytes"), "{story}");
    assert!(matches!(picture.requests[0].end, Some((_, RequestEnd::Failed(_)))));
}

#[test]
fn a_response_that_nobody_reads_is_aborted() {
    let (_, picture, network) = run(async {
        let _ = ClientSession::new(NO_LIMIT, MANY).get("1/200/5").await?;
        sleep(3.0).await
    });
    assert_eq!(picture.requests[0].end, Some((1.0, RequestEnd::Aborted)));
    assert_eq!(network.aborted.get(), 1);
}

#[test]
fn without_a_network_each_request_fails_and_says_so() {
    let log = Log::shared();
    let event_loop = EventLoop::new(file!(), &log);
    event_loop.start(async { fetch(ClientSession::new(NO_LIMIT, MANY), "1/200").await });
    event_loop.run_to_end();
    let story = Story::from_events(log.borrow().events()).to_string();
    assert!(story.ends_with("0.000 main failed ClientConnectionError: there is no network here\n"), "{story}");
}
