//! Whole forums: the real one of `content/`, and two more from the folder next to the project.
//!
//! For those two the YAML is made here from tab-separated files: `agenda.tsv` has a line for each
//! segment with its first and last words, `panel-turns.tsv` a line for each turn of the panel.

use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};

use forum_proceedings::text::name_pinyin;
use serde_json::{Value, json};

use crate::harness::Case;

/// The folder of real transcripts, where it is there; else the test says that it does not test,
/// past the harness, which keeps what a test prints to itself.
pub fn shared(what: &str) -> Option<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared").join(what);
    if !folder.is_dir() {
        let message =
            format!("not tested: there is no folder ../shared/{what} beside the project\n");
        std::io::stderr().write_all(message.as_bytes()).unwrap();
        return None;
    }
    Some(folder)
}

/// A segment of an agenda.
struct Segment {
    id: String,
    kind: String,
    title: String,
    /// Id and name of each speaker.
    speakers: Vec<(String, String)>,
    first: String,
    last: String,
}

/// The rows of a tab-separated file, without its comments.
pub fn rows(path: &Path) -> Vec<Vec<String>> {
    let text = fs::read_to_string(path).unwrap();
    let rows = text.lines().filter(|line| !line.starts_with('#') && !line.trim().is_empty());
    rows.map(|line| line.split('\t').map(str::to_owned).collect()).collect()
}

fn agenda(path: &Path) -> Vec<Segment> {
    let segment = |row: Vec<String>| {
        let [id, kind, people, title, first, last] = row.try_into().unwrap();
        let speakers = people.split("; ").map(speaker).collect();
        Segment { id, kind, title, speakers, first, last }
    };
    rows(path).into_iter().map(segment).collect()
}

/// `as heard→name（待核实）|affiliation` as id and name.
fn speaker(text: &str) -> (String, String) {
    let name = text.split('→').next_back().unwrap().split(['|', '（']).next().unwrap();
    let spelled = name_pinyin::to_pinyin(name);
    let (surname, given) = spelled.split_once(' ').unwrap_or((&spelled, ""));
    let id = format!("{surname}-{}", given.replace(' ', ""));
    (id.trim_matches('-').to_owned(), name.to_owned())
}

/// A site with one forum, made of a folder of the corpus. JSON is YAML.
fn site_of(case: Case, corpus: &Path) -> Case {
    let segments = agenda(&corpus.join("agenda.tsv"));
    let turns = rows(&corpus.join("panel-turns.tsv"));
    let mut people: Vec<(String, String)> =
        segments.iter().flat_map(|segment| segment.speakers.clone()).collect();
    people.extend(turns.iter().map(|turn| (turn[0].clone(), turn[0].clone())));
    let mut known: Vec<Value> = Vec::new();
    for (id, name) in people {
        if known.iter().all(|speaker| speaker["id"] != id.as_str()) {
            known.push(json!({"id": id, "name": name}));
        }
    }
    let talk = |segment: &Segment| {
        let mut speakers: Vec<&str> = segment.speakers.iter().map(|(id, _)| id.as_str()).collect();
        let panel = segment.kind == "panel";
        let turns: Vec<Value> = turns.iter().map(|turn| json!({&turn[0]: turn[1]})).collect();
        if panel {
            speakers.extend(
                known
                    .iter()
                    .filter_map(|s| s["id"].as_str())
                    .filter(|id| id.starts_with("audience")),
            );
        }
        let mut talk = json!({
            "id": segment.id, "kind": segment.kind, "title": segment.title,
            "speakers": speakers, "from": segment.first, "to": segment.last,
        });
        if panel {
            talk["turns"] = turns.into();
        }
        talk
    };
    let talks: Vec<Value> = segments.iter().map(talk).collect();
    let forum = json!({
        "title": "论坛", "sessions": [{"id": "programme", "title": "议程", "talks": talks}],
    });
    case.write("content/site.yaml", "title: 实录\n")
        .write("content/speakers.yaml", json!(known).to_string())
        .write("content/forum/forum.yaml", forum.to_string())
        .write("content/forum/transcript.md", fs::read(corpus.join("transcript.md")).unwrap())
}

