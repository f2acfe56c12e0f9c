//! Names before what is said: `甲一：大家好`, `TOM: Hello`, `[SPEAKER_00]: 好`.
//!
//! ```text
//! line  = [ dash ] label words
//! label = ( name | "[" name "]" | "【" name "】" | "(" name ")" ) (":" blank | "：")
//! ```
//!
//! Words of speech begin so as well (`注意：`, `问题是：`), and the reader does not know the
//! speakers. A name is a voice only where the file leaves no doubt:
//!
//! - a recogniser's number: `SPEAKER_00`, `发言人1`;
//! - almost every cue begins with a name, as meeting tools write it;
//! - the first cue begins with a name, and two names or more stand before cues twice or more, as in
//!   subtitles of a conversation, which name who speaks when that changes.
//!
//! What common words lead in (`例如`, `Note`) is never a name. Any other name stays what was said,
//! and a note says which they are.

use std::borrow::Cow;
use std::collections::{HashMap, HashSet};
use std::ops::Range;

use super::cue_words::CueWords;
use crate::diagnostics::Code;
use crate::input::transcript::unread::UnreadKind;

/// The longest name, in characters.
const LONGEST: usize = 24;
/// How many names a note lists.
const LISTED: usize = 8;

/// A name that a line begins with.
pub(super) struct NameLabel<'a> {
    pub(super) name: &'a str,
    /// Where in the line the name is.
    pub(super) name_range: Range<usize>,
    /// Where in the line what was said begins.
    pub(super) end: usize,
}

/// The name that a line begins with, or what looks like one.
pub(super) fn label(line: &str) -> Option<NameLabel<'_>> {
    let body = line.trim_start();
    let body = match body.strip_prefix(['-', '–', '—', '‐']) {
        Some(rest) => rest.trim_start(),
        None => body,
    };
    let (name, rest) = bracketed_name(body).or_else(|| plain_name(body))?;
    let name = name.trim();
    let is_name = is_numbered(name) || (is_name(name) && !leads_in(name));
    let start = name.as_ptr() as usize - line.as_ptr() as usize;
    let end = line.len() - rest.trim_start().len();
    is_name.then(|| NameLabel { name, name_range: start..start + name.len(), end })
}

/// `[name]: words`
fn bracketed_name(body: &str) -> Option<(&str, &str)> {
    let pairs = [('[', ']'), ('【', '】'), ('(', ')'), ('（', '）')];
    pairs.iter().find_map(|(open, close)| {
        let (name, rest) = body.strip_prefix(*open)?.split_once(*close)?;
        let rest = rest.trim_start().strip_prefix([':', '：'])?;
        (name.chars().count() <= LONGEST).then_some((name, rest))
    })
}

/// `name: words`
fn plain_name(body: &str) -> Option<(&str, &str)> {
    // the limit keeps the time linear in a file without line breaks
    let end = body.char_indices().nth(LONGEST + 1).map_or(body.len(), |(at, _)| at);
    let colon = body[..end].find([':', '：'])?;
    let (name, rest) = body.split_at(colon);
    if let Some(rest) = rest.strip_prefix('：') {
        return Some((name, rest));
    }
    let rest = rest.strip_prefix(':')?;
    // `10:30`, `https://`, `a:b` are no names
    let follows = rest.chars().next();
    follows.is_none_or(|c| c.is_whitespace() || !c.is_ascii()).then_some((name, rest))
}

/// Whether a name is a recogniser's number: `SPEAKER_00`, `发言人1`, `Speaker A`.
fn is_numbered(name: &str) -> bool {
    const VOICES: [&str; 8] = [
        "发言人",
        "说话人",
        "讲话人",
        "演讲者",
        "speaker",
        "Speaker",
        "SPEAKER",
        "Unknown Speaker",
    ];
    let rest = VOICES.iter().find_map(|voice| name.strip_prefix(voice));
    let number = rest.map(|rest| rest.trim_start_matches([' ', '_', '-', '#']));
    number.is_some_and(|number| {
        let is_letter = number.len() == 1 && number.bytes().all(|b| b.is_ascii_uppercase());
        (!number.is_empty() && number.bytes().all(|b| b.is_ascii_digit())) || is_letter
    })
}

/// Whether a text may be a name.
fn is_name(name: &str) -> bool {
    let is_sign = |c: char| !c.is_alphanumeric() && !" .·・-'’_&".contains(c);
    if name.is_empty() || name.contains(is_sign) || !name.starts_with(char::is_alphabetic) {
        return false;
    }
    if name.is_ascii() || name.chars().all(|c| c < '\u{2e80}') {
        const PARTICLES: [&str; 9] = ["al", "bin", "da", "de", "der", "di", "la", "van", "von"];
        let words: Vec<&str> = name.split_whitespace().collect();
        let is_word =
            |word: &&str| PARTICLES.contains(word) || !word.starts_with(char::is_lowercase);
        return words.len() <= 4 && words.iter().all(is_word);
    }
    let is_foreign = name.contains(['·', '・']);
    let characters = name.chars().filter(|c| *c >= '\u{2e80}').count();
    characters <= if is_foreign { 14 } else { 6 }
}

