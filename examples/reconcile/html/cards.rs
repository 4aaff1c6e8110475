//! The header with the inputs, the cards, the bar of payments by what became of them.

use super::Page;
use super::parts::lines;
use crate::figures::Pile;
use crate::safe::html;
use crate::words::{self, count, plural};

/// Title, day, files.
pub fn header(page: &Page<'_>) -> String {
    let mut files: Vec<String> = page
        .inputs
        .files
        .iter()
        .map(|file| {
            let rows = file.transactions + file.invoices + file.settlements;
            format!("<span>{} <b>{}</b></span>", html(&file.name), count(rows, "row"))
        })
        .collect();
    if page.inputs.copies > 0 {
        files.push(format!("<span>copies left out <b>{}</b></span>", page.inputs.copies));
    }
    format!(
        "<header>\n<h1>Reconciliation</h1>\n<p class=\"asof\">as of <time>{}</time></p>\n<p class=\"files\">{}</p>\n</header>\n",
        page.result.as_of,
        files.join(" ")
    )
}

/// Cards for what matters, a line for the rest, and a bar of all.
pub fn section(page: &Page<'_>) -> String {
    let figures = &page.figures;
    let cards = [
        ("auto", "Settled automatically", &figures.automatic, "booked without a person"),
        ("wait", "Waits for review", &figures.review, "a proposal with its rivals"),
        ("left", "Settles nothing", &figures.left, "money in that no open invoice explains"),
    ];
    let rest = [
        (
            "aside",
            "No receipt, or not booked",
            &figures.aside,
            "interest, own transfers, payouts, not booked",
        ),
        ("before", "Settled before", &figures.before, "posted by the host or its gateway already"),
        ("out", "Money out", &figures.out, "costs, salaries, refunds"),
    ];
    let parts: Vec<_> =
        cards.iter().chain(&rest).map(|(class, title, pile, _)| (*class, *title, pile.payments)).collect();
    let all: usize = parts.iter().map(|(_, _, payments)| payments).sum();

    let mut out = String::from("<div class=\"cards\">\n");
    for (class, title, pile, what) in cards {
        out.push_str(&card(class, title, pile, what, all));
    }
    let overdue = figures.overdue.texts();
    out.push_str(&format!(
        "<article class=\"card open\"><h3>Still open</h3><p class=\"big\">{} <small>{}</small></p><p class=\"amounts\">{}</p><p class=\"meta\">overdue: {}</p></article>\n",
        figures.open_items,
        plural(figures.open_items, "invoice"),
        lines(&figures.open.texts()),
        if overdue.is_empty() { "nothing".to_owned() } else { overdue.join(" · ") },
    ));
    out.push_str("</div>\n");
    out.push_str(&bar(&parts, all));
    let rest: Vec<_> = rest.iter().filter(|(_, _, pile, _)| pile.payments > 0).collect();
    if !rest.is_empty() {
        out.push_str("<dl class=\"beside\">");
        for (class, title, pile, what) in rest {
            out.push_str(&format!(
                "<div class=\"{class}\" title=\"{what}\"><dt>{title}</dt><dd>{} <span class=\"meta\">{}</span></dd></div>",
                count(pile.payments, "payment"),
                pile.money.texts().join(" · ")
            ));
        }
        out.push_str("</dl>\n");
    }
    out
}

fn card(class: &str, title: &str, pile: &Pile, what: &str, all: usize) -> String {
    let share =
        (pile.payments * 100).checked_div(all).map(|share| format!(" · {share} %")).unwrap_or_default();
    format!(
        "<article class=\"card {class}\"><h3>{title}</h3><p class=\"big\">{} <small>{}{share}</small></p><p class=\"amounts\">{}</p><p class=\"meta\">{what}</p></article>\n",
        pile.payments,
        plural(pile.payments, "payment"),
        lines(&pile.money.texts()),
    )
}

/// Payments by what became of them, as one bar.
fn bar(piles: &[(&str, &str, usize)], all: usize) -> String {
    if all == 0 {
        return String::new();
    }
    let mut rects = String::new();
    let (mut done, mut words) = (0, Vec::new());
    for (class, title, payments) in piles {
        // From cumulated counts, so that the parts fill the bar to the end.
        let (from, to) = (done * 1000 / all, (done + payments) * 1000 / all);
        done += payments;
        rects.push_str(&format!(
            "<rect class=\"{class}\" x=\"{from}\" y=\"0\" width=\"{}\" height=\"14\"/>",
            to - from
        ));
        words.push(format!("{}: {payments}", title.to_lowercase()));
    }
    format!(
        "<svg class=\"share\" viewBox=\"0 0 1000 14\" preserveAspectRatio=\"none\" role=\"img\" aria-label=\"Payments: {}\">{rects}</svg>\n",
        words.join(", ")
    )
}

/// What computed it.
pub fn footer(page: &Page<'_>) -> String {
    let engine = &page.result.engine;
    format!(
        "<footer><p>payymo {} · parameters {} · options {} · what stands behind “automatic”: {}</p></footer>\n",
        html(&engine.version),
        html(&engine.parameters),
        html(&engine.options),
        html(&words::bound(&page.result.bound))
    )
}
