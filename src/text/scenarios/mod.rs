//! The words of each scenario, as a [`super::ScenarioText`].

macro_rules! modules {
    ($($chapter:ident: $($name:ident)*;)*) => {
        $($(pub mod $name;)*)*
    };
}

with_every_scenario!(modules);
