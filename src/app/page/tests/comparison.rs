//! Tests of the texts about compared runs.

use super::*;

#[tokio::test]
async fn a_comparison_names_the_gain() {
    let html = page(state("/s/sequential?compare=1", Language::French, None)).await;
    let text = text(&html);
    assert!(text.contains("×2,25"), "{text}");
    assert!(text.contains("2,500\u{a0}s gagnées"));
    assert!(html.contains("data-track=\"sequential\"") && html.contains("data-track=\"concurrent\""));
}

#[tokio::test]
async fn the_gain_of_several_runs_is_that_of_the_fastest_over_the_slowest() {
    for (address, language, row) in [
        // Threads take as long as the loop. Their total lies between those of the loop and the processes.
        (
            "/s/which-tool?compare=1",
            Language::English,
            "Gain ×2.27 · 2.800\u{a0}s gained total time of the slowest / of the fastest",
        ),
        (
            "/s/gather?compare=1&with=a003%3D0.4",
            Language::French,
            "Gain ×1,25 · 0,300\u{a0}s gagnées temps total de la plus lente / de la plus rapide",
        ),
        ("/s/gather?compare=1&with=a001%3D1.0", Language::English, "Gain ×1 total time"),
        ("/s/one-coroutine?compare=1&with=seconds%3D0", Language::English, "Gain 1.000\u{a0}s gained total time"),
    ] {
        let text = text(&page(state(address, language, None)).await);
        assert!(text.contains(row), "{row}: {text}");
    }
}

#[tokio::test]
async fn the_time_that_a_task_has_a_worker_at_work_is_a_wait_wherever_waits_are_counted() {
    for (address, said) in [
        (
            "/s/which-tool?compare=1",
            [
                "Sum of the waits 8.000\u{a0}s 8.000\u{a0}s 8.800\u{a0}s every sleep",
                "Lower bound 4.000\u{a0}s 4.000\u{a0}s 1.100\u{a0}s the earliest",
                "threads: 8.000\u{a0}s of waits",
                "processes: 8.800\u{a0}s of waits",
            ],
        ),
        (
            "/s/blocking-call?compare=1",
            [
                "Sum of the waits 7.400\u{a0}s 7.400\u{a0}s every sleep",
                "the earliest end for these waits",
                "loop: 7.400\u{a0}s of waits",
                "worker: 7.400\u{a0}s of waits",
            ],
        ),
    ] {
        let text = text(&page(state(address, Language::English, None)).await);
        for said in said {
            assert!(text.contains(said), "{said}: {text}");
        }
    }
}

#[tokio::test]
async fn a_comparison_says_why_one_is_faster_and_where_they_part() {
    let html = page(state("/s/sequential?compare=1", Language::English, None)).await;
    let text = text(&html);
    for said in [
        "“All at once” took 2.000\u{a0}s, “One after the other” 4.500\u{a0}s: 2.500\u{a0}s less, ×2.25.",
        "×2.25 is ×1 for as much to wait for in all, times ×2.25 for more waiting at once.",
        "One after the other: 4.500\u{a0}s of waits in 4.500\u{a0}s, so 1 under way at once on average, 1 at most.",
        "All at once: 4.500\u{a0}s of waits in 2.000\u{a0}s, so 2.25 under way at once on average, 3 at most.",
        "At 0.000\u{a0}s: Go there One after the other main holds the thread until 2.000",
        "All at once D1 created by main",
    ] {
        assert!(text.contains(said), "{said}: {text}");
    }
    // The first run has one wait at a time for 4.5 s. The second has three at once for 1 s, then two and
    // one for 0.5 s each.
    assert!(html.contains("M0 60V2H444V2H666V2H1000V60") && html.contains("M0 60V2H222V21H333V40H444V60"), "{html}");
}

