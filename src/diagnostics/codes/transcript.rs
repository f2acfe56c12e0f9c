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

FormatName "format-name" Note {
    en: "the name of a transcript says another format than its text",
    zh: "原稿的文件名与内容的格式不符",
    text: "The format is told by the text, so that the file is read as what it is. Name it after \
        its format, so that other programs know it as well.",
    text_zh: "格式按内容判断，所以文件仍按实际的格式读取。请按格式改名，方便其他程序识别。",
    example: "agi/forum.yaml",
    wrong: "transcript: talks.md",
    right: "transcript: talks.srt",
}

EncodingRead "encoding-read" Note {
    en: "a transcript is in another encoding than UTF-8, and is read so",
    zh: "原稿不是 UTF-8 编码，已按实际的编码读取",
    text: "GBK, Big5 and UTF-16 are read where the bytes leave no doubt. Save the file as UTF-8, \
        so that other programs read it as well.",
    text_zh: "GBK、Big5 和 UTF-16，字节上没有疑问时照样读取。请另存为 UTF-8，方便其他程序读取。",
    example: "",
    wrong: "$ file content/agi/transcript.txt\ncontent/agi/transcript.txt: ISO-8859 text",
    right: "$ iconv -f GBK -t UTF-8 old.txt > content/agi/transcript.txt",
}

DocumentParts "document-parts" Warning {
    en: "a part of a Word document is not read",
    zh: "Word 文档有一部分没有读取",
    text: "Paragraphs and tables are read, with tracked changes carried out. Text boxes, \
        footnotes, comments, headers and footers are not, and neither is what a tracked change \
        deleted. Put what was said into a paragraph.",
    text_zh: "段落和表格会读取，修订按已接受处理。文本框、脚注、批注、页眉、页脚，以及修订中删去的\
        文字不读取。如果是讲话，请移到正文段落里。",
    example: "",
    wrong: "$ ls content/agi\nforum.yaml  transcript.docx",
    right: "$ ls content/agi\nforum.yaml  transcript.md",
}

DocumentUnreadable "document-unreadable" Error {
    en: "a transcript is a document that cannot be read",
    zh: "原稿是无法读取的文档",
    text: "Word documents are read as `.docx` without a password. Old documents (`.doc`), PDF, RTF \
        and damaged files are not: save them as `.docx` or as plain text.",
    text_zh: "可以读取没有密码的 `.docx`。旧的 `.doc`、PDF、RTF 和损坏的文件不能读取：请另存为 \
        `.docx` 或纯文本。",
    example: "agi/forum.yaml",
    wrong: "transcript: talks.doc",
    right: "transcript: talks.docx",
}

NotUnderstood "not-understood" Warning {
    en: "a part of a transcript is not understood, and is not published",
    zh: "原稿中有一部分无法识别，没有发布",
    text: "Every byte of a transcript's file is accounted for: said, a time, a label, markup or \
        metadata. What is none of them is left out of the pages, and is reported here. Correct it \
        in a copy of the file if it was said.",
    text_zh: "原稿的每个字节都要有交代：讲话、时间、说话人标签、标记或文件说明。哪一样都不是的部\
        分不会出现在页面上，并在这里报告。如果那是讲话，请在文件的副本里改正。",
    example: "agi/talks.srt",
    wrong: "由转写工具生成\n\n1\n00:00:01,000 --> 00:00:03,000\n各位来宾下午好",
    right: "1\n00:00:01,000 --> 00:00:03,000\n各位来宾下午好",
}

BadTime "bad-time" Warning {
    en: "the times of a cue cannot be read",
    zh: "字幕条的时间无法读取",
    text: "What the cue says is kept, but it has no time of its own: its moment is estimated from \
        the cues around it. Times are written `00:01:02,345 --> 00:01:04,000`.",
    text_zh: "这一条的文字留下了，但没有自己的时间，只能按前后各条推算。时间写成 \
        `00:01:02,345 --> 00:01:04,000`。",
    example: "agi/talks.srt",
    wrong: "00:01:06,090 --> 时间,944",
    right: "00:01:06,090 --> 00:01:08,944",
}

NegativeTime "negative-time" Warning {
    en: "a cue begins before zero",
    zh: "字幕条的时间早于零",
    text: "A program has shifted all cues to an earlier time, too far for the first ones. They are \
        read as if they began at 0:00. Shift all cues by as much, or use the file from before.",
    text_zh: "软件把全部字幕向前平移时移过了头，最前面的几条成了负数，现按 0:00 处理。请整体后移，\
        或改用平移前的文件。",
    example: "agi/talks.srt",
    wrong: "-00:00:04,567 --> -00:00:02,456",
    right: "00:00:00,000 --> 00:00:02,111",
}

