//! The words of the two messages above all figures: a run never ends, or two runs have different results.

use super::{Both, Language};

/// These words in one language. Most follow the name of a task.
pub struct Stuck {
    /// The heading for a run that never ends.
    pub never_ends: &'static str,
    /// The explanation of that heading.
    pub means: &'static str,
    /// The task waits for these tasks to end.
    pub ends: fn(&str) -> String,
    /// The task waits for a lock or permit: the resource, and the tasks that hold it.
    pub held: fn(&str, &str) -> String,
    /// The task waits for a lock or permit that no task releases.
    pub permit: fn(&str) -> String,
    /// The task waits for an item of a queue.
    pub item: fn(&str) -> String,
    /// The task waits for room in a queue.
    pub room: fn(&str) -> String,
    /// The task waits for the work on a queue; the number of unfinished items.
    pub work: fn(&str, u32) -> String,
    /// The task waits for an event's flag.
    pub flag: fn(&str) -> String,
    /// The task waits for a notification of a condition.
    pub notice: fn(&str) -> String,
    /// The task waits at a barrier: its name, how many tasks have arrived, how many it needs.
    pub parties: fn(&str, usize, &str) -> String,
    /// The task waits for a bare future.
    pub future: &'static str,
    /// These tasks wait for each other.
    pub circle: fn(&str) -> String,
    /// How many more tasks wait.
    pub more: fn(usize) -> String,
    /// The result of main in a run that never ends.
    pub never: &'static str,
    /// The word at the end of a lane that never ends.
    pub cap: &'static str,
    /// Why no gain is shown for a run that never ends.
    pub no_gain: &'static str,
    /// The heading for compared runs with different results.
    pub differ: &'static str,
    /// The explanation of that heading.
    pub differ_means: &'static str,
    /// The result of main.
    pub came_to: fn(&str) -> String,
    /// A line that only this run printed.
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
        circle: |it| format!("They wait for each other in a circle: {it}"),
        more: |count| format!("{count} more tasks wait."),
        never: "never returns",
        cap: "never",
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
        circle: |it| format!("Elles s’attendent en cercle\u{a0}: {it}"),
        more: |count| format!("{count} autres tâches attendent."),
        never: "ne revient jamais",
        cap: "jamais",
        no_gain: "Pas de gain\u{a0}: une exécution qui ne finit jamais ne prend aucun temps que l’on puisse comparer.",
        differ: "Les résultats diffèrent",
        differ_means: "Aucun gain n’est donc donné\u{a0}: ces exécutions ne font pas le même travail.",
        came_to: |it| format!("main a donné {it}"),
        only_printed: |it| format!("seule cette exécution affiche {it}"),
    },
};

/// The words of the two messages in a language.
#[must_use]
pub fn stuck(language: Language) -> &'static Stuck {
    WORDS.get(language)
}
