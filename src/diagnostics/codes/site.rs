//! Codes of free pages, links, the site's own templates and files, and pictures for sharing.

macro_rules! site {
    ([$($rest:ident)*] $($before:tt)*) => {
        collect! { [$($rest)*] $($before)*

Site "Pages, templates and pictures" "页面、模板与图片" {
NoFrontMatter "no-front-matter" Error {
    en: "a free page has no front matter, or one without an end",
    zh: "自由页面缺少 front matter",
    text: "A page in `content/pages` begins with its title, between two lines of `---`. Without \
        it the page has no heading and no name in the navigation.",
    text_zh: "`content/pages` 里的页面，开头在两行 `---` 之间写明标题。没有它，页面就没有标题，导\
        航里也没有名字。",
    example: "pages/about.md",
    wrong: "title: 关于\n---",
    right: "---\ntitle: 关于\n---",
}

ImageElsewhere "image-elsewhere" Error {
    en: "an image would be loaded from another host",
    zh: "图片会从其他网站加载",
    text: "The site loads nothing from elsewhere, so that it works from a folder, lasts, and \
        tells nobody who reads it. Put the image into `static` beside `content`, or make it a \
        link.",
    text_zh: "网站不从别处加载任何东西，这样从文件夹里就能打开，能长久保存，也不会让别人知道谁在\
        读。请把图片放进 `content` 旁边的 `static`，或者改成链接。",
    example: "pages/about.md",
    wrong: "![图](https://example.org/x.png)",
    right: "[图](https://example.org/x.png)",
}

LinkElsewhere "link-elsewhere" Error {
    en: "a link leads to another host without saying how",
    zh: "链接指向其他网站却没有写明协议",
    text: "An address that begins with `//` takes `https:` or `http:` from the page, and has \
        none where the site is opened from a folder. Write `https://…`, or one `/` less if a \
        page of this site is meant.",
    text_zh: "以 `//` 开头的网址沿用页面的 `https:` 或 `http:`，从文件夹里打开时就没有。请写成 \
        `https://…`；若指的是本站的页面，就少写一个 `/`。",
    example: "pages/about.md",
    wrong: "[看这里](//example.org/x)",
    right: "[看这里](https://example.org/x)",
}

BrokenLink "broken-link" Error {
    en: "a link leads nowhere within the site",
    zh: "站内链接失效",
    text: "`gen check` follows every link of the finished pages. The page or the anchor is not \
        there: correct the address, or remove the link.",
    text_zh: "`gen check` 会逐一检查成品页面里的链接。那个页面或锚点不存在：请改正地址，或者去掉\
        链接。",
    example: "pages/about.md",
    wrong: "[讲者索引](../speaker/)",
    right: "[讲者索引](../speakers/)",
}

BadTemplate "bad-template" Error {
    en: "a template of the site's own cannot be used",
    zh: "自定义模板无法使用",
    text: "A file in `templates/` takes the place of the embedded one. This one cannot be read, \
        or asks for something that is not there; the fields that are there are listed. Correct \
        it, or remove it to use the embedded one.",
    text_zh: "`templates/` 里的文件代替内置的模板。这一个无法读取，或者用到了不存在的东西；可用的\
        字段已经列出。请改正，或者删去它，改用内置的模板。",
    example: "",
    wrong: "$ cat templates/404.html\n<h1>{{ view.titel }}</h1>",
    right: "$ cat templates/404.html\n<h1>{{ view.title }}</h1>",
}

StaticInTheWay "static-in-the-way" Error {
    en: "a file in `static` would replace what the program makes",
    zh: "`static` 中的文件会覆盖生成的文件",
    text: "Files in `static` are published as they are; one of them has the path of a page, or \
        of another file that is made. Give it another name; how pages look is changed in \
        `templates`.",
    text_zh: "`static` 里的文件原样发布；其中一个与某个页面或其他生成的文件同路径。请改名；要改页\
        面的样子，请用 `templates`。",
    example: "",
    wrong: "$ ls static\nindex.html",
    right: "$ mv static/index.html static/old-index.html",
}

NoFont "no-font" Error {
    en: "the font for pictures is not there",
    zh: "找不到用于图片的字体",
    text: "`font` of `social_image` is a path from the folder that has `content` in it. Correct \
        it, or take `social_image` out to draw no pictures for sharing.",
    text_zh: "`social_image` 的 `font` 从 `content` 所在的文件夹写起。请改正路径，或者去掉 \
        `social_image`，不画分享图。",
    example: "site.yaml",
    wrong: "social_image: {font: fonts/NotoSerif.otf}",
    right: "social_image: {font: fonts/NotoSerifCJKsc-Regular.otf}",
}

FontOutside "font-outside" Error {
    en: "the font for pictures is outside of the site's folder",
    zh: "字体在站点文件夹之外",
    text: "The site is made only from what is in its folder, so that it is the same on every \
        machine. Put the font into the folder that has `content` in it.",
    text_zh: "网站只由它的文件夹里的东西生成，这样在每台机器上都一样。请把字体放进 `content` 所在\
        的文件夹。",
    example: "site.yaml",
    wrong: "social_image: {font: ../NotoSerif.otf}",
    right: "social_image: {font: fonts/NotoSerif.otf}",
}

NotAFont "not-a-font" Error {
    en: "a file is not a font that can be drawn with",
    zh: "文件不是可用的字体",
    text: "Name an OpenType or TrueType file (.otf, .ttf, .ttc), whole and unpacked: .woff and \
        .woff2 are packed.",
    text_zh: "请写一个完整的、没有压缩的 OpenType 或 TrueType 文件（.otf、.ttf、.ttc）；.woff 和 \
        .woff2 是压缩的。",
    example: "site.yaml",
    wrong: "social_image: {font: content/speakers.yaml}",
    right: "social_image: {font: fonts/NotoSerif.otf}",
}

WhichFace "which-face" Error {
    en: "the font has several faces, and none is named",
    zh: "字体含有多个字族，却没有指定",
    text: "A collection (.ttc) holds several families, which draw some characters differently. \
        Add `family` with one of those in the help.",
    text_zh: "字体集（.ttc）里有几种字体，同一个字的写法可能不同。请加上 `family`，写`help` 里列\
        出的一种。",
    example: "site.yaml",
    wrong: "social_image: {font: fonts/NotoSerifCJK.ttc}",
    right: "social_image: {font: fonts/NotoSerifCJK.ttc, family: Noto Serif CJK SC}",
}

NoFamily "no-family" Error {
    en: "the font has no face of this family",
    zh: "字体中没有这个字族",
    text: "`family` names none of the families in the file. Write one of those in the help.",
    text_zh: "`family` 写的不是文件里的任何一种。请写`help` 里列出的一种。",
    example: "site.yaml",
    wrong: "social_image: {font: fonts/NotoSerifCJK.ttc, family: Noto Serif CJK CN}",
    right: "social_image: {font: fonts/NotoSerifCJK.ttc, family: Noto Serif CJK SC}",
}

FontLacks "font-lacks" Warning {
    en: "the font lacks characters of the pictures",
    zh: "字体缺少图片所需的字符",
    text: "They are drawn as empty boxes. Name a font that has them.",
    text_zh: "这些字会画成空框。请换一个有这些字的字体。",
    example: "site.yaml",
    wrong: "social_image: {font: fonts/DejaVuSerif.ttf}",
    right: "social_image: {font: fonts/NotoSerifCJKsc-Regular.otf}",
}

ImageInTheWay "image-in-the-way" Error {
    en: "an image of the transcript is where a picture for sharing belongs",
    zh: "原稿的图片占用了分享图的位置",
    text: "The picture of a talk or forum is `social.png` in its folder. Rename the image, and \
        its line in the transcript; or take `social_image` out to draw no pictures.",
    text_zh: "每一讲、每场论坛的分享图是各自文件夹里的 `social.png`。请给原稿里的图片改名，连同原\
        稿里的那一行；或者去掉 `social_image`，不画分享图。",
    example: "agi/transcript.md",
    wrong: "![](social.png)",
    right: "![](img/social.png)",
}

SocialImage "social-image" Error {
    en: "internal error: a picture for sharing cannot be drawn",
    zh: "内部错误：无法绘制分享图",
    text: "This is a fault of the program, or of the font. Please report it with the forum's \
        files; take `social_image` out of site.yaml to build without pictures.",
    text_zh: "这是程序的毛病，或者是字体的。请连同论坛的文件一起报告；要先生成没有分享图的网站，\
        请去掉 site.yaml 里的 `social_image`。",
    example: "site.yaml",
    wrong: "social_image: {font: fonts/broken.otf}",
    right: "# social_image: {font: fonts/broken.otf}",
}
}

        }
    };
}
