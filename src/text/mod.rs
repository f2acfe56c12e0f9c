//! Reading recognised Chinese speech.
//!
//! Every rule here is a pure function from text to the [`Edit`]s it proposes; none of them changes
//! the text. An edit says where (a byte range), what was meant there instead (empty: nothing) and
//! which rule says so, so that the verbatim text can always be had back exactly, and every change
//! can be counted and shown.

mod edit;

pub use edit::{Edit, Rule, apply};
