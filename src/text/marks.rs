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

use super::view::{View, is_end, is_pause};
use super::{Edit, Rule};

const MUSIC: char = '🎼';
const SOUNDS: [(char, &str); 2] = [('👏', "（掌声）"), ('😀', "（笑声）")];
const MUSIC_IN_WORDS: &str = "（音乐）";
const SILENT: &str = "😊😔😡😰🤢😮😭🤧😷❓";
/// Sentences in a row that begin with 🎼, from which on music is heard and not guessed.
const LONG: usize = 3;

/// Finds the marks.
pub(super) fn find(view: &View) -> Vec<Edit> {
    let mut edits = Vec::new();
    // the last character that is read, as the text will be
    let mut last: Option<char> = None;
    let mut i = 0;
    while let Some(c) = view.get(i) {
        if !is_mark(c) {
            last = Some(c);
            i += 1;
            continue;
        }
        let end = group_end(view, i, last);
        // music belongs to what follows, all else to what was said: a paragraph may begin between
        let music = (i..end).find(|&k| view.get(k) == Some(MUSIC)).unwrap_or(end);
        for group in [i..music, music..end].into_iter().filter(|group| !group.is_empty()) {
            let meant = in_words(view, group.clone());
            last = meant.chars().next_back().or(last);
            edits.extend(view.edits(group, &meant, Rule::Mark));
        }
        i = end;
    }
    edits
}

/// The end of the marks that follow each other at `i`, with the pauses that stray between and
/// behind them.
fn group_end(view: &View, mut i: usize, last: Option<char>) -> usize {
    let at_pause = last.is_none_or(is_pause);
    loop {
        let marks = view.skip(i, |c| is_mark(c) || c == '\u{fe0f}');
        let stray = at_pause && view.get(marks).is_some_and(|c| "，。、".contains(c));
        let after = marks + usize::from(stray);
        match view.get(after) {
            Some(c) if is_mark(c) => i = after,
            _ => return after,
        }
    }
}

/// What marks say in words, each sound once.
fn in_words(view: &View, group: std::ops::Range<usize>) -> String {
    let mut said = String::new();
    for i in group.clone() {
        let Some(c) = view.get(i) else { break };
        let words = match SOUNDS.iter().find(|(sound, _)| *sound == c) {
            Some((_, words)) => words,
            None if c == MUSIC && is_heard(view, i, group.end) => MUSIC_IN_WORDS,
            None => continue,
        };
        if !said.contains(words) {
            said.push_str(words);
        }
    }
    said
}

/// Whether music is heard by itself (no speech follows at once), or begins that goes on.
fn is_heard(view: &View, i: usize, group_end: usize) -> bool {
    let alone = view.get(i + 1).is_none_or(|c| is_pause(c) || is_mark(c));
    alone || (!goes_on_from_before(view, i) && run_of_music(view, group_end) >= LONG)
}

/// Sentences in a row that have music, the first of which begins at `start`.
fn run_of_music(view: &View, mut start: usize) -> usize {
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
fn goes_on_from_before(view: &View, i: usize) -> bool {
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
