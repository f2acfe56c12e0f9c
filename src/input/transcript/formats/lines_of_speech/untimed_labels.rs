//! Labels without a time, decided for a file as a whole.

use std::collections::BTreeSet;

use super::parts::LabelForm;
use super::survey::{SurveyedLine, indices, is_short, name_counts};

/// Decides which lines name a speaker without a time.
pub(super) fn believe(lines: &mut [SurveyedLine<'_>]) {
    let known: BTreeSet<String> = lines
        .iter()
        .filter(|line| line.is_labelled)
        .filter_map(|line| line.parts.name().map(str::to_owned))
        .collect();
    believe_numbered(lines);
    for is_of in [is_heading, is_plain_heading, is_colon] {
        believe_class(lines, is_of, &known);
    }
}

/// Whether a label without a time is of some forms.
type LabelClass = fn(LabelForm) -> bool;

fn is_heading(form: LabelForm) -> bool {
    form == LabelForm::Heading { colon: true }
}

fn is_plain_heading(form: LabelForm) -> bool {
    form == LabelForm::Heading { colon: false }
}

fn is_colon(form: LabelForm) -> bool {
    matches!(form, LabelForm::Colon | LabelForm::Bold | LabelForm::Bracketed { .. })
}

fn form(line: &SurveyedLine<'_>) -> Option<LabelForm> {
    line.parts.label.as_ref().filter(|label| label.time.is_none()).map(|label| label.form)
}

/// A numbered voice with a colon or in brackets names who speaks; alone on its line it does where
/// that is so more than once.
fn believe_numbered(lines: &mut [SurveyedLine<'_>]) {
    let alone = |line: &SurveyedLine<'_>| form(line) == Some(LabelForm::Alone);
    let several = lines.iter().filter(|line| alone(line)).count() > 1;
    for line in lines.iter_mut().filter(|line| line.parts.is_numbered()) {
        let Some(form) = form(line) else { continue };
        line.is_labelled = form != LabelForm::Alone || several;
    }
}

/// What decides about the labels of a class.
struct Evidence {
    /// How many there are.
    labels: usize,
    /// How many names stand there more than once.
    recurring: usize,
    /// The labels' share of the lines with words.
    share: f64,
    /// Whether no line with words stands above the first label.
    from_the_start: bool,
    /// Whether the form of all of them is used for nothing else.
    is_marked_up: bool,
}

impl Evidence {
    fn is_enough(&self) -> bool {
        let several = self.recurring >= 2;
        let nearly_all = self.recurring >= 1 && self.labels >= 3 && self.share >= 0.8;
        let share = if self.from_the_start { 0.02 } else { 0.25 };
        (several && self.share >= share)
            || nearly_all
            || (self.is_marked_up && (self.labels >= 2 || self.from_the_start))
    }
}

fn believe_class(lines: &mut [SurveyedLine<'_>], is_of: LabelClass, known: &BTreeSet<String>) {
    let of_class = indices(lines, |line| form(line).is_some_and(is_of));
    let counts = name_counts(lines, &of_class);
    let Some(first) = of_class.first() else { return };
    let words = lines.iter().filter(|line| line.has_words()).count();
    let share = |count: usize| count as f64 / words.max(1) as f64;
    let evidence = Evidence {
        labels: of_class.len(),
        recurring: counts.values().filter(|count| **count > 1).count(),
        share: share(of_class.len()),
        from_the_start: lines[..*first].iter().all(|line| line.is_timed || is_short(line)),
        is_marked_up: of_class.iter().all(|at| form(&lines[*at]).is_some_and(is_markup)),
    };
    let enough = evidence.is_enough();
    let decided: Vec<bool> = of_class
        .iter()
        .map(|at| {
            let name = lines[*at].parts.name().unwrap_or_default();
            let recurs = counts.get(name).is_some_and(|count| *count > 1);
            let all = evidence.share >= 0.6 || evidence.is_marked_up;
            lines[*at].is_labelled || known.contains(name) || (enough && (recurs || all))
        })
        .collect();
    for (at, is_label) in of_class.into_iter().zip(decided) {
        lines[at].is_labelled = is_label;
    }
}

/// Whether a form stands for nothing else than a name with its colon.
fn is_markup(form: LabelForm) -> bool {
    form == LabelForm::Heading { colon: true }
}
