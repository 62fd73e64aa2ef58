#!/usr/bin/env bash
# Runs every check and the tests of all lanes: installs the Debian packages that are missing, then runs in the
# mode in which a missing referee fails instead of being skipped. Asks nothing.
set -euo pipefail

cd "$(dirname "${BASH_SOURCE[0]}")/../.."

has_command() { command -v "$1" >/dev/null 2>&1; }

has_python_module() {
  local python
  for python in /usr/bin/python3 python3; do
    if has_command "$python" && "$python" -c "import $1" >/dev/null 2>&1; then return 0; fi
  done
  return 1
}

# Metric-compatible with Times New Roman: without it a printed page breaks elsewhere.
has_liberation() { has_command fc-list && [ -n "$(fc-list 'Liberation Serif')" ]; }

# LibreOffice opens Word documents only with Writer.
has_writer() { ls /usr/lib*/libreoffice/program/libswlo.so >/dev/null 2>&1; }

# Debian keeps the server's programs off the path.
has_postgres() { ls /usr/lib/postgresql/*/bin/initdb >/dev/null 2>&1 || has_command initdb; }

has_chromium() { has_command chromium || has_command chromium-browser || has_command google-chrome; }

# Prints the Debian packages this machine lacks, one a line.
missing_packages() {
  has_command soffice || has_command libreoffice || echo libreoffice-calc
  has_writer || echo libreoffice-writer
  has_command ssconvert || echo gnumeric
  has_chromium || echo chromium
  { has_command pdftotext && has_command pdftoppm; } || echo poppler-utils
  has_command xmllint || echo libxml2-utils
  has_python_module lxml.etree || echo python3-lxml
  has_python_module openpyxl || echo python3-openpyxl
  has_postgres || echo postgresql
  has_liberation || echo fonts-liberation
  has_command fc-list || echo fontconfig
}

as_root() {
  if [ "$(id -u)" -eq 0 ]; then "$@"; else sudo -n "$@"; fi
}

# Installs packages, or ends with what the user can do instead.
install_packages() {
  if ! has_command apt-get; then
    echo "verify: missing: $*. There is no apt-get here; install these programs (names as in Debian) and run again." >&2
    exit 2
  fi
  if [ "$(id -u)" -ne 0 ] && ! { has_command sudo && sudo -n true 2>/dev/null; }; then
    echo "verify: missing: $*. Installing needs root; run: sudo apt-get install --no-install-recommends $*" >&2
    exit 2
  fi
  echo "verify: installing $*"
  as_root env DEBIAN_FRONTEND=noninteractive apt-get update -qq
  as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "$@"
}

mapfile -t missing < <(missing_packages)
if [ "${#missing[@]}" -gt 0 ]; then
  install_packages "${missing[@]}"
  mapfile -t still_missing < <(missing_packages)
  if [ "${#still_missing[@]}" -gt 0 ]; then
    echo "verify: still missing after the installation: ${still_missing[*]}" >&2
    exit 2
  fi
fi

export CI=true
# None of them makes what another reads, and each keeps one core: beside one another they take half as long.
{ npm run lint && npm run format:check; } &
beside=$!
types=0
npm run types || types=$?
wait "$beside"
[ "$types" -eq 0 ] || exit "$types"
# A file that waits for a spreadsheet program or a page leaves its core idle: a third one takes it.
npx --no-install vitest run --maxWorkers 3
npm run fresh
