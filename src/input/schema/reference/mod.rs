//! The reference of the YAML files in Markdown, `docs/yaml.md` and `docs/yaml.zh-CN.md`, made from
//! the table: a section for every file, in it a table for every mapping, a row for every key.

mod kinds;

use std::fmt::Write as _;

use super::files::{FILES, FileContents, SiteFolder, YamlFile};
use super::key_spec::{Bilingual, KeySpec, MappingSpec, ValueKind};
use crate::diagnostics::TextLanguage;

/// The reference in a language.
pub fn markdown(language: TextLanguage) -> String {
    let page = ReferencePage { language };
    let mut out = page.head();
    let mut described: Vec<&'static str> = Vec::new();
    for file in &FILES {
        out += &page.file(file, &mut described);
    }
    out
}

/// The table of one mapping, as the reference has it.
pub fn mapping(mapping: &MappingSpec, language: TextLanguage) -> String {
    ReferencePage { language }.table(mapping)
}

/// The page in one language.
#[derive(Clone, Copy)]
struct ReferencePage {
    language: TextLanguage,
}

impl ReferencePage {
    /// The text in the language of the page.
    fn text(self, text: Bilingual) -> &'static str {
        match self.language {
            TextLanguage::Chinese => text.zh,
            TextLanguage::English => text.en,
        }
    }

    fn pick(self, en: &'static str, zh: &'static str) -> &'static str {
        self.text(Bilingual { en, zh })
    }

    fn head(self) -> String {
        let title = self.pick("The YAML files", "YAML 文件");
        let other = self.pick("[中文](yaml.zh-CN.md)", "[English](yaml.md)");
        let about = self.pick(
            "Every key of every file that you write, as the program reads them. A key that is not \
             listed here is an error.\nHow the files work together is told in \
             [README.md](../README.md#what-you-write).",
            "你要写的各个文件里的每一个键，程序就按这张表来读；表里没有的键一律报错。\n\
             各个文件怎样配合，见 [README.zh-CN.md](../README.zh-CN.md#你要写什么)。",
        );
        format!(
            "# {title}\n\n\
             <!-- Made from src/input/schema/. After a change there, run\n     \
             UPDATE_SNAPSHOTS=1 cargo test --test testsuite yaml_reference -->\n\n\
             {other}\n\n{about}\n\n{}",
            self.forms()
        )
    }

    /// A section for a file: its mapping, and every mapping within it that was not described yet.
    fn file(self, file: &YamlFile, described: &mut Vec<&'static str>) -> String {
        let mut out = format!("## `{}`\n\n{}", path(file, self), self.text(file.meaning));
        let note = match file.contents {
            FileContents::List(_) => {
                self.pick(" A list; each entry has:", "这是一个列表，每一项有：")
            }
            _ => "",
        };
        let _ = writeln!(out, "{note}\n");
        let Some(root) = file.mapping() else { return out };
        let mut waiting = vec![root];
        while let Some(mapping) = waiting.pop() {
            // by title, because a constant has no address of its own to compare
            if described.contains(&mapping.title.en) {
                continue;
            }
            described.push(mapping.title.en);
            if mapping.title.en != root.title.en {
                let _ = writeln!(out, "### {}\n", self.text(mapping.title));
                let _ = writeln!(out, "{}\n", self.uses(mapping, root));
            }
            out += &self.table(mapping);
            out.push('\n');
            // reversed onto a stack, so that mappings are described in the order of the keys
            waiting.extend(mapping.keys.iter().rev().filter_map(|key| key.kind.mapping()));
        }
        out
    }

    fn table(self, mapping: &MappingSpec) -> String {
        let head =
            self.pick("| key | value | | meaning | example |", "| 键 | 值 | | 意思 | 例子 |");
        let mut out = format!("{head}\n| --- | --- | --- | --- | --- |\n");
        for key in mapping.keys {
            out += &self.row(key);
        }
        out
    }

    fn row(self, key: &KeySpec) -> String {
        let need = match (key.required, key.default) {
            (true, _) => self.pick("required", "必写").to_owned(),
            (false, Some(value)) => format!("{} `{value}`", self.pick("default", "默认")),
            (false, None) => String::new(),
        };
        let cells = [
            format!("`{}`", key.name),
            self.kind(key.kind),
            need,
            self.text(key.meaning).to_owned(),
            format!("`{}`", key.example.trim_start()),
        ];
        // a bar would end the cell of the table
        format!("| {} |\n", cells.map(|cell| cell.replace('|', "\\|")).join(" | "))
    }

    /// Which keys have a mapping as their value, or in their list.
    fn uses(self, mapping: &MappingSpec, root: &MappingSpec) -> String {
        let mut keys: Vec<&KeySpec> = Vec::new();
        users(mapping, root, &mut keys);
        let mut names: Vec<String> = keys.iter().map(|key| format!("`{}`", key.name)).collect();
        names.dedup();
        names.sort();
        names.dedup();
        let names = names.join(self.pick(", ", "、"));
        let quote = keys.iter().any(|key| matches!(key.kind, ValueKind::Quote(_)));
        let list = keys.iter().any(|key| key.kind.is_list());
        match (quote, list) {
            (true, _) => self.pick(
                "Where the words alone are not enough: the value of",
                "只写文字不够时，可以这样写：",
            ),
            (_, true) => self.pick("In the list of", "列在："),
            _ => self.pick("The value of", "写在："),
        }
        .to_owned()
            + self.pick(" ", "")
            + &names
            + self.pick(".", "。")
    }
}

/// The keys under a mapping whose value is, or lists, another.
fn users(mapping: &MappingSpec, root: &MappingSpec, keys: &mut Vec<&'static KeySpec>) {
    for key in root.keys {
        let Some(nested) = key.kind.mapping() else { continue };
        if nested.title.en == mapping.title.en {
            keys.push(key);
        }
        users(mapping, nested, keys);
    }
}

fn path(file: &YamlFile, page: ReferencePage) -> String {
    let folder = match file.folder {
        SiteFolder::Content => "content/",
        SiteFolder::Forum => page.pick("content/<forum>/", "content/<论坛>/"),
        SiteFolder::Pages => "content/pages/",
        SiteFolder::Strings => "templates/strings/",
    };
    format!("{folder}{}", file.name)
}
