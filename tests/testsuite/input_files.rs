//! Files that are missing, in the wrong place, or not what their name says.

use crate::harness::{CORRECTIONS, Case, FORUM, SITE, SPEAKERS, TRANSCRIPT};

#[test]
fn a_missing_content_is_named() {
    Case::new("no-content").remove("content").refused().screen();
}

#[test]
fn a_root_that_is_not_there_is_named() {
    Case::new("no-root").refused_with(&["build", "--root", "nowhere"], 1).screen();
}

#[test]
fn a_content_with_nothing_in_it_is_named() {
    Case::new("empty-content").remove("content").folder("content").refused().screen();
}

#[test]
fn a_missing_transcript_is_named() {
    Case::new("no-transcript").remove(TRANSCRIPT).refused().screen();
}

#[test]
fn a_missing_forum_yaml_is_named() {
    Case::new("no-forum-yaml").remove(FORUM).refused().screen();
}

#[test]
fn a_missing_site_yaml_is_named() {
    Case::new("no-site-yaml").remove(SITE).refused().screen();
}

#[test]
fn an_empty_forum_yaml_is_named() {
    Case::new("empty-forum-yaml").write(FORUM, "# later\n").refused().screen();
}

#[test]
fn an_empty_site_yaml_is_named() {
    Case::new("empty-site-yaml").write(SITE, "").refused().screen();
}

#[test]
fn files_with_the_other_ending_are_named() {
    Case::new("yml")
        .rename(FORUM, "content/agi/forum.yml")
        .rename(SITE, "content/site.yml")
        .rename(SPEAKERS, "content/speakers.yml")
        .refused()
        .screen();
}

#[test]
fn files_in_the_wrong_place_are_warnings() {
    let case = Case::new("misplaced")
        .write("content/corrections.yaml", "- {heard: 甲, meant: 乙}\n")
        .write("content/contact.md", "---\ntitle: 联系\n---\n写信来。\n")
        .write("content/agi/speakers.yaml", "[]\n")
        .write("content/agi/day2/forum.yaml", "title: 第二天\n")
        .write("content/README.md", "给编者的话。\n")
        .write("content/agi/notes.md", "给自己的话。\n");
    case.built().screen();
}

#[test]
fn a_folder_that_is_no_forum_is_a_warning() {
    let case = Case::new("folder-without-forum").write("content/2023/img/1.png", "");
    case.write("content/2022/corrections.yaml", "[]\n").built().screen();
}

#[test]
fn a_folder_in_the_place_of_the_transcript_is_named() {
    Case::new("transcript-is-folder").remove(TRANSCRIPT).folder(TRANSCRIPT).refused().screen();
}

#[test]
fn a_transcript_outside_the_forum_is_refused() {
    Case::new("transcript-outside")
        .write("content/transcript.md", "大家好。\n")
        .replace(FORUM, "cut:", "transcript: ../transcript.md\ncut:")
        .refused()
        .screen();
}

#[test]
fn a_transcript_is_read_whatever_its_ending() {
    let case = Case::new("transcript-txt")
        .rename(TRANSCRIPT, "content/agi/transcript.txt")
        .replace(FORUM, "cut:", "transcript: transcript.txt\ncut:");
    case.built();
    assert!(case.published("agi/tao-dacheng/index.html").contains("大家好啊"));
}

#[test]
fn a_transcript_that_is_not_utf8_is_one_mistake() {
    // 各位来宾 in GB 18030
    let gbk = b"# GBK\n\n\xb8\xf7\xce\xbb\xc0\xb4\xb1\xf6\n";
    Case::new("transcript-not-utf8").write(TRANSCRIPT, gbk).refused().screen();
}

#[test]
fn a_yaml_that_is_not_utf8_is_one_mistake() {
    let gbk = b"- id: lu-fan\n  name: \xc2\xbd\xb7\xb2\n";
    Case::new("yaml-not-utf8").write(SPEAKERS, gbk).refused().screen();
}

#[test]
fn a_transcript_with_a_nul_is_refused() {
    Case::new("transcript-nul").replace(TRANSCRIPT, "先说道。", "先\0说道。").refused().screen();
}

#[test]
fn an_empty_transcript_is_one_mistake() {
    Case::new("empty-transcript").write(TRANSCRIPT, "").refused().screen();
}

#[test]
fn a_transcript_with_only_a_head_line_is_one_mistake() {
    Case::new("transcript-only-head").write(TRANSCRIPT, "# 2024 - P1：甲\n\n").refused().screen();
}

