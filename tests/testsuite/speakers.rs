//! People who are not who they are said to be.

use crate::harness::{Case, FORUM, SPEAKERS};

#[test]
fn a_misspelt_speaker_is_named_with_the_nearest() {
    Case::new("unknown-speaker")
        .replace(FORUM, "{id: tao-dacheng, title", "{id: tao-dachen, title")
        .refused()
        .screen();
}

#[test]
fn a_speaker_who_is_nowhere_is_named() {
    Case::new("speaker-nowhere")
        .replace(FORUM, "speakers: [li-hua]", "speakers: [zhou-xiang]")
        .refused()
        .screen();
}

#[test]
fn a_name_in_the_place_of_an_id_is_named() {
    Case::new("name-for-id")
        .replace(FORUM, "speakers: [li-hua]", "speakers: [李华]")
        .refused()
        .screen();
}

#[test]
fn a_chair_who_is_nowhere_is_named() {
    Case::new("unknown-chair").replace(FORUM, "chair: wei-kai", "chair: wei-k").refused().screen();
}

#[test]
fn a_turn_of_somebody_who_is_nowhere_is_named() {
    Case::new("unknown-turn")
        .replace(FORUM, "- qiao-yu: 谢谢", "- qiaoyu: 谢谢")
        .refused()
        .screen();
}

#[test]
fn a_turn_of_somebody_who_is_not_in_the_talk_is_a_warning() {
    let case = Case::new("turn-of-stranger").replace(FORUM, "- qiao-yu: 谢谢", "- li-hua: 谢谢");
    case.built().screen();
}

#[test]
fn a_speaker_who_stands_twice_in_a_talk_is_named() {
    Case::new("speaker-twice-in-talk")
        .replace(FORUM, "[wei-kai, qiao-yu]", "[wei-kai, qiao-yu, wei-kai]")
        .refused()
        .screen();
}

#[test]
fn an_id_of_two_speakers_is_named() {
    Case::new("duplicate-speaker")
        .replace(SPEAKERS, "- id: qiao-yu", "- id: wei-kai")
        .refused()
        .screen();
}

#[test]
fn a_spelling_of_two_speakers_is_named() {
    Case::new("spelling-of-two")
        .replace(SPEAKERS, "  name: 魏凯", "  name: 魏凯\n  heard_as: [陶源士]")
        .refused()
        .screen();
}

#[test]
fn a_spelling_that_is_the_name_of_another_is_named() {
    Case::new("spelling-is-name")
        .replace(SPEAKERS, "  name: 魏凯", "  name: 魏凯\n  heard_as: [乔宇]")
        .refused()
        .screen();
}

#[test]
fn a_spelling_that_stands_twice_is_a_warning() {
    let case =
        Case::new("spelling-twice").replace(SPEAKERS, "[陶大成, 陶源士]", "[陶大成, 陶大成]");
    case.built().screen();
}

#[test]
fn a_speaker_without_a_talk_is_a_warning() {
    let case = Case::new("speaker-without-talk");
    case.append(SPEAKERS, "- id: zhou-xiang\n  name: 周翔\n").built().screen();
}

#[test]
fn a_link_that_could_run_is_refused() {
    Case::new("link-javascript")
        .replace(SPEAKERS, "https://example.org/tao", "javascript:alert(1)")
        .refused()
        .screen();
}

#[test]
fn ids_that_cannot_stand_in_an_address_are_named() {
    Case::new("bad-ids")
        .replace(SPEAKERS, "- id: lu-fan", "- id: Lu Fan")
        .replace(SPEAKERS, "- id: qiao-yu", "- id: 乔宇")
        .replace(FORUM, "  - id: roundtable", "  - id: panel/1")
        .replace(FORUM, "- id: discussion", "- id: ../discussion")
        .refused()
        .screen();
}

#[test]
fn a_broken_list_of_speakers_is_one_mistake_and_not_one_for_every_talk() {
    Case::new("speakers-broken")
        .replace(SPEAKERS, "  name: 陆凡", "\tname: 陆凡")
        .refused()
        .screen();
}

#[test]
fn people_without_a_list_of_speakers_are_one_mistake() {
    Case::new("speakers-missing").remove(SPEAKERS).refused().screen();
}

#[test]
fn a_known_speaker_with_a_turn_is_to_be_added_and_not_taken_for_another() {
    let case = Case::new("turn-of-near-stranger")
        .append(SPEAKERS, "- id: wei-kang\n  name: 魏康\n")
        .replace(FORUM, "- wei-kai: 好，这个", "- wei-kang: 好，这个");
    case.built().screen();
}
