//! Marks for sounds and feelings that a recogniser, or a person, wrote into the transcript.
//!
//! SenseVoice writes events and emotions as emoji (source: its `event_dict`, `emo_dict` and
//! `emoji_dict`): 🎼 music, 👏 applause, 😀 laughter, 😭 crying, 🤧 sneezing, 😷 coughing, ❓ not
//! understood; 😊 happy, 😔 sad, 😡 angry, 😰 fearful, 🤢 disgusted, 😮 surprised.
//!
//! - Applause and laughter belong to the record and are written in words: （掌声）.
//! - Music is, where no speech follows it at once, or where it goes on for at least three
//!   sentences. A 🎼 before a single sentence only says that something sounded in the background;
//!   it is left out.
//! - What the recogniser guessed of somebody's feelings or health is left out.
//! - After the end of a sentence, the comma or full stop that the recogniser put behind a mark is
//!   left out with it.
//!
//! SenseVoice without its own post-processing writes the same as tags, `<|HAPPY|>` `<|Applause|>`,
//! beside tags for the language and the like ([`recogniser_tags`]), none of which is spoken.
//!
//! Captions mark with `>>` that somebody else speaks; it is left out with the blank behind it.
//!
//! [`recogniser_tags`]: super::recogniser_tags
//!
//! Other recognisers, and people, write a sound in brackets: `[音乐]`, `【掌声】`, `(Applause)`,
//! `（这里听不清）`. Brackets count as a mark only where they hold nothing else.

use super::edited_view::{EditedView, is_pause, is_sentence_end};
use super::{Edit, Rule, recogniser_tags};

const MUSIC: char = '🎼';
/// Emoji of sounds that are written in words.
const SOUND_EMOJI: [(char, &str); 2] = [('👏', "（掌声）"), ('😀', "（笑声）")];
const MUSIC_IN_WORDS: &str = "（音乐）";
/// Something was said there, so the pauses beside it are the speaker's and stay.
const UNCLEAR: &str = "（听不清）";
/// Emoji that are left out.
const IGNORED_EMOJI: &str = "😊😔😡😰🤢😮😭🤧😷❓";
/// From this many sentences with 🎼 in a row on, music was heard and is not a wrong guess.
const MIN_MUSIC_SENTENCES: usize = 3;

/// For each sound in words, the texts in brackets that mean it, in lower case and without
/// whitespace.
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
    // written by whisper.cpp where nobody speaks
    ("", &["blank_audio", "silence"]),
];
/// The tags of SenseVoice that name a sound which is written in words. `BGM` is music in the
/// background.
const TAGS: [(&str, &str); 2] = [("Applause", "（掌声）"), ("Laughter", "（笑声）")];
/// More characters than a tag has.
const LONGEST_TAG: usize = 32;
const BRACKETS: [(char, char); 5] =
    [('[', ']'), ('【', '】'), ('(', ')'), ('（', '）'), ('［', '］')];
/// Most characters between the brackets of a mark, whitespace included.
const MAX_IN_BRACKETS: usize = 16;

/// A mark: an emoji, or a sound in brackets. `start` and `end` are indexes into the view.
struct SoundMark {
    start: usize,
    end: usize,
    /// The sound in words, empty for a mark that is left out; for 🎼, the words if music is heard.
    words: &'static str,
}

impl SoundMark {
    /// The mark that starts at an index, if one does.
    fn at(view: &EditedView, start: usize) -> Option<Self> {
        let c = view.get(start)?;
        if let Some((end, words)) = in_brackets(view, start) {
            return Some(Self { start, end, words });
        }
        if let Some((end, words)) = tag(view, start).or_else(|| chevrons(view, start)) {
            return Some(Self { start, end, words });
        }
        let sound = SOUND_EMOJI.iter().find(|(sound, _)| *sound == c).map(|(_, words)| *words);
        let words = if c == MUSIC { MUSIC_IN_WORDS } else { sound.unwrap_or_default() };
        is_emoji_mark(c).then_some(Self { start, end: start + 1, words })
    }

    fn is_music(&self) -> bool {
        self.words == MUSIC_IN_WORDS
    }
}

/// A tag of SenseVoice that starts at an index: its end, and its sound in words.
fn tag(view: &EditedView, start: usize) -> Option<(usize, &'static str)> {
    if view.get(start) != Some('<') || view.get(start + 1) != Some('|') {
        return None;
    }
    let text = view.text(start..start + LONGEST_TAG);
    let name = recogniser_tags::tag_name(&text)?;
    let end = start + name.len() + "<||>".len();
    let words = TAGS.iter().find(|(tag, _)| *tag == name).map_or("", |(_, words)| *words);
    view.is_original(start..end).then_some((end, words))
}

/// Signs that somebody else speaks: `>>`, at the start or behind a blank or a mark, and the blank
/// that follows.
fn chevrons(view: &EditedView, start: usize) -> Option<(usize, &'static str)> {
    let end = view.skip_while(start, |c| c == '>');
    let stands_apart = view.char_before(start).is_none_or(|c| c.is_whitespace() || is_pause(c));
    // `a>>b` and `1 >> 2` are formulas
    let before = view.skip_back_while(start, |c| c == ' ');
    let after = view.skip_while(end, |c| c == ' ');
    let is_digit = |c: Option<char>| c.is_some_and(|c| c.is_ascii_digit());
    let is_formula = is_digit(view.char_before(before)) && is_digit(view.get(after));
    let is_sign = (2..=3).contains(&(end - start)) && stands_apart && !is_formula;
    (is_sign && view.is_original(start..end)).then_some((after, ""))
}

