//! Codes of the rules for reading: corrections, mentions of people, published permalinks.

macro_rules! corrections {
    ([$($rest:ident)*] $($before:tt)*) => {
        collect! { [$($rest)*] $($before)*

Corrections "Corrections, names and permalinks" "勘误、人名与永久链接" {
CorrectionUnused "correction-unused" Warning {
    en: "a correction changes nothing",
    zh: "勘误没有改动任何文字",
    text: "The misheard word does not occur where the entry applies: it is not in the \
        transcript, or only in a cut, only in other talks than `in` names, or only as a part of \
        longer words. The label says which. Remove the entry, or correct it as the help says.",
    example: "agi/corrections.yaml",
    wrong: "- {heard: 联营, meant: 联影}",
    right: "- {heard: 新通院, meant: 信通院}",
}

CorrectionPartial "correction-partial" Warning | Note {
    en: "a correction changes some places and leaves others",
    zh: "勘误改动了一些地方，保留了另一些",
    text: "Where the misheard word is only a part of longer words it is left alone. Look whether \
        the places that were changed are all misheard, and name their talks with `in` where not \
        all are; correct the longer words with entries of their own. With `in` it is only a \
        note, since somebody has looked at those talks.",
    example: "agi/corrections.yaml",
    wrong: "- {heard: 数据, meant: 数具}",
    right: "- {heard: 数据, meant: 数具, in: [roundtable]}",
}

CorrectionOfNothing "correction-of-nothing" Error {
    en: "a word is corrected to itself",
    zh: "勘误前后相同",
    text: "`heard` and `meant` are the same. Write what was meant, or remove the entry.",
    example: "agi/corrections.yaml",
    wrong: "- {heard: 新通院, meant: 新通院}",
    right: "- {heard: 新通院, meant: 信通院}",
}

CorrectionDeletes "correction-deletes" Error {
    en: "a correction would delete what was said",
    zh: "勘误会删去原话",
    text: "A correction says what was meant instead, and `meant` is empty. To leave words out, \
        use `cut` in forum.yaml, which says why.",
    example: "agi/corrections.yaml",
    wrong: "- {heard: 新通院, meant: \"\"}",
    right: "- {heard: 新通院, meant: 信通院}",
}

DuplicateCorrection "duplicate-correction" Error {
    en: "a word is corrected twice in the same talks",
    zh: "同一词在相同演讲中重复勘误",
    text: "It is not clear which of the two is meant. Keep one of them, or tell them apart by \
        `in`.",
    example: "agi/corrections.yaml",
    wrong: "- {heard: 新通院, meant: 信通院}\n- {heard: 新通院, meant: 中国信通院}",
    right: "- {heard: 新通院, meant: 信通院}",
}

LeftAlone "left-alone" Note {
    en: "a rule saw something and left it as it is",
    zh: "规则发现了可疑之处，但未作改动",
    text: "Where a rule is not sure, the text stays as it was said; the message says why. If \
        something else was meant, correct it in corrections.yaml.",
    example: "agi/corrections.yaml",
    wrong: "- {heard: 非常荣, meant: 非尝荣}",
    right: "- {heard: 非常荣幸, meant: 非尝荣幸}",
}

MentionUnsure "mention-unsure" Note {
    en: "a name is linked to nobody, since it is not clear who is meant",
    zh: "所指不明，未链接到任何讲者",
    text: "It could be several speakers, is an ordinary word as well, or only sounds like a form \
        of address. A wrong link is worse than none. Where one of them is meant, say so with \
        `called` of the talk or the forum, or correct the word in corrections.yaml.",
    example: "agi/forum.yaml",
    wrong: "called: {}   # 李院长 could be 李华 or 李明",
    right: "called: {李院长: li-hua}",
}

PermalinksLost "permalinks-lost" Warning {
    en: "published permalinks are not in the transcript any more",
    zh: "已发布的永久链接在转录稿中已无处可寻",
    text: "permalinks.lock records each permalink with the characters around it, and these are \
        not found in the text any more. Such a permalink now leads to the passage before it: \
        look whether that is right, or restore the transcript. `gen lock` accepts it as it is.",
    example: "",
    wrong: "$ git diff --stat\n content/agi/transcript.md | 40 --------------------",
    right: "$ git checkout content/agi/transcript.md",
}

DamagedLock "damaged-lock" Error {
    en: "a permalinks.lock cannot be read",
    zh: "permalinks.lock 已损坏",
    text: "The file is written by `gen lock` only; somebody edited it, or a merge left conflict \
        markers in it. Take it back from version control and run `gen lock`, which brings it up \
        to date and keeps every permalink that was published.",
    example: "",
    wrong: "$ git diff content/agi/permalinks.lock\n+<<<<<<< HEAD",
    right: "$ git checkout --ours content/agi/permalinks.lock && gen lock",
}
}

        }
    };
}
