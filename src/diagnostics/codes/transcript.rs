//! Codes of the transcript: its file, its times, and the images that it names.

macro_rules! transcript {
    ([$($rest:ident)*] $($before:tt)*) => {
        collect! { [$($rest)*] $($before)*

Transcript "The transcript" "转录稿" {
NoTranscript "no-transcript" Error {
    en: "a forum's transcript is not there",
    zh: "找不到论坛的原稿",
    text: "A forum's folder has the recogniser's text as `transcript.md`, or as the file that \
        `transcript` in forum.yaml names: `.md`, or subtitles as `.srt` or `.vtt`, by its name \
        only, in the same folder.",
    text_zh: "论坛文件夹里要有识别原稿 `transcript.md`，或者 forum.yaml 的 `transcript` 写明的文\
        件：`.md`，或者 `.srt`、`.vtt` 字幕；放在同一个文件夹里，只写文件名。",
    example: "agi/forum.yaml",
    wrong: "transcript: ../transcript.md",
    right: "transcript: transcript.md",
}

EmptyTranscript "empty-transcript" Error {
    en: "a transcript has no words",
    zh: "原稿没有文字",
    text: "There is nothing to read but a head line, or nothing at all. Put the recogniser's text \
        into the file.",
    text_zh: "除了首行什么也没有，或者整个文件是空的。请把识别出的文字放进去。",
    example: "agi/transcript.md",
    wrong: "# 2024世界人工智能大会 - P31：论坛",
    right: "# 2024世界人工智能大会 - P31：论坛\n\n各位来宾下午好，……",
}

NoCues "no-cues" Error {
    en: "a file of subtitles has no cue",
    zh: "字幕文件里没有字幕条",
    text: "In `.srt` and `.vtt` only what is below a line of times is speech. A text without \
        times is named `….md`.",
    text_zh: "`.srt` 和 `.vtt` 里，只有时间行下面的才算讲话。没有时间的文字请命名为 `….md`。",
    example: "agi/talks.srt",
    wrong: "1\n各位来宾下午好",
    right: "1\n00:00:01,000 --> 00:00:03,500\n各位来宾下午好",
}

TimesBackwards "times-backwards" Warning {
    en: "a time of the transcript goes backwards",
    zh: "原稿中的时间倒退",
    text: "It is earlier than one above it and is not used. Where another recording begins, whose \
        times begin anew, give its session or talk a `video` of its own; else correct the time.",
    text_zh: "它比上面的时间还早，所以不用。若是从这里起换了一份录像、时间重新开始，请给那个环节\
        或那一讲写上单独的 `video`；否则请改正时间。",
    example: "agi/talks.srt",
    wrong: "00:01:10,000 --> 00:01:12,000\n我们\n\n2\n00:00:15,090 --> 00:00:17,944\n开始讨论",
    right: "00:01:10,000 --> 00:01:12,000\n我们\n\n2\n00:01:15,090 --> 00:01:17,944\n开始讨论",
}

TimesUnlike "times-unlike" Warning {
    en: "a second transcript gives no times",
    zh: "第二份转写提供不了时间",
    text: "`times` names another transcript of the same recording. Its words are looked for in \
        the first; where few are found it is of another recording, and where it has no times \
        there is nothing to take.",
    text_zh: "`times` 写的应是同一录像的另一份转写，程序按文字把它与原稿对齐。对得上的字太少，说\
        明不是同一段录像；它自己没有时间，也就无从取用。",
    example: "agi/forum.yaml",
    wrong: "times: transcript.md\n",
    right: "venue: 上海\n",
}

NoPunctuation "no-punctuation" Note {
    en: "a transcript has hardly any punctuation",
    zh: "原稿几乎没有标点",
    text: "Sentences cannot be told, so that the text is divided into passages at the ends of \
        lines and cues and at pauses. Many recognisers can write punctuation; their text reads \
        better.",
    text_zh: "没有标点就分不出句子，只能在换行、字幕条结束和停顿处分段。许多识别工具可以输出标点\
        ，读起来更好。",
    example: "agi/transcript.md",
    wrong: "大家好今天我们谈三张地图先说河流再说道路……",
    right: "大家好，今天我们谈三张地图。先说河流，再说道路。",
}

SpeakerChanges "speaker-changes" Note {
    en: "captions mark where somebody else speaks",
    zh: "字幕用 `>>` 标示换人说话",
    text: "`>>` says that the speaker changes, but not who speaks. It stays in the verbatim text \
        and is left out of the clean one. Name who speaks with `turns`.",
    text_zh: "`>>` 只说明换了人，没有说是谁。原文里保留，清稿里略去。请用 `turns` 写明是谁在说。",
    example: "agi/transcript.md",
    wrong: ">> 谢谢陶院士。",
    right: "谢谢陶院士。",
}

TwoLanguages "two-languages" Warning {
    en: "subtitles have every line in two languages",
    zh: "字幕每条都有两种语言",
    text: "Both are published, so that everything is said twice. Say with `language_lines` which \
        lines are to be published; the others stay in the account of the file as repeated.",
    text_zh: "两种语言都会发布，等于每句话说了两遍。请用 `language_lines` 写明发布哪种语言的那一\
        行，另一行在账目里记为重复。",
    example: "agi/forum.yaml",
    wrong: "transcript: bilingual.srt\n",
    right: "transcript: bilingual.srt\nlanguage_lines: zh\n",
}

Loop "loop" Warning {
    en: "the same words stand many times in a row",
    zh: "同样的话连续出现很多遍",
    text: "Recognisers fall into loops in silence and music. It is nobody's speech: leave it out \
        with a `cut`, which keeps it in the record and in the ledger.",
    text_zh: "在安静或有音乐的地方，识别器会陷入循环，那不是谁说的话。请用 `cut` 略去；它仍留在全\
        文记录和账目里。",
    example: "agi/transcript.md",
    wrong: "好的好的好的好的好的好的好的好的好的好的好的好的好的好的",
    right: "谢谢陶院士。",
}

Unseen "unseen" Note {
    en: "invisible characters are left out of subtitles",
    zh: "字幕中的不可见字符已略去",
    text: "Programs that make subtitles put marks into them, such as those for the direction of \
        writing, which are no speech. Nothing need be done.",
    text_zh: "制作字幕的软件会放进一些不显示的标记，比如标明书写方向的，都不算讲话。不必处理。",
    example: "agi/talks.srt",
    wrong: "00:00:01,000 --> 00:00:03,500\n\u{200e}各位来宾下午好",
    right: "00:00:01,000 --> 00:00:03,500\n各位来宾下午好",
}

Voices "voices" Warning | Note {
    en: "nobody is named for a voice of the transcript",
    zh: "原稿里有一个声音没有写明是谁",
    text: "A recogniser tells voices apart but does not know whose they are. Say so with `voices` \
        in forum.yaml, and its words become turns of that speaker. Where every word of the voice \
        has a speaker already, by `turns` or as the only one of the talk, this is only a note.",
    text_zh: "识别器能分辨声音，却不知道是谁。请在 forum.yaml 的 `voices` 里写明，它的话就成为那\
        位讲者的发言。如果这些话已经由 `turns` 或这一讲唯一的讲者认领，这里只是提示。",
    example: "agi/transcript.md",
    wrong: "发言人1   00:03:00\n",
    right: "谢谢陶院士。",
}

TimesAsWords "times-as-words" Warning {
    en: "lines begin with something like a time, which is published as words",
    zh: "有些行以类似时间的内容开头，当作正文发布了",
    text: "Numbers such as `12:30` are said as well. They are taken for times of the recording \
        where they go forward from line to line, from the beginning of the file on. Here they do \
        not. Write times as `[00:01:02]` at the beginning of lines; if the numbers were said, \
        nothing need be done.",
    text_zh: "`12:30` 这样的数字也可能是说出来的话。只有从文件开头起逐行递增，才当作录音的时间；\
        这里不是。时间请写成行首的 `[00:01:02]`；如果确实是说的话，不必处理。",
    example: "agi/transcript.md",
    wrong: "12:30 各位来宾下午好",
    right: "[00:12:30] 各位来宾下午好",
}

NamesAsWords "names-as-words" Note {
    en: "lines begin with something like a name, which is published as words",
    zh: "有些行以类似人名的内容开头，当作正文发布了",
    text: "Words before a colon are taken for the names of speakers where several of them recur. \
        Here they do not. Write `**name：**` or a heading `### name：` where somebody begins to \
        speak; if the words were said, nothing need be done.",
    text_zh: "冒号前的词要有几个反复出现，才当作发言人的名字；这里不是。请在某人开始说话的地方写 \
        `**名字：**`，或者用标题 `### 名字：`；如果确实是说的话，不必处理。",
    example: "agi/transcript.md",
    wrong: "陶大成：大家好",
    right: "我是陶大成，大家好",
}

HeadingsAsWords "headings-as-words" Warning {
    en: "lines begin as headings do, and are published as words",
    zh: "有些行像标题一样以 # 开头，当作正文发布了",
    text: "Nothing of a transcript is left out without being told to, so a line that begins with \
        `#` further down is published as it stands. Take headings out of the file, or `cut` them.",
    text_zh: "原稿的内容不会自行删去，所以后面以 `#` 开头的行照样发布。请把标题从文件中去掉，或者\
        用 `cut` 剪去。",
    example: "agi/transcript.md",
    wrong: "大家好。\n\n## 第二部分\n\n我们继续。",
    right: "大家好。\n\n我们继续。",
}

TitleLine "title-line" Note {
    en: "a line above the first label is taken for a title",
    zh: "第一个发言人标签上方的一行当作标题",
    text: "Meeting tools write the title of the meeting above the first speaker. A short first \
        line without a full stop is taken for it, and is not published as speech.",
    text_zh: "会议软件会把会议的标题写在第一位发言人上方。开头没有句号的短行当作标题，不当作讲话\
        发布。",
    example: "agi/transcript.txt",
    wrong: "大家早上好\n\n发言人1   00:06\n我们开始。",
    right: "大家早上好。\n\n发言人1   00:06\n我们开始。",
}

VoiceUnknown "voice-unknown" Warning {
    en: "`voices` names a voice that the transcript does not have",
    zh: "`voices` 里的声音在原稿里没有",
    text: "The entry has no effect. Write the voice as the transcript does; `发言人 1`, \
        `SPEAKER_01` and `1` are the same.",
    text_zh: "这一条不起作用。请按原稿里的写法填写；`发言人 1`、`SPEAKER_01` 和 `1` 视为同一个。",
    example: "agi/forum.yaml",
    wrong: "voices: {发言人7: lu-fan}\n",
    right: "venue: 上海\n",
}

VoiceOfTwo "voice-of-two" Error {
    en: "one voice is given to two speakers",
    zh: "同一个声音写给了两位讲者",
    text: "Keep one entry. Where the recogniser took two people for one voice, say in the \
        `voices` of a talk whose it is there, or quote turns.",
    text_zh: "请只留一条。如果识别器把两个人当成了一个声音，请在那一讲的 `voices` 里写明是谁，或\
        用 `turns` 引用原文。",
    example: "agi/forum.yaml",
    wrong: "voices: {发言人1: lu-fan, SPEAKER_01: wei-kai}",
    right: "voices: {发言人1: lu-fan}",
}

VoiceDoubted "voice-doubted" Warning | Note {
    en: "a voice is not believed in a talk",
    zh: "某一讲里的声音标签不可信，没有采用",
    text: "Its speaker has no part in that talk, or somebody else is the only speaker and the \
        voice has most of it: the recogniser took two people for one, or the same label is \
        somebody else in another recording. Name who speaks with `turns`, or with `voices` of the \
        talk.",
    text_zh: "这个声音的讲者不参加那一讲，或者那一讲只有另一位讲者而大部分话都标成了它：可能是识\
        别器把两个人当成了一个，也可能同一标签在另一段录音里是别人。请把这位讲者加进 `speakers`，\
        或在那一讲的 `voices` 里写明是谁。如果这些话另有讲者认领，这里只是提示。",
    example: "agi/transcript.md",
    wrong: "陆帆 00:00:01\n各位来宾下午好",
    right: "各位来宾下午好",
}

ImageMissing "image-missing" Warning {
    en: "an image of the transcript is not in the forum's folder",
    zh: "原稿中的图片不在论坛文件夹内",
    text: "The page is built without it. Put the file there under the path that the transcript \
        names, which cannot lead out of the folder.",
    text_zh: "页面上就没有这张图。请按原稿里的路径把文件放进去；路径不能通到文件夹之外。",
    example: "agi/transcript.md",
    wrong: "![](img/2.png)",
    right: "![](img/1.png)",
}

NotAnImage "not-an-image" Warning {
    en: "an image of the transcript is not an image file",
    zh: "原稿引用的不是图片",
    text: "The page is built without it. Images are files that end in avif, bmp, gif, jpeg, jpg, \
        png, svg or webp.",
    text_zh: "页面上就没有这张图。图片以 avif、bmp、gif、jpeg、jpg、png、svg 或 webp 结尾。",
    example: "agi/transcript.md",
    wrong: "![](forum.yaml)",
    right: "![](img/1.png)",
}
}

        }
    };
}
