//! What the reference calls the kinds of values, and how those of a fixed form are written.

use super::ReferencePage;
use crate::input::schema::{ListItem, MappingSpec, ValueKind};

/// Kinds of a fixed form: name and form in English, name and form in Chinese.
const FORMS: [[&str; 4]; 6] = [
    [
        "name, text",
        "one line; a value of several lines is read as one",
        "名称、文字",
        "一行；写成几行，也当一行读",
    ],
    [
        "quote",
        "words of the transcript that stand there exactly once; line breaks and blanks do not \
         matter. Or a mapping with `quote` and `after`",
        "引文",
        "原稿里的话，照抄，在原稿里恰好出现一次；换行和空格不算。\
         也可以写成有 `quote` 和 `after` 的映射",
    ],
    [
        "id",
        "lower-case letters a-z, digits and single hyphens: `tao-dacheng`",
        "代号",
        "小写字母 a-z、数字，中间可用单个连字符：`tao-dacheng`",
    ],
    ["date", "year-month-day: `2024-07-05`", "日期", "年-月-日：`2024-07-05`"],
    [
        "time",
        "in the recording: `1:02:03`, `62:03` or a number of seconds",
        "时间",
        "录像里的时间：`1:02:03`、`62:03`，或者秒数",
    ],
    [
        "list, mapping",
        "in brackets on the line of the key, or below it, entry by entry",
        "列表、映射",
        "写在键后面的括号里，或者在下面逐项写",
    ],
];

impl ReferencePage {
    /// How values of a fixed form are written.
    pub(super) fn forms(self) -> String {
        let mut out = self.pick("| value | written |\n", "| 值 | 写法 |\n").to_owned();
        out += "| --- | --- |\n";
        for [name_en, form_en, name_zh, form_zh] in FORMS {
            let (name, form) = (self.pick(name_en, name_zh), self.pick(form_en, form_zh));
            out += &format!("| {name} | {form} |\n");
        }
        out + "\n"
    }

    /// What the reference calls a kind of value.
    pub(super) fn kind(self, kind: ValueKind) -> String {
        let simple = match kind {
            ValueKind::Name => ("name", "名称"),
            ValueKind::Line => ("text", "文字"),
            ValueKind::Words => ("words", "原话"),
            ValueKind::Quote(_) => ("quote", "引文"),
            ValueKind::Id => ("id", "代号"),
            ValueKind::Identifier => ("identifier", "编号"),
            ValueKind::Path => ("path of a file", "文件路径"),
            ValueKind::Url => ("web address", "网址"),
            ValueKind::UrlTemplate(placeholders) => return self.template(placeholders),
            ValueKind::OneOf(words) => return listed(words, ""),
            ValueKind::Flag => return listed(&["true", "false"], ""),
            ValueKind::Number => ("whole number", "正整数"),
            ValueKind::Date => ("date", "日期"),
            ValueKind::DateRange => ("date or dates", "日期或起止日期"),
            ValueKind::Time => ("time", "时间"),
            ValueKind::Offset => ("seconds or time, may be negative", "秒数或时间，可以是负的"),
            ValueKind::Mapping(mapping) => return self.link(mapping),
            ValueKind::NamedIds => ("mapping: name to id", "映射：称呼到代号"),
            ValueKind::Addresses => ("mapping: address to address", "映射：网址到网址"),
            ValueKind::NamedUrls => ("mapping: name to web address", "映射：名称到网址"),
            ValueKind::List(item) => return self.list(item),
        };
        self.pick(simple.0, simple.1).to_owned()
    }

    fn template(self, placeholders: &[&str]) -> String {
        let braced: Vec<String> = placeholders.iter().map(|name| format!("{{{name}}}")).collect();
        let braced: Vec<&str> = braced.iter().map(String::as_str).collect();
        listed(&braced, self.pick("web address with ", "网址，可含 "))
    }

    fn list(self, item: ListItem) -> String {
        let of = match item {
            ListItem::Text => self.pick("texts", "文字").to_owned(),
            ListItem::Id => self.pick("ids", "代号").to_owned(),
            ListItem::IdOr(mapping) => {
                format!("{}{}", self.pick("ids or: ", "代号，或者"), self.link(mapping))
            }
            ListItem::Turn(quote) => {
                let pair = self.pick("`id: quote`, see ", "`代号: 引文`，见");
                format!("{pair}{}", self.link(quote))
            }
            ListItem::Mapping(mapping) => self.link(mapping),
        };
        format!("{}{of}", self.pick("list: ", "列表："))
    }

    /// A link to the section of a mapping.
    fn link(self, mapping: &MappingSpec) -> String {
        let title = self.text(mapping.title);
        // as GitHub makes the anchor of a heading
        let anchor = title.to_lowercase().replace(' ', "-");
        format!("[{}](#{anchor})", title.to_lowercase())
    }
}

/// Words as code, one after the other.
fn listed(words: &[&str], before: &str) -> String {
    let words: Vec<String> = words.iter().map(|word| format!("`{word}`")).collect();
    format!("{before}{}", words.join(" "))
}
