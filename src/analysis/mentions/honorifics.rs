//! How somebody is addressed in Chinese: surname and title.
//!
//! 陶院士, 方总, 魏所: who is meant depends on who speaks in the forum. A general title (老师) fits
//! everyone; a specific one (院士) fits only speakers who hold it according to the programme.

use crate::model::Speaker;

/// Titles that follow a surname, each with the words of which a holder's own title has one; none if
/// the title fits anybody.
pub(super) const TITLES: [(&str, &[&str]); 29] = [
    (
        "总",
        &[
            "总",
            "CEO",
            "CTO",
            "COO",
            "VP",
            "董事长",
            "创始人",
            "执行官",
            "首席",
            "负责人",
            "所长",
            "主任",
        ],
    ),
    ("老师", &[]),
    ("博士", &[]),
    ("先生", &[]),
    ("女士", &[]),
    ("教授", &["教授", "研究员", "学者", "科学家", "院士", "院长"]),
    ("院士", &["院士"]),
    ("院长", &["院长"]),
    ("院", &["院长"]),
    ("所长", &["所长"]),
    ("所", &["所长"]),
    ("主任", &["主任"]),
    ("校长", &["校长"]),
    ("秘书长", &["秘书长"]),
    ("司长", &["司长"]),
    ("部长", &["部长"]),
    ("局长", &["局长"]),
    ("局", &["局长"]),
    ("处长", &["处长"]),
    ("处", &["处长"]),
    ("区长", &["区长"]),
    ("市长", &["市长"]),
    ("常委", &["常委"]),
    ("书记", &["书记"]),
    ("会长", &["会长"]),
    ("理事长", &["理事长"]),
    ("董事长", &["董事长"]),
    ("总裁", &["总裁"]),
    ("总经理", &["总经理"]),
];

/// Surnames of two characters, except those that can as well be a common surname and the first
/// character of a given name (乐正, 宗政, 梁丘).
/// Source: 百家姓, its compound surnames, and those of peoples of the north.
const COMPOUND_SURNAMES: [&str; 41] = [
    "欧阳", "司马", "上官", "诸葛", "司徒", "皇甫", "尉迟", "公孙", "慕容", "令狐", "长孙", "宇文",
    "端木", "南宫", "夏侯", "东方", "赫连", "澹台", "公冶", "濮阳", "淳于", "申屠", "公羊", "轩辕",
    "钟离", "闻人", "呼延", "独孤", "拓跋", "万俟", "鲜于", "闾丘", "司空", "亓官", "巫马", "西门",
    "东郭", "百里", "漆雕", "完颜", "纳兰",
];

/// Surnames that before a title are more often particles: 连老师都…, 于老师而言.
const PARTICLES: &str = "于和向连从由时对";

/// Surname and given name of a Chinese name; nothing if the name is none.
pub(super) fn surname(name: &str) -> Option<(&str, &str)> {
    let count = name.chars().count();
    let is_han = |c: char| {
        ('\u{3400}'..='\u{9fff}').contains(&c) || ('\u{20000}'..='\u{323af}').contains(&c)
    };
    // longer names are foreign ones in Chinese characters, which do not begin with a surname
    if !(2..=4).contains(&count) || !name.chars().all(is_han) {
        return None;
    }
    // 司马 by itself is 司 with a given name, since every name has one
    let compound = count > 2 && COMPOUND_SURNAMES.iter().any(|c| name.starts_with(c));
    let end: usize = name.chars().take(if compound { 2 } else { 1 }).map(char::len_utf8).sum();
    Some(name.split_at(end))
}

/// Family and given name of a speaker; where they cannot be told for certain, as those of a Chinese
/// name, which does no harm in a form of address that nobody uses.
pub fn family_and_given(speaker: &Speaker) -> Option<(&str, &str)> {
    let guessed = || surname(&speaker.name).filter(|_| !speaker.literal);
    speaker.name_parts().or_else(guessed)
}

/// The name before the first title in a word: 乔宇 in 乔宇老师, 魏 in 魏所问.
pub fn addressed(word: &str) -> Option<&str> {
    let places = TITLES.iter().filter_map(|(title, _)| word.find(title));
    // several titles may match, as 总 does in 总经理; the name is before the first
    places.min().map(|at| &word[..at]).filter(|name| !name.is_empty())
}

/// Whether a surname with a title can be a form of address.
pub(super) fn can_address(surname: &str) -> bool {
    // it is better to miss 于老师 than to link every "as for the teacher" to somebody
    !PARTICLES.contains(surname)
}

/// Abbreviated titles: 廖院, 魏所. They fit only known holders of the title, since other words end
/// like them: 高处, 中院.
const ABBREVIATED: [&str; 4] = ["院", "所", "局", "处"];

/// Whether a form of address fits a speaker with these titles. It fits a speaker without known
/// titles, unless it is abbreviated.
pub(super) fn fits<'a>(
    (title, evidence): (&str, &[&str]),
    held: impl Iterator<Item = &'a str>,
) -> bool {
    // of a speaker without known titles nothing speaks against a title, unless it may be another
    // word
    let mut none = !ABBREVIATED.contains(&title);
    let found = held.into_iter().any(|title| {
        none = false;
        evidence.iter().any(|word| title.contains(word))
    });
    found || none || evidence.is_empty()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_surname_has_one_character_or_two() {
        assert_eq!(surname("陶大程"), Some(("陶", "大程")));
        assert_eq!(surname("欧阳修"), Some(("欧阳", "修")));
        for name in ["欧阳明高", "上官云", "夏侯云", "东方甄", "呼延静"] {
            assert_eq!(surname(name).unwrap().0.chars().count(), 2, "{name}");
        }
        assert_eq!(surname("司马"), Some(("司", "马")));
        assert_eq!(surname("Yann LeCun"), None);
        assert_eq!(surname("陶"), None);
    }

    #[test]
    fn a_title_fits_whoever_holds_it() {
        let academician: (&str, &[&str]) = ("院士", &["院士"]);
        assert!(fits(academician, ["澳大利亚科学院院士"].into_iter()));
        assert!(!fits(academician, ["副教授"].into_iter()));
        assert!(fits(academician, [].into_iter()));
        assert!(fits(("老师", &[]), ["副教授"].into_iter()));
        assert!(fits(("院", &["院长"]), ["华东分院院长"].into_iter()));
        assert!(!fits(("院", &["院长"]), [].into_iter()), "高院 is a court");
    }
}
