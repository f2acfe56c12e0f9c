//! The texts of the interface, one file per language: `templates/strings/<language>.yaml`.
//!
//! A file maps keys to texts. A count has the forms `<key>_one` and `<key>_other` where the
//! language distinguishes them, else `<key>_other` alone; `{n}` is the placeholder of the number.
//! `date_form` is the pattern of dates, `months` the twelve names; `dates_in_month`,
//! `dates_in_year` and `dates_of_years` are the patterns of several days, the last of them `{d2}`.

use std::collections::BTreeMap;

use crate::model::{DateRange, Language};

/// The texts of one language, by key.
#[derive(Clone, Debug, Default)]
pub struct UiStrings {
    texts: BTreeMap<String, String>,
}

impl UiStrings {
    /// Path of the file of a language, among the templates.
    pub fn path(language: Language) -> String {
        format!("strings/{}.yaml", language.tag())
    }

    /// Parses an embedded file, which has no need of problems with places.
    ///
    /// # Errors
    ///
    /// The message of the YAML parser.
    pub fn parse(yaml: &str) -> Result<Self, String> {
        let texts = serde_saphyr::from_str(yaml).map_err(|error| error.to_string())?;
        Ok(Self { texts })
    }

    /// Texts that were parsed elsewhere.
    pub fn new(texts: BTreeMap<String, String>) -> Self {
        Self { texts }
    }

    /// Replaces texts by those of `own` with the same key.
    #[must_use]
    pub fn overridden(mut self, own: Self) -> Self {
        self.texts.extend(own.texts);
        self
    }

    /// The text of a key; the key itself where there is none, which a test rules out.
    pub fn get<'a>(&'a self, key: &'a str) -> &'a str {
        self.texts.get(key).map_or(key, String::as_str)
    }

    /// A count with its noun: `3 场`.
    pub fn count(&self, of: &str, n: usize) -> String {
        // Chinese has no form for one, and takes the other
        let one = self.texts.get(&format!("{of}_one")).filter(|_| n == 1);
        let text = one.or_else(|| self.texts.get(&format!("{of}_other")));
        text.map_or(of, String::as_str).replace("{n}", &grouped(n))
    }

    /// A day or several as the language writes them: `2024-07-05` is `2024年7月5日`, and
    /// `2024-07-04/2024-07-06` is `2024年7月4日至6日`. What is no date stays as it is.
    pub fn date(&self, iso: &str) -> String {
        let Ok(dates) = iso.parse::<DateRange>() else { return iso.to_owned() };
        let DateRange { first, last } = dates;
        let form = match dates.day() {
            Some(_) => "date_form",
            None if first.year != last.year => "dates_of_years",
            None if first.month != last.month => "dates_in_year",
            None => "dates_in_month",
        };
        // a date that was parsed has a month from 1 to 12
        let month = |number: u8| self.get("months").split(' ').nth(usize::from(number) - 1);
        self.get(form)
            .replace("{y}", &first.year.to_string())
            .replace("{m}", month(first.month).unwrap_or_default())
            .replace("{d}", &first.day.to_string())
            .replace("{y2}", &last.year.to_string())
            .replace("{m2}", month(last.month).unwrap_or_default())
            .replace("{d2}", &last.day.to_string())
    }

    /// All texts, for templates.
    pub fn all(&self) -> &BTreeMap<String, String> {
        &self.texts
    }
}

