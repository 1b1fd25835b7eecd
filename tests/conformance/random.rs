//! Each seed must give the same random numbers as in `CPython`. `record_random.py` recorded those in `draws.txt`.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use loopscope::asyncio::{Random, Repr};

#[test]
fn every_seed_draws_what_cpython_draws() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/conformance/draws.txt");
    let recorded = fs::read_to_string(path).expect("the recorded draws");
    let mut seeds: BTreeMap<u64, Vec<&str>> = BTreeMap::new();
    for line in recorded.lines() {
        let (seed, draw) = line.split_once(' ').expect("a seed and a draw");
        seeds.entry(seed.parse().expect("a seed")).or_default().push(draw);
    }
    assert!(seeds.len() >= 10);
    for (seed, theirs) in seeds {
        assert_eq!(draws(seed), theirs, "seed {seed}");
    }
}

/// The draws of `record_random.py`, in its order.
fn draws(seed: u64) -> Vec<String> {
    let mut random = Random::new(seed);
    let (ten, thirty, forty) = (numbers(10), numbers(30), numbers(40));
    let mut shuffled = numbers(8);
    let list = |drawn: Vec<&i64>| drawn.into_iter().copied().collect::<Vec<i64>>().repr();
    let mut told = Vec::new();
    let mut tell = |name: &str, value: loopscope::trace::Text| told.push(format!("{name}: {value}"));
    tell("random", random.random().repr());
    tell("uniform", random.uniform(0.5, 2.0).repr());
    tell("randint", random.randint(1, 6).repr());
    tell("randint wide", random.randint(-5, 1_000_000_000_000).repr());
    tell("choice", random.choice(&[200_i64, 200, 200, 404, 500]).repr());
    tell("choices", list(random.choices(&ten, 6)));
    tell("weighted", list(random.weighted_choices(&numbers(4), &[1.0, 2.0, 0.0, 3.0], 6)));
    random.shuffle(&mut shuffled);
    tell("shuffle", shuffled.repr());
    tell("sample few", list(random.sample(&thirty, 3)));
    tell("sample some", list(random.sample(&thirty, 7)));
    tell("sample pool", list(random.sample(&forty, 20)));
    tell("sample of many", list(random.sample(&numbers(1000), 5)));
    tell("gauss", random.gauss(0.0, 1.0).repr());
    tell("gauss", random.gauss(5.0, 2.0).repr());
    tell("expovariate", random.expovariate(2.0).repr());
    tell("random", random.random().repr());
    told
}

fn numbers(count: i64) -> Vec<i64> {
    (0..count).collect()
}
