/// <reference types="office-js" preserve="true" />
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createContext, Script } from 'node:vm';
import { eventEntry } from './wire/event.ts';
import type { ExcelHost, Flavour, Reply } from './excel-host.ts';
import { officeJsFolder } from './office-js.ts';

/** The namespaces of the real office.js, bound to a host. */
export interface NodeExcel {
  Excel: typeof Excel;
  OfficeExtension: typeof OfficeExtension;
}

/** The build each Excel loads; the one for Windows is that of every version with ExcelApi 1.7 and later. */
const BUILDS: Record<Flavour, string> = { web: 'excel-web-16.00.js', desktop: 'excel-win32-16.01.js' };
const compiled = new Map<Flavour, Script>();

/** A request as office.js gives it to the bridge. */
interface BridgeRequest {
  id: number;
  flags: number;
  message: { body: unknown };
}

/**
 * Loads the real office.js into this process and connects it to a host by the bridge it has for hosts
 * without a browser. There is a new library for every call; nothing of it becomes global.
 *
 * `Excel` and `OfficeExtension` are complete; `Office.context` and ribbon commands exist only in a browser,
 * see `openPane`.
 */
export function excelInNode(host: ExcelHost): NodeExcel {
  const bridge = {
    // Replaced by the library as soon as it finds the bridge.
    onMessageFromHost: noListener as (message: string) => void,
    sendMessageToHost(text: string) {
      const { id, flags, message } = JSON.parse(text) as BridgeRequest;
      const body = typeof message.body === 'string' ? message.body : JSON.stringify(message.body);
      void host.receive(body, flags).then((reply) => {
        bridge.onMessageFromHost(JSON.stringify({ id, message: responseOf(reply) }));
      });
    },
  };
  host.events.listeners.add((event) => {
    const message = { entries: [eventEntry(event)] };
    setImmediate(() => bridge.onMessageFromHost(JSON.stringify({ type: 3, message })));
  });
  const page = pageFor();
  const context = createContext({ ...page, _richApiNativeBridge: bridge });
  // Both names must be the global object itself: the library looks its own parts up on `window`.
  new Script(
    'var window = globalThis, self = globalThis, top = globalThis, parent = globalThis',
  ).runInContext(context);
  scriptOf(host.flavour).runInContext(context);
  return context as unknown as NodeExcel;
}

/** A refusal has no action to point at. */
function responseOf(reply: Reply): { statusCode: number; headers: object; body: string } {
  const body =
    'body' in reply
      ? reply.body
      : JSON.stringify({ Error: { Code: reply.refused, Message: reply.message, HttpStatusCode: 400 } });
  return { statusCode: 200, headers: {}, body };
}

function scriptOf(flavour: Flavour): Script {
  const known = compiled.get(flavour);
  if (known) return known;
  const file = join(officeJsFolder(), BUILDS[flavour]);
  const script = new Script(readFileSync(file, 'utf8'), { filename: file });
  compiled.set(flavour, script);
  return script;
}

function noListener(): void {
  throw new Error('office.js is not connected.');
}

/** As much of a page as the library touches while it loads. */
function pageFor(): Record<string, unknown> {
  const element = () => ({
    style: {},
    setAttribute: () => undefined,
    appendChild: () => undefined,
    getElementsByTagName: () => [],
  });
  return {
    location: { href: 'https://localhost/', search: '', hash: '', protocol: 'https:' },
    navigator: { userAgent: 'node', appVersion: '' },
    document: {
      getElementsByTagName: () => [],
      createElement: element,
      addEventListener: () => undefined,
      readyState: 'complete',
      cookie: '',
    },
    addEventListener: () => undefined,
    external: {},
    XMLHttpRequest: noListener,
    setTimeout,
    clearTimeout,
    setInterval,
    clearInterval,
    console,
    performance,
    // Of this process: what the library hands out must pass `instanceof` and strict comparison in tests.
    Promise,
    JSON,
    Error,
    Array,
    Object,
  };
}
