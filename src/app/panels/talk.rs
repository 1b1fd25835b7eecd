//! The conversations of users with a program: one column for each user.

use yew::{Html, html};

use crate::app::model::run::Track;
use crate::app::widgets::figures::Figures;
use crate::text::words::Conversations;
use crate::text::{Interface, Language};
use crate::trace::{Conversation, Said, conversations};

/// The conversations of a track up to the cursor; empty if there are none. `titled` says whether to name the variant.
pub fn view(track: &Track, titled: bool, language: Language, words: &Interface) -> Html {
    let all = conversations(&track.log.borrow(), track.cursor);
    let key = format!("talk-{}", track.variant.key());
    if all.is_empty() {
        return html! { <div key={key} /> };
    }
    filled(track, &all, titled, language, words)
}

fn filled(track: &Track, all: &[Conversation], titled: bool, language: Language, words: &Interface) -> Html {
    let title = titled.then(|| track.variant.title(language));
    html! {
        <section class="talks" key={format!("talk-{}", track.variant.key())} data-track={track.variant.key()}>
            <h2>{words.conversations.heading}{title.map(|title| html! { <small>{title}</small> })}</h2>
            <div>{for all.iter().map(|one| column(one, words))}</div>
        </section>
    }
}

fn column(one: &Conversation, words: &Interface) -> Html {
    html! {
        <section key={one.user.clone()} data-user={one.user.clone()}>
            <h3>{one.user.clone()}</h3>
            <ol>{for one.said.iter().map(|said| line(said, words))}</ol>
        </section>
    }
}

/// A line of a conversation. Side and shape show who speaks; a hidden word tells it to a screen reader.
fn line(said: &Said, words: &Interface) -> Html {
    let Conversations { message, reply, overtakes, .. } = words.conversations;
    let (by, word) = if said.reply.is_some() { ("bot", reply) } else { ("user", message) };
    html! {
        <li data-by={by} data-overtakes={said.reply.map(|reply| reply.overtakes.to_string())}>
            <small>
                <span class="unseen">{word}</span>{words.measured(said.at)}
                {said.reply.filter(|reply| reply.waited > 0.0).map(|reply| format!(" +{}\u{a0}s", words.measured(reply.waited)))}
            </small>
            <span class="said">{said.text.clone()}</span>
            {said.reply.filter(|reply| reply.overtakes).map(|_| html! { <em>{overtakes}</em> })}
        </li>
    }
}
