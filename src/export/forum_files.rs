//! The files of a forum for other programs: calendars, schedules, captions, the
//! record as a debate.

use super::captions::ForumCaptions;
use super::forum_export::ForumExport;
use super::schedule::Schedule;
use super::{akoma_ntoso, calendar};
use crate::output::SiteWriter;
use crate::urls;

/// Puts the files beside the pages of the forum and of its talks. Gives those that could not be
/// written in their format, each with its path and the reason.
pub fn put(of: &ForumExport<'_>, writer: &SiteWriter<'_>) -> Vec<(String, serde_json::Error)> {
    let id = &of.forum.id;
    let (mut files, mut unwritten) = (Vec::new(), Vec::new());
    files.extend(calendar::forum(of).map(|text| (urls::calendar(&urls::forum(id)), text.into())));
    let captions = ForumCaptions::of(of);
    for (number, talk) in of.forum.talks.enumerated() {
        let at = urls::talk(id, &talk.id);
        files.extend(calendar::talk(of, talk).map(|text| (urls::calendar(&at), text.into())));
        files.extend(captions.talk(number).map(|text| (urls::captions(&at), text.into())));
    }
    files.extend(akoma_ntoso::write(of).map(|text| (urls::akoma_ntoso(id), text.into())));
    if let Some(schedule) = Schedule::of(of) {
        files.push((urls::schedule_xml(id), schedule.xml().into()));
        let at = urls::schedule_json(id);
        match schedule.json() {
            Ok(bytes) => files.push((at, bytes)),
            Err(why) => unwritten.push((at, why)),
        }
    }
    writer.put_side_by_side(files);
    unwritten
}
