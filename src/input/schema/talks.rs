//! The keys of a talk in `forum.yaml`, of its speakers, and of quotes.

use super::forum_yaml::video;
use super::key_handle::{Key, Mapping, first_of_each, keys};
use super::key_spec::{Bilingual, KeySpec, ListItem, MappingSpec, ValueKind};

/// A talk of a session.
pub mod talk {
    use super::*;
    use crate::model::TalkKind;

    /// The type of the keys of this mapping.
    #[derive(Debug)]
    pub struct Keys;

    const KINDS: [&str; TalkKind::ALL.len()] = first_of_each(&TalkKind::ALL);

    keys!(
        ID = KeySpec::new("id", ValueKind::Id)
            .required()
            .means(
                "the id of the talk, which becomes the address of its page",
                "这一讲的代号，也是网页的地址",
            )
            .example("tao-dacheng"),
        KIND = KeySpec::new("kind", ValueKind::OneOf(&KINDS))
            .required()
            .means("what kind of talk it is", "属于哪一类")
            .example("keynote"),
        TITLE = KeySpec::new("title", ValueKind::Name)
            .required()
            .means("the title of the talk", "题目")
            .example("大模型的道与术"),
        SPEAKERS =
            KeySpec::new("speakers", ValueKind::List(ListItem::IdOr(&appearance::Keys::SPEC)))
                .means("who speaks", "由谁来讲")
                .example("[tao-dacheng]"),
        DATE = KeySpec::new("date", ValueKind::Date)
            .means(
                "its day, in a forum of several days; where it is missing, those of the session",
                "论坛开几天时，这一讲在哪天；不写就与所在环节相同",
            )
            .example("2024-07-04"),
        CHAIR = KeySpec::new("chair", ValueKind::Id)
            .means("the id of the speaker who leads a panel", "圆桌主持人的代号")
            .example("wei-kai"),
        FROM = KeySpec::new("from", ValueKind::Quote(&quote::Keys::SPEC))
            .required()
            .means("the first words, quoted from the transcript", "第一句话，照抄原稿")
            .example("呃，大家好啊，今天非常荣幸哈"),
        TO = KeySpec::new("to", ValueKind::Quote(&quote::Keys::SPEC))
            .means(
                "the last words; where it is missing, the talk goes on to the next one",
                "最后一句话，照抄原稿；不写就到下一讲为止",
            )
            .example("好的，我的演讲就到这里"),
        START = KeySpec::new("start", ValueKind::Time)
            .means(
                "when it begins in the recording; the times of the transcript from there to the \
                 next `start` move by as much; where it is missing, as these times say",
                "在录像的哪一秒开始；从这里到下一个 `start`，原稿里的时间都随之移动；不写就按原稿里\
                 的时间",
            )
            .example("1:02:03"),
        VIDEO = KeySpec::new("video", ValueKind::Mapping(&video::Keys::SPEC))
            .means(
                "the recording, if the talk has one of its own; as for a session",
                "这一讲单独的录像；与环节的写法相同",
            )
            .example("{youtube: dQw4w9WgXcQ}"),
        OFFSET = KeySpec::new("offset", ValueKind::Offset)
            .means(
                "by how much the recording is ahead of the times of the transcript in this talk; \
                 where it is missing, 0 for a recording of its own, else as for the session",
                "这一讲里，录像比原稿的时间晚多少；不写，有单独的录像就是 0，否则与环节相同",
            )
            .example("5:12"),
        ABSTRACT = KeySpec::new("abstract", ValueKind::Line)
            .means("a few sentences on the talk", "几句话的摘要")
            .example("从理论到应用，谈大模型的可解释性"),
        TOPICS = KeySpec::new("topics", ValueKind::List(ListItem::Text))
            .means("what it is about", "主题词")
            .example("[大模型, 可解释性]"),
        VOICES = KeySpec::new("voices", ValueKind::NamedIds)
            .means(
                "whose the voices of the transcript are in this talk, where the forum's `voices` \
                 are wrong",
                "这一讲里的发言人标签是谁（写代号）；整场论坛的 `voices` 在这里不对时才写",
            )
            .example("{发言人1: qiao-yu}"),
        CALLED = KeySpec::new("called", ValueKind::NamedIds)
            .means(
                "forms of address that hold within the talk, each with the id of the speaker",
                "这一讲里的称呼，各指哪位讲者（写代号）",
            )
            .example("{陶院士: tao-dacheng}"),
        TURNS = KeySpec::new("turns", ValueKind::List(ListItem::Turn(&turn_quote::Keys::SPEC)))
            .means(
                "who speaks, from which words on: the id of a speaker and the first words of the \
                 turn",
                "从哪句话起是谁在说：讲者的代号，和发言的第一句话",
            )
            .example("[{wei-kai: 大家下午好}]"),
    );

