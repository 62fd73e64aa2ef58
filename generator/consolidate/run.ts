import { extname, resolve } from 'node:path';
import type { Level } from '../../core/catalogue/schema.ts';
import type { Language } from '../../core/base/finding.ts';
import { lackingSaid } from '../../core/consolidate/lacking.ts';
import { publicFigures, type PublicFigures } from '../../core/consolidate/public/public.ts';
import type { Paper } from '../../core/sheet/model.ts';
import { consolidationFormats } from './formats.ts';
import { gather, type Gathered } from './gather.ts';
import { writeConsolidation, type ConsolidationTarget } from './write-consolidation.ts';
import { ofCountryHere } from './of-country.ts';
import { provincesJson } from '../register/provinces-text.ts';
import { gatheredJson, summaryText } from './said.ts';
import { CommandFailure } from '../failure.ts';
import { newPublication, refuseOpenPublication } from '../publish/publication.ts';
import { withStore } from '../store/with-store.ts';
import type { CommandContext } from '../commands/context.ts';
import { publicThreshold, refuseShortPublication } from '../publish/threshold.ts';
import { plansOfRound } from '../commands/plans-of-round.ts';
import { plannerFilesNow } from '../exchange-files/planner-files-now.ts';
import { sumSaidIn, sumToAddText } from '../register/round-that-says.ts';

/** What the command was given. */
export interface ConsolidateOptions {
  round?: string;
  plan?: string[];
  level?: Level;
  acceptedOnly?: boolean;
  format?: ConsolidationTarget['format'];
  paper: Paper;
  public?: boolean;
  threshold?: number;
  out?: string;
  at?: string;
  json?: boolean;
  lang: Language;
}

/** Adds up the returns of a round. */
export async function runConsolidate(options: ConsolidateOptions, context: CommandContext): Promise<void> {
  const threshold = publicThreshold(options);
  const target = targetOf(options);
  const { lang: language, paper } = options;
  const written = { language, paper, context };
  const { gathered, may, figures } = await withStore(
    context,
    { for: threshold !== null && target !== null ? 'write' : 'ask', at: options.at },
    async (store, { workspace, now }) => {
      const { round, catalogue, plans } = await plansOfRound(context, workspace, options);
      refuseShortPublication(round, threshold);
      const { level = null, acceptedOnly = false } = options;
      const filesNow = plannerFilesNow(context, { plans, catalogue });
      const wanted = { round, plans, catalogue, level, acceptedOnly, today: now, filesNow };
      const own = await gather(store, wanted);
      const { found } = own;
      if (found.rows.length === 0)
        throw new CommandFailure(
          `Kỳ này không có đơn vị nào ở cấp đã chọn; hãy bỏ --level hoặc chọn cấp khác (no unit of this level).`,
        );
      const said = await ofCountryHere(store, workspace, { ...own, plans, catalogue, language });
      const gathered = { ...said, plans, sum: await sumSaidIn(store, round) };
      if (threshold === null) return { gathered, may: null, figures: null };
      const figures = publicFigures(found, threshold);
      const { closed } = found;
      refuseOpenPublication(round, closed);
      if (target === null) return { gathered, may: null, figures };
      const out = resolve(context.cwd, target.path);
      const publishing = { round, periods: [round], threshold, out, closed, catalogue, language };
      const publication = await newPublication(store, publishing, { workspace, now, context });
      return { gathered, may: { figures, publication }, figures };
    },
  );
  const { provinces, sum } = gathered;
  const outcome = target === null ? null : await writeConsolidation(gathered, may, { ...written, target });
  const files = outcome !== null && 'written' in outcome ? outcome.written : [];
  const file = files[0] ?? null;
  if (options.json) {
    const said = figures
      ? { round: gathered.found.round.period, threshold: figures.threshold, hidden: figures.hidden }
      : gatheredJson(gathered);
    const ofCountry = provinces && { provinces: provincesJson(provinces) };
    const alsoSaid = sum === undefined ? {} : { sum };
    const beside = files.length > 1 ? { files } : {};
    context.out(`${JSON.stringify({ ...said, ...alsoSaid, ...ofCountry, file, ...beside }, null, 2)}\n`);
  } else {
    context.out(
      figures
        ? publicText(figures, gathered.found, options.lang)
        : summaryText(gathered, options.lang, provinces),
    );
    if (sum !== undefined) context.out(sumToAddText(sum, options.lang));
    if (file !== null) context.out(writtenText(file, files.length - 1, options.lang));
  }
  if (outcome === null || !('kept' in outcome)) return;
  const path = outcome.kept.join(', ');
  context.err(
    options.lang === 'vi'
      ? `Giữ nguyên ${path}: tệp đã có người sửa, hoặc không phải do lệnh này ghi. Hãy chuyển tệp đi nơi khác hoặc chọn tên khác bằng --out.\n`
      : `${path} stays as it is: somebody has edited it, or it was not written by this command. Move it or choose another --out.\n`,
  );
  context.exit(2);
}

