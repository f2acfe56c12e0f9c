//! Codes of YAML that cannot be read, or is read otherwise than it was likely meant.

macro_rules! yaml {
    ([$($rest:ident)*] $($before:tt)*) => {
        collect! { [$($rest)*] $($before)*

Yaml "YAML as it is written" "YAML 的写法" {
YamlSyntax "yaml-syntax" Error {
    en: "the file is not valid YAML",
    zh: "不是合法的 YAML",
    text: "Nothing below this place can be read reliably. Look at the indentation, the colons, \
        brackets and quotation marks on this line and on those above it: the mistake is often \
        before the place where the parser notices it.",
    example: "agi/forum.yaml",
    wrong: "venue: \"上海·徐汇西岸",
    right: "venue: 上海·徐汇西岸",
}

YamlTab "yaml-tab" Error {
    en: "a line is indented with a tab",
    zh: "用制表符缩进",
    text: "YAML does not allow tabs in indentation, because they are of different widths in \
        different editors. Indent with spaces.",
    example: "agi/forum.yaml",
    wrong: "\ttitle: 开幕\n",
    right: "  title: 开幕\n",
}

OddBlank "odd-blank" Error {
    en: "a space that YAML does not take for one",
    zh: "YAML 不认作空格的空白字符",
    text: "A full-width or no-break space looks like indentation, or like the space after a \
        colon, but YAML takes it for a part of the word. Write ordinary spaces.",
    example: "agi/forum.yaml",
    wrong: "venue:　上海·徐汇西岸",
    right: "venue: 上海·徐汇西岸",
}

FullWidthColon "full-width-colon" Error {
    en: "there is a full-width colon after a key",
    zh: "键名后用了全角冒号",
    text: "Only an ASCII colon followed by a space ends a key; with `：` YAML reads the line as \
        one text. The rest of the file is read as if the colon were right, so that its other \
        problems are reported in the same run.",
    example: "agi/forum.yaml",
    wrong: "venue：上海·徐汇西岸",
    right: "venue: 上海·徐汇西岸",
}

NoBlankAfterColon "no-blank-after-colon" Error {
    en: "there is no space after the colon of a key",
    zh: "键名的冒号后缺少空格",
    text: "A colon ends a key only if a space follows it; without one YAML reads the line as one \
        text. Add the space.",
    example: "agi/forum.yaml",
    wrong: "organizer:中国信息通信研究院",
    right: "organizer: 中国信息通信研究院",
}

FullWidthComma "full-width-comma" Error | Warning {
    en: "a full-width comma where entries are separated by `, `",
    zh: "本应用 `, ` 分隔之处用了全角逗号或顿号",
    text: "YAML separates entries by an ASCII comma and a space. With `，` or `、` a list has one \
        long entry instead of several: a warning, since that may be meant; then put it in \
        quotes. Between the keys of a mapping in braces it is an error.",
    example: "agi/forum.yaml",
    wrong: "topics: [大模型、可解释性]",
    right: "topics: [大模型, 可解释性]",
}

FullWidthBracket "full-width-bracket" Error {
    en: "a full-width bracket where YAML needs an ASCII one",
    zh: "本应用半角括号之处用了全角括号",
    text: "A list is enclosed in `[` and `]`, a mapping in `{` and `}`. YAML takes full-width \
        brackets for a part of the text.",
    example: "agi/forum.yaml",
    wrong: "topics: ［大模型, 可解释性］",
    right: "topics: [大模型, 可解释性]",
}

FullWidthDash "full-width-dash" Error {
    en: "a full-width dash before an entry of a list",
    zh: "列表项前用了全角短横",
    text: "An entry of a list begins with `- `, an ASCII hyphen and a space.",
    example: "agi/forum.yaml",
    wrong: "－ id: opening\n",
    right: "- id: opening\n",
}

ColonInValue "colon-in-value" Error {
    en: "a value has a colon and a space in it",
    zh: "值里有冒号加空格",
    text: "YAML takes the part before `: ` for a key. Put the whole value in quotes.",
    example: "agi/forum.yaml",
    wrong: "title: 大模型: 道与术",
    right: "title: \"大模型: 道与术\"",
}

ReservedSign "reserved-sign" Error {
    en: "a value begins with a character that YAML reserves",
    zh: "值以 YAML 的保留符号开头",
    text: "`@`, a backtick, `%`, `*`, `&`, `!`, `|`, `>` and `- ` have a meaning in YAML at the \
        beginning of a value, and a value that begins with a quotation mark or bracket ends \
        where that closes. Put the whole value in quotes.",
    example: "agi/forum.yaml",
    wrong: "title: @开幕@致辞",
    right: "title: \"@开幕@致辞\"",
}

CutByComment "cut-by-comment" Warning {
    en: "a value is cut off by ` #`",
    zh: "值被 ` #` 截断为注释",
    text: "YAML takes a `#` that follows a space for the beginning of a comment. Put the whole \
        value in quotes if the `#` is a part of it; else put two spaces before the `#`.",
    example: "agi/forum.yaml",
    wrong: "title: C #语言",
    right: "title: \"C #语言\"",
}

NotAKey "not-a-key" Error {
    en: "a line looks like a key but is a text to YAML",
    zh: "看似键名，YAML 却读成文字",
    text: "Its colon is a full-width one, or is not followed by an ordinary space, so YAML reads \
        key and value as one text. Write `key: value`, each key on a line of its own.",
    example: "agi/corrections.yaml",
    wrong: "- {heard：新通院, meant: 信通院}",
    right: "- {heard: 新通院, meant: 信通院}",
}

InvisibleCharacter "invisible-character" Error {
    en: "a key has an invisible character in it",
    zh: "键名中有不可见字符",
    text: "The key looks right, but a soft hyphen, a zero-width space or another character that \
        is not shown makes it a different word. It comes along when text is copied from a web \
        page or a document. Delete the key and write it anew.",
    example: "agi/forum.yaml",
    wrong: "organi\u{ad}zer: 中国信息通信研究院",
    right: "organizer: 中国信息通信研究院",
}

DuplicateKey "duplicate-key" Error {
    en: "a key occurs twice in one mapping",
    zh: "同一映射中键名重复",
    text: "It is not clear which of the two is meant. Keep one of them.",
    example: "agi/forum.yaml",
    wrong: "venue: 上海·徐汇西岸\nvenue: 上海",
    right: "venue: 上海·徐汇西岸",
}
}

        }
    };
}
