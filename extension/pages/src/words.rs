//! Every word of the pages, in English and French, as one table.
//! Not here: a finding's message and fixes (the core words those in the draft's language), the browser's own strings (`_locales`).

/// A language the pages speak.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Language {
    /// English.
    English,
    /// French.
    French,
}

impl Language {
    /// The language for a tag such as `fr-CA`; English for any that is not French.
    #[must_use]
    pub fn of(tag: &str) -> Self {
        let main = tag.split(['-', '_']).next().unwrap_or_default();
        if main.eq_ignore_ascii_case("fr") { Self::French } else { Self::English }
    }

    /// Its tag.
    #[must_use]
    pub fn tag(self) -> &'static str {
        match self {
            Self::English => "en",
            Self::French => "fr",
        }
    }

    /// Its words.
    #[must_use]
    pub fn words(self) -> &'static Words {
        match self {
            Self::English => &EN,
            Self::French => &FR,
        }
    }

    /// `one` or `many` with the number put in for `{0}`. French counts nought as one, English as many.
    #[must_use]
    pub fn counted(self, count: u64, one: &str, many: &str) -> String {
        let single = count == 1 || (count == 0 && self == Self::French);
        filled(if single { one } else { many }, &[&count.to_string()])
    }
}

/// A wording with its arguments put in for `{0}`, `{1}`, …
#[must_use]
pub fn filled(wording: &str, arguments: &[&str]) -> String {
    let mut out = String::with_capacity(wording.len());
    let mut rest = wording;
    while let Some((before, after)) = rest.split_once('{') {
        out.push_str(before);
        let (number, following) = after.split_once('}').unwrap_or((after, ""));
        if let Some(argument) = number.parse().ok().and_then(|n: usize| arguments.get(n)) {
            out.push_str(argument);
        }
        rest = following;
    }
    out.push_str(rest);
    out
}

