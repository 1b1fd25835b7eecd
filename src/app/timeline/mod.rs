//! The timeline: ruler, lanes, resources, arrows, map, zoom and the search among lanes.

pub mod arrows;
pub mod axis;
pub mod find;
pub mod lane;
pub mod minimap;
pub mod requests;
pub mod resource_lane;
pub mod rows;
pub mod scrubber;
pub mod sight;
pub mod stage;
pub mod summary;
pub mod view;
pub mod zoom;
