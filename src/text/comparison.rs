//! The words of a comparison: which runs are compared, where they first differ, what was gained and why.

use super::words::{Again, Rivals, SideOfOne, Sides};

/// Every word of a comparison in one language.
pub struct Comparison {
    /// The tooltip of the button Compare for a program without other ways of the same work.
    pub button: &'static str,
    /// The label of the choice of the other run.
    pub with: &'static str,
    /// The first options of that choice: the ways of the same work, and other values of the parameters.
    pub options: Rivals,
    /// The titles of the other run and of the current one.
    pub sides: Sides,
    /// The heading of the other run's fields.
    pub parameters: &'static str,
    /// The note that no parameter differs.
    pub same: &'static str,
    /// The name of a run that was kept at this date.
    pub kept_at: fn(&str) -> String,
    /// The name of a run that this browser does not keep.
    pub not_kept: &'static str,
    /// The text of the button that keeps the current run.
    pub keep: &'static str,
    /// The explanation of what is kept.
    pub keep_text: &'static str,
    /// The message that the limit of kept runs is reached; the gap is their number.
    pub full: fn(usize) -> String,
    /// The heading of the kept runs.
    pub kept: &'static str,
    /// The note that a kept run has the default values.
    pub defaults: &'static str,
    /// The name of the button that compares with the run kept at this date.
    pub compare_kept: fn(&str) -> String,
    /// The text of the button that forgets a kept run.
    pub forget: &'static str,
    /// The name of that button for a screen reader, with the date of the run.
    pub forget_kept: fn(&str) -> String,
    /// Whether a kept run, run again, gave the same log.
    pub again: Again,
    /// Why a run of real requests cannot be kept.
    pub real: &'static str,
    /// Why a run of real requests cannot be compared.
    pub real_beside: &'static str,
    /// The heading over what was gained.
    pub why: &'static str,
    /// What was gained: the faster run, its total, the slower run, its total, the difference, the factor (may be
    /// empty).
    pub gained: fn([&str; 6]) -> String,
    /// The note that all runs took this long.
    pub nothing: fn(&str) -> String,
    /// The waits of a run: its title, their sum, the total, the average overlap and the greatest overlap.
    pub overlap: fn([&str; 4], usize) -> String,
    /// The explanation of the chart of overlapping waits.
    pub drawn: &'static str,
    /// The gain as a product: the gain, then each factor with its reason from [`Self::to_wait`] and [`Self::at_once`].
    pub product: fn([&str; 5]) -> String,
    /// How much the faster run waits, for the factor of waiting: more (below 1), as much (at 1) or less (above 1).
    pub to_wait: SideOfOne,
    /// How much its waits overlap, for the factor of overlap: less (below 1), as much (at 1) or more (above 1).
    pub at_once: SideOfOne,
    /// The heading over the first difference.
    pub part: &'static str,
    /// The time of the first event that differs.
    pub first: fn(&str) -> String,
    /// The time of the first difference in the output.
    pub noticed: fn(&str) -> String,
    /// The note that the runs do not differ.
    pub never: &'static str,
    /// The word for a run that has no more events.
    pub no_more: &'static str,
    /// The text of the button that moves the cursor to the difference.
    pub go: &'static str,
    /// The name of that button for a screen reader, with the time.
    pub go_to: fn(&str) -> String,
}

pub(super) const ENGLISH: Comparison = Comparison {
    button: "Show two runs one above the other, on one axis",
    with: "Compare with",
    options: Rivals { ways: "the other ways", other: "other parameters" },
    sides: Sides { other: "The other run", present: "This run" },
    parameters: "Parameters of the other run",
    same: "the same parameters",
    kept_at: |date| format!("kept on {date}"),
    not_kept: "a run that is not kept here",
    keep: "Keep this run to compare",
    keep_text: "Kept in this browser are its parameters and its seed. A run always comes out the same, so it can be run again.",
    full: |kept| format!("{kept} runs are kept. Forget one to keep another."),
    kept: "Kept runs",
    defaults: "with the defaults",
    compare_kept: |date| format!("Compare with the run kept on {date}"),
    forget: "Forget",
    forget_kept: |date| format!("Forget the run kept on {date}"),
    again: Again {
        differs: "Run again, the kept run does not come out as it did then: the program of this page has changed since.",
        same: "Run again, the kept run came out as it did then, to the last line.",
    },
    real: "A run of real requests cannot be kept: it could not be run again, since no two of them are alike.",
    real_beside: "A run of real requests cannot be compared: no two of them are alike.",
    why: "Which took less time, and why",
    gained: |[fast, short, slow, long, saved, factor]| {
        let times = if factor.is_empty() { "" } else { ", ×" };
        format!("“{fast}” took {short}\u{a0}s, “{slow}” {long}\u{a0}s: {saved}\u{a0}s less{times}{factor}.")
    },
    nothing: |total| format!("All took {total}\u{a0}s: none was faster."),
    overlap: |[title, waited, total, average], most| {
        format!(
            "{title}: {waited}\u{a0}s of waits in {total}\u{a0}s, so {average} under way at once on average, {most} at most."
        )
    },
    drawn: "Drawn is how many waits were under way at once. The area is the sum of the waits: the higher, the shorter.",
    product: |[factor, less, to_wait, overlap, at_once]| {
        format!(
            "×{factor} is ×{less} for {to_wait} to wait for in all, times ×{overlap} for {at_once} waiting at once."
        )
    },
    to_wait: SideOfOne { below: "more", one: "as much", above: "less" },
    at_once: SideOfOne { below: "less", one: "as much", above: "more" },
    part: "Where they first differ",
    first: |time| format!("At {time}\u{a0}s:"),
    noticed: |time| format!("It is noticed at {time}\u{a0}s:"),
    never: "Nowhere: the same events at the same times.",
    no_more: "nothing more",
    go: "Go there",
    go_to: |time| format!("Go there: {time}\u{a0}s"),
};

