//! The files of a forum for other programs: calendars.

use super::calendar;
use super::forum_export::ForumExport;
use crate::output::SiteWriter;
use crate::urls;

/// Puts the files beside the pages of the forum and of its talks.
pub fn put(of: &ForumExport<'_>, writer: &SiteWriter<'_>) {
    let id = &of.forum.id;
    let mut files = Vec::new();
    files.extend(calendar::forum(of).map(|text| (urls::calendar(&urls::forum(id)), text)));
    for talk in &of.forum.talks {
        let at = urls::talk(id, &talk.id);
        files.extend(calendar::talk(of, talk).map(|text| (urls::calendar(&at), text)));
    }
    let files = files.into_iter().map(|(path, text)| (path, text.into_bytes()));
    writer.put_side_by_side(files.collect());
}
