//! Takes a program out of the page: buttons copy its text or save it as a file, and two commands for a terminal run it
//! and compare it with `CPython`.

use form_urlencoded::byte_serialize;
use yew::{Callback, Html, Properties, component, html, use_state_eq};

use crate::host::document;
use crate::program::Variant;
use crate::text::Language;
use crate::text::taking::taking;

/// The properties of the buttons: the file that they copy or save.
#[derive(PartialEq, Properties)]
pub struct Props {
    /// The language.
    pub language: Language,
    /// The name of the file.
    pub file: String,
    /// Its text.
    pub text: String,
}

/// The buttons.
#[component]
pub fn Take(props: &Props) -> Html {
    let words = taking(props.language);
    let copied = use_state_eq(|| None::<bool>);
    let copy = {
        let (copied, text) = (copied.setter(), props.text.clone());
        Callback::from(move |_| {
            let (copied, text) = (copied.clone(), text.clone());
            // The note is removed first, so that a screen reader announces the second copy too.
            copied.set(None);
            wasm_bindgen_futures::spawn_local(async move { copied.set(Some(document::copy(&text).await)) });
        })
    };
    let note = match *copied {
        None => "",
        Some(true) => words.copied,
        Some(false) => words.not_copied,
    };
    // A plain link: the browser saves it without a script and without a request.
    let text: String = byte_serialize(props.text.as_bytes()).collect::<String>().replace('+', "%20");
    html! {
        <span class="take">
            <span role="status">{note}</span>
            <button class="quiet" type="button" onclick={copy}>{words.copy}</button>
            <a class="quiet" download={props.file.clone()} href={format!("data:text/x-python;charset=utf-8,{text}")}>{words.save}</a>
        </span>
    }
}

/// The command that runs the file, and the one that compares its story with ours.
pub fn commands(variant: &Variant, file: &str, language: Language) -> Html {
    let words = taking(language);
    let check = variant.program.text(language).filter(|_| !variant.is_real()).map(|_| check(variant));
    html! {
        <dl class="commands">
            <div><dt>{words.run}</dt><dd><code>{format!("python3.13 {file}")}</code></dd></div>
            {for check.map(|check| html! { <div><dt>{words.check}</dt><dd><code>{check}</code></dd></div> })}
        </dl>
    }
}

/// The command that runs the program on `CPython` with the same values and prints where the two stories differ.
fn check(variant: &Variant) -> String {
    let mut command = format!("cargo run --example story -- {}", &*variant.program.id);
    for (parameter, value) in variant.program.parameters.iter().zip(variant.setup.values()) {
        if parameter.default() != *value {
            command.push(' ');
            command += &quoted(&format!("{}={}", parameter.name, value.text()));
        }
    }
    command + " --check"
}

/// A word as a shell takes it.
fn quoted(word: &str) -> String {
    let plain = |byte: u8| byte.is_ascii_alphanumeric() || b"=._-/".contains(&byte);
    if word.bytes().all(plain) { word.to_owned() } else { format!("'{}'", word.replace('\'', r"'\''")) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::scenarios::find;

    #[test]
    fn the_command_names_what_differs_from_the_defaults_as_a_shell_takes_it() {
        let command = |id: &str, typed: &[(&str, &str)]| {
            let scenario = find(id).expect("a scenario");
            let given: Vec<_> = typed.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect();
            check(&Variant::alone(scenario, scenario.setup(&scenario.fields(&given))))
        };
        assert_eq!(command("gather", &[]), "cargo run --example story -- gather --check");
        assert_eq!(
            command("semaphore", &[("permits", "3"), ("durations", "1_2.5")]),
            "cargo run --example story -- semaphore permits=3 durations=1.0_2.5 --check"
        );
        assert_eq!(quoted("name=L'été"), r"'name=L'\''été'");
    }
}
