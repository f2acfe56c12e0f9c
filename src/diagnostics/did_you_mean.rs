//! Suggestions for a name that is not known: did you mean.

/// The candidate nearest to what was written, where one is near enough to be worth naming.
///
/// Near is a Jaro-Winkler similarity of 0.75, or sharing all but one or two characters, so that
/// both `tao-dachen` and a short key with one typo get a suggestion, but nothing far-fetched.
pub fn nearest<'a>(
    written: &str,
    candidates: impl IntoIterator<Item = &'a str>,
) -> Option<&'a str> {
    candidates
        .into_iter()
        .map(|c| (strsim::jaro_winkler(written, c), strsim::osa_distance(written, c), c))
        .filter(|&(likeness, distance, c)| {
            // a short name with one typo has a low similarity, so a distance of 1 is enough
            distance <= 1 || (likeness >= 0.75 && distance <= 1 + c.chars().count() / 3)
        })
        .min_by(|a, b| a.1.cmp(&b.1).then(b.0.total_cmp(&a.0)))
        .map(|(_, _, c)| c)
}

#[cfg(test)]
mod tests {
    use super::nearest;

    #[test]
    fn a_slip_is_helped_and_nothing_far_fetched_is_offered() {
        assert_eq!(nearest("speaker", ["speakers", "title"]), Some("speakers"));
        assert_eq!(nearest("tao-dachen", ["tao-dacheng", "mei-tao"]), Some("tao-dacheng"));
        assert_eq!(nearest("too", ["to", "from"]), Some("to"));
        assert_eq!(nearest("banana", ["title", "date"]), None);
    }
}
