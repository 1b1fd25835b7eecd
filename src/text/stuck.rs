//! The words of what must be said before any figure: that a run never ends, and that two runs come to different results.

use super::{Both, Language};

/// These words in one language. Most stand behind the name of a task.
pub struct Stuck {
    /// The heading where a run never ends.
    pub never_ends: &'static str,
    /// What that means.
    pub means: &'static str,
    /// A task waits for the ends of others.
    pub ends: fn(&str) -> String,
    /// It waits for a permit or a lock that others hold: which, who.
    pub held: fn(&str, &str) -> String,
    /// It waits for one that nobody hands on.
    pub permit: fn(&str) -> String,
    /// It waits for an item.
    pub item: fn(&str) -> String,
    /// It waits for room.
    pub room: fn(&str) -> String,
    /// It waits for the work on a queue, of which so much is left.
    pub work: fn(&str, u32) -> String,
    /// It waits for a flag.
    pub flag: fn(&str) -> String,
    /// It waits for a notification.
    pub notice: fn(&str) -> String,
    /// It waits at a barrier: so many of so many have come.
    pub parties: fn(&str, usize, &str) -> String,
    /// It waits for a bare future.
    pub future: &'static str,
    /// These wait for each other.
    pub circle: fn(&str) -> String,
    /// So many more tasks wait.
    pub more: fn(usize) -> String,
    /// What main came to, where it never ends.
    pub never: &'static str,
    /// Why no gain is named where a run never ends.
    pub no_gain: &'static str,
    /// The heading where compared runs come to different results.
    pub differ: &'static str,
    /// What that means.
    pub differ_means: &'static str,
    /// What main came to.
    pub came_to: fn(&str) -> String,
    /// What only this run printed.
    pub only_printed: fn(&str) -> String,
}

static WORDS: Both<Stuck> = Both {
    en: Stuck {
        never_ends: "This run never ends",
        means: "No timer is set and nothing is ready: nothing will wake the tasks that still wait.",
        ends: |it| format!("waits for the end of {it}"),
        held: |it, holders| format!("waits for {it}, held by {holders}"),
        permit: |it| format!("waits for {it}, which nobody gives back"),
        item: |it| format!("waits for an item of {it}, and nobody puts one in"),
        room: |it| format!("waits for room in {it}, and nobody takes an item out"),
        work: |it, left| format!("waits for all work on {it}; not done yet: {left}"),
        flag: |it| format!("waits for {it}, which nobody sets"),
        notice: |it| format!("waits at {it}, and nobody notifies it"),
        parties: |it, come, parties| format!("waits at {it}: {come} of {parties} have come"),
        future: "waits for a future that nobody sets",
        circle: |it| format!("wait for each other in a circle: {it}"),
        more: |count| format!("{count} more tasks wait."),
        never: "never returns",
        no_gain: "No gain: a run that never ends takes no time that could be compared.",
        differ: "The results differ",
        differ_means: "So no gain is named: these runs do not do the same work.",
        came_to: |it| format!("main came to {it}"),
        only_printed: |it| format!("only here is printed {it}"),
    },
    fr: Stuck {
        never_ends: "Cette exécution ne finit jamais",
        means: "Aucune minuterie n’est posée et rien n’est prêt\u{a0}: rien ne réveillera les tâches qui attendent encore.",
        ends: |it| format!("attend la fin de {it}"),
        held: |it, holders| format!("attend {it}, tenu par {holders}"),
        permit: |it| format!("attend {it}, que personne ne rend"),
        item: |it| format!("attend un élément de {it}, et personne n’en met"),
        room: |it| format!("attend de la place dans {it}, et personne n’en retire d’élément"),
        work: |it, left| format!("attend tout le travail de {it}\u{202f}; reste à faire\u{a0}: {left}"),
        flag: |it| format!("attend {it}, que personne ne lève"),
        notice: |it| format!("attend à {it}, et personne ne la prévient"),
        parties: |it, come, parties| format!("attend à {it}\u{a0}: {come} sur {parties} sont là"),
        future: "attend un futur que personne ne termine",
        circle: |it| format!("s’attendent en cercle\u{a0}: {it}"),
        more: |count| format!("{count} autres tâches attendent."),
        never: "ne revient jamais",
        no_gain: "Pas de gain\u{a0}: une exécution qui ne finit jamais ne prend aucun temps que l’on puisse comparer.",
        differ: "Les résultats diffèrent",
        differ_means: "Aucun gain n’est donc donné\u{a0}: ces exécutions ne font pas le même travail.",
        came_to: |it| format!("main a donné {it}"),
        only_printed: |it| format!("ici seulement est affiché {it}"),
    },
};

/// These words in a language.
#[must_use]
pub fn stuck(language: Language) -> &'static Stuck {
    WORDS.get(language)
}
