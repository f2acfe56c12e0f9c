//! What may be the name of a speaker, where a line is read for one.
//!
//! Nothing here is certain: the names of a file are believed only together (`survey`). What can be
//! told from one text alone is that it is no name: a date, a part of a sentence, a word that begins
//! an enumeration.

/// What recognisers call a speaker whom they can only number.
const VOICES: [&str; 8] =
    ["发言人", "说话人", "讲话人", "發言人", "說話人", "Speaker", "SPEAKER", "speaker"];
/// Words that stand before a colon or a time and are no names.
const NO_NAMES: [&str; 66] = [
    "上午",
    "下午",
    "晚上",
    "早上",
    "中午",
    "凌晨",
    "今天",
    "明天",
    "昨天",
    "后天",
    "时间",
    "日期",
    "地点",
    "主题",
    "标题",
    "关键词",
    "关键字",
    "议程",
    "参会人",
    "与会人",
    "记录",
    "备注",
    "说明",
    "提示",
    "注意",
    "问题",
    "答案",
    "例如",
    "比如",
    "譬如",
    "所以",
    "因此",
    "因为",
    "但是",
    "然后",
    "而且",
    "另外",
    "首先",
    "其次",
    "再次",
    "最后",
    "总之",
    "总结",
    "结论",
    "摘要",
    "简介",
    "目录",
    "Note",
    "Notes",
    "Date",
    "Time",
    "Title",
    "Topic",
    "Keywords",
    "Summary",
    "Transcript",
    "Monday",
    "Tuesday",
    "Wednesday",
    "Thursday",
    "Friday",
    "Saturday",
    "Sunday",
    "Example",
    "First",
    "Question",
];
/// Months as dates in English have them.
const MONTHS: [&str; 12] =
    ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
/// Characters that sentences are full of and names are not.
const SENTENCE_CHARACTERS: &str = "的了是我你他她们这就从到吗呢吧没很说被把给让叫又";
/// Lower-case words that are part of names.
const PARTICLES: [&str; 12] =
    ["de", "da", "di", "van", "von", "der", "den", "bin", "ibn", "al", "el", "la"];
/// Marks that names are written with.
const NAME_MARKS: &str = "·・.-_'’/&@#*（）()[]【】";

/// The most characters of a name without what stands in brackets.
const LONGEST: usize = 40;
/// The most characters of a name in Chinese.
const LONGEST_CHINESE: usize = 12;

/// Whether a text may be a speaker's name: `甲一`, `张三（主持人）`, `John Smith`, `SPEAKER_00`.
pub fn is_name(text: &str) -> bool {
    is_numbered(text) || is_written_name(text)
}

fn is_written_name(text: &str) -> bool {
    let Some(name) = without_brackets(text) else { return false };
    let name = name.trim();
    let marks = |c: char| c.is_alphanumeric() || c == ' ' || NAME_MARKS.contains(c);
    name.chars().count() <= LONGEST
        && name.chars().all(marks)
        && name.starts_with(char::is_alphanumeric)
        && name.chars().any(char::is_alphabetic)
        && !is_date(name)
        && !is_no_name(name)
        && if name.chars().any(is_chinese) { is_chinese_name(name) } else { is_latin_name(name) }
}

/// The length of a numbered voice that a text begins with: `发言人1`, `说话人 2`, `SPEAKER_00`,
/// `说话人A`.
pub fn numbered_voice(text: &str) -> Option<usize> {
    let voice = VOICES.iter().find(|voice| text.starts_with(**voice))?;
    let rest = &text[voice.len()..];
    let rest = rest.trim_start_matches([' ', '\t', '_']);
    let digits = rest.bytes().take_while(u8::is_ascii_digit).count();
    let letter = usize::from(rest.starts_with(|c: char| c.is_ascii_uppercase()));
    let length = text.len() - rest.len() + digits.max(letter);
    // `Speaker Anna` is a name, and `Speaker` alone a word
    let ends = !text[length..].starts_with(|c: char| c.is_ascii_alphanumeric());
    (digits + letter > 0 && ends).then_some(length)
}

/// Whether a text is a numbered voice and nothing else.
pub fn is_numbered(name: &str) -> bool {
    numbered_voice(name) == Some(name.len())
}

