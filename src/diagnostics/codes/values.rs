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
    text_zh: "这个键没有程序读取，写的内容会悄悄丢掉。有相近的键名就给出建议，否则列出此处可用的\
        全部键名。",
    example: "agi/forum.yaml",
    wrong: "organiser: 中国信息通信研究院",
    right: "organizer: 中国信息通信研究院",
}

MissingKey "missing-key" Error {
    en: "a required key is missing",
    zh: "缺少必写的键",
    text: "The site cannot be built without its value. Add the key with its value.",
    text_zh: "没有它的值就生成不了网站。请补上这个键和它的值。",
    example: "agi/forum.yaml",
    wrong: "- {from: 喂喂，试一下, to: 一下话筒。}",
    right: "- {from: 喂喂，试一下, to: 一下话筒。, why: 试音}",
}

EmptyValue "empty-value" Error | Warning {
    en: "nothing is written for a key",
    zh: "键后没有写值",
    text: "A key that is required, or whose value cannot be blank, has no value. Write one, or \
        remove the entry. YAML reads `Null`, `null` and `~` as nothing; in quotation marks \
        they are words. Where a value may be missing, `Null` gets a warning.",
    text_zh: "必写的键，或者值不能为空的键，后面没有写值。请写上，或者删去这一项。YAML 把 `Null`、\
        `null` 和 `~` 读作“没有”；加上引号才是文字。在可以不写的地方写了 `Null`，只是警告。",
    example: "agi/corrections.yaml",
    wrong: "- {heard: \" \", meant: 信通院}",
    right: "- {heard: 新通院, meant: 信通院}",
}

WrongKind "wrong-kind" Error {
    en: "a value is of another kind than its key needs",
    zh: "值的类型不对",
    text: "For example, there is a list where text is needed, or text where a mapping is. The \
        help shows how it is written.",
    text_zh: "比如该写文字的地方写了列表，该写映射的地方写了文字。`help` 里写明了写法。",
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
    text_zh: "日期写成 `2024-07-05`；录像里的时间写成 `1:02:03`、`62:03` 或秒数；`part` 是从 1 起\
        的整数；`verified` 和 `nav` 写 `true` 或 `false`。",
    example: "agi/forum.yaml",
    wrong: "date: 2024-02-30",
    right: "date: 2024-07-05",
}

UnknownKind "unknown-kind" Error {
    en: "there is no such kind of talk",
    zh: "没有这一类演讲",
    text: "`kind` is one of `opening`, `keynote`, `talk`, `panel`, `qa`, `launch`, `video` and \
        `closing`. The programme shows it with the talk.",
    text_zh: "`kind` 只能是 `opening`、`keynote`、`talk`、`panel`、`qa`、`launch`、`video`、\
        `closing` 之一，议程里会写出来。",
    example: "agi/forum.yaml",
    wrong: "kind: keynot",
    right: "kind: keynote",
}

UnknownLanguage "unknown-language" Error {
    en: "the interface is not available in this language",
    zh: "界面没有这种语言",
    text: "`language` in site.yaml chooses the words of buttons, headings and dates: `zh-CN`, \
        `zh-TW` or `en`, or another tag of these languages, such as `zh-Hant` or `en-US`. What \
        was said is not translated.",
    text_zh: "site.yaml 里的 `language` 决定按钮、标题和日期用什么语言：`zh-CN`、`zh-TW` 或 `en`，\
        也可以写这些语言的其他标签，如 `zh-Hant`、`en-US`。讲话内容不会翻译。",
    example: "site.yaml",
    wrong: "language: fr",
    right: "language: zh-CN",
}

NearestLanguage "nearest-language" Note {
    en: "the interface is in the nearest language that there is",
    zh: "界面用的是最接近的语言",
    text: "Pages are marked with the language that site.yaml asks for, so that fonts and screen \
        readers are right; buttons, headings and dates have the words of the nearest interface. \
        A site can write words of its own in `templates/strings/`.",
    text_zh: "页面标明的是 site.yaml 里写的语言，字体和读屏软件都以此为准；按钮、标题和日期用的是最\
        接近的一种界面文字。想换成自己的说法，可以写在 `templates/strings/` 里。",
    example: "site.yaml",
    wrong: "language: zh-SG",
    right: "language: zh-CN",
}

BadUrl "bad-url" Error {
    en: "an address cannot be used",
    zh: "网址无法使用",
    text: "Links begin with `https://` or `http://` (those of a speaker and `report_url` also \
        with `mailto:`), so that no page of the site runs a script when one is followed. \
        `base_url` is the address of a folder, without `?` and `#`.",
    text_zh: "链接以 `https://` 或 `http://` 开头（讲者的链接和 `report_url` 也可以是 \
        `mailto:`），这样点开链接不会运行脚本。`base_url` 是一个目录的网址，不带 `?` 和 `#`。",
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
    text_zh: "`edit_url` 里可以写 `{path}` 和 `{line}`，`report_url` 里可以写 `{url}`、`{title}` \
        和 `{words}`。花括号里写别的名字，会原样留在每个链接里。写了 `{line}` 就要写 `{path}`，因\
        为只有行号、没有文件，哪里也到不了。",
    example: "site.yaml",
    wrong: "edit_url: https://example.org/edit/{file}",
    right: "edit_url: https://example.org/edit/{path}",
}

BadVideo "bad-video" Error {
    en: "the id or address of a video cannot be one",
    zh: "视频号或视频网址不成立",
    text: "`bilibili` is an id such as `BV1iT421k7Bv`, `youtube` the eleven characters after \
        `v=`, `peertube` the address of the video's page, `file` an address without `?` and `#`. \
        Copy it from the address of the video.",
    text_zh: "`bilibili` 写 `BV1iT421k7Bv` 这样的视频号，`youtube` 写网址里 `v=` 之后的十一个字\
        符，`peertube` 写视频页面的网址，`file` 写不带 `?` 和 `#` 的网址。请从视频的网址里复制。",
    example: "agi/forum.yaml",
    wrong: "video: {bilibili: https://b23.tv/x}",
    right: "video: {bilibili: BV1iT421k7Bv, part: 31}",
}

VideoTwice "video-twice" Error {
    en: "a recording is given in two places",
    zh: "录像给出了两处来源",
    text: "Every passage links to one moment of one recording, so only one of `bilibili`, \
        `youtube`, `peertube` and `file` can be given.",
    text_zh: "每一段文字链接到一份录像的某一刻，所以 `bilibili`、`youtube`、`peertube` 和 `file` \
        只能写一个。",
    example: "agi/forum.yaml",
    wrong: "video: {bilibili: BV1iT421k7Bv, part: 31, youtube: dQw4w9WgXcQ}",
    right: "video: {bilibili: BV1iT421k7Bv, part: 31}",
}
}

        }
    };
}
