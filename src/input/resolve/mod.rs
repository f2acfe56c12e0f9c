//! From raw structs to the model: every reference is checked, and so is whether everything is
//! referred to.
//!
//! Each check adds its problems and continues, so that one run shows them all. The model is made
//! only where there is no error.

mod forum;
mod ids;
mod pages;
mod references;
mod site;
mod speakers;
mod web_address;

pub use forum::forum;
pub use ids::check_id;
pub use pages::pages;
pub use site::config;
pub use speakers::{SpeakerDirectory, speakers, unused};
pub use web_address::base_url;
