//! A bot for three users: one queue, a state for each, and a slow command.

use std::cell::RefCell;
use std::rc::Rc;

use crate::asyncio::{
    self, Outcome, Queue, Random, create_named_task, gather, loop_time, print,
};

parameters! {
    handling: choice("worker" vs "message" vs "user") = "user",
    slow: seconds(0.0..=5.0) = 2.0,
    pace: seconds(0.1..=5.0) = 1.0,
    seed: seed = 1,
}

const SCRIPTS: [(&str, [&str; 5]); 3] = [
    ("Ann", ["tea", "2", "/bill", "cake", "1"]),
    ("Bob", ["soup", "1", "bread", "3", "/bill"]),
    ("Eve", ["cake", "4", "/bill", "tea", "1"]),
];

/// A user's message: its number, its text, and when it was written.
type Message = (u32, &'static str, f64);
type Inbox = Queue<(usize, Message)>;

/// What the bot knows of one user.
#[derive(Default)]
struct State {
    item: Option<&'static str>,
    order: Vec<String>,
    replies: u32,
    early: u32,
    longest: f64,
}

impl State {
    fn take(&mut self, text: &'static str) -> String {
        let Some(item) = self.item.take() else {
            self.item = Some(text);
            return "how many?".to_owned();
        };
        let line = format!("{text} {item}");
        self.order.push(line.clone());
        format!("{line}, noted")
    }
}

#[derive(Clone)]
struct Chat {
    user: &'static str,
    state: Rc<RefCell<State>>,
}

impl Chat {
    async fn answer(self, message: Message, slow: f64) -> Outcome<()> {
        let (number, text, written) = message;
        let reply = if text == "/bill" {
            asyncio::sleep(slow).await?;
            self.state.borrow().order.join(" + ")
        } else {
            self.state.borrow_mut().take(text)
        };
        print(format!("{} < {text}: {reply}", self.user));
        let mut state = self.state.borrow_mut();
        state.replies += 1;
        // An earlier message is still without a reply.
        state.early += u32::from(number > state.replies);
        state.longest = state.longest.max(loop_time() - written);
        Ok(())
    }

    fn report(&self) {
        let State {
            replies,
            early,
            longest,
            ..
        } = &*self.state.borrow();
        let user = self.user;
        print(format!("{user} | {replies} | {longest:.3} s | {early}"));
    }
}

async fn serve(chat: Chat, line: Queue<Message>, slow: f64) -> Outcome<()> {
    loop {
        let message = match line.get().await {
            Err(raised) if raised.is("QueueShutDown") => return Ok(()),
            got => got?,
        };
        chat.clone().answer(message, slow).await?;
    }
}

async fn run_bot(inbox: Inbox, handling: &str, slow: f64) -> Outcome<()> {
    let chats = SCRIPTS.map(|(user, _)| Chat {
        user,
        state: Rc::default(),
    });
    let (mut lines, mut tasks) = (Vec::new(), Vec::new());
    if handling == "user" {
        for chat in &chats {
            let line = Queue::new(0);
            let serving = serve(chat.clone(), line.clone(), slow);
            let name = format!("bot-{}", chat.user);
            tasks.push(create_named_task(serving, name));
            lines.push(line);
        }
    }

    loop {
        let (user, message) = match inbox.get().await {
            Err(raised) if raised.is("QueueShutDown") => break,
            got => got?,
        };
        let chat = chats[user].clone();
        if handling == "worker" {
            chat.answer(message, slow).await?;
        } else if handling == "message" {
            let name = format!("{}-{}", chat.user, message.0);
            let answering = chat.answer(message, slow);
            tasks.push(create_named_task(answering, name));
        } else {
            lines[user].put(message).await?;
        }
    }

    for line in &lines {
        line.shutdown(false);
    }
    gather(tasks).await?;
    for chat in &chats {
        chat.report();
    }
    Ok(())
}

async fn write(user: usize, pauses: Vec<f64>, inbox: Inbox) -> Outcome<()> {
    let (name, texts) = SCRIPTS[user];
    for ((number, text), pause) in (1..).zip(texts).zip(pauses) {
        asyncio::sleep(pause).await?;
        print(format!("{name} > {text}"));
        inbox.put((user, (number, text, loop_time()))).await?;
    }
    Ok(())
}

pub(super) async fn main(p: Parameters) -> Outcome<()> {
    let mut random = Random::new(p.seed);
    let inbox = Inbox::new(0);
    let working = run_bot(inbox.clone(), p.handling, p.slow);
    let bot = create_named_task(working, "bot");
    let mut writers = Vec::new();
    for (user, (name, texts)) in SCRIPTS.into_iter().enumerate() {
        let pauses = texts.map(|_| random.uniform(0.1, p.pace)).to_vec();
        let writing = write(user, pauses, inbox.clone());
        writers.push(create_named_task(writing, name));
    }
    gather(writers).await?;
    inbox.shutdown(false);
    bot.await
}
