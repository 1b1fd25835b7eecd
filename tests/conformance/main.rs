//! Every scenario must have the same story (its log as lines of text) as its Python twin on `CPython`. `record.py`
//! recorded the twins' stories in `fixtures/`.

mod chains;
mod locks_and_queues;
mod logs;
mod programs;
mod random;
mod random_programs;
mod reports;
mod rule_39;
mod rules_01_to_19;
mod rules_20_to_38;
mod told;
mod vocabulary;
mod warnings;

use std::collections::HashMap;
use std::path::Path;

use loopscope::program::{self, Kind, Parameter, Setup};
use loopscope::scenarios::{self, Scenario};
use loopscope::text::File;
use loopscope::trace::{Event, Log, Name, SharedLog, Story, What};

use logs::Logs;

/// One recorded run.
struct Case {
    heading: String,
    setup: Setup,
    story: String,
    /// For each task, the lines of the Python file at which it was suspended.
    lines: HashMap<String, Vec<u32>>,
}

struct Fixture {
    defaults: String,
    cases: Vec<Case>,
}

#[test]
fn every_scenario_has_cpythons_story() {
    for scenario in recorded() {
        let mut logs = Logs::default();
        logs.add_text("lines", &paired_lines(scenario));
        for case in fixture(scenario).cases {
            let log = logged(scenario, &case.setup);
            logs.add(&case.heading, &log.borrow());
            let told = Story::from_events(log.borrow().events()).to_string();
            assert_eq!(
                told, case.story,
                "{} [{}]: ours is on the left, CPython's on the right",
                scenario.id, case.heading
            );
        }
        logs.keep("scenarios", scenario.id);
    }
}

#[test]
fn the_rules_that_comments_cite_are_linked_to_their_programs() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let rules = std::fs::read_to_string(root.join("docs/semantics.md")).expect("the document of the rules");
    let programs = std::fs::read_dir(root.join("tests/conformance/rules")).expect("the programs");
    let mut names: Vec<String> =
        programs.map(|entry| entry.expect("a file").file_name().into_string().expect("a name")).collect();
    // Programs 50 to 81 test the rest of asyncio's API. No rule cites them.
    names.retain(|name| {
        Path::new(name).extension().is_some_and(|kind| kind == "py") && !("50".."82").contains(&name.as_str())
    });
    for name in names {
        assert!(rules.contains(&format!("(../tests/conformance/rules/{name})")), "docs/semantics.md links no {name}");
    }
    for link in rules.split("](../").skip(1) {
        let (path, _) = link.split_once(')').expect("the end of a link");
        assert!(root.join(path).exists(), "docs/semantics.md links {path}, which is not there");
    }
}

#[test]
fn every_scenario_is_recorded_with_its_defaults_and_three_other_parameter_sets() {
    for scenario in recorded() {
        let fixture = fixture(scenario);
        assert_eq!(heading(scenario, &scenario.defaults()), fixture.cases[0].heading, "{}", scenario.id);
        assert!(fixture.cases.len() > 3, "{} has {} recorded cases", scenario.id, fixture.cases.len());
    }
}

#[test]
fn every_scenario_that_draws_is_recorded_with_five_seeds() {
    for scenario in recorded() {
        let Some(place) = scenario.seed() else { continue };
        let mut seeds: Vec<String> =
            fixture(scenario).cases.iter().map(|case| case.setup.values()[place].text()).collect();
        seeds.sort();
        seeds.dedup();
        assert!(seeds.len() >= 5, "{} is recorded with the seeds {seeds:?} only", scenario.id);
    }
}

#[test]
fn the_defaults_are_those_of_the_python_twin() {
    for scenario in recorded() {
        assert_eq!(heading(scenario, &scenario.defaults()), fixture(scenario).defaults, "{}", scenario.id);
    }
}

#[test]
fn tasks_are_suspended_at_corresponding_lines_of_both_files() {
    for scenario in recorded() {
        let [rust, python] = program::suspension_points(text(scenario.rust), text(scenario.python));
        assert_eq!(rust, python, "{}: the awaits or blocking sleeps of the twins differ", scenario.id);
        for case in fixture(scenario).cases {
            let events = run(scenario, &case.setup);
            assert_eq!(twin_lines(scenario, &events), case.lines, "{} [{}]", scenario.id, case.heading);
        }
    }
}

fn text(file: File) -> &'static str {
    file.compiled().expect("a test has every text")
}

/// All scenarios except those that always send real requests: no two runs of these are equal.
fn recorded() -> impl Iterator<Item = &'static Scenario> {
    scenarios::ALL.iter().filter(|scenario| !scenario.is_always_real())
}

