//! A case: the good site with a mistake in it, and what the program says of it.
//!
//! Every case begins as a copy of `tests/cases/base/`. What lies in the folder of the case itself
//! (its `content/`, `templates/`, `static/`) goes over it file by file, then the steps of the test
//! change words, so that what a case breaks can be seen in one place. The program runs in the
//! site's folder, so that the paths on its screens are the same everywhere.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use crate::{kept_inputs, snapshot};

/// Where the cases are.
pub fn cases() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/cases")
}

/// A site in a folder of its own, which goes away with it.
pub struct Case {
    name: &'static str,
    folder: tempfile::TempDir,
    environment: Vec<(String, String)>,
}

/// The good site's one forum.
pub const FORUM: &str = "content/agi/forum.yaml";
/// Its transcript.
pub const TRANSCRIPT: &str = "content/agi/transcript.md";
/// Its corrections.
pub const CORRECTIONS: &str = "content/agi/corrections.yaml";
/// The speakers.
pub const SPEAKERS: &str = "content/speakers.yaml";
/// The site as a whole.
pub const SITE: &str = "content/site.yaml";

impl Case {
    /// The good site, with the files of the case's own folder over it.
    pub fn new(name: &'static str) -> Self {
        let case = Self::empty(name);
        copy(&cases().join("base"), case.root());
        for part in ["content", "templates", "static"] {
            let own = cases().join(name).join(part);
            if own.is_dir() {
                copy(&own, &case.root().join(part));
            }
        }
        case
    }

    /// A folder with nothing in it.
    pub fn empty(name: &'static str) -> Self {
        let folder = tempfile::tempdir_in(env!("CARGO_TARGET_TMPDIR")).unwrap();
        Self { name, folder, environment: Vec::new() }
    }

    /// The folder that has `content/` in it.
    pub fn root(&self) -> &Path {
        self.folder.path()
    }

    /// A path in the site's folder.
    pub fn path(&self, path: &str) -> PathBuf {
        self.root().join(path)
    }

    /// Puts other words in the place of some that stand exactly once in a file.
    #[track_caller]
    pub fn replace(self, path: &str, words: &str, by: &str) -> Self {
        let text = fs::read_to_string(self.path(path)).unwrap();
        assert_eq!(text.matches(words).count(), 1, "{words:?} must stand once in {path}");
        self.write(path, text.replacen(words, by, 1))
    }

