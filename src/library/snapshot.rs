//! The library as versioned bytes, ready to load.
//! Not here: where the bytes are kept.

use super::Library;
use std::fmt;

/// Changes whenever the meaning of the bytes does.
const MAGIC: &[u8; 8] = b"aval\0\0\0\x01";

/// Why bytes are not a library.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SnapshotError {
    /// Made by another version, or no snapshot at all.
    OtherVersion,
    /// Cut short or altered.
    Damaged,
}

impl fmt::Display for SnapshotError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            SnapshotError::OtherVersion => "the snapshot was made by another version of Aval; compile the sheets again",
            SnapshotError::Damaged => "the snapshot is damaged; compile the sheets again",
        })
    }
}

impl std::error::Error for SnapshotError {}

impl Library {
    /// The library as bytes.
    ///
    /// # Errors
    /// [`SnapshotError::Damaged`] when the library cannot be written, which no library read from sheets does.
    pub fn to_bytes(&self) -> Result<Vec<u8>, SnapshotError> {
        let mut bytes = MAGIC.to_vec();
        bytes.extend((crate::lexicon::count() as u32).to_le_bytes());
        bytes.extend(postcard::to_allocvec(self).map_err(|_| SnapshotError::Damaged)?);
        Ok(bytes)
    }

    /// The library a snapshot holds.
    ///
    /// # Errors
    /// [`SnapshotError`] when the bytes are of another version or damaged.
    pub fn from_bytes(bytes: &[u8]) -> Result<Self, SnapshotError> {
        let body = bytes.strip_prefix(MAGIC).ok_or(SnapshotError::OtherVersion)?;
        let body = body.strip_prefix(&(crate::lexicon::count() as u32).to_le_bytes()).ok_or(SnapshotError::OtherVersion)?;
        postcard::from_bytes(body).map_err(|_| SnapshotError::Damaged)
    }
}

#[cfg(all(test, feature = "read"))]
mod tests {
    use crate::library::Library;
    use crate::sheet;

    #[test]
    fn a_library_comes_back_from_its_bytes() {
        let bytes = include_bytes!("../../extension/assets/aquapure-x200.md");
        let sheet = sheet::read("x200", "x200.md", bytes).expect("the sample sheet");
        let library = Library::compile(vec![sheet]);
        let snapshot = library.to_bytes().expect("bytes");
        let back = Library::from_bytes(&snapshot).expect("a library");
        assert_eq!(back.to_bytes().expect("bytes"), snapshot);
        assert!(Library::from_bytes(&snapshot[1..]).is_err());
    }
}
