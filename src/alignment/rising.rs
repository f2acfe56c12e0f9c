//! The longest sequence of items that rises.

/// The indexes of the longest sequence of items of which each may follow the one before it. Of
/// sequences of the same length it is one whose last items are the least. `may_follow` must be an
/// order: strict, or with equal items allowed. It takes n log n steps (patience sorting).
pub fn longest_rising<T>(items: &[T], may_follow: impl Fn(&T, &T) -> bool) -> Vec<usize> {
    // the index of the least last item of a sequence of each length
    let mut ends: Vec<usize> = Vec::new();
    // for each item, the one before it in the longest sequence that ends with it
    let mut before: Vec<Option<usize>> = Vec::with_capacity(items.len());
    for (index, here) in items.iter().enumerate() {
        let length = ends.partition_point(|&end| may_follow(&items[end], here));
        before.push(length.checked_sub(1).map(|shorter| ends[shorter]));
        match ends.get_mut(length) {
            Some(end) => *end = index,
            None => ends.push(index),
        }
    }
    let last = ends.last().copied();
    let mut longest: Vec<usize> = std::iter::successors(last, |&index| before[index]).collect();
    longest.reverse();
    longest
}
