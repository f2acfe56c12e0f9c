//! The same input gives the same bytes, whatever the machine is set to.

use std::path::Path;

use crate::harness::{Case, assert_same_files, copy, files};

#[test]
fn threads_time_zone_language_and_folder_do_not_show_in_the_site() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let site = |settings: &[(&str, &str)]| {
        let mut case = Case::empty("same-bytes");
        copy(&root.join("content"), &case.path("content"));
        for (name, value) in settings {
            case = case.environment(name, value);
        }
        case.built();
        files(&case.path("public"))
    };
    let plain = site(&[("RAYON_NUM_THREADS", "2")]);
    let others: [&[(&str, &str)]; 3] = [
        &[("RAYON_NUM_THREADS", "1"), ("TZ", "Pacific/Auckland")],
        &[("RAYON_NUM_THREADS", "3"), ("LANG", "tr_TR.UTF-8"), ("LC_ALL", "C"), ("NO_COLOR", "1")],
        &[("TZ", "America/St_Johns"), ("LC_ALL", "zh_CN.UTF-8"), ("SOURCE_DATE_EPOCH", "0")],
    ];
    for settings in others {
        assert_same_files(&plain, &site(settings));
    }
}

#[test]
fn the_order_in_which_files_were_made_does_not_show_in_the_site() {
    let forwards = Case::new("same-order");
    let backwards = Case::empty("same-order");
    let texts = files(&forwards.path("content"));
    for (path, bytes) in texts.iter().rev() {
        let path = backwards.path("content").join(path);
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        std::fs::write(path, bytes).unwrap();
    }
    forwards.built();
    backwards.built();
    assert_same_files(&files(&forwards.path("public")), &files(&backwards.path("public")));
}
