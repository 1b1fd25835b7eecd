//! A run at one moment, ready to be drawn.

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
