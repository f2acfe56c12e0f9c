//! The ribbon: the programme as one line, each segment as long as its text.
//!
//! Below it stand the names, evenly apart, with a line from each to its segment; where there are
//! more of them than a phone has room for, they are left to the table.

use serde::Serialize;

use super::{open, percent, push_link, push_rect, tenths};

/// More names than these do not fit.
const MOST_NAMES: usize = 32;
/// Height of the segments, in pixels.
const HEIGHT: usize = 44;
/// Height of the lines to the names, in pixels.
const LINES: usize = 28;

/// A stretch of the text.
pub struct RibbonSegment {
    /// Its kind, as a class: `keynote`, `host`, `cut`.
    pub kind: &'static str,
    /// The talk, by its place in the list of segments; nothing for the hosts' words and for cuts.
    pub segment: Option<usize>,
    /// Its characters.
    pub characters: usize,
}

/// A segment of the programme.
#[derive(Clone, Debug, Serialize)]
pub struct SegmentView {
    /// Its kind in words.
    pub kind: String,
    /// Who speaks, or the kind where nobody or several do.
    pub label: String,
    /// The title.
    pub title: String,
    /// Its page.
    pub url: String,
    /// Its characters.
    pub characters: usize,
    /// Its share of the text.
    pub share: String,
}

/// What is drawn and belongs to no segment, for the table.
#[derive(Clone, Debug, Serialize)]
pub struct OtherView {
    /// Its kind in words.
    pub kind: String,
    /// Its characters.
    pub characters: usize,
    /// Its share of the text.
    pub share: String,
}

/// A kind of segment, to explain its colour.
#[derive(Clone, Debug, Serialize)]
pub struct LegendView {
    /// The class.
    pub class: String,
    /// The word.
    pub word: String,
}

/// The figure.
#[derive(Clone, Debug, Serialize)]
pub struct RibbonView {
    /// The segments as bars.
    pub bars: String,
    /// The lines from the bars to the names; empty where the names are left out.
    pub lines: String,
    /// The segments.
    pub segments: Vec<SegmentView>,
    /// What is no segment: the hosts' words and cuts, each kind as one.
    pub others: Vec<OtherView>,
    /// The kinds.
    pub legend: Vec<LegendView>,
    /// Characters of it all.
    pub characters: usize,
    /// What is to be seen in it, in a sentence.
    pub says: String,
}

/// Draws the ribbon. The segments' shares are worked out here.
pub fn ribbon(
    stretches: &[RibbonSegment],
    mut segments: Vec<SegmentView>,
    legend: Vec<LegendView>,
) -> RibbonView {
    let whole: usize = stretches.iter().map(|s| s.characters).sum();
    for segment in &mut segments {
        segment.share = percent(segment.characters, whole);
    }
    let class = if segments.len() > MOST_NAMES { "bars fine" } else { "bars" };
    let mut bars = open(class, super::WIDTH, HEIGHT);
    let mut middles = vec![0; segments.len()];
    let mut at = 0;
    for stretch in stretches {
        let (x, width) = (tenths(at, whole), tenths(stretch.characters, whole));
        let class = format!("k-{}", stretch.kind);
        let place = [x.as_str(), "0", width.as_str(), "44"];
        match stretch.segment.map(|number| (number, &segments[number])) {
            Some((number, segment)) => {
                middles[number] = at + stretch.characters / 2;
                let says = format!("{} · {} · {}", segment.title, segment.label, segment.share);
                push_link(&mut bars, &segment.url, |bars| push_rect(bars, &class, place, &says));
            }
            None => push_rect(&mut bars, &class, place, ""),
        }
        at += stretch.characters;
    }
    bars.push_str("</svg>");
    let bars = bars.replace("<title></title>", "");
    let lines = if segments.len() > MOST_NAMES { String::new() } else { lines(&middles, whole) };
    let others = others(stretches, &legend, whole);
    RibbonView { bars, lines, segments, others, legend, characters: whole, says: String::new() }
}

/// What belongs to no segment, by kind, in the words of the legend.
fn others(stretches: &[RibbonSegment], legend: &[LegendView], whole: usize) -> Vec<OtherView> {
    let of_kind = |entry: &LegendView| {
        let own = stretches.iter().filter(|s| s.segment.is_none());
        let own = own.filter(|s| entry.class == format!("k-{}", s.kind));
        let characters: usize = own.map(|s| s.characters).sum();
        let share = percent(characters, whole);
        (characters > 0).then(|| OtherView { kind: entry.word.clone(), characters, share })
    };
    legend.iter().filter_map(of_kind).collect()
}

/// A line from the middle of each segment to the middle of its name's place.
fn lines(middles: &[usize], whole: usize) -> String {
    let mut svg = open("lines", super::WIDTH, LINES);
    svg.push_str("<path d=\"");
    for (number, middle) in middles.iter().enumerate() {
        let to = tenths(2 * number + 1, 2 * middles.len());
        svg.push_str(&format!("M{} 0L{to} {LINES}", tenths(*middle, whole)));
    }
    svg.push_str("\"/></svg>");
    svg
}

#[cfg(test)]
mod tests {
    use super::*;

    fn segment(title: &str, characters: usize) -> SegmentView {
        SegmentView {
            kind: "演讲".into(),
            label: "甲".into(),
            title: title.into(),
            url: "./a/".into(),
            characters,
            share: String::new(),
        }
    }

    #[test]
    fn a_segment_is_as_long_as_its_text() {
        let stretch = |kind, segment, characters| RibbonSegment { kind, segment, characters };
        let stretches = [
            stretch("host", None, 10),
            stretch("keynote", Some(0), 30),
            stretch("talk", Some(1), 60),
        ];
        let view = ribbon(&stretches, vec![segment("<一>", 30), segment("二", 60)], Vec::new());
        assert!(view.bars.contains("x=\"100\" y=\"0\" width=\"300\""), "{}", view.bars);
        assert!(view.bars.contains("&lt;一&gt;") && !view.bars.contains("<一>"));
        assert_eq!(view.segments[1].share, "60.0%");
        assert!(view.lines.contains("M250 0L250 28M700 0L750 28"), "{}", view.lines);
    }
}
