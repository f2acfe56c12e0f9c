//! The recogniser's marks for sound and feeling.
//!
//! Source of the marks: SenseVoice writes events and emotions as emoji (its `event_dict`,
//! `emo_dict` and `emoji_dict`): 🎼 music, 👏 applause, 😀 laughter, 😭 crying, 🤧 sneezing,
//! 😷 coughing, ❓ nothing understood; 😊 happy, 😔 sad, 😡 angry, 😰 fearful, 🤢 disgusted,
//! 😮 surprised.
//!
//! Applause and laughter belong to the record and stand in it in words. Music does where it is
//! heard by itself or goes on for at least three sentences; the 🎼 before a single sentence says
//! only that something sounded behind it. What the recogniser guessed of somebody's feelings or
//! health is left out. Where a mark goes after a sentence's end, the comma or full stop that the
//! recogniser put after it goes too.
//!
//! Other recognisers, and people, write a sound in brackets: `[音乐]`, `【掌声】`, `(Applause)`,
//! `（这里听不清）`. Such a mark is one only where nothing else stands between the brackets.

use super::edited_view::{EditedView, is_end, is_pause};
use super::{Edit, Rule};

const MUSIC: char = '🎼';
const SOUNDS: [(char, &str); 2] = [('👏', "（掌声）"), ('😀', "（笑声）")];
const MUSIC_IN_WORDS: &str = "（音乐）";
/// Something was said there, so the pauses around it are the speaker's and stay.
const UNCLEAR: &str = "（听不清）";
const SILENT: &str = "😊😔😡😰🤢😮😭🤧😷❓";
/// Sentences in a row that begin with 🎼, from which on music is heard and not guessed.
const LONG: usize = 3;

/// Sounds in words, each by what stands for it in brackets, in small letters and without blanks.
const IN_BRACKETS: [(&str, &[&str]); 5] = [
    (MUSIC_IN_WORDS, &["音乐", "音樂", "音乐声", "背景音乐", "music", "musicplaying"]),
    (
        "（掌声）",
        &[
            "掌声",
            "掌聲",
            "鼓掌",
            "鼓掌声",
            "热烈掌声",
            "热烈的掌声",
            "全场掌声",
            "applause",
            "clapping",
        ],
    ),
    (
        "（笑声）",
        &[
            "笑声",
            "笑聲",
            "笑",
            "大笑",
            "众笑",
            "全场大笑",
            "全场笑声",
            "观众笑",
            "观众笑声",
            "laughter",
            "laughs",
            "laughing",
        ],
    ),
    (
        UNCLEAR,
        &[
            "听不清",
            "聽不清",
            "听不清楚",
            "这里听不清",
            "此处听不清",
            "无法听清",
            "无法辨认",
            "inaudible",
            "unintelligible",
            "indistinct",
        ],
    ),
    // whisper.cpp, where nobody speaks
    ("", &["blank_audio", "silence"]),
];
const BRACKETS: [(char, char); 5] =
    [('[', ']'), ('【', '】'), ('(', ')'), ('（', '）'), ('［', '］')];
/// Most characters between the brackets.
const MOST_IN_BRACKETS: usize = 16;

/// A mark: an emoji, or a sound in brackets.
struct SoundMark {
    start: usize,
    end: usize,
    /// What it says in words; of 🎼, what it says if music is heard.
    words: &'static str,
}

impl SoundMark {
    fn at(view: &EditedView, start: usize) -> Option<Self> {
        let c = view.get(start)?;
        if let Some((end, words)) = in_brackets(view, start) {
            return Some(Self { start, end, words });
        }
        let sound = SOUNDS.iter().find(|(sound, _)| *sound == c).map(|(_, words)| *words);
        let words = if c == MUSIC { MUSIC_IN_WORDS } else { sound.unwrap_or_default() };
        is_mark(c).then_some(Self { start, end: start + 1, words })
    }

    fn is_music(&self) -> bool {
        self.words == MUSIC_IN_WORDS
    }
}