/// Whether a text has a date in it.
pub fn is_date(text: &str) -> bool {
    let lower = text.to_lowercase();
    let digits: Vec<&str> =
        text.split(|c: char| !c.is_ascii_digit()).filter(|run| !run.is_empty()).collect();
    let has_month = || {
        lower
            .split(|c: char| !c.is_alphabetic())
            .any(|word| word.len() >= 3 && MONTHS.iter().any(|month| word.starts_with(month)))
    };
    let parted = |sign: &str| text.matches(sign).count() >= 2 && digits.len() >= 3;
    let chinese = text.contains('月') && (text.contains('日') || text.contains('年'));
    let english = digits.iter().any(|run| run.len() == 4) && has_month();
    !digits.is_empty() && (chinese || english || ["-", "/", "."].into_iter().any(parted))
}

/// A name without what stands in brackets; none where brackets are not closed.
fn without_brackets(text: &str) -> Option<String> {
    let (mut name, mut depth) = (String::new(), 0_usize);
    for c in text.chars() {
        match c {
            '(' | '（' => depth += 1,
            ')' | '）' => depth = depth.checked_sub(1)?,
            _ if depth == 0 => name.push(c),
            _ => {}
        }
    }
    (depth == 0).then_some(name)
}

fn is_no_name(name: &str) -> bool {
    NO_NAMES.contains(&name) || name.starts_with('第')
}

fn is_chinese_name(name: &str) -> bool {
    name.chars().filter(|c| *c != ' ').count() <= LONGEST_CHINESE
        && name.split(' ').count() <= 3
        && !name.chars().any(|c| SENTENCE_CHARACTERS.contains(c))
}

/// A name in Latin letters: each word with a capital or a digit, or one word alone.
fn is_latin_name(name: &str) -> bool {
    let words: Vec<&str> = name.split(' ').filter(|word| !word.is_empty()).collect();
    let small = |word: &&str| word.starts_with(char::is_lowercase) && !PARTICLES.contains(word);
    words.len() == 1 || (words.len() <= 5 && !words.iter().any(small))
}

/// Whether a character is Chinese.
pub fn is_chinese(c: char) -> bool {
    matches!(c, '\u{3400}'..='\u{9fff}' | '\u{f900}'..='\u{faff}' | '\u{20000}'..='\u{3ffff}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_of_people_are_names() {
        for name in [
            "甲一",
            "欧阳娜娜",
            "王 五",
            "张三（主持人）",
            "乙二（湖州）",
            "访谈者A",
            "说话人 2",
            "阿卜杜拉·买买提",
            "中国信通院 李华",
            "John Smith",
            "Ludwig van Beethoven",
            "J. R. Smith",
            "SPEAKER_00",
            "Speaker 1",
            "lihua_01",
            "April",
            "May Chen",
            "May",
            "O’Brien",
            "김철수",
            "Иван Петров",
            "用户8899",
            "問",
            "Dr. Lee (host)",
        ] {
            assert!(is_name(name), "{name}");
        }
    }

    #[test]
    fn dates_sentences_and_enumerations_are_no_names() {
        for text in [
            "2024-01-06",
            "2026年05月27日",
            "January 6, 2024",
            "6 January 2024",
            "Jan 6 2024",
            "06/01/2024",
            "第一",
            "比如",
            "我们明天",
            "今天",
            "他说",
            "We start at",
            "12",
            "大家好，我",
            "甲一（",
            "",
            "Monday",
            "会议从早上开始一直开到很晚很晚很晚",
        ] {
            assert!(!is_name(text), "{text}");
        }
    }

    #[test]
    fn a_numbered_voice_ends_with_its_number() {
        let cases = [
            ("发言人1   00:00", Some("发言人1")),
            ("说话人 2", Some("说话人 2")),
            ("SPEAKER_00]", Some("SPEAKER_00")),
            ("Speaker A: hi", Some("Speaker A")),
            ("Speaker Anna", None),
            ("发言人很多", None),
        ];
        for (text, voice) in cases {
            assert_eq!(numbered_voice(text).map(|length| &text[..length]), voice, "{text}");
        }
    }
}
