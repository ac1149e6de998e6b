//! The Library: sheets are added, seen, switched on and off, removed and brought back.
//! Not here: how a file is read (the reader), where sheets are kept (the background).

mod add;
mod list;
mod reading;
mod sheet;
mod shelf;

use crate::ui::say;
use add::Add;
use leptos::prelude::*;
use list::{Loads, SheetList};
use sheet::SheetView;
pub(crate) use shelf::Shelf;

/// The whole part: what there is on one side, what was understood of a sheet on the other.
#[component]
pub(crate) fn Library(#[prop(into)] current: Signal<bool>) -> impl IntoView {
    view! {
        <div class="columns">
            <div class="column">
                <h2 id="sheets-title" tabindex="-1">{say(|w| w.library_title)}</h2>
                <Add current/>
                <Loads/>
                <SheetList/>
            </div>
            <div class="column wide">
                <SheetView/>
            </div>
        </div>
    }
}
