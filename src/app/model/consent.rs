//! Consent: no request goes to another host unless the reader allows it.

use super::state::State;
use crate::aiohttp::origin;
use crate::program::{Kind, Value};

/// What happens when the reader presses Run.
#[derive(Clone, Debug, PartialEq)]
pub enum Start {
    /// The reader is asked for permission for these origins first.
    Ask(Vec<String>),
    /// The field of this name has an address that cannot be requested, so no run begins.
    Refuse(&'static str),
    /// The run begins, and may send requests to these origins.
    Begin(Vec<String>),
}

impl State {
    /// The origins that a run would send requests to and that the reader has not allowed.
    #[must_use]
    pub fn strangers(&self) -> Vec<String> {
        let mut strangers = Vec::new();
        for value in self.setup().values() {
            let Value::Addresses(addresses) = value else { continue };
            for origin in addresses.iter().filter_map(|address| origin(address)) {
                if !self.allowed.contains(&origin) && !strangers.contains(&origin) {
                    strangers.push(origin);
                }
            }
        }
        strangers
    }

    /// Whether a run may start, or the reader must be asked first.
    #[must_use]
    pub fn start(&self) -> Start {
        let fields = self.place.parameters().iter().zip(&self.fields);
        let mut addresses = fields.filter(|(parameter, _)| matches!(parameter.kind, Kind::Addresses { .. }));
        if let Some((bad, _)) = addresses.find(|(parameter, typed)| parameter.parse(typed).is_err()) {
            return Start::Refuse(bad.name);
        }
        let strangers = self.strangers();
        if strangers.is_empty() { Start::Begin(self.allowed.clone()) } else { Start::Ask(strangers) }
    }

    /// The allowed origins after the reader consents. `None` if no question is open, and in a frame: the outer page
    /// could place the button under the reader's next click.
    #[must_use]
    pub fn granted(&self) -> Option<Vec<String>> {
        let may = !self.asked.is_empty() && !self.framed;
        may.then(|| [&self.allowed[..], &self.asked].concat())
    }

    /// Applies the reader's consent.
    pub(super) fn allow(&mut self) {
        if let Some(granted) = self.granted() {
            self.allowed = granted;
        }
        self.asked.clear();
    }
}

#[cfg(test)]
mod tests {
    use std::rc::Rc;

    use yew::Reducible;

    use super::super::action::Action;
    use super::super::choices::Theme;
    use super::super::route::Route;
    use super::*;
    use crate::text::Language;

    const ONE: &str = "/s/real-requests?urls=json+http://a.example/x";

    fn page(address: &str) -> Rc<State> {
        Rc::new(State::new(Route::parse(address), Language::English, Theme::System))
    }

    /// The page at [`ONE`] after a click on Run.
    fn asked() -> Rc<State> {
        let state = page(ONE);
        let Start::Ask(origins) = state.start() else { panic!("the reader is asked") };
        state.reduce(Action::Ask(origins))
    }

    /// The page after a guide has suggested this page's address: its former address has another host.
    fn after_a_suggestion(address: &str) -> Rc<State> {
        let given = Route::parse(address).parameters;
        page("/s/real-requests?urls=http://c.example/").reduce(Action::TryOut(given))
    }

    #[test]
    fn a_run_begins_only_when_every_origin_that_it_asks_was_allowed() {
        let address = "/s/real-requests?urls=http://a.example/x+http://a.example.evil/+http://a.example:81/+delay/1";
        let state = page(address);
        let Start::Ask(strangers) = state.start() else { panic!("the reader is asked") };
        assert_eq!(strangers, ["http://a.example", "http://a.example.evil", "http://a.example:81"]);
        let first = state.reduce(Action::Ask(strangers[..1].to_vec())).reduce(Action::Allow);
        assert_eq!(
            first.start(),
            Start::Ask(strangers[1..].to_vec()),
            "another host, though it begins like an allowed one"
        );
        let all = first.reduce(Action::Ask(strangers[1..].to_vec())).reduce(Action::Allow);
        assert_eq!(all.start(), Start::Begin(strangers));
        assert_eq!(page("/s/real-requests").start(), Start::Begin(Vec::new()), "the lab server is the page's own host");
    }

    #[test]
    fn nothing_is_requested_while_an_address_is_bad_and_never_one_that_no_field_shows() {
        for bad in ["javascript:alert(1)+http://a.example/", "", "http://user@a.example/"] {
            let state = page(&format!("/s/real-requests?urls={bad}"));
            assert_eq!(state.start(), Start::Refuse("urls"), "{bad}");
            let values = state.setup();
            let Value::Addresses(used) = &values.values()[0] else { panic!("addresses") };
            assert!(used.iter().all(|address| bad.contains(address)), "{used:?}");
        }
    }

    #[test]
    fn a_question_is_gone_when_what_it_asked_about_has_changed() {
        let index = 0;
        for (action, why) in [
            (Action::Type(index, "json http://b.example/".to_owned()), "another address was typed"),
            (Action::Defaults, "the defaults came back"),
            (Action::Go(Box::new(Route::parse("/s/gather"))), "the scenario was left"),
            (Action::Go(Box::new(Route::parse("/"))), "the reader went to the contents"),
            (Action::Go(Box::new(Route::parse(&format!("{ONE}+http://b.example/")))), "the address changed"),
            (Action::Ask(Vec::new()), "the reader said no"),
            (Action::TryOut(vec![("urls".to_owned(), "http://b.example/".to_owned())]), "a guide's values came"),
            (Action::Untry, "the values from before the guide's came back"),
        ] {
            let state = after_a_suggestion(ONE);
            let Start::Ask(origins) = state.start() else { panic!("the reader is asked") };
            let state = state.reduce(Action::Ask(origins));
            assert!(state.granted().is_some());
            let state = state.reduce(action);
            assert!(state.asked.is_empty(), "{why}");
            assert_eq!(state.granted(), None, "{why}");
            assert!(
                state.reduce(Action::Allow).allowed.is_empty(),
                "{why}: consent to a withdrawn question has no effect"
            );
        }
    }

    #[test]
    fn consent_allows_the_origins_of_the_question() {
        let state = asked();
        assert_eq!(state.granted(), Some(vec!["http://a.example".to_owned()]));
        let state = state.reduce(Action::Allow);
        assert_eq!((&state.allowed[..], &state.asked[..]), (&["http://a.example".to_owned()][..], &[][..]));
    }

    #[test]
    fn in_a_frame_of_another_origin_nothing_can_be_allowed() {
        let framed = Rc::new(State { framed: true, ..(*asked()).clone() });
        assert_eq!(framed.granted(), None);
        let state = framed.reduce(Action::Allow);
        assert!(state.allowed.is_empty() && state.asked.is_empty());
        assert!(matches!(state.start(), Start::Ask(_)));
    }
}