/// Whether common words of speech stand before a colon.
fn leads_in(name: &str) -> bool {
    const ENDINGS: [&str; 18] = [
        "是", "的", "了", "说", "道", "为", "如下", "来说", "来看", "来讲", "而言", "讲", "问",
        "答", "叫", "到", "在于", "之",
    ];
    const WORDS: [&str; 72] = [
        "注意",
        "问题",
        "比如",
        "例如",
        "譬如",
        "总结",
        "结论",
        "答案",
        "首先",
        "其次",
        "再次",
        "最后",
        "第一",
        "第二",
        "第三",
        "第四",
        "第五",
        "因此",
        "所以",
        "另外",
        "此外",
        "说明",
        "备注",
        "提示",
        "重点",
        "关键",
        "目标",
        "目的",
        "结果",
        "原因",
        "方法",
        "步骤",
        "定义",
        "定理",
        "举例",
        "补充",
        "观点",
        "标题",
        "题目",
        "时间",
        "地点",
        "主题",
        "内容",
        "背景",
        "意思",
        "换句话",
        "也就是",
        "一句话",
        "简单",
        "总之",
        "因为",
        "但是",
        "而且",
        "然后",
        "以及",
        "包括",
        "分别",
        "公式",
        "口号",
        "警告",
        "提问",
        "回答",
        "附",
        "字幕",
        "翻译",
        "校对",
        "来源",
        "参考",
        "网址",
        "邮箱",
        "电话",
        "微信",
    ];
    const LATIN: [&str; 50] = [
        "a",
        "and",
        "answer",
        "because",
        "but",
        "caption",
        "captions",
        "chapter",
        "conclusion",
        "email",
        "example",
        "figure",
        "finally",
        "first",
        "goal",
        "hint",
        "http",
        "https",
        "music",
        "no",
        "note",
        "notes",
        "ok",
        "okay",
        "part",
        "problem",
        "q",
        "question",
        "questions",
        "quote",
        "remember",
        "result",
        "results",
        "second",
        "section",
        "so",
        "solution",
        "step",
        "subtitles",
        "summary",
        "table",
        "third",
        "tip",
        "title",
        "today",
        "translation",
        "translator",
        "warning",
        "website",
        "yes",
    ];
    let first = name.split_whitespace().next().unwrap_or_default().to_lowercase();
    ENDINGS.iter().any(|ending| name.ends_with(ending))
        || WORDS.contains(&name)
        || LATIN.contains(&first.as_str())
}

/// The names that cues of a file begin with.
#[derive(Debug, Default)]
pub(super) struct NameLabels {
    certain: HashSet<String>,
    /// Whether every cue says who speaks, so that one that does not is nobody's.
    pub(super) is_per_cue: bool,
    /// The names that are not certain, in the order of the file, with how often each stands there.
    uncertain: Vec<(String, usize)>,
}

impl NameLabels {
    /// Finds the names in the lines of all cues, and decides which are voices.
    pub(super) fn of(cues: &[CueWords]) -> Self {
        let first_lines = cues.iter().filter_map(|cue| cue.lines.first());
        let first_names: Vec<Option<&str>> =
            first_lines.map(|line| label(&line.words).map(|label| label.name)).collect();
        let all_lines = cues.iter().flat_map(|cue| &cue.lines);
        let all_names: Vec<&str> =
            all_lines.filter_map(|line| label(&line.words).map(|label| label.name)).collect();
        let mut counts: HashMap<&str, usize> = HashMap::new();
        for name in &all_names {
            *counts.entry(name).or_default() += 1;
        }
        let is_per_cue = is_per_cue(&first_names);
        let is_dialogue = is_dialogue(&first_names, &counts);
        let mut labels = Self { is_per_cue, ..Self::default() };
        for name in all_names {
            // each name once, in the order of the file
            let Some(count) = counts.remove(name) else { continue };
            if is_numbered(name) || is_per_cue || (is_dialogue && count > 1) {
                labels.certain.insert(name.to_owned());
            } else {
                labels.uncertain.push((name.to_owned(), count));
            }
        }
        labels
    }

    /// Whether a name is certainly a voice.
    pub(super) fn is_voice(&self, name: &str) -> bool {
        self.certain.contains(name)
    }

    /// What is reported of a name that is not certain; nothing where no name stands twice and no
    /// two names are there.
    pub(super) fn note(&self) -> Option<UnreadKind> {
        let all: usize = self.uncertain.iter().map(|(_, count)| count).sum();
        if all < 2 {
            return None;
        }
        let listed = self.uncertain.iter().take(LISTED);
        let listed: Vec<String> =
            listed.map(|(name, count)| format!("`{name}` ({count})")).collect();
        let more = match self.uncertain.len().saturating_sub(LISTED) {
            0 => String::new(),
            more => format!(" and {more} more"),
        };
        let names = format!("{}{more}", listed.join(", "));
        let what = "what may be the name of a speaker";
        Some(UnreadKind {
            code: Code::NameLabels,
            one: Cow::Owned(format!(
                "a line begins with {what}, which is published as words: {names}"
            )),
            many: Cow::Owned(format!(
                "{{n}} lines begin with {what}, which are published as words: {names}"
            )),
            help:
                "where they are speakers, give the turns in forum.yaml, and cut the names or write \
                them as <v name> in a copy of the file"
                    .into(),
        })
    }
}

/// Whether nearly all cues begin with a name.
fn is_per_cue(names: &[Option<&str>]) -> bool {
    let named = names.iter().flatten().count();
    let again = names.windows(2).any(|pair| pair[0].is_some() && pair[0] == pair[1]);
    named >= 3 && named * 5 >= names.len() * 4 && again
}

/// Whether a file names who speaks when that changes: the first cue begins with a name, and so do
/// most of the others that are named.
fn is_dialogue(names: &[Option<&str>], counts: &HashMap<&str, usize>) -> bool {
    let first = names.first().copied().flatten();
    let often = counts.values().filter(|count| **count > 1);
    let (voices, lines) = often.fold((0, 0), |(voices, lines), count| (voices + 1, lines + count));
    let all: usize = counts.values().sum();
    first.is_some_and(|name| counts.get(name) > Some(&1)) && voices >= 2 && lines * 5 >= all * 4
}
