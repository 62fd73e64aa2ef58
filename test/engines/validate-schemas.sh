#!/usr/bin/env bash
# Validates workbooks against the ECMA-376 schemas, which lie beside the repository and are not part of it.
# Usage: validate-schemas.sh FILE...
# Exit: 0 all valid, or the schemas are not there (said on stderr); 1 a workbook is invalid; 2 wrong use or
# python3-lxml is missing.
set -euo pipefail

root="$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)"
validator="$root/../shared/schemas/validate_ooxml.py"

if [ "$#" -eq 0 ]; then
  echo 'validate-schemas.sh: no workbook given; usage: validate-schemas.sh FILE...' >&2
  exit 2
fi
if [ ! -f "$validator" ]; then
  echo "Schema validation skipped: no ../shared/schemas/validate_ooxml.py beside the repository." >&2
  exit 0
fi

# Debian's python3-lxml serves Debian's interpreter, which need not be the first python3 on the path.
for python in /usr/bin/python3 python3; do
  if command -v "$python" >/dev/null 2>&1 && "$python" -c 'import lxml.etree' >/dev/null 2>&1; then
    for file in "$@"; do
      if [ ! -f "$file" ]; then
        echo "validate-schemas.sh: no such workbook: $file" >&2
        exit 2
      fi
    done
    status=0
    "$python" "$validator" "$@" || status=$?
    # The validator ends with 1 for an invalid workbook; anything above is a failure of its own.
    exit "$status"
  fi
done

echo 'Schema validation needs lxml for Python 3; on Debian: apt-get install python3-lxml' >&2
exit 2
