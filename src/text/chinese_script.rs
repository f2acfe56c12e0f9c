//! Whether a Chinese text is in simplified or in traditional characters, so that HTML can mark it:
//! fonts draw them differently, and screen readers pronounce by the language.
//!
//! The most frequent characters that differ decide, of which any text of a few sentences has some.
//! Characters that are in use on both sides (后, 里, 面, 台) tell nothing and are left out.

/// The characters that a Chinese text is written in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ChineseScript {
    /// 国 and 说.
    Simplified,
    /// 國 and 說.
    Traditional,
}

/// Characters of simplified Chinese only.
const SIMPLIFIED: &str = "们这来说时会对为过还没么个学开关问题经验让应该实现发动从谢请听\
    讲话论谈进国场欢图张给边样种东头见车门长间爱点业务员电脑网线级";
/// The same of traditional Chinese.
const TRADITIONAL: &str = "們這來說時會對為過還沒麼個學開關問題經驗讓應該實現發動從謝請聽\
    講話論談進國場歡圖張給邊樣種東頭見車門長間愛點業務員電腦網線級";

/// The script of a text: that of most of the first 200 characters that tell it; `None` if none of
/// its first 20,000 characters does.
pub fn of_text(text: &str) -> Option<ChineseScript> {
    // many pages ask this of a long text, so no more of it is looked at than tells
    let telling = text.chars().take(20_000).filter_map(of_char).take(200);
    let scripts: Vec<ChineseScript> = telling.collect();
    let count = |script| scripts.iter().filter(|one| **one == script).count();
    match count(ChineseScript::Simplified).cmp(&count(ChineseScript::Traditional)) {
        std::cmp::Ordering::Greater => Some(ChineseScript::Simplified),
        std::cmp::Ordering::Less => Some(ChineseScript::Traditional),
        std::cmp::Ordering::Equal => None,
    }
}

/// The script that a character is in use in alone.
fn of_char(c: char) -> Option<ChineseScript> {
    if SIMPLIFIED.contains(c) {
        return Some(ChineseScript::Simplified);
    }
    TRADITIONAL.contains(c).then_some(ChineseScript::Traditional)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn characters_of_one_script_tell_it() {
        use ChineseScript::{Simplified, Traditional};
        for (text, script) in [
            ("大家早上好，欢迎来到会场。", Some(Simplified)),
            ("大家早安，歡迎來到會場。", Some(Traditional)),
            ("今天我們談三張地圖，頁面上寫的是「里程」。", Some(Traditional)),
            ("大家早安", None),
            ("good morning", None),
            ("", None),
        ] {
            assert_eq!(of_text(text), script, "{text}");
        }
    }

    #[test]
    fn no_character_is_in_both_lists() {
        let both: String = SIMPLIFIED.chars().filter(|c| TRADITIONAL.contains(*c)).collect();
        assert_eq!(both, "");
    }
}