#[test]
fn real_requests_have_a_twin_but_no_recording() {
    for scenario in scenarios::ALL.iter().filter(|scenario| can_be_real(scenario)) {
        let [rust, python] = program::suspension_points(text(scenario.rust), text(scenario.python));
        assert_eq!(rust, python, "{}: the awaits of the twins differ", scenario.id);
        assert!(text(scenario.python).contains("import aiohttp"), "{}", scenario.id);
    }
}

fn can_be_real(scenario: &Scenario) -> bool {
    let has_source = |parameter: &Parameter| matches!(parameter.kind, Kind::Source { .. });
    scenario.is_always_real() || scenario.parameters.iter().any(has_source)
}

fn run(scenario: &Scenario, setup: &Setup) -> Vec<Event> {
    logged(scenario, setup).borrow().events().iter().cloned().collect()
}

fn logged(scenario: &Scenario, setup: &Setup) -> SharedLog {
    let log = Log::shared();
    scenario.event_loop(setup, &log).run_to_end();
    log
}

/// Each line of the Rust file at which a task can be suspended, with the corresponding line of the Python file.
fn paired_lines(scenario: &Scenario) -> String {
    let (rust, python) = (text(scenario.rust), text(scenario.python));
    let paired = (1..).zip(rust.lines()).filter_map(|(line, _)| Some((line, program::twin_line(rust, python, line)?)));
    paired.map(|(line, twin)| format!("{line} {twin}")).collect::<Vec<_>>().join("\n")
}

/// The Python lines at which each task was suspended, converted from Rust lines as the page does.
fn twin_lines(scenario: &Scenario, events: &[Event]) -> HashMap<String, Vec<u32>> {
    let mut names: Vec<Name> = Vec::new();
    let mut lines: HashMap<String, Vec<u32>> = HashMap::new();
    for event in events {
        if let What::Created { name, .. } = &event.what {
            names.push(name.clone());
        }
        if let What::Suspended { line, .. } | What::Blocked { line, .. } = &event.what {
            let rust = line.number().expect("a scenario stops in its own file");
            let python =
                program::twin_line(text(scenario.rust), text(scenario.python), rust).expect("a line with a twin");
            lines.entry(names[event.task.index()].to_string()).or_default().push(python);
        }
    }
    lines
}

fn heading(scenario: &Scenario, setup: &Setup) -> String {
    let named = scenario.parameters.iter().zip(setup.values());
    named.map(|(parameter, value)| format!("{}={}", parameter.name, value.text())).collect::<Vec<_>>().join(" ")
}

fn fixture(scenario: &Scenario) -> Fixture {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(format!("tests/conformance/fixtures/{}.txt", scenario.id));
    let text = std::fs::read_to_string(&path).unwrap_or_else(|error| {
        panic!("{}: {error}; list the scenario in cases.txt and run `make fixtures`", path.display())
    });
    let mut fixture = Fixture { defaults: String::new(), cases: Vec::new() };
    for line in text.lines() {
        if let Some(defaults) = line.strip_prefix("# parameters ") {
            defaults.clone_into(&mut fixture.defaults);
        } else if let Some(heading) = line.strip_prefix('[').and_then(|rest| rest.strip_suffix(']')) {
            fixture.cases.push(Case::new(scenario, heading));
        } else if let (false, Some(case)) = (line.is_empty() || line.starts_with('#'), fixture.cases.last_mut()) {
            case.add(line);
        }
    }
    fixture
}

impl Case {
    fn new(scenario: &Scenario, heading: &str) -> Self {
        let mut setup = scenario.defaults();
        for pair in heading.split(' ') {
            let (name, text) = pair.split_once('=').expect("name=value");
            let place = scenario.parameters.iter().position(|parameter| parameter.name == name);
            let place = place.unwrap_or_else(|| panic!("{} has no parameter {name}", scenario.id));
            let value = scenario.parameters[place].parse(text).expect("a value within the parameter's range");
            setup = setup.with(place, value);
        }
        Self { heading: heading.to_owned(), setup, story: String::new(), lines: HashMap::new() }
    }

    fn add(&mut self, line: &str) {
        if let Some(stops) = line.strip_prefix("lines ") {
            let mut words = stops.split(' ');
            let task = words.next().expect("a task's name").to_owned();
            self.lines.insert(task, words.map(|number| number.parse().expect("a line number")).collect());
        } else {
            self.story.push_str(line);
            self.story.push('\n');
        }
    }
}
