//! Codes of ids and of what refers to them: speakers, their spellings, talks.

macro_rules! ids {
    ([$($rest:ident)*] $($before:tt)*) => {
        collect! { [$($rest)*] $($before)*

Ids "Ids, speakers and references" "编号、讲者与引用" {
BadId "bad-id" Error {
    en: "an id cannot be part of an address",
    zh: "代号不能用作网址",
    text: "Ids of speakers, sessions and talks, and the names of forums' folders and free pages, \
        become addresses: lower-case letters a-z, digits and single hyphens, 80 at most. An id \
        is suggested where one can be made of what was written.",
    text_zh: "讲者、环节、各讲的代号，以及论坛文件夹和其他页面的文件名，都会成为网址：只用小写字\
        母 a-z、数字和单个连字符，最多 80 个字符。能从所写的内容得出代号时，会给出建议。",
    example: "speakers.yaml",
    wrong: "- id: Lu Fan",
    right: "- id: lu-fan",
}

DuplicateId "duplicate-id" Error {
    en: "an id is given twice",
    zh: "代号重复",
    text: "Two pages would have one address, and it would not be clear who or what a reference \
        means. Give one of them another id.",
    text_zh: "两个页面会有同一个网址，引用指的是谁、是什么也不清楚。请给其中一个换个代号。",
    example: "speakers.yaml",
    wrong: "- id: lu-fan\n  name: 陆凡\n- id: lu-fan",
    right: "- id: lu-fan\n  name: 陆凡\n- id: li-hua",
}

ReservedId "reserved-id" Error {
    en: "an id is the name of one of the site's own pages",
    zh: "代号与网站自身页面同名",
    text: "At the top of the site there are pages such as `speakers`, `topics` and `search`, in \
        every forum such as `record` and `sessions`. Choose another id, such as the one in the \
        help.",
    text_zh: "网站顶层有 `speakers`、`topics`、`search` 等页面，每场论坛里有 `record`、`sessions` \
        等页面。请换一个代号，比如`help` 里的那个。",
    example: "agi/forum.yaml",
    wrong: "- id: record",
    right: "- id: roundtable",
}

UnknownSpeaker "unknown-speaker" Error {
    en: "an id names no speaker of speakers.yaml",
    zh: "speakers.yaml 里没有这位讲者",
    text: "Speakers, chairs, hosts and turns name people by their id in speakers.yaml, not by \
        name. Correct the id as suggested, or add the speaker there.",
    text_zh: "讲者、主持人和发言都用 speakers.yaml 里的代号，不写姓名。请按建议改正，或者在那里添\
        上这位讲者。",
    example: "agi/forum.yaml",
    wrong: "speakers: [李华]",
    right: "speakers: [li-hua]",
}

UnknownTalk "unknown-talk" Error {
    en: "an id names no talk of the forum",
    zh: "本场论坛没有这一讲",
    text: "`in` of a correction lists ids of talks from the same folder's forum.yaml. Correct \
        the id as suggested, or leave `in` out to correct the word in the whole forum.",
    text_zh: "更正里的 `in` 列出同一文件夹 forum.yaml 里各讲的代号。请按建议改正，或者不写 `in`，\
        在整场论坛里更正。",
    example: "agi/corrections.yaml",
    wrong: "- {heard: 测评, meant: 评测, in: [tao-dachen]}",
    right: "- {heard: 测评, meant: 评测, in: [tao-dacheng]}",
}

SpeakerTwice "speaker-twice" Error {
    en: "a speaker is named twice for one talk",
    zh: "同一讲里讲者重复",
    text: "They would be listed twice under its title. Keep one of the two entries.",
    text_zh: "标题下面会把他列出两次。请删去其中一项。",
    example: "agi/forum.yaml",
    wrong: "speakers: [wei-kai, qiao-yu, wei-kai]",
    right: "speakers: [wei-kai, qiao-yu]",
}

SpeakerWithoutTalk "speaker-without-talk" Warning {
    en: "a speaker of speakers.yaml speaks in no forum",
    zh: "讲者没有出现在任何论坛里",
    text: "Whoever is in speakers.yaml is expected to speak somewhere: this entry is left over, \
        or was forgotten in a talk. Name the speaker in a forum.yaml, or remove the entry.",
    text_zh: "写进 speakers.yaml 的人都应当在某处讲话：这一条可能是多余的，也可能某一讲忘了写上。\
        请在 forum.yaml 里写上这位讲者，或者删去这一条。",
    example: "speakers.yaml",
    wrong: "- id: zhou-xiang\n  name: 周翔\n- id: lu-fan",
    right: "- id: lu-fan",
}

SpellingOfTwo "spelling-of-two" Error {
    en: "a spelling is given for two speakers",
    zh: "同一写法属于两位讲者",
    text: "A name or `heard_as` decides who is meant where the spelling occurs in a text, so it \
        can belong to one speaker only. Keep it with one of them; where the other is meant in \
        some forum, say so with `called` in its forum.yaml.",
    text_zh: "文中出现这个写法时，要靠姓名或 `heard_as` 断定是谁，所以一个写法只能属于一位讲者。\
        请只留给其中一位；若在某场论坛里指的是另一位，在那场的 forum.yaml 里用 `called` 写明。",
    example: "speakers.yaml",
    wrong: "  name: 魏凯\n  heard_as: [乔宇]",
    right: "  name: 魏凯",
}

SpellingTwice "spelling-twice" Warning {
    en: "a spelling is listed twice for one speaker",
    zh: "同一讲者的写法重复",
    text: "It is already the name of the speaker, or in `heard_as`. Remove the second one.",
    text_zh: "它已经是这位讲者的姓名，或者已经写在 `heard_as` 里。请删去重复的。",
    example: "speakers.yaml",
    wrong: "heard_as: [陶大成, 陶大成]",
    right: "heard_as: [陶大成, 陶源士]",
}

NameParts "name-parts" Error {
    en: "family and given name do not fit the name",
    zh: "姓和名与姓名对不上",
    text: "`family` and `given` say how citations divide a name where that cannot be told. Write \
        both, as they stand in `name` or as they stand in `latin`. The name of an organisation or \
        a group has neither: `literal: true` gives it whole.",
    text_zh: "程序分不出姓和名时，用 `family`（姓）和 `given`（名）写明，供引用格式使用。两个都要\
        写，照 `name` 或 `latin` 里的写法。机构或群体的名称不分姓名，写 \
        `literal: true`，整个照录。",
    example: "speakers.yaml",
    wrong: "- {id: yamada-taro, name: 山田太郎, family: 山田}",
    right: "- {id: yamada-taro, name: 山田太郎, family: 山田, given: 太郎}",
}

TurnOfStranger "turn-of-stranger" Warning {
    en: "a turn belongs to somebody who is not a speaker of the talk",
    zh: "发言的人不在这一讲的讲者之列",
    text: "The words are on the page of the talk, but the name is not listed under its title, \
        nor the talk on the speaker's page. Add them to `speakers` of the talk, or correct the \
        id.",
    text_zh: "话在这一讲的页面上，但标题下面没有他的名字，他的页面上也没有这一讲。请把他加进这一\
        讲的 `speakers`，或者改正代号。",
    example: "agi/forum.yaml",
    wrong: "- li-hua: 谢谢魏所长",
    right: "- qiao-yu: 谢谢魏所长",
}
}

        }
    };
}
