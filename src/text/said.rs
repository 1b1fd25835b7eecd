//! The words of the sentence that says what a callback did, and of why a task is ready.

use super::{Both, Language};

/// These words in one language. Most stand behind the name of a task.
pub struct Said {
    /// A task takes its first step.
    pub begins: &'static str,
    /// A task goes on after its timer.
    pub wakes: &'static str,
    /// A task goes on after another wait.
    pub goes_on: &'static str,
    /// A task makes tasks or a resource.
    pub makes: fn(&str) -> String,
    /// A task prints a text.
    pub prints: fn(&str) -> String,
    /// A task gets another name.
    pub renamed: fn(&str) -> String,
    /// asyncio gives a warning.
    pub warns: fn(&str) -> String,
    /// A task has computed until then.
    pub computes: fn(&str) -> String,
    /// A task holds the thread until then.
    pub holds: fn(&str) -> String,
    /// A task requests the cancellation of others.
    pub asks: fn(&str) -> String,
    /// The cancellation of a task is requested by somebody else than the task that runs.
    pub asked: fn(&str) -> String,
    /// Tasks are made by nobody: the first.
    pub made: fn(&str) -> String,
    /// A task is ready, which needs no reason.
    pub is_ready: &'static str,
    /// Between clauses.
    pub semicolon: &'static str,
    /// The cancellation is raised in a task.
    pub raised: &'static str,
    /// A request for a task's cancellation is taken back.
    pub withdrawn: &'static str,
    /// A task waits for one iteration.
    pub gives_way: &'static str,
    /// A task waits for its timer.
    pub sleeps: fn(&str) -> String,
    /// A task waits for this.
    pub waits: fn(&str) -> String,
    /// A task returns this.
    pub ends: fn(&str) -> String,
    /// A task raises this.
    pub fails: fn(&str) -> String,
    /// A task ends by its cancellation.
    pub cancelled: &'static str,
    /// A task is destroyed.
    pub destroyed: &'static str,
    /// A task is ready: why.
    pub ready: fn(&str) -> String,
    /// Several tasks are ready.
    pub are_ready: &'static str,
    /// Between the last two of several.
    pub and: &'static str,
    /// The callback that the sentence is about.
    pub callback: fn(&str) -> String,
    /// What comes before the first callback.
    pub before: &'static str,
    /// What comes next, as a heading.
    pub next: &'static str,
    /// A task wakes at this time.
    pub wakes_at: fn(&str) -> String,
    /// So many tasks.
    pub many: fn(usize) -> String,
    /// So many other things happened.
    pub more: fn(usize) -> String,
    /// Why a task is ready.
    pub why: Why,
    /// How far a request is.
    pub requested: Requested,
}

/// Why a task is ready. The gap is the name of what let it go on.
pub struct Why {
    /// The task is new.
    pub made: &'static str,
    /// It gave its turn away for one iteration.
    pub next_iteration: &'static str,
    /// Its timer was due.
    pub timer: &'static str,
    /// A task that it waited for has ended.
    pub ended: fn(&str) -> String,
    /// Tasks that it waited for have ended.
    pub all_ended: fn(&str) -> String,
    /// A lock or a semaphore lets it in.
    pub permit: fn(&str) -> String,
    /// A queue has an item.
    pub item: fn(&str) -> String,
    /// A queue has room.
    pub room: fn(&str) -> String,
    /// All work on a queue's items is done.
    pub work: fn(&str) -> String,
    /// An event, a condition or a barrier lets it through.
    pub through: fn(&str) -> String,
    /// Its worker is done.
    pub worker: &'static str,
    /// Its request went on.
    pub request: &'static str,
    /// A bare future is done.
    pub future: &'static str,
    /// The task that gave it.
    pub by: fn(&str) -> String,
    /// Its cancellation was requested.
    pub cancelled: fn(&str) -> String,
}

/// How far a task's request is.
pub struct Requested {
    /// A request is made.
    pub queued: fn(&str) -> String,
    /// It is sent.
    pub sent: &'static str,
    /// Its status has come.
    pub answered: fn(&str) -> String,
    /// So many bytes of the answer have come.
    pub received: fn(&str) -> String,
    /// All of the answer has come.
    pub done: &'static str,
    /// No answer comes.
    pub failed: fn(&str) -> String,
    /// It is given up.
    pub aborted: &'static str,
}

