//! YAML that is none, and YAML that is not what a file wants.

use crate::harness::{CORRECTIONS, Case, FORUM, SITE, SPEAKERS};

#[test]
fn a_tab_in_the_indentation_is_named() {
    Case::new("yaml-tab").replace(FORUM, "  title: 开幕\n", "\ttitle: 开幕\n").refused().screen();
}

#[test]
fn an_unclosed_quotation_mark_is_named() {
    let case = Case::new("yaml-unclosed-quote");
    case.replace(FORUM, "venue: 上海·徐汇西岸", "venue: \"上海·徐汇西岸").refused().screen();
}

#[test]
fn a_colon_in_a_value_is_named() {
    let case = Case::new("yaml-colon-in-value");
    case.replace(FORUM, "title: 迈向AGI：大模型焕新", "title: AGI: 大模型焕新").refused().screen();
}

#[test]
fn a_wrong_indentation_is_named() {
    Case::new("yaml-indentation")
        .replace(FORUM, "    title: 开幕致辞", "     title: 开幕致辞")
        .refused()
        .screen();
}

#[test]
fn a_list_that_is_not_closed_is_named() {
    Case::new("yaml-unclosed-list")
        .replace(SPEAKERS, "heard_as: [陶大成, 陶源士]", "heard_as: [陶大成, 陶源士")
        .refused()
        .screen();
}

#[test]
fn an_alias_bomb_is_refused() {
    let mut bomb = String::from("a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n");
    for i in 1..12 {
        let row = vec![format!("*a{}", i - 1); 10].join(", ");
        bomb += &format!("a{i}: &a{i} [{row}]\n");
    }
    Case::new("yaml-alias-bomb").write(SITE, "title: 论坛\n".to_owned() + &bomb).refused().screen();
}

#[test]
fn an_alias_that_names_nothing_is_named() {
    Case::new("yaml-unknown-alias").replace(SITE, "一次论坛的实录", "*nowhere").refused().screen();
}

#[test]
fn nesting_without_end_is_refused_and_does_not_overflow_the_stack() {
    let case = Case::new("yaml-nesting");
    case.write(SITE, "title: ".to_owned() + &"[".repeat(100_000)).refused().screen();
}

#[test]
fn nesting_that_is_closed_is_refused_and_does_not_overflow_the_stack() {
    let (open, close) = ("[".repeat(20_000), "]".repeat(20_000));
    Case::new("yaml-nesting-closed")
        .write(SITE, format!("title: {open}{close}"))
        .refused()
        .screen();
}

#[test]
fn nesting_by_indentation_is_refused_and_does_not_overflow_the_stack() {
    let lines = (0..3_000).map(|depth| format!("{}a:\n", " ".repeat(depth)));
    Case::new("yaml-nesting-by-indentation")
        .write(SITE, lines.collect::<String>())
        .refused()
        .screen();
}

#[test]
fn a_second_document_is_named() {
    Case::new("yaml-two-documents").append(SITE, "---\ntitle: 又一个\n").refused().screen();
}

#[test]
fn an_unknown_key_of_the_site_is_named_with_the_nearest() {
    Case::new("unknown-key-site").replace(SITE, "base_url:", "baseurl:").refused().screen();
}

#[test]
fn an_unknown_key_of_a_speaker_is_named_with_the_nearest() {
    Case::new("unknown-key-speaker").replace(SPEAKERS, "heard_as:", "heardas:").refused().screen();
}

#[test]
fn an_unknown_key_of_a_forum_is_named_with_the_nearest() {
    Case::new("unknown-key-forum").replace(FORUM, "organizer:", "organiser:").refused().screen();
}

#[test]
fn an_unknown_key_of_a_talk_is_named_with_the_nearest() {
    Case::new("unknown-key-talk").replace(FORUM, "    topics:", "    topic:").refused().screen();
}

#[test]
fn an_unknown_key_of_a_session_is_named_with_what_there_is() {
    Case::new("unknown-key-session")
        .replace(FORUM, "  title: 开幕\n", "  title: 开幕\n  moderator: lu-fan\n")
        .refused()
        .screen();
}

