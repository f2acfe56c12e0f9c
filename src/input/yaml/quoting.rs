//! How a value is written after its key, and the keys that people write.

/// What problems call a value.
pub(super) fn named(key: Option<&str>) -> String {
    key.map_or_else(|| "this text".to_owned(), |key| format!("the value of `{key}`"))
}

/// A value in double quotes, after its key.
pub(super) fn quoted(key: Option<&str>, value: &str) -> String {
    let key = key.map(|key| format!("{key}: ")).unwrap_or_default();
    let value = value.replace('\\', "\\\\").replace('"', "\\\"");
    format!("{key}\"{value}\"")
}

/// A value without the comment behind it.
pub(super) fn without_comment(value: &str) -> &str {
    value.split(" #").next().unwrap_or(value).trim_end()
}

/// Keys that people write.
pub(super) const KEYS: [&str; 49] = [
    "abstract",
    "affiliation",
    "after",
    "base_url",
    "bilibili",
    "called",
    "chair",
    "cut",
    "date",
    "description",
    "edit_url",
    "family",
    "file",
    "font",
    "from",
    "heard",
    "heard_as",
    "hosts",
    "id",
    "in",
    "kind",
    "language",
    "latin",
    "licence",
    "links",
    "meant",
    "name",
    "nav",
    "organizer",
    "part",
    "peertube",
    "player",
    "quote",
    "report_url",
    "sessions",
    "social_image",
    "speakers",
    "start",
    "talks",
    "title",
    "to",
    "topics",
    "transcript",
    "turns",
    "venue",
    "verified",
    "video",
    "why",
    "youtube",
];
