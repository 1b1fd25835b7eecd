//! Standard traits of programs: equality, `Debug`, and `Deref` to the program or to its text.

use std::fmt;
use std::ops::Deref;
use std::sync::Arc;

use super::{Program, ProgramRef, Shared};

impl fmt::Debug for Program {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "Program({})", &*self.id)
    }
}

impl PartialEq for Program {
    /// The source is compared too: two versions of a reader's program have the same id.
    fn eq(&self, other: &Self) -> bool {
        self.id == other.id && self.words == other.words && self.source == other.source
    }
}

impl Deref for ProgramRef {
    type Target = Program;

    fn deref(&self) -> &Program {
        match self {
            Self::Course(program) => program,
            Self::Own(program) => program,
        }
    }
}

impl PartialEq for ProgramRef {
    fn eq(&self, other: &Self) -> bool {
        match (self, other) {
            (Self::Course(one), Self::Course(other)) => std::ptr::eq(*one, *other),
            (Self::Own(one), Self::Own(other)) => Arc::ptr_eq(one, other) || one == other,
            (Self::Course(_), Self::Own(_)) | (Self::Own(_), Self::Course(_)) => false,
        }
    }
}

impl Deref for Shared {
    type Target = str;

    fn deref(&self) -> &str {
        match self {
            Self::Static(text) => text,
            Self::Made(text) => text,
        }
    }
}

impl PartialEq for Shared {
    fn eq(&self, other: &Self) -> bool {
        **self == **other
    }
}
