//! One answer made of four back ends, even if some of them fail.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use crate::asyncio::{
    self, Outcome, Raised, Random, create_named_task, gather, loop_time, print,
    wait_for,
};

parameters! {
    breaker: switch(vs) = true,
    requests: count(1..=12) = 6,
    timeout: seconds(0.1..=5.0) = 0.5,
    retries: count(0..=5) = 2,
    back_off: seconds(0.0..=5.0) = 0.3,
    threshold: count(1..=10) = 3,
    rest: seconds(0.0..=10.0) = 1.0,
    down: seconds(0.0..=20.0) = 4.5,
    chance: chance = 0.1,
    seed: seed = 8,
}

/// The time from which the reviews are down.
const DOWN_FROM: f64 = 0.5;
const NAMES: [&str; 4] = ["profile", "orders", "stock", "reviews"];

/// A circuit breaker: closed, it lets calls pass; open, it refuses them.
struct Breaker {
    name: &'static str,
    limits: Rc<Parameters>,
    failures: Cell<u32>,
    opened: Cell<Option<f64>>,
}

impl Breaker {
    fn lets_pass(&self) -> bool {
        let Some(opened) = self.opened.get() else {
            return true;
        };
        if loop_time() < opened + self.limits.rest {
            return false;
        }
        print(format!(
            "{}: circuit half-open, one call may try",
            self.name
        ));
        true
    }

    fn note_success(&self) {
        self.failures.set(0);
        if self.opened.take().is_some() {
            print(format!("{}: circuit closed", self.name));
        }
    }

    fn note_failure(&self) {
        let failures = self.failures.get() + 1;
        self.failures.set(failures);
        if self.limits.breaker && failures >= self.limits.threshold {
            self.opened.set(Some(loop_time()));
            print(format!("{}: circuit open", self.name));
        }
    }
}

struct BackEnd {
    name: &'static str,
    down: f64,
    limits: Rc<Parameters>,
    breaker: Breaker,
    random: RefCell<Random>,
    last: RefCell<String>,
}

impl BackEnd {
    async fn ask(self: Rc<Self>, number: u32) -> Outcome<()> {
        let mut seconds = self.uniform(0.1, 0.4);
        let fails = self.random.borrow_mut().random() < self.limits.chance;
        if (DOWN_FROM..DOWN_FROM + self.down).contains(&loop_time()) {
            seconds = 60.0; // It accepts the call and never answers.
        }
        asyncio::sleep(seconds).await?;
        if fails {
            let message = format!("{} hung up", self.name);
            return Err(Raised::exception("ConnectionError", message));
        }
        self.last.replace(format!("{} {number}", self.name));
        Ok(())
    }

    async fn call(self: Rc<Self>, number: u32) -> Outcome<&'static str> {
        let mut came_to = "spared";
        for attempt in 0..=self.limits.retries {
            if !self.breaker.lets_pass() {
                break;
            }
            if attempt > 0 {
                let longest = self.limits.back_off * power(attempt - 1);
                asyncio::sleep(self.uniform(0.0, longest)).await?;
            }
            let asking = Rc::clone(&self).ask(number);
            match wait_for(asking, self.limits.timeout).await {
                Err(raised) if raised.is("TimeoutError") => {
                    came_to = "timeout";
                }
                Err(raised) if raised.is("ConnectionError") => {
                    came_to = "error";
                }
                Err(raised) => return Err(raised),
                Ok(()) => {
                    self.breaker.note_success();
                    return Ok(if attempt > 0 { "retried" } else { "fresh" });
                }
            }
            print(format!("try {}: {came_to}", attempt + 1));
            self.breaker.note_failure();
        }
        Ok(came_to)
    }

    fn uniform(&self, low: f64, high: f64) -> f64 {
        self.random.borrow_mut().uniform(low, high)
    }
}

fn power(exponent: u32) -> f64 {
    f64::from(2_u32.pow(exponent))
}

async fn answer(number: u32, back_ends: &[Rc<BackEnd>]) -> Outcome<String> {
    let began = loop_time();
    let mut calls = Vec::new();
    for back_end in back_ends {
        let name = format!("R{number}-{}", back_end.name);
        calls.push(create_named_task(Rc::clone(back_end).call(number), name));
    }
    let came_to = gather(calls).await?;
    let (mut parts, mut fresh) = (Vec::new(), 0);
    for (back_end, how) in back_ends.iter().zip(&came_to) {
        let is_fresh = ["fresh", "retried"].contains(how);
        fresh += u32::from(is_fresh);
        let last = back_end.last.borrow();
        parts.push(if is_fresh {
            last.clone()
        } else {
            format!("({last})")
        });
    }
    let took = format!("{:.3} s", loop_time() - began);
    let share = 25 * fresh;
    let came_to = came_to.join(" | ");
    print(format!("R{number} | {came_to} | {took} | {share}%"));
    Ok(parts.join(", "))
}

pub(super) async fn main(p: Parameters) -> Outcome<Vec<String>> {
    let limits = Rc::new(p);
    let mut back_ends = Vec::new();
    for (name, place) in NAMES.into_iter().zip(0..) {
        back_ends.push(Rc::new(BackEnd {
            name,
            down: if name == "reviews" { limits.down } else { 0.0 },
            limits: Rc::clone(&limits),
            breaker: Breaker {
                name,
                limits: Rc::clone(&limits),
                failures: Cell::new(0),
                opened: Cell::new(None),
            },
            random: RefCell::new(Random::new(4 * limits.seed + place)),
            last: RefCell::new(format!("{name}: nothing")),
        }));
    }
    let mut answers = Vec::new();
    for number in 1..=limits.requests {
        if number > 1 {
            asyncio::sleep(0.5).await?;
        }
        answers.push(answer(number, &back_ends).await?);
    }
    Ok(answers)
}
