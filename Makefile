# The verbs of this project. `make` alone lists them.
SHELL := bash
.SHELLFLAGS := -euo pipefail -c
.DEFAULT_GOAL := help
CARGO ?= cargo
# `make soak FUZZ_SECONDS=3600 SOAK_SECONDS=3600` for a night.
FUZZ_SECONDS ?= 60
# Executions of each format's fuzz target: ten million in all.
FUZZ_RUNS ?= 500000
# Of each of the six doors through which tokens, keys, messages and certificates come: ten million in all.
TRUST_RUNS ?= 1700000
SOAK_SECONDS ?= 60
# Release artefacts are made for these, and run from this glibc on.
TRIPLES = x86_64-unknown-linux-gnu aarch64-unknown-linux-gnu
GLIBC = 2.28
# The world of `make compare`.
STYLE ?= hosting_uk
SEED ?= 2001
CUSTOMERS ?= 2000
# Pairs of its two-sided ledgers, and of how many per cent of their rows each side lacks.
ROWS ?= 45000
MISSING ?= 0 20 50
# Named alike in all lines: another choice of crates has other features, and builds all anew.
TESTED = --workspace --exclude payymo-python --exclude payymo-uniffi --exclude payymo-uniffi-bindgen
# The oldest Rust that the product promises to build with.
MSRV := $(shell sed -n 's/^rust-version = "\(.*\)"/\1/p' Cargo.toml)
# rustup puts cargo here; a shell that was open before does not know it yet.
export PATH := $(PATH):$(HOME)/.cargo/bin

.PHONY: help demo generate bindings test soak bench dudect dist compare lint docs tools fuzz-tools dist-tools oldest

help: ## this list
	@grep -E '^[a-z]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | column -t -s $$'\t'

demo: tools ## reconcile the sample month and show it
	$(CARGO) run --release --bin reconcile

test: lint ## all that must hold before a merge: lints, features, unit, property, doc, end-to-end, corpus, worlds
	$(CARGO) test $(TESTED) --no-fail-fast
	$(CARGO) test $(TESTED) --test corpus --test worlds -- --nocapture
	@mkdir -p target
	$(MAKE) --no-print-directory bindings | tee target/bindings.log
	@echo; echo "Cases that each language ran:"; grep -hE ': [0-9]+ cases' target/bindings.log

generate: tools ## write anew all that is written from tables: languages, C header, Kotlin and Swift, cases, references
	$(CARGO) run -q -p payymo-contract --bin generate-bindings
	$(CARGO) run -q -p payymo-contract --bin generate-vectors
	$(MAKE) -C bindings/c header
	$(MAKE) -C bindings/uniffi sources
	UPDATE_VOCABULARY=1 $(CARGO) test -q -p payymo-tests --test vocabulary

# What is tested is not what is shipped to the last percent of speed: linking without optimising takes a third of the time,
# and so does building the crates of all languages as one choice.
bindings: export CARGO_PROFILE_RELEASE_LTO = off
bindings: export CARGO_PROFILE_RELEASE_CODEGEN_UNITS = 16
bindings: export PACKAGES = --features payymo-contract/aws-lc -p payymo-c -p payymo-pipe -p payymo-node -p payymo-examples -p payymo-world \
  --lib --bin payymo --bin reconcile --bin world
bindings: tools ## build and test every language
	$(CARGO) test -q $(TESTED) --test vectors -- --nocapture
	$(MAKE) -C bindings/c test
	$(MAKE) -C bindings/node test
	$(MAKE) -C bindings/php test
	$(MAKE) -C bindings/python test
	$(MAKE) -C bindings/uniffi test

soak: tools fuzz-tools ## what takes long: every language with 24 threads for SOAK_SECONDS, ten million inputs through the fuzz targets of the formats (FUZZ_RUNS each), ten million through those of tokens, keys, webhooks and certificates (TRUST_RUNS each), FUZZ_SECONDS more of every target, big worlds, gigabytes
	for language in c node php python uniffi; do $(MAKE) -C bindings/$$language soak SOAK_SECONDS=$(SOAK_SECONDS); done
	$(CARGO) test --release -p payymo-tests --test worlds -- --include-ignored --nocapture
	$(CARGO) test --release -p payymo-benches --test gigabyte -- --ignored --nocapture --test-threads 1
	CARGO=$(CARGO) FUZZ_RUNS=$(FUZZ_RUNS) TRUST_RUNS=$(TRUST_RUNS) FUZZ_SECONDS=$(FUZZ_SECONDS) fuzz/soak.sh

bench: tools ## measure, with the ratio to a peer in the same run
	$(CARGO) bench -p payymo-benches
	$(CARGO) run --release -p payymo-benches --bin speed
	$(CARGO) run --release -p payymo-benches-trust --bin trust
	$(CARGO) run --release -p payymo-benches-trust --bin chains
	$(CARGO) run --release -p payymo-benches-trust --features aws-lc --bin trust --target-dir target/aws-lc
	for language in c node php python; do $(MAKE) -C bindings/$$language bench; done