static WORDS: Both<Said> = Both {
    en: Said {
        begins: "begins",
        wakes: "wakes",
        goes_on: "goes on",
        makes: |it| format!("makes {it}"),
        prints: |it| format!("prints {it}"),
        renamed: |it| format!("is called {it} from now on"),
        warns: |it| format!("asyncio warns: {it}"),
        computes: |it| format!("computes until {it}"),
        holds: |it| format!("holds the thread until {it}"),
        asks: |it| format!("requests the cancellation of {it}"),
        asked: |it| format!("is to be cancelled by {it}"),
        made: |it| format!("{it} is made"),
        is_ready: "is ready",
        semicolon: "; ",
        raised: "gets CancelledError",
        withdrawn: "is no longer to be cancelled",
        gives_way: "gives way for one iteration",
        sleeps: |it| format!("sleeps until {it}"),
        waits: |it| format!("waits for {it}"),
        ends: |it| format!("ends with {it}"),
        fails: |it| format!("fails with {it}"),
        cancelled: "ends, cancelled",
        destroyed: "is destroyed before its end",
        ready: |it| format!("is ready: {it}"),
        are_ready: "are ready",
        and: "and",
        callback: |it| format!("callback {it}"),
        before: "before the loop",
        next: "next",
        wakes_at: |it| format!("wakes at {it}"),
        many: |count| format!("{count} tasks"),
        more: |count| format!("{count} more"),
        why: Why {
            made: "it is new",
            next_iteration: "it gave way for one iteration",
            timer: "its timer is due",
            ended: |it| format!("{it} has ended"),
            all_ended: |it| format!("{it} have ended"),
            permit: |it| format!("it gets {it}"),
            item: |it| format!("it gets an item of {it}"),
            room: |it| format!("there is room in {it}"),
            work: |it| format!("all work on {it} is done"),
            through: |it| format!("{it} lets it through"),
            worker: "its worker is done",
            request: "the network has answered",
            future: "its future is done",
            by: |it| format!("from {it}"),
            cancelled: |it| format!("to be told of the cancellation that {it} requested"),
        },
        requested: Requested {
            queued: |it| format!("asks for {it}"),
            sent: "sends its request",
            answered: |it| format!("gets status {it}"),
            received: |it| format!("has {it} bytes of the answer"),
            done: "has the whole answer",
            failed: |it| format!("gets no answer: {it}"),
            aborted: "aborts its request",
        },
    },
    fr: Said {
        begins: "commence",
        wakes: "se réveille",
        goes_on: "reprend",
        makes: |it| format!("crée {it}"),
        prints: |it| format!("affiche {it}"),
        renamed: |it| format!("s’appelle désormais {it}"),
        warns: |it| format!("asyncio avertit\u{a0}: {it}"),
        computes: |it| format!("calcule jusqu’à {it}"),
        holds: |it| format!("tient le fil jusqu’à {it}"),
        asks: |it| format!("demande l’annulation de {it}"),
        asked: |it| format!("doit être annulée par {it}"),
        made: |it| format!("{it} est créée"),
        is_ready: "est prête",
        semicolon: "\u{202f}; ",
        raised: "reçoit CancelledError",
        withdrawn: "n’est plus à annuler",
        gives_way: "passe son tour",
        sleeps: |it| format!("dort jusqu’à {it}"),
        waits: |it| format!("attend {it}"),
        ends: |it| format!("se termine avec {it}"),
        fails: |it| format!("échoue avec {it}"),
        cancelled: "se termine, annulée",
        destroyed: "est détruite avant sa fin",
        ready: |it| format!("est prête\u{a0}: {it}"),
        are_ready: "sont prêtes",
        and: "et",
        callback: |it| format!("rappel {it}"),
        before: "avant la boucle",
        next: "ensuite",
        wakes_at: |it| format!("se réveille à {it}"),
        many: |count| format!("{count} tâches"),
        more: |count| format!("{count} autres"),
        why: Why {
            made: "elle est nouvelle",
            next_iteration: "elle avait passé son tour",
            timer: "sa minuterie a sonné",
            ended: |it| format!("{it} est terminée"),
            all_ended: |it| format!("{it} sont terminées"),
            permit: |it| format!("elle obtient {it}"),
            item: |it| format!("elle obtient un élément de {it}"),
            room: |it| format!("il y a de la place dans {it}"),
            work: |it| format!("tout le travail de {it} est fait"),
            through: |it| format!("{it} la laisse passer"),
            worker: "son fil de travail a fini",
            request: "le réseau a répondu",
            future: "son futur est terminé",
            by: |it| format!("de {it}"),
            cancelled: |it| format!("pour apprendre l’annulation demandée par {it}"),
        },
        requested: Requested {
            queued: |it| format!("demande {it}"),
            sent: "envoie sa requête",
            answered: |it| format!("reçoit le statut {it}"),
            received: |it| format!("a {it} octets de la réponse"),
            done: "a toute la réponse",
            failed: |it| format!("n’a pas de réponse\u{a0}: {it}"),
            aborted: "abandonne sa requête",
        },
    },
};

/// These words in a language.
#[must_use]
pub fn said(language: Language) -> &'static Said {
    WORDS.get(language)
}