TimeForm "time-form" Note {
    en: "times of WebVTT are read, but are not written as players want them",
    zh: "WebVTT 时间的写法不规范，仍能读取",
    text: "The times leave no doubt, so they are used. Players leave out such cues. WebVTT has two \
        digits for minutes and seconds, a point and three digits: `00:01:02.345`.",
    text_zh: "时间没有歧义，照常使用；但播放器会丢掉这样的字幕条。WebVTT 的分、秒各写两位，后面是点\
        和三位小数：`00:01:02.345`。",
    example: "agi/talks.vtt",
    wrong: "WEBVTT\n\n7.4 --> 12.02\n各位来宾下午好",
    right: "WEBVTT\n\n00:07.400 --> 00:12.020\n各位来宾下午好",
}

CueName "cue-name" Warning {
    en: "a line stands where the number of a cue does",
    zh: "字幕条序号的位置上有别的文字",
    text: "The line directly above the times of a cue is its number, which is no speech. A \
        translator may have made something else of it, or it was said and its place is wrong. The \
        message says whether it is left out or read as words.",
    text_zh: "时间行正上方的一行是序号，不算讲话。这一行可能是翻译软件改坏的序号，也可能是放错了位\
        置的讲话。提示里会说明它是略去了，还是当作正文。",
    example: "agi/talks.vtt",
    wrong: "WEBVTT\n\n第2条\n00:06.400 --> 00:08.400\n各位来宾下午好",
    right: "WEBVTT\n\n2\n00:06.400 --> 00:08.400\n各位来宾下午好",
}

UntimedWords "untimed-words" Warning {
    en: "words of subtitles have no times",
    zh: "字幕里有没有时间的文字",
    text: "In `.srt` an empty line ends a cue. Words below it that have no times of their own are \
        most often a part of the cue before, and are published as such. Look whether they were \
        said: a remark of a translator was not.",
    text_zh: "`.srt` 用空行结束一条字幕。空行后面没有时间的文字多半仍属于上一条，按上一条发布。请\
        看一眼是不是真的讲过，比如译者的附注就不是。",
    example: "agi/talks.srt",
    wrong: "1\n00:00:01,000 --> 00:00:03,500\n各位来宾\n\n下午好",
    right: "1\n00:00:01,000 --> 00:00:03,500\n各位来宾\n下午好",
}

WebVttHeader "web-vtt-header" Warning {
    en: "the first line of WebVTT subtitles is not as players want it",
    zh: "WebVTT 字幕的首行不规范",
    text: "The first line is `WEBVTT` in capitals, with nothing before it. The file is read all \
        the same, but players refuse it.",
    text_zh: "首行必须是大写的 `WEBVTT`，前面不能有任何东西。文件照常读取，但播放器会拒绝。",
    example: "agi/talks.vtt",
    wrong: "webvtt\n\n00:01.000 --> 00:03.500\n各位来宾下午好",
    right: "WEBVTT\n\n00:01.000 --> 00:03.500\n各位来宾下午好",
}

NoSpeech "no-speech" Warning {
    en: "a file of subtitles says that it has no speech",
    zh: "字幕文件自称不是讲话",
    text: "Its header says `Kind: chapters` or `Kind: metadata`: titles of chapters or data for a \
        program. The words are published, for the header may be wrong. Name the file of captions \
        if it is right.",
    text_zh: "文件头写着 `Kind: chapters` 或 `Kind: metadata`，也就是章节标题或程序数据。文字仍会发\
        布，因为文件头可能写错；如果没写错，请改用真正的字幕文件。",
    example: "agi/talks.vtt",
    wrong: "WEBVTT\nKind: chapters\n\n00:01.000 --> 00:03.500\n第一章",
    right: "WEBVTT\nKind: captions\n\n00:01.000 --> 00:03.500\n各位来宾下午好",
}

TagSigns "tag-signs" Note {
    en: "`<` and `>` in subtitles are not quite those of a tag",
    zh: "字幕里的 `<` `>` 不像标签",
    text: "WebVTT has names of speakers in `<v …>`, and languages in `<lang …>`; words in other \
        tags are left out, as players do. A `<` that begins no tag is read as words, which \
        players do not.",
    text_zh: "WebVTT 只在 `<v …>` 里写说话人、`<lang …>` 里写语言；别的标签里的文字与播放器一样略\
        去。不构成标签的 `<` 当作正文，而播放器会丢掉后面的内容。",
    example: "agi/talks.vtt",
    wrong: "WEBVTT\n\n00:01.000 --> 00:03.500\n如果 a<b 就好",
    right: "WEBVTT\n\n00:01.000 --> 00:03.500\n如果 a&lt;b 就好",
}

