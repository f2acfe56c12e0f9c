//! What a value looks like that is a list or a mapping, for problems with one that is not.

use crate::input::yaml::{Node, Value};

/// Keys, and what problems call a mapping, each with how it is written.
const EXAMPLES: [(&str, &str); 12] = [
    ("a video", "video: {bilibili: BV1iT421k7Bv, part: 31}"),
    ("social_image", "social_image: {font: fonts/NotoSerifSC-Regular.otf}"),
    ("called", "called: {陶院士: tao-dacheng}"),
    ("links", "links: {homepage: \"https://example.org\"}"),
    ("hosts", "hosts: [{lu-fan: 各位来宾下午好}]"),
    ("turns", "turns: [{wei-kai: 大家下午好}]"),
    ("cut", "cut: [{from: 喂喂, to: 试一下话筒, why: 试音}]"),
    ("topics", "topics: [大模型, 可解释性]"),
    ("heard_as", "heard_as: [陶大成, 陶源士]"),
    ("speakers", "speakers: [tao-dacheng]"),
    ("in", "in: [tao-dacheng]"),
    ("a correction", "- {heard: 新通院, meant: 信通院}"),
];
/// Keys whose value is a list of single words.
const LISTS: [&str; 4] = ["topics", "heard_as", "speakers", "in"];
/// Length of an id on Bilibili.
const BILIBILI: usize = 12;

/// How a value of `what` is written, with the words that were written where they can be told.
pub(super) fn of(what: &str, node: &Node) -> Option<String> {
    let text = match &node.value {
        Value::Scalar(text) => text.trim(),
        _ => "",
    };
    let own = match what {
        "a video" => video(text),
        list if LISTS.contains(&list) && !text.is_empty() => {
            let words: Vec<&str> =
                text.split([',', '，', '、', ';', '；']).map(str::trim).collect();
            Some(format!("{list}: [{}]", words.join(", ")))
        }
        _ => None,
    };
    own.or_else(|| {
        let example = EXAMPLES.iter().find(|(name, _)| *name == what);
        example.map(|(_, example)| (*example).to_owned())
    })
}

/// The id and the part in an address on Bilibili, or an id alone.
fn video(text: &str) -> Option<String> {
    let id = text.get(text.find("BV")?..)?.get(..BILIBILI)?;
    if !id.bytes().all(|b| b.is_ascii_alphanumeric()) {
        return None;
    }
    let part = text.split(['?', '&']).find_map(|pair| pair.strip_prefix("p="));
    let part = part.filter(|p| p.parse().is_ok_and(|p: u32| p > 0));
    let part = part.map(|part| format!(", part: {part}")).unwrap_or_default();
    Some(format!("video: {{bilibili: {id}{part}}}"))
}
