import type { OfferedFile } from '../pane/workbench.ts';

/** Browsers read the file after the click; the address must live until then. */
const KEEP_MS = 60_000;

/** Hands a file to the user as a download. Excel for Mac has no downloads in panes: nothing happens there. */
export function download({ name, bytes }: OfferedFile): void {
  const address = URL.createObjectURL(new Blob([bytes.slice()], { type: 'application/octet-stream' }));
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  document.body.append(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(address), KEEP_MS);
}
