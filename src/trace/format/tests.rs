//! Tests: every kind of line is written and read back, in any batches; malformed lines are refused.

use std::collections::BTreeSet;

use super::super::facts::asker::Asker;
use super::super::facts::event::{End, Event, On, What};
use super::super::facts::kinds::{Kind, Waiter};
use super::super::facts::line::Line;
use super::super::facts::log::Log;
use super::super::facts::note::{Entry, Frame, Local, Note, Print, RunEnd, Stream};
use super::super::facts::request::{RequestId, Stage};
use super::super::facts::resource::{Change, Method, ResourceId};
use super::super::facts::task::{Name, TaskId};
use super::{Problem, Reader, Why, read, write};

const FORMAT: &str = include_str!("../../../docs/log-format.md");

/// A text with every character that must be escaped, and some that must not.
const ODD: &str = "a\\tb\tc\nd\re\u{1}\u{7f}\u{85}\\n \\\\ é 🦊 \\";

fn event(time: f64, task: TaskId, callback: u32, what: What) -> Entry {
    Entry::Event { event: Event { time, task, callback, what }, print: None }
}

fn main(what: What) -> Entry {
    event(1.5, TaskId::MAIN, 2, what)
}

fn suspended(on: On) -> Entry {
    main(What::Suspended { on, line: Line::of(1, 9) })
}

fn changed(change: Change) -> Entry {
    main(What::ResourceChanged { resource: ResourceId(0), change, level: 3 })
}

fn requested(stage: Stage) -> Entry {
    main(What::Requested { request: RequestId(0), stage })
}

fn printed(text: &'static str, stream: Stream, ends_line: bool) -> Entry {
    let event = Event { time: 1.5, task: TaskId::MAIN, callback: 2, what: What::Printed(text.into()) };
    Entry::Event { event, print: Some(Print { stream, ends_line, line: Line::new(4) }) }
}

fn frames() -> std::rc::Rc<[Frame]> {
    [("main", Line::new(3)), ("<lambda>", Line::of(2, 70_000)), ("x", Line::NONE)]
        .map(|(function, line)| Frame { function: function.into(), line })
        .into()
}

