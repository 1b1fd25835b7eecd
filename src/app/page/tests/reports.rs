//! Tests of the programs' reports: tables, charts, conversations.

use super::*;

#[tokio::test]
async fn a_report_shows_what_was_printed_up_to_the_cursor() {
    let during = page(state("/s/file-downloader", Language::English, Some(1.0))).await;
    assert!(during.contains("--part:calc(30/100)"), "{during}");
    let row = "film 30.0 MB 30% 0.900 s 10.0 MB/s";
    assert!(text(&during).contains(row), "{}", text(&during));
    let after = page(state("/s/file-downloader", Language::English, None)).await;
    assert!(text(&after).contains("film 30.0 MB 100% 3.000 s 10.0 MB/s"), "{}", text(&after));
}

#[tokio::test]
async fn a_report_is_in_the_language_of_the_page() {
    let html = page(state("/s/weather-stations?compare=1", Language::French, None)).await;
    let text = text(&html);
    assert!(text.contains("Compte rendu wait_for(gather)"), "{text}");
    assert!(text.contains("Paris - perdue") && text.contains("Paris - trop tard"), "{text}");
}

#[tokio::test]
async fn french_has_a_no_break_space_before_a_percent_sign_in_reports_and_the_log_what_was_printed() {
    let shown = |address, language| async move { text(&page(state(address, language, None)).await) };
    let french = shown("/s/service-monitor", Language::French).await;
    assert!(french.contains("tous 2/3 - - 67\u{a0}%"), "{french}");
    assert!(shown("/s/service-monitor", Language::English).await.contains("all 2/3 - - 67%"));
    assert!(shown("/s/service-monitor?tab=log", Language::French).await.contains("67%"));
}

#[tokio::test]
async fn an_alert_is_drawn_and_told_in_words_as_far_as_it_has_come() {
    let html = page(state("/s/system-monitor", Language::French, Some(5.0))).await;
    assert_eq!(html.matches("data-source=").count(), 4);
    assert!(text(&html).contains("mémoire alerte 2,800–5,000\u{a0}s"), "{}", text(&html));
    assert_eq!(html.matches("class=\"alert\"").count(), 3);
    let after = page(state("/s/system-monitor", Language::English, None)).await;
    assert!(text(&after).contains("CPU alert 2.000–8.500\u{a0}s"), "{}", text(&after));
    assert!(after.contains("9.500,22.5 10.000,22.5 \""), "the last mean holds up to the end of its reader: {after}");
}

#[tokio::test]
async fn a_conversation_shows_who_waited_and_what_overtook() {
    let html = page(state("/s/chat-bot?compare=1", Language::English, None)).await;
    let parts: Vec<&str> = html.split("class=\"talks\"").skip(1).collect();
    let overtaking = |part: &&str| part.matches("data-overtakes=\"true\"").count();
    assert_eq!(parts.iter().map(overtaking).collect::<Vec<_>>(), [0, 4, 0], "{html}");
    assert!(text(parts[0]).contains("7.871 +5.560\u{a0}s /bill: 1 soup + 3 bread"), "{}", text(parts[0]));
    assert!(text(parts[1]).contains("2.201 cake: how many? overtakes another"), "{}", text(parts[1]));
    let early = page(state("/s/chat-bot", Language::English, Some(0.3))).await;
    assert_eq!((early.matches("data-by=\"user\"").count(), early.matches("data-user=").count()), (1, 1));
}

/// Only a reader would notice a cell without a column, or a column without cells.
#[test]
fn every_report_fits_its_columns() {
    for scenario in scenarios::ALL {
        let state = state(&format!("/s/{}?compare=1", scenario.id), Language::English, None);
        for track in &state.run.as_ref().expect("a run").tracks {
            let Words::Course(text) = track.variant.program.words else { panic!("of the course") };
            let rows = report(&track.log.borrow(), track.cursor);
            assert_eq!(text.en.columns.len(), text.fr.columns.len(), "{}", scenario.id);
            assert_eq!(rows.is_empty(), text.en.columns.is_empty(), "{}", scenario.id);
            let longest = rows.iter().map(Vec::len).max().unwrap_or_default();
            assert_eq!(longest, text.en.columns.len(), "{}: {rows:?}", scenario.id);
        }
    }
}
