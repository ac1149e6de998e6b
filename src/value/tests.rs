//! What this room reads, compares and prints, as tables of sentences.
//! Not here: the tests of the tables (`table`).

use super::*;
use crate::text::{Lang, Text};
use rust_decimal::Decimal;
use std::fmt::Write as _;

/// "up-to 249 pound sterling /month incl": a value in one line.
fn line(value: &Value) -> String {
    let mut out = String::new();
    if value.relation != Relation::Exactly {
        let _ = write!(out, "{:?} ", value.relation);
    }
    match &value.amount {
        Amount::One(n) => out.push_str(&n.normalize().to_string()),
        Amount::Between(a, b) => {
            let side = |n: &Option<Decimal>| n.map_or(String::new(), |n| n.normalize().to_string());
            let _ = write!(out, "{}..{}", side(a), side(b));
        }
        Amount::Day(_) | Amount::Days(..) => out.push_str(&notation(value).unwrap_or_default()),
        Amount::Clock(a, b) => {
            let _ = write!(out, "{:02}:{:02}", a / 60, a % 60);
            if let Some(b) = b {
                let _ = write!(out, "-{:02}:{:02}", b / 60, b % 60);
            }
        }
        Amount::Moment(m) => {
            let _ = write!(out, "{m:?}");
        }
        Amount::Standard(family, grade) => {
            let _ = write!(out, "{family} {grade}");
        }
    }
    match (value.unit, value.dimension) {
        (Some(unit), _) => {
            let _ = write!(out, " {}", unit.id());
        }
        (None, Dimension::Percent) => out.push_str(" %"),
        (None, Dimension::Ordinal) => out.push_str(" th"),
        _ => {}
    }
    if let Some(per) = &value.per {
        let _ = write!(out, " /{per}");
    }
    match value.tax {
        Some(Tax::Included) => out.push_str(" incl"),
        Some(Tax::Excluded) => out.push_str(" excl"),
        None => {}
    }
    if value.age {
        out.push_str(" old");
    }
    out
}

#[track_caller]
fn check(lang: Lang, source: &str, want: &[&str]) {
    let text = Text::read(source, Some(lang));
    let got: Vec<String> = read(&text).iter().map(line).collect();
    assert_eq!(got, want, "{source}");
}

fn en(source: &str, want: &[&str]) {
    check(Lang::En, source, want);
}

fn fr(source: &str, want: &[&str]) {
    check(Lang::Fr, source, want);
}

#[test]
fn numbers_in_both_conventions() {
    en("It has 1,299 parts and weighs 1,299.90 kg.", &["1299", "1299.9 kilogram"]);
    fr("Il a 1 299 pièces et pèse 1 299,90 kg.", &["1299", "1299.9 kilogram"]);
    fr("Il pèse 1.299,90 kg.", &["1299.9 kilogram"]);
    fr("Il coûte 1\u{202f}099,90 €.", &["1099.9 euro"]);
    en("12k followers and 2.5 million views", &["12000", "2500000"]);
    en("2½ hours, 10 1/2 inches, ¾ litre", &["2.5 hour", "10.5 inch", "0.75 litre"]);
    fr("1 299,99 € = €1,299.99", &["1299.99 euro", "1299.99 euro"]);
}

#[test]
fn numbers_in_words() {
    en("We shipped two hundred and fifty boxes in twelve countries.", &["250", "12"]);
    fr("Nous avons deux cent cinquante boutiques et quatre-vingt-dix-sept marques.", &["250", "97"]);
    fr("Soixante-dix pays, quatre-vingts langues.", &["70", "80"]);
    fr("une douzaine d'œufs", &["12"]);
    en("a couple of hours, half a dozen cups", &["2 hour", "6 cup"]);
    en("forty-five minutes", &["45 minute"]);
    fr("Il repart comme neuf.", &[]);
    en("Which one do you prefer? The blue one.", &[]);
}

#[test]
fn durations_as_people_say_them() {
    en("a full hour, half an hour, an hour and a half, two and a half hours", &["1 hour", "0.5 hour", "1.5 hour", "2.5 hour"]);
    fr("deux heures et demie, une demi-heure, trois quarts d'heure, un quart d'heure", &["2.5 hour", "0.5 hour", "0.75 hour", "0.25 hour"]);
    fr("5 h 30 de charge, 1h30 d'autonomie, 1,5 h en tout", &["5.5 hour", "1.5 hour", "1.5 hour"]);
    fr("une demi-journée, une journée entière, quinze jours", &["0.5 day", "1 day", "15 day"]);
    en("a whole month, a fortnight, 2-4 working days", &["1 month", "1 fortnight", "2..4 working day"]);
    en("Her son is 12 years old.", &["12 year old"]);
    en("120 requests a minute, four times a day", &["120 /minute", "4 /day"]);
}

