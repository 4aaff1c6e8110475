#!/usr/bin/env bash
# dudect.sh BINARY: every comparison must stay below |t| = 5, and the negative control above: what sees nothing proves nothing.
set -euo pipefail
out=$("$1")
echo "$out"
echo "$out" | awk '
  /max t = / {
    match($0, /max t = [-+][0-9.]+/)
    t = substr($0, RSTART + 8, RLENGTH - 8) + 0
    if (t < 0) t = -t
    seen++
    if ($2 ~ /naive/) { control = t } else if (t >= 5) { print "tells of the secret: " $2 > "/dev/stderr"; wrong = 1 }
  }
  END {
    if (seen < 8) { print "not all was measured" > "/dev/stderr"; exit 1 }
    if (control < 5) { print "the control was not told apart: measure on a quieter machine" > "/dev/stderr"; exit 1 }
    exit wrong
  }'
