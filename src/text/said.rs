//! The words of the sentence that tells what a callback did and why tasks are ready (`trace::Step` has the facts).

use super::{Both, Language};

/// The words of that sentence in one language. Most follow the name of a task.
pub struct Said {
    /// The task makes its first step.
    pub begins: &'static str,
    /// The task resumes after its timer.
    pub wakes: &'static str,
    /// The task resumes after another wait.
    pub goes_on: &'static str,
    /// The task creates these tasks or this resource.
    pub makes: fn(&str) -> String,
    /// The task prints this text.
    pub prints: fn(&str) -> String,
    /// The task gets this name.
    pub renamed: fn(&str) -> String,
    /// asyncio gives this warning.
    pub warns: fn(&str) -> String,
    /// The task computes until this time.
    pub computes: fn(&str) -> String,
    /// The task holds the thread until this time.
    pub holds: fn(&str) -> String,
    /// The task requests the cancellation of these tasks.
    pub asks: fn(&str) -> String,
    /// Who requests the task's cancellation, if it is not the running task.
    pub asked: fn(&str) -> String,
    /// This task is created while no task runs, as the main task is.
    pub made: fn(&str) -> String,
    /// The task is ready, without a reason.
    pub is_ready: &'static str,
    /// The separator of clauses.
    pub semicolon: &'static str,
    /// `CancelledError` is raised in the task.
    pub raised: &'static str,
    /// A request for the task's cancellation is withdrawn.
    pub withdrawn: &'static str,
    /// The task yields for one iteration.
    pub gives_way: &'static str,
    /// The task sleeps until this time.
    pub sleeps: fn(&str) -> String,
    /// The task waits for this.
    pub waits: fn(&str) -> String,
    /// The task returns this.
    pub ends: fn(&str) -> String,
    /// The task raises this.
    pub fails: fn(&str) -> String,
    /// The task ends as cancelled.
    pub cancelled: &'static str,
    /// The task is destroyed.
    pub destroyed: &'static str,
    /// The task is ready, for this reason.
    pub ready: fn(&str) -> String,
    /// Several tasks are ready.
    pub are_ready: &'static str,
    /// The word before the last of several names.
    pub and: &'static str,
    /// The name of the callback that the sentence is about.
    pub callback: fn(&str) -> String,
    /// The name of the time before the first callback.
    pub before: &'static str,
    /// The heading over what comes next.
    pub next: &'static str,
    /// The task wakes at this time.
    pub wakes_at: fn(&str) -> String,
    /// How many tasks.
    pub many: fn(usize) -> String,
    /// How many further events.
    pub more: fn(usize) -> String,
    /// The reasons why a task is ready.
    pub why: Why,
    /// The stages of a request.
    pub requested: Requested,
}

/// The reasons why a task is ready. The gap has the name of the cause.
pub struct Why {
    /// The task was just created.
    pub made: &'static str,
    /// The task yielded for one iteration.
    pub next_iteration: &'static str,
    /// Its timer was due.
    pub timer: &'static str,
    /// The task that it waited for ended.
    pub ended: fn(&str) -> String,
    /// The tasks that it waited for ended.
    pub all_ended: fn(&str) -> String,
    /// A lock or semaphore granted a permit.
    pub permit: fn(&str) -> String,
    /// A queue has an item for it.
    pub item: fn(&str) -> String,
    /// A queue has room for its item.
    pub room: fn(&str) -> String,
    /// The work on all items of a queue is done.
    pub work: fn(&str) -> String,
    /// An event was set, a condition notified the task, or a barrier opened.
    pub through: fn(&str) -> String,
    /// Its worker returned.
    pub worker: &'static str,
    /// Its request reached the next stage.
    pub request: &'static str,
    /// Its bare future was completed.
    pub future: &'static str,
    /// The task that caused one of these.
    pub by: fn(&str) -> String,
    /// Its cancellation was requested, by this.
    pub cancelled: fn(&str) -> String,
}

/// The stages of a request, after the name of its task.
pub struct Requested {
    /// The request was made.
    pub queued: fn(&str) -> String,
    /// The request was sent.
    pub sent: &'static str,
    /// The status arrived.
    pub answered: fn(&str) -> String,
    /// So many bytes of the answer arrived.
    pub received: fn(&str) -> String,
    /// The whole answer arrived.
    pub done: &'static str,
    /// The request failed, for this reason.
    pub failed: fn(&str) -> String,
    /// The request was given up.
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

/// The words of that sentence in a language.
#[must_use]
pub fn said(language: Language) -> &'static Said {
    WORDS.get(language)
}