#[test]
fn measures_and_compounds() {
    en("he is 5 ft 11 and 5 feet 2 inches", &["5.9166666666666666666666666667 foot", "5.1666666666666666666666666667 foot"]);
    fr("2 kg 500 de farine, 1 m 80 de haut", &["2.5 kilogram", "1.8 metre"]);
    en("three quarters of a litre, a half-litre carton", &["0.75 litre", "0.5 litre"]);
    fr("un litre et demi, 180 m², 68 dB(A), 8 500 Pa", &["1.5 litre", "180 square metre", "68 decibel", "8500 pascal"]);
    en("185 AW, 110,000 rpm, 400 lm, 4000 mAh, 2.4 GHz", &["185 air watt", "110000 rpm", "400 lumen", "4000 milliampere hour", "2.4 gigahertz"]);
    en("30 x 20 x 10 cm and 2 x 30 ml", &["30 centimetre", "20 centimetre", "10 centimetre", "2", "30 millilitre"]);
    fr("audible à 55 ou 58 dB", &["55 decibel", "58 decibel"]);
    en("Wash at 40°, it turns 360°.", &["40 degree", "360 degree of arc"]);
    en("100 MB, 100 Mb and 500 Mbit/s", &["100 megabyte", "100 megabit", "500 megabit per second"]);
    fr("100 Go, 2 To et 500 ko", &["100 gigabyte", "2 terabyte", "500 kilobyte"]);
}

#[test]
fn ranges_and_comparators() {
    fr("de 5 à 40 °C, entre 20 et 60 °C", &["5..40 celsius", "20..60 celsius"]);
    en("between 55 and 65 °C, 5 to 25 °C, 3-5 working days", &["55..65 celsius", "5..25 celsius", "3..5 working day"]);
    en("up to 8 h, at most 4 kg, more than 7 h, less than 3 kg", &["UpTo 8 hour", "AtMost 4 kilogram", "MoreThan 7 hour", "LessThan 3 kilogram"]);
    fr("jusqu'à 120 m², au moins 10 pouces, moins de 4 kg, environ 60 jours", &["UpTo 120 square metre", "AtLeast 10 inch", "LessThan 4 kilogram", "About 60 day"]);
    en("just under 3 kg, almost 90%, just over 2 m", &["Almost 3 kilogram", "Almost 90 %", "JustOver 2 metre"]);
    fr("un peu moins de 4 kg, 20 mm au plus, dès 60 €", &["Almost 4 kilogram", "AtMost 20 millimetre", "AtLeast 60 euro"]);
    en("free from £30, from 34 farms, from 12 months on", &["AtLeast 30 pound sterling", "34", "AtLeast 12 month"]);
    fr("elle vient à bout de 100 % des taches", &["100 %"]);
    fr("le R40 Max : 8 500 Pa", &["8500 pascal"]);
}

#[test]
fn money_with_tax_and_period() {
    en("£349 incl. VAT, €7.50 per user and month, €16 a month", &["349 pound sterling incl", "7.5 euro /user month", "16 euro /month"]);
    fr("39 € HT par mois, 349 € TTC, 10 cts, 12 € 50", &["39 euro /month excl", "349 euro incl", "10 cent", "12.5 euro"]);
    en("It won a $48.2 million contract, costs $ 8.50 or USD 200.", &["48200000 dollar", "8.5 dollar", "200 US dollar"]);
    en("fifty quid, 95p, 30 cents", &["50 pound sterling", "95 penny", "30 cent"]);
    fr("treize euros et quarante-cinq cents", &["13.45 euro"]);
    en("registered schools pay two fifths less", &["40 %"]);
}

#[test]
fn dates_as_far_as_written() {
    en("until Sunday 30 November 2025, on 4 March, in November 2027, since 2019", &["UpTo 2025-11-30", "XXXX-03-04", "2027-11", "AtLeast 2019"]);
    fr("du 1er au 30 avril 2026, jusqu'au 31 décembre, le 03/11/2026", &["2026-04-01..2026-04-30", "UpTo XXXX-12-31", "2026-11-03"]);
    fr("entre le 1er avril et le 15 juin 2026", &["2026-04-01..2026-06-15"]);
    en("We may march on. It may take a while.", &[]);
    en("November 3, 2028 and 2025-09-01", &["2028-11-03", "2025-09-01"]);
}

