#!/usr/bin/env bash
# GNU PSPP 1.6.2 (Debian), a program of statistics offices for SPSS's files: AGGREGATE gives a group without a figure no
# MEAN (system-missing), but a MEDIAN that is NaN. MISSING says it is missing, yet DESCRIPTIVES counts it as a figure, and
# the mean of all communes' medians is NaN because of one that has not reported. RND to 0.01 makes 1.01 of 1.005 and
# 39.99 of 39.995, where spreadsheets round both up. Needs the libraries of Debian's gnumeric.
set -euo pipefail
folder="$(mktemp -d)"
trap 'rm -rf "$folder"' EXIT
cd "$folder"
apt-get download -qq -o APT::Sandbox::User=root pspp=1.6.2-2 libgsl27 libgslcblas0 libspread-sheet-widget libgtksourceview-4-0 >/dev/null
for package in *.deb; do dpkg -x "$package" debian; done
libraries="$(find debian/usr/lib -name '*.so*' -printf '%h\n' | sort -u | tr '\n' ':')"
printf 'xa;gia;ty\nA;10;1.005\nB;12.5;39.995\nC;;\nD;20;0.125\n' >figures.csv
cat >figures.sps <<'SPS'
GET DATA /TYPE=TXT /FILE='figures.csv' /DELIMITERS=';' /FIRSTCASE=2 /VARIABLES=xa A10 gia F8.2 ty F8.3.
COMPUTE rounded = RND(ty, 0.01).
FORMATS rounded (F8.3).
LIST.
AGGREGATE /OUTFILE=* /BREAK=xa /mean = MEAN(gia) /med = MEDIAN(gia).
COMPUTE isgone = MISSING(med).
LIST.
DESCRIPTIVES mean med /STATISTICS=MEAN.
SPS
LD_LIBRARY_PATH="$libraries" debian/usr/bin/pspp figures.sps | grep -E '^\|' | tr -s ' ' | tee seen.txt
diff - seen.txt <<'SEEN'
|xa| gia | ty |rounded|
|A |10.00| 1.005| 1.010|
|B |12.50|39.995| 39.990|
|C | .| .| .|
|D |20.00| .125| .130|
|xa| mean| med |isgone|
|A |10.00|10.00| .00|
|B |12.50|12.50| .00|
|C | .| NaN| 1.00|
|D |20.00|20.00| .00|
| |N| Mean|
|mean |3|14.17|
|med |4| NaN|
|Valid N (listwise) |4| |
|Missing N (listwise)|1| |
SEEN
