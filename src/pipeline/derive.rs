//! The second stage: what is made of each forum, and what all forums together give.

use super::artifacts::{self, UnwrittenFile};
use super::read::Input;
use super::{ForumLock, Totals, markdown_stage};
use crate::analysis::keywords::Lexicon;
use crate::analysis::{Analysis, ForumAnalysis};
use crate::diagnostics::{Problems, SourceMap};
use crate::export::fingerprint::Fingerprint;
use crate::model::record::Record;
use crate::model::{Forum, ForumIndex, IndexVec, Site};
use crate::output::SiteWriter;
use crate::passages::{self, LockedPlaces};
use crate::published_addresses::PublishedAddresses;
use crate::search;
use crate::urls;

/// A forum with what was made of it.
pub(super) struct DerivedForum<'a> {
    /// Its index in [`Site::forums`].
    pub(super) index: ForumIndex,
    /// The forum.
    pub(super) forum: &'a Forum,
    /// Its published permalinks.
    pub(super) locked: &'a LockedPlaces,
    /// Its passages with permalinks and edits.
    pub(super) record: Record,
    /// Its mentions, and the terms of its talks.
    pub(super) analysis: ForumAnalysis,
}

/// All that is made before the first page.
pub(super) struct Derived<'a> {
    /// The forums, in the order of the site.
    pub(super) forums: IndexVec<ForumIndex, DerivedForum<'a>>,
    /// Keywords and related talks.
    pub(super) analysis: Analysis,
    /// The first digits of a hash of the published content: see [`Fingerprint`].
    pub(super) fingerprint: String,
    /// The addresses of the site, and what is gone of those that were published.
    pub(super) addresses: PublishedAddresses,
    /// Data files that could not be written.
    pub(super) unwritten: Vec<UnwrittenFile>,
}

/// Makes what pages are made from, and writes what depends on no page.
pub(super) fn derive<'a>(
    input: &'a Input,
    sources: &SourceMap,
    writer: &SiteWriter<'_>,
    problems: &mut Problems,
) -> Derived<'a> {
    let lexicon = Lexicon::of(&input.site, &input.segmenter);
    let indices = input.site.forums.indices();
    let forums: IndexVec<ForumIndex, DerivedForum<'_>> =
        indices.map(|index| derive_forum(input, index, &lexicon, problems)).collect();
    let records: IndexVec<ForumIndex, &Record> = forums.iter().map(|forum| &forum.record).collect();
    let addresses = PublishedAddresses::of(&input.site, &records, problems);
    // all three need every forum, and nothing of each other
    let ((analysis, (fingerprint, unwritten)), ()) = rayon::join(
        || {
            rayon::join(
                || Analysis::of(forums.iter().map(|forum| (forum.index, &forum.analysis.terms))),
                || write_texts(input, &records, sources, writer),
            )
        },
        || search::index(&input.site, &records, &input.segmenter, &input.strings, writer),
    );
    Derived { forums, analysis, fingerprint, addresses, unwritten }
}

fn derive_forum<'a>(
    input: &'a Input,
    index: ForumIndex,
    lexicon: &Lexicon,
    problems: &mut Problems,
) -> DerivedForum<'a> {
    let Input { site, segmenter, .. } = input;
    let (forum, locked) = (&site.forums[index], &input.locked[index]);
    let made = passages::make_record(forum, locked, segmenter);
    problems.extend(made.problems);
    let record = made.record;
    let analysis = ForumAnalysis::of(site, index, &record, segmenter, lexicon);
    problems.extend(analysis.mentions.unsure.clone());
    DerivedForum { index, forum, locked, record, analysis }
}

/// A folder of texts that the fingerprint is made of.
enum FingerprintPart {
    /// The Markdown pages of the forum with this index.
    Markdown(ForumIndex),
    /// The data files of all forums.
    Data,
}

/// Writes the Markdown pages and the data files; gives the fingerprint of them all. A hash is made
/// of its parts in order, here that of their paths.
fn write_texts(
    input: &Input,
    records: &IndexVec<ForumIndex, &Record>,
    sources: &SourceMap,
    writer: &SiteWriter<'_>,
) -> (String, Vec<UnwrittenFile>) {
    let Input { site, strings, .. } = input;
    let forums = site.forums.enumerated();
    let markdown = forums.map(|(n, forum)| (urls::forum(&forum.id), FingerprintPart::Markdown(n)));
    let mut folders: Vec<(String, FingerprintPart)> = markdown.collect();
    folders.push((urls::DATA.to_owned(), FingerprintPart::Data));
    // the key ends in a slash because paths do: `a-b/` sorts before `a/`, but `a` before `a-b`
    folders.sort_by(|one, other| one.0.cmp(&other.0));
    let (mut fingerprint, mut unwritten) = (Fingerprint::default(), Vec::new());
    for (_, texts) in folders {
        match texts {
            FingerprintPart::Markdown(index) => {
                let composed =
                    markdown_stage::compose(site, index, records[index], strings, sources);
                let files = markdown_stage::files(&composed);
                for (path, bytes) in &files {
                    fingerprint.add(path, bytes);
                }
                writer.put_side_by_side(files);
            }
            FingerprintPart::Data => {
                // hashed and handed on at once, so that no text has to be kept for the hash
                let mut add = |path: String, bytes: Vec<u8>| {
                    fingerprint.add(&path, &bytes);
                    writer.put_bytes(path, bytes);
                };
                unwritten.extend(artifacts::data(site, records, sources, &mut add));
            }
        }
    }
    (fingerprint.finish(site), unwritten)
}

impl Derived<'_> {
    /// The permalinks of each forum.
    pub(super) fn locks(&self) -> Vec<ForumLock> {
        let lock = |DerivedForum { forum, record, locked, .. }: &DerivedForum<'_>| ForumLock {
            forum: forum.id.clone(),
            before: forum.lock.entries.clone(),
            now: passages::lock_entries::entries(forum, record, locked),
        };
        self.forums.iter().map(lock).collect()
    }

    /// How much of everything there is.
    pub(super) fn totals(&self, site: &Site) -> Totals {
        let records = || self.forums.iter().map(|forum| &forum.record);
        Totals {
            forums: site.forums.len(),
            talks: site.forums.iter().map(|forum| forum.talks.len()).sum(),
            speakers: site.speakers.len(),
            passages: records().map(|record| record.passages.len()).sum(),
            characters: records().map(|record| record.ledger.characters).sum(),
        }
    }
}
