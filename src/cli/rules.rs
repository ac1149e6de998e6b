//! `aval rules`: what was understood of packs of rules, and what was not.
//! Not here: how a pack is read (`rule::read`).

use super::{Outcome, Refusal, input};
use crate::rule::{Compiled, LeftOut, Pack, Role, Rule};
use std::path::PathBuf;

/// The command's arguments.
#[derive(Debug, clap::Args)]
pub(super) struct Args {
    /// Packs: TOML, a table of two columns (CSV, TSV), a Vale rule (YAML), or `builtin`.
    #[arg(required = true)]
    files: Vec<PathBuf>,
    /// How to print them.
    #[arg(long, value_enum, default_value = "human")]
    format: Format,
}

#[derive(Debug, Clone, Copy, clap::ValueEnum)]
enum Format {
    Human,
    Json,
}

pub(super) fn run(args: &Args) -> Result<Outcome, Refusal> {
    let mut packs = Vec::new();
    for file in &args.files {
        packs.extend(read(file)?);
    }
    let (_, costly) = Compiled::new(packs.clone());
    match args.format {
        Format::Human => human(&packs, &costly),
        Format::Json => json(&packs, &costly)?,
    }
    Ok(Outcome::Clean)
}

/// The packs of a file, or those that ship for `builtin`.
pub(super) fn read(file: &std::path::Path) -> Result<Vec<Pack>, Refusal> {
    if file.as_os_str() == "builtin" {
        return Ok(crate::rule::builtin_packs());
    }
    let bytes = input::bytes(file)?;
    let pack = crate::rule::read::pack(&file.display().to_string(), &bytes).map_err(|e| Refusal(e.to_string()))?;
    Ok(vec![pack])
}

fn human(packs: &[Pack], costly: &[LeftOut]) {
    for pack in packs {
        println!("{}: {} rules", pack.name, pack.rules.len());
        for rule in &pack.rules {
            println!("  {} {} [{}]", rule.name, rule.id, severity(rule));
            for (role, pattern) in rule.parts.iter().filter(|(r, _)| *r == Role::Flag) {
                let _ = role;
                println!("    {}", pattern.written);
            }
        }
        for left in pack.left_out.iter().chain(costly) {
            println!("  not taken: {}:{}: {}", left.file, left.line, left.reason);
        }
    }
}

fn severity(rule: &Rule) -> &'static str {
    match rule.severity {
        crate::rule::Severity::Note => "note",
        crate::rule::Severity::Warning => "warning",
        crate::rule::Severity::Error => "error",
    }
}

fn json(packs: &[Pack], costly: &[LeftOut]) -> Result<(), Refusal> {
    let left = |l: &LeftOut| serde_json::json!({"file": l.file, "line": l.line, "reason": l.reason});
    for pack in packs {
        let rules: Vec<_> = pack
            .rules
            .iter()
            .map(|r| {
                let patterns: Vec<&str> = r.parts.iter().filter(|(role, _)| *role == Role::Flag).map(|(_, p)| p.written.as_str()).collect();
                serde_json::json!({"rule": r.name, "id": r.id, "category": r.category, "severity": severity(r), "patterns": patterns,
                    "message": {"en": r.message.en, "fr": r.message.fr}, "why": {"en": r.why.en, "fr": r.why.fr}})
            })
            .collect();
        let line = serde_json::json!({"pack": pack.name, "rules": rules, "left_out": pack.left_out.iter().chain(costly).map(left).collect::<Vec<_>>()});
        println!("{}", serde_json::to_string(&line).map_err(|e| Refusal(e.to_string()))?);
    }
    Ok(())
}
