//! What all parts of the pages share: the language in use, notices, small controls.
//! Not here: anything of one part alone.

mod notice;
mod speech;
mod switch;

pub(crate) use notice::{Notices, Toast};
pub(crate) use speech::{LanguageChoice, Speech, say};
pub(crate) use switch::Switch;
