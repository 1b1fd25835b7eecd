//! Python's own part: exceptions, `repr`, `random`. It knows no loop.

pub(super) mod exceptions;
pub(super) mod raised;
pub(super) mod random;
pub(super) mod repr;
pub(super) mod trash;
