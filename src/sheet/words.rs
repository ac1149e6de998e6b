//! The words by which a sheet tells what it means, in English and French: sections, header cells, answers, negations, limits, markets.
//! Not here: what a draft's words mean (`lexicon`); names of attributes.
//!
//! All entries are folded (see `text::fold`); a phrase is compared word by word.

use crate::span::Span;
use crate::text::fold;

/// A word of a text: letters and digits, with its place in bytes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Word {
    /// Folded.
    pub folded: String,
    /// Place.
    pub span: Span,
}

/// The words of a text, cut at everything that is neither letter nor digit.
pub fn words(text: &str) -> Vec<Word> {
    let mut out = Vec::new();
    let mut start = None;
    let mut push = |from: usize, to: usize| {
        let span = Span::new(from, to);
        out.push(Word { folded: fold(span.of(text)), span });
    };
    for (at, c) in text.char_indices() {
        match (c.is_alphanumeric() || c == '+' && start.is_some(), start) {
            (true, None) => start = Some(at),
            (false, Some(from)) => {
                push(from, at);
                start = None;
            }
            _ => {}
        }
    }
    if let Some(from) = start {
        push(from, text.len());
    }
    out
}

/// The folded words of a text joined by single spaces: the form in which phrases are compared.
pub fn phrase(text: &str) -> String {
    words(text).into_iter().map(|w| w.folded).collect::<Vec<_>>().join(" ")
}

/// Letters and digits of a text, folded, with nothing between them: the form in which a hashtag equals a name.
pub fn squash(text: &str) -> String {
    words(text).into_iter().map(|w| w.folded).collect()
}

/// A text without the quotation marks around it.
pub fn unquoted(text: &str) -> String {
    text.trim().trim_matches(|c: char| c.is_whitespace() || QUOTES.contains(&c)).to_owned()
}

/// Quotation marks.
pub const QUOTES: &[char] = &['"', '“', '”', '„', '«', '»', '‹', '›', '‘', '`'];

/// Whether a table of folded phrases holds this text.
pub fn is(text: &str, table: &[&str]) -> bool {
    let wanted = phrase(text);
    table.contains(&wanted.as_str())
}

/// Whether any phrase of the table stands in the text, word by word.
pub fn holds(text: &str, table: &[&str]) -> bool {
    let padded = format!(" {} ", phrase(text));
    table.iter().any(|p| stands(&padded, p))
}

/// Whether a phrase stands word by word in a phrase padded with spaces.
pub fn stands(padded: &str, phrase: &str) -> bool {
    places(padded, phrase).next().is_some()
}

/// Where a phrase stands word by word in a phrase padded with spaces.
pub fn places<'a>(padded: &'a str, phrase: &'a str) -> impl Iterator<Item = usize> + 'a {
    let space = |at: Option<usize>| at.and_then(|i| padded.as_bytes().get(i)) == Some(&b' ');
    padded.match_indices(phrase).map(|(at, _)| at).filter(move |at| space(at.checked_sub(1)) && space(Some(at + phrase.len())))
}

/// Whether the text opens with a phrase of the table.
pub fn opens(text: &str, table: &[&str]) -> bool {
    let padded = format!("{} ", phrase(text));
    table.iter().any(|p| padded.strip_prefix(p).is_some_and(|rest| rest.starts_with(' ')))
}

