#!/usr/bin/env bash
# csvkit 1.0.7 and agate 1.6.3 of Debian choose a column's type by what happens to stand in it: deaths per commune of
# noughts and ones are yes and no, and csvstat gives no sum; one 2 among them makes them numbers. Times of "6 m" are 360
# seconds where metres are meant, "45 d" 45 days, and ranges 5-7 the seventh of May 2001; with the default locale 12,5%
# is 125.
set -euo pipefail
folder="$(mktemp -d)"
trap 'rm -rf "$folder"' EXIT
cd "$folder"
apt-get download -qq -o APT::Sandbox::User=root python3-csvkit=1.0.7-1 python3-agate=1.6.3-2 python3-agatedbf python3-agateexcel python3-agatesql python3-babel python-babel-localedata \
  python3-dbfread python3-isodate python3-leather python3-openpyxl python3-et-xmlfile python3-parsedatetime python3-pytimeparse python3-six python3-slugify \
  python3-sqlalchemy python3-text-unidecode python3-tz python3-xlrd >/dev/null
for package in *.deb; do dpkg -x "$package" debian; done
export PYTHONPATH="$PWD/debian/usr/lib/python3/dist-packages"
csv() { /usr/bin/python3 -c "import sys; from csvkit.utilities.$1 import launch_new_instance as run; sys.argv[0] = '$1'; run()" "${@:2}"; }
printf 'xa,tu_vong\nA,0\nB,1\nC,1\n' >deaths.csv
printf 'xa,tu_vong\nA,0\nB,2\nC,1\n' >two.csv
printf 'duong,hang,khoang,ty_le\n6 m,45 d,5-7,"12,5%%"\n' >units.csv
{
  for file in deaths two units; do csv csvjson "$file.csv"; echo; done
  for file in deaths two; do echo "$file $(csv csvstat --sum "$file.csv" | tail -1)"; done
} | tee seen.txt
diff - seen.txt <<'SEEN'
[{"xa": "A", "tu_vong": false}, {"xa": "B", "tu_vong": true}, {"xa": "C", "tu_vong": true}]
[{"xa": "A", "tu_vong": 0.0}, {"xa": "B", "tu_vong": 2.0}, {"xa": "C", "tu_vong": 1.0}]
[{"duong": "0:06:00", "hang": "45 days, 0:00:00", "khoang": "2001-05-07", "ty_le": 125.0}]
deaths   2. tu_vong: None
two   2. tu_vong: 3
SEEN