#[test]
fn an_unknown_key_of_a_correction_is_named_with_the_nearest() {
    Case::new("unknown-key-correction")
        .replace(CORRECTIONS, "heard: 新通院", "herd: 新通院")
        .refused()
        .screen();
}

#[test]
fn an_unknown_key_of_a_page_is_named_with_what_there_is() {
    Case::new("unknown-key-page")
        .replace("content/pages/about.md", "title: 关于", "title: 关于\nauthor: 某人")
        .refused()
        .screen();
}

#[test]
fn an_unknown_key_of_a_video_is_named() {
    Case::new("unknown-key-video").replace(FORUM, "bilibili:", "bilbili:").refused().screen();
}

#[test]
fn a_misspelt_required_key_is_one_mistake_and_not_two() {
    Case::new("misspelt-required-key")
        .replace(FORUM, "    from: 大家好啊", "    form: 大家好啊")
        .refused()
        .screen();
}

#[test]
fn a_talk_without_its_required_keys_is_named() {
    Case::new("missing-key-talk")
        .replace(FORUM, "    kind: keynote\n    title: 大模型的道与术\n", "")
        .refused()
        .screen();
}

#[test]
fn a_speaker_without_a_name_is_one_mistake_and_not_two() {
    Case::new("missing-key-speaker").replace(SPEAKERS, "  name: 李华\n", "").refused().screen();
}

#[test]
fn a_speaker_without_an_id_is_named() {
    Case::new("missing-key-speaker-id")
        .replace(SPEAKERS, "- id: qiao-yu\n  name", "- name")
        .refused()
        .screen();
}

#[test]
fn a_site_without_a_title_is_named() {
    Case::new("missing-key-site").replace(SITE, "title: 论坛实录\n", "").refused().screen();
}

#[test]
fn a_forum_without_sessions_is_named() {
    let case = Case::new("missing-key-sessions");
    case.change(FORUM, |forum| forum.split("sessions:").next().unwrap().into()).refused().screen();
}

#[test]
fn a_session_without_an_id_is_one_mistake_and_not_two() {
    Case::new("missing-key-session")
        .replace(FORUM, "- id: discussion\n  title", "- title")
        .refused()
        .screen();
}

#[test]
fn a_cut_without_a_reason_is_named() {
    Case::new("missing-key-cut").replace(FORUM, ", why: 试音", "").refused().screen();
}

#[test]
fn a_key_that_stands_twice_is_named() {
    Case::new("duplicate-key").replace(FORUM, "venue:", "title: 又一个\nvenue:").refused().screen();
}

#[test]
fn a_form_of_address_that_stands_twice_is_named() {
    Case::new("duplicate-called")
        .replace(FORUM, "{陶院士: tao-dacheng}", "{陶院士: tao-dacheng, 陶院士: li-hua}")
        .refused()
        .screen();
}

#[test]
fn a_text_where_a_list_should_be_is_named() {
    Case::new("text-for-list")
        .replace(FORUM, "speakers: [li-hua]", "speakers: li-hua")
        .refused()
        .screen();
}

#[test]
fn a_list_where_text_should_be_is_named() {
    Case::new("list-for-text")
        .replace(FORUM, "title: 开幕致辞", "title: [开幕, 致辞]")
        .refused()
        .screen();
}

#[test]
fn a_list_where_a_mapping_should_be_is_named() {
    let case = Case::new("list-for-mapping");
    case.change(SITE, |_| "- title: 论坛实录\n".into()).refused().screen();
}

#[test]
fn a_mapping_where_a_list_should_be_is_named() {
    Case::new("mapping-for-list").write(SPEAKERS, "lu-fan:\n  name: 陆凡\n").refused().screen();
}

#[test]
fn a_turn_with_two_speakers_is_named() {
    Case::new("two-in-a-turn")
        .replace(FORUM, "    - qiao-yu: 谢谢魏所长", "      qiao-yu: 谢谢魏所长")
        .refused()
        .screen();
}

#[test]
fn a_turn_that_is_only_text_is_named() {
    Case::new("turn-is-text")
        .replace(FORUM, "- qiao-yu: 谢谢魏所长", "- 谢谢魏所长")
        .refused()
        .screen();
}

