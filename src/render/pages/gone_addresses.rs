//! The pages at published addresses that are gone: of forums, sessions, speakers, topics and
//! organisations. Each leads to the page that took its place, and lists the talks that it had.

use super::context::{Head, SiteContext};
use super::{PageJob, PreparedPage};
use crate::published_addresses::GoneAddress;
use crate::render::views::{GoneView, SuccessorView};
use crate::urls;

/// A page for each address that is gone.
pub fn pages<'a>(
    context: &'a SiteContext<'_>,
    gone: &'a [GoneAddress],
) -> impl Iterator<Item = PageJob<'a>> {
    gone.iter().map(move |gone| PageJob::new(move || page(context, gone)))
}

fn page(context: &SiteContext<'_>, gone: &GoneAddress) -> PreparedPage {
    let at = gone.address.as_str();
    let up = urls::up(at);
    let text = |key: &str| context.strings.get(key).to_owned();
    let moved = gone.successor.is_some();
    let (title, lead) = match gone.successor {
        Some(_) => (text("address_moved"), text("address_moved_lead")),
        None => (text("address_gone"), text("address_gone_lead")),
    };
    let title = if gone.name.is_empty() { title } else { format!("{}: {title}", gone.name) };
    let head =
        Head { description: lead.clone(), title, trail: vec![(text("home"), String::new())] };
    let line =
        |talk: &crate::model::TalkRef| context.line(&context.forums[talk.forum], talk.talk, &up);
    let successor = gone.successor.as_ref();
    let view = GoneView {
        lead,
        successor: successor.map(|(address, name)| SuccessorView {
            title: name.clone(),
            url: urls::link(&up, address),
        }),
        label: text("talks"),
        // where another page took its place, that has the talks
        now: gone.talks.iter().filter(|_| !moved).map(line).collect(),
        moved: Vec::new(),
    };
    PreparedPage::new(format!("{at}index.html"), "gone.html", context.page(at, head, view))
}
