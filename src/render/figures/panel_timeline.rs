//! The timeline of a panel: a row per speaker, a bar per turn.

use serde::Serialize;

use super::{open, percent, push_link, push_rect, tenths};

/// Height of a row in pixels; the style sheet gives the names beside it the same height.
const ROW: usize = 44;
/// Height of a bar in pixels: large enough for a finger, with a gap between rows.
const BAR: usize = 36;

/// A turn to draw.
pub struct SpokenStretch {
    /// Index of the speaker in the list of names.
    pub who: usize,
    /// Length in characters.
    pub characters: usize,
    /// Fragment of its permalink on the page.
    pub anchor: String,
    /// Its first words.
    pub words: String,
}

/// A speaker of the panel with totals.
#[derive(Clone, Debug, Serialize)]
pub struct VoiceView {
    /// Name of the speaker.
    pub name: String,
    /// Link to their first turn on the page.
    pub url: String,
    /// Number of turns.
    pub turns: usize,
    /// Characters of all their turns.
    pub characters: usize,
    /// Share of the panel's characters.
    pub share: String,
}

/// A turn, as a row of the table.
#[derive(Clone, Debug, Serialize)]
pub struct SpokenView {
    /// Name of the speaker.
    pub name: String,
    /// Link to the turn on the page.
    pub url: String,
    /// Its first words.
    pub words: String,
    /// Length in characters.
    pub characters: usize,
    /// Share of the panel's characters.
    pub share: String,
}

/// The whole figure with the numbers of its table.
#[derive(Clone, Debug, Serialize)]
pub struct PanelView {
    /// The bars, as SVG.
    pub bars: String,
    /// The speakers, in the order of their first turns.
    pub voices: Vec<VoiceView>,
    /// The turns in transcript order.
    pub turns: Vec<SpokenView>,
    /// Whether the panel has a chair, whose bars have a colour of their own.
    pub led: bool,
    /// One sentence that sums the figure up.
    pub says: String,
}

/// Draws the timeline; `chair` is the index of the chair in `names`.
pub fn panel(names: &[String], spoken: &[SpokenStretch], chair: Option<usize>) -> PanelView {
    let whole: usize = spoken.iter().map(|s| s.characters).sum();
    let mut bars = open("bars", super::WIDTH, names.len() * ROW);
    bars.push_str("<path class=\"grid\" d=\"");
    for row in 0..names.len() {
        bars.push_str(&format!("M0 {y}H1000", y = row * ROW + ROW / 2));
    }
    bars.push_str("\"/>");
    let mut at = 0;
    for turn in spoken {
        // characters stand for time: a transcript need not have times, and has characters always
        let (x, width) = (tenths(at, whole), tenths(turn.characters, whole));
        let (y, height) = ((turn.who * ROW + (ROW - BAR) / 2).to_string(), BAR.to_string());
        let class = if Some(turn.who) == chair { "v0" } else { "v1" };
        let tooltip = format!("{} · {}", names[turn.who], turn.words);
        push_link(&mut bars, &format!("#{}", turn.anchor), |bars| {
            push_rect(bars, class, [&x, &y, &width, &height], &tooltip);
        });
        at += turn.characters;
    }
    bars.push_str("</svg>");
    let voice = |(who, name): (usize, &String)| {
        let own = || spoken.iter().filter(move |s| s.who == who);
        let characters = own().map(|s| s.characters).sum();
        VoiceView {
            name: name.clone(),
            // a speaker whose turns have no passages has a row, and no turn to link to
            url: own().next().map(|s| format!("#{}", s.anchor)).unwrap_or_default(),
            turns: own().count(),
            characters,
            share: percent(characters, whole),
        }
    };
    let turn = |s: &SpokenStretch| SpokenView {
        name: names[s.who].clone(),
        url: format!("#{}", s.anchor),
        words: s.words.clone(),
        characters: s.characters,
        share: percent(s.characters, whole),
    };
    PanelView {
        bars,
        voices: names.iter().enumerate().map(voice).collect(),
        turns: spoken.iter().map(turn).collect(),
        led: chair.is_some(),
        says: String::new(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_turn_stands_where_it_was_spoken_in_its_speakers_row() {
        let turn = |who, characters| SpokenStretch {
            who,
            characters,
            anchor: "t-a".into(),
            words: "好".into(),
        };
        let view =
            panel(&["甲".into(), "乙".into()], &[turn(0, 25), turn(1, 50), turn(0, 25)], Some(0));
        assert!(
            view.bars.contains("class=\"v1\" x=\"250\" y=\"48\" width=\"500\""),
            "{}",
            view.bars
        );
        assert_eq!((view.voices[0].turns, view.voices[0].share.as_str()), (2, "50.0%"));
        assert_eq!(view.turns.len(), 3);
    }
}
