//! Prints the story of a run in the terminal: `cargo run --example story -- concurrent first=3`.

use std::process::{Command, ExitCode};

use loopscope::program::{GREATEST_SEED, Kind, OFF_ON, Parameter, Range, Refusal, SEPARATOR, Setup, WORD_LENGTH};
use loopscope::scenarios::{self, Scenario};
use loopscope::trace::{Log, Story};

const USAGE: &str = "\
usage: story <scenario> [name=value ...] [--json | --check]
       story <scenario> --check  compares with CPython 3.13: python3.13, or what PYTHON names
       story <scenario> --help   lists its parameters
       story --list              lists the scenarios";

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    match answer(&arguments) {
        Ok(text) => {
            print!("{text}");
            ExitCode::SUCCESS
        }
        Err(problem) => {
            eprintln!("{problem}");
            ExitCode::from(2)
        }
    }
}

/// Returns the text to print for these arguments, or an error message.
fn answer(arguments: &[String]) -> Result<String, String> {
    let Some((id, rest)) = arguments.split_first() else { return Err(format!("{USAGE}\n\n{}", list())) };
    match id.as_str() {
        "--list" => return Ok(list()),
        "--help" => return Ok(format!("{USAGE}\n\n{}", list())),
        _ => {}
    }
    let scenario = scenarios::find(id).ok_or_else(|| format!("There is no scenario {id:?}.\n\n{}", list()))?;
    if rest.iter().any(|argument| argument == "--help") {
        return Ok(help(scenario));
    }
    let (json, checks) =
        (rest.iter().any(|argument| argument == "--json"), rest.iter().any(|argument| argument == "--check"));
    let values: Vec<&String> = rest.iter().filter(|argument| *argument != "--json" && *argument != "--check").collect();
    let setup = read_setup(scenario, values.iter().copied())?;
    let log = Log::shared();
    scenario.event_loop(&setup, &log).run_to_end();
    let log = log.borrow();
    if json {
        return serde_json::to_string_pretty(&log.events()).map(|text| text + "\n").map_err(|error| error.to_string());
    }
    let story = Story::from_events(log.events()).to_string();
    if checks { check(scenario, &values, &story) } else { Ok(story) }
}

/// Runs the Python twin on `CPython` with the same values, and compares the two stories line by line.
fn check(scenario: &Scenario, values: &[&String], ours: &str) -> Result<String, String> {
    let python = std::env::var("PYTHON").unwrap_or_else(|_| "python3.13".to_owned());
    let script = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/conformance/record.py");
    let told = Command::new(&python).args([script, "--story", scenario.id]).args(values).output();
    let told = told.map_err(|error| format!("{python} does not start: {error}"))?;
    if !told.status.success() {
        return Err(String::from_utf8_lossy(&told.stderr).into_owned());
    }
    let told = String::from_utf8_lossy(&told.stdout);
    // record.py prints a heading with the values, the story, and the lines at which tasks were suspended.
    let theirs: Vec<&str> = told.lines().skip(1).take_while(|line| !line.starts_with("lines ")).collect();
    let ours: Vec<&str> = ours.lines().collect();
    let place = (0..ours.len().max(theirs.len())).find(|place| ours.get(*place) != theirs.get(*place));
    let Some(place) = place else { return Ok(format!("CPython tells the same story: {} lines\n", ours.len())) };
    let line = |story: &[&str]| story.get(place).map_or_else(|| "(nothing)".to_owned(), ToString::to_string);
    Err(format!("line {} differs\n  here    {}\n  CPython {}", place + 1, line(&ours), line(&theirs)))
}

fn list() -> String {
    let lines = scenarios::ALL.iter().map(|scenario| format!("{:<20} {}\n", scenario.id, scenario.text.en.title));
    format!("scenarios:\n{}", lines.collect::<String>())
}

fn help(scenario: &Scenario) -> String {
    let lines = scenario.parameters.iter().enumerate().map(|(place, parameter)| {
        let assigned = format!("{}={}", parameter.name, parameter.default().text());
        format!("  {assigned:<24} {}: {}\n", scenario.text.en.label(place), range(parameter))
    });
    format!("{}: {}\n\n{}", scenario.id, scenario.text.en.title, lines.collect::<String>())
}

fn range(parameter: &Parameter) -> String {
    match parameter.kind {
        Kind::Number { range, .. } | Kind::Stop { range, .. } => numbers(range),
        Kind::Numbers { range, most, .. } => {
            format!("1 to {most} of these, with {SEPARATOR:?} between: {}", numbers(range))
        }
        Kind::Count { low, high, .. } => format!("a whole number, {low} to {high}"),
        Kind::Seed { .. } => format!("a whole number, 0 to {GREATEST_SEED}; the same seed, the same draws"),
        Kind::Word { .. } => format!("a word of at most {WORD_LENGTH} characters"),
        Kind::Addresses { most, .. } => format!("at most {most} addresses, with spaces between"),
        Kind::Choice { .. } | Kind::Source { .. } => parameter.options().join(" or "),
        Kind::Switch { .. } => OFF_ON.join(" or "),
    }
}

fn numbers(Range { low, high, seconds }: Range) -> String {
    format!("{}, {low} to {high}", if seconds { "seconds" } else { "a number" })
}

fn read_setup<'a>(scenario: &Scenario, arguments: impl Iterator<Item = &'a String>) -> Result<Setup, String> {
    let mut setup = scenario.defaults();
    for argument in arguments {
        let (name, typed) =
            argument.split_once('=').ok_or_else(|| format!("{argument:?} is not name=value.\n{USAGE}"))?;
        let place = scenario.parameters.iter().position(|parameter| parameter.name == name);
        let place = place.ok_or_else(|| format!("{} has no parameter {name:?}.\n\n{}", scenario.id, help(scenario)))?;
        let parameter = scenario.parameters[place];
        let value = parameter.parse(typed).map_err(|refusal| format!("{argument}: {}", reason(refusal)))?;
        setup = setup.with(place, value);
    }
    Ok(setup)
}

fn reason(refusal: Refusal) -> String {
    match refusal {
        Refusal::Empty => "a value is missing".to_owned(),
        Refusal::NotANumber => "not a number".to_owned(),
        Refusal::NotWhole => "not a whole number".to_owned(),
        Refusal::Outside { low, high } => format!("not between {low} and {high}"),
        Refusal::TooLong(longest) => format!("longer than {longest} characters"),
        Refusal::TooMany(most) => format!("more than {most} items"),
        Refusal::Address(place, bad) => format!("address {place} is none: {bad:?}"),
        Refusal::NoOption(options) => format!("not one of {}", options.join(", ")),
    }
}
