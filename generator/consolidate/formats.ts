/** What a consolidation is written as; each is also the ending of its file. */
export const consolidationFormats = ['xlsx', 'csv', 'parquet'] as const;