    /// Writes a file, and the folders that it lies in.
    pub fn write(self, path: &str, bytes: impl AsRef<[u8]>) -> Self {
        let path = self.path(path);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, bytes).unwrap();
        self
    }

    /// Appends words to a file.
    pub fn append(self, path: &str, words: &str) -> Self {
        let text = fs::read_to_string(self.path(path)).unwrap();
        self.write(path, text + words)
    }

    /// Changes the bytes of a file.
    pub fn change(self, path: &str, by: impl Fn(&str) -> Vec<u8>) -> Self {
        let text = fs::read_to_string(self.path(path)).unwrap();
        self.write(path, by(&text))
    }

    /// Takes a file or a folder away.
    pub fn remove(self, path: &str) -> Self {
        let path = self.path(path);
        let removed =
            if path.is_dir() { fs::remove_dir_all(&path) } else { fs::remove_file(&path) };
        removed.unwrap();
        self
    }

    /// Gives a file or a folder another name.
    pub fn rename(self, from: &str, to: &str) -> Self {
        fs::rename(self.path(from), self.path(to)).unwrap();
        self
    }

    /// Makes an empty folder.
    pub fn folder(self, path: &str) -> Self {
        fs::create_dir_all(self.path(path)).unwrap();
        self
    }

    /// Makes a symbolic link.
    #[cfg(unix)]
    pub fn link(self, path: &str, to: &str) -> Self {
        std::os::unix::fs::symlink(to, self.path(path)).unwrap();
        self
    }

    /// Sets a variable of the program's environment.
    pub fn environment(mut self, name: &str, value: &str) -> Self {
        self.environment.push((name.into(), value.into()));
        self
    }

    /// Runs the program in the site's folder.
    pub fn run(&self, args: &[&str]) -> Ran<'_> {
        self.ran(&mut Command::new(env!("CARGO_BIN_EXE_gen")), args)
    }

    /// Runs the program as somebody whom permissions hold back, as they do not root: what is in
    /// the site's folder is made theirs, but for `foreign`. Nothing where this is not root's to do,
    /// or the folder is out of their reach.
    #[cfg(unix)]
    pub fn run_as_nobody(&self, args: &[&str], foreign: Option<&str>) -> Option<Ran<'_>> {
        use std::os::unix::fs::{MetadataExt, chown};
        use std::os::unix::process::CommandExt;
        const NOBODY: u32 = 65534;
        let reachable = |path: &Path| fs::metadata(path).is_ok_and(|data| data.mode() & 0o001 != 0);
        let program = Path::new(env!("CARGO_BIN_EXE_gen"));
        let above = program.ancestors().chain(self.root().ancestors().skip(1));
        if !above.filter(|path| path.is_absolute()).all(reachable) {
            return None;
        }
        for entry in walkdir::WalkDir::new(self.root()) {
            let path = entry.unwrap().into_path();
            if foreign.is_none_or(|foreign| !path.starts_with(self.path(foreign))) {
                chown(&path, Some(NOBODY), Some(NOBODY)).ok()?;
            }
        }
        Some(self.ran(Command::new(program).uid(NOBODY).gid(NOBODY), args))
    }

    fn ran(&self, command: &mut Command, args: &[&str]) -> Ran<'_> {
        command.args(args).current_dir(self.root());
        command.env_remove("NO_COLOR").env_remove("CLICOLOR_FORCE");
        command.envs(self.environment.iter().map(|(name, value)| (name, value)));
        kept_inputs::keep(self.name, self.root(), args, &self.environment);
        let output = command.output().unwrap();
        let ran = Ran { case: self, output };
        assert!(ran.output.status.code().is_some(), "the program was killed\n{}", ran.stderr());
        assert!(!ran.stderr().contains("panicked"), "{}", ran.stderr());
        assert!(!ran.stderr().contains("internal error"), "{}", ran.stderr());
        ran
    }

    /// Builds a site that has something wrong with it: exit status 1, and not a file of the site's
    /// folder touched, the published site of an earlier run included.
    #[track_caller]
    pub fn refused(self) -> Refused {
        self.refused_with(&["build"], 1)
    }

    /// As [`Case::refused`], with other arguments and another exit status.
    #[track_caller]
    pub fn refused_with(self, args: &[&str], status: i32) -> Refused {
        let case = self.with_published_site();
        let before = files(case.root());
        let ran = case.run(args);
        ran.exits(status);
        let (stderr, stdout) = (ran.stderr(), ran.stdout());
        assert_same_files(&before, &files(case.root()));
        Refused { case, stderr, stdout }
    }

    /// What an earlier run left, with a file that somebody else put there.
    fn with_published_site(self) -> Self {
        if self.path("public").exists() {
            return self;
        }
        self.write("public/index.html", "the site that was there")
            .write("public/.gen-manifest", "index.html\n")
            .write("public/somebodys-own.txt", "not gen's")
    }

    /// Builds a site that is good, perhaps with warnings.
    #[track_caller]
    pub fn built(&self) -> Ran<'_> {
        let ran = self.run(&["build"]);
        ran.exits(0);
        ran
    }

    /// A file of the published site.
    #[track_caller]
    pub fn published(&self, path: &str) -> String {
        let path = self.path("public").join(path);
        fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
    }
}

/// A run of the program.
pub struct Ran<'a> {
    case: &'a Case,
    output: Output,
}

