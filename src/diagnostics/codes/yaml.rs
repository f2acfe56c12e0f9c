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
    text_zh: "此处以下的内容都不能可靠地读取。请检查这一行和上面各行的缩进、冒号、括号和引号：出\
        错的地方往往在解析器发现问题的位置之前。",
    example: "agi/forum.yaml",
    wrong: "venue: \"上海·徐汇西岸",
    right: "venue: 上海·徐汇西岸",
}

YamlTab "yaml-tab" Error {
    en: "a line is indented with a tab",
    zh: "用制表符缩进",
    text: "YAML does not allow tabs in indentation, because they are of different widths in \
        different editors. Indent with spaces.",
    text_zh: "YAML 不允许用制表符缩进，因为各个编辑器显示的宽度不同。请用空格缩进。",
    example: "agi/forum.yaml",
    wrong: "\ttitle: 开幕\n",
    right: "  title: 开幕\n",
}

OddBlank "odd-blank" Error {
    en: "a space that YAML does not take for one",
    zh: "YAML 不认作空格的空白字符",
    text: "A full-width or no-break space looks like indentation, or like the space after a \
        colon, but YAML takes it for a part of the word. Write ordinary spaces.",
    text_zh: "全角空格或不换行空格看上去像缩进，或者像冒号后的空格，YAML 却当作文字的一部分。请改\
        成普通空格。",
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
    text_zh: "只有半角冒号加空格才结束一个键；用了“：”，YAML 会把整行读成一段文字。文件其余部分\
        按冒号正确来读，这样别的问题能在同一次运行里报出来。",
    example: "agi/forum.yaml",
    wrong: "venue：上海·徐汇西岸",
    right: "venue: 上海·徐汇西岸",
}

NoBlankAfterColon "no-blank-after-colon" Error {
    en: "there is no space after the colon of a key",
    zh: "键名的冒号后缺少空格",
    text: "A colon ends a key only if a space follows it; without one YAML reads the line as one \
        text. Add the space.",
    text_zh: "冒号后面有空格，才结束一个键；没有空格，YAML 会把整行读成一段文字。请加上空格。",
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
    text_zh: "YAML 用半角逗号加空格分隔各项。用了“，”或“、”，列表里就只有一项长的，而不是几\
        项：这只是警告，因为也可能是有意的，那就加上引号。在花括号里的键与键之间则是错误。",
    example: "agi/forum.yaml",
    wrong: "topics: [大模型、可解释性]",
    right: "topics: [大模型, 可解释性]",
}

FullWidthBracket "full-width-bracket" Error {
    en: "a full-width bracket where YAML needs an ASCII one",
    zh: "本应用半角括号之处用了全角括号",
    text: "A list is enclosed in `[` and `]`, a mapping in `{` and `}`. YAML takes full-width \
        brackets for a part of the text.",
    text_zh: "列表写在 `[` 和 `]` 里，映射写在 `{` 和 `}` 里。全角括号会被 YAML 当作文字的一部\
        分。",
    example: "agi/forum.yaml",
    wrong: "topics: ［大模型, 可解释性］",
    right: "topics: [大模型, 可解释性]",
}

FullWidthDash "full-width-dash" Error {
    en: "a full-width dash before an entry of a list",
    zh: "列表项前用了全角短横",
    text: "An entry of a list begins with `- `, an ASCII hyphen and a space.",
    text_zh: "列表的每一项以 `- ` 开头，即半角连字符加空格。",
    example: "agi/forum.yaml",
    wrong: "－ id: opening\n",
    right: "- id: opening\n",
}

ColonInValue "colon-in-value" Error {
    en: "a value has a colon and a space in it",
    zh: "值里有冒号加空格",
    text: "YAML takes the part before `: ` for a key. Put the whole value in quotes.",
    text_zh: "YAML 会把 `: ` 之前的部分当作键。请给整个值加上引号。",
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
    text_zh: "`@`、反引号、`%`、`*`、`&`、`!`、`|`、`>` 和 `- ` 放在值的开头，在 YAML 里另有含\
        义；以引号或括号开头的值，到配对的引号或括号就结束了。请给整个值加上引号。",
    example: "agi/forum.yaml",
    wrong: "title: @开幕@致辞",
    right: "title: \"@开幕@致辞\"",
}

CutByComment "cut-by-comment" Warning {
    en: "a value is cut off by ` #`",
    zh: "值被 ` #` 截断为注释",
    text: "YAML takes a `#` that follows a space for the beginning of a comment. Put the whole \
        value in quotes if the `#` is a part of it; else put two spaces before the `#`.",
    text_zh: "空格之后的 `#` 会被 YAML 当作注释的开头。`#` 若是值的一部分，请给整个值加上引号；若\
        确是注释，请在 `#` 前面留两个空格。",
    example: "agi/forum.yaml",
    wrong: "title: C #语言",
    right: "title: \"C #语言\"",
}

NotAKey "not-a-key" Error {
    en: "a line looks like a key but is a text to YAML",
    zh: "看似键名，YAML 却读成文字",
    text: "Its colon is a full-width one, or is not followed by an ordinary space, so YAML reads \
        key and value as one text. Write `key: value`, each key on a line of its own.",
    text_zh: "它的冒号是全角的，或者冒号后面没有普通空格，YAML 把键和值读成了一段文字。请写成 \
        `键: 值`，每个键一行。",
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
    text_zh: "键名看上去没错，但里面有软连字符、零宽空格或别的不显示的字符，就成了另一个词。从网\
        页或文档里复制文字时常会带进来。请删掉这个键名重新输入。",
    example: "agi/forum.yaml",
    wrong: "organi\u{ad}zer: 中国信息通信研究院",
    right: "organizer: 中国信息通信研究院",
}

DuplicateKey "duplicate-key" Error {
    en: "a key occurs twice in one mapping",
    zh: "同一映射中键名重复",
    text: "It is not clear which of the two is meant. Keep one of them.",
    text_zh: "不清楚以哪一个为准。请只留一个。",
    example: "agi/forum.yaml",
    wrong: "venue: 上海·徐汇西岸\nvenue: 上海",
    right: "venue: 上海·徐汇西岸",
}
}

        }
    };
}
