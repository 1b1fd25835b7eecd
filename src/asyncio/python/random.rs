//! Python's `random.Random`: equal seeds give the same draws as in `CPython`.

use std::f64::consts::TAU;

use rand_mt::Mt;

/// A generator with the same draws as `CPython` 3.13's `random.Random(seed)` (`random.py`; a Mersenne Twister).
///
/// `gauss` and `expovariate` use the platform's `sin`, `cos` and `ln`, as in `CPython`. So their last bit may differ
/// between a browser and `CPython`.
///
/// # Example
/// ```
/// use loopscope::asyncio::Random;
///
/// let mut random = Random::new(7);
/// assert_eq!(random.random(), 0.32383276483316237); // python3.13 -c 'import random; print(random.Random(7).random())'
/// ```
pub struct Random {
    twister: Mt,
    second_gauss: Option<f64>,
}

impl Random {
    /// `random.Random(seed)`.
    #[must_use]
    pub fn new(seed: u64) -> Self {
        // CPython uses the seed as 32-bit words, the lowest first, without a highest word that is zero.
        let (low, high) = (low_word(seed), low_word(seed >> 32));
        let twister = if high == 0 { Mt::new_with_key([low]) } else { Mt::new_with_key([low, high]) };
        Self { twister, second_gauss: None }
    }

    /// A float from 0 (included) to 1 (excluded), with 53 random bits.
    pub fn random(&mut self) -> f64 {
        let (high, low) = (self.twister.next_u32() >> 5, self.twister.next_u32() >> 6);
        (f64::from(high) * 67_108_864.0 + f64::from(low)) / 9_007_199_254_740_992.0
    }

    /// A float between `low` and `high`.
    pub fn uniform(&mut self, low: f64, high: f64) -> f64 {
        low + (high - low) * self.random()
    }

    /// A whole number from `low` to `high`, both included.
    ///
    /// # Panics
    /// If `high` is less than `low`; Python raises `ValueError`.
    pub fn randint(&mut self, low: i64, high: i64) -> i64 {
        assert!(low <= high, "empty range in randint({low}, {high})");
        low.wrapping_add_unsigned(self.below(high.abs_diff(low) + 1))
    }

    /// A random item.
    ///
    /// # Panics
    /// If there are no items; Python raises `IndexError`.
    pub fn choice<'a, T>(&mut self, items: &'a [T]) -> &'a T {
        assert!(!items.is_empty(), "Cannot choose from an empty sequence");
        &items[self.place_below(items.len())]
    }

    /// `count` random items, with repetitions.
    ///
    /// # Panics
    /// If there are no items.
    pub fn choices<'a, T>(&mut self, items: &'a [T], count: usize) -> Vec<&'a T> {
        let size = float(items.len());
        (0..count).map(|_| &items[whole(self.random() * size)]).collect()
    }

    /// `count` random items with these weights, with repetitions.
    ///
    /// # Panics
    /// Without items, or with more items than weights.
    pub fn weighted_choices<'a, T>(&mut self, items: &'a [T], weights: &[f64], count: usize) -> Vec<&'a T> {
        let mut sum = 0.0;
        let sums: Vec<f64> = weights
            .iter()
            .map(|weight| {
                sum += weight;
                sum
            })
            .collect();
        let last = items.len() - 1;
        (0..count)
            .map(|_| {
                let drawn = self.random() * sum;
                &items[sums[..last].partition_point(|upto| *upto <= drawn)]
            })
            .collect()
    }

    /// Shuffles `items`.
    pub fn shuffle<T>(&mut self, items: &mut [T]) {
        for place in (1..items.len()).rev() {
            items.swap(place, self.place_below(place + 1));
        }
    }

    /// `count` random items without repetitions, in random order.
    ///
    /// # Panics
    /// If there are fewer than `count` items; Python raises `ValueError`.
    pub fn sample<'a, T>(&mut self, items: &'a [T], count: usize) -> Vec<&'a T> {
        let size = items.len();
        assert!(count <= size, "Sample larger than population or is negative");
        if size <= pool_limit(count) {
            let mut pool: Vec<&T> = items.iter().collect();
            return (0..count)
                .map(|drawn| {
                    let place = self.place_below(size - drawn);
                    let item = pool[place];
                    pool[place] = pool[size - drawn - 1];
                    item
                })
                .collect();
        }
        let mut chosen: Vec<usize> = Vec::with_capacity(count);
        while chosen.len() < count {
            let place = self.place_below(size);
            if !chosen.contains(&place) {
                chosen.push(place);
            }
        }
        chosen.into_iter().map(|place| &items[place]).collect()
    }

    /// A float of the normal distribution. Draws are made in pairs, so every second one is taken from the previous
    /// pair.
    pub fn gauss(&mut self, mean: f64, deviation: f64) -> f64 {
        let drawn = self.second_gauss.take().unwrap_or_else(|| {
            let angle = self.random() * TAU;
            let radius = (-2.0 * (1.0 - self.random()).ln()).sqrt();
            self.second_gauss = Some(angle.sin() * radius);
            angle.cos() * radius
        });
        mean + drawn * deviation
    }

    /// A float of the exponential distribution with this rate.
    pub fn expovariate(&mut self, rate: f64) -> f64 {
        -(1.0 - self.random()).ln() / rate
    }

    /// A whole number below `limit`. It has as many random bits as `limit`, and is drawn again until it is small enough
    /// (`_randbelow_with_getrandbits`).
    fn below(&mut self, limit: u64) -> u64 {
        let bits = u64::BITS - limit.leading_zeros();
        loop {
            let drawn = self.bits(bits);
            if drawn < limit {
                return drawn;
            }
        }
    }

    fn place_below(&mut self, limit: usize) -> usize {
        usize::try_from(self.below(limit as u64)).expect("it is below a length")
    }

    /// `getrandbits`: 32-bit words, the lowest first. The last word is cut to the remaining bits.
    fn bits(&mut self, bits: u32) -> u64 {
        if bits <= 32 {
            return u64::from(self.twister.next_u32() >> (32 - bits));
        }
        let low = u64::from(self.twister.next_u32());
        let high = u64::from(self.twister.next_u32() >> (64 - bits));
        high << 32 | low
    }
}

/// The number of items up to which `sample` keeps a list of those that remain. For more items, `CPython` remembers the
/// drawn ones instead, which takes less memory.
fn pool_limit(count: usize) -> usize {
    let mut power = 1;
    while count > 5 && power < count * 3 {
        power *= 4;
    }
    21 + if count > 5 { power } else { 0 }
}

#[allow(clippy::cast_possible_truncation)] // the lowest 32 bits are needed
const fn low_word(number: u64) -> u32 {
    number as u32
}

#[allow(clippy::cast_precision_loss)] // lengths are far below 2^53
const fn float(length: usize) -> f64 {
    length as f64
}

#[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)] // between 0 and a length
const fn whole(number: f64) -> usize {
    number as usize
}