#[test]
fn a_month_that_is_none_is_named() {
    Case::new("date-month").replace(FORUM, "2024-07-05", "2024-13-05").refused().screen();
}

#[test]
fn a_day_that_is_none_is_named() {
    Case::new("date-day").replace(FORUM, "2024-07-05", "2024-02-30").refused().screen();
}

#[test]
fn a_date_in_words_is_named() {
    Case::new("date-words").replace(FORUM, "2024-07-05", "2024年7月5日").refused().screen();
}

#[test]
fn a_flag_that_is_neither_true_nor_false_is_named() {
    Case::new("bad-flag")
        .replace(SPEAKERS, "verified: false", "verified: maybe")
        .refused()
        .screen();
}

#[test]
fn a_kind_of_talk_that_is_none_is_named_with_the_nearest() {
    Case::new("bad-kind").replace(FORUM, "kind: keynote", "kind: keynot").refused().screen();
}

#[test]
fn a_language_without_an_interface_is_named() {
    Case::new("bad-language").replace(SITE, "zh-CN", "fr").refused().screen();
}

#[test]
fn an_address_that_is_none_is_named() {
    Case::new("bad-base-url")
        .replace(SITE, "https://example.org/forum/", "example.org")
        .refused()
        .screen();
}

#[test]
fn an_address_with_a_query_is_named() {
    Case::new("base-url-with-query").replace(SITE, "forum/", "?page=forum").refused().screen();
}

#[test]
fn an_address_on_the_command_line_that_is_none_is_named() {
    let case = Case::new("bad-base-url-argument");
    case.refused_with(&["build", "--base-url", "example.org"], 1).screen();
}

#[test]
fn a_part_of_a_video_that_is_none_is_named() {
    let case = Case::new("video-part").replace(FORUM, "part: 31", "part: -1").refused();
    let case = case.screen().again();
    case.replace(FORUM, "part: -1", "part: 0").refused().screen_as("zero.txt");
}

#[test]
fn a_part_without_a_video_is_named() {
    Case::new("video-without-id")
        .replace(FORUM, "{bilibili: BV1iT421k7Bv, part: 31}", "{part: 31}")
        .replace("content/agi/transcript.md", " - BV1iT421k7Bv", "")
        .refused()
        .screen();
}

#[test]
fn an_id_that_is_no_videos_is_named() {
    Case::new("bad-video").replace(FORUM, "BV1iT421k7Bv", "https://b23.tv/x").refused().screen();
}

#[test]
fn an_empty_item_of_a_list_is_named() {
    Case::new("empty-item")
        .replace(FORUM, "[大模型, 可解释性]", "[大模型, \"\"]")
        .refused()
        .screen();
}

#[test]
fn a_word_that_yaml_reads_as_nothing_is_named() {
    Case::new("null-words")
        .append(SPEAKERS, "- {id: null, name: Null, latin: NULL, heard_as: [Null, No]}\n")
        .replace(FORUM, "[大模型, 可解释性]", "[大模型, ~]")
        .refused()
        .screen();
}

#[test]
fn parts_that_do_not_fit_the_name_are_named() {
    Case::new("name-parts")
        .replace(SPEAKERS, "name: 陆凡", "name: 陆凡\n  family: 陆")
        .replace(SPEAKERS, "name: 李华", "name: 李华\n  given: 华")
        .replace(SPEAKERS, "name: 陶大程", "name: 陶大程\n  family: 陶程\n  given: 大")
        .append(SPEAKERS, "- {id: office, name: 规划 局, literal: true, family: 规划, given: 局}\n")
        .refused()
        .screen();
}

#[test]
fn words_that_are_true_or_false_elsewhere_are_names() {
    let case = Case::new("word-names").replace(SPEAKERS, "name: 陶大程", "name: No");
    let case = case.replace(FORUM, "title: 大模型的道与术", "title: \"Null\"");
    case.built();
    assert!(case.published("agi/tao-dacheng/index.md").contains("[No]"));
    assert!(case.published("agi/tao-dacheng/index.md").contains("# Null"));
}

