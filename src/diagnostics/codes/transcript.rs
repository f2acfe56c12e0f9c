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
    text: "There is nothing to read but a head line, or nothing at all. Put the recogniser's \
        text into the file.",
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

NotUnderstood "not-understood" Warning {
    en: "a part of a transcript is not understood, and is not published",
    zh: "原稿中有一部分无法识别，没有发布",
    text: "Every byte of a transcript's file is accounted for: said, a time, a label, markup or \
        metadata. What is none of them is left out of the pages, and is reported here. Correct it \
        in a copy of the file if it was said.",
    text_zh: "原稿的每个字节都要有交代：讲话、时间、说话人标签、标记或文件说明。哪一样都不是的\
        部分不会出现在页面上，并在这里报告。如果那是讲话，请在文件的副本里改正。",
    example: "agi/talks.srt",
    wrong: "由转写工具生成\n\n1\n00:00:01,000 --> 00:00:03,000\n各位来宾下午好",
    right: "1\n00:00:01,000 --> 00:00:03,000\n各位来宾下午好",
}

BadTime "bad-time" Warning {
    en: "the times of a cue cannot be read",
    zh: "字幕条的时间无法读取",
    text: "What the cue says is kept, but it has no time of its own: its moment is estimated \
        from the cues around it. Times are written `00:01:02,345 --> 00:01:04,000`.",
    text_zh: "这一条的文字留下了，但没有自己的时间，只能按前后各条推算。时间写成 \
        `00:01:02,345 --> 00:01:04,000`。",
    example: "agi/talks.srt",
    wrong: "00:01:06,090 --> 时间,944",
    right: "00:01:06,090 --> 00:01:08,944",
}

TimesBackwards "times-backwards" Warning {
    en: "a time of the transcript goes backwards",
    zh: "原稿中的时间倒退",
    text: "It is earlier than one above it and is not used. Where recordings that each begin at \
        0 were joined, give each a folder and a forum.yaml of its own; else correct the time.",
    text_zh: "它比上面的时间还早，所以不用。若是把几份各从 0 开始的录音接在了一起，请让每份有自己\
        的文件夹和 forum.yaml；否则请改正时间。",
    example: "agi/talks.srt",
    wrong: "00:01:10,000 --> 00:01:12,000\n我们\n\n2\n00:00:15,090 --> 00:00:17,944\n开始讨论",
    right: "00:01:10,000 --> 00:01:12,000\n我们\n\n2\n00:01:15,090 --> 00:01:17,944\n开始讨论",
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

Voices "voices" Note {
    en: "lines of the transcript say who speaks by a number",
    zh: "原稿只用号码标示发言人",
    text: "A recogniser tells voices apart but does not know whose they are, and mistakes some; \
        so of a line such as `发言人1 00:03:00` only the time is used. Name who speaks with \
        `turns`.",
    text_zh: "识别器能分辨声音，却不知道是谁，有时还会认错；所以 `发言人1 00:03:00` 这样的行只取\
        时间。请用 `turns` 写明是谁在说。",
    example: "agi/transcript.md",
    wrong: "发言人1   00:03:00\n",
    right: "谢谢陶院士。",
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