#[tokio::test]
async fn a_factor_of_the_gain_says_which_way_it_goes() {
    let shown = async |address, language| text(&page(state(address, language, None)).await);
    for (address, english, french) in [
        (
            "/s/which-tool?compare=1",
            "×2.27 is ×0.91 for more to wait for in all, times ×2.5 for more waiting at once.",
            "×2,27, c’est ×0,91 parce qu’il y a davantage à attendre en tout, fois ×2,5 parce que plus d’attentes se recouvrent.",
        ),
        (
            "/s/gather?compare=1&with=a003%3D0.4",
            "×1.25 is ×1.38 for less to wait for in all, times ×0.91 for less waiting at once.",
            "×1,25, c’est ×1,38 parce qu’il y a moins à attendre en tout, fois ×0,91 parce que moins d’attentes se recouvrent.",
        ),
        (
            "/s/sequential?compare=1",
            "×2.25 is ×1 for as much to wait for in all, times ×2.25 for more waiting at once.",
            "×2,25, c’est ×1 parce qu’il y a autant à attendre en tout, fois ×2,25 parce que plus d’attentes se recouvrent.",
        ),
    ] {
        for (language, said) in [(Language::English, english), (Language::French, french)] {
            let text = shown(address, language).await;
            assert!(text.contains(said), "{said}: {text}");
        }
    }
    let alike = shown("/s/one-coroutine?compare=1&with=seconds%3D2", Language::French).await;
    assert!(
        alike.contains("×2, c’est ×2 parce qu’il y a moins à attendre en tout, fois ×1 parce qu’autant"),
        "{alike}"
    );
}

#[tokio::test]
async fn a_run_that_takes_no_time_is_faster_without_a_factor() {
    for (language, said) in [
        (Language::English, "“The other run” took 0.000\u{a0}s, “This run” 1.000\u{a0}s: 1.000\u{a0}s less."),
        (
            Language::French,
            "«\u{a0}L’autre exécution\u{a0}» a pris 0,000\u{a0}s, «\u{a0}Cette exécution\u{a0}» 1,000\u{a0}s\u{a0}: 1,000\u{a0}s de moins.",
        ),
    ] {
        let text = text(&page(state("/s/one-coroutine?compare=1&with=seconds%3D0", language, None)).await);
        assert!(text.contains(said), "{text}");
    }
}

#[tokio::test]
async fn a_run_is_compared_with_one_of_other_parameters_that_a_link_names() {
    let html = page(state("/s/gather?a001=0.2&compare=1&with=a003%3D0.6%26a001%3D1.0", Language::French, None)).await;
    let text = text(&html);
    assert!(text.contains("L’autre exécution A001 = 1,0 · A003 = 0,6"), "{text}");
    assert!(text.contains("Cette exécution A001 = 0,2 · A003 = 1,5"), "{text}");
    assert!(text.contains("«\u{a0}L’autre exécution\u{a0}» a pris 1,000\u{a0}s"), "{text}");
    assert!(text.contains("À 0,000\u{a0}s\u{a0}: Y aller L’autre exécution A001 dort jusqu’à 1,000"), "{text}");
    assert!(text.contains("Cela se remarque à 0,200\u{a0}s\u{a0}:"), "{text}");
    assert!(html.contains("id=\"o-a003\"") && html.contains("value=\"0,6\""), "{html}");
}

#[tokio::test]
async fn a_kept_run_that_comes_with_an_address_is_compared_and_has_its_place_in_the_list() {
    let state = state("/s/gather?compare=1&with=a001%3Dsoon&kept=a003%3D0.6", Language::English, None);
    assert_eq!(state.shown()[0].setup.values()[2].text(), "0.6");
    let html = page(state).await;
    assert!(text(&html).contains("a run that is not kept here"), "{html}");
    assert!(!html.contains("id=\"o-a003\""), "a kept run is as it was kept");
}

#[tokio::test]
async fn a_scenario_is_compared_with_itself_on_the_same_draws() {
    let state = state("/s/simulated-requests?seed=1&compare=1", Language::English, None);
    let seeds: Vec<_> = state.shown().iter().map(|variant| variant.setup.values()[4].text()).collect();
    assert_eq!(seeds, ["1", "1"]);
    let html = page(state).await;
    assert!(html.contains("data-track=\"sequential\"") && html.contains("data-track=\"concurrent\""));
    let text = text(&html);
    assert!(text.contains("one by one strategy=sequential"), "{text}");
    // 5.344 s one by one, 1.641 s at once: from the last lines of CPython's stories in fixtures/simulated-requests.txt.
    assert!(text.contains("×3.26"), "{text}");
    assert_eq!(html.matches("simulated_requests.rs").count(), 0, "the code is in a tab that is not open");
}