#[test]
fn every_slip_of_the_hand_is_named_and_hides_nothing() {
    Case::new("yaml-slips")
        .replace(FORUM, "venue: 上海", "venue：上海")
        .replace(FORUM, "organizer: 中国", "organizer:中国")
        .replace(FORUM, "called: {陶院士: tao-dacheng}", "called: {陶院士：tao-dachen}")
        .replace(FORUM, "一下话筒。, why", "一下话筒。，why")
        .replace(FORUM, "title: 开幕致辞", "title: @开幕: 致辞")
        .replace(FORUM, "title: 大模型的道与术", "title: 大模型: 道与术")
        .replace(FORUM, "title: 共识与落地", "title: [圆桌] 共识与落地")
        .replace(FORUM, "title: 讨论", "title: \"讨论\" 与交流")
        .replace(FORUM, "    to: 今天的圆桌", "    to:今天的园桌")
        .replace(FORUM, "kind: keynote", "kind: keynot")
        .refused()
        .screen();
}

#[test]
fn every_sign_that_no_text_can_begin_with_is_named() {
    let signs = ["@", "`", "%", "*", "&", "!", "|", ">", "& ", "- "];
    let talks = signs
        .map(|sign| format!("- {{id: x, title: y}}\n- id: a\n  title: {sign}开幕{sign}致辞\n"));
    Case::new("yaml-reserved-signs").write(FORUM, talks.concat()).refused().screen();
}

#[test]
fn a_full_width_colon_in_every_line_is_named() {
    let case = Case::new("yaml-full-width-colons").write(SITE, "title：论坛实录\n");
    let case =
        case.write(CORRECTIONS, "- heard：新通院\n  meant：信通院\n- {heard：甲, meant：乙}\n");
    case.write(SPEAKERS, "- id：lu-fan\n- id:lu-fan\n  name: 陆凡\n").refused().screen();
}

#[test]
fn a_text_cut_off_by_a_comment_is_a_warning_and_a_comment_is_none() {
    let case = Case::new("yaml-comment-in-value")
        .replace(FORUM, "title: 开幕致辞", "title: C #语言 # 致辞")
        .replace(FORUM, "title: 大模型的道与术", "title: 大模型的道与术  # 待定")
        .replace(FORUM, "kind: keynote", "kind: keynote # 主旨演讲")
        .replace(SPEAKERS, "[陶大成, 陶源士]", "[陶大成，陶源士]");
    case.built().screen();
}

#[test]
fn a_mistake_in_the_syntax_of_a_forum_hides_none_of_the_files_beside_it() {
    Case::new("yaml-hides-nothing")
        .replace(FORUM, "venue: 上海·徐汇西岸", "venue: \"上海·徐汇西岸")
        .append(CORRECTIONS, "- {herd: 甲, meant: 乙}\n")
        .write("content/agi/permalinks.lock", "<<<<<<< HEAD\n")
        .write("content/pages/about.md", "---\ntitel: 关于\n---\n")
        .refused()
        .screen();
}

#[test]
fn a_value_of_the_wrong_kind_shows_how_it_is_written() {
    Case::new("wrong-kinds")
        .replace(
            FORUM,
            "video: {bilibili: BV1iT421k7Bv, part: 31}",
            "video: https://www.bilibili.com/video/BV1iT421k7Bv?p=31",
        )
        .replace(FORUM, "topics: [大模型, 可解释性]", "topics: 大模型、可解释性")
        .replace(FORUM, "called: {陶院士: tao-dacheng}", "called: 陶院士")
        .refused()
        .screen();
}

#[test]
fn a_list_with_commas_of_the_chinese_keyboard_is_a_warning() {
    let case = Case::new("yaml-chinese-commas")
        .replace(FORUM, "[大模型, 可解释性]", "[大模型、可解释性]")
        .replace(SPEAKERS, "[陶大成, 陶源士]", "[\"陶大成、陶源士\"]");
    case.built().screen();
}

#[test]
fn times_and_dates_in_another_spelling_are_offered_in_the_right_one() {
    Case::new("times-misspelt")
        .replace(FORUM, "date: 2024-07-05", "date: ２０２４-07-05")
        .replace(FORUM, "    kind: opening", "    kind: opening\n    start: 2：50：00")
        .replace(FORUM, "    kind: keynote", "    kind: keynote\n    start: 2小时50分")
        .replace(FORUM, "    kind: panel", "    kind: panel\n    start: 170m")
        .refused()
        .screen();
}

