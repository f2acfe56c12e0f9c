//! Codes of the formats of transcripts: what a file is, and what in it is not as the format has it.

macro_rules! transcript_formats {
    ([$($rest:ident)*] $($before:tt)*) => {
        collect! { [$($rest)*] $($before)*

TranscriptFormats "Formats of transcripts" "转录稿的格式" {
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
}

        }
    };
}
