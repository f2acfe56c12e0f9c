//! A quote is found where it stands, and nowhere else.

use forum_proceedings::anchor::{QuoteIndex, without_whitespace};
use proptest::prelude::*;

use super::{config, line};

proptest! {
    #![proptest_config(config(512))]

    #[test]
    fn words_of_a_text_are_found_in_it(text in line(), from in 0..40usize, count in 1..20usize) {
        let quote: String = text.chars().skip(from).take(count).collect();
        let places = QuoteIndex::new(&text).find(&quote);
        for place in &places {
            prop_assert_eq!(without_whitespace(&text[place.clone()]), without_whitespace(&quote));
            prop_assert_eq!(text[place.clone()].trim(), &text[place.clone()]);
        }
        let (tight, quote) = (without_whitespace(&text), without_whitespace(&quote));
        let starts = tight.char_indices().filter(|(at, _)| tight[*at..].starts_with(&quote));
        prop_assert_eq!(places.len(), if quote.is_empty() { 0 } else { starts.count() });
    }

    #[test]
    fn the_nearest_place_is_as_far_off_as_it_says(text in line(), quote in line()) {
        if let Some(near) = QuoteIndex::new(&text).nearest(&quote) {
            let found = without_whitespace(&text[near.range]);
            let quote = without_whitespace(&quote);
            prop_assert_eq!(strsim::levenshtein(&found, &quote), near.distance);
        }
    }

    #[test]
    fn words_with_one_wrong_character_are_found_nearby(
        text in "[\\p{Han}]{20,40}", from in 0..12usize, wrong in 0..8usize
    ) {
        let mut quote: Vec<char> = text.chars().skip(from).take(8).collect();
        quote[wrong] = 'x';
        let near = QuoteIndex::new(&text).nearest(&quote.iter().collect::<String>());
        prop_assert_eq!(near.map(|near| near.distance), Some(1));
    }
}
