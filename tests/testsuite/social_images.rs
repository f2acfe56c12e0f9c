//! The pictures that stand for talks and forums where they are shared.
//!
//! They need a Chinese font, which is not ours to keep here: the tests take Debian's
//! (`fonts-noto-cjk`), which `tests/run` installs, and fail where it is not there.

use std::collections::BTreeSet;
use std::fs;
use std::path::PathBuf;
use std::process::Command;

use resvg::tiny_skia::Pixmap;

use crate::harness::{Case, FORUM, SITE, assert_same_files, files};
use crate::head_metadata::{all_ld, pages};

/// The family of the font that is drawn with.
const FAMILY: &str = "Noto Serif CJK SC";
/// Where it lies in the site's folder.
const FONT: &str = "fonts/serif.ttc";
/// Where pictures of the good site belong.
const PICTURES: [&str; 4] = [
    "agi/li-hua/social.png",
    "agi/roundtable/social.png",
    "agi/social.png",
    "agi/tao-dacheng/social.png",
];

/// The file of the system's font.
fn font() -> PathBuf {
    let missing = "install fonts-noto-cjk and fontconfig: the pictures need a Chinese font";
    let pattern = format!("{FAMILY}:style=Regular");
    let listed = Command::new("fc-list").args(["-f", "%{file}\n", &pattern]).output();
    let listed = String::from_utf8(listed.expect(missing).stdout).unwrap();
    listed.lines().min().map(PathBuf::from).expect(missing)
}

/// A site with the font in its folder, and this said of it in `site.yaml`.
fn with_font(case: Case, social_image: &str) -> Case {
    let case = case.folder("fonts");
    fs::copy(font(), case.path(FONT)).unwrap();
    case.append(SITE, &format!("social_image: {social_image}\n"))
}

/// A site with pictures.
pub fn with_pictures(case: Case) -> Case {
    with_font(case, &format!("{{font: {FONT}, family: {FAMILY}}}"))
}

/// A site without the font, and this said of one.
fn with_word(case: Case, social_image: &str) -> Case {
    case.append(SITE, &format!("social_image: {social_image}\n"))
}

fn picture(case: &Case, path: &str) -> Pixmap {
    let bytes = fs::read(case.path("public").join(path)).unwrap();
    assert!(bytes.starts_with(b"\x89PNG\r\n\x1a\n"), "{path}");
    assert!(bytes.len() < 150_000, "{path} has {} bytes", bytes.len());
    Pixmap::decode_png(&bytes).unwrap()
}

/// The colours of a part of a picture: from left to right, from top to bottom.
fn colours(
    picture: &Pixmap,
    across: std::ops::Range<u32>,
    down: std::ops::Range<u32>,
) -> BTreeSet<[u8; 3]> {
    let places = down.flat_map(|y| across.clone().map(move |x| (x, y)));
    let colour = |(x, y)| {
        let c = picture.pixel(x, y).unwrap();
        [c.red(), c.green(), c.blue()]
    };
    places.map(colour).collect()
}

const PAPER: [u8; 3] = [0xfd, 0xfc, 0xf9];

/// Asserts that something is drawn, and nothing where the margins are.
#[track_caller]
fn assert_well_set(picture: &Pixmap, what: &str) {
    assert_eq!((picture.width(), picture.height()), (1200, 630), "{what}");
    let paper = BTreeSet::from([PAPER]);
    for (across, down) in [
        (20..60, 0..630),
        (1112..1200, 0..630),
        (20..1200, 0..64),
        (20..1200, 606..630),
        (20..1200, 506..536),
    ] {
        let found = colours(picture, across.clone(), down.clone());
        assert_eq!(found, paper, "{what}: something stands at {across:?}, {down:?}");
    }
    for (part, down) in [("title", 130..330), ("foot", 545..605), ("kicker", 70..120)] {
        let found = colours(picture, 90..1110, down).len();
        assert!(found > 20, "{what}: {found} colours are no {part}");
    }
}

#[test]
fn every_talk_and_forum_has_a_picture_with_words_on_it() {
    let case = with_pictures(Case::new("social-good"));
    case.built();
    let there: Vec<String> = files(&case.path("public"))
        .into_keys()
        .filter(|path| path.ends_with("social.png"))
        .collect();
    assert_eq!(there, PICTURES);
    let drawn: BTreeSet<Vec<u8>> = PICTURES
        .iter()
        .map(|path| {
            let picture = picture(&case, path);
            assert_well_set(&picture, path);
            picture.data().to_vec()
        })
        .collect();
    assert_eq!(drawn.len(), PICTURES.len(), "each is of its own page");
}

