//! Values in double quotes, for the help of a problem.

/// What messages call a value.
pub(super) fn describe(key: Option<&str>) -> String {
    key.map_or_else(|| "this text".to_owned(), |key| format!("the value of `{key}`"))
}

/// A value in double quotes, after its key.
pub(super) fn quoted(key: Option<&str>, value: &str) -> String {
    let key = key.map(|key| format!("{key}: ")).unwrap_or_default();
    // backslashes first, or those that escape the quotation marks would be escaped again
    let value = value.replace('\\', "\\\\").replace('"', "\\\"");
    format!("{key}\"{value}\"")
}

/// A value without the comment behind it.
pub(super) fn without_comment(value: &str) -> &str {
    // YAML begins a comment only after whitespace: the `#` of `C#` is text
    value.split(" #").next().unwrap_or(value).trim_end()
}
