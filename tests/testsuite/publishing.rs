//! The folder that is written to.

use std::fs;

use forum_proceedings::output::{FileContent, PublishError, SiteFiles, publish};

use crate::harness::{Case, assert_same_files, files};

#[test]
fn a_folder_that_gen_did_not_write_is_left_alone() {
    let case = Case::new("output-not-ours").write("public/thesis.txt", "years of work");
    case.refused_with(&["build"], 2).screen();
}

#[test]
fn a_file_in_the_place_of_the_folder_is_left_alone() {
    Case::new("output-is-file").write("public", "a file").refused_with(&["build"], 2).screen();
}

#[test]
fn the_content_is_not_written_over() {
    Case::new("output-is-content").refused_with(&["build", "--out", "content"], 2).screen();
}

#[test]
fn nothing_is_written_into_the_content() {
    let case = Case::new("output-in-content");
    case.refused_with(&["build", "--out", "content/agi/../site/public"], 2).screen();
}

#[test]
fn nothing_is_written_into_the_sites_own_static_files() {
    let case = Case::new("output-in-static").write("static/own.css", "");
    case.refused_with(&["build", "--out", "static/public"], 2).screen();
}

#[test]
fn the_folder_that_holds_the_content_is_not_replaced() {
    Case::new("output-holds-content").refused_with(&["build", "--out", "."], 2).screen();
}

#[test]
fn a_folder_that_cannot_be_made_is_named() {
    let case = Case::new("output-unwritable").write("taken", "a file");
    case.refused_with(&["build", "--out", "taken/public"], 2).screen();
}

#[test]
fn a_file_of_somebody_else_is_not_written_over() {
    let case = Case::new("output-in-the-way");
    case.built();
    fs::remove_dir_all(case.path("public/about")).unwrap();
    let list = case.published(".gen-manifest").replace("about/index.html\n", "");
    let case =
        case.write("public/.gen-manifest", list).write("public/about/index.html", "not gen's");
    case.refused_with(&["build"], 2).screen();
}

#[test]
fn a_folder_of_somebody_else_in_the_place_of_a_file_is_left_alone() {
    let case = Case::new("output-folder-in-the-way");
    case.built();
    let case = case.folder("public/own.css").write("public/own.css/somebodys.txt", "not gen's");
    let case = case.write("static/own.css", "a{}");
    case.refused_with(&["build"], 2).screen();
}

#[test]
fn a_site_that_cannot_be_written_whole_leaves_the_old_one_and_nothing_beside_it() {
    let case = Case::new("output-copy-fails");
    case.built();
    let before = files(case.root());
    let gone = case.path("content/agi/img/gone.png");
    let page = FileContent::Bytes(b"new".to_vec());
    let site = SiteFiles::from([
        ("a/index.html".to_owned(), page.clone()),
        ("img/gone.png".to_owned(), FileContent::CopyOf(gone.clone())),
        ("index.html".to_owned(), page),
    ]);
    let error = publish(&site, &case.path("public")).unwrap_err();
    assert!(matches!(&error, PublishError::Io { path, .. } if *path == gone), "{error}");
    assert_same_files(&before, &files(case.root()));
    assert_eq!(fs::read_dir(case.root()).unwrap().count(), 2, "only content/ and public/");
}

#[test]
fn what_gen_did_not_write_stays_and_what_it_wrote_goes() {
    let case = Case::new("output-again");
    case.built();
    let case = case
        .write("public/CNAME", "example.org")
        .write("public/agi/li-hua/notes.txt", "not gen's")
        .folder("public/.git/refs/heads")
        .replace("content/agi/forum.yaml", "  - id: li-hua", "  - id: opening");
    case.built();
    assert_eq!(case.published("CNAME"), "example.org");
    assert_eq!(case.published("agi/li-hua/notes.txt"), "not gen's");
    assert!(case.path("public/.git/refs/heads").is_dir());
    assert!(case.path("public/agi/opening/index.html").is_file());
    assert!(!case.path("public/agi/li-hua/index.html").exists());
}