/// What was built of a forum, by its data file.
struct Built {
    data: Value,
    schema: Value,
}

impl Built {
    fn of(out: &Path, forum: &str) -> Self {
        let json =
            |path: String| serde_json::from_slice(&fs::read(out.join(path)).unwrap()).unwrap();
        Self { data: json(format!("data/{forum}.json")), schema: json("data/schema.json".into()) }
    }

    fn record(&self) -> &[Value] {
        self.data["record"].as_array().unwrap()
    }

    /// The verbatim text of the entries for which something holds, end to end.
    fn verbatim(&self, holds: impl Fn(&Value) -> bool) -> String {
        let entries = self.record().iter().filter(|entry| holds(entry));
        entries.map(|entry| entry["verbatim"].as_str().unwrap()).collect()
    }

    fn has_every_character_of(&self, transcript: &Path) {
        let text = joined(&fs::read_to_string(transcript).unwrap());
        let verbatim = self.verbatim(|_| true);
        let at = text.char_indices().zip(verbatim.char_indices()).find(|(a, b)| a != b);
        assert!(at.is_none(), "differs at byte {}: …{}", at.unwrap().0.0, &text[at.unwrap().0.0..]);
        assert_eq!(text.len(), verbatim.len());
    }

    fn has_a_ledger_that_adds_up(&self) {
        let of = |part: &str| usize::try_from(self.data["ledger"][part].as_u64().unwrap()).unwrap();
        assert_eq!(of("talk") + of("host") + of("cut"), of("characters"));
        assert_eq!(of("characters"), self.verbatim(|_| true).chars().count());
        for part in ["talk", "host", "cut"] {
            let said = self.verbatim(|entry| entry["part"] == part);
            assert_eq!(of(part), said.chars().count(), "{part}");
        }
    }

    fn is_as_its_schema_says(&self) {
        let validator = jsonschema::validator_for(&self.schema).unwrap();
        let errors: Vec<String> =
            validator.iter_errors(&self.data).map(|e| e.to_string()).collect();
        assert!(errors.is_empty(), "{errors:#?}");
    }

    fn has_segments_that_begin_and_end_with_their_words(&self, agenda: &[Segment]) {
        let talks = self.data["talks"].as_array().unwrap();
        assert_eq!(talks.len(), agenda.len());
        let said: Vec<String> = talks
            .iter()
            .map(|talk| tight(&self.verbatim(|e| e["part"] == "talk" && e["talk"] == talk["id"])))
            .collect();
        for segment in agenda {
            let (first, last) = (tight(&segment.first), tight(&segment.last));
            let found = said.iter().any(|said| said.starts_with(&first) && said.ends_with(&last));
            assert!(found, "no talk is the segment `{}`", segment.id);
        }
    }

    /// The panel's turns in order, each beginning with its words.
    fn has_turns(&self, turns: &[Vec<String>]) {
        let talk = self.data["talks"].as_array().unwrap().iter().find(|t| t["kind"] == "panel");
        let talk = &talk.unwrap()["id"];
        let mut found: Vec<(&str, String)> = Vec::new();
        for entry in self.record().iter().filter(|e| e["part"] == "talk" && &e["talk"] == talk) {
            let speaker = entry["speaker"].as_str().unwrap();
            let said = tight(entry["verbatim"].as_str().unwrap());
            match found.last_mut() {
                Some((last, words)) if *last == speaker => *words += &said,
                _ => found.push((speaker, said)),
            }
        }
        let changes = turns.chunk_by(|a, b| a[0] == b[0]).map(|turns| &turns[0]);
        for (i, turn) in changes.clone().enumerate() {
            assert_eq!(turn[0], found[i].0, "who says {}", turn[1]);
            // the words quoted may reach into the next turn
            let said: String = found[i..].iter().map(|(_, said)| said.as_str()).collect();
            assert!(said.starts_with(&tight(&turn[1])), "{} is not where {said} is", turn[1]);
        }
        assert_eq!(found.len(), changes.count());
    }

