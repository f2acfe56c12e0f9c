//! Every kind of problem, with the name that is printed and the severities that it can have.

use std::fmt;

use super::Severity;

macro_rules! codes {
    ($($code:ident = $name:literal, $severity:ident $(, $milder:ident)?;)*) => {
        /// The kind of a problem, such as [`Code::QuoteNotFound`].
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        #[expect(missing_docs, reason = "the name says it")]
        pub enum Code {
            $($code,)*
        }

        impl Code {
            /// All kinds of problems, in the order of their names.
            pub const ALL: &[Self] = &[$(Self::$code,)*];

            /// The name that is printed, such as `quote-not-found`. It never changes, because
            /// people search for it and programs filter by it.
            pub fn name(self) -> &'static str {
                match self {
                    $(Self::$code => $name,)*
                }
            }

            /// How bad it is, from worst to mildest. Most codes have one severity.
            pub fn severities(self) -> &'static [Severity] {
                match self {
                    $(Self::$code => &[Severity::$severity $(, Severity::$milder)?],)*
                }
            }
        }
    };
}

codes! {
    BadFileName = "bad-file-name", Error;
    BadId = "bad-id", Error;
    BadTemplate = "bad-template", Error;
    BadTime = "bad-time", Warning;
    BadUrl = "bad-url", Error;
    BadVideo = "bad-video", Error;
    BrokenLink = "broken-link", Error;
    ColonInValue = "colon-in-value", Error;
    CorrectionDeletes = "correction-deletes", Error;
    CorrectionOfNothing = "correction-of-nothing", Error;
    CorrectionPartial = "correction-partial", Warning, Note;
    CorrectionUnused = "correction-unused", Warning;
    CutByComment = "cut-by-comment", Warning;
    CutInverted = "cut-inverted", Error;
    CutOverEdge = "cut-over-edge", Warning;
    CutsOverlap = "cuts-overlap", Error;
    DamagedLock = "damaged-lock", Error;
    Data = "data", Error;
    DuplicateCorrection = "duplicate-correction", Error;
    DuplicateId = "duplicate-id", Error;
    DuplicateKey = "duplicate-key", Error;
    EmptyFile = "empty-file", Error;
    EmptyQuote = "empty-quote", Error;
    EmptyTranscript = "empty-transcript", Error;
    EmptyValue = "empty-value", Error;
    FontLacks = "font-lacks", Warning;
    FontOutside = "font-outside", Error;
    FullWidthBracket = "full-width-bracket", Error;
    FullWidthColon = "full-width-colon", Error;
    FullWidthComma = "full-width-comma", Error, Warning;
    FullWidthDash = "full-width-dash", Error;
    HostInTalk = "host-in-talk", Warning;
    ImageElsewhere = "image-elsewhere", Error;
    ImageInTheWay = "image-in-the-way", Error;
    ImageMissing = "image-missing", Warning;
    InvisibleCharacter = "invisible-character", Error;
    Ledger = "ledger", Error;
    LeftAlone = "left-alone", Note;
    LinkElsewhere = "link-elsewhere", Error;
    Markdown = "markdown", Error;
    MentionUnsure = "mention-unsure", Note;
    MissingKey = "missing-key", Error;
    NoBlankAfterColon = "no-blank-after-colon", Error;
    NoContent = "no-content", Error;
    NoCues = "no-cues", Error;
    NoFamily = "no-family", Error;
    NoFile = "no-file", Error;
    NoFont = "no-font", Error;
    NoForum = "no-forum", Error;
    NoFrontMatter = "no-front-matter", Error;
    NoTalks = "no-talks", Error;
    NoTranscript = "no-transcript", Error;
    NoTurns = "no-turns", Warning;
    NotAFont = "not-a-font", Error;
    NotAKey = "not-a-key", Error;
    NotAnImage = "not-an-image", Warning;
    NotText = "not-text", Error;
    NotUtf8 = "not-utf8", Error;
    OddBlank = "odd-blank", Error;
    OutputBusy = "output-busy", Error;
    OutputCollision = "output-collision", Error;
    OutputFailed = "output-failed", Error;
    OutputHoldsContent = "output-holds-content", Error;
    OutputInContent = "output-in-content", Error;
    OutputInTheWay = "output-in-the-way", Error;
    OutputLeftBehind = "output-left-behind", Warning;
    OutputMounted = "output-mounted", Error;
    OutputNotAFolder = "output-not-a-folder", Error;
    OutputNotOurs = "output-not-ours", Error;
    PermalinksLost = "permalinks-lost", Warning;
    QuoteAmbiguous = "quote-ambiguous", Error;
    QuoteInCut = "quote-in-cut", Warning;
    QuoteNotAfter = "quote-not-after", Error;
    QuoteNotFound = "quote-not-found", Error;
    ReservedId = "reserved-id", Error;
    ReservedSign = "reserved-sign", Error;
    SessionEmpty = "session-empty", Warning;
    SocialImage = "social-image", Error;
    SpeakerTwice = "speaker-twice", Error;
    SpeakerWithoutTalk = "speaker-without-talk", Warning;
    SpellingOfTwo = "spelling-of-two", Error;
    SpellingTwice = "spelling-twice", Warning;
    StartsBackwards = "starts-backwards", Warning;
    StartsElsewhere = "starts-elsewhere", Warning;
    StaticInTheWay = "static-in-the-way", Error;
    Stray = "stray", Warning;
    Subtitles = "subtitles", Error;
    SymbolicLink = "symbolic-link", Error, Warning;
    TalkCutAway = "talk-cut-away", Error;
    TalkEmpty = "talk-empty", Error;
    TalkInverted = "talk-inverted", Error;
    TalksOutOfOrder = "talks-out-of-order", Error;
    TalksOverlap = "talks-overlap", Error;
    TimesBackwards = "times-backwards", Warning;
    TooLarge = "too-large", Error;
    TurnOfStranger = "turn-of-stranger", Warning;
    TurnOutside = "turn-outside", Error;
    TurnsOutOfOrder = "turns-out-of-order", Error;
    UnknownKey = "unknown-key", Error;
    UnknownKind = "unknown-kind", Error;
    UnknownLanguage = "unknown-language", Error;
    UnknownPlaceholder = "unknown-placeholder", Error;
    UnknownSpeaker = "unknown-speaker", Error;
    UnknownTalk = "unknown-talk", Error;
    Unreadable = "unreadable", Error;
    Unseen = "unseen", Note;
    VideoTwice = "video-twice", Error;
    Voices = "voices", Note;
    WhichFace = "which-face", Error;
    WordsWithoutSpeaker = "words-without-speaker", Warning;
    WrongEnding = "wrong-ending", Error;
    WrongKind = "wrong-kind", Error;
    WrongName = "wrong-name", Error;
    WrongValue = "wrong-value", Error;
    YamlSyntax = "yaml-syntax", Error;
    YamlTab = "yaml-tab", Error;
}

impl Code {
    /// How bad it is; where it has two severities, the worse.
    pub fn severity(self) -> Severity {
        self.severities().first().copied().unwrap_or(Severity::Error)
    }

    /// How bad it is; where it has two severities, the milder.
    pub fn milder_severity(self) -> Severity {
        self.severities().last().copied().unwrap_or(Severity::Error)
    }

    /// Whether an id is unusable. References to such an id are not reported as well, since
    /// they are mended with it.
    pub fn is_of_an_id(self) -> bool {
        matches!(self, Self::BadId | Self::DuplicateId | Self::ReservedId)
    }
}

impl fmt::Display for Code {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}