/// Keys of the front matter and labels that mean the same.
pub const KEY_NAME: &[&str] = &["name", "nom", "title", "titre", "product", "produit", "product name", "nom du produit", "range", "gamme", "service", "nom commercial"];
/// Several products.
pub const KEY_PRODUCTS: &[&str] = &[
    "products", "produits", "variants", "variantes", "models", "modeles", "plans", "formules", "versions", "offres", "declinaisons", "references",
    "product names", "noms des produits",
];
/// Other names.
pub const KEY_ALIASES: &[&str] = &[
    "aliases", "alias", "other names", "autres noms", "also known as", "aka", "short names", "noms courts", "hashtags", "hashtag",
    "alias sur les reseaux", "alias on social media", "also called", "surnoms", "nicknames", "abbreviations", "autre nom", "other name",
];
/// The maker.
pub const KEY_BRAND: &[&str] = &["brand", "marque", "manufacturer", "fabricant", "make"];
/// Where the sheet holds.
pub const KEY_MARKETS: &[&str] = &["market", "markets", "marche", "marches", "country", "countries", "pays", "region", "regions", "territoire", "territoires", "zone", "zones"];
/// First day.
pub const KEY_FROM: &[&str] = &[
    "valid from", "valable du", "valable a partir du", "valide du", "valide a partir du", "from", "du", "effective from", "en vigueur depuis", "debut",
    "start", "valable des", "start date", "date de debut", "effective",
];
/// Last day.
pub const KEY_UNTIL: &[&str] = &[
    "valid until", "valid to", "valable au", "valable jusqu au", "valide jusqu au", "valide au", "until", "au", "expires", "expire le", "expiry", "fin",
    "end", "valid till", "end date", "date de fin", "expiration",
];
/// From and until in one.
pub const KEY_VALIDITY: &[&str] = &["validity", "validite", "valid", "valable", "periode de validite", "validity period"];

/// Headings and labels after which wordings to use stand.
pub const APPROVED: &[&str] = &[
    "approved wording", "approved wordings", "approved claims", "approved phrases", "approved language", "approved statements", "approved copy",
    "do say", "what to say", "what we say", "say", "please say", "wording to use", "words to use", "preferred wording", "preferred terms", "key messages",
    "authorised wording", "authorized wording", "authorised claims", "authorized claims", "permitted claims", "we say", "use this wording", "ok to say",
    "a dire", "ce qu on dit", "ce que l on dit", "ce que nous disons", "ce qu on peut dire", "formulations validees", "formulations approuvees",
    "formulations autorisees", "formules validees", "mentions autorisees", "allegations autorisees", "allegations validees", "messages valides", "messages cles", "phrases validees",
    "elements de langage", "elements de langage valides", "dire", "on dit", "nous disons", "wording valide", "termes a employer", "mots a employer",
    "a employer", "formulation validee", "formulations a employer", "formulations recommandees", "vocabulaire valide",
];
/// Headings and labels after which wordings to avoid stand.
pub const NEVER: &[&str] = &[
    "never say", "do not say", "don t say", "not to say", "never write", "do not use", "wording to avoid", "words to avoid", "phrases to avoid",
    "forbidden wording", "forbidden claims", "forbidden words", "banned wording", "banned words", "banned claims", "prohibited claims", "prohibited wording", "what not to say",
    "what we never say", "we never say", "we don t say", "claims to avoid", "terms to avoid", "avoid saying", "not allowed", "must not say", "do not write", "do not claim", "never claim",
    "off limits", "a ne pas dire", "a ne jamais dire", "ne pas dire", "ne jamais dire", "ne dites pas", "ne dites jamais", "ce qu on ne dit pas",
    "ce qu on ne dit jamais", "ce que nous ne disons pas", "ce qu il ne faut pas dire", "formulations interdites", "formulations a eviter",
    "formulations proscrites", "formules a eviter", "formules interdites", "mots interdits", "mots a eviter", "mots a bannir", "termes a eviter", "termes interdits", "expressions a eviter", "expressions interdites",
    "allegations interdites", "mentions interdites", "on ne dit pas", "on ne dit jamais", "a proscrire", "a bannir", "interdit de dire", "wording interdit", "ne pas ecrire", "a ne pas ecrire",
    "formulations non autorisees", "allegations non autorisees", "vocabulaire a eviter", "vocabulaire interdit", "wording a eviter", "phrases interdites", "phrases a eviter",
];
/// Labels that mean so only beside quotation marks or in a section about wording.
pub const APPROVED_WEAK: &[&str] = &["employer", "use", "utiliser", "do", "yes", "oui", "prefer", "preferer", "write", "ecrire", "recommended", "recommande", "approved", "valide", "authorised", "authorized", "autorise", "allowed"];
/// Likewise for wordings to avoid.
pub const NEVER_WEAK: &[&str] = &["eviter", "a eviter", "avoid", "never", "jamais", "don t", "do not", "no", "non", "ne pas employer", "ne pas utiliser", "interdit", "forbidden", "banned", "proscrire", "bannir", "not"];
/// A section about wording without saying which.
pub const WORDING: &[&str] = &[
    "wording", "wordings", "formulations", "formulation", "claims", "allegations", "language", "langage", "vocabulary", "vocabulaire", "tone of voice", "ton", "communication", "messages",
    "do and don t", "dos and don ts", "do s and don ts", "a dire et a ne pas dire", "regles de redaction", "style",
];
/// Sections and labels about partners.
pub const PARTNERS: &[&str] = &[
    "partners", "partner", "partenaires", "partenaire", "ambassadors", "ambassadeurs", "influencers", "influenceurs", "creators", "createurs", "paid partnerships",
    "partenariats", "partnerships", "collaborations", "sponsors", "sponsoring", "affiliates", "affiliation", "affilies", "partner codes", "codes partenaires", "brand ambassadors", "our partners", "nos partenaires",
];
/// Sections and labels about how to reach the company.
pub const CONTACT: &[&str] = &[
    "contact", "contacts", "contact us", "nous contacter", "nous joindre", "phone", "telephone", "tel", "email", "e mail", "mail", "courriel", "helpline", "hotline", "customer service", "customer care",
    "service client", "service clients", "sav", "support", "assistance", "adresse", "address", "press contact", "contact presse", "standard", "numero vert", "whatsapp", "chat", "website", "site web", "site",
];

