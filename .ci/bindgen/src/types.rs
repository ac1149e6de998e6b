//! The structs of a Rust file as TypeScript interfaces, by their serde attributes.
//! Not here: enums, generics, borrowed fields; meeting one is an error, so that nothing is guessed.

use std::fmt::Write as _;
use std::path::Path;

use syn::{Attribute, Expr, Field, Fields, GenericArgument, Item, ItemStruct, Lit, Meta, PathArguments, Type};

const HEAD: &str = "// Written by ./build.sh from src/wire.rs. Do not edit.\n";

/// Writes `out` when its content would change, so that a build leaves a fresh file's date alone.
pub(crate) fn write(wire: &Path, out: &Path) -> Result<(), String> {
    let source = std::fs::read_to_string(wire).map_err(|error| format!("{}: {error}", wire.display()))?;
    let text = render(&source).map_err(|error| format!("{}: {error}", wire.display()))?;
    if std::fs::read_to_string(out).is_ok_and(|old| old == text) {
        return Ok(());
    }
    std::fs::write(out, text).map_err(|error| format!("{}: {error}", out.display()))
}

fn render(source: &str) -> Result<String, String> {
    let file = syn::parse_file(source).map_err(|error| error.to_string())?;
    let mut text = HEAD.to_owned();
    for item in &file.items {
        match item {
            Item::Struct(item) => interface(item, &mut text)?,
            Item::Enum(item) => return Err(format!("enum {}: teach .ci/bindgen to write it", item.ident)),
            _ => {}
        }
    }
    Ok(text)
}

fn interface(item: &ItemStruct, text: &mut String) -> Result<(), String> {
    let Fields::Named(fields) = &item.fields else {
        return Err(format!("struct {}: only named fields can be written", item.ident));
    };
    let camel = serde_words(&item.attrs).any(|(word, value)| word == "rename_all" && value == "camelCase");
    text.push('\n');
    doc(&item.attrs, "", text);
    let _ = writeln!(text, "export interface {} {{", item.ident);
    for field in &fields.named {
        member(field, camel, text).map_err(|error| format!("struct {}: {error}", item.ident))?;
    }
    text.push_str("}\n");
    Ok(())
}

fn member(field: &Field, camel: bool, text: &mut String) -> Result<(), String> {
    let Some(ident) = &field.ident else { return Err("a field without a name".to_owned()) };
    let words: Vec<(String, String)> = serde_words(&field.attrs).collect();
    let renamed = words.iter().find(|(word, _)| word == "rename").map(|(_, value)| value.clone());
    let name = renamed.unwrap_or_else(|| if camel { camel_case(&ident.to_string()) } else { ident.to_string() });
    let may_be_absent = words.iter().any(|(word, _)| word == "skip_serializing_if");
    let (written, optional) = type_name(&field.ty).ok_or_else(|| format!("{ident}: a type that cannot be written"))?;
    doc(&field.attrs, "  ", text);
    let _ = match (optional, may_be_absent) {
        (true, true) => writeln!(text, "  {name}?: {written};"),
        (true, false) => writeln!(text, "  {name}: {written} | null;"),
        (false, _) => writeln!(text, "  {name}: {written};"),
    };
    Ok(())
}

/// The TypeScript name, and whether the Rust type was an `Option` of it.
fn type_name(ty: &Type) -> Option<(String, bool)> {
    let Type::Path(path) = ty else { return None };
    let last = path.path.segments.last()?;
    let inner = match &last.arguments {
        PathArguments::None => None,
        PathArguments::AngleBracketed(list) => match list.args.first()? {
            GenericArgument::Type(inner) => Some(type_name(inner)?),
            _ => return None,
        },
        PathArguments::Parenthesized(_) => return None,
    };
    match (last.ident.to_string().as_str(), inner) {
        ("Option", Some((inner, false))) => Some((inner, true)),
        ("Vec", Some((inner, false))) => Some((format!("{inner}[]"), false)),
        ("String", None) => Some(("string".to_owned(), false)),
        ("bool", None) => Some(("boolean".to_owned(), false)),
        ("u8" | "u16" | "u32" | "usize" | "i32", None) => Some(("number".to_owned(), false)),
        (own, None) if own.starts_with(char::is_uppercase) => Some((own.to_owned(), false)),
        _ => None,
    }
}

/// `word = "value"` and bare words of every `#[serde(…)]`.
fn serde_words(attributes: &[Attribute]) -> impl Iterator<Item = (String, String)> {
    let mut found = Vec::new();
    for attribute in attributes.iter().filter(|attribute| attribute.path().is_ident("serde")) {
        let _ = attribute.parse_nested_meta(|meta| {
            let word = meta.path.get_ident().map(ToString::to_string).unwrap_or_default();
            let value = match meta.value() {
                Ok(value) => value.parse::<syn::LitStr>()?.value(),
                Err(_) => String::new(),
            };
            found.push((word, value));
            Ok(())
        });
    }
    found.into_iter()
}

fn doc(attributes: &[Attribute], indent: &str, text: &mut String) {
    for attribute in attributes.iter().filter(|attribute| attribute.path().is_ident("doc")) {
        if let Meta::NameValue(pair) = &attribute.meta
            && let Expr::Lit(expression) = &pair.value
            && let Lit::Str(line) = &expression.lit
        {
            let _ = writeln!(text, "{indent}/** {} */", line.value().trim());
        }
    }
}

fn camel_case(name: &str) -> String {
    let mut parts = name.split('_');
    let mut camel = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        let mut letters = part.chars();
        camel.extend(letters.next().map(|first| first.to_ascii_uppercase()));
        camel.push_str(letters.as_str());
    }
    camel
}
