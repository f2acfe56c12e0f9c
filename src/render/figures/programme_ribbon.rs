//! The programme ribbon: one bar from left to right, each segment as wide as its text is long.
//!
//! The names are below it at equal distances, with a line from each segment to its name; where
//! there are more names than fit on a phone, only the table has them.

use serde::Serialize;

use super::{open, percent, push_link, push_rect, tenths};

/// Number of names that fit below the ribbon.
const MOST_NAMES: usize = 32;
/// Height of the ribbon in pixels.
const HEIGHT: usize = 44;
/// Height in pixels of the lines to the names.
const LINES: usize = 28;

/// A coloured part of the ribbon.
pub struct RibbonSegment {
    /// Kind, as part of a CSS class: `keynote`, `host`, `cut`.
    pub kind: &'static str,
    /// Index of its talk in the list of segments; none for the host's words and for cuts.
    pub segment: Option<usize>,
    /// Length in characters.
    pub characters: usize,
}

/// A talk, as a name below the ribbon and as a row of the table.
#[derive(Clone, Debug, Serialize)]
pub struct SegmentView {
    /// Name of the kind in the interface language.
    pub kind: String,
    /// Name of the only speaker, else the kind.
    pub label: String,
    /// Title of the talk.
    pub title: String,
    /// Address of its page.
    pub url: String,
    /// Length in characters.
    pub characters: usize,
    /// Share of the forum's characters.
    pub share: String,
}

/// Text outside all talks, as a row of the table.
#[derive(Clone, Debug, Serialize)]
pub struct OtherView {
    /// Name of the kind in the interface language.
    pub kind: String,
    /// Length in characters.
    pub characters: usize,
    /// Share of the forum's characters.
    pub share: String,
}

/// An entry of the legend.
#[derive(Clone, Debug, Serialize)]
pub struct LegendView {
    /// CSS class that gives the colour.
    pub class: String,
    /// What the colour stands for.
    pub word: String,
}

/// The whole figure with the numbers of its table.
#[derive(Clone, Debug, Serialize)]
pub struct RibbonView {
    /// The coloured bars, as SVG.
    pub bars: String,
    /// The lines from bars to names, as SVG; empty where the names are left out.
    pub lines: String,
    /// The talks in order.
    pub segments: Vec<SegmentView>,
    /// Text outside talks: the host's words and cuts, one entry per kind.
    pub others: Vec<OtherView>,
    /// The legend.
    pub legend: Vec<LegendView>,
    /// Characters of the forum.
    pub characters: usize,
    /// One sentence that sums the figure up.
    pub says: String,
}

/// Draws the ribbon and fills in the shares of the segments.
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
        let rect = [x.as_str(), "0", width.as_str(), "44"];
        match stretch.segment.map(|number| (number, &segments[number])) {
            Some((number, segment)) => {
                middles[number] = at + stretch.characters / 2;
                let tooltip = format!("{} · {} · {}", segment.title, segment.label, segment.share);
                push_link(&mut bars, &segment.url, |bars| push_rect(bars, &class, rect, &tooltip));
            }
            None => push_rect(&mut bars, &class, rect, ""),
        }
        at += stretch.characters;
    }
    bars.push_str("</svg>");
    // what is no talk has no tooltip
    let bars = bars.replace("<title></title>", "");
    let lines = if segments.len() > MOST_NAMES { String::new() } else { lines(&middles, whole) };
    let others = others(stretches, &legend, whole);
    RibbonView { bars, lines, segments, others, legend, characters: whole, says: String::new() }
}

/// The text outside talks by kind, named as in the legend.
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

/// A line from the middle of each segment to the middle of its name's column.
fn lines(middles: &[usize], whole: usize) -> String {
    let mut svg = open("lines", super::WIDTH, LINES);
    svg.push_str("<path d=\"");
    for (number, middle) in middles.iter().enumerate() {
        // the middle of column n of m is at (n + ½) / m, here in whole numbers
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
