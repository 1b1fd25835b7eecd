//! The starting points of the lab: small Python programs in `python/starts/`, loaded when the reader chooses one.

use super::{Both, File};

/// A starting point.
#[derive(Debug, PartialEq, Eq)]
pub struct Start {
    /// The id in an address and the file's name without its extension.
    pub id: &'static str,
    /// The program's file.
    pub file: File,
    /// The title.
    pub title: Both<&'static str>,
    /// One line about what the program shows.
    pub about: Both<&'static str>,
}

macro_rules! starts {
    ($($id:literal: $en:literal, $fr:literal; $about_en:literal, $about_fr:literal;)*) => {
        /// All starting points, the simplest first.
        pub static STARTS: &[Start] = &[$(Start {
            id: $id,
            file: File::new(
                concat!("python/starts/", $id, ".py"),
                include_str!(concat!("../python/starts/", $id, ".py")),
            ),
            title: Both { en: $en, fr: $fr },
            about: Both { en: $about_en, fr: $about_fr },
        }),*];
    };
}

starts! {
    "gather":
        "All at once", "Tout à la fois";
        "Three drinks with gather: the slowest one decides.",
        "Trois boissons avec gather\u{a0}: la plus lente décide.";
    "semaphore":
        "A few at a time", "Quelques-uns à la fois";
        "Five cars and two pumps: a Semaphore lets two in.",
        "Cinq voitures et deux pompes\u{a0}: un Semaphore en laisse entrer deux.";
    "producer_consumer":
        "Producer and consumers", "Producteur et consommateurs";
        "An oven fills a Queue of two places, and two couriers empty it.",
        "Un four remplit une Queue de deux places, et deux livreurs la vident.";
    "timeouts":
        "Time limits", "Délais maximaux";
        "wait_for for one answer, timeout for three in a row.",
        "wait_for pour une réponse, timeout pour trois à la suite.";
    "task_group":
        "A group of tasks", "Un groupe de tâches";
        "A TaskGroup that succeeds, and one whose first error cancels the others.",
        "Un TaskGroup qui réussit, et un autre dont la première erreur annule le reste.";
    "cancellation":
        "Cancelling and tidying up", "Annuler et ranger";
        "A download is cancelled, saves what it has, and lets the error pass.",
        "Un téléchargement est annulé, sauvegarde ce qu’il a et laisse passer l’erreur.";
    "retry":
        "Trying again", "Réessayer";
        "Each pause is twice as long as the one before, and a little random.",
        "Chaque pause est deux fois plus longue que la précédente, avec un peu de hasard.";
    "rate_limit":
        "So many a second", "Tant par seconde";
        "Eight messages, at most four a second, each with its turn.",
        "Huit messages, quatre par seconde au plus, chacun à son tour.";
    "pub_sub":
        "Publish and subscribe", "Publier et s’abonner";
        "Each listener has a Queue of its own, so a slow one holds up nobody.",
        "Chaque abonné a sa propre Queue, et un abonné lent ne retarde personne.";
    "pipeline":
        "A pipeline", "Une chaîne de traitement";
        "Three stages work at the same time, and short queues hold them together.",
        "Trois étapes travaillent en même temps, et de courtes files les tiennent ensemble.";
    "race":
        "The first one wins", "Le premier gagne";
        "wait gives the first answer, and the others are cancelled.",
        "wait donne la première réponse, et les autres sont annulées.";
    "http":
        "Requests with aiohttp", "Des requêtes avec aiohttp";
        "Five users are fetched, two requests at a time.",
        "Cinq utilisateurs sont demandés, deux requêtes à la fois.";
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_starting_point_fits_a_screen_and_calls_asyncio_run() {
        for start in STARTS {
            let text = start.file.compiled().expect("a native build has the text");
            assert!((15..=40).contains(&text.lines().count()), "{}", start.id);
            assert!(text.ends_with("\n\nasyncio.run(main())\n"), "{}", start.id);
            assert!(text.lines().all(|line| line.chars().count() <= 79), "{}", start.id);
        }
    }

    #[test]
    fn every_program_of_the_folder_is_a_starting_point() {
        let folder = std::fs::read_dir(concat!(env!("CARGO_MANIFEST_DIR"), "/src/python/starts")).expect("the folder");
        assert_eq!(folder.count(), STARTS.len());
        assert_eq!(STARTS.len(), 12);
    }
}
