//! A rehearsal: the program of a run, run at once beforehand to learn how long the axis must be.

/// How many callbacks a rehearsal may take to find out how long the axis must be: it must not be felt.
pub const REHEARSAL: u32 = 5_000;
