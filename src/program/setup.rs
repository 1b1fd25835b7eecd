//! The setup of a run: the values of its parameters, parsed once.

use super::{Parameter, Value};

/// The values of a program's parameters, in order. Two runs with equal setups log the same events.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Setup {
    values: Vec<Value>,
}

impl Setup {
    /// A setup of these values, in the order of the parameters.
    #[must_use]
    pub const fn new(values: Vec<Value>) -> Self {
        Self { values }
    }

    /// Parses the texts of the page's input fields. [`Parameter::used`] replaces a refused text.
    #[must_use]
    pub fn from_fields(parameters: &[Parameter], fields: &[String]) -> Self {
        let typed = parameters.iter().zip(fields);
        let values = typed.map(|(parameter, typed)| parameter.used(typed));
        Self { values: values.collect() }
    }

    /// The texts for the page's input fields, one for each parameter. `given` has texts by parameter name; the last one
    /// for a name counts. A parameter without one gets its default.
    #[must_use]
    pub fn fields_of(parameters: &[Parameter], given: &[(String, String)]) -> Vec<String> {
        let typed = |name: &str| given.iter().rev().find(|(given, _)| given == name).map(|(_, typed)| typed.clone());
        let parameters = parameters.iter();
        parameters.map(|parameter| typed(parameter.name).unwrap_or_else(|| parameter.default().text())).collect()
    }

    /// The values, in the order of the parameters.
    #[must_use]
    pub fn values(&self) -> &[Value] {
        &self.values
    }

    /// The texts for the input fields with these values.
    #[must_use]
    pub fn fields(&self) -> Vec<String> {
        self.values.iter().map(Value::text).collect()
    }

    /// The value of the parameter at `index`.
    #[must_use]
    pub fn get(&self, index: usize) -> Option<&Value> {
        self.values.get(index)
    }

    /// A copy with another value at `index`; an equal copy if there is no such parameter.
    #[must_use]
    pub fn with(&self, index: usize, value: Value) -> Self {
        let mut setup = self.clone();
        if let Some(slot) = setup.values.get_mut(index) {
            *slot = value;
        }
        setup
    }

    /// Whether a run with this setup sends real requests.
    #[must_use]
    pub fn is_real(&self) -> bool {
        self.values.iter().any(Value::is_real)
    }
}
