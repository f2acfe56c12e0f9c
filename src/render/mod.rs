//! HTML, from the Markdown pages and the model.
//!
//! 1. [`assets`] holds the templates and static files: the embedded ones, each replaced by the
//!    site's own file of the same name.
//! 2. [`crate::strings`] holds the words of the interface; [`titles`] says where the line of a title may end.
//! 3. [`passages`] makes HTML of a page's passages as they were read back from its Markdown, with
//!    what is [`foreign`](crate::text::foreign) in them marked; [`contents`] lists them where there are many.
//! 4. [`views`] are what a template sees: small, made of texts, numbers and addresses.
//! 5. [`pages`] lists every HTML page and renders it with Tera.
//! 6. [`social`] draws the picture that stands for a page where it is shared.

pub mod assets;
pub mod contents;
pub mod figures;
pub mod free;
pub mod pages;
pub mod passages;
pub mod social;
pub mod templates;
pub mod titles;
pub mod views;
