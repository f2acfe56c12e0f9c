//! Codes of the transcript: its file, its times, and the images that it names.

macro_rules! transcript {
    ([$($rest:ident)*] $($before:tt)*) => {
        collect! { [$($rest)*] $($before)*

Transcript "The transcript" "转录稿" {
NoTranscript "no-transcript" Error {
    en: "a forum's transcript is not there",
    zh: "找不到论坛的转录稿",
    text: "A forum's folder has the recogniser's text as `transcript.md`, or as the file that \
        `transcript` in forum.yaml names: `.md`, or subtitles as `.srt` or `.vtt`, by its name \
        only, in the same folder.",
    example: "agi/forum.yaml",
    wrong: "transcript: ../transcript.md",
    right: "transcript: transcript.md",
}

EmptyTranscript "empty-transcript" Error {
    en: "a transcript has no words",
    zh: "转录稿没有文字",
    text: "There is nothing to read but a head line, or nothing at all. Put the recogniser's \
        text into the file.",
    example: "agi/transcript.md",
    wrong: "# 2024世界人工智能大会 - P31：论坛",
    right: "# 2024世界人工智能大会 - P31：论坛\n\n各位来宾下午好，……",
}

NoCues "no-cues" Error {
    en: "a file of subtitles has no cue",
    zh: "字幕文件里没有字幕条",
    text: "In `.srt` and `.vtt` only what is below a line of times is speech. A text without \
        times is named `….md`.",
    example: "agi/talks.srt",
    wrong: "1\n各位来宾下午好",
    right: "1\n00:00:01,000 --> 00:00:03,500\n各位来宾下午好",
}

Subtitles "subtitles" Error {
    en: "a transcript named `.md` has subtitles in it",
    zh: "名为 `.md` 的转录稿其实是字幕",
    text: "As Markdown the times of its cues would be read as speech. Rename the file to `.srt` \
        or `.vtt`, and name it so with `transcript` in forum.yaml.",
    example: "agi/forum.yaml",
    wrong: "transcript: talks.md",
    right: "transcript: talks.srt",
}

BadTime "bad-time" Warning {
    en: "the times of a cue cannot be read",
    zh: "字幕条的时间无法读取",
    text: "What the cue says is kept, but it has no time of its own, so a link into the \
        recording leads to an earlier moment. Times are written `00:01:02,345 --> 00:01:04,000`.",
    example: "agi/talks.srt",
    wrong: "00:01:06,090 --> 时间,944",
    right: "00:01:06,090 --> 00:01:08,944",
}

TimesBackwards "times-backwards" Warning {
    en: "a time of the transcript goes backwards",
    zh: "转录稿中的时间倒退",
    text: "It is earlier than one above it and is not used. Where recordings that each begin at \
        0 were joined, give each a folder and a forum.yaml of its own; else correct the time.",
    example: "agi/talks.srt",
    wrong: "00:01:10,000 --> 00:01:12,000\n我们\n\n2\n00:00:15,090 --> 00:00:17,944\n开始讨论",
    right: "00:01:10,000 --> 00:01:12,000\n我们\n\n2\n00:01:15,090 --> 00:01:17,944\n开始讨论",
}

Unseen "unseen" Note {
    en: "invisible characters are left out of subtitles",
    zh: "字幕中的不可见字符已略去",
    text: "Programs that make subtitles put marks into them, such as those for the direction of \
        writing, which are no speech. Nothing need be done.",
    example: "agi/talks.srt",
    wrong: "00:00:01,000 --> 00:00:03,500\n\u{200e}各位来宾下午好",
    right: "00:00:01,000 --> 00:00:03,500\n各位来宾下午好",
}

Voices "voices" Note {
    en: "lines of the transcript say who speaks by a number",
    zh: "转录稿以编号标示发言人",
    text: "A recogniser tells voices apart but does not know whose they are, and mistakes some; \
        so of a line such as `发言人1 00:03:00` only the time is used. Name who speaks with \
        `turns`.",
    example: "agi/transcript.md",
    wrong: "发言人1   00:03:00\n",
    right: "谢谢陶院士。",
}

ImageMissing "image-missing" Warning {
    en: "an image of the transcript is not in the forum's folder",
    zh: "转录稿中的图片不在论坛文件夹内",
    text: "The page is built without it. Put the file there under the path that the transcript \
        names, which cannot lead out of the folder.",
    example: "agi/transcript.md",
    wrong: "![](img/2.png)",
    right: "![](img/1.png)",
}

NotAnImage "not-an-image" Warning {
    en: "an image of the transcript is not an image file",
    zh: "转录稿引用的不是图片",
    text: "The page is built without it. Images are files that end in avif, bmp, gif, jpeg, jpg, \
        png, svg or webp.",
    example: "agi/transcript.md",
    wrong: "![](forum.yaml)",
    right: "![](img/1.png)",
}
}

        }
    };
}