#[test]
fn moments_lean_on_today() {
    fr("jusqu'à fin décembre, à la mi-janvier 2027, la semaine prochaine", &[
        "UpTo Part(End, PartialDate { year: None, month: Some(12), day: None })",
        "Part(Middle, PartialDate { year: Some(2027), month: Some(1), day: None })",
        "Whole(Week, 1)",
    ]);
    en("tomorrow, next month, before the end of the year, this spring", &[
        "Day(1)",
        "Whole(Month, 1)",
        "LessThan PartOf(End, Year, 0)",
        "Season(Spring, None)",
    ]);
    fr("Elle a été testée avant l'été.", &["LessThan Season(Summer, None)"]);
    en("Natural spring water.", &[]);
}

#[test]
fn hours_are_not_durations() {
    en("Monday to Thursday 9 am to 5 pm, 8:30 am to 6 pm", &["09:00-17:00", "08:30-18:00"]);
    fr("du lundi au vendredi, de 9 h à 18 h ; 8h30-12h", &["09:00-18:00", "08:30-12:00"]);
    en("open 9 til 1 on sundays", &["09:00-13:00"]);
    fr("on vous appelle vers 15 h, à 7 h", &["About 15:00", "07:00"]);
    fr("réponse sous 48 h, jusqu'à 8 h d'autonomie", &["UpTo 48 hour", "UpTo 8 hour"]);
}

#[test]
fn standards_and_marks() {
    en("IP67, IPX7, Wi-Fi 6, Bluetooth 5.3, USB-C 3.2, EN 71-3, ISO 27001", &[
        "ip 67", "ip x7", "wifi 6", "bluetooth 5.3", "usb 3.2", "en 71-3", "iso 27001",
    ]);
    fr("filtre HEPA H13, classe A+++, Android 9 ou plus récent, indice 7,8/10", &["hepa h13", "class a+++", "AtLeast android 9", "7.8 /10"]);
    en("Wi-Fi 5 GHz", &["5 gigahertz"]);
}

#[test]
fn figures_that_claim_nothing() {
    for source in [
        "Call 01 23 45 67 89 or +33 6 12 34 56 78",
        "your order number 558120 and ticket 77120",
        "la commande 88213, la référence 40-2210",
        "see https://a.fr/x?y=12 @max_12 #Airo4",
        "the R40 and the TM-20, 24/7, 7 j/7",
        "card 4970 1012 3456 7890",
    ] {
        let text = Text::read(source, None);
        assert_eq!(read(&text).iter().map(line).collect::<Vec<_>>(), Vec::<String>::new(), "{source}");
    }
    let text = Text::read("order number 558120", None);
    assert_eq!(ignored(&text).len(), 1);
}

fn first(source: &str) -> Value {
    let text = Text::read(source, None);
    let Some(value) = read(&text).into_iter().next() else { panic!("no value in {source}") };
    value
}

#[track_caller]
fn held(said: &str, fact: &str, want: Comparison) {
    assert_eq!(compare(&first(said), &first(fact), resolve::some_day()), want, "{said} / {fact}");
}

#[test]
fn said_and_stated() {
    use Comparison::{Differs, Incomparable, Same, Within};
    for (said, fact, want) in [
        ("a full hour", "60 min", Same),
        ("a full hour", "45 min", Differs),
        ("12 heures", "8 h", Differs),
        ("more than 7 h", "8 h", Within),
        ("more than an hour", "60 min", Differs),
        ("four hours at the very most", "3 h 30 min", Within),
        ("just under 3 kg", "2.8 kg", Within),
        ("3 900 g", "3,9 kg", Same),
        ("un peu moins de 4 kg", "3,9 kg", Within),
        ("5.9 inches", "15 cm", Within),
        ("140 °F", "60 °C", Same),
        ("41 to 104 °F", "5 to 40 °C", Same),
        ("between 0 and 40 °C", "5 to 40 °C", Differs),
        ("below 25 °C", "5 to 25 °C", Within),
        ("à 20 °C", "de 20 à 60 °C", Within),
        ("up to 10 people", "up to 5", Differs),
        ("up to five people", "up to 5", Same),
        ("within 60 days", "within 30 days", Differs),
        ("over £50", "from £50", Same),
        ("from £20", "from £30", Differs),
        ("at least 100 requests", "120 requests", Within),
        ("moins de 30 centimes", "environ 0,28 €", Within),
        ("around 60 °C", "between 55 and 65 °C", Within),
        ("39 € TTC", "39 € HT", Differs),
        ("118,80 € TTC", "99 € HT", Incomparable),
        ("£249", "€249", Incomparable),
        ("-30 %", "30 %", Same),
        ("2 ans", "24 mois", Same),
        ("two weeks", "14 days", Same),
        ("quinze jours", "2 semaines", Within),
        ("a month", "14 days", Differs),
        ("deux à quatre jours ouvrés", "4 à 6 jours ouvrés", Differs),
        ("4/5", "8/10", Same),
        ("IP54", "IP67", Differs),
        ("Android 10", "Android 9 or later", Within),
        ("60", "60 min", Same),
        ("118 calories", "88 kcal", Differs),
        ("half a terabyte", "100 GB", Differs),
        ("almost 90%", "88 %", Within),
    ] {
        held(said, fact, want);
    }
}