#[test]
fn a_list_of_files_that_is_spoilt_loses_nothing() {
    let case = Case::new("output-again");
    case.built();
    let case = case.write("public/CNAME", "example.org");
    let manifest = case.path("public/.gen-manifest");
    let mut list = fs::read(&manifest).unwrap();
    list.extend(b"\xff\xfe\n");
    fs::write(&manifest, list).unwrap();
    case.built();
    assert_eq!(case.published("CNAME"), "example.org");
}

#[test]
fn a_folder_that_gen_no_longer_needs_goes() {
    let case = Case::new("output-folder-goes");
    case.built();
    let case = case.replace("content/agi/forum.yaml", "  - id: li-hua", "  - id: opening");
    case.built();
    assert!(!case.path("public/agi/li-hua").exists());
}

#[test]
fn a_second_build_changes_nothing() {
    let case = Case::new("output-twice");
    case.built();
    let first = files(&case.path("public"));
    case.built();
    assert_same_files(&first, &files(&case.path("public")));
    let beside = fs::read_dir(case.root()).unwrap().count();
    assert_eq!(beside, 2, "only content/ and public/ are there");
}

#[test]
fn what_a_stopped_run_left_is_cleared_away() {
    let case = Case::new("output-after-stop").write(".public.gen-new/half/index.html", "half");
    case.built();
    assert!(!case.path("public/half").exists() && !case.path(".public.gen-new").exists());
}

#[test]
fn a_site_that_a_stopped_run_had_moved_away_comes_back_with_what_gen_did_not_write() {
    // where two names cannot be exchanged, the old site is moved away first
    let case = Case::new("output-moved-away");
    case.built();
    let case = case.write("public/CNAME", "example.org").rename("public", ".public.gen-old");
    let case = case.write(".public.gen-new/half/index.html", "half");
    case.built();
    assert_eq!(case.published("CNAME"), "example.org");
    let case = case.rename("public", ".public.gen-old").folder("public");
    case.built();
    assert_eq!(case.published("CNAME"), "example.org");
    assert_eq!(fs::read_dir(case.root()).unwrap().count(), 2, "only content/ and public/");
}

#[test]
fn two_builds_at_once_leave_a_whole_site() {
    let case = Case::new("output-at-once");
    case.built();
    let whole = files(&case.path("public"));
    std::thread::scope(|scope| {
        let runs: Vec<_> = (0..4).map(|_| scope.spawn(|| case.run(&["build"]).stderr())).collect();
        for run in runs {
            let said = run.join().unwrap();
            assert!(said.contains("written to") || said.contains("another run"), "{said}");
        }
    });
    assert_same_files(&whole, &files(&case.path("public")));
}

#[cfg(unix)]
#[test]
fn a_link_to_the_folder_stays_one() {
    let case = Case::new("output-is-link").folder("elsewhere").link("public", "elsewhere");
    case.built();
    assert!(case.path("public").is_symlink());
    assert!(case.path("elsewhere/index.html").is_file());
}

#[test]
fn check_writes_nothing() {
    let case = Case::new("check-writes-nothing");
    let before = files(case.root());
    case.run(&["check"]).exits(0).screen();
    assert_same_files(&before, &files(case.root()));
}

#[test]
fn nothing_is_written_where_the_sites_own_files_would_be_read_from() {
    let case = Case::new("output-in-static-to-be");
    let case = case.refused_with(&["build", "--out", "static"], 2).screen().again();
    case.refused_with(&["build", "--out", "templates/style"], 2).screen_as("within.txt");
}

#[test]
fn a_static_file_in_the_place_of_a_folder_of_pages_is_named() {
    let case = Case::new("output-collision").write("static/agi", "not a folder");
    case.refused_with(&["build"], 2).screen();
}

#[test]
fn a_static_file_with_a_line_break_in_its_name_is_named() {
    let case = Case::new("output-line-break").write("static/a\nb.txt", "");
    case.refused().screen();
}

#[cfg(unix)]
#[test]
fn folders_keep_the_permissions_that_somebody_gave_them() {
    use std::os::unix::fs::PermissionsExt;
    let case = Case::new("output-permissions");
    case.built();
    let mode = |path: &str| fs::metadata(case.path(path)).unwrap().permissions().mode() & 0o777;
    for (path, wanted) in [("public", 0o750), ("public/agi", 0o700), ("public/agi/li-hua", 0o711)] {
        fs::set_permissions(case.path(path), fs::Permissions::from_mode(wanted)).unwrap();
    }
    case.built();
    assert_eq!(
        [mode("public"), mode("public/agi"), mode("public/agi/li-hua")],
        [0o750, 0o700, 0o711]
    );
}

