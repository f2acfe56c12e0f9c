//! Reading transcripts in tests.

use super::read;
use crate::diagnostics::{Code, SourceMap};
use crate::model::Transcript;

/// The pieces of a text that begin with a time or a change of voice: time, voice, words.
pub type Timed = Vec<(Option<u64>, Option<String>, String)>;

fn transcript(name: &str, source: &str) -> (Transcript, Vec<Code>) {
    let mut sources = SourceMap::default();
    let file = sources.add(name, source);
    let mut problems = Vec::new();
    let found = read(name, file, sources.text(file), &mut problems);
    (found, problems.iter().map(|problem| problem.code).collect())
}

/// The words of a transcript, divided at its times and voices.
pub fn timed(name: &str, source: &str) -> Timed {
    let (found, _) = transcript(name, source);
    let mut starts: Vec<usize> = found.found_times.iter().map(|time| time.at.0).collect();
    starts.extend(found.voices.starts.iter().map(|start| start.at.0));
    starts.extend([0, found.text.len()]);
    starts.sort_unstable();
    starts.dedup();
    let pieces = starts.windows(2).map(|pair| {
        let time = found.found_times.iter().rfind(|time| time.at.0 <= pair[0]);
        let voice = found.voices.starts.iter().rfind(|start| start.at.0 <= pair[0]);
        let voice = voice.and_then(|start| Some(found.voices.names[start.voice?].clone()));
        let said = found.text[pair[0]..pair[1]].trim().to_owned();
        (time.map(|time| time.time.0), voice, said)
    });
    pieces.collect()
}

/// The codes of what is wrong with a transcript.
pub fn codes(name: &str, source: &str) -> Vec<Code> {
    transcript(name, source).1
}
