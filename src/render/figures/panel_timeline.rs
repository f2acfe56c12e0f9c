//! A panel: who spoke when, a row for each, and how much.

use serde::Serialize;

use super::{open, percent, push_link, push_rect, tenths};

/// Height of a row, in pixels; the name beside it is as high.
const ROW: usize = 44;
/// Height of a bar: what a finger meets, and a little between.
const BAR: usize = 36;

/// Somebody's uninterrupted words.
pub struct SpokenStretch {
    /// Who speaks, by their place in the list.
    pub who: usize,
    /// Its characters.
    pub characters: usize,
    /// Where it begins on the page.
    pub anchor: String,
    /// Its first words.
    pub words: String,
}

/// Somebody who speaks.
#[derive(Clone, Debug, Serialize)]
pub struct VoiceView {
    /// The name.
    pub name: String,
    /// Where their first turn begins on the page.
    pub url: String,
    /// How many times they speak.
    pub turns: usize,
    /// Their characters.
    pub characters: usize,
    /// Their share of all.
    pub share: String,
}

/// A turn, for the table.
#[derive(Clone, Debug, Serialize)]
pub struct SpokenView {
    /// The name.
    pub name: String,
    /// Where it begins on the page.
    pub url: String,
    /// Its first words.
    pub words: String,
    /// Its characters.
    pub characters: usize,
    /// Its share of all.
    pub share: String,
}

/// The figure.
#[derive(Clone, Debug, Serialize)]
pub struct PanelView {
    /// The turns as bars.
    pub bars: String,
    /// Who speaks, in the order of their first words.
    pub voices: Vec<VoiceView>,
    /// The turns in order.
    pub turns: Vec<SpokenView>,
    /// Whether one of them leads, and is coloured so.
    pub led: bool,
    /// What is to be seen in it, in a sentence.
    pub says: String,
}

/// Draws who spoke when; `chair` is who leads, by their place in `names`.
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
        let (x, width) = (tenths(at, whole), tenths(turn.characters, whole));
        let (y, height) = ((turn.who * ROW + (ROW - BAR) / 2).to_string(), BAR.to_string());
        let class = if Some(turn.who) == chair { "v0" } else { "v1" };
        let says = format!("{} · {}", names[turn.who], turn.words);
        push_link(&mut bars, &format!("#{}", turn.anchor), |bars| {
            push_rect(bars, class, [&x, &y, &width, &height], &says);
        });
        at += turn.characters;
    }
    bars.push_str("</svg>");
    let voice = |(who, name): (usize, &String)| {
        let own = || spoken.iter().filter(move |s| s.who == who);
        let characters = own().map(|s| s.characters).sum();
        VoiceView {
            name: name.clone(),
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