#[cfg(unix)]
#[test]
fn a_folder_that_is_closed_is_published_over_again_and_again() {
    use std::os::unix::fs::PermissionsExt;
    let case = Case::new("output-closed");
    case.built();
    let case = case.write("public/own/notes.txt", "not gen's");
    let closed = || {
        for path in ["public/own", "public/agi"] {
            fs::set_permissions(case.path(path), fs::Permissions::from_mode(0o555)).unwrap();
        }
    };
    for _ in 0..2 {
        closed();
        let ran = case.run_as_nobody(&["build"], None).unwrap_or_else(|| case.run(&["build"]));
        assert!(!ran.exits(0).stderr().contains("output-"), "{}", ran.stderr());
        assert_eq!(case.published("own/notes.txt"), "not gen's");
        assert_eq!(fs::read_dir(case.root()).unwrap().count(), 2, "only content/ and public/");
    }
}

#[cfg(unix)]
#[test]
fn what_cannot_be_removed_of_the_old_site_is_named_and_the_new_one_is_there() {
    let case = Case::new("output-left-behind");
    case.built();
    let case = case.write("public/own/notes.txt", "not gen's").remove("public/index.html");
    // only root can give a file to somebody else
    let Some(ran) = case.run_as_nobody(&["build"], Some("public/own")) else { return };
    ran.exits(0).screen();
    assert!(case.path("public/index.html").is_file());
    assert_eq!(case.published("own/notes.txt"), "not gen's");
    case.run_as_nobody(&["build"], Some(".public.gen-new")).unwrap().exits(2);
    assert!(case.path("public/index.html").is_file());
}

#[cfg(target_os = "linux")]
#[test]
fn data_that_could_not_be_written_is_a_failure() {
    let case = Case::new("output-lost").remove("content/agi/img/1.png");
    let status = |to: &str| {
        let full = fs::OpenOptions::new().write(true).open(to).unwrap();
        let mut command = std::process::Command::new(env!("CARGO_BIN_EXE_gen"));
        command.args(["check", "--format", "json"]).current_dir(case.root());
        command.stdout(full).stderr(std::process::Stdio::null()).status().unwrap().code()
    };
    assert_eq!((status("/dev/null"), status("/dev/full")), (Some(0), Some(2)));
}

#[test]
fn two_runs_that_lock_at_once_leave_a_whole_lock() {
    let case = Case::new("output-two-locks");
    let lock = || {
        let mut command = std::process::Command::new(env!("CARGO_BIN_EXE_gen"));
        command.args(["lock", "--quiet"]).current_dir(case.root()).spawn().unwrap()
    };
    let runs: Vec<_> = (0..6).map(|_| lock()).collect();
    for mut run in runs {
        assert_eq!(run.wait().unwrap().code(), Some(0));
    }
    case.run(&["lock", "--check"]).exits(0);
    let left = files(&case.path("content/agi"));
    assert!(left.keys().all(|name| !name.contains("gen-new")), "{:?}", left.keys());
}

#[test]
fn of_two_locks_the_one_that_cannot_be_written_is_named_and_the_other_is_not_denied() {
    let second = "{title: 乙, sessions: [{id: s, title: 丙, talks: [\
        {id: t, kind: talk, title: 丁, from: 第二次论坛开始}]}]}";
    let case = Case::new("lock-of-two")
        .write("content/second/forum.yaml", second)
        .write("content/second/transcript.md", "第二次论坛开始。我们说了一些别的话。")
        .folder("content/second/permalinks.lock/in-the-way");
    case.run(&["lock"]).exits(2).screen();
    assert!(case.path("content/agi/permalinks.lock").is_file());
    let lock = "content/agi/permalinks.lock";
    let case = case.remove(lock).folder(lock);
    let none = case.run(&["lock"]);
    assert!(none.exits(2).stderr().contains("2 errors"), "{}", none.stderr());
    assert!(none.stderr().contains("nothing was written"), "{}", none.stderr());
}
