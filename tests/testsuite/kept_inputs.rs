//! Keeps the input of every run for `tests/same-site`, which runs two programs on it.
//!
//! Where `KEEP_CASES` names a folder, every run of the program leaves a folder of its own there:
//! `site/` is the site's folder as it stood before the run, `run.json` how the program was run.

use std::ffi::OsString;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicUsize, Ordering};

use serde_json::json;

/// Counts the runs, so that two runs of one case do not take the same folder.
static RUNS: AtomicUsize = AtomicUsize::new(0);

/// Where inputs are kept, if they are.
fn folder() -> Option<PathBuf> {
    std::env::var_os("KEEP_CASES").filter(|folder| !folder.is_empty()).map(PathBuf::from)
}

/// Keeps the site's folder of a case and the arguments of the run that is about to begin.
pub fn keep(case: &str, root: &Path, args: &[&str], environment: &[(String, String)]) {
    let Some(folder) = folder() else { return };
    let run = folder.join(format!("{case}-{:04}", RUNS.fetch_add(1, Ordering::Relaxed)));
    copy_as_it_is(root, &run.join("site"));
    let root = root.to_string_lossy();
    let args: Vec<String> = args.iter().map(|arg| arg.replace(&*root, "[ROOT]")).collect();
    let how = json!({"case": case, "args": args, "environment": environment});
    fs::write(run.join("run.json"), how.to_string()).unwrap();
}

/// Copies a folder with its permissions; a symbolic link stays one.
fn copy_as_it_is(from: &Path, to: &Path) {
    fs::create_dir_all(to).unwrap();
    let mut names: Vec<OsString> =
        fs::read_dir(from).unwrap().map(|entry| entry.unwrap().file_name()).collect();
    names.sort();
    for name in names {
        let (from, to) = (from.join(&name), to.join(&name));
        let data = fs::symlink_metadata(&from).unwrap();
        if data.is_symlink() {
            link(&fs::read_link(&from).unwrap(), &to);
        } else if data.is_dir() {
            copy_as_it_is(&from, &to);
            fs::set_permissions(&to, data.permissions()).unwrap();
        } else {
            fs::copy(&from, &to).unwrap();
        }
    }
}

#[cfg(unix)]
fn link(target: &Path, link: &Path) {
    std::os::unix::fs::symlink(target, link).unwrap();
}

/// Links are made by no test where there is no Unix.
#[cfg(not(unix))]
fn link(_: &Path, link: &Path) {
    panic!("{} is a symbolic link", link.display());
}