impl Ran<'_> {
    /// What the program said to whoever watches.
    pub fn stderr(&self) -> String {
        normal(&self.output.stderr, self.case.root())
    }

    /// The data that the program gave.
    pub fn stdout(&self) -> String {
        normal(&self.output.stdout, self.case.root())
    }

    /// Asserts the exit status.
    #[track_caller]
    pub fn exits(&self, status: i32) -> &Self {
        assert_eq!(self.output.status.code(), Some(status), "exit status of\n{}", self.stderr());
        self
    }

    /// Compares what was said with `screen.txt` of the case.
    #[track_caller]
    pub fn screen(&self) -> &Self {
        snapshot::compare(self.case.name, "screen.txt", &self.stderr());
        self
    }
}

/// A run that ended in errors and touched nothing.
pub struct Refused {
    case: Case,
    stderr: String,
    stdout: String,
}

impl Refused {
    /// Compares what was said with `screen.txt` of the case.
    #[track_caller]
    pub fn screen(self) -> Self {
        self.screen_as("screen.txt")
    }

    /// As [`Refused::screen`], for a case that has several.
    #[track_caller]
    pub fn screen_as(self, file: &str) -> Self {
        snapshot::compare(self.case.name, file, &self.stderr);
        self
    }

    /// Compares the data that was given with a file of the case.
    #[track_caller]
    pub fn data_as(self, file: &str) -> Self {
        snapshot::compare(self.case.name, file, &self.stdout);
        self
    }

    /// The site as it was.
    pub fn again(self) -> Case {
        self.case
    }
}

/// What was said, the same on every machine and in every run, and whatever the pages look like:
/// without the time, the number of links and the number of paragraphs.
fn normal(said: &[u8], root: &Path) -> String {
    let said = String::from_utf8_lossy(said).replace(&*root.to_string_lossy(), "[ROOT]");
    let lines = said.lines().map(|line| match line.rsplit_once(" in ") {
        Some((totals, time)) if time.ends_with(" s") => {
            format!("{} in [TIME] s\n", without_number(totals, " passages"))
        }
        _ => without_number(line, " links followed") + "\n",
    });
    lines.collect()
}

/// A line with the number before some words taken out.
fn without_number(line: &str, words: &str) -> String {
    let Some(at) = line.find(words) else { return line.to_owned() };
    let before = line[..at].trim_end_matches(|c: char| c.is_ascii_digit());
    format!("{before}[N]{}", &line[at..])
}

/// Copies what is in a folder into another.
pub fn copy(from: &Path, to: &Path) {
    for entry in walkdir::WalkDir::new(from).sort_by_file_name() {
        let entry = entry.unwrap();
        let target = to.join(entry.path().strip_prefix(from).unwrap());
        if entry.file_type().is_dir() {
            fs::create_dir_all(target).unwrap();
        } else {
            fs::copy(entry.path(), target).unwrap();
        }
    }
}

/// All files under a folder by path; of a link, where it leads.
pub fn files(root: &Path) -> BTreeMap<String, Vec<u8>> {
    let mut found = BTreeMap::new();
    for entry in walkdir::WalkDir::new(root) {
        let entry = entry.unwrap();
        let name = entry.path().strip_prefix(root).unwrap().to_string_lossy().into_owned();
        let kind = entry.file_type();
        if kind.is_symlink() {
            let to = fs::read_link(entry.path()).unwrap();
            found.insert(name, to.to_string_lossy().into_owned().into_bytes());
        } else if kind.is_file() {
            found.insert(name, fs::read(entry.path()).unwrap());
        }
    }
    found
}

/// Asserts that two folders hold the same files with the same bytes, and names those that differ.
#[track_caller]
pub fn assert_same_files(one: &BTreeMap<String, Vec<u8>>, two: &BTreeMap<String, Vec<u8>>) {
    let all = one.keys().chain(two.keys());
    let mut differ: Vec<&String> = all.filter(|path| one.get(*path) != two.get(*path)).collect();
    differ.sort();
    differ.dedup();
    assert!(differ.is_empty(), "these files are not the same: {differ:#?}");
}