/// Entries of every kind, in each of its forms.
#[allow(clippy::too_many_lines)] // a list
fn entries() -> Vec<Entry> {
    let created = |task, parent, name| event(0.0, TaskId(task), 0, What::Created { parent, name, line: Line::new(1) });
    let mut all = vec![
        Entry::Beside(Note::Header("python".into(), "3.13.2".into())),
        Entry::Beside(Note::Header("file".into(), ODD.into())),
        Entry::Beside(Note::File("util.py".into())),
        Entry::Beside(Note::File("pkg/c:d.py".into())),
        created(0, None, Name::Numbered(1)),
        Entry::Beside(Note::Function(ODD.into())),
        created(1, Some(TaskId::MAIN), Name::Given(ODD.into())),
        created(2, Some(TaskId::MAIN), Name::Given("7".into())),
        Entry::Iteration { callback: 1 },
        event(0.1 + 0.2, TaskId::LOOP, 1, What::Printed(ODD.into())),
        Entry::Iteration { callback: 2 },
        main(What::Renamed(Name::Given("=".into()))),
        main(What::StepBegan),
        main(What::Ready),
        main(What::Blocked { until: 1e-9, computes: false, line: Line::NONE }),
        main(What::Blocked { until: 30.25, computes: true, line: Line::of(1, 3) }),
        printed(ODD, Stream::Out, true),
        printed("", Stream::Err, true),
        printed("no end\\", Stream::Out, false),
        printed("two\nlines", Stream::Err, false),
        main(What::CancelWithdrawn),
        main(What::CancelDelivered { line: Line::of(1, 9) }),
        main(What::ResourceMade {
            resource: ResourceId(0),
            class: Kind::Lock,
            size: None,
            level: 1,
            line: Line::new(2),
        }),
        Entry::Beside(Note::Variable("lock".into())),
        main(What::ResourceMade {
            resource: ResourceId(1),
            class: Kind::named(ODD.to_owned()),
            size: Some(0),
            level: 0,
            line: Line::NONE,
        }),
    ];
    let warnings = super::kinds::WARNINGS.map(|(_, warning)| warning);
    all.extend(warnings.map(|warning| main(What::Warned { warning, message: ODD.into() })));
    let timeout = Asker::Timeout { task: TaskId(1), when: 0.5 };
    let askers = [Asker::Loop, Asker::Task(TaskId(2)), timeout, Asker::Group(TaskId(1))];
    all.extend(askers.map(|by| main(What::CancelRequested { by })));
    all.extend(
        [
            Change::Acquired,
            Change::Released,
            Change::Put,
            Change::Got,
            Change::Done { left: 4 },
            Change::ShutDown,
            Change::Set,
            Change::Cleared,
            Change::Notified { tasks: 5 },
            Change::Opened,
            Change::Aborted,
        ]
        .map(changed),
    );
    all.extend(
        [
            Stage::Queued { url: ODD.into() },
            Stage::Sent,
            Stage::Answered { status: 404, length: None, simulated: true },
            Stage::Answered { status: 200, length: Some(7), simulated: false },
            Stage::Received { bytes: u32::MAX },
            Stage::Done,
            Stage::Failed { why: ODD.into() },
            Stage::Aborted,
        ]
        .map(requested),
    );
    let ons = [
        On::NextIteration,
        On::Timer { until: 12.000_000_000_000_002 },
        On::Task(TaskId(1)),
        On::Tasks { by: Waiter::Gather, tasks: [TaskId(1), TaskId(2)].into() },
        On::Tasks { by: Waiter::named(ODD.to_owned()), tasks: [].into() },
        On::Request(RequestId(0)),
        On::Worker { until: 3.0, computes: 0.5 },
        On::Job,
        On::Input,
        On::Future,
    ];
    let methods = super::kinds::METHODS.map(|method: Method| On::Resource { resource: ResourceId(0), method });
    all.extend(ons.into_iter().chain(methods).map(suspended));
    all.push(Entry::Beside(Note::Frames(frames())));
    let local = |name: &'static str, value: &'static str| Local { name: name.into(), value: value.into() };
    all.push(Entry::Beside(Note::Locals { depth: 0, changed: [local("a", ODD), local("gone", "")].into() }));
    all.push(Entry::Beside(Note::Locals { depth: 1, changed: [].into() }));
    let ended = |task, what| event(2.0, TaskId(task), 9, What::Finished(what));
    all.push(ended(0, End::Failed { class: "ValueError".into(), message: ODD.into() }));
    all.push(Entry::Beside(Note::Traceback(frames())));
    all.push(ended(1, End::Cancelled));
    all.push(ended(2, End::Destroyed));
    all.push(ended(2, End::Returned(ODD.into())));
    all.push(Entry::Beside(Note::Clue(ODD.into())));
    all.push(Entry::Beside(Note::End(RunEnd::Raised(ODD.into()), Line::new(5))));
    all
}

fn log(entries: Vec<Entry>) -> Log {
    let mut log = Log::default();
    for entry in entries {
        log.append(entry);
    }
    log
}

/// The entries read in batches whose sizes a random generator with this seed chooses.
fn read_in_pieces(text: &[u8], mut state: u64) -> Result<Vec<Entry>, Problem> {
    let (mut reader, mut entries, mut rest) = (Reader::default(), Vec::new(), text);
    while !rest.is_empty() {
        state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        let length = usize::try_from((state >> 33) % 40).unwrap_or_default().min(rest.len());
        let (piece, after) = rest.split_at(length);
        reader.feed(piece, |entry| entries.push(entry))?;
        rest = after;
    }
    Ok(entries)
}

