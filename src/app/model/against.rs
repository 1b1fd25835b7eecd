//! What a run is compared with.

/// The choice: what a run is compared with.
#[derive(Clone, Debug, Default, PartialEq)]
pub enum Rival {
    /// The other ways of the same work.
    #[default]
    Ways,
    /// A run with what the reader typed into the other fields.
    Typed,
    /// A kept run, by its fields; this browser need not know it.
    Kept(Vec<String>),
}

/// The choice together with the other fields, which keep their text while something else is compared.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Against {
    /// Never [`Rival::Typed`] while `typed` is `None`.
    rival: Rival,
    typed: Option<Vec<String>>,
}

impl Against {
    /// This choice. Without other fields, [`Rival::Typed`] is no choice and becomes [`Rival::Ways`].
    #[must_use]
    pub fn new(rival: Rival, typed: Option<Vec<String>>) -> Self {
        let rival = if rival == Rival::Typed && typed.is_none() { Rival::Ways } else { rival };
        Self { rival, typed }
    }

    /// The choice.
    #[must_use]
    pub const fn rival(&self) -> &Rival {
        &self.rival
    }

    /// The other fields, whatever is chosen; `None` while the reader has not opened them.
    #[must_use]
    pub fn typed(&self) -> Option<&[String]> {
        self.typed.as_deref()
    }

    /// The fields of the other run; `None` where the ways are compared.
    #[must_use]
    pub fn fields(&self) -> Option<&[String]> {
        match &self.rival {
            Rival::Ways => None,
            Rival::Typed => self.typed(),
            Rival::Kept(fields) => Some(fields),
        }
    }

    /// Chooses. When the other fields are opened for the first time they begin as the `present` ones.
    pub fn choose(&mut self, rival: Rival, present: &[String]) {
        if rival == Rival::Typed && self.typed.is_none() {
            self.typed = Some(present.to_vec());
        }
        self.rival = rival;
    }

    /// Replaces the text of the other field with this index.
    pub fn type_into(&mut self, index: usize, text: String) {
        if let Some(field) = self.typed.as_mut().and_then(|typed| typed.get_mut(index)) {
            *field = text;
        }
    }

    /// Gives the other fields these texts, once they are open.
    pub fn reset(&mut self, fields: Vec<String>) {
        if let Some(typed) = &mut self.typed {
            *typed = fields;
        }
    }
}