/// A sound in brackets: where it ends, and what it says.
fn in_brackets(view: &EditedView, start: usize) -> Option<(usize, &'static str)> {
    let close = BRACKETS.iter().find(|(open, _)| view.get(start) == Some(*open))?.1;
    let inner = start + 1..start + 2 + MOST_IN_BRACKETS;
    let end = inner.clone().find(|&i| view.get(i) == Some(close))?;
    let said: String = (inner.start..end)
        .filter_map(|i| view.get(i))
        .filter(|c| !c.is_whitespace())
        .map(|c| c.to_ascii_lowercase())
        .collect();
    let (words, _) = IN_BRACKETS.iter().find(|(_, said_so)| said_so.contains(&said.as_str()))?;
    view.is_own(start..end + 1).then_some((end + 1, *words))
}

/// Finds the marks.
pub(super) fn find(view: &EditedView) -> Vec<Edit> {
    let mut edits = Vec::new();
    // the last character that is read, as the text will be
    let mut last: Option<char> = None;
    let mut i = 0;
    while let Some(c) = view.get(i) {
        let (marks, end) = group(view, i, last);
        if marks.is_empty() {
            last = Some(c);
            i += 1;
            continue;
        }
        // music belongs to what follows, all else to what was said: a paragraph may begin between
        let split = marks.iter().position(SoundMark::is_music).unwrap_or(marks.len());
        let music = marks.get(split).map_or(end, |mark| mark.start);
        for (range, marks) in [(i..music, &marks[..split]), (music..end, &marks[split..])] {
            if range.is_empty() {
                continue;
            }
            let meant = in_words(view, marks, end);
            last = meant.chars().next_back().or(last);
            if !(view.reads(range.start, &meant) && range.len() == meant.chars().count()) {
                edits.extend(view.edits(range, &meant, Rule::Mark));
            }
        }
        i = end;
    }
    edits
}

/// The marks that follow each other from `i` on, and where they end, with the pauses that stray
/// between and behind them.
fn group(view: &EditedView, i: usize, last: Option<char>) -> (Vec<SoundMark>, usize) {
    let at_pause = last.is_none_or(is_pause);
    let mut marks = Vec::new();
    let (mut at, mut end) = (i, i);
    while let Some(mark) = SoundMark::at(view, at) {
        at = view.skip(mark.end, |c| c == '\u{fe0f}');
        let said = mark.words == UNCLEAR;
        marks.push(mark);
        let stray = at_pause && !said && view.get(at).is_some_and(|c| "，。、".contains(c));
        end = at + usize::from(stray);
        at = end;
    }
    (marks, end)
}

/// What marks say in words, each sound once. `end` is where all marks of their group end.
fn in_words(view: &EditedView, marks: &[SoundMark], end: usize) -> String {
    let mut said = String::new();
    for mark in marks {
        let guessed = view.get(mark.start) == Some(MUSIC);
        if said.contains(mark.words) || (guessed && !is_heard(view, mark.start, end)) {
            continue;
        }
        said.push_str(mark.words);
    }
    said
}

/// Whether music is heard by itself (no speech follows at once), or begins that goes on.
fn is_heard(view: &EditedView, i: usize, group_end: usize) -> bool {
    let alone = view.get(i + 1).is_none_or(|c| is_pause(c) || is_mark(c));
    alone || (!goes_on_from_before(view, i) && run_of_music(view, group_end) >= LONG)
}

/// Sentences in a row that have music, the first of which begins at `start`.
fn run_of_music(view: &EditedView, mut start: usize) -> usize {
    let mut count = 0;
    loop {
        count += 1;
        let end = view.skip(start, |c| !is_end(c) && !is_mark(c));
        let next = view.skip(end, |c| is_pause(c) || (is_mark(c) && c != MUSIC));
        if view.get(next) != Some(MUSIC) || count >= LONG {
            return count;
        }
        start = view.skip(next, |c| is_pause(c) || is_mark(c));
    }
}

/// Whether the sentence before the one at `i` has music as well.
fn goes_on_from_before(view: &EditedView, i: usize) -> bool {
    let skip_back = |mut i: usize, is: &dyn Fn(char) -> bool| {
        while view.before(i).is_some_and(is) {
            i -= 1;
        }
        i
    };
    let end = skip_back(i, &|c| is_pause(c) || is_mark(c));
    let start = skip_back(end, &|c| !is_end(c) && !is_mark(c));
    end < i && start < end && view.before(start) == Some(MUSIC)
}

fn is_mark(c: char) -> bool {
    c == MUSIC || SILENT.contains(c) || SOUNDS.iter().any(|(sound, _)| *sound == c)
}
