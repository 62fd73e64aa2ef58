-- Totals of a round: Spark SQL (not tried by us). Put the file that "chitieu consolidate --out so-2025.parquet" wrote in the place of {file}.
-- Ratios are not divided here: numerator and denominator come out, whoever reads them divides and rounds.
SELECT period, province, indicator, stratum,
       CAST(sum(owed) AS STRING) AS owed_units,
       CAST(sum(entered) AS STRING) AS entered_units,
       CAST(sum(value) AS STRING) AS total,
       CAST(sum(above) AS STRING) AS numerator,
       CAST(sum(below) AS STRING) AS denominator
FROM parquet.`{file}`
GROUP BY period, province, indicator, stratum
ORDER BY period, province, indicator, stratum;
