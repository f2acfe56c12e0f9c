//! Codes of sessions, talks, turns and cuts: their order, their limits and what is between them.

macro_rules! programme {
    ([$($rest:ident)*] $($before:tt)*) => {
        collect! { [$($rest)*] $($before)*

Programme "The programme" "议程" {
NoTalks "no-talks" Error {
    en: "a forum has no talks",
    zh: "论坛没有任何演讲",
    text: "Every passage of the transcript belongs to a talk, to what the host says before one, \
        or to a cut. Add at least one session with one talk.",
    example: "agi/forum.yaml",
    wrong: "sessions: []",
    right: "sessions:\n- {id: opening, title: 开幕, talks: [{id: li-hua, …}]}",
}

SessionEmpty "session-empty" Warning {
    en: "a session has no talks",
    zh: "环节里没有演讲",
    text: "The programme shows it with nothing below it. Add its talks, or remove the session.",
    example: "agi/forum.yaml",
    wrong: "- id: break\n  title: 茶歇\n- id: discussion",
    right: "- id: discussion",
}

TalksOutOfOrder "talks-out-of-order" Error {
    en: "a talk begins before the one above it",
    zh: "演讲的次序与转录稿不符",
    text: "Talks are listed in forum.yaml in the order of the transcript, because each ends \
        where the next begins if it has no `to`. Put them into that order, or quote other first \
        words.",
    example: "agi/forum.yaml",
    wrong: "from: 再次感谢各位",
    right: "from: 尊敬的各位来宾，大家好\n    to: {quote: 谢谢大家。, after: 请大家指正}",
}

TalksOverlap "talks-overlap" Error {
    en: "a talk begins before the one above it has ended",
    zh: "两场演讲重叠",
    text: "Every character belongs to one talk. Quote later first words here, or earlier last \
        words in `to` of the talk above.",
    example: "agi/forum.yaml",
    wrong: "to: 先说道。",
    right: "to: {quote: 谢谢大家。, after: 请大家指正}",
}

TalkInverted "talk-inverted" Error {
    en: "a talk ends before it begins",
    zh: "演讲的结尾在开头之前",
    text: "The words in `to` come before those in `from`. Exchange them, or quote other last \
        words; where the same words occur twice, choose the later place with `after`.",
    example: "agi/forum.yaml",
    wrong: "to: 下面请陶大成教授",
    right: "to: 今天就讲到这里，谢谢大家。",
}

TalkEmpty "talk-empty" Error {
    en: "a talk begins where the one above it does",
    zh: "两场演讲从同一处开始",
    text: "Nothing would be left of the first. Quote the first words of each.",
    example: "agi/forum.yaml",
    wrong: "from: 大家好啊，今天非常荣幸",
    right: "from: 尊敬的各位来宾，大家好\n    to: {quote: 谢谢大家。, after: 请大家指正}",
}

TalkCutAway "talk-cut-away" Error {
    en: "the cuts leave nothing of a talk",
    zh: "演讲被删节殆尽",
    text: "Its page would be empty. Make the cut shorter, or remove the talk. It is reported \
        also where a talk has no words because it begins where the next one does; fix that \
        first.",
    example: "agi/forum.yaml",
    wrong: "- {from: 尊敬的各位来宾, to: 请大家指正。谢谢大家。, why: 客套}",
    right: "- {from: 喂喂，试一下, to: 一下话筒。, why: 试音}",
}

HostInTalk "host-in-talk" Warning {
    en: "a talk seems to end with the host's words",
    zh: "演讲末尾似乎混入了主持人的话",
    text: "Near its end somebody is called to the stage (有请…), which a host does, not the \
        speaker. Quote last words in `to` that come before that, so that the host's words become \
        the introduction of the next talk.",
    example: "agi/forum.yaml",
    wrong: "from: 尊敬的各位来宾，大家好",
    right: "from: 尊敬的各位来宾，大家好\n    to: {quote: 谢谢大家。, after: 请大家指正}",
}

TurnsOutOfOrder "turns-out-of-order" Error {
    en: "a turn does not come after the one above it",
    zh: "发言的次序与转录稿不符",
    text: "A turn lasts until the next one, so turns and hosts are listed in the order of the \
        transcript. Put them into that order, or quote other first words.",
    example: "agi/forum.yaml",
    wrong: "    - wei-kai: 好，这个回答很实在\n    - qiao-yu: 谢谢魏所长\n",
    right: "    - qiao-yu: 谢谢魏所长\n    - wei-kai: 好，这个回答很实在\n",
}

TurnOutside "turn-outside" Error {
    en: "a turn is not within its talk",
    zh: "发言不在该演讲之内",
    text: "Its words come before the talk begins or after it has ended. Quote words of that \
        talk, or move the turn to the talk that has them.",
    example: "agi/forum.yaml",
    wrong: "- qiao-yu: 再次感谢各位",
    right: "- qiao-yu: 谢谢魏所长",
}

NoTurns "no-turns" Warning {
    en: "a talk of several speakers has no turns",
    zh: "多人演讲没有标出发言",
    text: "A reader cannot tell who says what, and no words are attributed to anybody. Add \
        `turns` with the first words of each, as in the help.",
    example: "agi/forum.yaml",
    wrong: "speakers: [li-hua, lu-fan]",
    right: "speakers: [li-hua]",
}

WordsWithoutSpeaker "words-without-speaker" Warning {
    en: "the first words of a talk have no speaker",
    zh: "演讲开头的话没有归属",
    text: "The first turn begins later than the talk does, and several speakers could have \
        spoken before it. Add a turn above it for whoever speaks there.",
    example: "agi/forum.yaml",
    wrong: "    turns:\n    - qiao-yu: 谢谢魏所长\n",
    right: "    turns:\n    - wei-kai: 各位下午好，我们开始讨论\n    - qiao-yu: 谢谢魏所长\n",
}

StartsBackwards "starts-backwards" Warning {
    en: "a `start` is earlier than one above it",
    zh: "`start` 时间早于上文",
    text: "Talks and turns follow one another in the recording. One of the two times is wrong: \
        correct it, written hours:minutes:seconds.",
    example: "agi/forum.yaml",
    wrong: "    - qiao-yu: {quote: 谢谢魏所长, start: 20:10}\n\
        \x20   - wei-kai: {quote: 好，这个回答很实在, start: 2:30}\n",
    right: "    - qiao-yu: {quote: 谢谢魏所长, start: 20:10}\n\
        \x20   - wei-kai: {quote: 好，这个回答很实在, start: 22:30}\n",
}

StartsElsewhere "starts-elsewhere" Warning {
    en: "a `start` is far from the time that the transcript has there",
    zh: "`start` 与转录稿中的时间相差很远",
    text: "The transcript has times of its own, and the first words of the talk or turn are said \
        at another one. Correct `start`, or remove it: the transcript's time is used then.",
    example: "agi/forum.yaml",
    wrong: "start: 1:15:00",
    right: "start: 1:15",
}

CutInverted "cut-inverted" Error {
    en: "a cut ends before it begins",
    zh: "删节的结尾在开头之前",
    text: "The words in `to` come before those in `from`. Exchange them, or quote other words.",
    example: "agi/forum.yaml",
    wrong: "- {from: 喂喂，试一下, to: 下面是圆桌。, why: 试音}",
    right: "- {from: 喂喂，试一下, to: 一下话筒。, why: 试音}",
}

CutsOverlap "cuts-overlap" Error {
    en: "a cut begins within another",
    zh: "两处删节重叠",
    text: "Every character that is left out is left out once, for one reason. Make one cut of \
        them, or let the second begin where the first has ended.",
    example: "agi/forum.yaml",
    wrong: "- {from: 喂喂，试一下, to: 一下话筒。好, why: 试音}\n\
        - {from: 话筒。好的, to: 好的，, why: 也是}",
    right: "- {from: 喂喂，试一下, to: 一下话筒。, why: 试音}",
}

CutOverEdge "cut-over-edge" Warning {
    en: "a cut spans the beginning or end of a talk",
    zh: "删节跨越了演讲的边界",
    text: "It leaves out words of the talk and words beside it. Make two cuts of it if both \
        sides are meant, so that each says why; else quote words on one side only.",
    example: "agi/forum.yaml",
    wrong: "- {from: 谢谢陶院士, to: 我们开始讨论。, why: 过渡}",
    right: "- {from: 喂喂，试一下, to: 一下话筒。, why: 试音}",
}

QuoteInCut "quote-in-cut" Warning {
    en: "the first or last words of a talk are cut",
    zh: "演讲首尾的引文已被删节",
    text: "The words by which the talk is found are not on its page. Quote in `from` the first \
        words that are kept, in `to` the last.",
    example: "agi/forum.yaml",
    wrong: "- {from: 大家好啊，今天, to: 非常荣幸，, why: 客套}",
    right: "- {from: 喂喂，试一下, to: 一下话筒。, why: 试音}",
}
}

        }
    };
}
