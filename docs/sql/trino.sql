-- Totals of a round: Trino (not tried by us). Make an external table of type Parquet over the folder of the file and put its name in the place of {file}: "chitieu consolidate --out so-2025.parquet".
-- Ratios are not divided here: numerator and denominator come out, whoever reads them divides and rounds.
SELECT period, province, indicator, stratum,
       CAST(sum(owed) AS VARCHAR) AS owed_units,
       CAST(sum(entered) AS VARCHAR) AS entered_units,
       CAST(sum(value) AS VARCHAR) AS total,
       CAST(sum(above) AS VARCHAR) AS numerator,
       CAST(sum(below) AS VARCHAR) AS denominator
FROM {file}
GROUP BY period, province, indicator, stratum
ORDER BY period, province, indicator, stratum;
