//! Parts of Python: exceptions, `repr`, `random`. They do not depend on a loop.

pub(super) mod exceptions;
pub(super) mod raised;
pub(super) mod random;
pub(super) mod repr;
pub(super) mod trash;
