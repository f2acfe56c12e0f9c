//! The files that have YAML in them, and the keys of the short ones: `corrections.yaml` and the
//! front matter of free pages.

use super::forum_yaml::forum;
use super::key_handle::{Key, Mapping, keys};
use super::key_spec::{Bilingual, KeySpec, ListItem, MappingSpec, ValueKind};
use super::site_yaml::site;
use super::speakers_yaml::speaker;

/// A kind of file that has YAML in it.
#[derive(Clone, Copy, Debug)]
pub struct YamlFile {
    /// In which folder it lies.
    pub folder: SiteFolder,
    /// Its name; `*` stands for any.
    pub name: &'static str,
    /// What it is for.
    pub meaning: Bilingual,
    /// What is in it.
    pub contents: FileContents,
}

/// A folder of a site.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SiteFolder {
    /// `content/`
    Content,
    /// The folder of a forum in `content/`.
    Forum,
    /// `content/pages/`
    Pages,
    /// `templates/strings/`
    Strings,
}

/// What is in a file.
#[derive(Clone, Copy, Debug)]
pub enum FileContents {
    /// A mapping with these keys.
    Mapping(&'static MappingSpec),
    /// A list of mappings.
    List(&'static MappingSpec),
    /// Markdown, with a mapping as its front matter.
    FrontMatter(&'static MappingSpec),
    /// A mapping from the keys of another file to texts.
    Texts,
}

/// All kinds of files, in the order of the reference.
pub const FILES: [YamlFile; 6] = [
    YamlFile {
        folder: SiteFolder::Content,
        name: "site.yaml",
        meaning: Bilingual { en: "The site as a whole.", zh: "整个网站。" },
        contents: FileContents::Mapping(&site::Keys::SPEC),
    },
    YamlFile {
        folder: SiteFolder::Content,
        name: "speakers.yaml",
        meaning: Bilingual {
            en: "Everyone who speaks, once, for all forums.",
            zh: "所有讲者，各写一次，各场论坛共用。",
        },
        contents: FileContents::List(&speaker::Keys::SPEC),
    },
    YamlFile {
        folder: SiteFolder::Forum,
        name: "forum.yaml",
        meaning: Bilingual {
            en: "A forum: its sessions, talks and turns.",
            zh: "一场论坛：环节、各讲、发言次序。",
        },
        contents: FileContents::Mapping(&forum::Keys::SPEC),
    },
    YamlFile {
        folder: SiteFolder::Forum,
        name: "corrections.yaml",
        meaning: Bilingual {
            en: "What the recogniser misheard, and what was meant.",
            zh: "识别器听错了什么，本来是什么。",
        },
        contents: FileContents::List(&correction::Keys::SPEC),
    },
    YamlFile {
        folder: SiteFolder::Pages,
        name: "*.md",
        meaning: Bilingual {
            en: "A free page: Markdown, with its title in the front matter.",
            zh: "其他页面：Markdown，开头写明标题。",
        },
        contents: FileContents::FrontMatter(&page::Keys::SPEC),
    },
    YamlFile {
        folder: SiteFolder::Strings,
        name: "*.yaml",
        meaning: Bilingual {
            en: "Texts of the interface that are to read otherwise, by the keys of the file of the \
                 same name that the program brings.",
            zh: "想改掉的界面文字；键与程序自带的同名文件相同。",
        },
        contents: FileContents::Texts,
    },
];

impl YamlFile {
    /// The mapping that it has, or whose entries it lists.
    pub fn mapping(&self) -> Option<&'static MappingSpec> {
        match self.contents {
            FileContents::Mapping(mapping)
            | FileContents::List(mapping)
            | FileContents::FrontMatter(mapping) => Some(mapping),
            FileContents::Texts => None,
        }
    }
}

/// An entry of `corrections.yaml`.
pub mod correction {
    use super::*;

    /// The type of the keys of this mapping.
    #[derive(Debug)]
    pub struct Keys;

    keys!(
        HEARD = KeySpec::new("heard", ValueKind::Words)
            .required()
            .means("what the recogniser wrote", "识别器写成了什么")
            .example("新通院"),
        MEANT = KeySpec::new("meant", ValueKind::Words)
            .required()
            .means("what was said", "本来是什么")
            .example("信通院"),
        IN = KeySpec::new("in", ValueKind::List(ListItem::Id))
            .means(
                "the ids of the talks to which it is limited; all of them where it is missing",
                "只在哪几讲里改（写代号）；不写就全场都改",
            )
            .example("[tao-dacheng]"),
    );

    impl Mapping for Keys {
        const SPEC: MappingSpec = MappingSpec {
            name: "a correction",
            title: Bilingual { en: "A correction", zh: "更正" },
            example: Some("- {heard: 新通院, meant: 信通院}"),
            keys: ALL,
        };
    }
}

/// The front matter of a free page.
pub mod page {
    use super::*;

    /// The type of the keys of this mapping.
    #[derive(Debug)]
    pub struct Keys;

    keys!(
        TITLE = KeySpec::new("title", ValueKind::Name)
            .required()
            .means("the title of the page", "页面的标题")
            .example("关于"),
        NAV = KeySpec::new("nav", ValueKind::Flag)
            .default("true")
            .means("whether it stands in the navigation", "是否列在导航里")
            .example("false"),
    );

    impl Mapping for Keys {
        const SPEC: MappingSpec = MappingSpec {
            name: "a page",
            title: Bilingual { en: "A free page", zh: "其他页面" },
            example: None,
            keys: ALL,
        };
    }
}
