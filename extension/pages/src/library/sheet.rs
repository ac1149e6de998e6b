//! What was understood of one sheet, and what was not.
//! Not here: the list of sheets (`list`).

use super::shelf::{Asked, Shelf};
use crate::browser;
use crate::ui::{Speech, say};
use crate::words::filled;
use aval::wire::{FactRow, ProblemRow, SheetReport};
use leptos::prelude::*;

/// Rows drawn at once: a sheet of ten thousand facts must not freeze the page.
const PAGE: usize = 200;

/// Whether a sheet holds today.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Holds {
    Today,
    NotToday,
}

/// The days a sheet holds, in words; nothing where it names none.
pub(super) fn validity(from: Option<&str>, until: Option<&str>, speech: Speech) -> Option<(String, Holds)> {
    let (language, words) = (speech.language(), speech.words());
    let today = browser::today();
    let day = |iso: &str| browser::day(iso, language);
    match (from, until) {
        // Days in ISO 8601 sort as text.
        (_, Some(until)) if until < today.as_str() => Some((filled(words.over, &[&day(until)]), Holds::NotToday)),
        (Some(from), _) if from > today.as_str() => Some((filled(words.not_yet, &[&day(from)]), Holds::NotToday)),
        (Some(from), Some(until)) => Some((filled(words.holds_between, &[&day(from), &day(until)]), Holds::Today)),
        (Some(from), None) => Some((filled(words.holds_from, &[&day(from)]), Holds::Today)),
        (None, Some(until)) => Some((filled(words.holds_until, &[&day(until)]), Holds::Today)),
        (None, None) => None,
    }
}

/// The sheet that is chosen.
#[component]
pub(super) fn SheetView() -> impl IntoView {
    let shelf = Shelf::here();
    move || match shelf.report.get() {
        None => view! { <p class="faint pad">{say(|w| w.choose_sheet)}</p> }.into_any(),
        Some(Asked::Waiting) => view! { <p class="faint pad" role="status">{say(|w| w.loading)}</p> }.into_any(),
        Some(Asked::Failed(why)) => view! { <div class="trouble" role="alert"><p>{why}</p></div> }.into_any(),
        Some(Asked::Here(report)) => view! { <Report report/> }.into_any(),
    }
}

#[component]
fn Report(report: SheetReport) -> impl IntoView {
    let speech = Speech::here();
    let SheetReport { title, products, valid_from, valid_until, facts, problems, approved, never, .. } = report;
    let understood = problems.is_empty();
    let held = move || {
        validity(valid_from.as_deref(), valid_until.as_deref(), speech)
            .map(|(text, holds)| view! { <span class="badge" class:bad=holds == Holds::NotToday class:good=holds == Holds::Today>{text}</span> })
    };
    view! {
        <article class="report">
            <header>
                <h2>{title}</h2>
                <p class="badges">
                    {held}
                    {understood.then(|| view! { <span class="badge good">{say(|w| w.all_understood)}</span> })}
                </p>
                {(!products.is_empty()).then(|| view! {
                    <p class="products"><span class="faint">{say(|w| w.products)}</span>" "{products.into_iter().map(|p| view! { <span class="chip">{p}</span> }).collect_view()}</p>
                })}
            </header>
            {(!understood).then(|| view! {
                <section>
                    <h3>{say(|w| w.problems_title)}</h3>
                    <p class="faint">{say(|w| w.problems_text)}</p>
                    <Problems problems/>
                </section>
            })}
            <Facts facts/>
            <Wordings title=|w| w.approved lines=approved class="wordings approved"/>
            <Wordings title=|w| w.never lines=never class="wordings never"/>
        </article>
    }
}

/// Lines to look at, each with what to do.
#[component]
pub(super) fn Problems(problems: Vec<ProblemRow>) -> impl IntoView {
    let speech = Speech::here();
    let severity = move |name: String| match name.as_str() {
        "error" => speech.words().severity_error,
        "warning" => speech.words().severity_warning,
        _ => speech.words().severity_note,
    };
    let more = problems.len().saturating_sub(PAGE);
    let row = move |problem: ProblemRow| {
        let ProblemRow { line, severity: name, text, message, .. } = problem;
        let class = format!("problem {name}");
        view! {
            <li class=class>
                <span class="where">{move || filled(speech.words().line, &[&line.to_string()])}</span>
                <div>
                    <p><span class="unseen">{move || severity(name.clone())}": "</span>{sentence(&message)}</p>
                    {(!text.is_empty()).then(|| view! { <code>{text}</code> })}
                </div>
            </li>
        }
    };
    view! {
        <ul class="problems">
            {problems.into_iter().take(PAGE).map(row).collect_view()}
            {(more > 0).then(|| view! { <li class="faint">{move || filled(speech.words().popup_more, &[&more.to_string()])}</li> })}
        </ul>
    }
}

