//! Whatever was said and however it is called, the book is well-formed and has the words.

use forum_proceedings::output::{EntryContent, FileContent, MemorySink};
use forum_proceedings::{Options, build};
use proptest::prelude::*;
use serde_json::{Value, json};

use super::{config, line};
use crate::books::{parsed, passages};
use crate::harness::{Case, FORUM, SITE, SPEAKERS, TRANSCRIPT};

proptest! {
    #![proptest_config(config(32))]

    #[test]
    fn any_words_and_names_make_a_well_formed_book(
        names in prop::collection::vec(line(), 4),
        lines in prop::collection::vec(line(), 1..6),
    ) {
        let shown: Vec<String> = names.iter().map(|name| format!("甲{name}乙")).collect();
        let [site, forum, talk, speaker] = shown.as_slice() else { unreachable!() };
        let case = Case::empty("any-book")
            .write(SITE, json!({ "title": site, "language": "en" }).to_string())
            .write(SPEAKERS, json!([{ "id": "a", "name": speaker }]).to_string())
            .write(TRANSCRIPT, format!("开始的话\n{}\n结束的话", lines.join("\n")))
            .write(FORUM, json!({ "title": forum, "sessions": [{ "id": "s", "title": talk, "talks":
                [{ "id": "t", "kind": "talk", "title": talk, "speakers": ["a"],
                    "from": "开始的话", "to": "结束的话" }] }] }).to_string());
        let memory = MemorySink::default();
        let options = Options { root: case.root().to_owned(), ..Options::default() };
        // a name that cannot be one is refused, which is tested elsewhere
        prop_assume!(build(&options, &memory, &()).site.is_some());
        let files = memory.into_files();
        let FileContent::Bytes(data) = &files["data/agi.json"] else { panic!() };
        let data: Value = serde_json::from_slice(data).unwrap();
        let words = |key: &str| {
            let entries = data["record"].as_array().unwrap().iter();
            entries.map(|entry| entry[key].as_str().unwrap().trim().to_owned()).collect::<Vec<_>>()
        };
        let FileContent::Archive(book) = &files["agi/agi.epub"] else { panic!() };
        let mut said = Vec::new();
        for entry in book {
            let EntryContent::Deflated(bytes) = &entry.content else { continue };
            let text = std::str::from_utf8(bytes).unwrap();
            if entry.name.ends_with(".css") {
                continue;
            }
            let document = parsed(text);
            said.extend(passages(&document));
        }
        let printable =
            |text: &str| text.chars().filter(|c| c.is_alphanumeric()).collect::<String>();
        let in_data: Vec<(String, String)> = words("id").into_iter().zip(words("clean"))
            .filter(|(_, clean)| !clean.is_empty()).map(|(id, c)| (id, printable(&c))).collect();
        let in_book: Vec<(String, String)> =
            said.into_iter().map(|(id, words, _)| (id, printable(&words))).collect();
        prop_assert_eq!(in_book, in_data);
    }
}
