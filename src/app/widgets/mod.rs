//! The smallest parts of the page: icons, figures, sentences, and the ids of elements that several rooms name.

pub mod figures;
pub mod icon;
pub mod ids;
pub mod reasons;
#[cfg(all(test, not(target_arch = "wasm32")))]
pub mod rendered;
pub mod sentence;
