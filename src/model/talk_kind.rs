//! The kinds of talk, with their names in `forum.yaml` and in the data.

use std::fmt;
use std::str::FromStr;

/// What kind of segment a talk is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum TalkKind {
    /// Opening words.
    Opening,
    /// An invited main talk.
    Keynote,
    /// A talk of any other kind.
    Talk,
    /// Several people in conversation.
    Panel,
    /// Questions and answers.
    Qa,
    /// A publication is presented.
    Launch,
    /// A film is shown.
    Video,
    /// Closing words.
    Closing,
}

impl TalkKind {
    /// All kinds with their names in YAML and data.
    pub const ALL: [(&'static str, Self); 8] = [
        ("opening", Self::Opening),
        ("keynote", Self::Keynote),
        ("talk", Self::Talk),
        ("panel", Self::Panel),
        ("qa", Self::Qa),
        ("launch", Self::Launch),
        ("video", Self::Video),
        ("closing", Self::Closing),
    ];

    /// The name in YAML and data.
    pub fn name(self) -> &'static str {
        // every kind is in the table, so the default is never used
        Self::ALL.iter().find(|(_, kind)| *kind == self).map_or("talk", |(name, _)| name)
    }
}

impl fmt::Display for TalkKind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}

impl FromStr for TalkKind {
    type Err = ();

    fn from_str(name: &str) -> Result<Self, ()> {
        Self::ALL.iter().find(|(n, _)| *n == name).map(|(_, kind)| *kind).ok_or(())
    }
}
