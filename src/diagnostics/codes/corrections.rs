//! Codes of the text rules: corrections, mentions of people, published permalinks.

macro_rules! corrections {
    ([$($rest:ident)*] $($before:tt)*) => {
        collect! { [$($rest)*] $($before)*

Corrections "Corrections, names and permalinks" "勘误、人名与永久链接" {
CorrectionUnused "correction-unused" Warning {
    en: "a correction changes nothing",
    zh: "更正没有改动任何文字",
    text: "The misheard word does not occur where the entry applies: it is not in the \
        transcript, or only in a cut, only in other talks than `in` names, or only as a part of \
        longer words. The label says which. Remove the entry, or correct it as the help says.",
    text_zh: "听错的词在这一条管到的范围里没有出现：原稿里没有，或者只在移出的文字里，只在 `in` \
        没有写的几讲里，只是更长的词的一部分。标注里写明是哪一种。请删去这一条，或者按 `help` 所\
        说改正。",
    example: "agi/corrections.yaml",
    wrong: "- {heard: 联营, meant: 联影}",
    right: "- {heard: 新通院, meant: 信通院}",
}

CorrectionPartial "correction-partial" Warning | Note {
    en: "a correction changes some places and leaves others",
    zh: "更正改动了一些地方，保留了另一些",
    text: "Where the misheard word is only a part of longer words it is left alone. Look whether \
        the places that were changed are all misheard, and name their talks with `in` where not \
        all are; correct the longer words with entries of their own. With `in` it is only a \
        note, since somebody has looked at those talks.",
    text_zh: "听错的词若只是更长的词的一部分，就不会改。请看看改了的地方是不是都听错了，不全是就\
        用 `in` 写明哪几讲；更长的词另写一条更正。写了 `in` 的只作提示，因为那几讲已经有人看过。",
    example: "agi/corrections.yaml",
    wrong: "- {heard: 数据, meant: 数具}",
    right: "- {heard: 数据, meant: 数具, in: [roundtable]}",
}

CorrectionOfNothing "correction-of-nothing" Error {
    en: "a word is corrected to itself",
    zh: "更正前后相同",
    text: "`heard` and `meant` are the same. Write what was meant, or remove the entry.",
    text_zh: "`heard` 和 `meant` 一样。请写上本来是什么，或者删去这一条。",
    example: "agi/corrections.yaml",
    wrong: "- {heard: 新通院, meant: 新通院}",
    right: "- {heard: 新通院, meant: 信通院}",
}

CorrectionDeletes "correction-deletes" Error {
    en: "a correction would delete what was said",
    zh: "更正会删去原话",
    text: "A correction says what was meant instead, and `meant` is empty. To leave words out, \
        use `cut` in forum.yaml, which says why.",
    text_zh: "更正写的是本来说了什么，而 `meant` 是空的。要略去一段话，请用 forum.yaml 的 `cut`，\
        那里会写明理由。",
    example: "agi/corrections.yaml",
    wrong: "- {heard: 新通院, meant: \"\"}",
    right: "- {heard: 新通院, meant: 信通院}",
}

DuplicateCorrection "duplicate-correction" Error {
    en: "a word is corrected twice in the same talks",
    zh: "同一个词在相同的几讲里更正了两次",
    text: "It is not clear which of the two is meant. Keep one of them, or tell them apart by \
        `in`.",
    text_zh: "不清楚以哪一条为准。请只留一条，或者用 `in` 分开。",
    example: "agi/corrections.yaml",
    wrong: "- {heard: 新通院, meant: 信通院}\n- {heard: 新通院, meant: 中国信通院}",
    right: "- {heard: 新通院, meant: 信通院}",
}

LeftAlone "left-alone" Note {
    en: "a rule saw something and left it as it is",
    zh: "规则发现了可疑之处，但未作改动",
    text: "Where a rule is not sure, the text stays as it was said; the message says why. If \
        something else was meant, correct it in corrections.yaml.",
    text_zh: "规则没有把握的地方，文字照原样保留；理由写在消息里。若本来是别的意思，请在 \
        corrections.yaml 里更正。",
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
    text_zh: "它可能指几位讲者，也可能是普通的词，或者只是读音像某个称呼。链接错了不如没有。若确\
        指其中一位，请在这一讲或这场论坛的 `called` 里写明，或者在 corrections.yaml 里更正。",
    example: "agi/forum.yaml",
    wrong: "called: {}   # 李院长 could be 李华 or 李明",
    right: "called: {李院长: li-hua}",
}

PermalinksLost "permalinks-lost" Warning {
    en: "published permalinks are not in the transcript any more",
    zh: "已经公布的链接在原稿里找不到了",
    text: "permalinks.lock records each permalink with the characters around it, and these are \
        not found in the text any more. Such a permalink now leads to the passage before it: \
        look whether that is right, or restore the transcript. `gen lock` accepts it as it is.",
    text_zh: "permalinks.lock 记下每个公布过的链接和它前后的字，现在文中找不到这些字了。这样的链\
        接如今指向前面的一段：请看看是否合适，或者恢复原稿。`gen lock` 会照现状记下来。",
    example: "",
    wrong: "$ git diff --stat\n content/agi/transcript.md | 40 --------------------",
    right: "$ git checkout content/agi/transcript.md",
}

AddressGone "address-gone" Warning | Note {
    en: "a published address is gone",
    zh: "已经公布的网址不存在了",
    text: "addresses.lock has the addresses of forums, sessions, speakers, topics and \
        organisations that were published. This one has no page any more. Where it is told by \
        name or by its talks what took its place, the old page leads there, and this is a note. \
        Else the old page lists its talks: restore the id, or say with `moved` in site.yaml where \
        the address should lead. `gen lock --check` fails until then.",
    text_zh: "addresses.lock 记下了公布过的论坛、环节、讲者、主题和机构的网址，这一个现在没有页面\
        了。凭名称或所含演讲能认出改成了什么的，旧页面会指向新页面，这里只作提示。认不出的，旧页面\
        列出当时的演讲：请改回原来的代号，或在 site.yaml 里用 `moved` 写明通向哪里；在此之前 \
        `gen lock --check` 不通过。",
    example: "",
    wrong: "$ git diff content/speakers.yaml\n-- id: tao-dacheng",
    right: "$ echo 'moved: {speakers/tao-dacheng/: speakers/dacheng-tao/}' >> content/site.yaml",
}

MovedNowhere "moved-nowhere" Error {
    en: "`moved` names an address that cannot be used",
    zh: "`moved` 里的网址不能用",
    text: "The first address is one that is gone, the second one that the site has: both from the \
        top of the site, such as `speakers/tao-dacheng/`.",
    text_zh: "前一个是已不存在的网址，后一个是本站现有的页面；都从网站根目录写起，如 \
        `speakers/tao-dacheng/`。",
    example: "site.yaml",
    wrong: "moved: {speakers/tao/: speakers/nobody/}",
    right: "moved: {speakers/tao/: speakers/tao-dacheng/}",
}

DamagedLock "damaged-lock" Error {
    en: "a permalinks.lock or addresses.lock cannot be read",
    zh: "permalinks.lock 或 addresses.lock 已损坏",
    text: "The file is written by `gen lock` only; somebody edited it, or a merge left conflict \
        markers in it. Take it back from version control and run `gen lock`, which brings it up \
        to date and keeps every permalink that was published.",
    text_zh: "这个文件只由 `gen lock` 来写；有人改过它，或者合并时留下了冲突标记。请从版本库里取\
        回，再运行 `gen lock`，它会更新文件，并保留每一个公布过的链接。",
    example: "",
    wrong: "$ git diff content/agi/permalinks.lock\n+<<<<<<< HEAD",
    right: "$ git checkout --ours content/agi/permalinks.lock && gen lock",
}
}

        }
    };
}
