//! Tests of what is hidden before a predicted run and shown after it.

use super::*;

#[tokio::test]
async fn what_is_to_be_predicted_is_hidden_before_the_run() {
    for scenario in scenarios::ALL.iter().filter(|scenario| !scenario.is_always_real()) {
        for tab in [Tab::Outcome, Tab::Explanation] {
            let address = format!("/s/{}?predict=1&tab={}", scenario.id, tab.code());
            let html = page(before(&address, Language::English)).await;
            let (text, words) = (text(&html), interface(Language::English));
            assert!(text.contains(words.prediction.total) && text.contains(words.prediction.hidden), "{address}");
            assert!(!text.contains(words.look) && !text.contains(words.trap), "{address}: the guide is hidden");
            let empty = format!("--end:{:.9};", crate::trace::Scale::for_run(0.0).end());
            assert!(html.contains(&empty), "{address}: the axis has the length of an empty run");
            let guide = crate::text::Guide::parse(scenario.guide.en.compiled().expect("a text"));
            for told in guide.next.iter().chain(&guide.timeline).chain(&guide.hints) {
                let begin: String =
                    told.chars().take_while(|letter| letter.is_ascii_alphanumeric() || *letter == ' ').collect();
                assert!(!text.contains(&told[..begin.len()]) || begin.len() < 12, "{address}: {told}");
            }
        }
    }
}

#[tokio::test]
async fn the_contents_keep_the_total_of_the_scenario_that_is_predicted_to_themselves() {
    use crate::app::course::contents::{Contents, Props};
    for (hides, total) in [(true, "All at once ?"), (false, "All at once 2.0\u{a0}s")] {
        let props = Props {
            language: Language::English,
            find: "".into(),
            open: true,
            current: Some("concurrent"),
            addresses: std::rc::Rc::default(),
            ran: Vec::new(),
            hides,
            on_action: Callback::noop(),
        };
        let html = LocalServerRenderer::<Contents>::with_props(props).hydratable(false).render().await;
        assert!(text(&html).contains(total), "{}", text(&html));
        assert!(text(&html).contains("One after the other 4.5\u{a0}s"));
    }
}

#[tokio::test]
async fn a_prediction_is_marked_when_the_run_has_ended_wherever_it_is_held() {
    // T3 enters at 1.2 and not at 1.8. The run takes 3.3 s.
    let address = "/s/semaphore?predict=1&guess=4,5";
    for at in [None, Some(1.0)] {
        let html = page(state(address, Language::English, at)).await;
        let text = text(&html);
        assert!(text.contains("Wrong It took 3.300\u{a0}s. You said 4.5\u{a0}s."), "{text}");
        assert!(html.contains("data-answered=\"true\""));
    }
    let right = text(&page(state("/s/wait-for?predict=1&guess=2&ends=2", Language::French, None)).await);
    assert!(right.contains("Juste Cela a pris 2,000\u{a0}s."), "{right}");
    assert!(right.contains("2 réponses justes sur 3.") && right.contains("Sans réponse"), "{right}");
    assert!(!right.contains("Vous aviez dit"), "no order was answered: {right}");
}
