//! HTML, from the Markdown pages and the model.
//!
//! 1. [`assets`] holds the templates and static files: the embedded ones, each replaced by the
//!    site's own file of the same name.
//! 2. [`crate::ui_strings`] holds the texts of the interface; [`title_breaks`] finds where a title
//!    may be broken into lines.
//! 3. [`passage_html`] turns the blocks of a page, as read back from its Markdown, into HTML, and
//!    marks [English runs](crate::text::english_runs); [`table_of_contents`] lists the turns or
//!    topic segments of a long page; [`free_page`] turns an editor's own Markdown into HTML;
//!    [`direction`] marks texts that are written from right to left.
//! 4. [`views`] are the values that templates are rendered with: texts, numbers and addresses.
//!    [`figures`] draws the inline SVG that some of them hold.
//! 5. [`pages`] lists every HTML page and renders it with Tera.
//! 6. [`social_image`] draws the picture that social networks show for a page.

pub mod assets;
pub mod direction;
pub mod figures;
pub mod free_page;
pub mod pages;
pub mod passage_html;
pub mod social_image;
pub mod table_of_contents;
pub mod templates;
pub mod title_breaks;
pub mod views;
