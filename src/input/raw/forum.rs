//! `<forum>/forum.yaml`: the forum, its sessions, talks and turns.
//!
//! ```text
//! forum   = title, [date], [venue], [organizer], [video], [transcript], [called], [hosts], [cut],
//!           sessions: { session }
//! session = id, title, [chair], talks: { talk }
//! talk    = id, kind, title, [speakers], [chair], from: quote, [to: quote], [start], [abstract], [topics],
//!           [called], [turns: { turn }]
//! turn    = { speaker id: quote }         one pair; its quote may have a start
//! quote   = text | { quote, after }
//! video   = { bilibili, [part] } | { youtube } | { peertube } | { file }, each with [player]
//! start   = time in the recording, 1:02:03
//! ```
//!
//! A required value that is missing is a problem, and an empty one stands in its place, so that
//! what refers to the entry does not become a problem too.
//!
//! `hosts` has the form of `turns` and says who leads through the programme from which words on;
//! without it the host's words are the chair's of the session they introduce.

use super::{RawAppearance, RawCut, RawForum, RawQuote, RawSession, RawTalk, RawTurn, RawVideo};
use crate::diagnostics::{Code, Diagnostic, FileId, Problems, Span};
use crate::input::fields::{Fields, filled, text, wrong_kind};
use crate::input::yaml::{At, Node, Value};
use crate::model::{Date, Seconds};

const FORUM: [&str; 10] = [
    "title",
    "date",
    "venue",
    "organizer",
    "video",
    "transcript",
    "called",
    "hosts",
    "cut",
    "sessions",
];
const SESSION: [&str; 4] = ["id", "title", "chair", "talks"];
const TALK: [&str; 12] = [
    "id", "kind", "title", "speakers", "chair", "from", "to", "start", "abstract", "topics",
    "called", "turns",
];

/// Reads `forum.yaml`.
pub fn read(node: &Node, file: FileId, problems: &mut Problems) -> Option<RawForum> {
    let fields = Fields::open(node, "a forum", &FORUM, problems)?;
    if fields.node("sessions").is_none() {
        fields.missing("sessions", problems);
    }
    let transcript = fields.text("transcript", problems);
    let title = fields.required_line("title", problems);
    Some(RawForum {
        file,
        date: fields.parsed_or("date", Date::guess, problems).map(|d| d.value),
        venue: fields.line("venue", problems),
        organizer: fields.line("organizer", problems),
        video: fields.node("video").and_then(|node| video(node, problems)),
        transcript: transcript
            .unwrap_or_else(|| At { value: "transcript.md".into(), span: Span::whole(file) }),
        called: fields.pairs("called", problems),
        hosts: turns(fields.list("hosts", problems), first_chair(&fields), problems),
        cut: fields.list("cut", problems).iter().filter_map(|n| cut(n, problems)).collect(),
        sessions: fields
            .list("sessions", problems)
            .iter()
            .filter_map(|n| session(n, problems))
            .collect(),
        has_sessions: fields.node("sessions").is_some_and(|n| matches!(n.value, Value::List(_))),
        title: title.unwrap_or_else(|| nothing(fields.span())),
    })
}

/// The id that an example of a host names: the chair of a session that has one.
fn first_chair<'a>(forum: &Fields<'a>) -> &'a str {
    let Some(Node { value: Value::List(sessions), .. }) = forum.node("sessions") else {
        return "lu-fan";
    };
    let mut entries = sessions.iter().filter_map(|session| match &session.value {
        Value::Map(entries) => entries.iter().find(|(key, _)| key.value == "chair"),
        _ => None,
    });
    entries
        .find_map(|(_, chair)| match &chair.value {
            Value::Scalar(id) => Some(id.as_str()),
            _ => None,
        })
        .unwrap_or("lu-fan")
}

/// What stands in the place of a required value that is missing.
fn nothing(span: Span) -> At<String> {
    At { value: String::new(), span }
}

