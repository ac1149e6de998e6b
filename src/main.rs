//! The command `aval`.
//! Not here: the commands themselves (`cli`).

fn main() {}
