//! The keys of a forum's `forum.yaml`: the forum, its sessions, cuts and recording. Those of a talk
//! are in [`talks`](super::talks).

use super::key_handle::{Key, Mapping, first_of_each, keys};
use super::key_spec::{Bilingual, KeySpec, ListItem, MappingSpec, ValueKind};
use super::talks::{quote, talk, turn_quote};

/// `forum.yaml` as a whole.
pub mod forum {
    use super::*;
    use crate::model::LineScript;

    /// The type of the keys of this mapping.
    #[derive(Debug)]
    pub struct Keys;

    const LANGUAGES_OF_LINES: [&str; LineScript::LANGUAGES.len()] =
        first_of_each(&LineScript::LANGUAGES);

    keys!(
        TITLE = KeySpec::new("title", ValueKind::Name)
            .required()
            .means("the name of the forum", "论坛的名称")
            .example("迈向AGI：大模型焕新与产业赋能"),
        DATE = KeySpec::new("date", ValueKind::DateRange)
            .means(
                "the day, or the first and last day, such as `2024-07-04/06`; where it is missing, \
                 that of the transcript's heading, and the days of sessions and talks",
                "日期；开几天的，写起止日期，如 `2024-07-04/06`；不写就取自原稿首行，以及各环节、\
                 各讲的日期",
            )
            .example("2024-07-05"),
        VENUE = KeySpec::new("venue", ValueKind::Line)
            .means("where it took place", "在哪里举行")
            .example("上海·徐汇西岸"),
        ORGANIZER = KeySpec::new("organizer", ValueKind::Line)
            .means("who held it", "主办方")
            .example("中国信息通信研究院"),
        VIDEO = KeySpec::new("video", ValueKind::Mapping(&video::Keys::SPEC))
            .means(
                "the recording; where it is missing, that of the transcript's heading",
                "录像；不写就取自原稿首行",
            )
            .example("{bilibili: BV1iT421k7Bv, part: 31}"),
        OFFSET = KeySpec::new("offset", ValueKind::Offset)
            .default("0")
            .means(
                "by how much the recording is ahead of the times of the transcript, or of `times`, \
                 because it has a trailer, say; a `start` is a time of the recording and is not \
                 moved",
                "录像比原稿（或 `times` 那份）的时间晚多少，比如录像有片头；`start` 写的是录像里的\
                 时间，不再加",
            )
            .example("5:12"),
        TRANSCRIPT = KeySpec::new("transcript", ValueKind::Path)
            .default("transcript.md")
            .means(
                "the name of the transcript's file, which lies in the folder of the forum",
                "原稿的文件名，与 `forum.yaml` 放在同一目录",
            )
            .example("talks.srt"),
        LANGUAGE_LINES = KeySpec::new("language_lines", ValueKind::OneOf(&LANGUAGES_OF_LINES))
            .means(
                "the language of the lines to be published, where subtitles have every line in \
                 two languages",
                "双语字幕里发布哪种语言的那一行",
            )
            .example("zh"),
        TIMES = KeySpec::new("times", ValueKind::Path)
            .means(
                "a second transcript of the same recording, in the folder of the forum, for its \
                 times: its words are looked for in the first, whose text stays the published one",
                "同一录像的另一份转写（同一目录），只取它的时间：按文字与原稿对齐，发布的仍是原稿",
            )
            .example("bilibili.srt"),
        CALLED = KeySpec::new("called", ValueKind::NamedIds)
            .means(
                "forms of address that hold within the forum, each with the id of the speaker",
                "本场论坛里的称呼，各指哪位讲者（写代号）",
            )
            .example("{陶院士: tao-dacheng}"),
        VOICES = KeySpec::new("voices", ValueKind::NamedIds)
            .means(
                "whose the voices are that the transcript tells apart; a voice that is named as a \
                 speaker's `name` or `heard_as` is theirs without it",
                "原稿里各个发言人标签是谁（写代号）；标签就是讲者的姓名或 `heard_as` 时不必写",
            )
            .example("{发言人1: wei-kai, SPEAKER_02: qiao-yu}"),
        HOSTS = KeySpec::new("hosts", ValueKind::List(ListItem::Turn(&turn_quote::Keys::SPEC)))
            .means(
                "who leads through the programme, from which words on; where it is missing, \
                 words between talks are the chair's of the session",
                "从哪句话起由谁主持；不写，讲与讲之间的话归该环节的主持人",
            )
            .example("[{lu-fan: 各位来宾下午好}]"),
        CUT = KeySpec::new("cut", ValueKind::List(ListItem::Mapping(&cut::Keys::SPEC)))
            .means(
                "stretches that are left out of the pages, but not out of the record",
                "不放进各页的文字，仍留在全程实录里",
            )
            .example("[{from: 喂喂, to: 试一下话筒, why: 试音}]"),
        SESSIONS =
            KeySpec::new("sessions", ValueKind::List(ListItem::Mapping(&session::Keys::SPEC)))
                .required()
                .means("the sessions, in the order of the transcript", "各个环节，按原稿的次序")
                .example("\n- {id: keynotes, title: 全球前瞻主旨演讲, talks: []}"),
    );

    impl Mapping for Keys {
        const SPEC: MappingSpec = MappingSpec {
            name: "a forum",
            title: Bilingual { en: "A forum", zh: "论坛" },
            example: None,
            keys: ALL,
        };
    }
}

/// A session of a forum.
pub mod session {
    use super::*;