/// A number with thousands separators: `93,141`.
pub fn grouped(n: usize) -> String {
    let digits = n.to_string();
    let mut out = String::with_capacity(digits.len() + digits.len() / 3);
    for (i, c) in digits.chars().enumerate() {
        // groups are counted from the end, so it is the rest that has to be a multiple
        if i > 0 && (digits.len() - i).is_multiple_of(3) {
            out.push(',');
        }
        out.push(c);
    }
    out
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;
    use crate::model::TalkKind;
    use crate::text::Rule;

    fn embedded(language: Language) -> UiStrings {
        let assets = crate::render::assets::Assets::with_own(BTreeMap::new(), BTreeMap::new());
        let file = &assets.templates[&UiStrings::path(language)];
        UiStrings::parse(std::str::from_utf8(file).unwrap()).unwrap()
    }

    #[test]
    fn no_language_lacks_a_word_that_another_has() {
        let forms = |s: &UiStrings| {
            s.texts.keys().filter(|k| !k.ends_with("_one")).cloned().collect::<Vec<_>>()
        };
        let known = forms(&embedded(Language::default()));
        for (tag, language) in Language::ALL {
            assert_eq!(forms(&embedded(language)), known, "{tag}");
        }
    }

    /// The placeholders of a text, such as `{n}`, sorted.
    fn placeholders(text: &str) -> Vec<&str> {
        let parts = text.split('{').skip(1).filter_map(|rest| Some(rest.split_once('}')?.0));
        let mut names: Vec<&str> = parts.collect();
        names.sort_unstable();
        names
    }

    #[test]
    fn no_language_loses_what_is_filled_into_a_text() {
        let known = embedded(Language::default());
        for (tag, language) in Language::ALL {
            let strings = embedded(language);
            // `cited` and the parts of dates are filled in for every language
            for (key, text) in strings.texts.iter().filter(|(key, _)| !key.ends_with("_one")) {
                let expected = placeholders(known.get(key));
                assert_eq!(placeholders(text), expected, "{tag}: {key}");
            }
        }
    }

    #[test]
    fn a_chinese_interface_has_the_characters_and_quotation_marks_of_its_place() {
        use crate::text::chinese_script::{self, ChineseScript};
        let all = |language| embedded(language).texts.into_values().collect::<String>();
        let (mainland, taiwan) = (all(Language::Chinese), all(Language::TaiwanChinese));
        assert_eq!(chinese_script::of_text(&mainland), Some(ChineseScript::Simplified));
        assert_eq!(chinese_script::of_text(&taiwan), Some(ChineseScript::Traditional));
        assert!(!taiwan.contains(['“', '”']) && !mainland.contains(['「', '」']));
        // words that are not said there, whatever the characters
        for word in ["鏈接", "信息", "視頻", "默認", "軟件", "文件夾", "查找", "搜索", "講話"]
        {
            assert!(!taiwan.contains(word), "{word}");
        }
    }

    /// All built-in text that may name a key: the templates, and the program's own text.
    fn sources() -> Vec<String> {
        let root = std::path::Path::new(env!("CARGO_MANIFEST_DIR"));
        let files = ["src", "templates"]
            .iter()
            .flat_map(|folder| walkdir::WalkDir::new(root.join(folder)))
            .map(|entry| entry.unwrap().into_path());
        let named = |path: &std::path::PathBuf| {
            path.extension()
                .is_some_and(|ending| ["rs", "html", "xml"].iter().any(|e| ending == *e))
        };
        files.filter(named).map(|path| std::fs::read_to_string(path).unwrap()).collect()
    }

    /// The scripts of the search.
    fn scripts() -> String {
        let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("static/search");
        let files = std::fs::read_dir(folder).unwrap();
        files.map(|file| std::fs::read_to_string(file.unwrap().path()).unwrap()).collect()
    }

    /// The keys that templates ask for: `t.key`, and `of="key"` of counts.
    fn asked(sources: &[String]) -> BTreeSet<String> {
        let name = |c: char| c.is_ascii_lowercase() || c == '_';
        let after = |text: &str, mark: &str, ending: &str| -> Vec<String> {
            let parts = text.split(mark).skip(1);
            let keys = parts.map(|rest| rest.split(|c| !name(c)).next().unwrap_or_default());
            keys.filter(|key| !key.is_empty()).map(|key| format!("{key}{ending}")).collect()
        };
        let mut keys = BTreeSet::new();
        for text in sources.iter().filter(|text| text.contains("{{") && !text.contains("fn ")) {
            keys.extend(after(text, " t.", ""));
            keys.extend(after(text, "=t.", ""));
            keys.extend(after(text, "{t.", ""));
            keys.extend(after(text, "[t.", ""));
            keys.extend(after(text, "of=\"", "_other"));
        }
        keys
    }

    #[test]
    fn every_word_is_used_and_every_word_used_is_there() {
        let sources = sources();
        let asked = asked(&sources);
        assert!(asked.len() > 50, "{asked:?}");
        let known = embedded(Language::Chinese).texts;
        let missing: Vec<_> = asked.iter().filter(|key| !known.contains_key(*key)).collect();
        assert_eq!(missing, Vec::<&String>::new(), "asked for and not there");
        let rules = Rule::ALL.map(Rule::name);
        let kinds = TalkKind::ALL.map(|(name, _)| name).into_iter().chain(["host", "cut"]);
        let made: BTreeSet<String> = ["rule", "sign", "why"]
            .iter()
            .flat_map(|of| rules.map(|name| format!("{of}_{name}")))
            .chain(kinds.map(|name| format!("kind_{name}")))
            .chain(["topics", "organisations"].map(|name| format!("{name}_lead")))
            .chain(["kind_host", "kind_cut"].map(str::to_owned))
            .collect();
        let program: Vec<&String> = sources.iter().filter(|text| text.contains("fn ")).collect();
        let quoted = |key: &str| program.iter().any(|text| text.contains(&format!("\"{key}\"")));
        // the search has its words in the browser, where it makes some keys of parts
        let scripts = scripts();
        let searched = |key: &str| {
            let Some(key) = key.strip_prefix("search_") else { return false };
            let key = key.strip_suffix("_other").unwrap_or(key);
            let made = key.rsplit_once('_').map(|(group, _)| format!("`{group}_${{"));
            scripts.contains(&format!("\"{key}\"")) || made.is_some_and(|m| scripts.contains(&m))
        };
        let unused: Vec<_> = known
            .keys()
            .filter(|key| {
                !asked.contains(*key) && !made.contains(*key) && !quoted(key) && !searched(key)
            })
            .collect();
        assert_eq!(unused, Vec::<&String>::new(), "there and never asked for");
    }

    #[test]
    fn counts_agree_with_their_nouns() {
        let english = embedded(Language::English);
        assert_eq!(english.count("talk", 1), "1 talk");
        assert_eq!(english.count("talk", 25), "25 talks");
        assert_eq!(embedded(Language::Chinese).count("character", 93141), "93,141 字");
    }

    #[test]
    fn dates_are_written_as_the_language_writes_them() {
        assert_eq!(embedded(Language::Chinese).date("2024-07-05"), "2024年7月5日");
        assert_eq!(embedded(Language::TaiwanChinese).date("2024-07-05"), "2024年7月5日");
        assert_eq!(embedded(Language::English).date("2024-07-05"), "5 July 2024");
        assert_eq!(embedded(Language::English).date("soon"), "soon");
    }

    #[test]
    fn several_days_are_written_as_the_language_writes_them() {
        for (iso, chinese, english) in [
            ("2024-07-04/2024-07-06", "2024年7月4日至6日", "4–6 July 2024"),
            ("2024-07-30/08-02", "2024年7月30日至8月2日", "30 July – 2 August 2024"),
            (
                "2024-12-31/2025-01-02",
                "2024年12月31日至2025年1月2日",
                "31 December 2024 – 2 January 2025",
            ),
        ] {
            assert_eq!(embedded(Language::Chinese).date(iso), chinese);
            assert_eq!(embedded(Language::English).date(iso), english);
        }
    }
}