/// First header cells that say "here are attributes".
pub const HEAD_ATTRIBUTE: &[&str] = &[
    "attribute", "attributes", "attribut", "attributs", "feature", "features", "fonction", "fonctions", "fonctionnalite", "fonctionnalites", "characteristic", "characteristics", "caracteristique",
    "caracteristiques", "criterion", "criteria", "critere", "criteres", "spec", "specs", "specification", "specifications", "property", "properties", "propriete", "proprietes", "item", "element", "elements",
    "field", "champ", "rubrique", "key", "cle", "parameter", "parametre", "topic", "sujet", "what", "quoi", "question", "donnee", "label", "libelle", "intitule", "detail", "point", "points", "subject", "theme", "nutrient", "nutriment", "nutriments",
    "valeurs nutritionnelles", "nutrition", "garantie", "garanties", "cover", "benefit", "prestation", "prestations", "avantage", "service", "services", "equipement", "equipements", "information", "infos", "info",
];
/// Header cells that say "here are values".
pub const HEAD_VALUE: &[&str] = &[
    "value", "values", "valeur", "valeurs", "detail", "details", "description", "answer", "reponse", "amount", "montant", "plafond", "limit", "limite", "status", "statut", "specification", "information", "informations", "info", "infos", "content", "contenu", "fact", "facts", "fait",
    "precision", "precisions", "text", "texte", "statement", "what to know", "a savoir",
];
/// First header cells that say "here are cases": each row holds under one, and the other columns are attributes.
pub const HEAD_CASE: &[&str] = &[
    "size", "sizes", "taille", "tailles", "pointure", "pointures", "city", "ville", "zone", "destination", "country", "pays", "format", "contenance", "age", "season", "saison", "period", "periode", "month", "mois", "day", "jour", "store", "magasin", "weight", "poids", "quantity", "quantite", "distance", "order value", "montant de la commande", "mode", "setting", "temperature", "capacity", "capacite", "duration", "duree", "colour", "couleur", "coloris",
];
/// Header cells that say "here are units".
pub const HEAD_UNIT: &[&str] = &["unit", "units", "unite", "unites"];
/// Header cells that say "here are remarks on the value".
pub const HEAD_NOTE: &[&str] = &[
    "note", "notes", "remark", "remarks", "remarque", "remarques", "comment", "comments", "commentaire", "commentaires", "condition", "conditions", "limits", "limites", "restrictions", "exceptions", "observation", "observations",
];
/// Header cells over matter that is no fact.
pub const HEAD_SOURCE: &[&str] = &["source", "sources", "updated", "mis a jour", "owner", "responsable", "id", "n", "ref interne"];
/// First header cells that say "here are products".
pub const HEAD_PRODUCT: &[&str] = &[
    "product", "products", "produit", "produits", "model", "models", "modele", "modeles", "plan", "plans", "variant", "variants", "variante", "variantes", "version", "versions", "formule", "formules", "offer", "offre", "offres",
    "name", "nom", "reference", "article", "room", "rooms", "chambre", "chambres", "room type", "type de chambre", "forfait", "forfaits", "package", "tier", "contract", "contrat", "edition", "pack", "designation", "gamme", "device", "appareil", "option", "subscription", "abonnement", "account", "compte",
];

