//! The extension's own pages.
//! Not here: what a check means.
