//! The timeline: ruler, lanes, resources, arrows, map, zoom and the search among lanes.

pub mod arrows;
pub mod axis;
pub mod dimensions;
pub mod find;
pub mod lane;
pub mod lanes;
pub mod minimap;
pub mod parts;
pub mod requests;
pub mod resource_lane;
pub mod rows;
pub mod scrubber;
pub mod settled;
pub mod sight;
pub mod stage;
pub mod summary;
pub mod thread;
pub mod view;
pub mod zoom;
