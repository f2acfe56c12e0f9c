//! Encodings of texts, told by their bytes where that is certain.
//!
//! A text with a byte order mark is in the encoding that the mark says. Without one, UTF-16 shows
//! in that one order of its bytes gives characters that people write and the other does not. GBK
//! and Big5 have the frequent characters in lead bytes of their own (GB 2312 level 1: B0–D7, with
//! the trail from A1 on; Big5 level 1: A4–C6; punctuation of both: A1–A3), so that a text read in
//! the wrong one of them is full of rare characters. Korean and Japanese encodings are looked at
//! as well, so that such a text is not taken for Chinese. What is not certain is not decoded.
//!
//! Sources: the encoding standard (<https://encoding.spec.whatwg.org/>), GB/T 2312—1980, Big5.

use encoding_rs::{BIG5, EUC_JP, EUC_KR, Encoding, GB18030, SHIFT_JIS};

/// Fewer pairs of bytes are too few to tell encodings apart.
const ENOUGH_PAIRS: usize = 8;
/// The share of frequent characters that a text has in its own encoding.
const OWN_SHARE: f64 = 0.85;
/// How much less any other encoding must have.
const DISTANCE: f64 = 0.12;

/// A text, and its encoding where that is not UTF-8.
pub(super) fn decode(bytes: &[u8]) -> Option<(String, Option<&'static str>)> {
    match bytes {
        [0xff, 0xfe, rest @ ..] => return utf16(rest, false).map(|t| (t, Some("UTF-16 LE"))),
        [0xfe, 0xff, rest @ ..] => return utf16(rest, true).map(|t| (t, Some("UTF-16 BE"))),
        _ => {}
    }
    let is_utf8 = std::str::from_utf8(bytes).ok().filter(|_| !bytes.contains(&0));
    if let Some(text) = is_utf8 {
        return Some((text.to_owned(), None));
    }
    if let Some((text, name)) = unmarked_utf16(bytes) {
        return Some((text, Some(name)));
    }
    let (encoding, name) = certain(bytes)?;
    Some((lossless(encoding, bytes)?, Some(name)))
}

/// What a file that is not UTF-8 likely is.
pub fn likely_encoding(bytes: &[u8]) -> Option<&'static str> {
    decode(bytes)?.1
}

/// A text in UTF-16 without its mark; none where it is not whole.
fn utf16(bytes: &[u8], big: bool) -> Option<String> {
    let (pairs, rest) = bytes.as_chunks::<2>();
    let unit =
        |pair: &[u8; 2]| if big { u16::from_be_bytes(*pair) } else { u16::from_le_bytes(*pair) };
    let text = char::decode_utf16(pairs.iter().map(unit)).collect::<Result<String, _>>().ok()?;
    (rest.is_empty() && !text.contains('\0')).then_some(text)
}

/// A text in UTF-16 of one order of bytes, where the other order gives none that people write.
fn unmarked_utf16(bytes: &[u8]) -> Option<(String, &'static str)> {
    // blanks, line breaks and punctuation have bytes that other encodings do not have so
    let sure = |c: char| c.is_ascii() || "，。、".contains(c);
    let written =
        |big| utf16(bytes, big).filter(|text| text.chars().all(is_written) && text.contains(sure));
    match (written(false), written(true)) {
        (Some(text), None) => Some((text, "UTF-16 LE")),
        (None, Some(text)) => Some((text, "UTF-16 BE")),
        _ => None,
    }
}

/// Whether a character is one that transcripts in Chinese or English are written with.
fn is_written(c: char) -> bool {
    matches!(c, '\n' | '\r' | '\t' | ' '..='~' | '\u{a0}'..='\u{ff}' | '\u{2010}'..='\u{2027}'
        | '\u{3000}'..='\u{30ff}' | '\u{4e00}'..='\u{9fff}' | '\u{ff00}'..='\u{ffef}')
}

/// The text of bytes in an encoding, if it gives the same bytes again.
fn lossless(encoding: &'static Encoding, bytes: &[u8]) -> Option<String> {
    let text = encoding.decode_without_bom_handling_and_without_replacement(bytes)?;
    let (again, _, unmappable) = encoding.encode(&text);
    (!unmappable && *again == *bytes && !text.contains('\0')).then(|| text.into_owned())
}

/// The Chinese encoding that bytes certainly are in.
fn certain(bytes: &[u8]) -> Option<(&'static Encoding, &'static str)> {
    let pairs = pairs(bytes);
    if pairs.len() < ENOUGH_PAIRS {
        return None;
    }
    let share = |encoding: &'static Encoding, frequent: fn((u8, u8)) -> bool| {
        let fits = encoding.decode_without_bom_handling_and_without_replacement(bytes).is_some();
        let count = pairs.iter().filter(|pair| frequent(**pair)).count();
        if fits { count as f64 / pairs.len() as f64 } else { 0.0 }
    };
    let gbk = share(GB18030, is_frequent_gbk);
    let big5 = share(BIG5, is_frequent_big5);
    let kana = |share: f64| if share > 0.2 { 1.0 } else { 0.0 };
    let others = [
        share(EUC_KR, is_hangul),
        kana(share(EUC_JP, |(lead, _)| matches!(lead, 0xa4 | 0xa5))),
        kana(share(SHIFT_JIS, |(lead, _)| matches!(lead, 0x82 | 0x83))),
    ];
    let best = gbk.max(big5);
    let second = others.into_iter().fold(gbk.min(big5), f64::max);
    let is_certain = best >= OWN_SHARE && second <= best - DISTANCE;
    let found = if gbk > big5 { (GB18030, "GBK") } else { (BIG5, "Big5") };
    is_certain.then_some(found)
}