    impl Mapping for Keys {
        const SPEC: MappingSpec = MappingSpec {
            name: "a talk",
            title: Bilingual { en: "A talk", zh: "一讲" },
            example: None,
            keys: ALL,
        };
    }
}

/// A speaker of a talk, with title and affiliation on that day.
pub mod appearance {
    use super::*;

    /// The type of the keys of this mapping.
    #[derive(Debug)]
    pub struct Keys;

    keys!(
        ID = KeySpec::new("id", ValueKind::Id)
            .required()
            .means("the id of the speaker", "讲者的代号")
            .example("tao-dacheng"),
        TITLE = KeySpec::new("title", ValueKind::Name)
            .means(
                "the position or title on that day, where `speakers.yaml` has another",
                "当天的职务或头衔，与 `speakers.yaml` 不同时写",
            )
            .example("杰出教授"),
        AFFILIATION = KeySpec::new("affiliation", ValueKind::Line)
            .means(
                "where the speaker worked on that day, where `speakers.yaml` has another",
                "当天的所在单位，与 `speakers.yaml` 不同时写",
            )
            .example("南洋理工大学"),
    );

    impl Mapping for Keys {
        const SPEC: MappingSpec = MappingSpec {
            name: "a speaker of a talk",
            title: Bilingual { en: "A speaker of a talk", zh: "一讲的讲者" },
            example: None,
            keys: ALL,
        };
    }
}

const QUOTE: KeySpec = KeySpec::new("quote", ValueKind::Words)
    .required()
    .means("words that stand in the transcript", "原稿里的话，照抄")
    .example("谢谢。");

const AFTER: KeySpec = KeySpec::new("after", ValueKind::Words)
    .means(
        "words that stand only once, somewhere before them: they tell the quote apart from the \
         same words elsewhere",
        "前面某处的话，原稿里只出现一次；同样的话出现几次时，靠它分清是哪一处",
    )
    .example("以上就是我的报告");

/// Words of the transcript, and words before them.
pub mod quote {
    use super::*;

    /// The type of the keys of this mapping.
    #[derive(Debug)]
    pub struct Keys;

    keys!(QUOTE = super::QUOTE, AFTER = super::AFTER);

    impl Mapping for Keys {
        const SPEC: MappingSpec = MappingSpec {
            name: "a quote",
            title: Bilingual { en: "A quote", zh: "引文" },
            example: None,
            keys: ALL,
        };
    }
}

/// The first words of a turn, with the time at which they are spoken.
pub mod turn_quote {
    use super::*;

    /// The type of the keys of this mapping.
    #[derive(Debug)]
    pub struct Keys;

    keys!(
        QUOTE = super::QUOTE,
        AFTER = super::AFTER,
        START = KeySpec::new("start", ValueKind::Time)
            .means(
                "when the turn begins in the recording; the times of the transcript from there to \
                 the next `start` move by as much; where it is missing, as these times say",
                "在录像的哪一秒开始；从这里到下一个 `start`，原稿里的时间都随之移动；不写就按原稿里\
                 的时间",
            )
            .example("1:02:03"),
    );

    impl Mapping for Keys {
        const SPEC: MappingSpec = MappingSpec {
            name: "a quote",
            title: Bilingual { en: "The quote of a turn", zh: "发言的引文" },
            example: None,
            keys: ALL,
        };
    }
}
