-- Totals of a round: DuckDB. Put the file that "chitieu consolidate --out so-2025.parquet" wrote in the place of {file}.
-- Ratios are not divided here: numerator and denominator come out, whoever reads them divides and rounds.
SELECT period, province, indicator, stratum,
       CAST(sum(owed) AS VARCHAR) AS owed_units,
       CAST(sum(entered) AS VARCHAR) AS entered_units,
       CAST(sum(value) AS VARCHAR) AS total,
       CAST(sum(above) AS VARCHAR) AS numerator,
       CAST(sum(below) AS VARCHAR) AS denominator
FROM read_parquet('{file}', hive_partitioning = false)
GROUP BY period, province, indicator, stratum
ORDER BY period, province, indicator, stratum;
