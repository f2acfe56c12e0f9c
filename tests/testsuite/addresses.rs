//! Published addresses outlive what an editor renames.

use crate::harness::{Case, FORUM, SITE, SPEAKERS};

/// The good site with its addresses locked.
fn locked(case: Case) -> Case {
    case.run(&["lock"]).exits(0);
    case.run(&["lock", "--check"]).exits(0);
    case
}

/// Whether the page at an old address has a link to the new one, and is in no site map.
fn leads(case: &Case, old: &str, new: &str) {
    let page = case.published(&format!("{old}index.html"));
    assert!(page.contains(&format!("{new}index.html\"")), "{old} does not lead to {new}: {page}");
    assert!(!case.published("sitemap.xml").contains(&format!("/{old}</loc>")), "{old}");
}

#[test]
fn what_was_renamed_leaves_a_page_that_leads_on() {
    let case = locked(Case::new("renamed"))
        .replace(SPEAKERS, "id: tao-dacheng", "id: dacheng")
        .replace(FORUM, "{id: tao-dacheng, title", "{id: dacheng, title")
        .replace(FORUM, "called: {陶院士: tao-dacheng}", "called: {陶院士: dacheng}")
        .replace(FORUM, "可解释性", "透明度")
        .replace(SPEAKERS, "affiliation: 南洋理工大学", "affiliation: 南洋理工");
    case.built();
    leads(&case, "speakers/tao-dacheng/", "speakers/dacheng/");
    leads(&case, "topics/ke-jie-shi-xing/", "topics/tou-ming-du/");
    leads(&case, "organisations/nan-yang-li-gong-da-xue/", "organisations/nan-yang-li-gong/");
    // the lock is behind, since it has not the new addresses; it keeps the old ones
    case.run(&["lock", "--check"]).exits(1);
    case.run(&["lock"]).exits(0);
    case.run(&["lock", "--check"]).exits(0);
    case.built();
    leads(&case, "speakers/tao-dacheng/", "speakers/dacheng/");
    case.run(&["check"]).exits(0);
}

#[test]
fn a_forum_whose_folder_was_renamed_is_found_with_every_passage() {
    let case = locked(Case::new("renamed-forum"));
    case.built();
    let old = case.published("agi/tao-dacheng/index.html");
    let case = case.rename("content/agi", "content/big");
    case.built();
    leads(&case, "agi/", "../big/");
    leads(&case, "agi/tao-dacheng/", "../../big/tao-dacheng/");
    leads(&case, "agi/record/", "../../big/tao-dacheng/");
    let lock = case.published("agi/tao-dacheng/index.html");
    let new = case.published("big/tao-dacheng/index.html");
    let ids: Vec<&str> =
        new.split("<p id=\"").skip(1).filter_map(|p| p.split('"').next()).collect();
    assert!(!ids.is_empty());
    for id in ids.into_iter().filter(|id| id.len() == 6) {
        assert!(old.contains(id) && lock.contains(&format!("index.html#{id}\"")), "{id}");
    }
    case.run(&["check"]).exits(0);
}

#[test]
fn an_address_without_successor_is_a_warning_until_the_editor_says_where_it_leads() {
    let case =
        locked(Case::new("address-gone")).replace(FORUM, "    topics: [大模型, 可解释性]\n", "");
    case.built().screen();
    let page = case.published("topics/ke-jie-shi-xing/index.html");
    assert!(page.contains("agi/tao-dacheng/index.html"), "the talks that it had: {page}");
    case.run(&["lock"]).exits(0);
    case.run(&["lock", "--check"]).exits(1);
    let moved = "moved: {topics/da-mo-xing/: topics/, /topics/ke-jie-shi-xing/index.html: agi/}\n";
    let case = case.append(SITE, moved);
    case.built();
    leads(&case, "topics/ke-jie-shi-xing/", "../../agi/");
    case.run(&["lock", "--check"]).exits(0);
}

#[test]
fn a_page_that_is_not_there_is_no_successor() {
    let moved = "moved: {speakers/x/: speakers/nobody/, speakers/tao-dacheng/: agi/, a b: agi/}\n";
    let case = Case::new("moved-nowhere").append(SITE, moved).refused().screen().again();
    case.replace(SITE, ", a b: agi/", "").refused().screen_as("pages.txt");
}

#[test]
fn a_damaged_lock_of_addresses_is_named() {
    let lock = "speakers/x/\t甲\t\n../x/\t乙\t\nspeakers/x/\t甲\t\n<<<<<<< HEAD\n";
    Case::new("addresses-damaged").write("content/addresses.lock", lock).refused().screen();
}
