//! The keys of `site.yaml`.

use super::key_handle::{Key, Mapping, first_of_each, keys};
use super::key_spec::{Bilingual, KeySpec, MappingSpec, ValueKind};

/// `site.yaml` as a whole.
pub mod site {
    use super::*;
    use crate::model::Language;

    /// The type of the keys of this mapping.
    #[derive(Debug)]
    pub struct Keys;

    /// What is filled in for a place in the sources.
    pub const PLACEHOLDERS_OF_PLACE: [&str; 2] = ["path", "line"];
    /// What is filled in for a passage.
    pub const PLACEHOLDERS_OF_PASSAGE: [&str; 3] = ["url", "title", "words"];

    const LANGUAGES: [&str; Language::ALL.len()] = first_of_each(&Language::ALL);

    keys!(
        TITLE = KeySpec::new("title", ValueKind::Name)
            .required()
            .means("the name of the site", "网站的名称")
            .example("论坛实录"),
        LANGUAGE = KeySpec::new("language", ValueKind::OneOf(&LANGUAGES))
            .default("zh-CN")
            .means(
                "the language of the interface; another tag of one of them takes the nearest, \
                 as `zh-HK` does that of `zh-TW`",
                "界面的语言；写它们的其他标签，就用最接近的一种，比如 `zh-HK` 用 `zh-TW` 的界面",
            )
            .example("zh-CN"),
        BASE_URL = KeySpec::new("base_url", ValueKind::Url)
            .means(
                "the address of the folder under which the site is published; \
                 canonical links, feeds and the site map need it",
                "网站公布在哪个目录下；规范链接、订阅源和站点地图要用到",
            )
            .example("https://example.org/forum/"),
        DESCRIPTION = KeySpec::new("description", ValueKind::Line)
            .means("one sentence about the site", "用一句话介绍网站")
            .example("论坛的全文实录"),
        LICENCE = KeySpec::new("licence", ValueKind::Line)
            .means("the terms under which the text may be used", "文字按什么许可使用")
            .example("CC BY 4.0"),
        EDIT_URL = KeySpec::new("edit_url", ValueKind::UrlTemplate(&PLACEHOLDERS_OF_PLACE))
            .means(
                "where the files of `content/` are edited; without placeholders it is a folder, \
                 to which path and line are added",
                "`content/` 里的文件在哪里修改；不写占位符，就当作目录，后面接上路径和行号",
            )
            .example("\"https://github.com/you/forum/edit/main/{path}#L{line}\""),
        REPORT_URL = KeySpec::new("report_url", ValueKind::UrlTemplate(&PLACEHOLDERS_OF_PASSAGE))
            .means(
                "where readers report a mistake: a web address, or one that begins with `mailto:`",
                "读者在哪里报告错误：网址，或者以 `mailto:` 开头的邮箱地址",
            )
            .of_form("^(https?://|mailto:)[^\\s\"'<>]+$")
            .example("\"https://example.org/report?title={title}&body={words}%0A{url}\""),
        MOVED = KeySpec::new("moved", ValueKind::Addresses)
            .means(
                "published addresses that are gone, each with the page of the site that it leads \
                 to; both from the top of the site, with a slash at the end",
                "公布过而已不存在的网址，各写上通向本站的哪一页；都从网站根目录写起，末尾带斜杠",
            )
            .example("{topics/di-tu/: topics/di-tu-xue/}"),
        SOCIAL_IMAGE = KeySpec::new("social_image", ValueKind::Mapping(&social_image::Keys::SPEC))
            .means(
                "the font with which a picture for sharing is drawn beside every talk and forum; \
                 without it none is drawn",
                "给每一讲、每场论坛画分享图所用的字体；不写就不画",
            )
            .example("{font: fonts/NotoSerifSC-Regular.otf}"),
    );

    impl Mapping for Keys {
        const SPEC: MappingSpec = MappingSpec {
            name: "the site",
            title: Bilingual { en: "The site", zh: "网站" },
            example: None,
            keys: ALL,
        };
    }
}

/// `social_image` of the site.
pub mod social_image {
    use super::*;

    /// The type of the keys of this mapping.
    #[derive(Debug)]
    pub struct Keys;

    keys!(
        FONT = KeySpec::new("font", ValueKind::Path)
            .required()
            .means(
                "the file of an OpenType or TrueType font, its path from the folder that has \
                 `content/` in it",
                "OpenType 或 TrueType 字体文件，从 `content/` 所在的目录写起",
            )
            .example("fonts/NotoSerifCJK-SemiBold.ttc"),
        FAMILY = KeySpec::new("family", ValueKind::Line)
            .means(
                "the family to draw with, where the file has several",
                "文件里有几种字体时，用哪一种"
            )
            .example("Noto Serif CJK SC"),
    );

    impl Mapping for Keys {
        const SPEC: MappingSpec = MappingSpec {
            name: "social_image",
            title: Bilingual { en: "The font of pictures for sharing", zh: "分享图的字体" },
            example: None,
            keys: ALL,
        };
    }
}