    fn has_ids_that_are_unique(&self) {
        let mut ids: Vec<&str> = self.record().iter().map(|e| e["id"].as_str().unwrap()).collect();
        let count = ids.len();
        ids.sort_unstable();
        ids.dedup();
        assert_eq!(ids.len(), count);
    }
}

/// A transcript's text: no head line, image lines or line breaks; blanks kept.
fn joined(transcript: &str) -> String {
    let lines = transcript.trim_start_matches('\u{feff}').lines();
    let mut lines: Vec<&str> = lines.filter(|line| !line.trim().is_empty()).collect();
    if lines.first().is_some_and(|line| line.starts_with("# ")) {
        lines.remove(0);
    }
    lines.retain(|line| !line.trim().starts_with("!["));
    lines.concat()
}

fn tight(text: &str) -> String {
    text.split_whitespace().collect()
}

fn corpus_is_kept_whole(case: Case, name: &str) {
    let Some(corpus) = shared(&format!("corpus/{name}")) else { return };
    let case = site_of(case, &corpus);
    case.built();
    case.run(&["check"]).exits(0);
    let built = Built::of(&case.path("public"), "forum");
    built.has_every_character_of(&corpus.join("transcript.md"));
    built.has_a_ledger_that_adds_up();
    built.is_as_its_schema_says();
    built.has_ids_that_are_unique();
    built.has_segments_that_begin_and_end_with_their_words(&agenda(&corpus.join("agenda.tsv")));
    built.has_turns(&rows(&corpus.join("panel-turns.tsv")));
}

#[test]
fn a_forum_with_a_sentence_repeated_a_thousand_times_is_kept_whole() {
    corpus_is_kept_whole(Case::empty("corpus-ai-opensource"), "ai-opensource");
}

#[test]
fn a_forum_whose_sentences_end_in_commas_is_kept_whole() {
    corpus_is_kept_whole(Case::empty("corpus-embodied"), "embodied");
}

#[test]
fn the_real_forum_is_kept_whole() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let forum = fs::read_dir(root.join("content")).unwrap().map(Result::unwrap);
    let forum = forum.map(|e| e.path()).find(|path| path.join("forum.yaml").is_file()).unwrap();
    let case = Case::empty("real");
    let out = case.path("site");
    let (root, target) = (root.to_string_lossy(), out.to_string_lossy());
    case.run(&["build", "--quiet", "--root", &*root, "--out", &*target]).exits(0);
    let built = Built::of(&out, &forum.file_name().unwrap().to_string_lossy());
    built.has_every_character_of(&forum.join("transcript.md"));
    built.has_a_ledger_that_adds_up();
    built.is_as_its_schema_says();
    built.has_ids_that_are_unique();
    let Some(truth) = shared("forum") else { return };
    let transcript = |folder: &Path| fs::read(folder.join("transcript.md")).unwrap();
    assert!(transcript(&truth) == transcript(&forum), "the transcript was changed");
    built.has_segments_that_begin_and_end_with_their_words(&agenda(&truth.join("agenda.tsv")));
    built.has_turns(&rows(&truth.join("roundtable-turns.tsv")));
}

#[test]
fn check_of_the_real_forum_finds_nothing_but_missing_images() {
    let case = Case::empty("real-check");
    let ran = case.run(&["check", "--format", "short", "--root", env!("CARGO_MANIFEST_DIR")]);
    ran.exits(0);
    let said = ran.stderr();
    let problems = said.lines().filter(|line| line.contains("error[") || line.contains("warning["));
    let others: Vec<&str> = problems.filter(|line| !line.contains("[image-missing]")).collect();
    assert!(others.is_empty(), "{others:#?}");
}
