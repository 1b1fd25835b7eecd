//! The messages of users to a program and its replies: printed lines such as `Ann > tea` and `Ann < tea: how many?`.

use crate::trace::facts::cursor::Cursor;
use crate::trace::facts::event::What;
use crate::trace::facts::log::Log;
use crate::trace::facts::time::Seconds;

/// The conversation with one user.
#[derive(Clone, Debug, PartialEq)]
pub struct Conversation {
    /// The user's name.
    pub user: String,
    /// Messages and replies, oldest first.
    pub said: Vec<Said>,
}

/// A message of a user, or a reply to one.
#[derive(Clone, Debug, PartialEq)]
pub struct Said {
    /// When the line was printed.
    pub at: Seconds,
    /// The text of the line, without the user's name.
    pub text: String,
    /// Facts about a reply; `None` for a message.
    pub reply: Option<Reply>,
}

/// Facts about one reply.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Reply {
    /// The time between the message and the reply.
    pub waited: Seconds,
    /// Whether an earlier message of this user is still without a reply.
    pub overtakes: bool,
}

/// The conversations of a run, ordered by their first message. A reply starts with the text of its message and `: `.
#[must_use]
pub fn conversations(log: &Log, cursor: Cursor) -> Vec<Conversation> {
    let mut all: Vec<(Conversation, Vec<(Seconds, String)>)> = Vec::new();
    for event in cursor.past(log) {
        let What::Printed(line) = &event.what else { continue };
        if let Some((user, text)) = said_by(line.as_str(), " > ") {
            let place = all.iter().position(|(one, _)| one.user == user).unwrap_or_else(|| {
                all.push((Conversation { user: user.to_owned(), said: Vec::new() }, Vec::new()));
                all.len() - 1
            });
            all[place].0.said.push(Said { at: event.time, text: text.to_owned(), reply: None });
            all[place].1.push((event.time, text.to_owned()));
        } else if let Some((user, text)) = said_by(line.as_str(), " < ")
            && let Some((one, open)) = all.iter_mut().find(|(one, _)| one.user == user)
            && let Some(place) = open.iter().position(|(_, message)| answers(text, message))
        {
            let (written, _) = open.remove(place);
            let reply = Reply { waited: event.time - written, overtakes: place > 0 };
            one.said.push(Said { at: event.time, text: text.to_owned(), reply: Some(reply) });
        }
    }
    all.into_iter().map(|(one, _)| one).collect()
}

/// The user and the text of a line in which `sign` separates them. A user's name has no spaces.
fn said_by<'a>(line: &'a str, sign: &str) -> Option<(&'a str, &'a str)> {
    line.split_once(sign).filter(|(user, _)| !user.contains(' '))
}

fn answers(reply: &str, message: &str) -> bool {
    reply.strip_prefix(message).is_some_and(|rest| rest.starts_with(": "))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::trace::facts::event::Event;
    use crate::trace::facts::task::TaskId;

    #[test]
    fn a_reply_finds_its_message_and_tells_whether_it_overtakes_another() {
        let mut log = Log::default();
        for (time, text) in [
            (0.0, "Ann > /bill"),
            (0.5, "Bob > tea"),
            (1.0, "Ann > tea"),
            (1.0, "Ann < tea: how many?"),
            (2.0, "Ann < /bill: nothing"),
            (2.0, "Bob < soup: no such message"),
            (2.0, "Bob < tea or coffee"),
            (2.0, "the bot < a line of another kind"),
        ] {
            log.push(Event { time, task: TaskId::MAIN, callback: 1, what: What::Printed(text.into()) });
        }
        let all = conversations(&log, Cursor::end(&log));
        let told: Vec<Vec<_>> =
            all.iter().map(|one| one.said.iter().map(|said| (said.at, said.reply)).collect()).collect();
        let reply = |waited, overtakes| Some(Reply { waited, overtakes });
        let ann = vec![(0.0, None), (1.0, None), (1.0, reply(0.0, true)), (2.0, reply(2.0, false))];
        assert_eq!(told, [ann, vec![(0.5, None)]]);
    }
}
