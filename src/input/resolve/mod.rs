//! From what was written to what it means: every reference is checked, both ways.
//!
//! Each part adds its problems and goes on, so that one run shows them all; the model is made only
//! where there is no error.

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
