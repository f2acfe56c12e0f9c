//! Whether the times that lines begin with are those of a recording, decided for a file as a whole.
//!
//! The times of a recording go forward, stand at the lines all the way from the first on, and leave
//! time to say what stands between them. Numbers that are said do none of this for long.

/// More characters in a second than anybody can say.
const TOO_FAST: u64 = 50;

/// Whether times go forward: none of a few goes back, of many only single ones, because one may be
/// wrong or begin a second recording.
pub fn go_forward(times: &[u64]) -> bool {
    let back = times.windows(2).filter(|pair| pair[1] < pair[0]).count();
    if times.len() < 5 { back == 0 } else { back * 5 <= times.len() }
}

/// Whether a number of characters can be said from the first of some times to the last.
pub fn leave_time(times: &[u64], characters: usize) -> bool {
    let (Some(first), Some(last)) = (times.iter().min(), times.iter().max()) else { return true };
    let seconds = (last - first) / 1000 + 1;
    u64::try_from(characters).is_ok_and(|characters| characters / TOO_FAST <= seconds)
}

/// Which of some times go forward together: the most that do.
pub fn longest_forward(times: &[u64]) -> Vec<bool> {
    // for each length, the index of the least time with which a sequence of it ends
    let mut ends: Vec<usize> = Vec::new();
    let mut before: Vec<Option<usize>> = vec![None; times.len()];
    for (index, time) in times.iter().enumerate() {
        let length = ends.partition_point(|end| times[*end] <= *time);
        before[index] = length.checked_sub(1).and_then(|at| ends.get(at).copied());
        match ends.get_mut(length) {
            Some(end) => *end = index,
            None => ends.push(index),
        }
    }
    let mut kept = vec![false; times.len()];
    let mut at = ends.last().copied();
    while let Some(index) = at {
        kept[index] = true;
        at = before[index];
    }
    kept
}

/// Which of some times, some of them certain, are the recording's: all, but for single ones that do
/// not fit where words may begin with a number.
pub fn fitting(times: &[u64]) -> Vec<bool> {
    let kept = longest_forward(times);
    let odd = kept.iter().filter(|kept| !**kept).count();
    // where many do not fit, a second recording begins, and they are times as well
    if odd * 5 <= times.len() { kept } else { vec![true; times.len()] }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn times_of_a_recording_go_forward_but_for_single_ones() {
        assert!(go_forward(&[0, 5, 12, 12, 31, 3723]));
        assert!(go_forward(&[0, 10, 20, 0, 10, 20]), "two recordings");
        assert!(!go_forward(&[750, 180]));
        assert!(!go_forward(&[750, 180, 900, 60, 1200, 30]));
    }

    #[test]
    fn what_is_said_takes_time() {
        assert!(leave_time(&[0, 60_000], 300));
        assert!(!leave_time(&[750_000, 780_000], 20_000));
    }

    #[test]
    fn the_odd_one_does_not_fit() {
        assert_eq!(fitting(&[0, 10, 20, 900, 30, 40]), [true, true, true, false, true, true]);
        assert_eq!(fitting(&[0, 10, 0, 10]), [true; 4]);
    }
}
