//! A field for the name of a program or a file. The typed text survives the renders of the page, of which a run causes
//! one per frame.

use web_sys::HtmlInputElement;
use yew::{
    AttrValue, Callback, Event, FocusEvent, Html, InputEvent, Properties, TargetCast, component, html, use_state_eq,
};

/// The properties of the field.
#[derive(PartialEq, Properties)]
pub struct Props {
    /// The field's id.
    pub id: &'static str,
    /// The label.
    pub label: &'static str,
    /// The present name.
    pub name: AttrValue,
    /// Called with another name.
    pub on_name: Callback<String>,
}

/// The field with its label.
#[component]
pub fn NameField(props: &Props) -> Html {
    let typed = use_state_eq(|| None::<String>);
    let note = {
        let setter = typed.setter();
        Callback::from(move |event: InputEvent| {
            setter.set(event.target_dyn_into::<HtmlInputElement>().map(|field| field.value()));
        })
    };
    let take = {
        let (setter, on_name) = (typed.setter(), props.on_name.clone());
        Callback::from(move |event: Event| {
            if let Some(field) = event.target_dyn_into::<HtmlInputElement>() {
                on_name.emit(field.value());
            }
            setter.set(None);
        })
    };
    let leave = {
        let setter = typed.setter();
        Callback::from(move |_: FocusEvent| setter.set(None))
    };
    let value = typed.as_ref().map_or_else(|| props.name.clone(), |typed| AttrValue::from(typed.clone()));
    html! {
        <label class="field">
            <span>{props.label}</span>
            <input type="text" id={props.id} {value} oninput={note} onchange={take} onblur={leave} />
        </label>
    }
}