#[test]
fn every_kind_of_line_is_written_and_read_back_in_any_batches() {
    let text = write(&log(entries()));
    for seed in 0..200 {
        let back = log(read_in_pieces(text.as_bytes(), seed).expect("a log"));
        assert_eq!(write(&back), text, "seed {seed}");
    }
    let (ours, theirs) = (log(entries()), read(text.as_bytes()).expect("a log"));
    assert_eq!(ours.events().iter().collect::<Vec<_>>(), theirs.events().iter().collect::<Vec<_>>());
    assert_eq!(ours.iterations(), theirs.iterations());
    for index in 0..ours.events().len() {
        let notes = |log: &Log| {
            let annex = log.annex();
            let locals: Vec<_> = annex.locals(index).map(|(depth, locals)| (depth, locals.clone())).collect();
            let variable = annex.variable(index).map(str::to_owned);
            let function = annex.function(index).map(str::to_owned);
            (annex.frames(index).cloned(), annex.traceback(index).cloned(), locals, variable, function)
        };
        assert_eq!(notes(&ours), notes(&theirs), "beside event {index}");
        let print = ours.annex().print(index);
        assert!(print.is_none() || print == theirs.annex().print(index), "print {index}");
    }
    assert_eq!(ours.annex().clue(), theirs.annex().clue());
    assert_eq!((ours.annex().end(), ours.annex().headers()), (theirs.annex().end(), theirs.annex().headers()));
    assert_eq!([1, 2, 3].map(|index| theirs.annex().file(index)), [Some("util.py"), Some("pkg/c:d.py"), None]);
}

/// The test above would not notice a kind that `entries` leaves out. This one would.
#[test]
fn the_document_names_the_kinds_that_are_written_and_no_others() {
    let text = write(&log(entries()));
    let written: BTreeSet<&str> = text.lines().skip(1).filter_map(|line| line.split('\t').nth(3)).collect();
    let documented: BTreeSet<&str> = FORMAT
        .lines()
        .filter_map(|line| line.strip_prefix("| `")?.split_once('`'))
        .map(|(kind, _)| kind)
        // The document has `output` for recordings of other programs. A log of an event loop never has it.
        .filter(|kind| *kind != "output")
        .collect();
    assert_eq!(written, documented);
}

#[test]
fn each_end_of_a_run_is_read_back() {
    let limit = RunEnd::Limit { name: "events".into(), text: ODD.into() };
    let (raised, stuck) = (RunEnd::Raised(ODD.into()), RunEnd::Stuck(ODD.into()));
    for end in [RunEnd::Done, raised, RunEnd::Exit("3".into()), stuck, RunEnd::Stopped, limit] {
        let note = Entry::Beside(Note::End(end.clone(), Line::new(7)));
        let back = read(write(&log(vec![note])).as_bytes()).expect("a log");
        assert_eq!(back.annex().end(), Some(&(end, Line::new(7))));
    }
}

/// The line after the header in most logs of these tests.
const MADE: &str = "0.0\t0\t0\tcreated\t\t1\t\n";

/// The problem of a log with a header and these lines, if it has one.
fn refused(lines: &str) -> Option<Problem> {
    read(format!("loopscope\t1\n{lines}").as_bytes()).err().map(|bad| bad.1)
}

#[test]
fn a_malformed_log_is_refused_with_a_reason_and_a_line_number() {
    let of = |text: &str| read(text.as_bytes()).err().map(|bad| bad.1);
    assert_eq!(of("<!doctype html>\n"), Some(Problem::NoLog));
    assert_eq!(of("loopscope\tone\n"), Some(Problem::NoLog));
    assert_eq!(of("loopscope\t2\n0.0\t0\t0\tcreated\n"), Some(Problem::Newer { version: 2 }));
    let line = |number, why| Some(Problem::Line { number, why });
    for (lines, why) in [
        ("\t\t\tstep\textra\tfields\n\t\t\tstep\t\n0.0\t1\t1\tstep\n", Why::OutOfTurn),
        ("\t\t\tsuspended\t\ttask\t7\n\n\n", Why::OutOfTurn),
        ("\t\t\tready\n\t\t\tready\n0.0\t2\t\tcreated\t\t1\t\n", Why::OutOfTurn),
        ("soon\t\t\tready\n", Why::NotANumber),
        ("\t\t\tsuspended\t\ttimer\t\n", Why::NotANumber),
        ("\t\t\tsuspended\t\tlunch\n", Why::UnknownWord),
        ("\t\t\treturned\ta\\x\n", Why::BadEscape),
        ("\t\t\treturned\ta\\u{zz}\n", Why::BadEscape),
        ("\t\t\treturned\ta\\\n", Why::BadEscape),
    ] {
        let number =
            3 + u32::try_from(lines.lines().take_while(|line| refused(&format!("{MADE}{line}\n")).is_none()).count())
                .expect("few");
        assert_eq!(refused(&format!("{MADE}{lines}")), line(number, why), "{lines}");
    }
    assert_eq!(refused(&format!("1.0{}0.5\t\t\tready\n", &MADE[3..])), line(3, Why::GoesBack));
    assert_eq!(refused(&format!("{MADE}\t\t1\titeration\n\t\t\titeration\n")), line(4, Why::GoesBack));
    let bytes = [b"loopscope\t1\n0.0\t0\t0\tcreated\t\t1\t\n\t\t\treturned\t", &[0xff][..], b"\n"].concat();
    let (log, problem) = *read(&bytes).expect_err("no text");
    assert_eq!(
        (log.events().len(), Some(problem)),
        (1, line(3, Why::NotText)),
        "the entries before the problem are kept"
    );
}