fn video(node: &Node, problems: &mut Problems) -> Option<RawVideo> {
    let keys = ["bilibili", "part", "youtube", "peertube", "file", "player"];
    let fields = Fields::open(node, "a video", &keys, problems)?;
    Some(RawVideo {
        bilibili: fields.named("bilibili", problems),
        youtube: fields.named("youtube", problems),
        peertube: fields.named("peertube", problems),
        file: fields.named("file", problems),
        player: fields.flag("player", problems).unwrap_or(false),
        part: fields.parsed::<Part>("part", problems).map(|part| part.value.0),
        span: fields.span(),
    })
}

/// The number of a part, from 1.
struct Part(u32);

impl std::str::FromStr for Part {
    type Err = &'static str;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let number = text.parse().ok().filter(|number| *number > 0);
        number.map(Self).ok_or("it is not a whole number from 1 on")
    }
}

impl std::fmt::Display for Part {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        self.0.fmt(f)
    }
}

fn cut(node: &Node, problems: &mut Problems) -> Option<RawCut> {
    let fields = Fields::open(node, "a cut", &["from", "to", "why"], problems)?;
    let from = required_quote(&fields, "from", problems);
    let to = required_quote(&fields, "to", problems);
    let why = fields.required_line("why", problems);
    Some(RawCut { from: from?, to: to?, why: why.map_or_else(String::new, |why| why.value) })
}

fn session(node: &Node, problems: &mut Problems) -> Option<RawSession> {
    let fields = Fields::open(node, "a session", &SESSION, problems)?;
    let id = fields.required("id", problems);
    let title = fields.required_line("title", problems);
    let chair = fields.named("chair", problems);
    let talks = fields.list("talks", problems).iter().filter_map(|n| talk(n, problems)).collect();
    let id = id.unwrap_or_else(|| nothing(fields.span()));
    let title = title.unwrap_or_else(|| nothing(fields.span()));
    Some(RawSession { id, title, chair, talks })
}

fn talk(node: &Node, problems: &mut Problems) -> Option<RawTalk> {
    let fields = Fields::open(node, "a talk", &TALK, problems)?;
    let id = fields.required("id", problems);
    let title = fields.required_line("title", problems);
    let kind = fields.required("kind", problems);
    let from = required_quote(&fields, "from", problems);
    let speakers: Vec<RawAppearance> =
        fields.list("speakers", problems).iter().filter_map(|n| appearance(n, problems)).collect();
    let chair = fields.named("chair", problems);
    let found = problems.len();
    let who = chair.iter().chain(speakers.iter().map(|speaker| &speaker.id)).next();
    let who = who.map_or("wei-kai", |id| &id.value);
    let turns = turns(fields.list("turns", problems), who, problems);
    Some(RawTalk {
        turns_complete: problems.len() == found,
        kind,
        speakers,
        chair,
        from,
        to: fields.node("to").and_then(|n| quote(n, "to", problems)),
        summary: fields.line("abstract", problems),
        topics: fields.texts("topics", problems),
        called: fields.pairs("called", problems),
        start: start(&fields, problems),
        turns,
        id: id.unwrap_or_else(|| nothing(fields.span())),
        title: title.unwrap_or_else(|| nothing(fields.span())),
    })
}

fn start(fields: &Fields<'_>, problems: &mut Problems) -> Option<At<Seconds>> {
    fields.parsed_or("start", Seconds::guess, problems)
}

/// A speaker of a talk: an id, or `{id, title, affiliation}` for what held on that day.
fn appearance(node: &Node, problems: &mut Problems) -> Option<RawAppearance> {
    if let Value::Scalar(_) = &node.value {
        let id = filled(text(node, "speakers", problems)?, "speakers", problems)?;
        return Some(RawAppearance { id, title: None, affiliation: None });
    }
    let keys = ["id", "title", "affiliation"];
    let fields = Fields::open(node, "a speaker of a talk", &keys, problems)?;
    let title = fields.line("title", problems);
    let affiliation = fields.line("affiliation", problems);
    Some(RawAppearance { id: fields.required("id", problems)?, title, affiliation })
}