/// Whole values that say yes.
pub const YES: &[&str] = &["yes", "oui", "y", "true", "vrai", "ok"];
/// Signs that say yes.
pub const YES_SIGNS: &[char] = &['✓', '✔', '✅', '☑', '●', '⬤', '👍'];
/// Words that say no at the head of a value.
pub const NO: &[&str] = &["no", "non", "none", "aucun", "aucune", "false", "faux", "nil", "neant", "never", "jamais", "nope"];
/// Signs that say no.
pub const NO_SIGNS: &[char] = &['✗', '✘', '❌', '☒', '✕', '✖', '×', '🚫', '○', '☐'];
/// Values that say there is nothing to say.
pub const NOT_APPLICABLE: &[&str] = &["n a", "na", "nc", "n c", "not applicable", "sans objet", "so", "s o", "n d", "nd", "tbd", "tbc", "tba", "a definir", "a confirmer", "not known", "unknown", "inconnu", "non communique", "to be confirmed", "to be defined"];

/// Words that make a clause deny.
pub const NEGATIONS: &[&str] = &[
    "not", "no", "never", "without", "none", "neither", "nor", "cannot", "can t", "don t", "doesn t", "isn t", "aren t", "won t", "didn t", "wasn t", "mustn t", "shouldn t", "unsuitable", "incompatible", "unavailable",
    "excluded", "excludes", "excluding", "prohibited", "forbidden", "unsupported", "non", "pas", "jamais", "sans", "aucun", "aucune", "ni", "interdit", "interdite", "interdits", "interdites", "deconseille", "deconseillee",
    "deconseilles", "deconseillees", "exclu", "exclue", "exclus", "exclues", "indisponible", "inadapte", "inadaptee", "nul", "nulle", "proscrit", "proscrite",
];
/// Negating words that affirm when these follow ("no later than", "not only", "pas plus de", "sans fil" as a property stays a denial of nothing).
pub const NOT_NEGATIONS: &[&str] = &[
    "not only", "not just", "no more than", "no later than", "no less than", "no fewer than", "not more than", "not less than", "pas plus de", "pas moins de", "non seulement", "no matter", "sans fil", "without limit", "without limits", "sans limite",
    "no limit", "no limits", "sans engagement", "sans contact", "pas seulement", "no doubt", "nor", "sans cesse", "sans couture", "non stop", "non stick", "non slip", "non fiction",
];
/// Attributes that deny every item of their value.
pub const DENYING_LABELS: &[&str] = &[
    "free from", "free of", "without", "does not contain", "contains no", "not suitable for", "unsuitable for", "not for", "not compatible with", "incompatible with", "not included", "excluded", "exclusions", "excludes", "not covered", "not supported", "unsupported", "not available in", "not available for", "not sold in",
    "never use on", "do not use on", "do not use with", "avoid", "not allowed", "not accepted", "no", "sans", "ne contient pas", "ne contient aucun", "exempt de", "exempte de", "ne convient pas", "ne convient pas a", "ne convient pas aux", "non adapte a", "non adapte aux", "deconseille pour", "deconseille a", "deconseille aux", "incompatible avec",
    "non compatible avec", "non compatible", "non inclus", "non compris", "non fourni", "non fournis", "exclus", "non couvert", "non couverts", "non pris en charge", "non disponible en", "non accepte", "non acceptes", "interdit", "interdits", "interdit sur", "ne pas utiliser sur", "ne pas utiliser avec", "contre indications", "contraindications", "pas de", "not in the box",
    "a eviter", "eviter", "not suitable", "not compatible", "what is not covered", "ce qui n est pas couvert", "not insured", "formule sans",
];
/// Words that open a clause limiting what stands before it.
pub const LIMITERS: &[&str] = &[
    "except", "excepting", "unless", "but", "if", "otherwise", "provided", "sauf", "hormis", "excepte", "exceptee", "mais", "si", "sinon", "hors", "only", "uniquement", "seulement", "exclusivement", "subject", "apart", "besides",
];
/// Limiting words that take away, so that the clause says the opposite.
pub const EXCEPTIONS: &[&str] = &["except", "excepting", "sauf", "hormis", "excepte", "exceptee", "hors", "apart", "other than", "aside"];
/// "hors" and its like followed by these limit nothing ("hors connexion", "hors taxes").
pub const NOT_EXCEPTIONS: &[&str] = &["connexion", "ligne", "taxe", "taxes", "tva", "de", "d", "service", "ht", "from", "norme"];
/// Words by which a clause limits itself wherever they stand.
pub const ONLY: &[&str] = &["only", "uniquement", "seulement", "exclusively", "exclusivement", "solely", "seul", "seule", "seuls", "seules"];
/// Phrases that say a list names all there is.
pub const CLOSING: &[&str] = &[
    "only", "no other", "nothing else", "no others", "exclusively", "uniquement", "seulement", "exclusivement", "aucun autre", "aucune autre", "rien d autre", "pas d autre", "pas d autres", "both", "all of them",
];
/// Phrases that say a list goes on.
pub const OPENING: &[&str] = &[
    "such as", "e g", "for example", "for instance", "including", "includes", "among others", "among other things", "and more", "and others", "etc", "and so on", "amongst others", "notamment", "par exemple", "p ex", "entre autres", "tel que", "telle que", "tels que", "telles que",
    "y compris", "dont", "et plus encore", "et autres", "et d autres", "et bien d autres", "various", "divers", "selection of",
];
/// Articles and their like.
pub const ARTICLES: &[&str] = &["the", "a", "an", "our", "le", "la", "les", "l", "un", "une", "des", "notre", "nos"];
/// Prepositions that open a statement rather than name a thing.
pub const STATING: &[&str] = &[
    "in", "at", "for", "from", "within", "until", "to", "every", "after", "before", "during", "by", "on", "with", "en", "a", "au", "aux", "pour", "de", "du", "des", "depuis", "sous", "jusqu", "tous", "toutes", "avant", "apres", "sur", "avec", "par", "dans", "chez",
];
/// Joining words between the last items of a list.
pub const JOINERS: &[&str] = &["and", "or", "et", "ou", "nor", "ni"];
/// Prepositions and articles: a short form never begins or ends with one.
pub const SMALL: &[&str] = &[
    "the", "a", "an", "of", "for", "with", "without", "in", "on", "to", "by", "and", "or", "at", "from", "per", "le", "la", "les", "l", "un", "une", "des", "du", "de", "d", "pour", "avec", "sans", "en", "a", "au", "aux", "et", "ou", "par", "sur", "chez", "dans", "our", "notre", "nos",
];
/// Prepositions after which a product limits the whole statement ("for the Barista", "sur les formules Solo et Boutique").
pub const FOR: &[&str] = &["for", "on", "with", "in", "of", "to", "pour", "sur", "avec", "en", "chez", "du", "de", "des", "d", "au", "aux", "dans"];
/// Words that may stand beside a product in such a clause.
pub const KIND: &[&str] = &[
    "plan", "plans", "formule", "formules", "version", "versions", "model", "models", "modele", "modeles", "the", "la", "le", "les", "l", "both", "all", "only", "uniquement", "seulement", "and", "et", "or", "ou", "a", "variant", "variants", "variante", "variantes", "offre", "offres", "forfait", "forfaits",
    "our", "notre", "nos", "edition", "editions", "range", "gamme", "contrat", "contract", "abonnement", "subscription", "account", "compte", "room", "rooms", "chambre", "chambres", "pack", "packs",
];
/// Names of plans and variants that are everyday adjectives or nouns: at the head of a phrase they count only beside a sign that a name is meant.
pub const EVERYDAY_NAMES: &[&str] = &[
    "free", "basic", "standard", "classic", "premium", "original", "light", "extra", "new", "team", "business", "family", "home", "personal", "student", "essential", "natural", "sensitive", "gratuit", "classique", "famille", "essentiel", "confort", "nature", "original", "standard", "voyage", "travel", "base", "open", "total", "first", "full", "complete",
    "double", "single", "simple", "plus", "max", "mini", "day", "night", "jour", "nuit", "black", "white", "noir", "blanc", "red", "rouge", "bleu", "blue", "vert", "green",
];
/// Verbs that may follow a name.
pub const VERBS: &[&str] = &["is", "are", "has", "costs", "cost", "comes", "includes", "gets", "was", "will", "can", "does", "weighs", "lasts", "runs", "est", "sont", "a", "coute", "inclut", "comprend", "pese", "peut", "offre", "dispose", "contient", "passe"];

