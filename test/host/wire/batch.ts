import * as z from 'zod';

/**
 * The batch protocol that office.js speaks with Excel: one request carries the actions collected up to a
 * `context.sync()`, each on an object named by a path; one response carries a result for each.
 */

const args = z.object({
  Arguments: z.array(z.unknown()).optional(),
  /** Beside each argument the path of the object it stands for; 0 where it is a plain value. */
  ReferencedObjectPathIds: z.array(z.unknown()).optional(),
});

const query = z.object({
  Select: z.array(z.string()).optional(),
  Expand: z.array(z.string()).optional(),
  Top: z.number().optional(),
  Skip: z.number().optional(),
});

const action = z.object({
  Id: z.number(),
  ActionType: z.number(),
  Name: z.string().optional(),
  ObjectPathId: z.number().optional(),
  ArgumentInfo: args.optional(),
  QueryInfo: query.optional(),
});

const objectPath = z.object({
  Id: z.number(),
  ObjectPathType: z.number(),
  Name: z.string(),
  ParentObjectPathId: z.number().optional(),
  ArgumentInfo: args.optional(),
});

const batch = z.object({
  AutoKeepReference: z.boolean().optional(),
  Actions: z.array(action),
  ObjectPaths: z.record(z.string(), objectPath),
});

export type Batch = z.infer<typeof batch>;
export type Action = z.infer<typeof action>;
export type ObjectPath = z.infer<typeof objectPath>;
export type Query = z.infer<typeof query>;
export type ArgumentInfo = z.infer<typeof args>;

/** What an action asks for. */
export const ActionType = { instantiate: 1, query: 2, method: 3, setProperty: 4, trace: 5 } as const;

/** How a path names its object. */
export const PathType = {
  root: 1,
  newObject: 2,
  method: 3,
  property: 4,
  indexer: 5,
  reference: 6,
  nullObject: 7,
} as const;

/** Bits of the flags that travel beside a request. */
export const RequestFlag = { delayForCellEdit: 64 } as const;

/** The answer to a batch. After a failing action none is run and none has a result. */
export interface BatchResponse {
  Results: { ActionId: number; Value: unknown }[];
  /** Traces that were reached; office.js attaches an event handler only when its trace comes back. */
  TraceIds: number[];
  Error?: { Code: string; Message: string; Location: string; HttpStatusCode: number; ActionIndex?: number };
}

/**
 * Reads the body of a request.
 * @throws Error when it is no batch
 */
export function parseBatch(body: string): Batch {
  return batch.parse(JSON.parse(body));
}

/** Members travel with a capital first letter: `getItem` as `GetItem`. */
export function memberName(wireName: string): string {
  return wireName.startsWith('_') ? wireName : wireName.charAt(0).toLowerCase() + wireName.slice(1);
}

/** The name of a loaded property in a result. */
export function wireName(member: string): string {
  return member.charAt(0).toUpperCase() + member.slice(1);
}
