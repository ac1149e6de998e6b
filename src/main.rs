//! The command `aval`.
//! Not here: the commands themselves (`cli`).

fn main() -> std::process::ExitCode {
    aval::cli::run()
}
