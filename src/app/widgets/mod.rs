//! The smallest parts of the page: icons, figures, and the ids of elements that several rooms name.

pub mod figures;
pub mod icon;
pub mod ids;
