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
    text_zh: "网站由 `content` 文件夹生成，程序在当前文件夹里，或者在 `--root` 指定的文件夹里找\
        它。请到 `content` 所在的文件夹里运行 `gen`，或用 `--root` 指明那个文件夹，而不是 \
        `content` 本身。",
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
    text_zh: "`content` 里要有 `site.yaml`；论坛里写了讲者，就要有 `speakers.yaml`；放了原稿的文\
        件夹里要有 `forum.yaml`。请补上缺的文件，`help` 里写明了至少要写什么。",
    example: "",
    wrong: "$ ls content/agi\ntranscript.md",
    right: "$ ls content/agi\nforum.yaml  transcript.md",
}

EmptyFile "empty-file" Error {
    en: "a file has nothing in it",
    zh: "文件为空",
    text: "A file that is there is expected to say something: one that was emptied by mistake \
        would drop what it said from the site. Write at least the keys that are required.",
    text_zh: "文件既然在，就应当写了内容；如果是误清空的，网站会因此少掉这些内容。请至少写上必写\
        的键。",
    example: "",
    wrong: "$ wc -c content/site.yaml\n0 content/site.yaml",
    right: "$ cat content/site.yaml\ntitle: 论坛实录",
}

NoForum "no-forum" Error {
    en: "`content` has no forum in it",
    zh: "`content` 里没有任何论坛",
    text: "A forum is a folder in `content` with a `forum.yaml` and a transcript. Without one \
        there is nothing to build.",
    text_zh: "一场论坛是 `content` 里的一个文件夹，其中有 `forum.yaml` 和原稿。一场论坛也没有，就\
        没有可生成的网站。",
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
    text_zh: "放在这里的文件没有程序读取，或者读取的是旁边的另一个文件，所以内容到不了网站上。\
        `help` 里写明了它可能该放在哪里：请移过去，或者移到 `content` 之外。",
    example: "",
    wrong: "$ ls content\nagi  corrections.yaml  site.yaml  speakers.yaml",
    right: "$ mv content/corrections.yaml content/agi/",
}

WrongEnding "wrong-ending" Error {
    en: "a YAML file ends in `.yml`",
    zh: "YAML 文件以 `.yml` 结尾",
    text: "YAML files end in `.yaml`, so that each has one name and none is missed. Rename it.",
    text_zh: "YAML 文件一律以 `.yaml` 结尾，这样每个文件只有一个名字，不会漏读。请改名。",
    example: "",
    wrong: "$ ls content\nagi  site.yml  speakers.yaml",
    right: "$ mv content/site.yml content/site.yaml",
}

WrongName "wrong-name" Error {
    en: "a file has nearly the name of one that is read",
    zh: "文件名与应有的名称只差一点",
    text: "It is not read under this name, and the file that it is likely meant to be is \
        missing. Rename it to what the help says.",
    text_zh: "用这个名字不会被读取，而它可能对应的那个文件又不在。请按 `help` 所说改名。",
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
    text_zh: "链接可能通到项目之外，或者绕成一圈，网站就会取决于某一台机器上有什么。请把链接所指\
        的文件或文件夹本身放到这里。链接背后是文本或字体时算错误，因为内容就缺了；否则只是警告。",
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
    text_zh: "文本和字体要整个放进内存。一天的讲话约 2 MB，这么大的文本多半是别的东西：请放到别\
        处，或者把录音分成几场论坛。字体请换一个字形套数较少的。",
    example: "",
    wrong: "$ cp recording.wav content/agi/transcript.md",
    right: "$ cp recording.txt content/agi/transcript.md",
}

Unreadable "unreadable" Error {
    en: "a file cannot be read",
    zh: "文件无法读取",
    text: "The system refuses to open it, for the reason that the message gives. Look at the \
        permissions of the file and of the folders above it.",
    text_zh: "系统拒绝打开这个文件，原因写在消息里。请检查文件及其上层文件夹的权限。",
    example: "",
    wrong: "$ chmod 000 content/agi/transcript.md",
    right: "$ chmod 644 content/agi/transcript.md",
}

NotUtf8 "not-utf8" Error {
    en: "a file is not encoded as UTF-8",
    zh: "文件不是 UTF-8 编码",
    text: "Its characters would be read as others. Recognisers and older editors on Windows \
        often write GBK or UTF-16: save the file as UTF-8.",
    text_zh: "照这样读，文字会变成乱码。Windows 上的识别器和旧编辑器常写成 GBK 或 UTF-16：请另存\
        为 UTF-8。",
    example: "",
    wrong: "$ file content/agi/transcript.md\ncontent/agi/transcript.md: ISO-8859 text",
    right: "$ iconv -f GBK -t UTF-8 old.md > content/agi/transcript.md",
}

NotText "not-text" Error {
    en: "a file has a NUL byte in it",
    zh: "文件中含有 NUL 字节",
    text: "Neither YAML nor Markdown can hold the character U+0000. The file is likely no text, \
        or a text in UTF-16: save it as UTF-8, or take the byte out.",
    text_zh: "YAML 和 Markdown 都不能含有字符 U+0000。这个文件多半不是文本，或者是 UTF-16 的文\
        本：请另存为 UTF-8，或者去掉这个字节。",
    example: "",
    wrong: "$ printf '你好\\0' > content/agi/transcript.md",
    right: "$ printf '你好' > content/agi/transcript.md",
}

HiddenLeftOut "hidden-left-out" Warning | Note {
    en: "a hidden file of `static` is not published",
    zh: "`static` 中的隐藏文件没有发布",
    text: "Files whose names begin with a dot are published if a server may need them, such as \
        `.well-known/` and `.htaccess`. Not published are files that hold passwords, such as \
        `.env` (a warning), and what version control, systems and editors leave behind, such as \
        `.git` and `.DS_Store` (a note).",
    text_zh: "文件名以点开头的，服务器可能用到的照常发布，如 `.well-known/`、`.htaccess`。不发布\
        的有两类：存放密码的文件，如 `.env`（警告）；版本管理、操作系统和编辑器留下的文件，如 \
        `.git`、`.DS_Store`（提示）。",
    example: "",
    wrong: "$ touch static/.env",
    right: "$ mv static/.env .env",
}

BadFileName "bad-file-name" Error {
    en: "a file's name has a line break or control character in it",
    zh: "文件名中有换行或控制字符",
    text: "Such a name cannot be part of an address, nor of a list with one file per line. \
        Rename the file.",
    text_zh: "这样的名字既不能写进网址，也不能写进一行一个文件的清单。请改名。",
    example: "",
    wrong: "$ touch $'static/a\\nb.txt'",
    right: "$ touch static/ab.txt",
}
}

        }
    };
}
