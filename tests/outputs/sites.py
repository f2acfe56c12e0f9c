"""Builds sites for the checks beside this file: that of content/, and small ones with what is awkward.

A site is a dictionary of its files. `hostile()` has names with the signs of every format, emoji,
text from right to left, control characters and titles longer than a line of iCalendar.
"""
import atexit
import html
import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

GEN = os.environ["GEN"]
PROJECT = Path(__file__).resolve().parents[2]
ADDRESS = "https://example.org/forum/"

AWKWARD = '算;法,与\\反<斜>线&"引号"\'👩‍🔬 שלום عليكم --> ]]>'
LONG = "很长的题目" * 30
PARAGRAPH = "第一位讲者说，一加一等于二；二加二等于四。<b>不是标记</b> & 也不是 &amp; --> 结束。"
SECOND = "第二位讲者说：\a\f\uffff谢谢大家，今天就到这里。"


def yaml(value):
    """A value as YAML: JSON is YAML, but for characters that YAML wants escaped."""
    return json.dumps(value, ensure_ascii=True)


def site(title="一个站点", language="zh-CN", **more):
    return yaml({"title": title, "language": language, **more}) + "\n"


def hostile(**changes):
    """A forum of two talks; `changes` replace keys of its forum.yaml, and None takes one away."""
    forum = {
        "title": f"论坛：{AWKWARD}",
        "date": "2024-02-29",
        "venue": f"会场; {AWKWARD}\n二楼",
        "organizer": f"主办, {AWKWARD}",
        "sessions": [
            {
                "id": "one",
                "title": f"环节：{AWKWARD}",
                "talks": [
                    {
                        "id": "a",
                        "kind": "talk",
                        "title": LONG,
                        "speakers": ["jia"],
                        "from": "第一位讲者说",
                        "abstract": f"提要。\n第二行：{AWKWARD}\a\f\x7f\uffff",
                        "topics": ["话题,一", "话题;二"],
                    },
                    {
                        "id": "one",
                        "kind": "panel",
                        "title": f"另一讲：{AWKWARD}",
                        "speakers": [{"id": "yi", "title": AWKWARD}],
                        "from": "第二位讲者说",
                    },
                ],
            }
        ],
    }
    forum.update(changes)
    speakers = [
        {"id": "jia", "name": f"甲{AWKWARD}"},
        {"id": "yi", "name": "乙", "verified": False, "affiliation": "单位<&>"},
    ]
    return {
        "content/site.yaml": site(),
        "content/speakers.yaml": yaml(speakers) + "\n",
        "content/f/forum.yaml": yaml({k: v for k, v in forum.items() if v is not None}) + "\n",
        "content/f/transcript.md": f"{PARAGRAPH}\n\n{SECOND}\n",
    }


def several_days(*days):
    """The forum of `hostile()` held over three days, its talks on these; None leaves one out."""
    files = hostile(date="2024-02-28/03-01")
    forum = json.loads(files["content/f/forum.yaml"])
    for talk, day in zip(forum["sessions"][0]["talks"], days):
        talk.update({"date": day} if day else {})
    return {**files, "content/f/forum.yaml": yaml(forum) + "\n"}


# Cues of `timed()`: the second at which each begins, and what is said.
CUES = [
    (4, "主持人说欢迎大家。"),
    (65, "第一位讲者说，一加一等于二；"),
    (69, "二加二等于四。三加三等于六，这是一句很长的话，要分成几行才能读得下，所以不能一次显示出来。"),
    (160, PARAGRAPH.partition("；")[2]),
    (3725, SECOND),
    (3731, "再见。"),
    (3790, "散会。"),
]


def timed(**changes):
    """The forum of `hostile()` with a transcript that has times; its first talk begins at 1:05."""
    files = hostile(transcript="transcript.vtt", **changes)
    del files["content/f/transcript.md"]
    return {**files, "content/f/transcript.vtt": subtitles(CUES)}


def subtitles(cues):
    """Seconds and words as WebVTT."""
    stamp = lambda s: f"{s // 3600:02}:{s // 60 % 60:02}:{s % 60:02}.000"
    cues = [f"\n{stamp(at)} --> {stamp(at + 1)}\n{html.escape(said)}\n" for at, said in cues]
    return "WEBVTT\n" + "".join(cues)


def built(files, *args):
    """The folder of the site that is built of these files."""
    root = Path(tempfile.mkdtemp())
    atexit.register(shutil.rmtree, root, ignore_errors=True)
    for path, text in files.items():
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_bytes(text if isinstance(text, bytes) else text.encode())
    return build(root, root / "public", *args)


def content(*args):
    """The folder of the site of content/, with the templates of the program."""
    root = Path(tempfile.mkdtemp())
    atexit.register(shutil.rmtree, root, ignore_errors=True)
    shutil.copytree(PROJECT / "content", root / "content")
    return build(root, root / "public", *args)


def build(root, out, *args):
    ran = subprocess.run(
        [GEN, "build", "--format", "short", "--out", out, *args],
        cwd=root,
        capture_output=True,
        text=True,
    )
    if ran.returncode != 0:
        sys.exit(f"the site in {root} cannot be built:\n{ran.stdout}{ran.stderr}")
    return out


def in_xml(text):
    """A text as XML can have it: with U+FFFD for what it does not allow."""
    return re.sub("[\\x00-\\x08\\x0b\\x0c\\x0e-\\x1f\\x7f\\ufffe\\uffff]", "\ufffd", text)


class Check:
    """Collects problems, and says at the end what was read."""

    def __init__(self):
        self.problems = []
        self.read = 0

    def that(self, holds, what):
        if not holds:
            self.problems.append(what)

    def same(self, one, other, what):
        self.that(one == other, f"{what}: {one!r} is not {other!r}")

    def end(self, what):
        for problem in self.problems:
            print(problem)
        print(f"{self.read} {what}, {len(self.problems)} problems")
        sys.exit(1 if self.problems else 0)
