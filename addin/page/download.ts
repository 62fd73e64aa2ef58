/** How long a browser may take to start a download. */
const KEPT_MS = 60_000;
/** Browsers ask about several downloads at once unless they come one by one. */
const BETWEEN_MS = 150;

/** Hands files to the user as downloads, one after the other. */
export async function download(files: readonly { name: string; bytes: Uint8Array }[]): Promise<void> {
  for (const [at, { name, bytes }] of files.entries()) {
    if (at > 0) await new Promise((resolve) => setTimeout(resolve, BETWEEN_MS));
    const url = URL.createObjectURL(new Blob([new Uint8Array(bytes)], { type: typeOf(name) }));
    const link = document.createElement('a');
    link.href = url;
    link.download = name;
    link.click();
    setTimeout(() => URL.revokeObjectURL(url), KEPT_MS);
  }
}

function typeOf(name: string): string {
  if (name.endsWith('.csv')) return 'text/csv';
  if (name.endsWith('.json')) return 'application/json';
  return 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
}
