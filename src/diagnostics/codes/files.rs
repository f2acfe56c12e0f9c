//! Codes of files and folders: what is missing, misnamed, or cannot be read.

macro_rules! files {
    ([$($rest:ident)*] $($before:tt)*) => {
        collect! { [$($rest)*] $($before)*

Files "Files and folders" "文件与文件夹" {
NoContent "no-content" Error {
    en: "there is no folder `content`",
    zh: "找不到 `content` 文件夹",
    text: "A site is made from a folder `content`, which is looked for in the current folder or \
        in the one that `--root` names. Run `gen` in the folder that has `content` in it, or \
        name that folder with `--root`; not `content` itself.",
    example: "",
    wrong: "$ gen build --root my-forum/content",
    right: "$ gen build --root my-forum",
}

NoFile "no-file" Error {
    en: "a required file is missing",
    zh: "缺少必需的文件",
    text: "`content` needs a `site.yaml`, a `speakers.yaml` where a forum names speakers, and a \
        `forum.yaml` in every folder with a transcript. Write the one that is named; the help \
        says what it must have at least.",
    example: "",
    wrong: "$ ls content/agi\ntranscript.md",
    right: "$ ls content/agi\nforum.yaml  transcript.md",
}

EmptyFile "empty-file" Error {
    en: "a file has nothing in it",
    zh: "文件为空",
    text: "A file that is there is expected to say something: one that was emptied by mistake \
        would drop what it said from the site. Write at least the keys that are required.",
    example: "",
    wrong: "$ wc -c content/site.yaml\n0 content/site.yaml",
    right: "$ cat content/site.yaml\ntitle: 论坛实录",
}

NoForum "no-forum" Error {
    en: "`content` has no forum in it",
    zh: "`content` 里没有任何论坛",
    text: "A forum is a folder in `content` with a `forum.yaml` and a transcript. Without one \
        there is nothing to build.",
    example: "",
    wrong: "$ ls content\nsite.yaml  speakers.yaml",
    right: "$ ls content content/agi\nagi  site.yaml  speakers.yaml\nforum.yaml  transcript.md",
}

Stray "stray" Warning {
    en: "a file or folder is not read",
    zh: "有文件或文件夹不会被读取",
    text: "Nothing reads a file in this place, or another file beside it is read instead, so its \
        content does not reach the site. The help says where it likely belongs: move it there, \
        or keep it outside of `content`.",
    example: "",
    wrong: "$ ls content\nagi  corrections.yaml  site.yaml  speakers.yaml",
    right: "$ mv content/corrections.yaml content/agi/",
}

WrongEnding "wrong-ending" Error {
    en: "a YAML file ends in `.yml`",
    zh: "YAML 文件以 `.yml` 结尾",
    text: "YAML files end in `.yaml`, so that each has one name and none is missed. Rename it.",
    example: "",
    wrong: "$ ls content\nagi  site.yml  speakers.yaml",
    right: "$ mv content/site.yml content/site.yaml",
}

WrongName "wrong-name" Error {
    en: "a file has nearly the name of one that is read",
    zh: "文件名与应有的名称只差一点",
    text: "It is not read under this name, and the file that it is likely meant to be is \
        missing. Rename it to what the help says.",
    example: "",
    wrong: "$ ls content/agi\ncorrection.yaml  forum.yaml  transcript.md",
    right: "$ mv content/agi/correction.yaml content/agi/corrections.yaml",
}

SymbolicLink "symbolic-link" Error | Warning {
    en: "a symbolic link is not followed",
    zh: "符号链接不会被跟随",
    text: "A link may lead out of the project or in a circle, and the site would depend on what \
        is there on one machine only. Put the file or folder itself in the place of the link. It \
        is an error where a text or the font is behind the link, which is then missing; else a \
        warning.",
    example: "",
    wrong: "$ ln -s ~/asr/agi.md content/agi/transcript.md",
    right: "$ cp ~/asr/agi.md content/agi/transcript.md",
}

TooLarge "too-large" Error {
    en: "a file is larger than 64 MB",
    zh: "文件超过 64 MB",
    text: "Texts and fonts are held in memory whole. A day of speech is about 2 MB, so a text of \
        this size is likely something else: put it elsewhere, or split the recording into \
        several forums. For a font, take one with fewer faces.",
    example: "",
    wrong: "$ cp recording.wav content/agi/transcript.md",
    right: "$ cp recording.txt content/agi/transcript.md",
}

Unreadable "unreadable" Error {
    en: "a file cannot be read",
    zh: "文件无法读取",
    text: "The system refuses to open it, for the reason that the message gives. Look at the \
        permissions of the file and of the folders above it.",
    example: "",
    wrong: "$ chmod 000 content/agi/transcript.md",
    right: "$ chmod 644 content/agi/transcript.md",
}

NotUtf8 "not-utf8" Error {
    en: "a file is not encoded as UTF-8",
    zh: "文件不是 UTF-8 编码",
    text: "Its characters would be read as others. Recognisers and older editors on Windows \
        often write GBK or UTF-16: save the file as UTF-8.",
    example: "",
    wrong: "$ file content/agi/transcript.md\ncontent/agi/transcript.md: ISO-8859 text",
    right: "$ iconv -f GBK -t UTF-8 old.md > content/agi/transcript.md",
}

NotText "not-text" Error {
    en: "a file has a NUL byte in it",
    zh: "文件中含有 NUL 字节",
    text: "Neither YAML nor Markdown can hold the character U+0000. The file is likely no text, \
        or a text in UTF-16: save it as UTF-8, or take the byte out.",
    example: "",
    wrong: "$ printf '你好\\0' > content/agi/transcript.md",
    right: "$ printf '你好' > content/agi/transcript.md",
}

BadFileName "bad-file-name" Error {
    en: "a file's name has a line break or control character in it",
    zh: "文件名中有换行或控制字符",
    text: "Such a name cannot be part of an address, nor of a list with one file per line. \
        Rename the file.",
    example: "",
    wrong: "$ touch $'static/a\\nb.txt'",
    right: "$ touch static/ab.txt",
}
}

        }
    };
}
