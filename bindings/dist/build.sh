#!/usr/bin/env bash
# Release artefacts of every language: build.sh GLIBC TRIPLE…
#
# All of it is linked by zig against that glibc, in a target directory of its own; no path of the machine stands in it.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."
root=$PWD
glibc=$1
shift
version=$(sed -n 's/^version = "\(.*\)"/\1/p' Cargo.toml)
out=$root/target/dist
work=$root/target/dist-build
prebuilt=$work/prebuilt
rm -rf "$prebuilt"
mkdir -p "$out"

flags="-C strip=symbols --remap-path-prefix=$root=payymo"
for folder in "${CARGO_HOME:-$HOME/.cargo}" "${CARGO_HOME:-$HOME/.cargo}"/registry/src/*; do
  flags+=" --remap-path-prefix=$folder=crates"
done

for triple in "$@"; do
  RUSTFLAGS=$flags CARGO_TARGET_DIR=$work cargo zigbuild -q --release --target "$triple.$glibc" --features payymo-contract/aws-lc -p payymo-c -p payymo-pipe -p payymo-node
  folder=$prebuilt/linux-${triple%%-*}
  mkdir -p "$folder"
  cp "$work/$triple/release/libpayymo_c.so" "$folder/libpayymo.so"
  cp "$work/$triple/release/libpayymo_c.a" "$folder/libpayymo.a"
  cp "$work/$triple/release/libpayymo_node.so" "$folder/payymo.node"
  cp "$work/$triple/release/payymo" "$folder/payymo"
  # The promise of the name: nothing newer than that glibc is asked for.
  newest=$(readelf --dyn-syms -W "$folder"/libpayymo.so "$folder"/payymo.node "$folder"/payymo | grep -o 'GLIBC_[0-9.]*' | sort -Vu | tail -1)
  echo "$triple: newest symbol $newest"
  [ "$(printf '%s\n' "GLIBC_$glibc" "$newest" | sort -V | tail -1)" = "GLIBC_$glibc" ]
done
python3 bindings/dist/third_party.py payymo-c "$1" "$prebuilt"

for folder in "$prebuilt"/linux-*; do
  name=payymo-c-$version-$(basename "$folder")
  make -s -C bindings/c dist PREBUILT="$folder" DIST="$work/$name" STRIP=true
  cp "$prebuilt/THIRD-PARTY.txt" "$prebuilt/sbom.cdx.json" "$work/$name/share/doc/payymo/"
  mkdir -p "$out/c"
  tar -C "$work" --sort=name --owner=0 --group=0 -czf "$out/c/$name.tar.gz" "$name"
done
make -s -C bindings/php dist PREBUILT="$prebuilt"
make -s -C bindings/node dist PREBUILT="$prebuilt"
make -s -C bindings/python tools
target/python-venv/bin/python -m pip install -q ziglang
for triple in "$@"; do
  make -s -C bindings/python dist TARGET="$triple" DIST_FLAGS="--zig --target $triple --compatibility manylinux_${glibc/./_}"
done
(cd "$out" && find . -type f \( -name '*.tar.gz' -o -name '*.tgz' -o -name '*.zip' -o -name '*.whl' \) | sort | xargs sha256sum | tee SHA256SUMS)
