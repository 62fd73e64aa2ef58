import { sentence, type Language } from '../../core/base/finding.ts';
import { resolveMessages } from '../../core/store/resolve/messages.ts';
import { readResolved } from '../../core/store/resolve/resolve-read.ts';
import { resolveWorkbook } from '../../core/store/resolve/resolve-sheet.ts';
import { standingOf } from '../../core/store/standing.ts';
import { renderPlace, severityWords } from '../../core/wording/place.ts';
import { readFacts } from '../../formats/xlsx/facts.ts';
import { serialize } from '../../formats/xlsx/write/serialize.ts';
import { exchangeContext } from '../exchange-files/context.ts';
import { CommandFailure } from '../failure.ts';
import { namedConflicts, tableId } from '../register/conflict-id.ts';
import { openConflicts } from '../register/draw-up.ts';
import { listedConflicts, type ListOptions } from '../register/listed-conflicts.ts';
import { whoDecides, withStore } from '../store/with-store.ts';
import { writeNew } from '../workbook/write-new.ts';
import type { CommandContext } from './context.ts';
import { said } from './said.ts';
import { decisionJson, type DecideOptions } from './decide.ts';
import { openWorkbook } from './open-workbook.ts';
import { usablePlans } from './selected-plans.ts';

/** Writes the open conflicts into a workbook to be filled in; a file that is there stays as it is. */
export async function listInto(path: string, options: ListOptions, context: CommandContext): Promise<void> {
  await withStore(context, { for: 'ask', at: options.at }, async (store, { workspace, now }) => {
    const { catalogue, plans } = await usablePlans(context, []);
    const open = namedConflicts(await listedConflicts(store, options, catalogue));
    if (open.length === 0) {
      context.out(`${said[options.lang].noConflictsFile(options.round)}\n`);
      return;
    }
    const { units } = exchangeContext(
      catalogue,
      plans.map(({ plan }) => plan),
    );
    const names = new Map(units.map(({ id, name }) => [id, name]));
    const model = resolveWorkbook(open, {
      catalogue,
      returns: new Map((await store.returns()).map((one) => [one.number, one])),
      nameOf: (reporter) => names.get(reporter) ?? reporter,
      by: options.by ?? workspace.by,
      at: now,
    });
    if (!(await writeNew(path, await serialize(model))))
      throw new CommandFailure(
        `Giữ nguyên "${path}": tệp đã có, có thể có người đã điền. Hãy chọn tên khác (the file is there already).`,
      );
    context.out(
      options.json
        ? `${JSON.stringify({ file: path, conflicts: open.length })}\n`
        : `${said[options.lang].conflictsFile(open.length, path)}\n`,
    );
  });
}

/** Keeps the decisions of a filled workbook, all of them or, where one of them is wrong, none. */
export async function decideFrom(
  path: string,
  options: DecideOptions,
  context: CommandContext,
): Promise<void> {
  const { sheets } = await openWorkbook(path, (bytes) => readFacts(bytes));
  await withStore(context, { for: 'write', at: options.at }, async (store, { workspace, now }) => {
    const { catalogue } = await usablePlans(context, []);
    const { chosen } = standingOf(await store.decisions());
    const byId = new Map([...chosen].map(([key, one]) => [tableId(key), one.return]));
    const by = options.by === undefined ? workspace.by : whoDecides(options.by, workspace);
    const { value, findings } = readResolved(sheets, {
      open: namedConflicts(await openConflicts(store, {}, catalogue)),
      chosen: (id) => byId.get(id) ?? null,
      by,
    });
    if (value === null) {
      for (const finding of findings) {
        const place = renderPlace({ file: path, ...finding.place }, options.lang);
        context.err(
          `${place}: ${severityWords[finding.severity][options.lang]}: ${sentence(resolveMessages, finding, options.lang)}\n`,
        );
      }
      context.err(`${said[options.lang].notDecided}\n`);
      context.exit(1);
      return;
    }
    const decided = value.choices.map((one) => ({
      kind: 'choose' as const,
      return: one.keep,
      target: null,
      figure: one.open.conflict.key,
      at: now,
      by: one.by,
      reason: one.reason,
    }));
    const decisions = decided.length === 0 ? [] : await store.decide(decided);
    context.out(
      options.json
        ? `${JSON.stringify(decisions.map(decisionJson), null, 2)}\n`
        : decidedText(
            decisions.map(({ number }) => number),
            value.before,
            options.lang,
          ),
    );
  });
}

/** `4`, `4-15`, or `412,512`: a server gives numbers that do not follow each other. */
function numbersText(numbers: readonly number[]): string {
  const [first = 0, last = first] = [numbers[0], numbers.at(-1)];
  if (last === first) return String(first);
  return last - first + 1 === numbers.length ? `${first}-${last}` : numbers.join(',');
}

function decidedText(numbers: readonly number[], before: number, language: Language): string {
  const say = said[language];
  const again = before > 0 ? say.decidedBefore(before) : '';
  const [first] = numbers;
  if (first === undefined) return `${again}${say.nothingNew}\n`;
  return `${again}${say.decided(numbers.length, numbersText(numbers))}\n`;
}