/// Attributes whose value is a choice: a plain enumeration names all there is.
pub const CHOICES: &[&str] = &[
    "colour", "colours", "color", "colors", "size", "sizes", "flavour", "flavours", "flavor", "flavors", "scent", "scents", "language", "languages", "country", "countries", "payment", "stockists", "retailers", "ingredients", "ingredient", "allergens", "platforms", "apps", "finish", "finishes", "material", "materials", "shades", "format", "formats", "box",
    "couleur", "couleurs", "coloris", "teinte", "teintes", "taille", "tailles", "pointures", "parfum", "parfums", "saveur", "saveurs", "gout", "gouts", "langue", "langues", "pays", "paiement", "carton", "boite", "ingredient", "ingredients", "allergenes", "matiere", "matieres", "finition", "finitions", "appareils", "composition", "contenu", "monnaies", "modes",
];

/// Labels about where a thing comes from: a country there is no market.
pub const ORIGINS: &[&str] = &[
    "made", "origin", "manufacture", "manufactured", "manufacturer", "assembled", "assembly", "hosting", "hosted", "country", "countries", "headquarters", "founded", "born", "produced", "production", "grown", "brewed", "backups", "fabrication", "fabrique", "fabriquee", "origine", "assemblage", "hebergement", "pays", "siege", "produit", "produite", "provenance", "based",
];

