//! What is said to the person, in English and French.
//! Not here: when it is said.

use crate::text::Lang;

/// What the sheet says of an attribute.
pub(super) fn contradicted(lang: Lang, value: &str, attribute: &str, product: Option<&str>) -> String {
    let attribute = attribute_of(lang, attribute, product);
    match lang {
        Lang::En => format!("The sheet says {value}{attribute}."),
        Lang::Fr => format!("La fiche dit {value}{attribute}."),
    }
}

/// A fact that holds no more, or not yet.
pub(super) fn outdated(lang: Lang, value: &str, attribute: &str) -> String {
    let attribute = attribute_of(lang, attribute, None);
    match lang {
        Lang::En => format!("The sheet's validity is over: it said {value}{attribute}. Check before you post."),
        Lang::Fr => format!("La fiche n'est plus valable : elle disait {value}{attribute}. Vérifiez avant de publier."),
    }
}

/// True of one product, false of another.
pub(super) fn ambiguous(lang: Lang, value: &str, attribute: &str, product: Option<&str>) -> String {
    let attribute = attribute_of(lang, attribute, product);
    match lang {
        Lang::En => format!("True of one model only: {value}{attribute}. Say which one you mean."),
        Lang::Fr => format!("Vrai d'un seul modèle : {value}{attribute}. Précisez lequel."),
    }
}

/// Nothing in the sheet bears it out.
pub(super) fn unsupported(lang: Lang, words: &str) -> String {
    match lang {
        Lang::En => format!("The sheet says nothing of “{words}”. Check it with the product team, or leave it out."),
        Lang::Fr => format!("La fiche ne dit rien de « {words} ». Vérifiez auprès de l'équipe produit, ou retirez-le."),
    }
}

/// A line the sheet asks never to write.
pub(super) fn never_say(lang: Lang, wording: &str) -> String {
    match lang {
        Lang::En => format!("The sheet asks never to say “{wording}”."),
        Lang::Fr => format!("La fiche demande de ne jamais dire « {wording} »."),
    }
}

/// The label of a fix that puts other words in place.
pub(super) fn replace_with(lang: Lang, words: &str) -> String {
    match lang {
        Lang::En => format!("Replace with “{words}”"),
        Lang::Fr => format!("Remplacer par « {words} »"),
    }
}

/// The label of a fix that takes words out.
pub(super) fn remove(lang: Lang, words: &str) -> String {
    match lang {
        Lang::En => format!("Remove “{words}”"),
        Lang::Fr => format!("Retirer « {words} »"),
    }
}

fn attribute_of(lang: Lang, attribute: &str, product: Option<&str>) -> String {
    match (attribute, product, lang) {
        ("", None, _) => String::new(),
        ("", Some(product), _) => format!(" ({product})"),
        (a, None, _) => format!(" ({a})"),
        (a, Some(product), _) => format!(" ({a}, {product})"),
    }
}
