-- Totals of a round: ClickHouse. Put the file that "chitieu consolidate --out so-2025.parquet" wrote in the place of {file}.
-- Sums are those of Decimal; a group without a figure gives NULL, as the columns are Nullable.
SELECT period, province, indicator, stratum,
       toString(sum(owed)) AS owed_units,
       toString(sum(entered)) AS entered_units,
       toString(sum(value)) AS total,
       toString(sum(above)) AS numerator,
       toString(sum(below)) AS denominator
FROM file('{file}', 'Parquet')
GROUP BY period, province, indicator, stratum
ORDER BY period, province, indicator, stratum;