/// The pairs of bytes that the bytes above ASCII begin, the four-byte characters of GB 18030 left
/// out.
fn pairs(bytes: &[u8]) -> Vec<(u8, u8)> {
    let (mut pairs, mut at) = (Vec::new(), 0);
    while let Some(&lead) = bytes.get(at) {
        let trail = bytes.get(at + 1).copied().unwrap_or_default();
        at += match (lead, trail) {
            (0..0x80, _) => 1,
            (_, b'0'..=b'9') => 4,
            _ => {
                pairs.push((lead, trail));
                2
            }
        };
    }
    pairs
}

fn is_frequent_gbk((lead, trail): (u8, u8)) -> bool {
    matches!(lead, 0xa1..=0xa3 | 0xb0..=0xd7) && trail >= 0xa1
}

fn is_frequent_big5((lead, _): (u8, u8)) -> bool {
    matches!(lead, 0xa1..=0xc6)
}

fn is_hangul((lead, trail): (u8, u8)) -> bool {
    matches!(lead, 0xa1..=0xa3 | 0xb0..=0xc8) && trail >= 0xa1
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    const SIMPLIFIED: &str = "各位来宾下午好，欢迎大家来到地图论坛。今天我们谈三张地图，先说河流。";
    const TRADITIONAL: &str =
        "各位來賓下午好，歡迎大家來到地圖論壇。今天我們談三張地圖，先說河流。";

    fn found(bytes: &[u8]) -> Option<&'static str> {
        decode(bytes).and_then(|(_, name)| name)
    }

    fn in_utf16(text: &str, big: bool) -> Vec<u8> {
        let bytes = |unit: u16| if big { unit.to_be_bytes() } else { unit.to_le_bytes() };
        text.encode_utf16().flat_map(bytes).collect()
    }

    #[test]
    fn chinese_encodings_are_told_apart() {
        for (text, encoding, name) in
            [(SIMPLIFIED, GB18030, "GBK"), (TRADITIONAL, BIG5, "Big5"), (TRADITIONAL, GB18030, "")]
        {
            let bytes = encoding.encode(text).0;
            let decoded = decode(&bytes);
            if let Some((decoded, _)) = &decoded {
                assert_eq!(decoded, text, "{name}");
            }
            if !name.is_empty() {
                assert_eq!(found(&bytes), Some(name));
            }
        }
        for big in [false, true] {
            let name = if big { "UTF-16 BE" } else { "UTF-16 LE" };
            for text in [SIMPLIFIED, "Good morning everyone.\n"] {
                assert_eq!(found(&in_utf16(text, big)), Some(name), "{text}");
                assert_eq!(found(&in_utf16(&format!("\u{feff}{text}"), big)), Some(name));
            }
        }
        assert_eq!(decode(SIMPLIFIED.as_bytes()), Some((SIMPLIFIED.to_owned(), None)));
    }

    #[test]
    fn what_is_not_certain_is_not_decoded() {
        let korean = "안녕하세요 여러분 오늘은 지도에 대해서 이야기하겠습니다 감사합니다";
        let japanese = "みなさんおはようございます、今日は地図についてお話しします。";
        for (text, encoding) in [
            (korean, EUC_KR),
            (japanese, EUC_JP),
            (japanese, SHIFT_JIS),
            ("好的", GB18030),
            ("Grüße aus Köln, schöne Bücher", encoding_rs::WINDOWS_1252),
        ] {
            assert_eq!(decode(&encoding.encode(text).0), None, "{text}");
        }
        let mut broken = GB18030.encode(SIMPLIFIED).0.into_owned();
        broken.push(0xff);
        assert_eq!(decode(&broken), None);
    }

    proptest! {
        #[test]
        fn what_is_decoded_gives_the_same_bytes_again(
            bytes in prop::collection::vec(any::<u8>(), 0..60),
        ) {
            let Some((text, name)) = decode(&bytes) else { return Ok(()) };
            let marked = bytes.starts_with(b"\xff\xfe") || bytes.starts_with(b"\xfe\xff");
            let rest = if marked { &bytes[2..] } else { &bytes[..] };
            let again = match name {
                None => text.into_bytes(),
                Some("GBK") => GB18030.encode(&text).0.into_owned(),
                Some("Big5") => BIG5.encode(&text).0.into_owned(),
                Some(name) => in_utf16(&text, name.ends_with("BE")),
            };
            prop_assert_eq!(&again, rest);
        }
    }
}