#[test]
fn the_same_pictures_come_from_any_number_of_threads() {
    let site = |threads: &str| {
        let case =
            with_pictures(Case::new("social-good")).environment("RAYON_NUM_THREADS", threads);
        case.built();
        files(&case.path("public"))
    };
    let one = site("1");
    assert_same_files(&one, &site("1"));
    assert_same_files(&one, &site("4"));
}

#[test]
fn nothing_leaves_the_picture_however_long_it_is() {
    let long =
        "面向通用人工智能的大规模多模态基础模型在千行百业中的可信落地路径探索与实践".repeat(5);
    let latin = "Antidisestablishmentarianism".repeat(9);
    let many: Vec<String> = (0..40).map(|n| format!("guest-{n}")).collect();
    let mut case = with_pictures(Case::new("social-good"))
        .replace(FORUM, "大模型的道与术", &long)
        .replace(FORUM, "开幕致辞", &latin)
        .replace(FORUM, "title: 迈向AGI：大模型焕新与产业赋能", &format!("title: {long}"))
        .replace(FORUM, "title: 讨论", &format!("title: {long}"))
        .replace(
            FORUM,
            "speakers: [wei-kai, qiao-yu]",
            &format!("speakers: [wei-kai, qiao-yu, {}]", many.join(", ")),
        )
        .replace(FORUM, "title: 杰出教授", &format!("title: {long}"));
    for id in &many {
        let entry = format!("- {{id: {id}, name: 欧阳某某, affiliation: {long}}}\n");
        case = case.append("content/speakers.yaml", &entry);
    }
    case.built();
    for path in PICTURES {
        assert_well_set(&picture(&case, path), path);
    }
}

#[test]
fn from_none_to_seven_speakers_have_their_places() {
    for count in [0, 1, 3, 4, 6, 7] {
        let ids: Vec<String> = (0..count).map(|n| format!("guest-{n}")).collect();
        let mut case = with_pictures(Case::new("social-good")).replace(
            FORUM,
            "    speakers: [li-hua]\n",
            &format!("    speakers: [{}]\n", ids.join(", ")),
        );
        for id in &ids {
            let entry =
                format!("- {{id: {id}, name: 欧阳某某, affiliation: 中国信息通信研究院}}\n");
            case = case.append("content/speakers.yaml", &entry);
        }
        case.built();
        let picture = picture(&case, "agi/li-hua/social.png");
        assert_well_set(&picture, &format!("{count} speakers"));
        let people = colours(&picture, 90..1110, 470..500).len();
        assert_eq!(people > 20, count > 0, "{count} speakers have {people} colours");
    }
}

#[test]
fn a_site_that_names_no_font_has_no_pictures() {
    let case = Case::new("social-good");
    case.built();
    assert!(files(&case.path("public")).keys().all(|path| !path.ends_with("social.png")));
}

#[test]
fn characters_that_the_font_lacks_are_named() {
    with_pictures(Case::new("social-lacks"))
        .replace(FORUM, "大模型的道与术", "大模型的😀与術😀")
        .built()
        .screen();
}

#[test]
fn a_font_that_is_not_there_is_named() {
    with_word(Case::new("social-missing"), "{font: fonts/NotoSerif.otf}").refused().screen();
}

#[test]
fn a_font_outside_of_the_site_is_not_read() {
    with_word(Case::new("social-outside"), "{font: ../NotoSerif.otf}").refused().screen();
    with_word(Case::new("social-outside"), "{font: /usr/share/fonts/a.ttf}")
        .refused()
        .screen_as("absolute.txt");
}

#[test]
fn a_folder_is_no_font() {
    with_word(Case::new("social-folder"), "{font: content}").refused().screen();
}

#[test]
fn a_file_that_is_no_font_is_refused() {
    with_word(Case::new("social-not-a-font"), "{font: content/speakers.yaml}").refused().screen();
}

#[test]
fn half_a_font_is_no_font() {
    let case = with_pictures(Case::new("social-half"));
    let font = fs::read(case.path(FONT)).unwrap();
    let half = &font[..font.len() / 2];
    case.write(FONT, half).refused().screen();
}