RepeatedCaptions "repeated-captions" Note {
    en: "lines that captions show again are left out",
    zh: "滚动字幕重复显示的行已略去",
    text: "Rolling captions show a line again above the next one, and captions with a highlighted \
        word show a sentence again for each word. Each line is in the text once. What was said \
        twice is there twice.",
    text_zh: "滚动字幕会把上一行再显示一遍，逐词高亮的字幕会把整句重复显示。正文里每行只留一次；确\
        实讲了两遍的仍是两遍。",
    example: "agi/talks.vtt",
    wrong: "WEBVTT\n\n00:01.000 --> 00:02.000\n一\n\n00:02.000 --> 00:03.000\n一\n二\n\n\
        00:03.000 --> 00:04.000\n二\n三",
    right: "WEBVTT\n\n00:01.000 --> 00:02.000\n一\n\n00:02.000 --> 00:03.000\n二\n\n\
        00:03.000 --> 00:04.000\n三",
}

NameLabels "name-labels" Note {
    en: "lines of subtitles begin with what may be names of speakers",
    zh: "有些字幕行以疑似说话人姓名开头",
    text: "`王老师：大家好` may say who speaks, or be what was said, as `注意：` is. Where the \
        file leaves a doubt, the words are published as they stand. Where they are names, give \
        the turns in forum.yaml.",
    text_zh: "`王老师：大家好` 可能标明了说话人，也可能像 `注意：` 一样就是讲话。文件里看不准的，\
        照原样发布。如果确是姓名，请在 forum.yaml 里写明发言轮次。",
    example: "agi/talks.srt",
    wrong: "00:00:01,000 --> 00:00:03,500\n甲一：各位来宾\n\n00:00:03,500 --> 00:00:05,000\n\
        乙二：下午好",
    right: "00:00:01,000 --> 00:00:03,500\n各位来宾\n\n00:00:03,500 --> 00:00:05,000\n下午好",
}

JsonShape "json-shape" Error {
    en: "a transcript is JSON of a form that is not known",
    zh: "原稿是 JSON，但不是已知的格式",
    text: "JSON is told by its keys. Read is what Whisper, faster-whisper, WhisperX, whisper.cpp, \
        OpenAI, FunASR, Bilibili, YouTube (json3), Podcasting 2.0, Tongyi Tingwu and Tencent \
        Meeting write. From any other tool, export subtitles as `.srt` or `.vtt`.",
    text_zh: "JSON 按其中的键辨认格式。可以读取 Whisper、faster-whisper、WhisperX、whisper.cpp、\
        OpenAI、FunASR、哔哩哔哩、YouTube（json3）、Podcasting 2.0、通义听悟和腾讯会议写出的 JSON\
        。其他工具请导出 `.srt` 或 `.vtt` 字幕。",
    example: "agi/transcript.json",
    wrong: "{\"results\": [{\"words\": \"各位来宾下午好\"}]}",
    right: "{\"segments\": [{\"start\": 0.5, \"end\": 3.2, \"text\": \"各位来宾下午好\"}]}",
}

JsonDamaged "json-damaged" Warning {
    en: "a transcript's JSON is cut off or damaged",
    zh: "原稿的 JSON 不完整或已损坏",
    text: "What stands before the damage is read and published; what follows is not. Let the tool \
        write the file anew, or correct it at this place in a copy: a bracket, a quotation mark \
        or a comma is missing or too many.",
    text_zh: "损坏处之前的内容照常读取和发布，之后的不读。请让工具重新写出文件，或者在副本里改正\
        这个位置：多半是少了或多了一个括号、引号或逗号。",
    example: "agi/transcript.json",
    wrong: "[{\"start\": 0.5, \"text\": \"各位来宾\"}, {\"start\": 3.2, \"te",
    right: "[{\"start\": 0.5, \"text\": \"各位来宾\"}, {\"start\": 3.2, \"text\": \"下午好\"}]",
}

TimesBackwards "times-backwards" Warning {
    en: "a time of the transcript goes backwards",
    zh: "原稿中的时间倒退",
    text: "It is earlier than one above it and is not used. Where another recording \
        begins, whose times begin anew, give its session or talk a `video` of its own; else \
        correct the time.",
    text_zh: "它比上面的时间还早，所以不用。若是从这里起换了一份录像、时间重新开始，请给那个环节或\
        那一讲写上单独的 `video`；否则请改正时间。",
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

VoiceDoubted "voice-doubted" Note {
    en: "a voice is not believed in a talk",
    zh: "某一讲里的声音标签不可信，没有采用",
    text: "Its speaker has no part in that talk, or somebody else is the only speaker and the \
        voice has most of it: the recogniser took two people for one, or the same label is \
        somebody else in another recording. Name who speaks with `turns`, or with `voices` of the \
        talk.",
    text_zh: "这个声音的讲者不参加那一讲，或者那一讲只有另一位讲者而大部分话都标成了它：可能是识\
        别器把两个人当成了一个，也可能同一标签在另一段录音里是别人。请用 `turns` 或那一讲的 \
        `voices` 写明。",
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
