import { SubscribedEvents } from './events.ts';
import type { HostServices } from './host-services.ts';
import { TrackedReferences } from './references.ts';
import { ExcelUser } from './user.ts';
import { answerBatch } from './wire/answer.ts';
import { parseBatch, RequestFlag, type Batch } from './wire/batch.ts';
import { HostError, type HostErrorCode, type HostGap } from './wire/host-error.ts';
import type { HostWorkbook } from './workbook/host-workbook.ts';
import { loadHostWorkbook } from './workbook/load.ts';

/** Excel on the web or for Windows: they differ in limits, and in the build of office.js they load. */
export type Flavour = 'web' | 'desktop';

/** What kind of Excel is imitated. */
export interface HostOptions {
  flavour?: Flavour;
  /** The newest requirement set ExcelApi it has, `1.9` unless given. */
  apiSet?: string;
  /** Name of the file. */
  name?: string;
  /** Opened for reading: nothing can be written. */
  readOnly?: boolean;
  /** Bytes a request and a response may have; null: any. By default 5 MB on the web. */
  payloadLimit?: number | null;
  /**
   * Told of everything the code under test uses and this host does not imitate. By default it is thrown
   * outside of the code under test, so that no catch of its own hides it and the test run fails.
   */
  onGap?: (gap: HostGap) => void;
}

/** One request that reached the host. */
export interface RequestRecord {
  /** `sync`: asked for by the code; `cleanup`: office.js releases references; `service`: its own business. */
  kind: 'sync' | 'cleanup' | 'service';
  requestBytes: number;
  responseBytes: number;
  actions: number;
  /** Members that were set or called, as they travel: `Values`, `GetUsedRange`. */
  uses: string[];
  /** Code of the error it ended with. */
  error: string | null;
}

/** What the transport carries back: a body, or a refusal of the whole request. */
export type Reply = { body: string } | { refused: HostErrorCode; message: string };

/** learn.microsoft.com/office/dev/add-ins/concepts/resource-limits-and-performance-optimization */
const WEB_PAYLOAD_BYTES = 5 * 1024 * 1024;

/** Excel with one workbook open, as far as a task pane can tell. */
export class ExcelHost {
  readonly flavour: Flavour;
  readonly apiSet: string;
  readonly workbook: HostWorkbook;
  readonly user: ExcelUser;
  readonly events = new SubscribedEvents();
  readonly references = new TrackedReferences();
  /** Every request so far, in order. */
  readonly requests: RequestRecord[] = [];
  /** Everything that was used and is not imitated. */
  readonly gaps: HostGap[] = [];
  readonly readOnly: boolean;
  readonly #payloadLimit: number | null;
  readonly #onGap: (gap: HostGap) => void;
  /** Requests that wait for the end of cell editing; null while no cell is edited. */
  #waiting: (() => void)[] | null = null;

  constructor(workbook: HostWorkbook, options: HostOptions = {}) {
    this.workbook = workbook;
    this.flavour = options.flavour ?? 'web';
    this.apiSet = options.apiSet ?? '1.9';
    this.readOnly = options.readOnly ?? false;
    this.#payloadLimit =
      options.payloadLimit === undefined
        ? this.flavour === 'web'
          ? WEB_PAYLOAD_BYTES
          : null
        : options.payloadLimit;
    this.#onGap = options.onGap ?? throwOutside;
    this.user = new ExcelUser(this.#services());
  }

  /**
   * Opens a workbook file.
   * @throws WorkbookReadError
   */
  static async open(bytes: Uint8Array, options: HostOptions = {}): Promise<ExcelHost> {
    return new ExcelHost(await loadHostWorkbook(bytes, options.name ?? 'workbook.xlsx'), options);
  }

  /** Requests the code asked for with `context.sync()`. */
  get syncs(): number {
    return this.requests.filter(({ kind }) => kind === 'sync').length;
  }

  /** A person starts to edit a cell; until the end Excel runs no batch. */
  beginCellEdit(): void {
    this.#waiting ??= [];
  }

  /** The person has left the cell; what waited is run. */
  endCellEdit(): void {
    const waiting = this.#waiting ?? [];
    this.#waiting = null;
    for (const resume of waiting) resume();
  }

  /** How many requests wait for the end of cell editing. */
  get waiting(): number {
    return this.#waiting?.length ?? 0;
  }

  /** Answers a request of office.js. @param flags travel beside the body */
  async receive(body: string, flags: number): Promise<Reply> {
    const batch = parseBatch(body);
    const record = recordOf(batch, body);
    this.requests.push(record);
    const waiting = this.#waiting;
    if (waiting !== null) {
      if ((flags & RequestFlag.delayForCellEdit) === 0) {
        return refuse(record, 'InvalidOperationInCellEditMode');
      }
      await new Promise<void>((resume) => waiting.push(resume));
    }
    if (this.#exceeds(record.requestBytes)) return refuse(record, 'RequestPayloadSizeLimitExceeded');
    const { response, gap } = answerBatch(batch, this.#services(), this.apiSet);
    if (gap !== null) this.reportGap(gap);
    const answer = JSON.stringify(response);
    record.responseBytes = Buffer.byteLength(answer);
    record.error = response.Error?.Code ?? null;
    if (this.#exceeds(record.responseBytes)) return refuse(record, 'ResponsePayloadSizeLimitExceeded');
    return { body: answer };
  }

  /** Makes known that something was used that is not imitated. */
  reportGap(gap: HostGap): void {
    this.gaps.push(gap);
    this.#onGap(gap);
  }

  #exceeds(bytes: number): boolean {
    return this.#payloadLimit !== null && bytes > this.#payloadLimit;
  }

  #services(): HostServices {
    const { workbook, readOnly, events, references } = this;
    return { workbook, readOnly, events, references };
  }
}

function refuse(record: RequestRecord, code: HostErrorCode): Reply {
  record.error = code;
  return { refused: code, message: new HostError(code).message };
}

function recordOf(batch: Batch, body: string): RequestRecord {
  const uses = [...batch.Actions, ...Object.values(batch.ObjectPaths)].map(({ Name }) => Name ?? '');
  const named = uses.filter((name) => name !== '');
  return {
    kind: kindOf(batch, named),
    requestBytes: Buffer.byteLength(body),
    responseBytes: 0,
    actions: batch.Actions.length,
    uses: named,
    error: null,
  };
}

function kindOf({ Actions }: Batch, uses: readonly string[]): RequestRecord['kind'] {
  if (uses.some((name) => name.endsWith('AddinInternalService'))) return 'service';
  const called = Actions.map(({ Name }) => Name).filter((name) => name !== undefined && name !== '');
  return called.length > 0 && called.every((name) => name === '_RemoveReference') ? 'cleanup' : 'sync';
}

function throwOutside(gap: HostGap): void {
  setImmediate(() => {
    throw gap;
  });
}
