import { resolve } from 'node:path';
import type { Language } from '../../core/base/finding.ts';
import { renderFinding } from '../../core/wording/render.ts';
import { timeOf } from '../clock.ts';
import { CommandFailure } from '../failure.ts';
import { importParquet } from './parquet-read.ts';
import { addressText } from './postgres/address.ts';
import { rebuildStore } from './rebuild.ts';
import { verifyStore, type Verified } from './verify.ts';
import { requireWorkspace, storeFolder, withStore } from './with-store.ts';
import type { CommandContext } from '../commands/context.ts';
import { said } from '../commands/said.ts';

/** What the command was given. */
export interface StoreOptions {
  json?: boolean;
  lang: Language;
}

/** Compares the store with its originals. */
export async function runVerify({ json, lang }: StoreOptions, context: CommandContext): Promise<void> {
  const found = await withStore(context, { for: 'ask' }, (store) => verifyStore(store, context.progress));
  context.out(json ? `${JSON.stringify(found, null, 2)}\n` : verifiedText(found, lang));
  if (found.faults.length > 0) context.exit(1);
}

/** Builds the store anew from its originals. */
export async function runRebuild({ json, lang }: StoreOptions, context: CommandContext): Promise<void> {
  const folder = folderOrFail(context);
  const made = await rebuildStore(folder, context.progress);
  const kept = made.before === null ? '' : said[lang].oldStore(made.before);
  context.out(
    json
      ? `${JSON.stringify(made, null, 2)}\n`
      : `${said[lang].rebuilt(made.returns, made.entries)}${kept}\n`,
  );
}

/** Makes a store of exported Parquet. */
export async function runStoreImport(
  { parquet, json, lang }: StoreOptions & { parquet: string },
  context: CommandContext,
): Promise<void> {
  const folder = folderOrFail(context);
  const found = await importParquet(resolve(context.cwd, parquet), folder, timeOf());
  const { returns, entries, decisions, originals } = found;
  const missing = originals.length === 0 ? '' : said[lang].originalsMissing(originals.length, folder);
  context.out(
    json
      ? `${JSON.stringify(found, null, 2)}\n`
      : `${said[lang].imported(returns, entries, decisions)}${missing}\n`,
  );
}

/** The folder of the store. @throws CommandFailure where a server keeps it, which has its own ways */
function folderOrFail(context: CommandContext): string {
  if (context.server === null) return storeFolder(requireWorkspace(context));
  throw new CommandFailure(
    `Kho này ở máy chủ ${addressText(context.server)}; lệnh này chỉ dùng cho kho trong tệp. Chép ra bằng "chitieu store backup", lấy lại bằng "chitieu store restore", đối chiếu với tệp gốc bằng "chitieu store verify" (a server keeps this store: backup, restore and verify).`,
  );
}

function verifiedText({ returns, entries, faults }: Verified, language: Language): string {
  const say = said[language];
  const lines = faults.map(({ return: of, missing, broken: [first], differing, isMiscounted }) => {
    if (isMiscounted) return say.miscounted(of);
    if (missing.length > 0) return say.originalsGone(of, missing.join(', '));
    return first
      ? say.originalBroken(of, first.file, renderFinding(first.why, language))
      : say.entriesDiffer(of, differing);
  });
  return `${[...lines, say.verified(returns, entries, faults.length)].join('\n')}\n`;
}
