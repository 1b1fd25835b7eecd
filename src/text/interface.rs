//! The words of the page around the scenarios: buttons, headings, messages.

use super::{Both, Language};

/// Every word of the page in one language. Sentences with a gap are functions.
pub struct Interface {
    /// What the page is, in a sentence.
    pub tagline: &'static str,
    /// The contents page's title.
    pub welcome: &'static str,
    /// The contents page's text; backticks mark code.
    pub welcome_text: &'static [&'static str],
    /// The link to the first scenario.
    pub start_here: &'static str,
    /// The link to the comparison that the contents page shows.
    pub hold_comparison: &'static str,
    /// The chapters' titles, in their order.
    pub chapters: [&'static str; 2],
    /// The link that jumps over the contents.
    pub skip: &'static str,
    /// The list of scenarios.
    pub scenarios: &'static str,
    /// The search field.
    pub find: &'static str,
    /// The search field, for a screen reader.
    pub find_scenario: &'static str,
    /// No scenario fits the search.
    pub nothing_found: &'static str,
    /// The button that copies the address.
    pub copy_link: &'static str,
    /// The address was copied.
    pub link_copied: &'static str,
    /// The browser did not let us copy.
    pub link_not_copied: &'static str,
    /// The choice of colours.
    pub theme: &'static str,
    /// The colours: of the system, light, dark.
    pub themes: [&'static str; 3],
    /// The choice of language.
    pub language: &'static str,
    /// The address leads nowhere.
    pub unknown_title: &'static str,
    /// Which address leads nowhere.
    pub unknown_text: fn(&str) -> String,
    /// Back to the contents.
    pub to_contents: &'static str,
    /// The part of the page with the parameters.
    pub parameters: &'static str,
    /// The button that brings the defaults back.
    pub defaults: &'static str,
    /// The unit after a duration's field.
    pub seconds_unit: &'static str,
    /// What is wrong with a field: nothing typed.
    pub refused_empty: &'static str,
    /// What is wrong with a field: no number.
    pub refused_number: &'static str,
    /// What is wrong with a field: no whole number.
    pub refused_whole: &'static str,
    /// What is wrong with a field: outside of these bounds.
    pub refused_outside: fn(&str, &str) -> String,
    /// What is wrong with a field: more characters than this.
    pub refused_long: fn(usize) -> String,
    /// What is used in place of a refused value.
    pub used_instead: fn(&str) -> String,
    /// What is wrong with the address: an unknown name.
    pub address_unknown: fn(&str) -> String,
    /// What is wrong with the address: a bad value for a name.
    pub address_value: fn(&str, &str) -> String,
    /// The heading of what is wrong with the address.
    pub address_problem: &'static str,
    /// The button that closes a message.
    pub close: &'static str,
    /// The tool bar.
    pub run_bar: &'static str,
    /// The main button, before a run.
    pub run: &'static str,
    /// The main button, during a run.
    pub pause: &'static str,
    /// The main button, in a pause.
    pub resume: &'static str,
    /// The button for one callback.
    pub step: &'static str,
    /// What that button does.
    pub step_title: &'static str,
    /// The button that ends the run.
    pub reset: &'static str,
    /// What that button does.
    pub reset_title: &'static str,
    /// The button that unfolds the next ones on a narrow screen.
    pub more: &'static str,
    /// The choice between the next two.
    pub mode: &'static str,
    /// At the clock's pace.
    pub live: &'static str,
    /// At once.
    pub instant: &'static str,
    /// The choice of speed.
    pub speed: &'static str,
    /// The button for two scenarios one above the other.
    pub compare: &'static str,
    /// What that button does.
    pub compare_with: fn(&str) -> String,
    /// The run's phases: idle, running, paused, finished.
    pub phases: [&'static str; 4],
    /// A run that waits for nothing.
    pub stuck: &'static str,
    /// A run that logged too much.
    pub too_long: &'static str,
    /// Of how many seconds.
    pub of_seconds: fn(&str) -> String,
    /// The timeline, for a screen reader.
    pub timeline: &'static str,
    /// The axis' unit.
    pub seconds: &'static str,
    /// The time that is shown, for a screen reader.
    pub time: &'static str,
    /// The empty timeline.
    pub press_run: &'static str,
    /// The empty timeline's second line.
    pub press_run_more: &'static str,
    /// The lane of the thread.
    pub thread: &'static str,
    /// The thread is free.
    pub thread_free: &'static str,
    /// The thread is held for so many seconds.
    pub thread_busy: fn(&str) -> String,
    /// The lane of the total.
    pub total: &'static str,
    /// So many seconds were gained.
    pub gained: fn(&str) -> String,
    /// What the gain compares.
    pub same_work: &'static str,
    /// A span: asleep for so long.
    pub span_sleep: &'static str,
    /// A span: holds the thread for so long.
    pub span_block: fn(&str) -> String,
    /// A span: waits for this.
    pub span_await: fn(&str) -> String,
    /// A span: a bare future.
    pub a_future: &'static str,
    /// A span: ready.
    pub span_ready: &'static str,
    /// A planned end.
    pub wakes_at: fn(&str) -> String,
    /// The states: running, ready, sleeping, waiting, result, error, timeout, cancelled, swallowed.
    pub states: [&'static str; 9],
    /// What each of those states means.
    pub states_mean: [&'static str; 9],
    /// A print, in the legend.
    pub printed: &'static str,
    /// What a pin means.
    pub printed_means: &'static str,
    /// The legend.
    pub legend: &'static str,
    /// The button that opens the whole legend.
    pub full_legend: &'static str,
    /// The keys, in the legend.
    pub keys: &'static str,
    /// What Ctrl+Enter does.
    pub key_run: &'static str,
    /// What the slash does.
    pub key_find: &'static str,
    /// The tabs: outcome, log, code, explanation, table.
    pub tabs: [&'static str; 5],
    /// The tabs, for a screen reader.
    pub tab_list: &'static str,
    /// Nothing to show before a run.
    pub no_run_yet: &'static str,
    /// Outcome: the columns.
    pub measure: &'static str,
    /// Outcome: the figure.
    pub value: &'static str,
    /// Outcome: the reason.
    pub why: &'static str,
    /// Outcome: total time, and why.
    pub total_time: [&'static str; 2],
    /// Outcome: sum of the waits, and why.
    pub sum_of_waits: [&'static str; 2],
    /// Outcome: lower bound, and why.
    pub lower_bound: [&'static str; 2],
    /// Outcome: thread held, and why.
    pub thread_held: [&'static str; 2],
    /// Outcome: what main returned, and why.
    pub returned: [&'static str; 2],
    /// Outcome: the gain, and why.
    pub gain: [&'static str; 2],
    /// Outcome: the gain over the other scenario, and why.
    pub gain_over: [&'static str; 2],
    /// Outcome: not there yet.
    pub not_yet: &'static str,
    /// Outcome: how late the browser's timers were (mean, worst, number).
    pub lateness: fn(&str, &str, u32) -> String,
    /// The check against the recorded run: its heading.
    pub proof: &'static str,
    /// What it is.
    pub proof_text: &'static str,
    /// Its button.
    pub proof_button: &'static str,
    /// It is under way.
    pub proof_wait: &'static str,
    /// All lines are equal.
    pub proof_equal: fn(usize) -> String,
    /// A line differs: which, ours, theirs.
    pub proof_differs: fn(usize, &str, &str) -> String,
    /// There is no recording for these values.
    pub proof_missing: &'static str,
    /// The recording could not be loaded, and why.
    pub proof_failed: fn(&str) -> String,
    /// Log: the columns time, number, task, what happened.
    pub log_columns: [&'static str; 4],
    /// Log: so many earlier lines are not shown.
    pub log_earlier: fn(usize) -> String,
    /// Log: created, by whom.
    pub log_created: fn(Option<&str>) -> String,
    /// Log: given another name.
    pub log_renamed: fn(&str) -> String,
    /// Log: a step began.
    pub log_step: &'static str,
    /// Log: suspended until a time.
    pub log_sleeps: fn(&str) -> String,
    /// Log: gives way for one iteration.
    pub log_yields: &'static str,
    /// Log: waits for this.
    pub log_waits: fn(&str) -> String,
    /// Log: ready.
    pub log_ready: &'static str,
    /// Log: holds the thread until a time.
    pub log_blocks: fn(&str) -> String,
    /// Log: printed this.
    pub log_printed: fn(&str) -> String,
    /// Log: cancellation requested, by whom.
    pub log_cancel: fn(Option<&str>) -> String,
    /// Log: cancellation delivered.
    pub log_delivered: &'static str,
    /// Log: returned this.
    pub log_returned: fn(&str) -> String,
    /// Log: raised this.
    pub log_failed: fn(&str) -> String,
    /// Log: cancelled.
    pub log_cancelled: &'static str,
    /// Table: the columns task, parent, start, end, outcome, result.
    pub table_columns: [&'static str; 6],
    /// Explanation: what to look at.
    pub look: &'static str,
    /// Explanation: the trap.
    pub trap: &'static str,
    /// Explanation: what to try next.
    pub next: &'static str,
    /// Code: what the files are.
    pub code_note: &'static str,
    /// Code: the lit line, for a screen reader.
    pub lit_line: &'static str,
    /// The inspector, for a screen reader.
    pub inspector: &'static str,
    /// The inspector without a selected task.
    pub the_run: &'static str,
    /// The inspector's hint.
    pub select_hint: &'static str,
    /// The inspector's question of a task that has not ended.
    pub why_not: fn(&str) -> String,
    /// The inspector's question of a task that runs.
    pub why_running: fn(&str) -> String,
    /// The inspector's question of a task that has ended.
    pub how_ended: fn(&str) -> String,
    /// Answers: asleep until, for so much longer.
    pub answer_sleeping: fn(&str, &str) -> String,
    /// Answers: waits for these tasks, with those that are not done.
    pub answer_waiting: fn(&str, &str) -> String,
    /// Answers: waits for a future.
    pub answer_future: &'static str,
    /// Answers: ready, waits for its turn.
    pub answer_ready: &'static str,
    /// Answers: ready, but another holds the thread.
    pub answer_ready_blocked: fn(&str) -> String,
    /// Answers: it holds the thread until.
    pub answer_running: fn(&str) -> String,
    /// Answers: returned at.
    pub answer_returned: fn(&str) -> String,
    /// Answers: raised at.
    pub answer_failed: fn(&str, &str) -> String,
    /// Answers: cancelled at.
    pub answer_cancelled: fn(&str) -> String,
    /// Facts: parent, created, slept, held, steps, line, returned.
    pub facts: [&'static str; 7],
    /// Facts: so many steps.
    pub steps: fn(usize) -> String,
    /// The heading of a task's facts.
    pub task: &'static str,
    /// The next scenario.
    pub next_scenario: &'static str,
    /// The scenario before.
    pub previous_scenario: &'static str,
    /// The links to the neighbours, for a screen reader.
    pub neighbours: &'static str,
}

/// The words in this language.
#[must_use]
pub fn interface(language: Language) -> &'static Interface {
    INTERFACE.get(language)
}

static INTERFACE: Both<Interface> = Both {
    en: Interface {
        tagline: "See asyncio run",
        welcome: "See what waiting costs",
        welcome_text: &[
            "Each scenario is a small asyncio program. It runs here, in your browser, and every task is drawn on a time \
             axis while it runs: when it sleeps, when it waits, when it has the thread, how it ends.",
            "The event loop follows CPython’s callback by callback, and recorded runs prove it. Nothing leaves your \
             browser.",
        ],
        start_here: "Start with the first scenario",
        hold_comparison: "Open this comparison",
        chapters: ["What waiting costs", "Coroutines and tasks"],
        skip: "Skip to the scenario",
        scenarios: "Scenarios",
        find: "Find",
        find_scenario: "Find a scenario",
        nothing_found: "No scenario fits.",
        copy_link: "Copy link",
        link_copied: "Link copied",
        link_not_copied: "Your browser did not allow it; copy the address above",
        theme: "Colours",
        themes: ["As the system", "Light", "Dark"],
        language: "Language",
        unknown_title: "There is nothing here",
        unknown_text: |address| format!("No scenario has the address “{address}”."),
        to_contents: "All scenarios",
        parameters: "Parameters",
        defaults: "Defaults",
        seconds_unit: "s",
        refused_empty: "A value is missing.",
        refused_number: "This is not a number.",
        refused_whole: "This is not a whole number.",
        refused_outside: |low, high| format!("It must lie between {low} and {high}."),
        refused_long: |longest| format!("At most {longest} characters."),
        used_instead: |value| format!("{value} is used instead."),
        address_unknown: |name| format!("“{name}” means nothing here."),
        address_value: |name, value| format!("“{value}” is no value for “{name}”; the default is used."),
        address_problem: "Not all of the address could be read",
        close: "Close",
        run_bar: "Run",
        run: "Run",
        pause: "Pause",
        resume: "Resume",
        step: "Step",
        step_title: "Run one callback of the event loop",
        reset: "Reset",
        reset_title: "End the run and clear the timeline",
        more: "More settings",
        mode: "Pace",
        live: "Live",
        instant: "Instant",
        speed: "Speed",
        compare: "Compare",
        compare_with: |other| format!("Show it above or below “{other}”, on one axis"),
        phases: ["not started", "running", "paused", "finished"],
        stuck: "stuck: nothing will wake it",
        too_long: "stopped: too many events",
        of_seconds: |seconds| format!("of {seconds}\u{a0}s"),
        timeline: "Timeline",
        seconds: "seconds",
        time: "Time shown",
        press_run: "Press Run and watch.",
        press_run_more: "Or Step, for one callback of the event loop at a time.",
        thread: "the thread",
        thread_free: "free for others",
        thread_busy: |seconds| format!("busy {seconds}\u{a0}s: no other task could run"),
        total: "total",
        gained: |seconds| format!("{seconds}\u{a0}s gained"),
        same_work: "the same work",
        span_sleep: "sleep",
        span_block: |seconds| format!("blocks {seconds}\u{a0}s"),
        span_await: |what| format!("awaits {what}"),
        a_future: "a future",
        span_ready: "ready",
        wakes_at: |time| format!("wakes at {time}"),
        states: [
            "running",
            "ready",
            "sleeping",
            "awaiting a task",
            "result",
            "error",
            "timed out",
            "cancelled",
            "cancellation swallowed",
        ],
        states_mean: [
            "The task has the thread. Nobody else can run.",
            "The task could run, but another one has the thread or comes first.",
            "The task waits for a timer; others run meanwhile.",
            "The task waits for another task, or for a future.",
            "The task returned a value.",
            "The task raised an exception.",
            "The task raised TimeoutError.",
            "The task was cancelled and let it happen.",
            "The task was cancelled, but returned all the same.",
        ],
        printed: "printed",
        printed_means: "The task printed a line. The text is in the log.",
        legend: "Legend",
        full_legend: "Full legend",
        keys: "Keys",
        key_run: "Run, pause, resume",
        key_find: "Find a scenario",
        tabs: ["Outcome", "Log", "Code", "Explanation", "Table"],
        tab_list: "About this run",
        no_run_yet: "Nothing has run yet.",
        measure: "Measure",
        value: "Value",
        why: "Why",
        total_time: ["Total time", "first event to last"],
        sum_of_waits: ["Sum of the waits", "all sleeps of all tasks, one after the other"],
        lower_bound: ["Lower bound", "max(d): the longest of the tasks’ own waits"],
        thread_held: ["Thread held", "blocking calls: nobody else could run"],
        returned: ["Returned", "what main returned"],
        gain: ["Gain", "sum of the waits / total time"],
        gain_over: ["Gain", "total time of the one / of the other"],
        not_yet: "not yet",
        lateness: |mean, worst, timers| {
            format!(
                "The browser’s timers fired {mean}\u{a0}ms late on average, {worst}\u{a0}ms at worst ({timers} timers). Logical time does not see it."
            )
        },
        proof: "Is this what Python does?",
        proof_text: "The Python twin was run by CPython 3.13 and its story recorded. Compare it with what ran here.",
        proof_button: "Compare with CPython",
        proof_wait: "Comparing…",
        proof_equal: |lines| {
            format!("Equal: all {lines} lines of CPython’s story, in the same order at the same times.")
        },
        proof_differs: |line, ours, theirs| format!("Line {line} differs. Here: {ours}. CPython: {theirs}."),
        proof_missing: "CPython was not recorded with these parameters. It was with the defaults.",
        proof_failed: |reason| format!("The recording could not be loaded: {reason}"),
        log_columns: ["Time", "#", "Task", "What happened"],
        log_earlier: |lines| format!("{lines} earlier lines are not shown."),
        log_created: |by| by.map_or_else(|| "created by the loop".to_owned(), |by| format!("created by {by}")),
        log_renamed: |name| format!("is called {name} from now on"),
        log_step: "step begins",
        log_sleeps: |until| format!("sleeps until {until}"),
        log_yields: "gives way for one iteration",
        log_waits: |what| format!("waits for {what}"),
        log_ready: "ready: what it waited for has come",
        log_blocks: |until| format!("holds the thread until {until}"),
        log_printed: |text| format!("printed {text}"),
        log_cancel: |by| {
            by.map_or_else(
                || "cancellation requested by the loop".to_owned(),
                |by| format!("cancellation requested by {by}"),
            )
        },
        log_delivered: "cancellation delivered at its await",
        log_returned: |value| format!("returned {value}"),
        log_failed: |error| format!("raised {error}"),
        log_cancelled: "cancelled",
        table_columns: ["Task", "Parent", "Start", "End", "Outcome", "Result"],
        look: "What to look at",
        trap: "The trap",
        next: "Try next",
        code_note: "The Rust file is the one that runs; the Python file is the one that CPython ran for the recording.",
        lit_line: "where the selected task is",
        inspector: "Inspector",
        the_run: "The run",
        select_hint: "Select a lane to see what its task is doing, and why.",
        why_not: |task| format!("Why is {task} not running now?"),
        why_running: |task| format!("What is {task} doing?"),
        how_ended: |task| format!("How did {task} end?"),
        answer_sleeping: |until, left| format!("It sleeps until {until}, for another {left}\u{a0}s."),
        answer_waiting: |what, open| format!("It waits for {what}; not done yet: {open}."),
        answer_future: "It waits for a future that somebody has to set.",
        answer_ready: "It is ready and waits for its turn in the loop’s queue.",
        answer_ready_blocked: |holder| format!("It is ready, but {holder} holds the thread."),
        answer_running: |until| format!("It holds the thread until {until}; no other task can run."),
        answer_returned: |time| format!("It returned at {time}."),
        answer_failed: |error, time| format!("It raised {error} at {time}."),
        answer_cancelled: |time| format!("It was cancelled at {time}."),
        facts: ["Parent", "Created", "Slept", "Held the thread", "Ran", "Line", "Returned"],
        steps: |steps| if steps == 1 { "1 step".to_owned() } else { format!("{steps} steps") },
        task: "Task",
        next_scenario: "Next",
        previous_scenario: "Previous",
        neighbours: "Next and previous scenario",
    },
    fr: Interface {
        tagline: "Voir asyncio à l’œuvre",
        welcome: "Voyez ce que coûte l’attente",
        welcome_text: &[
            "Chaque scénario est un petit programme asyncio. Il s’exécute ici, dans votre navigateur, et chaque tâche \
             se dessine sur un axe de temps à mesure qu’elle avance\u{a0}: quand elle dort, quand elle attend, quand \
             elle tient le fil, comment elle finit.",
            "La boucle d’événements suit celle de CPython rappel par rappel\u{202f}; des exécutions enregistrées le \
             prouvent. Rien ne quitte votre navigateur.",
        ],
        start_here: "Commencer par le premier scénario",
        hold_comparison: "Ouvrir cette comparaison",
        chapters: ["Ce que coûte l’attente", "Coroutines et tâches"],
        skip: "Aller au scénario",
        scenarios: "Scénarios",
        find: "Chercher",
        find_scenario: "Chercher un scénario",
        nothing_found: "Aucun scénario ne correspond.",
        copy_link: "Copier le lien",
        link_copied: "Lien copié",
        link_not_copied: "Votre navigateur ne l’a pas permis\u{202f}; copiez l’adresse ci-dessus",
        theme: "Couleurs",
        themes: ["Comme le système", "Clair", "Sombre"],
        language: "Langue",
        unknown_title: "Il n’y a rien ici",
        unknown_text: |address| format!("Aucun scénario n’a pour adresse «\u{a0}{address}\u{a0}»."),
        to_contents: "Tous les scénarios",
        parameters: "Paramètres",
        defaults: "Valeurs initiales",
        seconds_unit: "s",
        refused_empty: "Il manque une valeur.",
        refused_number: "Ce n’est pas un nombre.",
        refused_whole: "Ce n’est pas un nombre entier.",
        refused_outside: |low, high| format!("La valeur doit être comprise entre {low} et {high}."),
        refused_long: |longest| format!("{longest} caractères au plus."),
        used_instead: |value| format!("{value} est utilisé à la place."),
        address_unknown: |name| format!("«\u{a0}{name}\u{a0}» n’a pas de sens ici."),
        address_value: |name, value| {
            format!(
                "«\u{a0}{value}\u{a0}» n’est pas une valeur de «\u{a0}{name}\u{a0}»\u{202f}; la valeur initiale est utilisée."
            )
        },
        address_problem: "L’adresse n’a pas pu être lue en entier",
        close: "Fermer",
        run_bar: "Exécution",
        run: "Lancer",
        pause: "Pause",
        resume: "Reprendre",
        step: "Pas à pas",
        step_title: "Exécuter un rappel de la boucle d’événements",
        reset: "Réinitialiser",
        reset_title: "Arrêter l’exécution et vider la chronologie",
        more: "Plus de réglages",
        mode: "Allure",
        live: "En direct",
        instant: "Instantané",
        speed: "Vitesse",
        compare: "Comparer",
        compare_with: |other| format!("Montrer avec «\u{a0}{other}\u{a0}», l’un au-dessus de l’autre, sur un seul axe"),
        phases: ["pas commencé", "en cours", "en pause", "terminé"],
        stuck: "bloqué\u{a0}: rien ne le réveillera",
        too_long: "arrêté\u{a0}: trop d’événements",
        of_seconds: |seconds| format!("sur {seconds}\u{a0}s"),
        timeline: "Chronologie",
        seconds: "secondes",
        time: "Instant montré",
        press_run: "Appuyez sur Lancer et regardez.",
        press_run_more: "Ou sur Pas à pas, pour un seul rappel de la boucle à la fois.",
        thread: "le fil",
        thread_free: "libre pour les autres",
        thread_busy: |seconds| format!("occupé {seconds}\u{a0}s\u{a0}: aucune autre tâche ne pouvait avancer"),
        total: "total",
        gained: |seconds| format!("{seconds}\u{a0}s gagnées"),
        same_work: "le même travail",
        span_sleep: "sleep",
        span_block: |seconds| format!("bloque {seconds}\u{a0}s"),
        span_await: |what| format!("attend {what}"),
        a_future: "un futur",
        span_ready: "prête",
        wakes_at: |time| format!("réveil à {time}"),
        states: [
            "en cours",
            "prête",
            "endormie",
            "attend une tâche",
            "résultat",
            "erreur",
            "délai dépassé",
            "annulée",
            "annulation avalée",
        ],
        states_mean: [
            "La tâche tient le fil. Aucune autre ne peut avancer.",
            "La tâche pourrait avancer, mais une autre tient le fil ou passe avant elle.",
            "La tâche attend une minuterie\u{202f}; les autres avancent pendant ce temps.",
            "La tâche attend une autre tâche, ou un futur.",
            "La tâche a renvoyé une valeur.",
            "La tâche a levé une exception.",
            "La tâche a levé TimeoutError.",
            "La tâche a été annulée et s’est laissé faire.",
            "La tâche a été annulée, mais elle a renvoyé une valeur quand même.",
        ],
        printed: "affichage",
        printed_means: "La tâche a affiché une ligne. Le texte est dans le journal.",
        legend: "Légende",
        full_legend: "Légende complète",
        keys: "Touches",
        key_run: "Lancer, mettre en pause, reprendre",
        key_find: "Chercher un scénario",
        tabs: ["Bilan", "Journal", "Code", "Explication", "Tableau"],
        tab_list: "Sur cette exécution",
        no_run_yet: "Rien n’a encore été exécuté.",
        measure: "Mesure",
        value: "Valeur",
        why: "Pourquoi",
        total_time: ["Temps total", "du premier événement au dernier"],
        sum_of_waits: ["Somme des attentes", "tous les sommeils de toutes les tâches, l’un après l’autre"],
        lower_bound: ["Borne inférieure", "max(d)\u{a0}: la plus longue des attentes propres aux tâches"],
        thread_held: ["Fil tenu", "appels bloquants\u{a0}: personne d’autre ne pouvait avancer"],
        returned: ["Renvoyé", "ce que main a renvoyé"],
        gain: ["Gain", "somme des attentes / temps total"],
        gain_over: ["Gain", "temps total de l’un / de l’autre"],
        not_yet: "pas encore",
        lateness: |mean, worst, timers| {
            format!(
                "Les minuteries du navigateur ont sonné avec {mean}\u{a0}ms de retard en moyenne, {worst}\u{a0}ms au pire ({timers} minuteries). Le temps logique n’en voit rien."
            )
        },
        proof: "Est-ce bien ce que fait Python\u{202f}?",
        proof_text: "Le jumeau Python a été exécuté par CPython 3.13 et son récit enregistré. Comparez-le à ce qui s’est passé ici.",
        proof_button: "Comparer à CPython",
        proof_wait: "Comparaison en cours…",
        proof_equal: |lines| {
            format!(
                "Identique\u{a0}: les {lines} lignes du récit de CPython, dans le même ordre et aux mêmes instants."
            )
        },
        proof_differs: |line, ours, theirs| {
            format!("La ligne {line} diffère. Ici\u{a0}: {ours}. CPython\u{a0}: {theirs}.")
        },
        proof_missing: "CPython n’a pas été enregistré avec ces paramètres. Il l’a été avec les valeurs initiales.",
        proof_failed: |reason| format!("L’enregistrement n’a pas pu être chargé\u{a0}: {reason}"),
        log_columns: ["Temps", "#", "Tâche", "Ce qui s’est passé"],
        log_earlier: |lines| format!("{lines} lignes plus anciennes ne sont pas montrées."),
        log_created: |by| by.map_or_else(|| "créée par la boucle".to_owned(), |by| format!("créée par {by}")),
        log_renamed: |name| format!("s’appelle désormais {name}"),
        log_step: "commence un pas",
        log_sleeps: |until| format!("dort jusqu’à {until}"),
        log_yields: "cède sa place pour une itération",
        log_waits: |what| format!("attend {what}"),
        log_ready: "prête\u{a0}: ce qu’elle attendait est arrivé",
        log_blocks: |until| format!("tient le fil jusqu’à {until}"),
        log_printed: |text| format!("affiche {text}"),
        log_cancel: |by| {
            by.map_or_else(
                || "annulation demandée par la boucle".to_owned(),
                |by| format!("annulation demandée par {by}"),
            )
        },
        log_delivered: "annulation reçue à son await",
        log_returned: |value| format!("a renvoyé {value}"),
        log_failed: |error| format!("a levé {error}"),
        log_cancelled: "annulée",
        table_columns: ["Tâche", "Parent", "Début", "Fin", "Issue", "Résultat"],
        look: "Ce qu’il faut regarder",
        trap: "Le piège",
        next: "À essayer",
        code_note: "Le fichier Rust est celui qui s’exécute\u{202f}; le fichier Python est celui que CPython a exécuté pour l’enregistrement.",
        lit_line: "où se trouve la tâche sélectionnée",
        inspector: "Inspecteur",
        the_run: "L’exécution",
        select_hint: "Sélectionnez une piste pour voir ce que fait sa tâche, et pourquoi.",
        why_not: |task| format!("Pourquoi {task} n’avance-t-elle pas\u{202f}?"),
        why_running: |task| format!("Que fait {task}\u{202f}?"),
        how_ended: |task| format!("Comment {task} a-t-elle fini\u{202f}?"),
        answer_sleeping: |until, left| format!("Elle dort jusqu’à {until}, encore {left}\u{a0}s."),
        answer_waiting: |what, open| format!("Elle attend {what}\u{202f}; pas encore finies\u{a0}: {open}."),
        answer_future: "Elle attend un futur que quelqu’un doit remplir.",
        answer_ready: "Elle est prête et attend son tour dans la file de la boucle.",
        answer_ready_blocked: |holder| format!("Elle est prête, mais {holder} tient le fil."),
        answer_running: |until| {
            format!("Elle tient le fil jusqu’à {until}\u{202f}; aucune autre tâche ne peut avancer.")
        },
        answer_returned: |time| format!("Elle a renvoyé sa valeur à {time}."),
        answer_failed: |error, time| format!("Elle a levé {error} à {time}."),
        answer_cancelled: |time| format!("Elle a été annulée à {time}."),
        facts: ["Parent", "Créée à", "A dormi", "A tenu le fil", "A tourné", "Ligne", "A renvoyé"],
        steps: |steps| format!("{steps} pas"),
        task: "Tâche",
        next_scenario: "Suivant",
        previous_scenario: "Précédent",
        neighbours: "Scénario suivant et précédent",
    },
};
