//! Names in tags.

use memchr::memchr;

/// Bytes of one tag: names and attributes.
pub(super) const TAG: usize = 64 * 1024;

/// The name without its prefix.
pub(super) fn local(name: &str) -> &str {
    memchr(b':', name.as_bytes()).and_then(|colon| name.get(colon + 1..)).unwrap_or(name)
}

/// A tag of a name in ASCII and nothing else, as most are: its name, how many bytes of it are the prefix, and whether it is
/// `<Name/>`.
pub(super) fn bare(tag: &str) -> Option<(&str, usize, bool)> {
    let bytes = tag.as_bytes();
    let look = bytes.get(..TAG).unwrap_or(bytes);
    let class =
        |at: usize| look.get(at).and_then(|byte| CLASSES.get(usize::from(*byte))).copied().unwrap_or(0);
    if class(0) != BEGINS {
        return None;
    }
    let (mut end, mut seen) = (1, 0);
    loop {
        match class(end) {
            0 => break,
            class => seen |= class,
        }
        end += 1;
    }
    let empty = match look.get(end)? {
        b'>' => false,
        b'/' if tag.as_bytes().get(end + 1) == Some(&b'>') => true,
        _ => return None,
    };
    let name = tag.get(..end)?;
    if seen & COLON == 0 {
        return Some((name, 0, empty));
    }
    // What is no prefix and a name is looked at closely.
    let (prefix, local) = name.split_once(':')?;
    (!local.is_empty() && !local.contains(':')).then_some((name, prefix.len() + 1, empty))
}

/// What a byte is in a name: nothing, or one of these.
static CLASSES: [u8; 256] = classes();
const BEGINS: u8 = 1;
const GOES_ON: u8 = 2;
const COLON: u8 = 4;

/// Runs while compiling only, where an index beyond its array is a compile error.
#[allow(clippy::indexing_slicing)]
const fn classes() -> [u8; 256] {
    let mut classes = [0; 256];
    let mut byte = 0;
    while byte < classes.len() {
        classes[byte] = match byte as u8 {
            b'a'..=b'z' | b'A'..=b'Z' | b'_' => BEGINS,
            b'0'..=b'9' | b'-' | b'.' => GOES_ON,
            b':' => COLON,
            _ => 0,
        };
        byte += 1;
    }
    classes
}