#[test]
fn a_missing_image_is_a_warning_that_names_its_talk() {
    let case = Case::new("image-missing").remove("content/agi/img/1.png");
    case.built().screen();
    assert!(case.published("agi/tao-dacheng/index.md").contains("<!-- image not available"));
}

#[test]
fn a_text_in_the_place_of_an_image_is_named() {
    let case = Case::new("image-is-text").replace(TRANSCRIPT, "img/1.png", "forum.yaml");
    case.built().screen();
}

#[test]
fn an_image_cannot_take_the_place_of_a_page() {
    let case = Case::new("image-is-page")
        .replace(TRANSCRIPT, "img/1.png", "tao-dacheng/index.html")
        .write("content/agi/tao-dacheng/index.html", "<script>alert(1)</script>");
    case.built().screen();
    assert!(!case.published("agi/tao-dacheng/index.html").contains("alert"));
}

#[test]
fn an_image_with_an_odd_name_is_shown() {
    let name = "img/a b#1?50%&amp;\".png";
    let case = Case::new("image-odd-name")
        .replace(TRANSCRIPT, "img/1.png", name)
        .rename("content/agi/img/1.png", &format!("content/agi/{name}"));
    case.built();
    case.run(&["check"]).exits(0);
    let page = case.published("agi/tao-dacheng/index.html");
    assert!(page.contains("src=\"../img/a%20b%231%3F50%25%26amp;%22.png\""), "{page}");
}

#[test]
fn images_are_found_however_their_paths_are_written() {
    let case = Case::new("image-paths").replace(
        TRANSCRIPT,
        "![](img/1.png)",
        "![](./img/图(1).PNG)\n\n![](img/a%20b.png)\n\n![](<img/a b.png> \"甲\")\n\n\
         ![](img\\a b.png){width=9} <img src=\"img/a b.png\">\n\n![](img/1.png)",
    );
    let case = case.write("content/agi/img/图(1).png", "a").write("content/agi/img/a b.png", "b");
    let screen = case.built().stderr();
    assert!(!screen.contains("image"), "{screen}");
    let page = case.published("agi/tao-dacheng/index.html");
    let count = |path: &str| page.matches(path).count();
    assert_eq!((count("../img/图%281%29.png\""), count("../img/a%20b.png\"")), (1, 4));
    assert_eq!(case.published("agi/img/图(1).png") + &case.published("agi/img/a b.png"), "ab");
}

#[test]
fn a_missing_image_is_named_as_the_file_that_is_meant() {
    Case::new("image-paths-missing")
        .replace(
            TRANSCRIPT,
            "![](img/1.png)",
            "![](img/图(1).png)\n\n![](.\\img\\a%20b.png)\n\n\
             ![](data:image/png;base64,iVBORw0KGgo=)",
        )
        .built()
        .screen();
}

#[test]
fn an_image_outside_the_forum_is_not_taken() {
    let case = Case::new("image-outside")
        .replace(TRANSCRIPT, "img/1.png", "../../secret.png")
        .write("secret.png", "secret");
    case.built().screen();
}

#[test]
fn a_page_without_front_matter_is_named() {
    Case::new("page-without-front-matter")
        .write("content/pages/about.md", "# 关于\n\n文字由机器识别。\n")
        .refused()
        .screen();
}

#[test]
fn front_matter_that_is_not_closed_is_named() {
    Case::new("page-front-matter-unclosed")
        .write("content/pages/about.md", "---\ntitle: 关于\n\n文字由机器识别。\n")
        .refused()
        .screen();
}

#[test]
fn a_mistake_in_front_matter_has_its_place() {
    Case::new("page-front-matter-broken")
        .write("content/pages/about.md", "---\ntitle: 关于\nnav: perhaps\n---\n文字由机器识别。\n")
        .refused()
        .screen();
}

#[test]
fn names_of_pages_that_cannot_stand_in_an_address_are_named() {
    Case::new("page-names")
        .rename("content/pages/about.md", "content/pages/关于.md")
        .write("content/pages/agi.md", "---\ntitle: 甲\n---\n")
        .write("content/pages/data.md", "---\ntitle: 乙\n---\n")
        .refused()
        .screen();
}

#[cfg(unix)]
#[test]
fn links_that_go_round_in_a_circle_are_no_trap() {
    let case =
        Case::new("symlink-loop").link("content/agi/round", "../agi").link("content/self", "self");
    case.built().screen();
}

#[cfg(unix)]
#[test]
fn a_link_in_the_place_of_the_transcript_is_named() {
    Case::new("symlink-transcript")
        .rename(TRANSCRIPT, "transcript.md")
        .link(TRANSCRIPT, "../../transcript.md")
        .refused()
        .screen();
}

