//! The keys of an entry of `speakers.yaml`.

use super::key_handle::{Key, Mapping, keys};
use super::key_spec::{Bilingual, KeySpec, ListItem, MappingSpec, ValueKind};

/// An entry of `speakers.yaml`.
pub mod speaker {
    use super::*;

    /// The type of the keys of this mapping.
    #[derive(Debug)]
    pub struct Keys;

    keys!(
        ID = KeySpec::new("id", ValueKind::Id)
            .required()
            .means(
                "the id, which other files use and which becomes the address",
                "代号，其他文件里用它，也是网页的地址"
            )
            .example("tao-dacheng"),
        NAME = KeySpec::new("name", ValueKind::Name)
            .required()
            .means("the name as it should be written", "姓名，正确的写法")
            .example("陶大程"),
        LATIN = KeySpec::new("latin", ValueKind::Name)
            .means("the name in Latin letters", "姓名的拉丁字母写法")
            .example("Dacheng Tao"),
        FAMILY = KeySpec::new("family", ValueKind::Name)
            .means(
                "the family name, as it stands in `name` or `latin`, for citations; with `given`",
                "姓，照 `name` 或 `latin` 里的写法，供引用格式用；与 `given` 同写",
            )
            .example("山田"),
        GIVEN = KeySpec::new("given", ValueKind::Name)
            .means("the given name, likewise; with `family`", "名，同上；与 `family` 同写")
            .example("太郎"),
        LITERAL = KeySpec::new("literal", ValueKind::Flag)
            .default("false")
            .means(
                "whether this is an organisation or a group, whose name citations give whole",
                "是否为机构或群体的名称；写 `true`，引用格式中不拆成姓和名",
            )
            .example("true"),
        HEARD_AS = KeySpec::new("heard_as", ValueKind::List(ListItem::Text))
            .means(
                "how the recogniser wrote the name; for search and links, it changes no text",
                "识别器把姓名写成了什么；供查找和链接用，不改动文字",
            )
            .example("[陶大成, 陶源士]"),
        AFFILIATION = KeySpec::new("affiliation", ValueKind::Line)
            .means("where the speaker works", "所在单位")
            .example("南洋理工大学"),
        TITLE = KeySpec::new("title", ValueKind::Name)
            .means("the position or title", "职务或头衔")
            .example("杰出教授"),
        VERIFIED = KeySpec::new("verified", ValueKind::Flag)
            .default("true")
            .means(
                "whether somebody has checked the name; `false` shows 待核实 beside it",
                "姓名是否核实过；写 `false`，名字旁会标“待核实”",
            )
            .example("false"),
        LINKS = KeySpec::new("links", ValueKind::NamedUrls)
            .means(
                "web addresses by name; `mailto:` is one too",
                "各种链接：名称和网址，也可以是 `mailto:`"
            )
            .example("{homepage: \"https://example.org\"}"),
    );

    impl Mapping for Keys {
        const SPEC: MappingSpec = MappingSpec {
            name: "a speaker",
            title: Bilingual { en: "A speaker", zh: "讲者" },
            example: None,
            keys: ALL,
        };
    }
}
