//! One test binary: the executable specification, the command line, the conventions.
//! Not here: unit tests, which stand beside their code; browser tests (`browser/`).

mod attributes;
mod corpus;
mod tidy;
