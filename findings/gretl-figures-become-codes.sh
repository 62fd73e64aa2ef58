#!/usr/bin/env bash
# gretl 2022c (Debian), a program for statistics and econometrics: where a fifth of a column of a CSV says "x" (not
# applicable), opening it fails with the cell; where two fifths do, the column is opened as a series of texts. PRINT
# shows 12.5, 13 and 9 as before, but mean(), sum() and max() add up the numbers by which the texts are kept, in the
# order in which they appear: 2.4 instead of 11.5. A "-" is a missing figure. Needs the libraries of Debian's gnumeric.
set -euo pipefail
folder="$(mktemp -d)"
trap 'rm -rf "$folder"' EXIT
cd "$folder"
apt-get download -qq -o APT::Sandbox::User=root gretl=2022c-1 libgretl1=2022c-1 gretl-common=2022c-1 libblas3 liblapack3 \
  libgfortran5 libquadmath0 libfftw3-double3 libgomp1 libmpfr6 libgmp10 libcurl3-gnutls libreadline8 >/dev/null
for package in *.deb; do dpkg -x "$package" debian; done
libraries="$(find debian/usr/lib debian/lib -name '*.so*' -printf '%h\n' 2>/dev/null | sort -u | tr '\n' ':')"
printf 'xa,ty_le\nA,12.5\nB,x\nC,13\nD,11\nE,9\n' >one.csv
printf 'xa,ty_le\nA,12.5\nB,x\nC,13\nD,x\nE,9\n' >two.csv
printf 'xa,ty_le\nA,12.5\nB,-\nC,13\nD,-\nE,9\n' >minus.csv
cat >open.inp <<'INP'
open @file --quiet
print ty_le --byobs
eval mean(ty_le)
eval max(ty_le)
INP
for file in one two minus; do
  echo "$file.csv"
  sed "s/@file/$file.csv/" open.inp >now.inp
  HOME="$folder" GRETL_HOME="$folder/debian/usr/share/gretl" LD_LIBRARY_PATH="$libraries" \
    debian/usr/bin/gretlcli -b now.inp 2>&1 | grep -E '^(ERROR|[0-9])' | tr -s ' ' || true
done | tee seen.txt
diff - seen.txt <<'SEEN'
one.csv
ERROR: variable 2 (ty_le), observation 2, expected numeric value
two.csv
1 12.5
2 x
3 13
4 x
5 9
2.4
4
minus.csv
1 12.5
2 
3 13.0
4 
5 9.0
11.5
13
SEEN
