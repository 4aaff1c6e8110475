//! The engine on worlds of 2,000 customers, and each reader in bytes per second.

use criterion::{BenchmarkId, Criterion, Throughput, criterion_group, criterion_main};
use payymo::format::{ReadOptions, read};
use payymo::matching::reconcile;
use payymo_benches::inputs;
use payymo_world::style;
use std::hint::black_box;

fn engine(bench: &mut Criterion) {
    let mut group = bench.benchmark_group("reconcile");
    group.sample_size(10);
    for (name, make) in style::STYLES {
        // A style that is made from files which are not here is left out.
        let Some(world) = make(1, 2_000) else { continue };
        group.throughput(Throughput::Elements(world.transactions.len() as u64));
        group.bench_function(BenchmarkId::from_parameter(name), |bench| {
            bench.iter(|| {
                let rows = (&world.transactions, &world.invoices, &world.settlements);
                black_box(reconcile(rows.0, rows.1, rows.2, &world.options, &mut |_, _, _| true))
            });
        });
    }
    group.finish();
}

fn readers(bench: &mut Criterion) {
    let world = style::hosting_uk::world(1, 2_000);
    let mut group = bench.benchmark_group("read");
    group.sample_size(20);
    for (name, bytes) in inputs::all(5_000, &world) {
        group.throughput(Throughput::Bytes(bytes.len() as u64));
        group.bench_function(BenchmarkId::from_parameter(name), |bench| {
            bench.iter(|| black_box(read(black_box(&bytes), &ReadOptions::default())));
        });
    }
    group.finish();
}

criterion_group!(benches, engine, readers);
criterion_main!(benches);