macro_rules! words {
    ($($key:ident: $en:literal, $fr:literal;)*) => {
        /// The wordings of one language.
        #[derive(Debug)]
        #[allow(missing_docs, reason = "each wording says itself what it is")]
        pub struct Words { $(pub $key: &'static str,)* }
        static EN: Words = Words { $($key: $en,)* };
        static FR: Words = Words { $($key: $fr,)* };
        #[cfg(test)]
        const ALL: &[(&str, &str, &str)] = &[$((stringify!($key), $en, $fr),)*];
    };
}

words! {
    workbench: "Aval workbench", "Atelier Aval";
    tagline: "Your product facts, checked before you post", "Vos faits produits, vérifiés avant de publier";
    language: "Language", "Langue";
    sections: "Sections", "Sections";
    tab_library: "Library", "Fiches";
    tab_try: "Try", "Essayer";
    tab_trace: "Trace", "Registre";
    tab_settings: "Settings", "Réglages";
    close: "Close", "Fermer";
    undo: "Undo", "Annuler";
    retry: "Try again", "Réessayer";
    loading: "Loading…", "Chargement…";
    private: "Nothing you write leaves this computer.", "Rien de ce que vous écrivez ne quitte cet ordinateur.";
    background_silent: "Aval’s background does not answer. Reload this page; if it stays silent, restart the browser.", "Le service d’Aval ne répond pas. Rechargez cette page ; s’il ne répond toujours pas, redémarrez le navigateur.";

    tour: "Welcome to Aval", "Bienvenue dans Aval";
    tour_lead: "Three steps, two minutes. A sample sheet is already loaded.", "Trois étapes, deux minutes. Une fiche d’exemple est déjà chargée.";
    tour_library: "Load your sheets", "Chargez vos fiches";
    tour_library_text: "Drop a product sheet as you have it: Markdown, a table, a spreadsheet. See what was understood.", "Déposez une fiche produit telle quelle : Markdown, tableau, tableur. Voyez ce qui a été compris.";
    tour_library_go: "See the library", "Voir les fiches";
    tour_try: "Try a reply", "Essayez une réponse";
    tour_try_text: "Type a draft. What the sheet contradicts is underlined, with the source and a fix.", "Tapez un brouillon. Ce que la fiche contredit est souligné, avec la source et une correction.";
    tour_try_go: "Try an example", "Essayer un exemple";
    tour_write: "Write as usual", "Écrivez comme d’habitude";
    tour_write_text: "On your networks Aval underlines as you type and asks before a wrong figure is posted. Each post is kept in the trace.", "Sur vos réseaux, Aval souligne pendant la frappe et vous arrête avant qu’un chiffre faux soit publié. Chaque message est gardé dans le registre.";
    tour_write_go: "See the trace", "Voir le registre";
    tour_done: "Got it, hide this", "Compris, masquer";

    library_title: "Your sheets", "Vos fiches";
    drop_title: "Add a sheet", "Ajouter une fiche";
    drop_text: "Drop files here, or paste a table anywhere on this page.", "Déposez des fichiers ici, ou collez un tableau n’importe où sur cette page.";
    drop_formats: "Markdown, CSV, Excel, OpenDocument, HTML or JSON, up to 10 MB", "Markdown, CSV, Excel, OpenDocument, HTML ou JSON, jusqu’à 10 Mo";
    choose: "Choose files", "Choisir des fichiers";
    paste: "Paste text", "Coller du texte";
    paste_name: "Name of the sheet", "Nom de la fiche";
    paste_text: "Text of the sheet", "Texte de la fiche";
    paste_keep: "Add this sheet", "Ajouter cette fiche";
    paste_default: "Pasted sheet", "Fiche collée";
    cancel: "Cancel", "Annuler";
    reading: "Reading {0}…", "Lecture de {0}…";
    loads: "Files read", "Fichiers lus";
    added: "{0} added: {1}.", "{0} ajoutée : {1}.";
    updated: "{0} updated: {1}.", "{0} mise à jour : {1}.";
    refused: "{0} could not be read. The library is as it was.", "{0} n’a pas pu être lu. Vos fiches n’ont pas changé.";
    too_large: "{0} is {1} MB; at most 10 MB can be read. Keep only the product’s own sheet, or split the file.", "{0} pèse {1} Mo ; 10 Mo au plus peuvent être lus. Ne gardez que la fiche du produit, ou découpez le fichier.";
    empty_file: "{0} is empty. Check that the file was saved, then try again.", "{0} est vide. Vérifiez que le fichier a été enregistré, puis réessayez.";
    unreadable: "{0} could not be opened: {1}. Check that the file is still there.", "{0} n’a pas pu être ouvert : {1}. Vérifiez que le fichier est toujours là.";
    too_slow: "{0} took longer than 30 seconds to read and was given up. Keep only the product’s own sheet, or split the file.", "La lecture de {0} a dépassé 30 secondes et a été abandonnée. Ne gardez que la fiche du produit, ou découpez le fichier.";
    reader_failed: "{0} made the reader fail ({1}). Save it in another format, such as Markdown or CSV, and try again.", "{0} a fait échouer la lecture ({1}). Enregistrez-le dans un autre format, Markdown ou CSV par exemple, et réessayez.";
    not_kept: "{0} was read but could not be kept: {1}.", "{0} a été lu mais n’a pas pu être conservé : {1}.";
    no_sheets: "No sheet yet", "Aucune fiche pour l’instant";
    no_sheets_text: "Add a product sheet, and Aval can check what you write about the product.", "Ajoutez une fiche produit, et Aval pourra vérifier ce que vous écrivez sur le produit.";
    fact_one: "{0} fact", "{0} fait";
    facts_many: "{0} facts", "{0} faits";
    look_one: "{0} line to look at", "{0} ligne à revoir";
    looks_many: "{0} lines to look at", "{0} lignes à revoir";
    all_understood: "All lines understood", "Toutes les lignes comprises";
    use_sheet: "Check drafts against {0}", "Vérifier les brouillons avec {0}";
    in_use: "In use", "Utilisée";
    not_in_use: "Not in use", "Non utilisée";
    remove: "Remove", "Retirer";
    remove_named: "Remove {0}", "Retirer {0}";
    removed: "{0} was removed.", "{0} a été retirée.";
    restored: "{0} is back.", "{0} est revenue.";
    holds_from: "Holds from {0}", "Valable dès le {0}";
    holds_until: "Holds until {0}", "Valable jusqu’au {0}";
    holds_between: "Holds from {0} to {1}", "Valable du {0} au {1}";
    over: "Over since {0}", "Périmée depuis le {0}";
    not_yet: "Not before {0}", "Pas avant le {0}";
    choose_sheet: "Choose a sheet to see what was understood.", "Choisissez une fiche pour voir ce qui a été compris.";
    products: "Products", "Produits";
    problems_title: "To look at in the sheet", "À revoir dans la fiche";
    problems_text: "Facts on these lines are not checked, or may be misread. Correct the file and add it again.", "Les faits de ces lignes ne sont pas vérifiés, ou peuvent être mal lus. Corrigez le fichier et ajoutez-le de nouveau.";
    line: "Line {0}", "Ligne {0}";
    facts_title: "What was understood", "Ce qui a été compris";
    find: "Find a fact", "Chercher un fait";
    none_found: "No fact has these words.", "Aucun fait ne contient ces mots.";
    col_attribute: "Attribute", "Attribut";
    col_condition: "Condition", "Condition";
    col_value: "Value", "Valeur";
    col_product: "Product", "Produit";
    col_line: "Line", "Ligne";
    more_rows: "Show {0} more", "En montrer {0} de plus";
    approved: "Approved wording", "Formulations validées";
    never: "Never say", "À ne jamais dire";
    severity_error: "Error", "Erreur";
    severity_warning: "Warning", "Attention";
    severity_note: "Note", "Remarque";

    try_title: "Try a reply", "Essayer une réponse";
    try_lead: "Checked as you type, against the sheets in use. Nothing is posted and nothing is kept.", "Vérifié pendant la frappe, avec les fiches utilisées. Rien n’est publié, rien n’est gardé.";
    draft: "Your reply", "Votre réponse";
    draft_hint: "Type or paste a reply about one of your products", "Tapez ou collez une réponse à propos d’un de vos produits";
    context: "The customer’s message (optional)", "Le message du client (facultatif)";
    context_hint: "It tells which product is meant", "Il dit de quel produit on parle";
    example: "Use an example", "Prendre un exemple";
    example_context: "Hi! How long does the X200 last on one charge?", "Bonjour, combien de temps tient le X200 avec une charge ?";
    example_draft: "Hi Maya! The X200 lasts 12 hours in Eco mode and weighs 1.2 kg. It is medical grade, too.", "Bonjour Maya ! Le X200 tient 12 heures en mode Éco et pèse 1,2 kg. Il est fabriqué au Portugal.";
    clear: "Clear", "Effacer";
    findings: "Findings", "Résultats";
    to_see_one: "{0} thing to look at", "{0} point à revoir";
    to_see_many: "{0} things to look at", "{0} points à revoir";
    borne_out_one: "{0} statement confirmed by the sheet", "{0} affirmation confirmée par la fiche";
    borne_out_many: "{0} statements confirmed by the sheet", "{0} affirmations confirmées par la fiche";
    nothing: "Nothing to correct.", "Rien à corriger.";
    nothing_text: "No statement in this draft can be checked against your sheets.", "Rien dans ce brouillon ne peut être confronté à vos fiches.";
    start_typing: "Findings appear here as you type.", "Les résultats apparaissent ici pendant la frappe.";
    checking: "Checking…", "Vérification…";
    contradicted: "The sheet says otherwise", "La fiche dit autre chose";
    unsupported: "Not in the sheet", "Absent de la fiche";
    outdated: "Not true today", "Pas vrai aujourd’hui";
    ambiguous: "Depends on the product", "Dépend du produit";
    flagged: "Risky claim", "Allégation risquée";
    supported: "Confirmed by the sheet", "Confirmé par la fiche";
    sheet_says: "The sheet says", "La fiche dit";
    source: "{0}, line {1}", "{0}, ligne {1}";
    why: "Why", "Pourquoi";
    show_words: "Show “{0}” in the draft", "Montrer « {0} » dans le brouillon";
    fixed: "Replaced with “{0}”.", "Remplacé par « {0} ».";
    unfixed: "The draft is as it was.", "Le brouillon est comme avant.";
    moved_on: "These words have changed since they were checked. Nothing was replaced.", "Ces mots ont changé depuis la vérification. Rien n’a été remplacé.";
    starting: "Not checked: Aval is starting.", "Non vérifié : Aval démarre.";
    engine_failed: "Not checked: the checker stopped. Type again to start it anew.", "Non vérifié : le vérificateur s’est arrêté. Continuez à taper pour le relancer.";
    no_sheet: "Not checked: no sheet is in use. Add one, or switch one on, in the library.", "Non vérifié : aucune fiche n’est utilisée. Ajoutez-en une, ou activez-en une, dans Fiches.";
    too_long: "Not checked: the draft is too long. Check it in parts.", "Non vérifié : le texte est trop long. Vérifiez-le par parties.";
    off: "Not checked: Aval is off here.", "Non vérifié : Aval est désactivé ici.";
    disconnected: "Not checked: Aval was updated or stopped. Reload this page.", "Non vérifié : Aval a été mis à jour ou arrêté. Rechargez cette page.";

    trace_title: "What was posted", "Ce qui a été publié";
    trace_lead: "Each post that went through a guarded box, newest first. Every entry is sealed to the one before: a change shows.", "Chaque message passé par un champ gardé, le plus récent d’abord. Chaque entrée est scellée à la précédente : toute retouche se voit.";
    entry_one: "{0} entry", "{0} entrée";
    entries_many: "{0} entries", "{0} entrées";
    trace_empty: "Nothing posted yet", "Rien de publié pour l’instant";
    trace_empty_text: "When you post from a box that Aval guards, the text, what was found and what you decided are kept here.", "Quand vous publiez depuis un champ gardé par Aval, le texte, ce qui a été trouvé et votre décision sont gardés ici.";
    export: "Export", "Exporter";
    export_text: "JSON Lines; aval journal verify checks the file anywhere", "JSON Lines ; aval journal verify contrôle le fichier partout";
    verify: "Verify the chain", "Vérifier la chaîne";
    verifying: "Verifying…", "Vérification…";
    whole: "Whole: {0}, none changed, removed, added or moved. Last hash: {1}", "Intact : {0}, aucune changée, retirée, ajoutée ni déplacée. Dernière empreinte : {1}";
    broken: "Broken at entry {0}: {1}", "Rompu à l’entrée {0} : {1}";
    broken_changed: "it was changed after it was written.", "elle a été modifiée après coup.";
    broken_unlinked: "it does not follow the one before; an entry was changed, removed, added or moved.", "elle ne suit pas la précédente ; une entrée a été modifiée, retirée, ajoutée ou déplacée.";
    broken_form: "it is not written as Aval writes it.", "elle n’est pas écrite comme Aval l’écrit.";
    older: "Show older entries", "Montrer des entrées plus anciennes";
    decision_clean: "Nothing found", "Rien à signaler";
    decision_warned: "Posted after a warning", "Publié après avertissement";
    decision_anyway: "Posted anyway", "Publié quand même";
    decision_unchecked: "Not checked", "Non vérifié";
    on_site: "on {0}", "sur {0}";
    customer: "Customer’s message", "Message du client";
    posted_text: "What was posted", "Ce qui a été publié";
    reason: "Reason given", "Motif donné";
    not_checked_why: "Why it was not checked", "Pourquoi ce n’est pas vérifié";
    shown: "Shown when it was posted", "Affiché à la publication";
    nothing_shown: "Nothing was shown.", "Rien n’était affiché.";
    fixes_taken: "Fixes taken", "Corrections prises";
    replaced: "“{0}” became “{1}”", "« {0} » est devenu « {1} »";
    set_aside: "Ignored", "Ignoré";
    number_in_chain: "Entry", "Entrée";
    hash: "Hash", "Empreinte";
    address: "Page", "Page";
    sheets_then: "Sheets in use", "Fiches utilisées";
    unreadable_entry: "An entry could not be shown. Verify the chain to see whether it was changed.", "Une entrée n’a pas pu être affichée. Vérifiez la chaîne pour savoir si elle a été modifiée.";

    settings_title: "Settings", "Réglages";
    settings_lead: "For the compose boxes of your networks. Each change holds at once.", "Pour les champs de rédaction de vos réseaux. Chaque changement vaut tout de suite.";
    set_warnings: "Warnings", "Avertissements";
    set_warnings_text: "An error always asks before it is posted. For warnings you choose.", "Une erreur demande toujours confirmation avant publication. Pour les avertissements, c’est vous qui choisissez.";
    set_warnings_ask: "Ask once before posting", "Demander une fois avant de publier";
    set_warnings_show: "Underline only", "Souligner seulement";
    set_counter: "Counter", "Compteur";
    set_counter_text: "A small sign beside the box: how many things to look at.", "Un petit repère à côté du champ : combien de points à revoir.";
    set_counter_shown: "Show it", "L’afficher";
    set_counter_hidden: "Hide it", "Le masquer";
    set_language: "Language of cards and questions", "Langue des fiches d’aide et des questions";
    set_language_text: "The language of this page is chosen at the top.", "La langue de cette page se choisit en haut.";
    set_language_auto: "That of the draft", "Celle du brouillon";
    saved: "Saved.", "Enregistré.";
    not_saved: "The setting could not be kept: {0}", "Le réglage n’a pas pu être conservé : {0}";
    ignored_title: "Ignored", "Ignorés";
    ignored_none: "You are told of everything. What you choose to ignore beside a compose box is listed here.", "Tout vous est signalé. Ce que vous choisissez d’ignorer près d’un champ apparaît ici.";
    ignored_for: "for {0}", "pour {0}";
    ignored_stop: "Tell me again", "Me le signaler de nouveau";

    popup_on: "On for {0}", "Activé sur {0}";
    popup_off: "Off for {0}", "Désactivé sur {0}";
    popup_switch: "Check what I write on {0}", "Vérifier ce que j’écris sur {0}";
    popup_named: "Aval works on this site.", "Aval fonctionne sur ce site.";
    popup_enable: "Enable on {0}", "Activer sur {0}";
    popup_enable_text: "Aval is not on this site yet. The browser will ask for access to this one site.", "Aval n’est pas encore sur ce site. Le navigateur demandera l’accès à ce seul site.";
    popup_denied: "The browser did not give access to {0}. Nothing has changed.", "Le navigateur n’a pas donné accès à {0}. Rien n’a changé.";
    popup_nowhere: "Aval cannot work on this page: it belongs to the browser.", "Aval ne peut pas travailler sur cette page : elle appartient au navigateur.";
    popup_sheets: "Sheets in use", "Fiches utilisées";
    popup_none: "No sheet in use: nothing can be checked.", "Aucune fiche utilisée : rien ne peut être vérifié.";
    popup_more: "and {0} more", "et {0} de plus";
    popup_open: "Open the workbench", "Ouvrir l’atelier";
}

#[cfg(test)]
mod tests {
    use super::{ALL, Language, filled};

    #[test]
    fn both_languages_take_the_same_arguments() {
        let arguments = |wording: &str| (0..4).filter(|n| wording.contains(&format!("{{{n}}}"))).collect::<Vec<_>>();
        for (key, en, fr) in ALL {
            assert_eq!(arguments(en), arguments(fr), "{key}");
            assert!(!en.is_empty() && !fr.is_empty(), "{key}");
        }
    }

    #[test]
    fn typography_is_each_languages_own() {
        for (key, en, fr) in ALL {
            for mark in [" ;", " :", " ?", " !", "« ", " »"] {
                assert!(!fr.contains(mark), "{key}: a plain space before or inside {mark:?}");
            }
            assert!(!en.contains('\'') && !fr.contains('\''), "{key}: a typewriter apostrophe");
        }
    }

    #[test]
    fn arguments_are_put_in() {
        assert_eq!(filled("{0} and {1}", &["a", "b"]), "a and b");
        assert_eq!(filled("{1}", &["a"]), "");
        assert_eq!(filled("{0}", &["{1}"]), "{1}");
    }

    #[test]
    fn counting_follows_the_language() {
        assert_eq!(Language::French.counted(0, "{0} fait", "{0} faits"), "0 fait");
        assert_eq!(Language::English.counted(0, "{0} fact", "{0} facts"), "0 facts");
        assert_eq!(Language::of("fr-CA"), Language::French);
        assert_eq!(Language::of("frisian"), Language::English);
    }
}
