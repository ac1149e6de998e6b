//! The trace: entries sealed into a chain by their hashes, and the proof that a chain is whole.
//! Not here: the time an entry is made (an argument), where entries are kept (`extension/background/store.ts`).

mod canonical;
mod entry;
mod mask;
mod verify;

pub use canonical::canonical;
pub use entry::{Entry, FixTaken, Ignored, Place, Sealed, SheetVersion, seal, seal_json};
pub use mask::{Masked, masked};
pub use verify::{Broken, Summary, Verifier, Why, verify};

use sha2::{Digest, Sha256};

/// What the first entry carries as the hash of the one before.
pub const GENESIS: &str = "0000000000000000000000000000000000000000000000000000000000000000";

/// The version of an entry's shape.
pub const VERSION: u32 = 1;

/// SHA-256 as 64 lower-case hexadecimal digits.
#[must_use]
pub fn hash(bytes: &[u8]) -> String {
    const DIGITS: [char; 16] = ['0', '1', '2', '3', '4', '5', '6', '7', '8', '9', 'a', 'b', 'c', 'd', 'e', 'f'];
    let digit = |nibble: u8| DIGITS.get(usize::from(nibble)).copied().unwrap_or('0');
    Sha256::digest(bytes).iter().flat_map(|byte| [digit(byte >> 4), digit(byte & 15)]).collect()
}

#[cfg(test)]
mod tests {
    use super::hash;

    #[test]
    fn hash_of_the_standard_examples() {
        // FIPS 180-4, examples of SHA-256.
        assert_eq!(hash(b""), "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
        assert_eq!(hash(b"abc"), "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    }
}