/// A mark in brackets that starts at an index: its end, and its sound in words.
fn in_brackets(view: &EditedView, start: usize) -> Option<(usize, &'static str)> {
    let close = BRACKETS.iter().find(|(open, _)| view.get(start) == Some(*open))?.1;
    // one character more than the longest mark has inside: the closing bracket
    let inner = start + 1..start + 2 + MAX_IN_BRACKETS;
    let end = inner.clone().find(|&i| view.get(i) == Some(close))?;
    let text = view.text(inner.start..end);
    let spelling: String =
        text.chars().filter(|c| !c.is_whitespace()).map(|c| c.to_ascii_lowercase()).collect();
    let (words, _) = IN_BRACKETS.iter().find(|(_, all)| all.contains(&spelling.as_str()))?;
    // brackets that a correction put in are the editor's own words
    view.is_original(start..end + 1).then_some((end + 1, *words))
}

/// Finds the marks and what is read instead of them.
pub(super) fn find(view: &EditedView) -> Vec<Edit> {
    let mut edits = Vec::new();
    // the last character of the clean text so far
    let mut last: Option<char> = None;
    let mut i = 0;
    while let Some(c) = view.get(i) {
        let (marks, end) = mark_group(view, i, last);
        if marks.is_empty() {
            last = Some(c);
            i += 1;
            continue;
        }
        // Music belongs to what follows, all other marks to what was said before. A paragraph may
        // start between them, and no edit may reach over its start: so they are two edits.
        let split = marks.iter().position(SoundMark::is_music).unwrap_or(marks.len());
        let music_start = marks.get(split).map_or(end, |mark| mark.start);
        for (range, marks) in
            [(i..music_start, &marks[..split]), (music_start..end, &marks[split..])]
        {
            if range.is_empty() {
                continue;
            }
            let meant = in_words(view, marks, end);
            // for the next mark, one that is left out leaves the character before it as the last
            last = meant.chars().next_back().or(last);
            // a mark may already be written as it is read (（掌声）), and an edit has to change
            // something
            let is_unchanged =
                view.matches_at(range.start, &meant) && range.len() == meant.chars().count();
            if !is_unchanged {
                edits.extend(view.edits(range, &meant, Rule::Mark));
            }
        }
        i = end;
    }
    edits
}

/// The marks that follow one another from index `i` on, and the end of the group, which includes
/// commas and full stops that the recogniser put between and after them. `last` is the last
/// character of the clean text before the group.
fn mark_group(view: &EditedView, i: usize, last: Option<char>) -> (Vec<SoundMark>, usize) {
    let follows_pause = last.is_none_or(is_pause);
    let mut marks = Vec::new();
    let mut end = i;
    while let Some(mark) = SoundMark::at(view, end) {
        // a variation selector asks for the emoji in colour
        end = view.skip_while(mark.end, |c| c == '\u{fe0f}');
        // somebody spoke here, so a comma after the mark is a pause of speech and no stray one
        let was_said = mark.words == UNCLEAR;
        marks.push(mark);
        let is_stray_pause =
            follows_pause && !was_said && view.get(end).is_some_and(|c| "，。、".contains(c));
        end += usize::from(is_stray_pause);
    }
    (marks, end)
}

/// The sounds of some marks in words, each sound once. `group_end` is the end of the group that
/// they are in.
fn in_words(view: &EditedView, marks: &[SoundMark], group_end: usize) -> String {
    let mut words = String::new();
    for mark in marks {
        // music in brackets was heard by a person; an emoji is a guess
        let is_guess = view.get(mark.start) == Some(MUSIC);
        if words.contains(mark.words) || (is_guess && !is_music_heard(view, mark.start, group_end))
        {
            continue;
        }
        words.push_str(mark.words);
    }
    words
}

/// Whether the 🎼 at index `i` has no speech right after it, or is the first of several sentences
/// with music.
fn is_music_heard(view: &EditedView, i: usize, group_end: usize) -> bool {
    let no_speech_follows = view.get(i + 1).is_none_or(|c| is_pause(c) || is_emoji_mark(c));
    no_speech_follows
        // only the first sentence of a run names the music, else each of them would
        || (!follows_music(view, i) && music_sentences(view, group_end) >= MIN_MUSIC_SENTENCES)
}

/// Number of sentences in a row that have music, at most [`MIN_MUSIC_SENTENCES`]. The text of the
/// first starts at `start`, after its 🎼.
fn music_sentences(view: &EditedView, mut start: usize) -> usize {
    let mut count = 0;
    loop {
        count += 1;
        let end = view.skip_while(start, |c| !is_sentence_end(c) && !is_emoji_mark(c));
        let next = view.skip_while(end, |c| is_pause(c) || (is_emoji_mark(c) && c != MUSIC));
        // no need to count on, and a long run would else be scanned again at each of its marks
        if view.get(next) != Some(MUSIC) || count >= MIN_MUSIC_SENTENCES {
            return count;
        }
        start = view.skip_while(next, |c| is_pause(c) || is_emoji_mark(c));
    }
}

/// Whether the sentence before the one that starts at `i` has music as well.
fn follows_music(view: &EditedView, i: usize) -> bool {
    let end = view.skip_back_while(i, |c| is_pause(c) || is_emoji_mark(c));
    let start = view.skip_back_while(end, |c| !is_sentence_end(c) && !is_emoji_mark(c));
    end < i && start < end && view.char_before(start) == Some(MUSIC)
}

fn is_emoji_mark(c: char) -> bool {
    c == MUSIC || IGNORED_EMOJI.contains(c) || SOUND_EMOJI.iter().any(|(sound, _)| *sound == c)
}
