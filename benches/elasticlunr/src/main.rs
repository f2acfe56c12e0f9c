//! Makes the search index that Zola would make for a folder of texts:
//! `elasticlunr-index <folder> <language>`.
//!
//! The first line of a text is its title; its file name, without `.txt`, is its id. The fields and
//! the library are those of Zola (see `components/search/src/elasticlunr.rs` there). The index is
//! written to standard output.

use std::error::Error;
use std::{env, fs};

use elasticlunr::{IndexBuilder, lang};

fn main() -> Result<(), Box<dyn Error>> {
    let arguments: Vec<String> = env::args().collect();
    let [_, folder, language] = arguments.as_slice() else {
        return Err("give a folder and a language".into());
    };
    let language = lang::from_code(language).ok_or("a language that the library does not have")?;
    let mut index =
        IndexBuilder::with_language(language).add_field("title").add_field("body").build();
    let mut texts = fs::read_dir(folder)?.collect::<Result<Vec<_>, _>>()?;
    texts.sort_by_key(fs::DirEntry::file_name);
    for text in texts {
        let name = text.file_name().to_string_lossy().into_owned();
        let content = fs::read_to_string(text.path())?;
        let (title, body) = content.split_once('\n').unwrap_or((&content, ""));
        index.add_doc(name.trim_end_matches(".txt"), [title, body]);
    }
    print!("window.searchIndex = {};", index.to_json());
    Ok(())
}
