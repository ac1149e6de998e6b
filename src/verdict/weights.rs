//! The weights and thresholds by which values and statements find their facts, in one place.
//! Not here: the features themselves.

/// Hundredths of a point for each hundredth of cover, and points for each other sign.
pub(super) struct Weights {
    /// For the share of the attribute's words present.
    pub(super) label: i32,
    /// For the weight of the part's own words present.
    pub(super) part: i32,
    /// The most the part's words may add.
    pub(super) part_most: i32,
    /// For the share of the part's own words present.
    pub(super) part_share: i32,
    /// For the share of the condition's words present.
    pub(super) condition: i32,
    /// For the share of the heading's words present.
    pub(super) group: i32,
    /// When no other fact in question has this dimension.
    pub(super) alone: i32,
    /// When at most three others have.
    pub(super) rare: i32,
    /// When the draft names the fact's product nearby.
    pub(super) product: i32,
    /// When the counted noun is the fact's.
    pub(super) noun: i32,
    /// When the attribute is the usual one of the dimension and nothing else is spoken of.
    pub(super) usual: i32,
    /// Taken from a part that only limits another, when none of its words stands nearby.
    pub(super) limited: i32,
    /// Hundredths of a clause's words that the fact must account for to contradict.
    pub(super) fits: usize,
    /// A value that agrees may score this much less than the best and still be meant.
    pub(super) slack: i32,
    /// The same for a value that the sheet states to the letter under words of the draft.
    pub(super) slack_same: i32,
    /// For the fact that the value before in the sentence spoke of.
    pub(super) going_on: i32,
    /// Least score of a supported value.
    pub(super) support: i32,
    /// The same for a measure stated to the letter.
    pub(super) support_same: i32,
    /// Least score of a contradicted value.
    pub(super) contradict: i32,
}

pub(super) const WEIGHTS: Weights = Weights {
    label: 60,
    part: 60,
    part_most: 36,
    part_share: 10,
    condition: 22,
    group: 8,
    alone: 22,
    rare: 8,
    product: 8,
    noun: 14,
    usual: 34,
    limited: 20,
    fits: 34,
    slack: 9,
    slack_same: 18,
    going_on: 10,
    support: 14,
    support_same: 6,
    contradict: 44,
};