pub(super) const FRENCH: Comparison = Comparison {
    button: "Montrer deux exécutions l’une au-dessus de l’autre, sur un seul axe",
    with: "Comparer avec",
    options: Rivals { ways: "les autres manières", other: "d’autres paramètres" },
    sides: Sides { other: "L’autre exécution", present: "Cette exécution" },
    parameters: "Paramètres de l’autre exécution",
    same: "les mêmes paramètres",
    kept_at: |date| format!("gardée le {date}"),
    not_kept: "une exécution qui n’est pas gardée ici",
    keep: "Garder cette exécution pour comparer",
    keep_text: "Ce navigateur garde ses paramètres et sa graine. Une exécution donne toujours la même chose\u{a0}: on peut donc la refaire.",
    full: |kept| format!("{kept} exécutions sont gardées. Oubliez\u{2011}en une pour en garder une autre."),
    kept: "Exécutions gardées",
    defaults: "avec les valeurs initiales",
    compare_kept: |date| format!("Comparer avec l’exécution gardée le {date}"),
    forget: "Oublier",
    forget_kept: |date| format!("Oublier l’exécution gardée le {date}"),
    again: Again {
        differs: "Refaite, l’exécution gardée ne donne pas la même chose qu’alors\u{a0}: le programme de cette page a changé depuis.",
        same: "Refaite, l’exécution gardée a donné la même chose qu’alors, à la ligne près.",
    },
    real: "Une exécution de vraies requêtes ne se garde pas\u{a0}: on ne pourrait pas la refaire, il n’y en a pas deux pareilles.",
    real_beside: "Une exécution de vraies requêtes ne se compare pas\u{a0}: il n’y en a pas deux pareilles.",
    why: "Laquelle a pris moins de temps, et pourquoi",
    gained: |[fast, short, slow, long, saved, factor]| {
        let times = if factor.is_empty() { "" } else { ", ×" };
        format!(
            "«\u{a0}{fast}\u{a0}» a pris {short}\u{a0}s, «\u{a0}{slow}\u{a0}» {long}\u{a0}s\u{a0}: {saved}\u{a0}s de moins{times}{factor}."
        )
    },
    nothing: |total| format!("Toutes ont pris {total}\u{a0}s\u{a0}: aucune n’a été plus rapide."),
    overlap: |[title, waited, total, average], most| {
        format!(
            "{title}\u{a0}: {waited}\u{a0}s d’attentes en {total}\u{a0}s, donc {average} en cours à la fois en moyenne, {most} au plus."
        )
    },
    drawn: "Le dessin montre combien d’attentes étaient en cours à la fois. L’aire est la somme des attentes\u{a0}: plus c’est haut, plus c’est court.",
    product: |[factor, less, to_wait, overlap, at_once]| {
        format!(
            "×{factor}, c’est ×{less} parce qu’il y a {to_wait} à attendre en tout, fois ×{overlap} parce {at_once} d’attentes se recouvrent."
        )
    },
    to_wait: SideOfOne { below: "davantage", one: "autant", above: "moins" },
    at_once: SideOfOne { below: "que moins", one: "qu’autant", above: "que plus" },
    part: "Où elles divergent d’abord",
    first: |time| format!("À {time}\u{a0}s\u{a0}:"),
    noticed: |time| format!("Cela se remarque à {time}\u{a0}s\u{a0}:"),
    never: "Nulle part\u{a0}: les mêmes événements aux mêmes instants.",
    no_more: "plus rien",
    go: "Y aller",
    go_to: |time| format!("Y aller\u{a0}: {time}\u{a0}s"),
};