#[test]
fn a_full_width_colon_after_the_speaker_of_a_turn_is_named() {
    Case::new("turn-full-width-colon")
        .replace(FORUM, "- qiao-yu: 谢谢", "- qiao-yu：谢谢")
        .replace(FORUM, "- wei-kai: 好，", "- 好，")
        .replace(FORUM, "cut:", "hosts:\n- 各位来宾下午好\n- lu-fan:感谢李院长\ncut:")
        .refused()
        .screen();
}

#[test]
fn blanks_and_dashes_of_the_chinese_keyboard_before_a_line_are_named() {
    Case::new("yaml-odd-indentation")
        .replace(SPEAKERS, "  name: 魏凯", "　name: 魏凯")
        .replace(SPEAKERS, "- id: qiao-yu", "－ id: qiao-yu")
        .replace(FORUM, "    kind: keynote", "\u{a0}\u{a0}\u{a0} kind: keynote")
        .replace(FORUM, "    - qiao-yu: 谢谢", "    －qiao-yu: 谢谢")
        .replace(FORUM, "    turns:\n    - wei-kai", "    turns:\n    －wei-kai")
        .refused()
        .screen();
}

#[test]
fn blanks_that_begin_the_paragraphs_of_a_text_are_a_part_of_it() {
    let case = Case::new("yaml-indented-paragraphs").replace(
        FORUM,
        "    kind: keynote",
        "    kind: keynote\n    abstract: |\n      　　title: 一段\n      　　－ 两段",
    );
    case.built();
}

#[test]
fn a_vertical_tab_after_a_colon_does_not_stop_the_program() {
    let site = |text: &str| text.replacen("title: ", "title:\u{b}", 1).into_bytes();
    let case = Case::new("yaml-vertical-tab").change(SITE, site);
    let said = case.run(&["check", "--format", "short"]).stderr();
    assert!(said.contains("site.yaml:1:7: error[odd-blank]"), "{said}");
}

#[test]
fn full_width_blanks_and_brackets_in_a_line_are_named() {
    Case::new("yaml-odd-blanks")
        .replace(FORUM, "venue: 上海", "venue:　上海")
        .replace(FORUM, "    title: 共识与落地", "    title:\u{a0}共识与落地")
        .replace(FORUM, "called: {陶院士: tao-dacheng}", "called: ｛陶院士: tao-dachen｝")
        .replace(FORUM, "[大模型, 可解释性]", "［大模型, 可解释性］")
        .replace(
            CORRECTIONS,
            "- {heard: 新通院, meant: 信通院}",
            "- ｛heard: 新通院, meant: 信通院｝",
        )
        .replace(CORRECTIONS, "[tao-dacheng]}", "[tao-dacheng]｝")
        .refused()
        .screen();
}

#[test]
fn a_title_in_full_width_brackets_is_a_title() {
    let title = "title: ［圆桌］共识与落地";
    let case = Case::new("yaml-brackets-in-title").replace(FORUM, "title: 共识与落地", title);
    case.built();
}

#[test]
fn characters_that_nobody_sees_are_named() {
    Case::new("invisible-characters")
        .replace(FORUM, "speakers: [li-hua]", "speakers: [\u{200b}li-hua]")
        .replace(FORUM, "organizer: ", "organi\u{ad}zer: ")
        .replace(FORUM, "- id: roundtable", "- id: round\u{2060}table")
        .replace(CORRECTIONS, "[tao-dacheng]", "[tao-dacheng\u{200d}]")
        .refused()
        .screen();
}

#[test]
fn ids_with_commas_of_the_chinese_keyboard_between_them_are_one_mistake() {
    Case::new("ids-chinese-commas")
        .replace(FORUM, "[wei-kai, qiao-yu]", "[wei-kai、qiao-yu]")
        .replace(FORUM, "called: {陶院士: tao-dacheng}", "called: ｛陶院士：tao-dacheng｝")
        .replace(CORRECTIONS, "[tao-dacheng]", "[tao-dacheng，li-hua]")
        .refused()
        .screen();
}
