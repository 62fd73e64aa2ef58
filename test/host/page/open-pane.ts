import { readFile } from 'node:fs/promises';
import { extname, join } from 'node:path';
import type { Browser, Page, Route } from 'playwright-core';
import type { EventMessage } from '../events.ts';
import type { ExcelHost } from '../excel-host.ts';
import { officeJsFolder } from '../office-js.ts';
import { eventEntry } from '../wire/event.ts';
import { HostGap, type HostErrorCode } from '../wire/host-error.ts';
import {
  defineExternal,
  HOST_BINDING,
  PAGE_ENTRY,
  type HostAnswer,
  type HostCall,
  type PageEntry,
  type PageFacts,
} from './external.ts';

/** How a page is opened inside of Excel. */
export interface PaneOptions {
  /** Address of the page: the task pane, or the page that holds the ribbon commands. */
  url: string;
  /** Language of Excel; `vi-VN` unless given. */
  language?: string;
  /** Language of the user's formats; as the interface unless given. */
  dataLanguage?: string;
  /** Requirement sets beside ExcelApi. */
  sets?: Record<string, string>;
  /** Size of the page; a task pane is 320 pixels wide unless the user widens it. */
  viewport?: { width: number; height: number };
}

/** A page that runs inside of Excel, in a real browser. */
export interface Pane {
  readonly page: Page;
  /** Addresses outside of this machine the page asked for; none is let through. */
  readonly foreign: readonly string[];
  /**
   * Presses a button of the ribbon and waits until the function has called `event.completed()`.
   * @param command name of the function, as manifest.xml has it
   * @throws Error when no such function is associated
   */
  runCommand(command: string, controlId?: string): Promise<void>;
  close(): Promise<void>;
}

/** Event numbers of Excel for Windows. */
const OBJECT_MODEL_EVENT = 33;
const RIBBON_EVENT = 39;

const OFFICE_ERRORS: Partial<Record<HostErrorCode, number>> = {
  InvalidOperationInCellEditMode: 5004,
  RequestPayloadSizeLimitExceeded: 5103,
  ResponsePayloadSizeLimitExceeded: 5104,
};

/** Where Microsoft serves office.js; answered from the installed package. */
const CDN = 'https://appsforoffice.microsoft.com/lib/1/hosted/';

/**
 * Opens a page in a browser as Excel for Windows would: `window.external` is there before office.js, which is
 * the real one. The host itself stays in this process, so a test looks at it directly.
 */
export async function openPane(browser: Browser, host: ExcelHost, options: PaneOptions): Promise<Pane> {
  const context = await browser.newContext({
    viewport: options.viewport ?? { width: 320, height: 900 },
    locale: options.language ?? 'vi-VN',
  });
  const page = await context.newPage();
  const foreign: string[] = [];
  await context.route('**/*', (route) => answer(route, new URL(options.url).origin, foreign));

  const commands = new Map<string, (status: number) => void>();
  await page.exposeFunction(HOST_BINDING, (call: HostCall) => perform(host, call, commands));
  await page.addInitScript(defineExternal, {
    facts: factsOf(host, options),
    binding: HOST_BINDING,
    entry: PAGE_ENTRY,
  });
  const deliver = (message: EventMessage) => void raise(page, OBJECT_MODEL_EVENT, [eventEntry(message)]);
  host.events.listeners.add(deliver);
  await page.goto(options.url);

  let pressed = 0;
  return {
    page,
    foreign,
    async runCommand(command, controlId = command) {
      // office.js connects the ribbon a moment after the page is ready.
      await page.waitForFunction(listens, { entry: PAGE_ENTRY, event: RIBBON_EVENT });
      pressed += 1;
      const id = `command-${pressed}`;
      const completed = new Promise<number>((resolve) => commands.set(id, resolve));
      await raise(page, RIBBON_EVENT, [id, command, JSON.stringify({ source: { id: controlId } })]);
      const status = await completed;
      if (status !== 0) throw new Error(`The ribbon command ${command} ended with Office error ${status}.`);
    },
    async close() {
      host.events.listeners.delete(deliver);
      await context.close();
    },
  };
}

function factsOf(
  host: ExcelHost,
  { language = 'vi-VN', dataLanguage = language, sets }: PaneOptions,
): PageFacts {
  const settings = [...host.workbook.settings].map(([key, value]) => [key, JSON.stringify(value)]);
  return {
    language,
    dataLanguage,
    // DelayForCellEdit is what office.js asks for before it passes that wish on.
    sets: { ExcelApi: host.apiSet, DelayForCellEdit: '1.1', AddinCommands: '1.1', ...sets },
    documentUrl: `C:\\${host.workbook.name}`,
    readOnly: host.readOnly,
    settings: Object.fromEntries(settings) as Record<string, string>,
  };
}

async function perform(
  host: ExcelHost,
  call: HostCall,
  commands: Map<string, (status: number) => void>,
): Promise<HostAnswer> {
  switch (call.kind) {
    case 'batch': {
      const reply = await host.receive(call.body, call.flags);
      if ('body' in reply) return { code: 0, body: reply.body };
      return { code: OFFICE_ERRORS[reply.refused] ?? 5001, body: reply.message };
    }
    case 'settings':
      host.workbook.settings.clear();
      for (const [key, value] of Object.entries(call.settings)) {
        host.workbook.settings.set(key, JSON.parse(value));
      }
      break;
    case 'completed':
      commands.get(call.command)?.(call.status);
      commands.delete(call.command);
      break;
    case 'unknown':
      host.reportGap(new HostGap(`${call.what} of window.external is not imitated.`));
  }
  return { code: 0, body: '' };
}

/** Pages of the test and office.js are served, everything else is refused and noted. */
async function answer(route: Route, origin: string, foreign: string[]): Promise<void> {
  const url = route.request().url();
  if (url.startsWith(`${origin}/`)) return route.continue();
  if (url.startsWith(CDN)) {
    const file = new URL(url).pathname.slice(new URL(CDN).pathname.length);
    const body = await readFile(join(officeJsFolder(), file)).catch(() => null);
    const contentType = extname(file) === '.js' ? 'text/javascript' : 'text/plain';
    return route.fulfill(body === null ? { status: 404 } : { body, contentType });
  }
  foreign.push(url);
  return route.abort();
}

function raise(page: Page, event: number, args: unknown[]): Promise<void> {
  return page
    .evaluate(
      ({ entry, number, given }) => {
        const nested = given.map((one) => (Array.isArray(one) ? comArray(one) : one));
        (window as unknown as Record<string, PageEntry>)[entry]?.raise(number, nested);

        function comArray(items: unknown[]): unknown[] {
          const inner = items.map((item) => (Array.isArray(item) ? comArray(item) : item));
          return Object.defineProperties(inner, {
            toArray: { value: () => inner },
            dimensions: { value: () => 1 },
          });
        }
      },
      { entry: PAGE_ENTRY, number: event, given: args },
    )
    .catch((error: unknown) => {
      // A page may be closed while an event is on its way to it.
      if (!page.isClosed()) throw error;
    });
}

function listens({ entry, event }: { entry: string; event: number }): boolean {
  return (window as unknown as Record<string, PageEntry>)[entry]?.listens(event) ?? false;
}
