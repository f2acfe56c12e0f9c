//! The folder of a forum: everything that was read from it.

use super::{RawCorrection, RawForum};
use crate::diagnostics::FileId;
use crate::input::yaml::Spanned;
use crate::model::{PermalinkLock, Transcript};

/// What was read from a forum's folder.
pub struct ForumFolder {
    /// Name of the folder; its span is that of `forum.yaml`.
    pub id: Spanned<String>,
    /// `forum.yaml`.
    pub forum: RawForum,
    /// The transcript that `forum.yaml` names.
    pub transcript: Transcript,
    /// The second transcript that `times` names, where there is one.
    pub times: Option<Transcript>,
    /// `corrections.yaml`.
    pub corrections: Vec<RawCorrection>,
    /// The file of `corrections.yaml`, where there is one.
    pub corrections_file: Option<FileId>,
    /// `permalinks.lock`.
    pub lock: PermalinkLock,
    /// Files in the folder that are not texts, by path relative to it.
    pub files: Vec<String>,
}
