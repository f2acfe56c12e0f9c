//! HTML, from the Markdown pages and the model.
//!
//! 1. [`assets`] holds the templates and static files: the embedded ones, each replaced by the
//!    site's own file of the same name.
//! 2. [`crate::ui_strings`] holds the words of the interface; [`title_breaks`] says where the line of a title may end.
//! 3. [`passage_html`] makes HTML of a page's passages as they were read back from its Markdown, with
//!    what is [`foreign`](crate::text::english_runs) in them marked; [`table_of_contents`] lists them where there are many.
//! 4. [`views`] are what a template sees: small, made of texts, numbers and addresses.
//! 5. [`pages`] lists every HTML page and renders it with Tera.
//! 6. [`social_image`] draws the picture that stands for a page where it is shared.

pub mod assets;
pub mod figures;
pub mod free_page;
pub mod pages;
pub mod passage_html;
pub mod social_image;
pub mod table_of_contents;
pub mod templates;
pub mod title_breaks;
pub mod views;
