//! The registry of diagnostics: every code is raised, its example raises it, and the reference in
//! `docs/` is the one that is made from it.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use forum_proceedings::diagnostics::{
    Code, Example, Problems, SourceMap, TextLanguage, explanation, reference,
};
use forum_proceedings::input::{files::content_folder, load};
use forum_proceedings::output::NullSink;
use forum_proceedings::pipeline::{self, Options, Progress, Stage};

use crate::harness::{Case, FORUM, SPEAKERS, TRANSCRIPT, cases};

/// Codes whose example in a file is not tried, because more than the one file raises them.
const NOT_TRIED: &[(Code, &str)] = &[
    (Code::NoTalks, "the example leaves the talks out"),
    (Code::HostInTalk, "the transcript must have 有请"),
    (Code::DatesBackwards, "the forum must have several days"),
    (Code::StartsElsewhere, "the transcript must have times"),
    (Code::EmptyTranscript, "the example is the whole file"),
    (Code::TwoLanguages, "the subtitles must have two languages"),
    (Code::NoPunctuation, "the whole transcript must be without"),
    (Code::VoiceOfTwo, "the transcript must have voices"),
    (Code::VoiceDoubted, "the transcript must have voices"),
    (Code::NotUnderstood, "the example is the head of the file"),
    (Code::TitleLine, "the example is the head of the file"),
    (Code::DocumentUnreadable, "the example is another file"),
    (Code::FormatName, "the transcript must have times"),
    (Code::CorrectionPartial, "the transcript must have 数据中心"),
    (Code::MentionUnsure, "another speaker must have the same surname and title"),
    (Code::BrokenLink, "links are followed by `gen check` only"),
    (Code::NoFont, "there is no font in the good site"),
    (Code::WhichFace, "there is no font in the good site"),
    (Code::NoFamily, "there is no font in the good site"),
    (Code::FontLacks, "there is no font in the good site"),
    (Code::ImageInTheWay, "there is no font in the good site"),
    (Code::NotAFont, "there is no font in the good site"),
    (Code::SocialImage, "a fault of the program"),
];

/// Codes that no case raises, each with why.
const WITHOUT_CASE: [(Code, &str); 6] = [
    (Code::OutputBusy, "needs two runs at once"),
    (Code::OutputMounted, "needs a mounted disk"),
    (Code::Data, "a fault of the program"),
    (Code::Ledger, "a fault of the program"),
    (Code::Markdown, "a fault of the program"),
    (Code::SocialImage, "a fault of the program"),
];

fn project() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

#[test]
fn the_reference_is_up_to_date_in_both_languages() {
    let files = [
        ("diagnostics.md", TextLanguage::English),
        ("diagnostics.zh-CN.md", TextLanguage::Chinese),
    ];
    for (file, language) in files {
        let path = project().join("docs").join(file);
        let now = reference(language);
        if fs::read_to_string(&path).unwrap_or_default() == now {
            continue;
        }
        let update = std::env::var_os("UPDATE_SNAPSHOTS").is_some();
        assert!(update, "docs/{file} is not what the registry says; UPDATE_SNAPSHOTS=1 writes it");
        fs::write(path, now).unwrap();
    }
}

#[test]
fn every_code_has_a_name_of_its_own_that_is_its_variant_in_kebab_case() {
    let names: BTreeSet<&str> = Code::ALL.iter().map(|code| code.name()).collect();
    assert_eq!(names.len(), Code::ALL.len());
    for code in Code::ALL {
        let first = |word: &str| word[..1].to_uppercase() + &word[1..];
        let variant: String = code.name().split('-').map(first).collect();
        assert_eq!(format!("{code:?}"), variant);
    }
}

#[test]
fn every_code_is_explained() {
    for code in Code::ALL {
        let entry = code.entry();
        let meaning = entry.meaning.en;
        assert!(!meaning.is_empty() && !meaning.ends_with('.'), "{code}: {meaning}");
        assert!(!meaning.starts_with(char::is_uppercase), "{code}: {meaning}");
        assert!(entry.meaning.zh.is_some_and(|zh| !zh.is_ascii() && !zh.ends_with('。')), "{code}");
        assert!(entry.text.zh.is_none_or(|zh| zh.ends_with('。') && !zh.contains("  ")), "{code}");
        assert!(entry.text.en.ends_with('.') && entry.text.en.len() > meaning.len(), "{code}");
        let Example { wrong, right, .. } = entry.example;
        assert!(!wrong.is_empty() && !right.is_empty() && wrong != right, "{code}");
    }
}

#[test]
fn every_code_is_raised_somewhere_and_none_is_written_as_a_text() {
    let mut raised = BTreeSet::new();
    let literals: Vec<String> = Code::ALL
        .iter()
        .map(|code| format!("{:?}", code.name()))
        .filter(|l| l.contains('-'))
        .collect();
    for entry in walkdir::WalkDir::new(project().join("src")).into_iter().map(Result::unwrap) {
        let of_registry = entry.path().starts_with(project().join("src/diagnostics"));
        if of_registry || entry.path().extension().is_none_or(|ending| ending != "rs") {
            continue;
        }
        let source = fs::read_to_string(entry.path()).unwrap();
        let literal = literals.iter().find(|literal| source.contains(literal.as_str()));
        assert_eq!(literal, None, "in {}", entry.path().display());
        for after in source.split("Code::").skip(1) {
            raised
                .insert(after.chars().take_while(char::is_ascii_alphanumeric).collect::<String>());
        }
    }
    let missing: Vec<&Code> =
        Code::ALL.iter().filter(|code| !raised.contains(&format!("{code:?}"))).collect();
    assert!(missing.is_empty(), "never raised: {missing:?}");
}

