use super::page;
use crate::testing::month;

/// Text that would break out of an element, an attribute, the style or a comment.
const HOSTILE: &str = "\"'></q></style><script>alert(1)</script><img src=x onerror=alert(1)>--><!-- &lt; \u{202e} 4111 1111 1111 1111";

/// Tags of a page, in order, without what stands between.
fn tags(page: &str) -> Vec<String> {
    let body = page.split_once("</style>").expect("a style").1;
    let mut tags = Vec::new();
    for part in body.split('<').skip(1) {
        let (tag, _) = part.split_once('>').expect("a tag that ends");
        tags.push(tag.split([' ', '\n']).next().unwrap_or("").to_owned());
    }
    tags
}

#[test]
fn foreign_text_adds_no_tag() {
    let (result, inputs) = month("");
    let plain = tags(&page(&result, &inputs));
    let (result, inputs) = month(HOSTILE);
    let hostile = page(&result, &inputs);
    // The stranger's text gives a payment without a text one, hence two more <q> pairs; nothing else changes.
    let quotes =
        |tags: &[String]| tags.iter().filter(|tag| *tag != "q" && *tag != "/q").cloned().collect::<Vec<_>>();
    assert_eq!(quotes(&plain), quotes(&tags(&hostile)));
    for bad in ["<script", "<img", "onerror=alert(1)>", "\u{202e}", "4111 1111 1111 1111"] {
        assert!(!hostile.contains(bad), "{bad}");
    }
}

#[test]
fn tags_nest() {
    let (result, inputs) = month(HOSTILE);
    let mut open: Vec<String> = Vec::new();
    for tag in tags(&page(&result, &inputs)) {
        match tag.strip_prefix('/') {
            Some("head" | "html") => {}
            Some(name) => {
                let last = open.pop();
                // The body was opened in the part that `tags` counts from, so all must pair up.
                assert_eq!(last.as_deref(), Some(name));
            }
            None if matches!(tag.as_str(), "br" | "rect") => {}
            None => open.push(tag),
        }
    }
    assert!(open.is_empty(), "{open:?}");
}

#[test]
fn the_page_reaches_for_nothing() {
    let (result, inputs) = month("https://example.org/x.png");
    let page = page(&result, &inputs);
    assert!(page.contains("default-src 'none'; style-src 'unsafe-inline'"));
    for reach in ["src=", "@import", "url(", "<link", "<script", "href=\"http"] {
        assert!(!page.contains(reach), "{reach}");
    }
}

#[test]
fn every_section_has_its_figures() {
    let (result, inputs) = month("");
    let page = page(&result, &inputs);
    for part in [
        "<h2 id=\"review-title\">Waits for review</h2>",
        "<td class=\"num total\">677.00</td><td class=\"yes\">✓ to the cent</td>",
        "over 90: 29.00",
        "One payment, several invoices <span class=\"count\">1</span>",
        "8.00 EUR of NW-401 stays open: taken by a bank on the way",
        "<td>Monika Keller</td><td class=\"num\">29.00</td><td><span class=\"keep\">2025-11-15</span> · <span class=\"keep\">136 days overdue</span></td>",
        "<p class=\"waits\">Waits because a person should see that the payer",
        "<p class=\"waits\">Waits because money on account is never booked without a person.</p>",
        "bank.xml: no amount",
    ] {
        assert!(page.contains(part), "{part}");
    }
}
