//! A crawler follows the links of a small site and asks for no page twice.

use std::cell::{Cell, RefCell};
use std::collections::BTreeSet;
use std::rc::Rc;

use crate::aiohttp::{ClientSession, ClientTimeout, TcpConnector};
use crate::asyncio::{
    self, Outcome, Raised, Semaphore, TaskGroup, loop_time, print, task_group,
};

parameters! {
    source: source = "simulated",
    depth: count(0..=4) = 3,
    limit: count(1..=8) = 2,
}

/// Each page as on the lab server: the seconds until it answers, its links.
const SITE: [(&str, f64, &[&str]); 7] = [
    ("home", 0.2, &["kitchen", "garden", "cellar"]),
    ("kitchen", 0.4, &["garden", "attic"]),
    ("garden", 0.3, &["home", "pond"]),
    ("pond", 0.3, &["garden", "slow"]),
    ("cellar", 0.3, &["kitchen", "old"]),
    ("slow", 1.5, &["cellar"]),
    ("new", 0.2, &["pond"]),
];
const MOVED: (&str, &str) = ("old", "new");

struct Crawl {
    session: Option<ClientSession>,
    group: TaskGroup,
    depth: u32,
    slots: Semaphore,
    seen: RefCell<BTreeSet<String>>,
    again: Cell<u32>,
}

impl Crawl {
    fn is_new(&self, page: &str) -> bool {
        // No await between check and insert: no other task runs in between.
        let new = self.seen.borrow_mut().insert(page.to_owned());
        self.again.set(self.again.get() + u32::from(!new));
        new
    }
}

/// The page that answered, its status and its links.
type Answer = (String, u16, Vec<String>);

async fn simulated(page: &str) -> Outcome<Answer> {
    let mut page = page;
    if page == MOVED.0 {
        asyncio::sleep(0.1).await?;
        page = MOVED.1;
    }
    let known = SITE.iter().find(|(name, ..)| *name == page);
    let (_, seconds, links) = *known.unwrap_or(&("", 0.1, &[]));
    asyncio::sleep(seconds).await?;
    let status = if links.is_empty() { 404 } else { 200 };
    let links = links.iter().map(|link| (*link).to_owned());
    Ok((page.to_owned(), status, links.collect()))
}

async fn real(session: &ClientSession, page: &str) -> Outcome<Answer> {
    let response = session.get(&format!("site/{page}")).await?;
    let body = response.text().await?;
    let parts = body.split("href=\"").skip(1);
    let links = parts.map(|part| last(part.split('"').next().unwrap_or("")));
    Ok((last(response.url()), response.status, links.collect()))
}

fn last(address: &str) -> String {
    address.rsplit('/').next().unwrap_or_default().to_owned()
}

fn arrows(links: &[String]) -> String {
    if links.is_empty() {
        "-".to_owned()
    } else {
        format!("-> {}", links.join(", "))
    }
}

async fn fetch(session: Option<&ClientSession>, page: &str) -> Outcome<Answer> {
    if let Some(session) = session {
        return real(session, page).await;
    }
    simulated(page).await
}

async fn visit(page: String, depth: u32, crawl: Rc<Crawl>) -> Outcome<()> {
    let slot = crawl.slots.hold().await?;
    let began = loop_time();
    print(format!("{page} | asked | {depth} | {began:.3} s"));
    let (found, status, links) =
        match fetch(crawl.session.as_ref(), &page).await {
            Err(Raised::Exception(error)) => {
                let times = format!("{depth} | {began:.3} s | -");
                print(format!("{page} | failed | {times} | {error}"));
                return Ok(());
            }
            outcome => outcome?,
        };
    drop(slot);
    let took = loop_time() - began;
    let times = format!("{depth} | {began:.3} s | {took:.3} s");
    if found != page {
        print(format!("{page} | moved | {times} | -> {found}"));
        if !crawl.is_new(&found) {
            return Ok(());
        }
    }
    print(format!("{found} | {status} | {times} | {}", arrows(&links)));
    if depth == crawl.depth {
        return Ok(());
    }
    for link in links {
        if crawl.is_new(&link) {
            let task = visit(link.clone(), depth + 1, Rc::clone(&crawl));
            crawl.group.create_named_task(task, link)?;
        }
    }
    Ok(())
}

pub(super) async fn main(p: Parameters) -> Outcome<String> {
    let session = (p.source == "real").then(|| {
        ClientSession::new(ClientTimeout::default(), TcpConnector::default())
    });
    let crawled = task_group(async |group| {
        let crawl = Rc::new(Crawl {
            session: session.clone(),
            group: group.clone(),
            depth: p.depth,
            slots: Semaphore::new(p.limit as usize),
            seen: RefCell::new(BTreeSet::from(["home".to_owned()])),
            again: Cell::new(0),
        });
        let home = visit("home".to_owned(), 0, Rc::clone(&crawl));
        group.create_named_task(home, "home")?;
        Ok(crawl)
    })
    .await;
    if let Some(session) = session {
        session.close().await;
    }
    let Crawl { seen, again, .. } = &*crawled?;
    let pages = seen.borrow().len();
    let again = again.get();
    Ok(format!("pages: {pages}, links to one again: {again}"))
}
