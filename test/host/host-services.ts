import type { HostObject } from './members/object-type.ts';
import type { HostWorkbook } from './workbook/host-workbook.ts';

/** What members need of the host beside their own object. */
export interface HostServices {
  readonly workbook: HostWorkbook;
  /** True where nothing may be written: protected view, or a workbook opened for reading. */
  readonly readOnly: boolean;
  readonly events: HostEvents;
  readonly references: References;
}

/** Numbers office.js knows the events by. */
export const EventType = { changed: 10, activated: 11, selectionChanged: 14 } as const;
export type EventType = (typeof EventType)[keyof typeof EventType];

/** Target of events that come from any sheet. */
export const ANY_SHEET = 'Workbook';

/** The events the add-in listens to. */
export interface HostEvents {
  subscribe(type: EventType, target: string): void;
  unsubscribe(type: EventType, target: string): void;
  /** Tells those who listen to the sheet or to all sheets. */
  fire(type: EventType, sheetId: string, args: Record<string, unknown>): void;
}

/** Objects that outlive their batch. */
export interface References {
  keep(object: HostObject): string;
  idOf(object: HostObject): string | null;
  /** @throws HostError InvalidReference when the reference was released */
  find(id: string): HostObject;
  release(id: string): void;
}