function writtenText(file: string, parts: number, language: Language): string {
  if (parts === 0) return language === 'vi' ? `Đã ghi ${file}.\n` : `Written: ${file}.\n`;
  return language === 'vi'
    ? `Kỳ này quá lớn cho một sổ: đã ghi ${file}, có các tổng, và ${parts} tệp cạnh nó, có số của từng đơn vị; trang "Các tệp" của ${file} ghi tên chúng.\n`
    : `This round is too large for one workbook: written are ${file}, with the totals, and ${parts} files beside it, with the figures of every unit; the sheet "Files" of ${file} names them.\n`;
}

function publicText(
  { threshold, hidden }: PublicFigures,
  found: Gathered['found'],
  language: Language,
): string {
  const { small, beside, totals } = hidden;
  const lacking = lackingSaid(found, language);
  const what =
    language === 'vi'
      ? `Không công bố: ${small} số người, hộ từ 1 đến ${threshold - 1}; ${beside} số khác để không ai tính ra chúng; tổng của ${totals} cột.\n`
      : `Not published: ${small} counts of persons or households from 1 to ${threshold - 1}, ${beside} more so that nobody can compute them, totals of ${totals} columns.\n`;
  return lacking === '' ? what : `${what}${lacking}\n`;
}

/** What is to be written: a name that says nothing of it, or something else, would open in no program. */
function targetOf({
  out,
  format,
  json,
  lang,
  public: isPublic,
}: ConsolidateOptions): ConsolidationTarget | null {
  const vi = lang === 'vi';
  if (out === undefined) {
    if (json) return null;
    throw new CommandFailure(
      vi
        ? 'Hãy ghi tệp cần ghi bằng --out, ví dụ --out tong-hop.xlsx; chỉ --json không cần tệp.'
        : 'Say which file to write: --out consolidated.xlsx; only --json does without.',
    );
  }
  const ending = extname(out).toLowerCase();
  const known = consolidationFormats.find((one) => ending === `.${one}`) ?? null;
  if (known !== null && (format ?? known) === known) {
    if (known === 'parquet' && isPublic) throw new CommandFailure(PUBLIC_PARQUET[lang]);
    return { path: out, format: known };
  }
  throw new CommandFailure(
    vi
      ? `"${out}": tên tệp cần kết thúc bằng ${format === undefined ? '.xlsx, .csv hoặc .parquet' : `.${format}`}. Chưa ghi gì.`
      : `"${out}": the name has to end in ${format === undefined ? '.xlsx, .csv or .parquet' : `.${format}`}. Nothing was written.`,
  );
}

/** Other programs add the figures up: what is hidden from readers could be computed from them. */
const PUBLIC_PARQUET: Record<Language, string> = {
  vi: '--public không ghi Parquet: tệp ấy có đủ từng số. Hãy ghi .xlsx hoặc .csv. Chưa ghi gì.',
  en: '--public writes no Parquet, which has every figure. Write .xlsx or .csv. Nothing was written.',
};
