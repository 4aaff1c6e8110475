//! Large inputs in pieces: the same answer as whole, and no more memory the longer they are.

use payymo::format::{ReadOptions, Report, RowPlace, Stream, Visitor, read};
use payymo::model::Transaction;
use payymo_benches::{inputs, memory};

fn in_pieces(bytes: &[u8], piece: usize) -> Report {
    let mut report = Report::default();
    let mut stream = Stream::new(ReadOptions::default()).expect("options");
    for piece in bytes.chunks(piece) {
        stream.push(piece, &mut report).expect("a piece");
    }
    stream.finish(&mut report).expect("an end");
    report
}

#[test]
fn pieces_do_not_show() {
    let world = payymo_world::style::hosting_uk::world(1, 200);
    for (name, bytes) in inputs::all(5_000, &world) {
        assert!(bytes.len() > 500_000, "{name}: longer than what is looked at");
        let whole = read(&bytes, &ReadOptions::default()).expect("a report");
        for piece in [1_000, 65_537, 1 << 20] {
            let streamed = in_pieces(&bytes, piece);
            // Not assert_eq: a difference would print both.
            assert!(streamed == whole, "{name} in pieces of {piece}");
        }
        // Places are those of the input: what stands there reads as the row.
        let place = &whole.places;
        let all = place.transactions.iter().chain(&place.invoices);
        assert!(all.clone().all(|place| place.bytes.end <= bytes.len() as u64), "{name}");
        assert!(
            all.clone().zip(all.skip(1)).all(|(one, next)| one.bytes.start <= next.bytes.start),
            "{name}"
        );
    }
}

/// Counts what comes and keeps nothing.
#[derive(Default)]
struct Count(u64);

impl Visitor for Count {
    fn transaction(&mut self, _: Transaction, _: RowPlace) {
        self.0 += 1;
    }
}

#[test]
fn memory_does_not_grow_with_the_input() {
    let world = payymo_world::style::hosting_uk::world(1, 200);
    for (name, bytes) in inputs::all(5_000, &world) {
        let Some(long) = inputs::Long::of(name, &bytes) else { continue };
        let grown = |times: usize| {
            memory::forget_peak();
            let before = memory::now()?;
            let mut count = Count::default();
            let mut stream = Stream::new(ReadOptions::default()).expect("options");
            for piece in long.pieces(times) {
                stream.push(piece, &mut count).expect("a piece");
            }
            let summary = stream.finish(&mut count).expect("an end");
            assert_eq!((summary.records, count.0), (5_000 * times as u64, 5_000 * times as u64), "{name}");
            Some(memory::peak()?.saturating_sub(before))
        };
        let (Some(short), Some(long)) = (grown(4), grown(20)) else { return };
        assert!(long <= short + 8, "{name}: {short} MiB for a short input, {long} MiB for a long one");
    }
}
