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
    example: "pages/about.md",
    wrong: "[看这里](//example.org/x)",
    right: "[看这里](https://example.org/x)",
}

BrokenLink "broken-link" Error {
    en: "a link leads nowhere within the site",
    zh: "站内链接失效",
    text: "`gen check` follows every link of the finished pages. The page or the anchor is not \
        there: correct the address, or remove the link.",
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
    example: "",
    wrong: "$ ls static\nindex.html",
    right: "$ mv static/index.html static/old-index.html",
}

NoFont "no-font" Error {
    en: "the font for pictures is not there",
    zh: "找不到用于图片的字体",
    text: "`font` of `social_image` is a path from the folder that has `content` in it. Correct \
        it, or take `social_image` out to draw no pictures for sharing.",
    example: "site.yaml",
    wrong: "social_image: {font: fonts/NotoSerif.otf}",
    right: "social_image: {font: fonts/NotoSerifCJKsc-Regular.otf}",
}

FontOutside "font-outside" Error {
    en: "the font for pictures is outside of the site's folder",
    zh: "字体在站点文件夹之外",
    text: "The site is made only from what is in its folder, so that it is the same on every \
        machine. Put the font into the folder that has `content` in it.",
    example: "site.yaml",
    wrong: "social_image: {font: ../NotoSerif.otf}",
    right: "social_image: {font: fonts/NotoSerif.otf}",
}

NotAFont "not-a-font" Error {
    en: "a file is not a font that can be drawn with",
    zh: "文件不是可用的字体",
    text: "Name an OpenType or TrueType file (.otf, .ttf, .ttc), whole and unpacked: .woff and \
        .woff2 are packed.",
    example: "site.yaml",
    wrong: "social_image: {font: content/speakers.yaml}",
    right: "social_image: {font: fonts/NotoSerif.otf}",
}

WhichFace "which-face" Error {
    en: "the font has several faces, and none is named",
    zh: "字体含有多个字族，却没有指定",
    text: "A collection (.ttc) holds several families, which draw some characters differently. \
        Add `family` with one of those in the help.",
    example: "site.yaml",
    wrong: "social_image: {font: fonts/NotoSerifCJK.ttc}",
    right: "social_image: {font: fonts/NotoSerifCJK.ttc, family: Noto Serif CJK SC}",
}

NoFamily "no-family" Error {
    en: "the font has no face of this family",
    zh: "字体中没有这个字族",
    text: "`family` names none of the families in the file. Write one of those in the help.",
    example: "site.yaml",
    wrong: "social_image: {font: fonts/NotoSerifCJK.ttc, family: Noto Serif CJK CN}",
    right: "social_image: {font: fonts/NotoSerifCJK.ttc, family: Noto Serif CJK SC}",
}

FontLacks "font-lacks" Warning {
    en: "the font lacks characters of the pictures",
    zh: "字体缺少图片所需的字符",
    text: "They are drawn as empty boxes. Name a font that has them.",
    example: "site.yaml",
    wrong: "social_image: {font: fonts/DejaVuSerif.ttf}",
    right: "social_image: {font: fonts/NotoSerifCJKsc-Regular.otf}",
}

ImageInTheWay "image-in-the-way" Error {
    en: "an image of the transcript is where a picture for sharing belongs",
    zh: "转录稿的图片占用了分享图的位置",
    text: "The picture of a talk or forum is `social.png` in its folder. Rename the image, and \
        its line in the transcript; or take `social_image` out to draw no pictures.",
    example: "agi/transcript.md",
    wrong: "![](social.png)",
    right: "![](img/social.png)",
}

SocialImage "social-image" Error {
    en: "internal error: a picture for sharing cannot be drawn",
    zh: "内部错误：无法绘制分享图",
    text: "This is a fault of the program, or of the font. Please report it with the forum's \
        files; take `social_image` out of site.yaml to build without pictures.",
    example: "site.yaml",
    wrong: "social_image: {font: fonts/broken.otf}",
    right: "# social_image: {font: fonts/broken.otf}",
}
}

        }
    };
}
