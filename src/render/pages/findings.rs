//! What was found in the records, as pages show it.

use std::collections::BTreeMap;

use super::context::{ForumContext, SiteContext};
use crate::analysis::mentions::Mention;
use crate::model::{CleanRange, ForumIndex, SpeakerIndex, TalkIndex, TalkRef};
use crate::render::views::analysis::{MentionsView, PlaceView, RelatedView};
use crate::urls;

/// Characters that are shown before and after a mention.
const AROUND: usize = 16;

/// The words that single a talk out.
pub fn keywords(
    context: &SiteContext<'_>,
    forum_context: &ForumContext<'_>,
    number: TalkIndex,
) -> Vec<String> {
    let keywords = context.findings.keywords.of(forum_context.talk_ref(number));
    keywords.iter().map(|keyword| keyword.word.clone()).collect()
}

/// The talks most like a talk.
pub fn related(
    context: &SiteContext<'_>,
    forum_context: &ForumContext<'_>,
    number: TalkIndex,
    up: &str,
) -> Vec<RelatedView> {
    let found = context.findings.related.get(&forum_context.talk_ref(number));
    let view = |related: &crate::analysis::keywords::Related| {
        let TalkRef { forum, talk } = related.talk;
        let talk = context.line(&context.forums[forum], talk, up);
        RelatedView { talk, shared: related.shared.clone() }
    };
    found.into_iter().flatten().map(view).collect()
}

/// Who speaks of somebody, and where.
pub fn mentioned(context: &SiteContext<'_>, speaker: SpeakerIndex, up: &str) -> Vec<MentionsView> {
    grouped(context, context.findings.mentions(|m| m.whom == speaker), |m| m.by, up)
}

/// Of whom somebody speaks, and where.
pub fn mentions(context: &SiteContext<'_>, speaker: SpeakerIndex, up: &str) -> Vec<MentionsView> {
    grouped(context, context.findings.mentions(|m| m.by == Some(speaker)), |m| Some(m.whom), up)
}

/// Mentions by the other one, those with the most first.
fn grouped<'a>(
    context: &SiteContext<'_>,
    mentions: impl Iterator<Item = (ForumIndex, &'a Mention)>,
    other: impl Fn(&Mention) -> Option<SpeakerIndex>,
    up: &str,
) -> Vec<MentionsView> {
    let mut groups: BTreeMap<Option<SpeakerIndex>, Vec<PlaceView>> = BTreeMap::new();
    for (forum, mention) in mentions {
        let place = place_view(&context.forums[forum], mention, up);
        groups.entry(other(mention)).or_default().push(place);
    }
    let view = |(other, places): (Option<SpeakerIndex>, Vec<PlaceView>)| MentionsView {
        person: other.map(|speaker| context.someone(speaker, up)),
        places,
    };
    let mut groups: Vec<MentionsView> = groups.into_iter().map(view).collect();
    groups.sort_by_key(|group| std::cmp::Reverse(group.places.len()));
    groups
}

fn place_view(forum_context: &ForumContext<'_>, mention: &Mention, up: &str) -> PlaceView {
    let passage = &forum_context.record.passages[mention.passage];
    let clean = passage.clean(forum_context.forum);
    let CleanRange(range) = &mention.range;
    let (before, after) = (&clean[..range.start], &clean[range.end..]);
    let skipped = before.chars().count().saturating_sub(AROUND);
    let more = if skipped > 0 { "…" } else { "" };
    let tail = if after.chars().count() > AROUND { "…" } else { "" };
    let page = urls::owner(forum_context.forum, forum_context.forum.turns[passage.turn].owner);
    PlaceView {
        url: urls::link(up, &urls::passage(&page, &passage.id)),
        before: format!("{more}{}", before.chars().skip(skipped).collect::<String>()),
        words: clean[range.clone()].to_owned(),
        after: format!("{}{tail}", after.chars().take(AROUND).collect::<String>()),
    }
}
