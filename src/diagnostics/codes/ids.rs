//! Codes of ids and of what refers to them: speakers, their spellings, talks.

macro_rules! ids {
    ([$($rest:ident)*] $($before:tt)*) => {
        collect! { [$($rest)*] $($before)*

Ids "Ids, speakers and references" "编号、讲者与引用" {
BadId "bad-id" Error {
    en: "an id cannot be part of an address",
    zh: "编号不能用作网址",
    text: "Ids of speakers, sessions and talks, and the names of forums' folders and free pages, \
        become addresses: lower-case letters a-z, digits and single hyphens, 80 at most. An id \
        is suggested where one can be made of what was written.",
    example: "speakers.yaml",
    wrong: "- id: Lu Fan",
    right: "- id: lu-fan",
}

DuplicateId "duplicate-id" Error {
    en: "an id is given twice",
    zh: "编号重复",
    text: "Two pages would have one address, and it would not be clear who or what a reference \
        means. Give one of them another id.",
    example: "speakers.yaml",
    wrong: "- id: lu-fan\n  name: 陆凡\n- id: lu-fan",
    right: "- id: lu-fan\n  name: 陆凡\n- id: li-hua",
}

ReservedId "reserved-id" Error {
    en: "an id is the name of one of the site's own pages",
    zh: "编号与网站自身页面同名",
    text: "At the top of the site there are pages such as `speakers`, `topics` and `search`, in \
        every forum such as `record` and `sessions`. Choose another id, such as the one in the \
        help.",
    example: "agi/forum.yaml",
    wrong: "- id: record",
    right: "- id: roundtable",
}

UnknownSpeaker "unknown-speaker" Error {
    en: "an id names no speaker of speakers.yaml",
    zh: "speakers.yaml 里没有这位讲者",
    text: "Speakers, chairs, hosts and turns name people by their id in speakers.yaml, not by \
        name. Correct the id as suggested, or add the speaker there.",
    example: "agi/forum.yaml",
    wrong: "speakers: [李华]",
    right: "speakers: [li-hua]",
}

UnknownTalk "unknown-talk" Error {
    en: "an id names no talk of the forum",
    zh: "本论坛没有这场演讲",
    text: "`in` of a correction lists ids of talks from the same folder's forum.yaml. Correct \
        the id as suggested, or leave `in` out to correct the word in the whole forum.",
    example: "agi/corrections.yaml",
    wrong: "- {heard: 测评, meant: 评测, in: [tao-dachen]}",
    right: "- {heard: 测评, meant: 评测, in: [tao-dacheng]}",
}

SpeakerTwice "speaker-twice" Error {
    en: "a speaker is named twice for one talk",
    zh: "同一演讲中讲者重复",
    text: "They would be listed twice under its title. Keep one of the two entries.",
    example: "agi/forum.yaml",
    wrong: "speakers: [wei-kai, qiao-yu, wei-kai]",
    right: "speakers: [wei-kai, qiao-yu]",
}

SpeakerWithoutTalk "speaker-without-talk" Warning {
    en: "a speaker of speakers.yaml speaks in no forum",
    zh: "讲者没有出现在任何论坛中",
    text: "Whoever is in speakers.yaml is expected to speak somewhere: this entry is left over, \
        or was forgotten in a talk. Name the speaker in a forum.yaml, or remove the entry.",
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
    example: "speakers.yaml",
    wrong: "  name: 魏凯\n  heard_as: [乔宇]",
    right: "  name: 魏凯",
}

SpellingTwice "spelling-twice" Warning {
    en: "a spelling is listed twice for one speaker",
    zh: "同一讲者的写法重复",
    text: "It is already the name of the speaker, or in `heard_as`. Remove the second one.",
    example: "speakers.yaml",
    wrong: "heard_as: [陶大成, 陶大成]",
    right: "heard_as: [陶大成, 陶源士]",
}

TurnOfStranger "turn-of-stranger" Warning {
    en: "a turn belongs to somebody who is not a speaker of the talk",
    zh: "发言者不在该演讲的讲者之列",
    text: "The words are on the page of the talk, but the name is not listed under its title, \
        nor the talk on the speaker's page. Add them to `speakers` of the talk, or correct the \
        id.",
    example: "agi/forum.yaml",
    wrong: "- li-hua: 谢谢魏所长",
    right: "- qiao-yu: 谢谢魏所长",
}
}

        }
    };
}
