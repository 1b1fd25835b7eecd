//! The choice of what a run is compared with.

/// What a run is compared with.
#[derive(Clone, Debug, Default, PartialEq)]
pub enum Rival {
    /// The other ways of the same work.
    #[default]
    Ways,
    /// A run with the values in the other fields.
    Typed,
    /// A kept run, by its fields. The run itself need not be stored in this browser.
    Kept(Vec<String>),
}

/// The choice, and the texts of the other run's fields. The texts are kept while something else is compared.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Against {
    /// Never [`Rival::Typed`] while `typed` is `None`.
    rival: Rival,
    typed: Option<Vec<String>>,
}

impl Against {
    /// This choice, with the texts of the other run's fields. [`Rival::Typed`] without texts becomes [`Rival::Ways`].
    #[must_use]
    pub fn new(rival: Rival, typed: Option<Vec<String>>) -> Self {
        let rival = if rival == Rival::Typed && typed.is_none() { Rival::Ways } else { rival };
        Self { rival, typed }
    }

    /// What the run is compared with.
    #[must_use]
    pub const fn rival(&self) -> &Rival {
        &self.rival
    }

    /// The texts of the other fields; `None` until the reader opens them.
    #[must_use]
    pub fn typed(&self) -> Option<&[String]> {
        self.typed.as_deref()
    }

    /// The fields of the other run; `None` if the ways are compared.
    #[must_use]
    pub fn fields(&self) -> Option<&[String]> {
        match &self.rival {
            Rival::Ways => None,
            Rival::Typed => self.typed(),
            Rival::Kept(fields) => Some(fields),
        }
    }

    /// Sets the choice. The other fields start as copies of the `present` ones.
    pub fn choose(&mut self, rival: Rival, present: &[String]) {
        if rival == Rival::Typed && self.typed.is_none() {
            self.typed = Some(present.to_vec());
        }
        self.rival = rival;
    }

    /// Replaces the text of the other field at this index.
    pub fn type_into(&mut self, index: usize, text: String) {
        if let Some(field) = self.typed.as_mut().and_then(|typed| typed.get_mut(index)) {
            *field = text;
        }
    }

    /// Replaces the texts of the other fields, if they are open.
    pub fn reset(&mut self, fields: Vec<String>) {
        if let Some(typed) = &mut self.typed {
            *typed = fields;
        }
    }
}
