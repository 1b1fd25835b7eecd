// @ts-check
//! The checks' texts in French: see words.en.js.

/** @type {import("./judge.js").Words} */
export default {
  point: ",",
  form: {
    title: "`{function}({parameters})` est une fonction coroutine",
    says: {
      missing: "Il n’y a pas de fonction `{function}` au premier niveau de votre programme.",
      other: "`{function}` existe, mais on ne peut pas l’appeler.",
      parameters: "`{function}` doit prendre ({parameters}), mais la vôtre prend ({found}).",
      plain: "`{function}` ne donne rien que l’on puisse attendre\u00a0: écrivez `async def {function}` et renvoyez le résultat, sans y lancer de boucle.",
    },
  },
  honest: {
    title: "L’attente et les horloges sont celles de Python",
    says: "Votre programme remplace {names}. Les contrôles veulent le temps que prend une vraie attente.",
  },
  runs: {
    title: "Le programme va jusqu’à sa fin",
    says: {
      raised: "Une erreur met fin à l’exécution\u00a0: {error}",
      exit: "Votre programme s’arrête de lui-même (`sys.exit`) avant que le travail soit fait.",
      silence: "Votre programme calcule sans jamais rendre la main à la boucle\u00a0: il tourne sans fin.",
      endless: "Votre programme ne se termine pas\u00a0: il continue bien après la fin du travail.",
      memory: "Votre programme remplit sa mémoire sans fin.",
      recursion: "Votre programme s’appelle lui-même sans fin.",
      stuck: "Votre programme attend quelque chose que personne ne fera jamais.",
      stopped: "L’exécution a été arrêtée.",
      failed: "L’exécution a été interrompue\u00a0: {error}",
    },
  },
  result: {
    title: "Le bon résultat est renvoyé",
    says: {
      none: "Rien n’est renvoyé\u00a0; {want} était attendu.",
      other: "{got} est renvoyé\u00a0; {want} était attendu.",
    },
  },
  raises: {
    title: "L’erreur est transmise",
    says: {
      raised: "{got} sort de la fonction, alors qu’aucune erreur ne devrait en sortir ici.",
      nothing: "Aucune erreur ne sort de la fonction\u00a0; {error} était attendue.",
      other: "{got} sort de la fonction\u00a0; {error} était attendue.",
    },
  },
  total: {
    title: "Le temps qu’il faut, et pas plus",
    says: {
      slow: "L’ensemble a pris {got}\u00a0s\u00a0; {want}\u00a0s suffisent.",
      fast: "L’ensemble a pris {got}\u00a0s, et ne peut pas prendre moins de {want}\u00a0s\u00a0: quelque chose n’a pas été attendu.",
    },
  },
  prints: {
    title: "Les bonnes lignes sont affichées",
    says: {
      missing: "La ligne «\u00a0{want}\u00a0» n’est pas affichée.",
      other: "«\u00a0{got}\u00a0» est affiché, là où «\u00a0{want}\u00a0» était attendu.",
      more: "«\u00a0{got}\u00a0» est affiché, et ne devrait pas l’être.",
      early: "«\u00a0{line}\u00a0» est affiché à {got}\u00a0s, avant son heure\u00a0: {want}\u00a0s.",
      late: "«\u00a0{line}\u00a0» n’est affiché qu’à {got}\u00a0s\u00a0; son heure était {want}\u00a0s.",
    },
  },
  calls: {
    title: "Appels de `{function}`\u00a0: un pour chacun",
    says: {
      never: "`{function}` n’est jamais appelée.",
      count: "Appels de `{function}`\u00a0: {got} au lieu de {want}.",
      extra: "{function} est appelée, et ne devrait pas l’être, ou pas une fois de plus.",
      missing: "{function} n’est jamais appelée jusqu’au bout.",
    },
  },
  at_most: {
    title: "Jamais plus de {most} à la fois dans `{function}`",
    says: "À {time}\u00a0s, {count} sont à la fois dans `{function}`\u00a0: {names}. Limite\u00a0: {most}.",
  },
  together: {
    title: "Tout avance en même temps dans `{function}`",
    says: "Au plus {count} sur {most} avancent en même temps dans `{function}`.",
  },
  waits: {
    title: "`{then}` attend `{first}`",
    says: "À {time}\u00a0s, {then} commence, et {first} n’est pas encore fini.",
  },
  starts: {
    title: "Chacun commence dès qu’il le peut",
    says: {
      never: "`{function}` devrait commencer à {want}\u00a0s, et ne le fait pas.",
      late: "{function} commence à {got}\u00a0s\u00a0; c’était possible à {want}\u00a0s.",
      early: "{function} commence à {got}\u00a0s, avant {want}\u00a0s.",
    },
  },
  order: {
    title: "Ils commencent dans le bon ordre",
    says: "À {time}\u00a0s, {then} commence, et {first} n’a pas encore commencé.",
  },
  lasts: {
    title: "Chaque appel de `{function}` dure ce qu’il doit durer",
    says: {
      long: "{function} dure {got}\u00a0s\u00a0; la limite est de {want}\u00a0s.",
      short: "{function} est fini après {got}\u00a0s, alors qu’il fallait lui laisser {want}\u00a0s.",
    },
  },
  ends: {
    title: "`{function}` se termine comme il faut",
    says: {
      never: "`{function}` n’est jamais appelée.",
      not_returned: "{function} ne va pas jusqu’au bout.",
      not_raised: "{function} n’échoue pas, et le devrait.",
      not_cancelled: "{function} n’est pas annulé, et devrait l’être.",
      time: "{function} se termine à {got}\u00a0s au lieu de {want}\u00a0s.",
    },
  },
  rate: {
    title: "Au plus {most} appels de `{function}` en {within}\u00a0s",
    says: "De {from}\u00a0s à {time}\u00a0s, `{function}` commence {count} fois\u00a0; limite\u00a0: {most} en {within}\u00a0s.",
  },
  pauses: {
    title: "Les pauses avant l’essai suivant s’allongent",
    says: {
      short: "Avant de réessayer {function} (pause {number}), seulement {got}\u00a0s\u00a0; il faut de {low}\u00a0s à {high}\u00a0s.",
      long: "Avant de réessayer {function} (pause {number}), {got}\u00a0s\u00a0; il faut de {low}\u00a0s à {high}\u00a0s.",
    },
  },
  varies: {
    title: "Les pauses varient au hasard",
    says: "Tous ceux qui ont échoué font une pause de {got}\u00a0s et reviennent au même instant\u00a0: il manque la part de hasard.",
  },
  once: {
    title: "On ne demande pas deux fois la même chose à `{function}`",
    says: "Appels de {function}\u00a0: {count}\u00a0; {most} suffit.",
  },
  ahead: {
    title: "`{first}` n’a jamais plus de {most} d’avance sur `{then}`",
    says: "À {time}\u00a0s, `{first}` a {count} d’avance sur `{then}`\u00a0; limite\u00a0: {most}.",
  },
  closed: {
    title: "Ce que `{open}` ouvre, `{close}` le referme",
    says: "{open} a été appelé, et `{close}` n’a pas été appelé jusqu’au bout pour lui.",
  },
  reported: {
    title: "Chaque erreur est signalée",
    says: "{function} échoue ({error}), et rien ne le dit.",
  },
  no_task_left: {
    title: "Aucune tâche ne reste à la fin",
    says: "Quand la fonction rend la main, la tâche {task} n’est pas finie\u00a0; `asyncio.run` la supprime.",
  },
  no_error_lost: {
    title: "Aucune erreur ne se perd",
    says: "Personne ne demande l’erreur de {task}\u00a0: {message}",
  },
  all_awaited: {
    title: "Chaque coroutine est attendue",
    says: "Une coroutine est créée et jamais attendue\u00a0: {message}",
  },
  not_blocked: {
    title: "Rien ne bloque la boucle",
    says: "À {time}\u00a0s, {task} bloque la boucle pendant {got}\u00a0s\u00a0: personne d’autre n’avance.",
  },
  cancelled: {
    title: "Une annulation passe jusqu’au bout",
    says: {
      kept: "À {time}\u00a0s, l’annulation atteint `{function}` dans {task}, qui la garde pour elle et continue.",
      never: "Rien n’est annulé dans `{function}`.",
    },
  },
  level: {
    title: "Jamais plus de {most} dans une {class}",
    says: "À {time}\u00a0s, il y en a {count} dans la {class}\u00a0; limite\u00a0: {most}.",
  },
  tasks_at_most: {
    title: "Jamais plus de {most} tâches",
    says: "À {time}\u00a0s, il y a {count} tâches\u00a0; {most} suffisent.",
  },
};