#[test]
fn dates_said_and_stated() {
    use Comparison::{Differs, Same, Within};
    for (said, fact, want) in [
        ("in November 2027", "on 3 November 2027", Within),
        ("until Sunday 14 December", "until Sunday 30 November 2025", Differs),
        ("until 30 November", "until Sunday 30 November 2025", Within),
        ("until the end of August 2026", "until 31 August 2026", Same),
        ("on 2 February 2026", "from 2 March 2026", Differs),
        ("à la mi-janvier 2027", "le 15 janvier 2027", Within),
        ("jusqu'à fin décembre", "jusqu'au 31 août 2026", Differs),
        ("jusqu'en mars 2028", "jusqu'au 31 mars 2028", Within),
        ("until 31 August 2026", "until 31 August 2026", Same),
    ] {
        held(said, fact, want);
    }
}

#[track_caller]
fn printed(fact: &str, like: &str, lang: Lang, want: &str) {
    assert_eq!(print(&first(fact), &first(like), lang), want, "{fact} like {like}");
}

#[test]
fn fixes_keep_the_drafts_style() {
    for (fact, like, lang, want) in [
        ("8 h", "12 heures", Lang::Fr, "8 heures"),
        ("45 min", "a full hour", Lang::En, "45 minutes"),
        ("£379", "£349", Lang::En, "£379"),
        ("2 years", "three years", Lang::En, "two years"),
        ("2 ans", "trois ans", Lang::Fr, "deux ans"),
        ("1 099,90 €", "349,00 €", Lang::Fr, "1\u{202f}099,90 €"),
        ("€7.50", "€6", Lang::En, "€7.50"),
        ("99.5 %", "99.9%", Lang::En, "99.5%"),
        ("9,6 cm", "8,2 cm", Lang::Fr, "9,6 cm"),
        ("until Sunday 30 November 2025", "until Sunday 14 December", Lang::En, "Sunday 30 November"),
        ("le 30 novembre 2027", "le 30 novembre 2026", Lang::Fr, "30 novembre 2027"),
        ("4 à 6 jours ouvrés", "deux à quatre jours ouvrés", Lang::Fr, "quatre à six jours ouvrés"),
        ("88 kcal", "118 calories", Lang::En, "88 calories"),
        ("60 min", "45", Lang::En, "60"),
        ("1 h", "2 heures", Lang::Fr, "1 heure"),
        ("100 GB", "half a terabyte", Lang::En, "100 gigabytes"),
    ] {
        printed(fact, like, lang, want);
    }
    assert_eq!(print_with_relation(&first("jusqu'à 120 m²"), &first("180 m²"), Lang::Fr), "jusqu'à 120 m²");
}

mod properties {
    use super::*;
    use proptest::prelude::*;
    use proptest::test_runner::{Config, RngAlgorithm, TestRng, TestRunner};

    fn runner() -> TestRunner {
        TestRunner::new_with_rng(Config { cases: 400, ..Config::default() }, TestRng::deterministic_rng(RngAlgorithm::ChaCha))
    }

