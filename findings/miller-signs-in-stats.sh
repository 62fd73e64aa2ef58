#!/usr/bin/env bash
# Miller 6.6.0 (Debian), statistics of a column with signs for "no figure" and one 12,5: stats1 leaves texts out of sum
# and mean, counts them in count, sorts them behind all numbers in median and takes the largest for max. The
# same sum in its language is an error. A code with a nought in front (03388) is a text for it, 3388 a number, 1e3 and
# 1000 one and the same, so a join by code finds some communes and not others.
set -euo pipefail
folder="$(mktemp -d)"
trap 'rm -rf "$folder"' EXIT
cd "$folder"
apt-get download -qq -o APT::Sandbox::User=root miller=6.6.0-2+b3 >/dev/null
dpkg -x miller_*.deb debian
mlr=debian/usr/bin/mlr
printf 'xa;gia\nA;10\nB;12.5\nC;-\nD;...\nE;20\nF;12,5\n' >figures.csv
printf 'ma,gia\n03388,10\n3388,5\n1e3,1\n1000,2\n' >codes.csv
{
  "$mlr" --icsv --ifs ';' --oxtab stats1 -a count,sum,mean,median,min,max -f gia figures.csv
  "$mlr" --icsv --ifs ';' --ojson put -q 'begin { @sum = 0 } @sum += $gia; end { emit @sum }' figures.csv
  "$mlr" --icsv --opprint put '$type = typeof($ma); $is_1000 = $ma == 1000; $is_3388 = $ma == 3388' codes.csv
} | tee seen.txt
diff - seen.txt <<'SEEN'
gia_count  6
gia_sum    42.5
gia_mean   14.166666666666666
gia_median -
gia_min    10
gia_max    12,5
[
{
  "sum": (error)
}
]
ma    gia type   is_1000 is_3388
03388 10  string false   false
3388  5   int    false   true
1e3   1   float  true    false
1000  2   int    true    false
SEEN
