//! The head line of a transcript.
//!
//! ```text
//! head = [collection " - "] ["P" part [("：" | ":") title]] [" - " uploader] [" - " bilibili]
//! ```
//!
//! as download tools name the parts of a Bilibili collection:
//! `2024世界人工智能大会（合集） - P31：20240705-中国信通院“…”论坛 - WarrenHua - BV1iT421k7Bv`.
//! Each piece may be missing (`P6：…`, `… - P1 - …`). A title may itself contain ` - `.

use crate::model::{Date, TranscriptHead};

/// Reads what follows `# ` on the head line.
pub fn parse(line: &str) -> TranscriptHead {
    let mut head = TranscriptHead::default();
    let mut pieces: Vec<&str> = line.trim().split(" - ").map(str::trim).collect();
    pieces.retain(|piece| !piece.is_empty());
    // the id and the uploader are taken from the end, because a title before them may contain ` - `
    if pieces.last().is_some_and(|last| is_bilibili(last)) {
        head.bilibili = pieces.pop().map(str::to_owned);
    }
    let at = pieces.iter().position(|piece| part(piece).is_some());
    let Some((at, (number, title))) = at.and_then(|at| Some((at, part(pieces[at])?))) else {
        head.title = some(&pieces.join(" - "));
        return head;
    };
    head.part = Some(number);
    head.collection = some(&pieces[..at].join(" - "));
    let mut after = pieces[at + 1..].to_vec();
    // an uploader stands before the id; without an id, the pieces after `P1` may be the title
    if head.bilibili.is_some() || (title.is_some() && !after.is_empty()) {
        head.uploader = after.pop().map(str::to_owned);
    }
    let whole: Vec<&str> = title.into_iter().chain(after).collect();
    let (date, title) = dated(&whole.join(" - "));
    head.date = date;
    head.title = title;
    head
}

/// `P31：title` or `P1`.
fn part(piece: &str) -> Option<(u32, Option<&str>)> {
    let rest = piece.strip_prefix('P')?;
    let digits = rest.find(|c: char| !c.is_ascii_digit()).unwrap_or(rest.len());
    let number = rest[..digits].parse().ok()?;
    match rest[digits..].strip_prefix(['：', ':']) {
        Some(title) => Some((number, Some(title.trim()))),
        None => rest[digits..].is_empty().then_some((number, None)),
    }
}

fn is_bilibili(piece: &str) -> bool {
    piece.starts_with("BV") && piece.len() == 12 && piece.bytes().all(|b| b.is_ascii_alphanumeric())
}

/// Takes `20240705-` off a title.
fn dated(title: &str) -> (Option<Date>, Option<String>) {
    // `get` gives nothing where byte 8 is within a Chinese character, so the slices below are safe
    let digits = title.get(..8).filter(|d| d.bytes().all(|b| b.is_ascii_digit()));
    let date = digits.and_then(|d| format!("{}-{}-{}", &d[..4], &d[4..6], &d[6..]).parse().ok());
    // eight digits that are no day, such as `20240231`, stay in the title
    match date {
        Some(_) => (date, some(title[8..].trim_start_matches(['-', ' ', '_']))),
        None => (None, some(title)),
    }
}

fn some(text: &str) -> Option<String> {
    let text = text.trim();
    (!text.is_empty()).then(|| text.to_owned())
}

#[cfg(test)]
mod tests {
    use super::parse;

    #[test]
    fn a_whole_head_line_is_taken_apart() {
        let head = parse(
            "2024世界人工智能大会（合集） - P31：20240705-中国信通院“迈向AGI”论坛 \
             - WarrenHua - BV1iT421k7Bv",
        );
        assert_eq!(head.collection.as_deref(), Some("2024世界人工智能大会（合集）"));
        assert_eq!(head.part, Some(31));
        assert_eq!(head.date.map(|d| d.to_string()).as_deref(), Some("2024-07-05"));
        assert_eq!(head.title.as_deref(), Some("中国信通院“迈向AGI”论坛"));
        assert_eq!(head.uploader.as_deref(), Some("WarrenHua"));
        assert_eq!(head.bilibili.as_deref(), Some("BV1iT421k7Bv"));
    }

    #[test]
    fn pieces_may_be_missing() {
        let head = parse("[2023北京智源大会]AI开源论坛 - P1 - Mercurialzs - BV1Bz4y1i7Yi");
        assert_eq!(head.collection.as_deref(), Some("[2023北京智源大会]AI开源论坛"));
        assert_eq!((head.part, head.title), (Some(1), None));
        assert_eq!(head.uploader.as_deref(), Some("Mercurialzs"));
        let head = parse("P6：大模型论坛");
        assert_eq!((head.part, head.title.as_deref()), (Some(6), Some("大模型论坛")));
        let head = parse("一次会议");
        assert_eq!((head.part, head.title.as_deref()), (None, Some("一次会议")));
        assert_eq!(parse("P6：20240231-甲").date, None);
    }
}
