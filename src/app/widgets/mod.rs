//! The smallest parts of the page: icons, numbers, sentences, computed values, and the ids of elements that several modules use.

pub mod computed;
pub mod figures;
pub mod icon;
pub mod ids;
pub mod reasons;
#[cfg(all(test, not(target_arch = "wasm32")))]
pub mod rendered;
pub mod sentence;
