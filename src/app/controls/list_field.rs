//! The fields of a list: one for each item, and buttons that add and remove an item.

use yew::{Callback, Html, html};

use super::field::{FieldView, near, slider, step};
use crate::program::{Range, SEPARATOR};
use crate::text::Interface;

/// The fields of a list parameter with the text `typed`. `used` are the numbers that a run has.
pub fn view(
    field: &FieldView,
    typed: &str,
    used: &[f64],
    (range, most, usual): (Range, usize, f64),
    words: &Interface,
) -> Html {
    let items: Vec<String> = typed.split(SEPARATOR).map(str::to_owned).collect();
    let buttons = &words.list_buttons;
    let (longer_name, shorter_name) = ((buttons.longer)(field.label), (buttons.shorter)(field.label));
    let longer = (items.len() < most).then(|| joined(&lengthened(&items)));
    let shorter = (items.len() > 1).then(|| joined(&items[..items.len() - 1]));
    html! {
        <>
            <span>{field.label}{range.seconds.then(|| format!(" ({})", words.seconds_unit))}</span>
            <div class="list" role="group" aria-label={field.label}>
                <div class="items">{for (0..items.len()).map(|place| item(field, &items, (place, used.get(place).copied()), (range, usual), words))}</div>
                <div class="group">
                    {button("−", shorter_name, shorter, field)}
                    {button("+", longer_name, longer, field)}
                </div>
            </div>
        </>
    }
}

/// A button that replaces the list. If it cannot, it stays focusable (`aria-disabled`).
fn button(sign: &'static str, name: String, becomes: Option<String>, field: &FieldView) -> Html {
    let off = becomes.is_none().to_string();
    let on_type = field.on_type.clone();
    let press = Callback::from(move |_| becomes.iter().for_each(|list| on_type.emit(list.clone())));
    html! { <button class="btn" type="button" aria-label={name} aria-disabled={off} onclick={press}>{sign}</button> }
}

fn item(
    field: &FieldView,
    items: &[String],
    (place, used): (usize, Option<f64>),
    (range, usual): (Range, f64),
    words: &Interface,
) -> Html {
    let name = (words.list_item)(field.label, place + 1);
    let id = if place == 0 { field.id() } else { format!("{}-{}", field.id(), place + 1) };
    let value = range.parse(&items[place]);
    let number = used.unwrap_or(range.low);
    let on_type = {
        let items = items.to_vec();
        field.on_type.reform(move |typed| {
            let mut items = items.clone();
            items[place] = typed;
            joined(&items)
        })
    };
    html! {
        <div class="item" key={place}>
            {field.named_input(id, Some(name.clone()), items[place].clone(), "decimal", "", value.is_err(), &on_type)}
            {slider(name, number, near(range, usual, number), step(range), &on_type)}
        </div>
    }
}

/// The list with its last item repeated.
fn lengthened(items: &[String]) -> Vec<String> {
    items.iter().chain(items.last()).cloned().collect()
}

fn joined(items: &[String]) -> String {
    items.join(&SEPARATOR.to_string())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_longer_list_repeats_its_last_item_as_typed() {
        let items = ["1.5".to_owned(), "soon".to_owned()];
        assert_eq!(joined(&lengthened(&items)), "1.5_soon_soon");
        assert_eq!(joined(&items), "1.5_soon");
    }
}
