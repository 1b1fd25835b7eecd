//! The words of `file_downloader`.

use crate::text::{Both, ScenarioText};

/// What a reader reads beside this scenario.
pub const TEXT: Both<ScenarioText> = Both {
    en: ScenarioText {
        contents: "File downloader",
        title: "Five files at once, with their progress",
        question: "How long does the whole take?",
        group: "files of different sizes, downloaded together",
        look: &[
            "A megabyte takes 0.1\u{a0}s here, and each task sleeps through a tenth of its file, \
                 says how far it is, and goes on. The bars in the Outcome tab are drawn from these \
                 lines alone and grow while the run is live.",
            "The files end in the order of their sizes: note at 0.5, song at 0.8, book at 1.2, game \
                 at 2.0 and film at 3.0\u{a0}s. The whole takes as long as the largest, 3.0\u{a0}s, \
                 and not the 7.5\u{a0}s of all five in a row.",
        ],
        trap: Some(
            "Here each file has a line of its own. Real downloads share one: ten at once are not ten \
                 times as fast when the line is full. What overlaps is the waiting for others, not \
                 the work of the network.",
        ),
        next: &[
            "Set the second size, that of film, to 12: the total is now that of game, 2.0\u{a0}s.",
            "Add three files: the total stays at 3.0\u{a0}s.",
            "Set the seconds per MB to 0.05: everything takes half as long, in the same order.",
        ],
        parameters: &["Sizes (MB)", "Seconds per MB"],
        columns: &["File", "Size", "Progress", "Time", "Speed"],
    },
    fr: ScenarioText {
        contents: "Téléchargeur de fichiers",
        title: "Cinq fichiers à la fois, avec leur progression",
        question: "Combien de temps dure l’ensemble\u{202f}?",
        group: "des fichiers de tailles différentes, téléchargés ensemble",
        look: &[
            "Un mégaoctet prend ici 0.1\u{a0}s, et chaque tâche dort le temps d’un dixième de son \
                 fichier, dit où elle en est, et continue. Les barres de l’onglet Bilan sont \
                 tirées de ces seules lignes et s’allongent pendant une exécution en direct.",
            "Les fichiers finissent dans l’ordre de leurs tailles\u{a0}: note à 0.5, song à 0.8, \
                 book à 1.2, game à 2.0 et film à 3.0\u{a0}s. L’ensemble dure autant que le plus \
                 gros, 3.0\u{a0}s, et non les 7.5\u{a0}s des cinq à la suite.",
        ],
        trap: Some(
            "Chaque fichier a ici une ligne pour lui seul. De vrais téléchargements s’en partagent \
                 une\u{a0}: dix à la fois ne vont pas dix fois plus vite quand elle est pleine. Ce \
                 qui se recouvre, c’est l’attente des autres, non le travail du réseau.",
        ),
        next: &[
            "Donnez à la deuxième taille, celle de film, la valeur 12\u{a0}: le total est désormais \
                 celui de game, 2.0\u{a0}s.",
            "Ajoutez trois fichiers\u{a0}: le total reste de 3.0\u{a0}s.",
            "Donnez aux secondes par Mo la valeur 0.05\u{a0}: tout dure moitié moins, dans le même ordre.",
        ],
        parameters: &["Tailles (Mo)", "Secondes par Mo"],
        columns: &["Fichier", "Taille", "Progression", "Temps", "Débit"],
    },
};
