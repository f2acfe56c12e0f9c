//! What was found in the records, as pages show it.

use std::collections::BTreeMap;

use super::context::{ForumContext, SiteContext};
use super::forum_summary::MentionQuote;
use crate::model::{SpeakerIndex, TalkIndex, TalkRef};
use crate::render::views::analysis::{MentionView, MentionsView, RelatedView};
use crate::urls;

/// The words that single a talk out.
pub fn keywords(
    context: &SiteContext<'_>,
    forum_context: &ForumContext<'_>,
    number: TalkIndex,
) -> Vec<String> {
    let keywords = context.analysis.keywords.of(forum_context.summary.talk_ref(number));
    keywords.iter().map(|keyword| keyword.word.clone()).collect()
}

/// The talks most like a talk.
pub fn related(
    context: &SiteContext<'_>,
    forum_context: &ForumContext<'_>,
    number: TalkIndex,
    up: &str,
) -> Vec<RelatedView> {
    let found = context.analysis.related.get(&forum_context.summary.talk_ref(number));
    let view = |related: &crate::analysis::keywords::Related| {
        let TalkRef { forum, talk } = related.talk;
        let talk = context.line(&context.forums[forum], talk, up);
        RelatedView { talk, shared: related.shared.clone() }
    };
    found.into_iter().flatten().map(view).collect()
}

/// Who speaks of somebody, and where.
pub fn mentioned(context: &SiteContext<'_>, speaker: SpeakerIndex, up: &str) -> Vec<MentionsView> {
    grouped(context, |quote| (quote.whom == speaker).then_some(quote.by), up)
}

/// Of whom somebody speaks, and where.
pub fn mentions(context: &SiteContext<'_>, speaker: SpeakerIndex, up: &str) -> Vec<MentionsView> {
    grouped(context, |quote| (quote.by == Some(speaker)).then_some(Some(quote.whom)), up)
}

/// Mentions by the other person, those with the most first. `other` gives who that is, or nothing
/// where a mention is none of these.
fn grouped(
    context: &SiteContext<'_>,
    other: impl Fn(&MentionQuote) -> Option<Option<SpeakerIndex>>,
    up: &str,
) -> Vec<MentionsView> {
    let mut groups: BTreeMap<Option<SpeakerIndex>, Vec<MentionView>> = BTreeMap::new();
    for quote in context.forums.iter().flat_map(|forum| &forum.mentions) {
        if let Some(other) = other(quote) {
            groups.entry(other).or_default().push(place_view(quote, up));
        }
    }
    let view = |(other, places): (Option<SpeakerIndex>, Vec<MentionView>)| MentionsView {
        person: other.map(|speaker| context.someone(speaker, up)),
        places,
    };
    let mut groups: Vec<MentionsView> = groups.into_iter().map(view).collect();
    // the sort is stable, so that people with equally many keep the order of `speakers.yaml`
    groups.sort_by_key(|group| std::cmp::Reverse(group.places.len()));
    groups
}

fn place_view(quote: &MentionQuote, up: &str) -> MentionView {
    MentionView {
        url: urls::link(up, &quote.address),
        before: quote.before.clone(),
        words: quote.words.clone(),
        after: quote.after.clone(),
    }
}
