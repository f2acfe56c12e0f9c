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
    example: "",
    wrong: "$ gen build --out ~/Documents",
    right: "$ gen build --out ~/Documents/site",
}

OutputNotAFolder "output-not-a-folder" Error {
    en: "the path to write the site to is not a folder",
    zh: "输出位置不是文件夹",
    text: "There is a file of that name. Name a folder with `--out`.",
    example: "",
    wrong: "$ gen build --out index.html",
    right: "$ gen build --out public",
}

OutputHoldsContent "output-holds-content" Error {
    en: "the folder to write to holds what the site is made from",
    zh: "输出文件夹包含网站的源文件",
    text: "Publishing replaces the whole folder, and `content`, `static` or `templates` with it. \
        Name another one with `--out`.",
    example: "",
    wrong: "$ gen build --out .",
    right: "$ gen build --out public",
}

OutputInContent "output-in-content" Error {
    en: "the folder to write to is inside one that the site is made from",
    zh: "输出文件夹位于源文件夹之内",
    text: "The next build would read what this one wrote. Name a folder outside of `content`, \
        `static` and `templates` with `--out`.",
    example: "",
    wrong: "$ gen build --out static/public",
    right: "$ gen build --out public",
}

OutputInTheWay "output-in-the-way" Error {
    en: "a file that gen did not write is where a page belongs",
    zh: "并非 gen 写出的文件占用了页面的位置",
    text: "It was put into the published folder by hand, and the site now has a file of that \
        name. Nothing of somebody else's is ever replaced: move it, or rename the page.",
    example: "",
    wrong: "$ cp my-about.html public/about/index.html && gen build",
    right: "$ rm public/about/index.html && gen build",
}

OutputCollision "output-collision" Error {
    en: "one path would be a file and a folder of the site",
    zh: "同一路径既是文件又是文件夹",
    text: "A file in `static`, or an image, has the name of a folder that contains pages. Rename \
        it.",
    example: "",
    wrong: "$ cp notes static/agi",
    right: "$ cp notes static/agi-notes",
}

OutputMounted "output-mounted" Error {
    en: "the folder to write to is a mount point",
    zh: "输出文件夹是挂载点",
    text: "The finished site takes the place of the old one in one step, and a mounted folder \
        cannot be exchanged. Name a folder in it.",
    example: "",
    wrong: "$ gen build --out /mnt/web",
    right: "$ gen build --out /mnt/web/site",
}

OutputBusy "output-busy" Error {
    en: "another run is writing to the folder",
    zh: "另一个进程正在写入该文件夹",
    text: "Two runs would mix their files. Wait for the other one to end.",
    example: "",
    wrong: "$ gen build & gen build",
    right: "$ gen build; gen build",
}

OutputFailed "output-failed" Error {
    en: "a file could not be written",
    zh: "文件写入失败",
    text: "The message says which file, and what the system answered. Look at the permissions \
        and at the room on the disk. The site that was there before is unharmed.",
    example: "",
    wrong: "$ chmod a-w . && gen build",
    right: "$ chmod u+w . && gen build",
}

OutputLeftBehind "output-left-behind" Warning {
    en: "the site is published, but the one before could not be removed",
    zh: "网站已发布，但旧版本未能删除",
    text: "What is left is beside the folder, under the name in the message. Remove it yourself, \
        or the next build will stop at it.",
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
    example: "",
    wrong: "error[markdown]: internal error: the page `agi/li-hua/index.md` cannot be read back",
    right: "report it with the forum's files",
}

Data "data" Error {
    en: "internal error: a data file cannot be written",
    zh: "内部错误：无法生成数据文件",
    text: "A fault of the program: please report it with the forum's files.",
    example: "",
    wrong: "error[data]: internal error: `talks.csv` cannot be written",
    right: "report it with the forum's files",
}
}

        }
    };
}
