//! Codes of the folder that the site is written to, and faults of the program itself.

macro_rules! output {
    ([$($rest:ident)*] $($before:tt)*) => {
        collect! { [$($rest)*] $($before)*

Output "Writing the site" "写出网站" {
OutputNotOurs "output-not-ours" Error {
    en: "the folder to write to holds files that gen did not write",
    zh: "输出文件夹里有并非 gen 写出的文件",
    text: "Publishing replaces the whole folder, and nothing of somebody else's is ever removed. \
        Name an empty or new folder with `--out`, or empty this one yourself.",
    text_zh: "发布时会替换整个文件夹，而别人的东西一概不会删除。请用 `--out` 指定一个空的或新的文\
        件夹，或者自己清空这一个。",
    example: "",
    wrong: "$ gen build --out ~/Documents",
    right: "$ gen build --out ~/Documents/site",
}

OutputNotAFolder "output-not-a-folder" Error {
    en: "the path to write the site to is not a folder",
    zh: "输出位置不是文件夹",
    text: "There is a file of that name. Name a folder with `--out`.",
    text_zh: "那里有一个同名的文件。请用 `--out` 指定一个文件夹。",
    example: "",
    wrong: "$ gen build --out index.html",
    right: "$ gen build --out public",
}

OutputHoldsContent "output-holds-content" Error {
    en: "the folder to write to holds what the site is made from",
    zh: "输出文件夹包含网站的源文件",
    text: "Publishing replaces the whole folder, and `content`, `static` or `templates` with it. \
        Name another one with `--out`.",
    text_zh: "发布时会替换整个文件夹，连同其中的 `content`、`static` 或 `templates`。请用 `--out` \
        指定另一个文件夹。",
    example: "",
    wrong: "$ gen build --out .",
    right: "$ gen build --out public",
}

OutputInContent "output-in-content" Error {
    en: "the folder to write to is inside one that the site is made from",
    zh: "输出文件夹位于源文件夹之内",
    text: "The next build would read what this one wrote. Name a folder outside of `content`, \
        `static` and `templates` with `--out`.",
    text_zh: "下一次生成会把这一次写出的当作来源来读。请用 `--out` 指定 `content`、`static` 和 \
        `templates` 之外的文件夹。",
    example: "",
    wrong: "$ gen build --out static/public",
    right: "$ gen build --out public",
}

OutputInTheWay "output-in-the-way" Error {
    en: "a file that gen did not write is where a page belongs",
    zh: "并非 gen 写出的文件占用了页面的位置",
    text: "It was put into the published folder by hand, and the site now has a file of that \
        name. Nothing of somebody else's is ever replaced: move it, or rename the page.",
    text_zh: "它是手工放进已发布的文件夹里的，现在网站也有一个同名的文件。别人的东西一概不会替\
        换：请移开它，或者给页面改名。",
    example: "",
    wrong: "$ cp my-about.html public/about/index.html && gen build",
    right: "$ rm public/about/index.html && gen build",
}

OutputCollision "output-collision" Error {
    en: "one path would be a file and a folder of the site",
    zh: "同一路径既是文件又是文件夹",
    text: "A file in `static`, or an image, has the name of a folder that contains pages. Rename \
        it.",
    text_zh: "`static` 里的某个文件，或者某张图片，与放页面的文件夹同名。请改名。",
    example: "",
    wrong: "$ cp notes static/agi",
    right: "$ cp notes static/agi-notes",
}

OutputMounted "output-mounted" Error {
    en: "the folder to write to is a mount point",
    zh: "输出文件夹是挂载点",
    text: "The finished site takes the place of the old one in one step, and a mounted folder \
        cannot be exchanged. Name a folder in it.",
    text_zh: "做好的网站一步替换旧的，而挂载点不能这样替换。请指定其中的一个文件夹。",
    example: "",
    wrong: "$ gen build --out /mnt/web",
    right: "$ gen build --out /mnt/web/site",
}

OutputBusy "output-busy" Error {
    en: "another run is writing to the folder",
    zh: "另一个进程正在写入该文件夹",
    text: "Two runs would mix their files. Wait for the other one to end.",
    text_zh: "两次运行会把文件混在一起。请等另一次结束。",
    example: "",
    wrong: "$ gen build & gen build",
    right: "$ gen build; gen build",
}

OutputFailed "output-failed" Error {
    en: "a file could not be written",
    zh: "文件写入失败",
    text: "The message says which file, and what the system answered. Look at the permissions \
        and at the room on the disk. The site that was there before is unharmed.",
    text_zh: "消息里写明是哪个文件、系统怎么答复。请检查权限和磁盘空间。原来的网站没有受影响。",
    example: "",
    wrong: "$ chmod a-w . && gen build",
    right: "$ chmod u+w . && gen build",
}

OutputLeftBehind "output-left-behind" Warning {
    en: "the site is published, but the one before could not be removed",
    zh: "网站已发布，但旧版本未能删除",
    text: "What is left is beside the folder, under the name in the message. Remove it yourself, \
        or the next build will stop at it.",
    text_zh: "剩下的就在输出文件夹旁边，名字写在消息里。请自己删去，否则下一次生成会停在那里。",
    example: "",
    wrong: "$ ls -a\n.public.gen-new  content  public",
    right: "$ rm -r .public.gen-new",
}

Ledger "ledger" Error {
    en: "internal error: a character belongs to no part, or to two",
    zh: "内部错误：有字符不属于任何部分，或属于两个部分",
    text: "Every character of the transcript belongs to one talk, the host or a cut, which is \
        proved in every build. The proof failed: a fault of the program. Please report it with \
        the forum's files.",
    text_zh: "原稿里的每个字都属于某一讲、主持人或移出的文字，每次生成都会验证。这次没有通过，是\
        程序的毛病。请连同论坛的文件一起报告。",
    example: "",
    wrong: "error[ledger]: internal error: this character belongs to no part, or to two",
    right: "report it with the forum's files",
}

Markdown "markdown" Error {
    en: "internal error: a page cannot be read back",
    zh: "内部错误：写出的页面无法读回",
    text: "Every page is written as Markdown and read back before HTML is made from it, and this \
        one cannot be read back. A fault of the program: please report it with the forum's \
        files.",
    text_zh: "每个页面先写成 Markdown，读回来之后才做成 HTML，而这一页读不回来。这是程序的毛病：\
        请连同论坛的文件一起报告。",
    example: "",
    wrong: "error[markdown]: internal error: the page `agi/li-hua/index.md` cannot be read back",
    right: "report it with the forum's files",
}

Data "data" Error {
    en: "internal error: a data file cannot be written",
    zh: "内部错误：无法生成数据文件",
    text: "A fault of the program: please report it with the forum's files.",
    text_zh: "这是程序的毛病：请连同论坛的文件一起报告。",
    example: "",
    wrong: "error[data]: internal error: `talks.csv` cannot be written",
    right: "report it with the forum's files",
}
}

        }
    };
}
