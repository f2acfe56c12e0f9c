//! What the table says of a mapping and of a key.

/// A text in the two languages of the reference.
#[derive(Clone, Copy, Debug)]
pub struct Bilingual {
    /// In English.
    pub en: &'static str,
    /// In Chinese.
    pub zh: &'static str,
}

/// What the table says of a mapping.
#[derive(Clone, Copy, Debug)]
pub struct MappingSpec {
    /// What problems call it: `a talk`.
    pub name: &'static str,
    /// What the reference calls it.
    pub title: Bilingual,
    /// How an entry of a file is written on one line, for problems with what should be one.
    pub example: Option<&'static str>,
    /// Its keys, in the order in which they are listed.
    pub keys: &'static [KeySpec],
}

/// What the table says of a key.
#[derive(Clone, Copy, Debug)]
pub struct KeySpec {
    /// The key as it is written.
    pub name: &'static str,
    /// What kind of value it has.
    pub kind: ValueKind,
    /// Whether it must be there.
    pub required: bool,
    /// The value that holds where the key is missing, as it would be written.
    pub default: Option<&'static str>,
    /// What it says.
    pub meaning: Bilingual,
    /// A value as it is written; what begins with a line break is a block under the key.
    pub example: &'static str,
    /// A regular expression (ECMA-262) for the whole value, where it is narrower than the kind's.
    pub own_pattern: Option<&'static str>,
}

impl KeySpec {
    /// A key that may be missing.
    pub(super) const fn new(name: &'static str, kind: ValueKind) -> Self {
        let meaning = Bilingual { en: "", zh: "" };
        Self { name, kind, required: false, default: None, meaning, example: "", own_pattern: None }
    }

    /// It must be there.
    pub(super) const fn required(mut self) -> Self {
        self.required = true;
        self
    }

    /// The value that holds where it is missing.
    pub(super) const fn default(mut self, value: &'static str) -> Self {
        self.default = Some(value);
        self
    }

    /// What it says, in English and in Chinese.
    pub(super) const fn means(mut self, en: &'static str, zh: &'static str) -> Self {
        self.meaning = Bilingual { en, zh };
        self
    }

    /// A value as it is written.
    pub(super) const fn example(mut self, value: &'static str) -> Self {
        self.example = value;
        self
    }

    /// A regular expression for the whole value.
    pub(super) const fn of_form(mut self, pattern: &'static str) -> Self {
        self.own_pattern = Some(pattern);
        self
    }

    /// A regular expression (ECMA-262) for the whole value, where its form is fixed.
    pub fn pattern(&self) -> Option<&'static str> {
        self.own_pattern.or(self.kind.pattern())
    }

    /// Whether its value may stand on the line of the key (YAML's flow style).
    pub fn is_inline(&self) -> bool {
        !self.example.starts_with('\n')
    }
}

/// What kind of value a key has.
#[derive(Clone, Copy, Debug)]
pub enum ValueKind {
    /// A name or a title, on one line.
    Name,
    /// A remark, on one line.
    Line,
    /// Words as they are spoken or written, of which every character counts.
    Words,
    /// Words of the transcript, or a mapping that tells them apart from the same words elsewhere.
    Quote(&'static MappingSpec),
    /// An id of this site.
    Id,
    /// An identifier or a name that something outside of this site has given.
    Identifier,
    /// The path of a file.
    Path,
    /// A web address.
    Url,
    /// A web address in which these placeholders are filled in.
    UrlTemplate(&'static [&'static str]),
    /// One of these words.
    OneOf(&'static [&'static str]),
    /// `true` or `false`.
    Flag,
    /// A whole number from 1 on.
    Number,
    /// A day, written `2024-07-05`.
    Date,
    /// A day, or the first and the last of several: `2024-07-04/06`.
    DateRange,
    /// A time in the recording.
    Time,
    /// A length of time with a sign: by how much a recording is ahead.
    Offset,
    /// A mapping with these keys.
    Mapping(&'static MappingSpec),
    /// A mapping from free names to ids of speakers.
    NamedIds,
    /// A mapping from free names to web addresses.
    NamedUrls,
    /// A mapping from addresses of the site to others.
    Addresses,
    /// A list; all its entries are of one kind.
    List(ListItem),
}

/// What the entries of a list are.
#[derive(Clone, Copy, Debug)]
pub enum ListItem {
    /// A word, a name or a short phrase.
    Text,
    /// An id, such as `tao-dacheng`.
    Id,
    /// An id, or a mapping that says more.
    IdOr(&'static MappingSpec),
    /// A mapping with one pair: the id of a speaker, and the first words, as a quote.
    Turn(&'static MappingSpec),
    /// A mapping with these keys.
    Mapping(&'static MappingSpec),
}

impl ValueKind {
    /// Whether the value is text on one line.
    pub fn is_line(self) -> bool {
        matches!(self, Self::Name | Self::Line)
    }

    /// Whether the value is a text, of whatever form.
    pub fn is_text(self) -> bool {
        !self.is_free_mapping() && !matches!(self, Self::Mapping(_) | Self::List(_))
    }

    /// Whether the value is a mapping whose keys are free.
    pub fn is_free_mapping(self) -> bool {
        matches!(self, Self::NamedIds | Self::NamedUrls | Self::Addresses)
    }

    /// Whether the value is a list.
    pub fn is_list(self) -> bool {
        matches!(self, Self::List(_))
    }

    /// Whether the value is a list of single words or ids.
    pub fn is_word_list(self) -> bool {
        matches!(self, Self::List(ListItem::Text)) || self.is_id_list()
    }

    /// Whether the value is a list of ids.
    pub fn is_id_list(self) -> bool {
        matches!(self, Self::List(ListItem::Id | ListItem::IdOr(_)))
    }

    /// Whether the value is, or may be, a mapping.
    pub fn is_mapping(self) -> bool {
        self.is_free_mapping() || matches!(self, Self::Quote(_) | Self::Mapping(_))
    }

    /// Whether the value is words that must stand as they were written: names and quotes.
    pub fn is_exact(self) -> bool {
        matches!(self, Self::Name | Self::Words | Self::Quote(_))
    }

    /// The mapping that the value is or contains.
    pub fn mapping(self) -> Option<&'static MappingSpec> {
        match self {
            Self::Quote(mapping) | Self::Mapping(mapping) => Some(mapping),
            Self::List(
                ListItem::IdOr(mapping) | ListItem::Turn(mapping) | ListItem::Mapping(mapping),
            ) => Some(mapping),
            _ => None,
        }
    }

    /// A regular expression (ECMA-262) for the whole value, where its form is fixed.
    pub fn pattern(self) -> Option<&'static str> {
        match self {
            Self::Id => Some("^[a-z0-9]+(-[a-z0-9]+)*$"),
            Self::Url | Self::UrlTemplate(_) => Some("^https?://[^\\s\"'<>\\\\]+$"),
            Self::Number => Some("^[1-9][0-9]*$"),
            Self::Date => Some("^[1-9][0-9]{3}-[0-9]{2}-[0-9]{2}$"),
            Self::DateRange => {
                Some("^[1-9][0-9]{3}-[0-9]{2}-[0-9]{2}(/(([1-9][0-9]{3}-)?[0-9]{2}-)?[0-9]{2})?$")
            }
            Self::Time => Some("^([0-9]+:)?([0-9]+:)?[0-9]+$"),
            Self::Offset => Some("^[-+]?([0-9]+:)?([0-9]+:)?[0-9]+(\\.[0-9]{1,3})?$"),
            _ => None,
        }
    }
}
