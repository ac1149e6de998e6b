//! Sheets: from bytes of any format to facts, products, wordings and problems.
//! Not here: what a draft says, how facts are looked up (`library`).

mod block;
mod clause;
mod conflict;
mod dates;
mod facts;
mod label;
mod meta;
mod names;
mod outline;
#[cfg(feature = "read")]
mod read;
mod share;
mod table;
#[cfg(test)]
mod tests;
mod units;
mod wording;
mod words;

pub use conflict::review;
#[cfg(feature = "read")]
pub use read::{LIMIT_BYTES, ReadError, read};