#[test]
fn of_a_collection_the_face_must_be_named() {
    with_font(Case::new("social-several"), &format!("{{font: {FONT}}}")).refused().screen();
}

#[test]
fn a_family_that_the_font_does_not_have_is_not_guessed() {
    with_font(Case::new("social-family"), &format!("{{font: {FONT}, family: Noto Serif CJK CN}}"))
        .refused()
        .screen();
}

#[test]
fn a_font_of_more_than_64_mb_is_refused() {
    let case = with_word(Case::new("social-too-large"), "{font: fonts/a.ttf}").folder("fonts");
    let file = fs::File::create(case.path("fonts/a.ttf")).unwrap();
    file.set_len((64 << 20) + 1).unwrap();
    drop(file);
    let ran = case.run(&["build"]);
    ran.exits(1).screen();
}

#[cfg(unix)]
#[test]
fn a_font_behind_a_symbolic_link_is_not_read() {
    with_word(Case::new("social-link"), "{font: fonts/a.ttf}")
        .link("fonts", "/usr/share/fonts")
        .refused()
        .screen();
}

#[test]
fn a_misspelt_key_and_a_font_without_its_key_are_shown() {
    with_word(Case::new("social-keys"), "{fonts: fonts/a.ttf}").refused().screen();
    with_word(Case::new("social-keys"), "fonts/a.ttf").refused().screen_as("text.txt");
}

#[test]
fn an_image_of_the_transcript_is_not_replaced_by_a_picture() {
    with_pictures(Case::new("social-in-the-way"))
        .append("content/agi/transcript.md", "\n![](social.png)\n")
        .write("content/agi/social.png", "an image of the afternoon")
        .refused()
        .screen();
}

#[test]
fn a_page_with_a_picture_names_it_to_whoever_shares_the_page() {
    let with = pages(&with_pictures(Case::new("metadata")));
    let without = pages(&Case::new("metadata"));
    let pictured = |path: &str| match path.split('/').collect::<Vec<_>>().as_slice() {
        ["index.html"] | ["agi", "index.html"] | ["agi", "sessions", ..] => Some("agi/"),
        ["agi", "li-hua", _] => Some("agi/li-hua/"),
        ["agi", "tao-dacheng", _] => Some("agi/tao-dacheng/"),
        ["agi", "roundtable", _] => Some("agi/roundtable/"),
        _ => None,
    };
    for (path, html) in &with {
        let Some(at) = pictured(path) else {
            assert_eq!(html, &without[path], "{path} has no picture of its own");
            continue;
        };
        let address = format!("https://example.org/forum/{at}social.png");
        for tag in [
            format!("property=\"og:image\" content=\"{address}\""),
            "property=\"og:image:type\" content=\"image/png\"".to_owned(),
            "property=\"og:image:width\" content=\"1200\"".to_owned(),
            "property=\"og:image:height\" content=\"630\"".to_owned(),
            "name=\"twitter:card\" content=\"summary_large_image\"".to_owned(),
        ] {
            assert_eq!(html.matches(&format!("<meta {tag}>")).count(), 1, "{path}: {tag}");
        }
        let ld = all_ld(html).remove(0);
        assert_eq!(ld["image"], address.as_str(), "{path}");
        if ld["@type"] == "VideoObject" {
            assert_eq!(ld["thumbnailUrl"], address.as_str(), "{path}");
        }
    }
    let panel = "<meta property=\"og:image:alt\" \
                 content=\"共识与落地 · 魏凯 · 乔宇 · 迈向AGI：大模型焕新与产业赋能\">";
    assert!(with["agi/roundtable/index.html"].contains(panel));
    let plain = without.values().all(|html| !html.contains("og:image") && !html.contains("_large"));
    assert!(plain, "without a font no page speaks of a picture");
}

#[test]
fn a_picture_whose_whole_address_is_not_known_is_no_tag() {
    let case = with_pictures(Case::new("metadata")).replace(
        SITE,
        "base_url: https://example.org/forum/\n",
        "",
    );
    let pages = pages(&case);
    let talk = &pages["agi/tao-dacheng/index.html"];
    assert!(!talk.contains("og:image") && talk.contains("content=\"summary\""));
    assert_eq!(all_ld(talk)[0]["image"], "../../agi/tao-dacheng/social.png");
    assert!(case.path("public/agi/tao-dacheng/social.png").is_file());
}
