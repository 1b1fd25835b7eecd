//! The words of a prediction: the questions before a run and the marks of the answers after it.

use super::words::{Marks, Moves, OrderSaid};

/// Every word of a prediction in one language.
pub struct Prediction {
    /// The text of the button that starts a prediction.
    pub button: &'static str,
    /// The tooltip of that button.
    pub button_title: &'static str,
    /// The heading of the questions.
    pub title: &'static str,
    /// The question for the total.
    pub total: &'static str,
    /// How exact the answer about the total must be.
    pub tolerance: &'static str,
    /// The note on a text that is not a number: it does not count as an answer.
    pub no_answer: &'static str,
    /// The question for the order of the prints.
    pub order: &'static str,
    /// The buttons that move a print up and down.
    pub moves: Moves,
    /// The text of the button that takes the current order of the prints as the answer.
    pub as_it_stands: &'static str,
    /// The note whether the order counts as an answer.
    pub order_said: OrderSaid,
    /// The current order of the prints, for a screen reader.
    pub order_now: fn(&str) -> String,
    /// The question for the tasks that end without a result.
    pub ends: &'static str,
    /// The text of the button that starts the run.
    pub run: &'static str,
    /// The text of the button that leaves the prediction.
    pub close: &'static str,
    /// The note on what is hidden until the run has ended.
    pub hides: &'static str,
    /// The text in place of a hidden result.
    pub hidden: &'static str,
    /// The note that the run is in progress.
    pub running: &'static str,
    /// The heading over the marked answers.
    pub answers: &'static str,
    /// How many of how many answers were right.
    pub score: fn(usize, usize) -> String,
    /// The note that no question was answered.
    pub unanswered: &'static str,
    /// The words for an open, a right and a wrong answer.
    pub marks: Marks,
    /// How long the run took.
    pub took: fn(&str) -> String,
    /// What the reader had answered.
    pub said: fn(&str) -> String,
    /// The text of the button that moves the cursor to the first surprise, with its time.
    pub surprise: fn(&str) -> String,
    /// The note that no answer was wrong.
    pub none_wrong: &'static str,
    /// The text of the button that returns to the questions.
    pub again: &'static str,
}

pub(super) const ENGLISH: Prediction = Prediction {
    button: "Predict first",
    button_title: "Say what will happen before you see it",
    title: "What do you expect?",
    total: "How long will it take in all?",
    tolerance: "Right within 0.1\u{a0}s or 5\u{a0}%",
    no_answer: "It does not count as an answer.",
    order: "In which order will this be printed?",
    moves: Moves { up: |text| format!("Move “{text}” up"), down: |text| format!("Move “{text}” down") },
    as_it_stands: "As it stands",
    order_said: OrderSaid {
        not_yet: "Not answered yet: move a line, or take the order as it stands.",
        given: "This order is your answer.",
    },
    order_now: |prints| format!("Order: {prints}"),
    ends: "Which tasks will end without a result: cancelled, or with an exception?",
    run: "Run and see",
    close: "Do not predict",
    hides: "Until the run has ended, the explanation, what to try next and the total in the contents are hidden.",
    hidden: "Hidden until the run has ended: it would give the answers away.",
    running: "Your answers stand. The run gives its own.",
    answers: "What you expected, and what happened",
    score: |right, of| format!("{right} of {of} right."),
    unanswered: "No answer was given.",
    marks: Marks { open: "Not answered", right: "Right", wrong: "Wrong" },
    took: |time| format!("It took {time}\u{a0}s."),
    said: |said| format!("You said {said}."),
    surprise: |time| format!("Go to the first moment that was not as you thought: {time}\u{a0}s"),
    none_wrong: "Nothing came otherwise than you said.",
    again: "Predict again",
};

pub(super) const FRENCH: Prediction = Prediction {
    button: "Prédire d’abord",
    button_title: "Dire ce qui va se passer avant de le voir",
    title: "À quoi vous attendez\u{2011}vous\u{202f}?",
    total: "Combien de temps cela prendra\u{2011}t\u{2011}il en tout\u{202f}?",
    tolerance: "Juste à 0,1\u{a0}s ou 5\u{a0}% près",
    no_answer: "Cela ne compte pas comme une réponse.",
    order: "Dans quel ordre cela s’affichera\u{2011}t\u{2011}il\u{202f}?",
    moves: Moves {
        up: |text| format!("Monter «\u{a0}{text}\u{a0}»"),
        down: |text| format!("Descendre «\u{a0}{text}\u{a0}»"),
    },
    as_it_stands: "Dans cet ordre",
    order_said: OrderSaid {
        not_yet: "Pas encore de réponse\u{a0}: déplacez une ligne, ou gardez cet ordre.",
        given: "Cet ordre est votre réponse.",
    },
    order_now: |prints| format!("Ordre\u{a0}: {prints}"),
    ends: "Quelles tâches finiront sans résultat\u{a0}: annulées, ou par une exception\u{202f}?",
    run: "Lancer et voir",
    close: "Ne pas prédire",
    hides: "Jusqu’à la fin de l’exécution, l’explication, les choses à essayer et le total dans le sommaire sont cachés.",
    hidden: "Caché jusqu’à la fin de l’exécution\u{a0}: cela donnerait les réponses.",
    running: "Vos réponses sont posées. L’exécution donne les siennes.",
    answers: "Ce que vous attendiez, et ce qui s’est passé",
    unanswered: "Aucune réponse n’a été donnée.",
    score: |right, of| {
        let s = if right > 1 { "s" } else { "" };
        format!("{right} réponse{s} juste{s} sur {of}.")
    },
    marks: Marks { open: "Sans réponse", right: "Juste", wrong: "Faux" },
    took: |time| format!("Cela a pris {time}\u{a0}s."),
    said: |said| format!("Vous aviez dit {said}."),
    surprise: |time| format!("Aller au premier instant qui ne s’est pas passé comme prévu\u{a0}: {time}\u{a0}s"),
    none_wrong: "Rien ne s’est passé autrement que vous ne l’aviez dit.",
    again: "Prédire encore",
};