/// The turns of a list; `who` is the id that an example names.
fn turns(items: &[Node], who: &str, problems: &mut Problems) -> Vec<RawTurn> {
    items.iter().filter_map(|node| turn(node, who, problems)).collect()
}

/// The problem of a turn that is a text to YAML.
fn no_turn(node: &Node, who: &str) -> Diagnostic {
    let text = match &node.value {
        Value::Scalar(text) => text.trim(),
        _ => "",
    };
    let is_id = |id: &&str| {
        let plain = |b: u8| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-';
        !id.is_empty() && id.bytes().all(plain)
    };
    let parts = text.split_once(['：', ':']).map(|(id, words)| (id.trim_end(), words.trim()));
    let Some((id, words)) = parts.filter(|(id, _)| is_id(id)) else {
        let words =
            if text.is_empty() { "大家好" } else { text.lines().next().unwrap_or_default() };
        return wrong_kind(node, "a turn", "a speaker and a quote")
            .help(format!("write it as `- {who}: {words}`"));
    };
    let (code, message) = if text[id.len()..].trim_start().starts_with('：') {
        (Code::FullWidthColon, format!("the colon after `{id}` is a full-width one"))
    } else {
        (Code::NoBlankAfterColon, format!("there is no blank after the colon of `{id}`"))
    };
    let words = words.lines().next().unwrap_or_default();
    Diagnostic::new(code, node.span, message).help(format!("write `- {id}: {words}`"))
}

fn turn(node: &Node, who: &str, problems: &mut Problems) -> Option<RawTurn> {
    let Value::Map(entries) = &node.value else {
        problems.push(no_turn(node, who));
        return None;
    };
    let [(speaker, words)] = entries.as_slice() else {
        let span = entries.get(1).map_or(node.span, |(key, _)| key.span);
        problems.push(
            Diagnostic::new(Code::WrongKind, span, "a turn has one speaker and one quote")
                .label("a second pair")
                .help("begin every turn with a hyphen of its own"),
        );
        return None;
    };
    let (from, start) = match &words.value {
        Value::Map(_) => {
            let keys = ["quote", "after", "start"];
            let fields = Fields::open(words, "a quote", &keys, problems)?;
            (parted_quote(&fields, "turns", problems)?, start(&fields, problems))
        }
        _ => (quote(words, "turns", problems)?, None),
    };
    Some(RawTurn { speaker: speaker.clone(), from, start })
}

fn required_quote(fields: &Fields<'_>, key: &str, problems: &mut Problems) -> Option<RawQuote> {
    match fields.node(key) {
        Some(node) => quote(node, key, problems),
        None => {
            fields.missing(key, problems);
            None
        }
    }
}

fn quote(node: &Node, key: &str, problems: &mut Problems) -> Option<RawQuote> {
    match &node.value {
        Value::Map(_) => {
            let fields = Fields::open(node, "a quote", &["quote", "after"], problems)?;
            parted_quote(&fields, key, problems)
        }
        _ => {
            let quote = RawQuote { quote: text(node, key, problems)?, after: None };
            says_something(quote, key, problems)
        }
    }
}

/// A quote of which the parts are named.
fn parted_quote(fields: &Fields<'_>, key: &str, problems: &mut Problems) -> Option<RawQuote> {
    let after = fields.named("after", problems);
    let quote = RawQuote { quote: fields.required("quote", problems)?, after };
    says_something(quote, key, problems)
}

fn says_something(quote: RawQuote, key: &str, problems: &mut Problems) -> Option<RawQuote> {
    if quote.quote.value.trim().is_empty() {
        problems.push(
            Diagnostic::new(Code::EmptyQuote, quote.quote.span, format!("`{key}` quotes no words"))
                .help("quote words from the transcript"),
        );
        return None;
    }
    Some(quote)
}