    #[test]
    fn any_text_is_read_and_spans_hold() {
        let pieces = prop::sample::select(vec![
            "12", "1 299,90", "€", "£", "km/h", "two", "deux", "et", "and", "a half", "demi", "-", "–", "/", "3/4", "à", "to", "between", "h",
            "30", "(", ")", "%", "novembre", "2027", "fin", "lundi", "up to", "moins de", "½", ".", ",", "#A12", "@b", "999999999999999999999999999999999",
            "million", "mille", "cent", "quatre", "vingt", "°", "C", "m", "2", "³", "👍🏽", "IP", "67", "A+++", "am", "7", "\n", "x", "k", "per", "month", "HT",
        ]);
        let soup = prop::collection::vec((pieces, any::<bool>()), 0..24)
            .prop_map(|list| list.into_iter().map(|(p, space)| if space { format!("{p} ") } else { p.to_owned() }).collect::<String>());
        let texts = prop_oneof![any::<String>(), soup];
        let result = runner().run(&texts, |source| {
            let text = Text::read(&source, None);
            let values = read(&text);
            let mut end = 0;
            for value in &values {
                prop_assert!(value.full.start >= end, "overlap in {source:?}");
                prop_assert!(value.full.contains(value.span));
                prop_assert!(source.get(value.full.start..value.full.end).is_some_and(|s| !s.is_empty()));
                end = value.full.end;
                for other in &values {
                    let _ = compare(value, other, resolve::some_day());
                    let _ = print(value, other, Lang::Fr);
                }
                let _ = resolve(&value.amount, resolve::some_day());
            }
            Ok(())
        });
        assert!(result.is_ok(), "{result:?}");
    }

    #[test]
    fn what_is_printed_reads_back() {
        let units = prop::sample::select(vec!["kg", "g", "h", "min", "km", "cm", "ml", "L", "°C", "€", "GB", "dB", "m²", "W", "mAh"]);
        let numbers = (1_i64..2_000_000, 0_u32..3);
        let result = runner().run(&(units, numbers, any::<bool>()), |(unit, (mantissa, scale), french)| {
            let lang = if french { Lang::Fr } else { Lang::En };
            let fact = first(&format!("12 {unit}"));
            let fact = Value { amount: Amount::One(Decimal::new(mantissa, scale).normalize()), ..fact };
            let like = first(if french { "12,5 xyz" } else { "12.5 xyz" });
            let like = Value { style: Style { gap: Some(' '), ..like.style }, unit: fact.unit, dimension: fact.dimension, ..like };
            let printed = print(&fact, &like, lang);
            let sentence = if french { format!("Il y a {printed} ici.") } else { format!("There is {printed} here.") };
            let text = Text::read(&sentence, Some(lang));
            let values = read(&text);
            prop_assert_eq!(values.len(), 1, "{}", sentence);
            prop_assert_eq!(compare(&values[0], &fact, resolve::some_day()), Comparison::Same, "{}", sentence);
            Ok(())
        });
        assert!(result.is_ok(), "{result:?}");
    }

    #[test]
    fn conversion_there_and_back_is_the_same() {
        let units = 0..u16::try_from(table::UNITS.len()).unwrap_or(1);
        let result = runner().run(&(units, 1_i64..1_000_000), |(unit, n)| {
            let unit = Unit(unit);
            let n = Decimal::from(n);
            let back = unit.from_base(unit.to_base(n));
            let error = (back - n).abs();
            prop_assert!(error <= n * Decimal::new(1, 3), "{} {} {}", unit.id(), n, back);
            Ok(())
        });
        assert!(result.is_ok(), "{result:?}");
    }
}

#[test]
fn reading_is_linear() {
    let unit = "Comptez 3 h 30 d'autonomie, jusqu'à 120 m² pour 349 € et environ deux cent cinquante - 12 / 3 to 4 lavages ";
    let count = |times: usize| {
        let source = unit.repeat(times);
        let text = Text::read(&source, None);
        read(&text).len()
    };
    let (one, many) = (count(1), count(400));
    assert!(many >= one * 399, "{one} {many}");
}

#[test]
fn more_of_what_shops_write() {
    en("50+ hours in saver mode, a 4K monitor, 1920 x 1080 pixels", &["AtLeast 50 hour", "1920 pixel", "1080 pixel"]);
    en("Available in EU 38 and UK size 7, A+++ efficiency", &["size-eu 38", "size-uk 7", "class a+++"]);
    en("Two thirds of our range is vegan.", &["66.67 %"]);
    en("2.5 g of sugar per 100 g", &["2.5 gram /100 g"]);
    fr("Colis remis sous 24/48h.", &["UpTo 24..48 hour"]);
    fr("La taille 38 est en rupture.", &["size 38"]);
    fr("Offre valable jusqu'au 31/12, fermeture du 01/02 au 15/02.", &["UpTo XXXX-12-31", "XXXX-02-01..XXXX-02-15"]);
    en("The sale lasts until 31/12.", &["UpTo XXXX-12-31"]);
}