/// Names of markets: countries and regions in which things are sold, as folded phrases.
pub const MARKETS: &[&str] = &[
    "uk", "united kingdom", "great britain", "gb", "england", "scotland", "wales", "northern ireland", "ireland", "republic of ireland", "france", "metropolitan france", "france metropolitaine", "belgium", "belgique", "luxembourg", "switzerland", "suisse", "germany", "allemagne", "austria", "autriche", "spain", "espagne", "italy", "italie", "portugal",
    "netherlands", "the netherlands", "pays bas", "denmark", "danemark", "sweden", "suede", "norway", "norvege", "finland", "finlande", "poland", "pologne", "czech republic", "republique tcheque", "greece", "grece", "hungary", "hongrie", "romania", "roumanie", "usa", "us", "united states", "etats unis", "canada", "quebec", "mexico", "mexique", "australia", "australie",
    "new zealand", "nouvelle zelande", "japan", "japon", "morocco", "maroc", "tunisia", "tunisie", "algeria", "algerie", "senegal", "cote d ivoire", "eu", "ue", "european union", "union europeenne", "europe", "eurozone", "zone euro", "dom tom", "drom com", "outre mer", "corse", "corsica", "monaco", "andorre", "guadeloupe", "martinique", "la reunion", "reunion", "guyane", "mayotte", "channel islands", "royaume uni", "angleterre", "ecosse", "irlande", "irlande du nord", "grande bretagne", "monde", "worldwide", "international",
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn entries_are_folded() {
        let tables = [APPROVED, NEVER, PARTNERS, CONTACT, HEAD_ATTRIBUTE, HEAD_VALUE, HEAD_PRODUCT, HEAD_NOTE, NEGATIONS, DENYING_LABELS, LIMITERS, CLOSING, OPENING, MARKETS, CHOICES, ORIGINS, KEY_FROM, KEY_UNTIL, KEY_ALIASES];
        for entry in tables.iter().flat_map(|t| t.iter()) {
            assert_eq!(&phrase(entry), entry);
        }
    }

    #[test]
    fn phrases_are_compared_word_by_word() {
        assert!(is("À ne pas dire :", NEVER));
        assert!(holds("Great Britain only", ONLY));
        assert!(!holds("cotton", &["cot"]));
        assert!(opens("Free from milk", &["free from"]));
        assert_eq!(squash("#Kelvéo-R40"), "kelveor40");
    }
}
