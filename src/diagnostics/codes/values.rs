//! Codes of keys that are not known or missing, and of values that cannot be used.

macro_rules! values {
    ([$($rest:ident)*] $($before:tt)*) => {
        collect! { [$($rest)*] $($before)*

Values "Keys and values" "键与值" {
UnknownKey "unknown-key" Error {
    en: "a key is not known here",
    zh: "此处没有这个键",
    text: "Nothing reads it, so its value would be lost silently. A key that is nearly the same \
        is suggested; else all keys that are known here are listed.",
    example: "agi/forum.yaml",
    wrong: "organiser: 中国信息通信研究院",
    right: "organizer: 中国信息通信研究院",
}

MissingKey "missing-key" Error {
    en: "a required key is missing",
    zh: "缺少必填的键",
    text: "The site cannot be built without its value. Add the key with its value.",
    example: "agi/forum.yaml",
    wrong: "- {from: 喂喂，试一下, to: 一下话筒。}",
    right: "- {from: 喂喂，试一下, to: 一下话筒。, why: 试音}",
}

EmptyValue "empty-value" Error {
    en: "nothing is written for a key",
    zh: "键后没有写值",
    text: "A key that is required, or whose value cannot be blank, has no value. Write one, or \
        remove the entry.",
    example: "agi/corrections.yaml",
    wrong: "- {heard: \" \", meant: 信通院}",
    right: "- {heard: 新通院, meant: 信通院}",
}

WrongKind "wrong-kind" Error {
    en: "a value is of another kind than its key needs",
    zh: "值的类型不对",
    text: "For example, there is a list where text is needed, or text where a mapping is. The \
        help shows how it is written.",
    example: "agi/forum.yaml",
    wrong: "speakers: li-hua",
    right: "speakers: [li-hua]",
}

WrongValue "wrong-value" Error {
    en: "a value cannot be read as what its key says",
    zh: "值无法按其键解读",
    text: "Dates are written `2024-07-05`; times in a recording `1:02:03`, `62:03` or as a \
        number of seconds; `part` is a whole number from 1; `verified` and `nav` are `true` or \
        `false`.",
    example: "agi/forum.yaml",
    wrong: "date: 2024-02-30",
    right: "date: 2024-07-05",
}

UnknownKind "unknown-kind" Error {
    en: "there is no such kind of talk",
    zh: "没有这种演讲类型",
    text: "`kind` is one of `opening`, `keynote`, `talk`, `panel`, `qa`, `launch`, `video` and \
        `closing`. It decides which label the talk has in the programme.",
    example: "agi/forum.yaml",
    wrong: "kind: keynot",
    right: "kind: keynote",
}

UnknownLanguage "unknown-language" Error {
    en: "the interface is not available in this language",
    zh: "界面没有这种语言",
    text: "`language` in site.yaml chooses the words of buttons, headings and dates: `zh-CN` or \
        `en`. What was said is not translated.",
    example: "site.yaml",
    wrong: "language: zh",
    right: "language: zh-CN",
}

BadUrl "bad-url" Error {
    en: "an address cannot be used",
    zh: "网址无法使用",
    text: "Links begin with `https://` or `http://` (those of a speaker also with `mailto:`), so \
        that no page of the site runs a script when one is followed. `base_url` is the address \
        of a folder, without `?` and `#`.",
    example: "site.yaml",
    wrong: "base_url: example.org",
    right: "base_url: https://example.org/forum/",
}

UnknownPlaceholder "unknown-placeholder" Error {
    en: "an address has a placeholder that nothing fills in",
    zh: "网址中有无法填入的占位符",
    text: "`edit_url` has `{path}` and `{line}`; `report_url` has `{url}`, `{title}` and \
        `{words}`. Another name in braces would stay in every link. `{line}` needs `{path}` \
        beside it, since a line without its file leads nowhere.",
    example: "site.yaml",
    wrong: "edit_url: https://example.org/edit/{file}",
    right: "edit_url: https://example.org/edit/{path}",
}

BadVideo "bad-video" Error {
    en: "the id or address of a video cannot be one",
    zh: "视频的编号或网址不成立",
    text: "`bilibili` is an id such as `BV1iT421k7Bv`, `youtube` the eleven characters after \
        `v=`, `peertube` the address of the video's page, `file` an address without `?` and `#`. \
        Copy it from the address of the video.",
    example: "agi/forum.yaml",
    wrong: "video: {bilibili: https://b23.tv/x}",
    right: "video: {bilibili: BV1iT421k7Bv, part: 31}",
}

VideoTwice "video-twice" Error {
    en: "a recording is given in two places",
    zh: "录像给出了两处来源",
    text: "Every passage links to one moment of one recording, so only one of `bilibili`, \
        `youtube`, `peertube` and `file` can be given.",
    example: "agi/forum.yaml",
    wrong: "video: {bilibili: BV1iT421k7Bv, part: 31, youtube: dQw4w9WgXcQ}",
    right: "video: {bilibili: BV1iT421k7Bv, part: 31}",
}
}

        }
    };
}
