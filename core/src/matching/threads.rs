//! Work that is done in parts, on as many threads as the options say.

use super::options::Options;
use core::ops::Range;

/// Rows for which a thread is worth being started.
const LEAST_PART: usize = 512;

/// How many threads work.
#[cfg(feature = "parallel")]
pub(crate) fn threads(options: &Options) -> usize {
    match options.threads {
        0 => std::thread::available_parallelism().map_or(1, usize::from),
        n => n as usize,
    }
}

/// How many threads work.
#[cfg(not(feature = "parallel"))]
pub(crate) fn threads(_options: &Options) -> usize {
    1
}

/// Does `rows` rows in parts side by side; answers what each part came to, in their order.
pub(crate) fn in_parts<T: Send>(
    rows: usize,
    threads: usize,
    part: impl Fn(Range<usize>) -> T + Sync,
) -> Vec<T> {
    let length = rows.div_ceil(threads.max(1)).max(LEAST_PART);
    if length >= rows {
        return vec![part(0..rows)];
    }
    let mut out: Vec<Option<T>> = Vec::new();
    out.resize_with(rows.div_ceil(length), || None);
    std::thread::scope(|scope| {
        let part = &part;
        for (at, slot) in out.iter_mut().enumerate() {
            let range = at * length..((at + 1) * length).min(rows);
            scope.spawn(move || *slot = Some(part(range)));
        }
    });
    out.into_iter().flatten().collect()
}

/// Does each of some tasks on a thread of its own, or one after the other where no more than one may work.
pub(crate) fn side_by_side<T: Send>(
    threads: usize,
    tasks: impl IntoIterator<Item = T>,
    work: impl Fn(T) + Sync,
) {
    let mut tasks = tasks.into_iter();
    if threads < 2 {
        return tasks.for_each(work);
    }
    let Some(first) = tasks.next() else { return };
    std::thread::scope(|scope| {
        let work = &work;
        tasks.for_each(|task| {
            scope.spawn(move || work(task));
        });
        work(first);
    });
}