    /// The type of the keys of this mapping.
    #[derive(Debug)]
    pub struct Keys;

    keys!(
        ID = KeySpec::new("id", ValueKind::Id)
            .required()
            .means("the id of the session", "环节的代号")
            .example("keynotes"),
        TITLE = KeySpec::new("title", ValueKind::Name)
            .required()
            .means("the name of the session", "环节的名称")
            .example("全球前瞻主旨演讲"),
        DATE = KeySpec::new("date", ValueKind::DateRange)
            .means(
                "its day or days, in a forum of several; where it is missing, from the first to \
                 the last day of its talks if each has one, else those of the forum",
                "论坛开几天时，这个环节在哪天或哪几天；不写，各讲都写了日期就从各讲得出，否则与\
                 论坛相同",
            )
            .example("2024-07-04"),
        VIDEO = KeySpec::new("video", ValueKind::Mapping(&video::Keys::SPEC))
            .means(
                "the recording, if the session has one of its own; times of the transcript may \
                 begin anew there, and `part` alone is one of the forum's video",
                "这个环节单独的录像，原稿的时间可以从这里重新开始；只写 `part`，就是论坛视频的\
                 另一集",
            )
            .example("{bilibili: BV1iT421k7Bv, part: 32}"),
        OFFSET = KeySpec::new("offset", ValueKind::Offset)
            .means(
                "by how much the recording is ahead of the times of the transcript in this \
                 session; where it is missing, 0 for a recording of its own, else as for the forum",
                "这个环节里，录像比原稿的时间晚多少；不写，有单独的录像就是 0，否则与论坛相同",
            )
            .example("5:12"),
        CHAIR = KeySpec::new("chair", ValueKind::Id)
            .means(
                "the id of the speaker who leads through it; words between its talks are theirs",
                "主持人的代号；讲与讲之间的话归这个人",
            )
            .example("lu-fan"),
        TALKS = KeySpec::new("talks", ValueKind::List(ListItem::Mapping(&talk::Keys::SPEC)))
            .means("the talks, in the order of the transcript", "各讲，按原稿的次序")
            .example(
                "\n- {id: tao-dacheng, kind: keynote, title: 大模型的道与术, from: 呃，大家好啊}",
            ),
    );

    impl Mapping for Keys {
        const SPEC: MappingSpec = MappingSpec {
            name: "a session",
            title: Bilingual { en: "A session", zh: "环节" },
            example: None,
            keys: ALL,
        };
    }
}

/// A stretch that is left out of the pages.
pub mod cut {
    use super::*;

    /// The type of the keys of this mapping.
    #[derive(Debug)]
    pub struct Keys;

    keys!(
        FROM = KeySpec::new("from", ValueKind::Quote(&quote::Keys::SPEC))
            .required()
            .means("its first words", "开头的话，照抄")
            .example("喂喂"),
        TO = KeySpec::new("to", ValueKind::Quote(&quote::Keys::SPEC))
            .required()
            .means("its last words", "结尾的话，照抄")
            .example("试一下话筒"),
        WHY = KeySpec::new("why", ValueKind::Line)
            .required()
            .means("why it is left out", "为什么移出")
            .example("试音"),
    );

    impl Mapping for Keys {
        const SPEC: MappingSpec = MappingSpec {
            name: "a cut",
            title: Bilingual { en: "A cut", zh: "移出的文字" },
            example: None,
            keys: ALL,
        };
    }
}

/// The recording of a forum.
pub mod video {
    use super::*;

    /// The type of the keys of this mapping.
    #[derive(Debug)]
    pub struct Keys;

    keys!(
        BILIBILI = KeySpec::new("bilibili", ValueKind::Identifier)
            .means(
                "the id of a video on Bilibili; a video is in one place only",
                "哔哩哔哩上的视频号；录像只写一处",
            )
            .of_form("^BV[1-9A-HJ-NP-Za-km-z]{10}$")
            .example("BV1iT421k7Bv"),
        PART = KeySpec::new("part", ValueKind::Number)
            .means("which part of the video on Bilibili", "哔哩哔哩视频的第几集")
            .example("31"),
        YOUTUBE = KeySpec::new("youtube", ValueKind::Identifier)
            .means("the id of a video on YouTube", "YouTube 上的视频号")
            .of_form("^[A-Za-z0-9_-]{11}$")
            .example("dQw4w9WgXcQ"),
        PEERTUBE = KeySpec::new("peertube", ValueKind::Url)
            .means("the address of a video's page on PeerTube", "PeerTube 上视频页面的网址")
            .of_form("^https?://[^/?#]+/(w|videos/watch)/[A-Za-z0-9-]+$")
            .example("https://tube.example.org/w/9c9de5e8"),
        FILE = KeySpec::new("file", ValueKind::Url)
            .means("the address of a video or sound file", "视频或音频文件的网址")
            .of_form("^https?://[^\\s\"'<>?#]+$")
            .example("https://example.org/forum.mp4"),
        PLAYER = KeySpec::new("player", ValueKind::Flag)
            .default("false")
            .means(
                "whether pages may show the player, once a reader asks for it",
                "读者点了之后，页面上可否显示播放器",
            )
            .example("true"),
    );

    impl Mapping for Keys {
        const SPEC: MappingSpec = MappingSpec {
            name: "a video",
            title: Bilingual { en: "A recording", zh: "录像" },
            example: None,
            keys: ALL,
        };
    }
}