#[test]
fn unknown_kinds_and_fields_are_skipped_and_an_incomplete_last_line_waits() {
    let text = "loopscope\t1\tmood=fine\n0.0\t0\t0\tcreated\t\t1\t\n\t\t\tweather\train\n\t\t\tstep\tmore\n\t\t\tready";
    let log = read(text.as_bytes()).expect("a log");
    assert_eq!(log.events().len(), 2);
    assert_eq!(log.annex().header("mood"), Some("fine"));
}

#[test]
fn after_a_problem_nothing_more_is_read() {
    let (mut reader, mut entries) = (Reader::default(), 0);
    let problem = reader.feed(b"loopscope\t9\n", |_| entries += 1).expect_err("a newer version");
    assert_eq!(reader.feed(b"0.0\t0\t0\tcreated\t\t1\t\n", |_| entries += 1), Err(problem));
    assert_eq!(entries, 0);
}

#[test]
fn variables_belong_to_the_frame_at_that_moment_and_the_last_changes_are_marked() {
    let text = "loopscope\t1\n0.0\t0\t0\tcreated\t\t1\t\n\
        \t\t\tsuspended\t2\tyield\n\t\t\tframes\tmain:2\n\t\t\tlocals\t0\ta\t1\tb\t2\n\
        \t\t\tsuspended\t3\tyield\n\t\t\tframes\tmain:3\n\t\t\tlocals\t0\ta\t\tc\t3\n\
        \t\t\tsuspended\t9\tyield\n\t\t\tframes\tother:9\n\t\t\tlocals\t0\tc\t4\n";
    let log = read(text.as_bytes()).expect("a log");
    let at = |seen| {
        let locals = log.annex().locals_at(log.events(), TaskId::MAIN, 0, seen);
        locals
            .into_iter()
            .map(|(local, new)| format!("{}={}{}", local.name, local.value, if new { "!" } else { "" }))
            .collect::<Vec<_>>()
            .join(" ")
    };
    assert_eq!([1, 2, 3, 4].map(at), ["", "a=1! b=2!", "b=2 c=3!", "c=4!"]);
    let frames = log.annex().frames_at(log.events(), TaskId::MAIN, 3);
    assert_eq!(frames[0].line, Line::new(3));
    assert_eq!(log.annex().frames_at(log.events(), TaskId(1), 3), []);
}

#[test]
fn until_its_chain_changes_a_task_is_in_the_function_of_its_coroutine() {
    let text = "loopscope\t1\n0.0\t0\t0\tcreated\t\t1\t7\tmain\n\t\t\tsuspended\t2\tyield\n\t\t\tsuspended\t3\tyield\n";
    let log = read(text.as_bytes()).expect("a log");
    let lines = [1, 2, 3].map(|seen| log.annex().frames_at(log.events(), TaskId::MAIN, seen));
    let main = |line| vec![Frame { function: "main".into(), line }];
    assert_eq!(lines, [main(Line::NONE), main(Line::new(2)), main(Line::new(3))]);
}

#[test]
fn a_computation_is_written_when_it_is_over_and_may_follow_a_later_iteration_line() {
    let text = "loopscope\t1\n0.0\t0\t0\tcreated\t\t1\t\n2.0\t\t1\titeration\n0.5\t\t\tblocked\t2.0\tcomputes\t3\n";
    assert_eq!(read(text.as_bytes()).expect("a log").end(), 0.5);
}