struct Silent;

impl Progress for Silent {
    fn begin(&self, _: Stage, _: usize) {}
    fn step(&self) {}
}

/// The codes that a site raises; the text rules are carried out only where it is asked.
fn codes_of(case: &Case, whole: bool) -> Vec<Code> {
    if whole {
        let options = Options { root: case.root().to_owned(), ..Options::default() };
        let outcome = pipeline::build(&options, &NullSink, &Silent);
        return outcome.problems.iter().map(|problem| problem.code).collect();
    }
    let (mut sources, mut problems) = (SourceMap::default(), Problems::new());
    let tree = content_folder::read(case.root(), &mut sources, &mut problems);
    load::load(&tree, &mut sources, &mut problems);
    problems.iter().map(|problem| problem.code).collect()
}

/// The good site with the example in it: `wrong` in the place of `right` if the site has that, else
/// at the end of the file.
fn site_with(example: &Example, words: &str) -> Case {
    let case = Case::new("good");
    let path = format!("content/{}", example.file);
    let Ok(text) = fs::read_to_string(case.path(&path)) else {
        if path.ends_with(".vtt") {
            // the first line says what it is, so that nothing may stand above it
            return case
                .write(&path, words)
                .append("content/agi/forum.yaml", "transcript: talks.vtt\n");
        }
        let head = if words.contains("-->") {
            "1\n00:00:01,000 --> 00:00:03,500\n各位来宾下午好\n\n"
        } else {
            ""
        };
        let name = example.file.rsplit('/').next().unwrap();
        return case
            .write(&path, format!("{head}2\n{words}\n"))
            .append("content/agi/forum.yaml", &format!("transcript: {name}\n"));
    };
    if text.contains(example.right) {
        return case.write(&path, text.replacen(example.right, words, 1));
    }
    case.append(&path, &format!("\n{words}\n"))
}

#[test]
fn every_example_raises_its_code_until_it_is_corrected() {
    for &code in Code::ALL {
        let example = &code.entry().example;
        if example.file.is_empty() || NOT_TRIED.iter().any(|(not, _)| *not == code) {
            continue;
        }
        let wrong = site_with(example, example.wrong);
        let whole = !codes_of(&wrong, false).contains(&code);
        assert!(!whole || codes_of(&wrong, true).contains(&code), "{code} is not raised");
        let right = site_with(example, example.right);
        assert!(
            !codes_of(&right, whole).contains(&code),
            "{code} is raised by the corrected example"
        );
    }
}

#[test]
fn every_code_stands_on_the_screen_of_a_case() {
    let screens = names_on_screens();
    let without: Vec<&str> = WITHOUT_CASE.iter().map(|(code, _)| code.name()).collect();
    for code in Code::ALL.iter().map(|code| code.name()) {
        assert_ne!(screens.contains(code), without.contains(&code), "{code}");
    }
}

/// What stands in brackets behind `error`, `warning` or `note` on the screens of the cases.
fn names_on_screens() -> BTreeSet<String> {
    let files = walkdir::WalkDir::new(cases()).into_iter().map(Result::unwrap);
    let screens = files.filter(|file| file.file_name() == "screen.txt");
    let screens = screens.map(|file| fs::read_to_string(file.path()).unwrap());
    let name = |line: &str| {
        let (severity, after) = line.split_once('[')?;
        let (name, _) = after.split_once("]: ")?;
        let said = ["error", "warning", "note"].iter().any(|word| severity.ends_with(word));
        said.then(|| name.to_owned())
    };
    screens.flat_map(|screen| screen.lines().filter_map(name).collect::<Vec<_>>()).collect()
}

#[test]
fn a_recording_in_two_places_is_an_error() {
    Case::new("video-twice")
        .replace(FORUM, "part: 31}", "part: 31, youtube: dQw4w9WgXcQ}")
        .refused()
        .screen();
}

#[test]
fn a_form_of_address_that_could_be_two_speakers_is_noted() {
    Case::new("mention-unsure")
        .replace(FORUM, "[wei-kai, qiao-yu]", "[wei-kai, qiao-yu, li-ming]")
        .append(SPEAKERS, "- {id: li-ming, name: 李明, title: 院长}\n")
        .run(&["check", "--notes"])
        .exits(0)
        .screen();
}

#[test]
fn permalinks_whose_words_were_removed_are_named() {
    let case = Case::new("permalinks-lost");
    case.run(&["lock"]).exits(0);
    case.replace(TRANSCRIPT, "各位来宾下午好，我是主持人陆凡。下面有请李华院长致辞。", "")
        .run(&["build"])
        .exits(0)
        .screen();
}

#[cfg(unix)]
#[test]
fn a_file_that_nobody_may_read_is_named() {
    use std::os::unix::fs::PermissionsExt;
    let case = Case::new("unreadable");
    let closed = fs::Permissions::from_mode(0o000);
    fs::set_permissions(case.path(TRANSCRIPT), closed).unwrap();
    // permissions do not hold back root
    let Some(ran) = case.run_as_nobody(&["build"], None) else { return };
    ran.exits(1).screen();
}

#[test]
fn a_code_is_explained_on_stdout() {
    let case = Case::empty("explain");
    let ran = case.run(&["explain", "quote-not-found"]);
    ran.exits(0);
    let entry = Code::QuoteNotFound.entry();
    assert_eq!(ran.stdout(), explanation(entry, TextLanguage::English));
    assert_eq!(ran.stderr(), "");
}

#[test]
fn a_code_that_is_not_known_is_suggested() {
    Case::empty("explain-unknown").run(&["explain", "quote-not-fund"]).exits(2).screen();
}
