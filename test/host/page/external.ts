/** How Excel introduces itself to the page. */
export interface PageFacts {
  /** Interface language, for example `vi-VN`. */
  language: string;
  /** Language of the user's formats. */
  dataLanguage: string;
  /** Requirement sets with their versions. */
  sets: Record<string, string>;
  documentUrl: string;
  readOnly: boolean;
  /** Settings stored in the document, by key, each as JSON. */
  settings: Record<string, string>;
}

/** What the page asks of the host, which runs in the test process. */
export type HostCall =
  | { kind: 'batch'; body: string; flags: number }
  | { kind: 'settings'; settings: Record<string, string> }
  | { kind: 'completed'; command: string; status: number; data: string }
  | { kind: 'unknown'; what: string };

/** The host's answer to a batch: an Office error code, 0 for none, and the body. */
export interface HostAnswer {
  code: number;
  body: string;
}

/** What the test process asks of the page. */
export interface PageEntry {
  /** Whether office.js listens to an event of this number. */
  listens(event: number): boolean;
  raise(event: number, args: unknown[]): void;
}

/** Names under which both sides find each other on `window`. */
export const HOST_BINDING = 'excelHostCall';
export const PAGE_ENTRY = 'excelPageEntry';

/**
 * Defines on `window.external` what Excel for Windows defines there before office.js loads. It is sent to the
 * page as source text, so it may use nothing outside of itself.
 */
export function defineExternal({
  facts,
  binding,
  entry,
}: {
  facts: PageFacts;
  binding: string;
  entry: string;
}): void {
  type Callback = (result: unknown[]) => void;
  type Handler = (event: number, args: unknown[]) => void;
  const RICH_API = 93;
  const COMMAND_COMPLETED = 94;
  const scope = window as unknown as Record<string, unknown>;
  const call = (request: HostCall) => (scope[binding] as (request: HostCall) => Promise<HostAnswer>)(request);
  const handlers = new Map<number, Handler>();

  /** Excel passes arrays of COM, which office.js unwraps. */
  const safeArray = (items: unknown[]): unknown[] =>
    Object.defineProperties(items, {
      toArray: { value: () => items },
      dimensions: { value: () => 1 },
    });

  const context = {
    GetAppType: () => 1,
    GetSolutionRef: () => 'chitieu',
    GetAppVersionMajor: () => 16,
    GetAppVersionMinor: () => 1,
    GetHostFullVersion: () => '16.0.0.0',
    GetAppUILocale: () => facts.language,
    GetAppDataLocale: () => facts.dataLanguage,
    GetDocUrl: () => facts.documentUrl,
    // 0 for reading and writing, 1 for reading.
    GetAppCapabilities: () => (facts.readOnly ? 1 : 0),
    GetActivationMode: () => 1,
    GetControlIntegrationLevel: () => 1,
    GetSolutionToken: () => '',
    GetSupportedMatrix: () => JSON.stringify(facts.sets),
    GetSettings: () => ({
      Read(keys: string[], values: string[]) {
        for (const [key, value] of Object.entries(facts.settings)) {
          keys.push(key);
          values.push(value);
        }
      },
      Write(keys: string[], values: string[]) {
        facts.settings = Object.fromEntries(keys.map((key, at) => [key, values[at] ?? 'null']));
        void call({ kind: 'settings', settings: facts.settings });
      },
    }),
  };

  const external = {
    GetHostInfo: () => `Excel$Win32$16.01$${facts.language}`,
    GetContext: () => context,
    GetLoggingAllowed: () => false,
    Execute(method: number, parameters: unknown[], done: Callback) {
      if (method === RICH_API) {
        const request = parameters[0] as unknown[];
        void call({ kind: 'batch', body: String(request[4]), flags: Number(request[6]) }).then(
          ({ code, body }) => done(safeArray(code === 0 ? [0, 200, safeArray([]), body] : [code, body])),
        );
        return;
      }
      if (method === COMMAND_COMPLETED) {
        const [command, status, data] = parameters;
        void call({
          kind: 'completed',
          command: String(command),
          status: Number(status),
          data: String(data ?? ''),
        });
      } else {
        void call({ kind: 'unknown', what: `Execute ${method}` });
      }
      setTimeout(() => done(safeArray([0, null])), 0);
    },
    RegisterEvent(event: number, _target: string, handler: Handler, done: Callback) {
      handlers.set(event, handler);
      setTimeout(() => done(safeArray([0])), 0);
    },
    UnregisterEvent(event: number, _target: string, done: Callback) {
      handlers.delete(event);
      setTimeout(() => done(safeArray([0])), 0);
    },
  };
  for (const [name, value] of Object.entries(external)) {
    Object.defineProperty(window.external, name, { value, configurable: true });
  }
  const pageEntry: PageEntry = {
    listens: (event) => handlers.has(event),
    raise: (event, args) => handlers.get(event)?.(event, safeArray(args)),
  };
  scope[entry] = pageEntry;
}
