// @ts-check
// The editor's words in French.

export const french = {
  labels: {
    editor: (file) => `Programme, ${file}`,
    leave: "Tab met en retrait. Échap, puis Tab, quitte l’éditeur.",
    show: "Montrer",
    fixKey: "Ctrl+. fait la modification.",
    here: "Tâches à cette ligne",
    tasks: (names) => `Tâches à cette ligne\u{a0}: ${names.join(", ")}`,
  },
  phrases: {
    Find: "Chercher",
    Replace: "Remplacer",
    next: "suivant",
    previous: "précédent",
    all: "tous",
    "match case": "casse",
    regexp: "expression régulière",
    "by word": "mot entier",
    replace: "remplacer",
    "replace all": "tout remplacer",
    close: "fermer",
    "current match": "occurrence courante",
    "on line": "à la ligne",
    "replaced $ matches": "$ occurrences remplacées",
    "replaced match on line $": "occurrence remplacée à la ligne $",
    "Go to line": "Aller à la ligne",
    go: "aller",
    Completions: "Complétions",
    "Selection deleted": "Sélection supprimée",
    "Control character": "Caractère de contrôle",
    "Folded lines": "Lignes repliées",
    "Unfolded lines": "Lignes dépliées",
    "folded code": "code replié",
    unfold: "déplier",
    to: "à",
  },
  hints: {
    "never-awaited": {
      title: "Cette coroutine n’est jamais attendue\u{a0}:",
      why: "appeler {name}() ne fait que créer une coroutine, et rien n’en est exécuté.",
      fix: "Ajouter await",
    },
    "blocking-sleep": {
      title: "Cette pause arrête toutes les tâches\u{a0}:",
      why: "time.sleep() occupe le thread, et la boucle d’événements ne peut faire avancer personne jusqu’à son retour.",
      fix: "Prendre asyncio.sleep",
    },
    "blocking-request": {
      title: "Cette requête arrête toutes les tâches\u{a0}:",
      why: "{name}() attend le réseau dans le thread de la boucle d’événements. Un autre thread, ou aiohttp, laisserait la boucle libre.",
      fix: "Exécuter dans un thread",
    },
    "blocking-file": {
      title: "Lire un fichier ici arrête toutes les tâches\u{a0}:",
      why: "open() et la suite occupent le thread de la boucle d’événements pendant que le disque répond. Pour un gros fichier, écrire une fonction et la confier à asyncio.to_thread().",
    },
    "blocking-input": {
      title: "Cette question arrête toutes les tâches\u{a0}:",
      why: "input() occupe le thread de la boucle d’événements jusqu’à ce que quelqu’un réponde.",
      fix: "Demander dans un thread",
    },
    "blocking-process": {
      title: "Ce programme arrête toutes les tâches tant qu’il tourne\u{a0}:",
      why: "{name}() attend un autre programme dans le thread de la boucle d’événements. asyncio.create_subprocess_exec() attend sans l’occuper.",
      fix: "Exécuter dans un thread",
    },
    "task-dropped": {
      title: "Personne ne garde cette tâche\u{a0}:",
      why: "la boucle d’événements n’en a qu’une référence faible\u{202f}; Python peut donc la supprimer avant sa fin, et son erreur se voit tard ou jamais. La garder dans une variable et l’attendre, ou prendre un TaskGroup.",
      fix: "Ajouter await",
    },
    "cancellation-eaten": {
      title: "Cet except prend aussi une annulation\u{a0}:",
      why: "CancelledError est capturée ici sans être relancée\u{202f}; la tâche continue alors qu’on l’a annulée. Un délai maximal posé autour n’a aucun effet.",
      fix: "Capturer Exception",
    },
    "run-inside": {
      title: "Une boucle d’événements tourne déjà\u{a0}:",
      why: "{name}() en démarre une autre, et lève RuntimeError dans une coroutine. Il faut attendre la coroutine.",
      fix: "Prendre await",
    },
    "gather-unbounded": {
      title: "Tout démarre en même temps\u{a0}:",
      why: "gather() n’a pas de limite\u{202f}; une longue liste en démarre autant au même instant. Si chacune ouvre une connexion ou un fichier, un Semaphore en laisse passer quelques-unes à la fois.",
    },
    "gather-loses": {
      title: "La première erreur cache les autres résultats\u{a0}:",
      why: "gather() la lève aussitôt et ne rend aucun résultat\u{202f}; les autres coroutines continuent, et personne ne demande ce qu’elles renvoient. Avec return_exceptions=True, chaque résultat ou erreur a sa place.",
    },
    "lock-held": {
      title: "Le verrou est tenu pendant cette attente\u{a0}:",
      why: "toute autre tâche qui veut {name} fait la queue pendant ce temps. Attendre d’abord, et ne prendre le verrou que pour la modification.",
    },
  },
};
