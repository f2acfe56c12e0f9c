//! Codes of sessions, talks, turns and cuts: their order, their limits and what is between them.

macro_rules! programme {
    ([$($rest:ident)*] $($before:tt)*) => {
        collect! { [$($rest)*] $($before)*

Programme "The programme" "议程" {
NoTalks "no-talks" Error {
    en: "a forum has no talks",
    zh: "论坛里一讲也没有",
    text: "Every passage of the transcript belongs to a talk, to what the host says before one, \
        or to a cut. Add at least one session with one talk.",
    text_zh: "原稿里的每一段都属于某一讲、某一讲之前主持人的话，或者移出的文字。请至少写一个环\
        节、一讲。",
    example: "agi/forum.yaml",
    wrong: "sessions: []",
    right: "sessions:\n- {id: opening, title: 开幕, talks: [{id: li-hua, …}]}",
}

SessionEmpty "session-empty" Warning {
    en: "a session has no talks",
    zh: "环节里一讲也没有",
    text: "The programme shows it with nothing below it. Add its talks, or remove the session.",
    text_zh: "议程里这个环节下面什么也没有。请写上各讲，或者删去这个环节。",
    example: "agi/forum.yaml",
    wrong: "- id: break\n  title: 茶歇\n- id: discussion",
    right: "- id: discussion",
}

TalksOutOfOrder "talks-out-of-order" Error {
    en: "a talk begins before the one above it",
    zh: "各讲的次序与原稿不符",
    text: "Talks are listed in forum.yaml in the order of the transcript, because each ends \
        where the next begins if it has no `to`. Put them into that order, or quote other first \
        words.",
    text_zh: "forum.yaml 里各讲按原稿的次序排列，因为没有写 `to` 的一讲到下一讲开头为止。请调整次\
        序，或者改引别的开头。",
    example: "agi/forum.yaml",
    wrong: "from: 再次感谢各位",
    right: "from: 尊敬的各位来宾，大家好\n    to: {quote: 谢谢大家。, after: 请大家指正}",
}

TalksOverlap "talks-overlap" Error {
    en: "a talk begins before the one above it has ended",
    zh: "两讲重叠",
    text: "Every character belongs to one talk. Quote later first words here, or earlier last \
        words in `to` of the talk above.",
    text_zh: "每个字只属于一讲。请把这一讲的开头引得靠后些，或者把上一讲 `to` 里的结尾引得靠前\
        些。",
    example: "agi/forum.yaml",
    wrong: "to: 先说道。",
    right: "to: {quote: 谢谢大家。, after: 请大家指正}",
}

TalkInverted "talk-inverted" Error {
    en: "a talk ends before it begins",
    zh: "一讲的结尾在开头之前",
    text: "The words in `to` come before those in `from`. Exchange them, or quote other last \
        words; where the same words occur twice, choose the later place with `after`.",
    text_zh: "`to` 里的话在 `from` 里的话之前。请对调，或者改引别的结尾；同样的话出现两次时，用 \
        `after` 指明后面的那一处。",
    example: "agi/forum.yaml",
    wrong: "to: 下面请陶大成教授",
    right: "to: 今天就讲到这里，谢谢大家。",
}

TalkEmpty "talk-empty" Error {
    en: "a talk begins where the one above it does",
    zh: "两讲从同一处开始",
    text: "Nothing would be left of the first. Quote the first words of each.",
    text_zh: "前一讲就什么也不剩了。请分别引各讲的第一句话。",
    example: "agi/forum.yaml",
    wrong: "from: 大家好啊，今天非常荣幸",
    right: "from: 尊敬的各位来宾，大家好\n    to: {quote: 谢谢大家。, after: 请大家指正}",
}

TalkCutAway "talk-cut-away" Error {
    en: "the cuts leave nothing of a talk",
    zh: "整讲都被移出，什么也没留下",
    text: "Its page would be empty. Make the cut shorter, or remove the talk. It is reported \
        also where a talk has no words because it begins where the next one does; fix that \
        first.",
    text_zh: "这一讲的页面会是空的。请少移出一些，或者删去这一讲。一讲因为与下一讲从同一处开始而\
        没有文字时，也会这样报告；请先改正那一处。",
    example: "agi/forum.yaml",
    wrong: "- {from: 尊敬的各位来宾, to: 请大家指正。谢谢大家。, why: 客套}",
    right: "- {from: 喂喂，试一下, to: 一下话筒。, why: 试音}",
}

HostInTalk "host-in-talk" Warning {
    en: "a talk seems to end with the host's words",
    zh: "一讲末尾似乎混入了主持人的话",
    text: "Near its end somebody is called to the stage (有请…), which a host does, not the \
        speaker. Quote last words in `to` that come before that, so that the host's words become \
        the introduction of the next talk.",
    text_zh: "接近结尾的地方有人请下一位上台（“有请……”），这是主持人的话，不是讲者的。请在 \
        `to` 里引那之前的最后一句话，主持人的话就会成为下一讲的引言。",
    example: "agi/forum.yaml",
    wrong: "from: 尊敬的各位来宾，大家好",
    right: "from: 尊敬的各位来宾，大家好\n    to: {quote: 谢谢大家。, after: 请大家指正}",
}

TurnsOutOfOrder "turns-out-of-order" Error {
    en: "a turn does not come after the one above it",
    zh: "发言的次序与原稿不符",
    text: "A turn lasts until the next one, so turns and hosts are listed in the order of the \
        transcript. Put them into that order, or quote other first words.",
    text_zh: "一次发言到下一次发言为止，所以发言和主持人都按原稿的次序排列。请调整次序，或者改引\
        别的开头。",
    example: "agi/forum.yaml",
    wrong: "    - wei-kai: 好，这个回答很实在\n    - qiao-yu: 谢谢魏所长\n",
    right: "    - qiao-yu: 谢谢魏所长\n    - wei-kai: 好，这个回答很实在\n",
}

TurnOutside "turn-outside" Error {
    en: "a turn is not within its talk",
    zh: "发言不在这一讲之内",
    text: "Its words come before the talk begins or after it has ended. Quote words of that \
        talk, or move the turn to the talk that has them.",
    text_zh: "引的话在这一讲开始之前，或者结束之后。请引这一讲里的话，或者把发言移到有这句话的一\
        讲。",
    example: "agi/forum.yaml",
    wrong: "- qiao-yu: 再次感谢各位",
    right: "- qiao-yu: 谢谢魏所长",
}

NoTurns "no-turns" Warning {
    en: "a talk of several speakers has no turns",
    zh: "一讲有几位讲者，却没有标出各人的发言",
    text: "A reader cannot tell who says what, and no words are attributed to anybody. Add \
        `turns` with the first words of each, as in the help.",
    text_zh: "读者分不清哪句话是谁说的，话也不归任何人。请按 `help` 所说加上 `turns`，写明每次发\
        言的第一句话。",
    example: "agi/forum.yaml",
    wrong: "speakers: [li-hua, lu-fan]",
    right: "speakers: [li-hua]",
}

WordsWithoutSpeaker "words-without-speaker" Warning {
    en: "the first words of a talk have no speaker",
    zh: "一讲开头的话没有归属",
    text: "The first turn begins later than the talk does, and several speakers could have \
        spoken before it. Add a turn above it for whoever speaks there.",
    text_zh: "第一次发言比这一讲开始得晚，之前的话可能是几位讲者中的任何一位说的。请在上面加一次\
        发言，写明是谁。",
    example: "agi/forum.yaml",
    wrong: "    turns:\n    - qiao-yu: 谢谢魏所长\n",
    right: "    turns:\n    - wei-kai: 各位下午好，我们开始讨论\n    - qiao-yu: 谢谢魏所长\n",
}

DateOutside "date-outside" Error {
    en: "a talk or a session is on a day on which its forum is not",
    zh: "一讲或一个环节的日期不在论坛的日期之内",
    text: "The day of a talk lies within those of its session, and the days of a session within \
        those of the forum. Correct the day, or write the first and the last day of the whole: \
        `date: 2024-07-04/06`.",
    text_zh: "一讲的日期应在所在环节的日期之内，环节的日期应在论坛的日期之内。请改正日期，或者给论\
        坛（或环节）写上起止日期：`date: 2024-07-04/06`。",
    example: "agi/forum.yaml",
    wrong: "- id: opening\n  title: 开幕\n  date: 2024-07-06\n",
    right: "- id: opening\n  title: 开幕\n",
}

DatesBackwards "dates-backwards" Warning {
    en: "a talk or a session is on a day before that of what stands above it",
    zh: "一讲或一个环节的日期早于上文",
    text: "The programme is in the order in which it took place. One of the two days is wrong, or \
        the talks are not in order.",
    text_zh: "议程按先后排列。两个日期中有一个写错了，或者次序不对。",
    example: "agi/forum.yaml",
    wrong: "- {id: morning, date: 2024-07-06, …}\n- {id: evening, date: 2024-07-04, …}",
    right: "- {id: morning, date: 2024-07-04, …}\n- {id: evening, date: 2024-07-06, …}",
}

StartsBackwards "starts-backwards" Warning {
    en: "a `start` is earlier than one above it",
    zh: "`start` 时间早于上文",
    text: "Talks and turns follow one another in the recording. One of the two times is wrong: \
        correct it, written hours:minutes:seconds.",
    text_zh: "录像里各讲、各次发言依次相接，两个时间中有一个写错了。请改正，写成 时:分:秒。",
    example: "agi/forum.yaml",
    wrong: "    - qiao-yu: {quote: 谢谢魏所长, start: 20:10}\n\
        \x20   - wei-kai: {quote: 好，这个回答很实在, start: 2:30}\n",
    right: "    - qiao-yu: {quote: 谢谢魏所长, start: 20:10}\n\
        \x20   - wei-kai: {quote: 好，这个回答很实在, start: 22:30}\n",
}

StartsElsewhere "starts-elsewhere" Warning {
    en: "a `start` is far from the time that the transcript has there",
    zh: "`start` 与原稿中的时间相差很远",
    text: "The transcript has times of its own, and the first words of the talk or turn are said \
        at another one. The times from there to the next `start` move by the difference. If the \
        recording is ahead of the transcript throughout, write the difference as `offset` of the \
        forum; else correct `start`, if it is wrong.",
    text_zh: "原稿自带时间，而这一讲或这次发言的第一句话在另一个时间。从这里到下一个 `start`，原稿\
        里的时间都按这个差数移动。如果整个录像都比原稿的时间晚，请把差数写成论坛的 `offset`；\
        如果 `start` 写错了，请改正。",
    example: "agi/forum.yaml",
    wrong: "start: 1:15:00",
    right: "start: 1:15",
}

OffsetUnused "offset-unused" Warning {
    en: "an `offset` moves nothing",
    zh: "`offset` 没有作用",
    text: "It says by how much the recording is ahead of the times of the transcript. Either the \
        transcript has no times there, or with this offset all of them lie before the recording \
        begins.",
    text_zh: "它说的是录像比原稿的时间晚多少。要么那里的原稿没有时间，要么按它移动后，所有的时间都\
        在录像开始之前。",
    example: "agi/forum.yaml",
    wrong: "venue: 上海·徐汇西岸\noffset: 5:12\norganizer: 中国信息通信研究院\n",
    right: "venue: 上海·徐汇西岸\norganizer: 中国信息通信研究院\n",
}

CutInverted "cut-inverted" Error {
    en: "a cut ends before it begins",
    zh: "要移出的文字，结尾在开头之前",
    text: "The words in `to` come before those in `from`. Exchange them, or quote other words.",
    text_zh: "`to` 里的话在 `from` 里的话之前。请对调，或者改引别的话。",
    example: "agi/forum.yaml",
    wrong: "- {from: 喂喂，试一下, to: 下面是圆桌。, why: 试音}",
    right: "- {from: 喂喂，试一下, to: 一下话筒。, why: 试音}",
}

CutsOverlap "cuts-overlap" Error {
    en: "a cut begins within another",
    zh: "两段要移出的文字重叠",
    text: "Every character that is left out is left out once, for one reason. Make one cut of \
        them, or let the second begin where the first has ended.",
    text_zh: "每个移出的字只移出一次，只有一个理由。请合成一段，或者让第二段从第一段结束的地方开\
        始。",
    example: "agi/forum.yaml",
    wrong: "- {from: 喂喂，试一下, to: 一下话筒。好, why: 试音}\n\
        - {from: 话筒。好的, to: 好的，, why: 也是}",
    right: "- {from: 喂喂，试一下, to: 一下话筒。, why: 试音}",
}

CutOverEdge "cut-over-edge" Warning {
    en: "a cut spans the beginning or end of a talk",
    zh: "要移出的文字跨越了一讲的开头或结尾",
    text: "It leaves out words of the talk and words beside it. Make two cuts of it if both \
        sides are meant, so that each says why; else quote words on one side only.",
    text_zh: "移出的文字一部分在这一讲里，一部分在它旁边。两边都要移出，请分成两段，各写理由；否\
        则只引一边的话。",
    example: "agi/forum.yaml",
    wrong: "- {from: 谢谢陶院士, to: 我们开始讨论。, why: 过渡}",
    right: "- {from: 喂喂，试一下, to: 一下话筒。, why: 试音}",
}

QuoteInCut "quote-in-cut" Warning {
    en: "the first or last words of a talk are cut",
    zh: "一讲开头或结尾的引文已被移出",
    text: "The words by which the talk is found are not on its page. Quote in `from` the first \
        words that are kept, in `to` the last.",
    text_zh: "用来确定这一讲位置的话不在它的页面上。请在 `from` 里引留下的第一句话，在 `to` 里引\
        留下的最后一句话。",
    example: "agi/forum.yaml",
    wrong: "- {from: 大家好啊，今天, to: 非常荣幸，, why: 客套}",
    right: "- {from: 喂喂，试一下, to: 一下话筒。, why: 试音}",
}
}

        }
    };
}
