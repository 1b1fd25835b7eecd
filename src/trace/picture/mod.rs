//! The picture of a run at one cursor, ready to be rendered.

pub mod causes;
pub mod explain;
pub mod fold;
pub mod lane;
pub mod moment;
pub mod reason;
pub mod request;
pub mod resource;
pub mod scale;
pub mod statistics;
pub mod timeline;
