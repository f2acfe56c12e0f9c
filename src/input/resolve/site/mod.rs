//! What `site.yaml` says: placeholders of addresses, and the font of pictures for sharing.

pub mod placeholders;
pub mod social_image;