#[cfg(unix)]
#[test]
fn links_among_the_sites_own_templates_and_static_files_are_named() {
    Case::new("symlink-own")
        .write("elsewhere/page.html", "")
        .write("elsewhere/own.css", "a{}")
        .folder("templates")
        .folder("static")
        .link("templates/talk.html", "../elsewhere/page.html")
        .link("static/own.css", "../elsewhere/own.css")
        .link("static/folder", "../elsewhere")
        .built()
        .screen();
}

#[test]
fn a_talk_that_was_renamed_leaves_a_page_that_leads_to_it_and_is_in_no_map() {
    let case = Case::new("talk-renamed");
    case.run(&["lock"]).exits(0);
    let case = case
        .replace(FORUM, "- id: tao-dacheng\n    kind", "- id: dao-yu-shu\n    kind")
        .replace(CORRECTIONS, "in: [tao-dacheng]", "in: [dao-yu-shu]");
    case.built();
    let gone = case.published("agi/tao-dacheng/index.html");
    assert!(gone.contains("<a href=\"../../agi/dao-yu-shu/index.html\">"), "{gone}");
    assert!(gone.contains("noindex"));
    let map = case.published("sitemap.xml");
    assert!(map.contains("agi/dao-yu-shu/") && !map.contains("agi/tao-dacheng/"), "{map}");
}

#[test]
fn a_lock_that_was_damaged_is_named() {
    Case::new("lock-damaged")
        .write("content/agi/permalinks.lock", "a2bcde\tli-hua\t甲\t乙\n<<<<<<< HEAD\n")
        .refused()
        .screen();
}

#[test]
fn files_with_a_name_that_is_nearly_right_are_named() {
    Case::new("nearly-named")
        .rename(FORUM, "content/agi/Forum.yaml")
        .rename("content/agi/corrections.yaml", "content/agi/correction.yaml")
        .rename(SPEAKERS, "content/speaker.yml")
        .refused()
        .screen();
}

#[test]
fn a_root_that_is_the_content_itself_is_named() {
    let case = Case::new("root-is-content").refused_with(&["check", "--root", "content"], 1);
    let case = case.screen().again();
    case.refused_with(&["check", "--root", "./content/"], 1).screen_as("with-slash.txt");
}

#[test]
fn a_free_page_loads_nothing_from_another_host() {
    let text = "---\ntitle: 关于\n---\n一幅图：![图](https://evil.example/x.png)，\
        又一幅 ![][two]。\n\n[看这里](//evil.example/x)，[也看](https://example.org/)。\n\n\
        [two]: //evil.example/y.png\n";
    Case::new("page-elsewhere").write("content/pages/about.md", text).refused().screen();
}

#[test]
fn a_copy_beside_the_right_file_is_a_warning_and_not_to_be_renamed() {
    let case = Case::new("copy-beside")
        .write("content/agi/forum.yml", "title: 旧稿\n")
        .write("content/agi/forum 2.yaml", "title: 旧稿\n")
        .write("content/Speakers.yaml", "[]\n");
    case.built().screen();
}

#[test]
fn a_transcript_under_a_name_that_is_nearly_right_is_named() {
    let named = |name: &str| {
        let case = Case::new("transcript-nearly-named");
        case.rename(TRANSCRIPT, &format!("content/agi/{name}")).refused()
    };
    named("transcripts.md").screen_as("s.txt");
    named("Transcript.md").screen_as("case.txt");
}

#[test]
fn the_site_has_the_file_that_keeps_jekyll_away() {
    let case = Case::new("no-jekyll").write("static/.nojekyll", "");
    case.built();
    assert_eq!(case.published(".nojekyll"), "");
}

#[test]
fn hidden_files_that_a_server_needs_are_published_and_others_are_named() {
    let case = Case::new("hidden-files")
        .write("static/.well-known/security.txt", "Contact: mailto:a@example.org\n")
        .write("static/.htaccess", "Options -Indexes\n")
        .write("static/.git/config", "")
        .write("static/img/.DS_Store", "")
        .write("static/.env", "PASSWORD=1\n");
    let ran = case.run(&["check", "--notes"]);
    ran.exits(0).screen();
    case.built();
    assert!(case.published(".well-known/security.txt").contains("mailto"));
    assert!(case.published(".htaccess").contains("Indexes"));
    for path in [".git/config", "img/.DS_Store", ".env"] {
        assert!(!case.path("public").join(path).exists(), "{path}");
    }
}