# Of a negative control and every comparison of a secret: how far apart two classes of inputs are in time, in standard deviations.
dudect: tools ## whether the time of a comparison tells of a secret
	$(CARGO) build --release -p payymo-benches-trust --bin dudect
	benches/trust/dudect.sh target/release/dudect

dist: tools dist-tools ## release artefacts of every language for both architectures, in target/dist
	rm -rf target/dist
	PATH="$(CURDIR)/target/dist-venv/bin:$$PATH" bindings/dist/build.sh $(GLIBC) $(TRIPLES)

compare: tools ## payymo beside RapidFuzz, Splink and recordlinkage on generated worlds (writes COMPARE.md), and beside readers of statements
	@python3 -c 'import ensurepip, venv' 2>/dev/null || bindings/need python3 python3-venv
	python3 -m venv target/compare/venv
	@target/compare/venv/bin/pip install -q -r benches/compare/requirements.txt || \
	  for peer in rapidfuzz splink recordlinkage mt-940 bankstatementparser lxml ofxtools bai2 orjson; do \
	    target/compare/venv/bin/pip install -q -c benches/compare/requirements.txt $$peer || echo "cannot be installed: $$peer"; \
	  done
	$(CARGO) build --release -p payymo-examples --bin reconcile -p payymo-world --bin world --bin ledger -p payymo-benches --bin statements
	target/release/world --style $(STYLE) --seed $(SEED) --customers $(CUSTOMERS) --out target/compare/world
	target/compare/venv/bin/python -B benches/compare/compare.py target/compare/world target/release/reconcile COMPARE.md
	target/compare/venv/bin/python -B benches/compare/compare_ledgers.py target/release target/compare COMPARE.md $(SEED) $(ROWS) $(MISSING)
	target/compare/venv/bin/python -B benches/compare/statements.py target/release/statements target/compare/statements

# The three lines that call the generator of uniffi are left out of clippy: it would read that generator, a minute long.
lint: tools oldest ## format, clippy, every feature alone, the oldest Rust, fuzz targets, documentation without warnings
	$(CARGO) fmt --all --check
	$(CARGO) clippy --workspace --exclude payymo-uniffi-bindgen --all-targets -- -D warnings
	$(CARGO) clippy -p payymo --lib --no-default-features -- -D warnings
	$(CARGO) clippy -p payymo --lib --no-default-features --features format -- -D warnings
	$(CARGO) clippy -p payymo --lib --no-default-features --features matching -- -D warnings
	$(CARGO) clippy -p payymo --lib --no-default-features --features token -- -D warnings
	$(CARGO) clippy -p payymo --lib --no-default-features --features webhook -- -D warnings
	$(CARGO) clippy -p payymo --lib --no-default-features --features certificate -- -D warnings
	$(CARGO) check --locked --manifest-path fuzz/Cargo.toml --no-default-features --target-dir target
	RUSTDOCFLAGS="-D warnings" $(CARGO) doc -p payymo -p payymo-contract --no-deps

docs: tools ## build the documentation of the library and say where it is
	RUSTDOCFLAGS="-D warnings" $(CARGO) doc -p payymo --no-deps
	@echo "target/doc/payymo/index.html"

# What the verbs need. A machine of its own (CI=true) gets Rust; on a person's machine the line to run is shown.
tools:
	@if ! command -v $(CARGO) >/dev/null; then \
	  line="curl --proto '=https' --tlsv1.2 -sSf https://sh.rustup.rs | sh -s -- -y --profile minimal -c rustfmt -c clippy"; \
	  if [ "$${CI:-}" = true ]; then eval "$$line"; \
	  else echo "Rust is missing. Install it with: $$line" >&2; exit 1; fi; \
	fi
	@for component in rustfmt:cargo-fmt clippy:cargo-clippy; do \
	  $(CARGO) "$${component#*:cargo-}" --version >/dev/null 2>&1 || rustup component add "$${component%%:*}" || \
	    { echo "$${component%%:*} is missing. Install it with: rustup component add $${component%%:*}" >&2; exit 1; }; \
	done
	@command -v cc >/dev/null || bindings/need build-essential

# Left out, and said so, where that Rust is not installed: clippy then stands alone against what is newer.
oldest: tools
	@if rustup toolchain list 2>/dev/null | grep -q '^$(MSRV)[.-]'; then \
	  rustup run $(MSRV) cargo check -p payymo --all-features --target-dir target/oldest; \
	else echo "left out: the check with Rust $(MSRV). For it: rustup toolchain install $(MSRV) --profile minimal"; fi

fuzz-tools:
	@$(CARGO) fuzz --version >/dev/null 2>&1 || $(CARGO) install cargo-fuzz --locked

# zig links against an old glibc and for the other architecture.
dist-tools: tools
	@python3 -c 'import ensurepip, venv' 2>/dev/null || bindings/need python3 python3-venv
	@test -x target/dist-venv/bin/cargo-zigbuild || \
	  { python3 -m venv target/dist-venv && target/dist-venv/bin/pip install -q cargo-zigbuild ziglang; }
	@for triple in $(TRIPLES); do \
	  rustup target list --installed | grep -qx $$triple || rustup target add $$triple || \
	    { echo "Rust for $$triple is missing. Install it with: rustup target add $$triple" >&2; exit 1; }; \
	done