/// Diagnostics begin small, as a terminal shows them behind a place; here each stands alone.
fn sentence(message: &str) -> String {
    let mut letters = message.chars();
    let first = letters.next().map(|c| c.to_uppercase().to_string()).unwrap_or_default();
    first + letters.as_str()
}

#[component]
fn Wordings(title: fn(&'static crate::words::Words) -> &'static str, lines: Vec<String>, class: &'static str) -> impl IntoView {
    (!lines.is_empty()).then(|| {
        view! {
            <section>
                <h3>{say(title)}</h3>
                <ul class=class>{lines.into_iter().map(|line| view! { <li>{line}</li> }).collect_view()}</ul>
            </section>
        }
    })
}

#[component]
fn Facts(facts: Vec<FactRow>) -> impl IntoView {
    let speech = Speech::here();
    let search = RwSignal::new(String::new());
    let drawn = RwSignal::new(PAGE);
    let total = facts.len();
    let facts = StoredValue::new(facts);
    let found = Memo::new(move |_| {
        let wanted = search.get().to_lowercase();
        facts.with_value(|facts| facts.iter().filter(|fact| wanted.is_empty() || has(fact, &wanted)).cloned().collect::<Vec<_>>())
    });
    let left = move || found.with(Vec::len).saturating_sub(drawn.get());
    let counted = move || speech.language().counted(u64::try_from(total).unwrap_or(0), speech.words().fact_one, speech.words().facts_many);
    view! {
        <section>
            <div class="bar">
                <h3>{say(|w| w.facts_title)}" "<span class="count">{counted}</span></h3>
                {(total > 8).then(|| view! {
                    <input type="search" class="find" aria-label=say(|w| w.find) placeholder=say(|w| w.find) bind:value=search/>
                })}
            </div>
            <div class="scroll" tabindex="0" role="region" aria-label=say(|w| w.facts_title)>
                <table>
                    <thead><tr>
                        <th scope="col">{say(|w| w.col_attribute)}</th>
                        <th scope="col">{say(|w| w.col_value)}</th>
                        <th scope="col">{say(|w| w.col_condition)}</th>
                        <th scope="col">{say(|w| w.col_product)}</th>
                        <th scope="col" class="number">{say(|w| w.col_line)}</th>
                    </tr></thead>
                    {move || bodies(found.with(|found| found.iter().take(drawn.get()).cloned().collect()))}
                </table>
            </div>
            {move || found.with(Vec::is_empty).then(|| view! { <p class="faint" role="status">{say(|w| w.none_found)}</p> })}
            {move || (left() > 0).then(|| view! {
                <button type="button" class="button" on:click=move |_| drawn.update(|d| *d += PAGE)>{move || filled(speech.words().more_rows, &[&left().min(PAGE).to_string()])}</button>
            })}
        </section>
    }
}

fn has(fact: &FactRow, wanted: &str) -> bool {
    let fields = [Some(&fact.attribute), Some(&fact.value), fact.condition.as_ref(), fact.product.as_ref(), fact.group.as_ref()];
    fields.into_iter().flatten().any(|field| field.to_lowercase().contains(wanted))
}

/// One table body per heading of the sheet.
fn bodies(facts: Vec<FactRow>) -> impl IntoView {
    let mut groups: Vec<(Option<String>, Vec<FactRow>)> = Vec::new();
    for fact in facts {
        match groups.last_mut() {
            Some((group, rows)) if *group == fact.group => rows.push(fact),
            _ => groups.push((fact.group.clone(), vec![fact])),
        }
    }
    groups.into_iter().map(|(group, rows)| view! {
        <tbody>
            {group.map(|group| view! { <tr class="group"><th colspan="5" scope="rowgroup">{group}</th></tr> })}
            {rows.into_iter().map(row).collect_view()}
        </tbody>
    }).collect_view()
}

fn row(fact: FactRow) -> impl IntoView {
    let FactRow { line, product, attribute, condition, value, .. } = fact;
    let name = match attribute.is_empty() {
        // A line of prose states a fact without a name; an empty heading would be read out as one.
        true => view! { <td></td> }.into_any(),
        false => view! { <th scope="row">{attribute}</th> }.into_any(),
    };
    view! {
        <tr>
            {name}
            <td>{value}</td>
            <td>{condition}</td>
            <td>{product}</td>
            <td class="number">{line}</td>
        </tr>
    }
}
