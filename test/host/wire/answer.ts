import type { HostServices } from '../host-services.ts';
import { HostObject, objectOf } from '../members/object-type.ts';
import { newObject, workbookType } from '../members/workbook.ts';
import {
  ActionType,
  type Action,
  type ArgumentInfo,
  type Batch,
  type BatchResponse,
  memberName,
  type ObjectPath,
  PathType,
} from './batch.ts';
import { HostError, HostGap } from './host-error.ts';
import { select } from './select.ts';
import { isWithin } from './version.ts';

/** What a batch came to. */
export interface BatchOutcome {
  response: BatchResponse;
  /** Set when the batch used something that is not imitated. */
  gap: HostGap | null;
}

type AnyMember = HostObject['type']['members'][string];

/**
 * Runs the actions of a batch in their order. The first that fails ends it; what the ones before did to the
 * workbook stays done, as in Excel.
 * @param apiSet the version of ExcelApi this Excel has; newer members fail as ApiNotFound
 */
export function answerBatch(batch: Batch, host: HostServices, apiSet: string): BatchOutcome {
  const run = new BatchRun(batch, host, apiSet);
  const response: BatchResponse = { Results: [], TraceIds: [] };
  for (const [at, action] of batch.Actions.entries()) {
    try {
      if (action.ActionType === ActionType.trace) response.TraceIds.push(action.Id);
      response.Results.push({ ActionId: action.Id, Value: run.perform(action) ?? null });
    } catch (error) {
      const gap = error instanceof HostGap ? error : null;
      if (gap === null && !(error instanceof HostError)) throw error;
      response.Error = {
        Code: error instanceof HostError ? error.code : 'GeneralException',
        Message: error instanceof Error ? error.message : String(error),
        Location: run.location,
        HttpStatusCode: 400,
        ActionIndex: at,
      };
      return { response, gap };
    }
  }
  return { response, gap: null };
}

class BatchRun {
  /** The member that is being used, for error messages: `Range.values`. */
  location = '';
  readonly #paths: Batch['ObjectPaths'];
  readonly #host: HostServices;
  readonly #apiSet: string;
  /** Objects are found once, when the first action needs them. */
  readonly #objects = new Map<number, HostObject | null>();

  constructor(batch: Batch, host: HostServices, apiSet: string) {
    this.#paths = batch.ObjectPaths;
    this.#host = host;
    this.#apiSet = apiSet;
  }

  /** @returns the value of the action's result */
  perform(action: Action): unknown {
    if (action.ActionType === ActionType.trace) return null;
    const object = this.#object(action.ObjectPathId ?? 0);
    const name = memberName(action.Name ?? '');
    switch (action.ActionType) {
      case ActionType.instantiate:
        return object === null ? null : this.#identify(object);
      case ActionType.query:
        if (object === null) return null;
        this.location = object.type.name;
        return select(object, action.QueryInfo ?? {}, this.#host, (of, member) => this.#member(of, member));
      case ActionType.method:
        return this.#invoke(this.#present(object), name, this.#arguments(action.ArgumentInfo));
      case ActionType.setProperty:
        return this.#set(this.#present(object), name, this.#arguments(action.ArgumentInfo)[0]);
      default:
        throw new HostGap(`Actions of type ${action.ActionType} are not imitated.`);
    }
  }

  /** What office.js needs to find the object again in a later batch. */
  #identify(object: HostObject): Record<string, string> {
    const found: Record<string, string> = {};
    const { identity } = object.type;
    if (identity) found[identity.property] = identity.of(object.target);
    const reference = this.#host.references.idOf(object);
    if (reference !== null) found._ReferenceId = reference;
    return found;
  }

  #object(id: number): HostObject | null {
    const known = this.#objects.get(id);
    if (known !== undefined) return known;
    const path = this.#paths[String(id)];
    if (!path) throw new Error(`The batch has no object path ${id}.`);
    const object = this.#resolve(path);
    this.#objects.set(id, object);
    return object;
  }

  #resolve(path: ObjectPath): HostObject | null {
    switch (path.ObjectPathType) {
      case PathType.root:
        return objectOf(workbookType, null);
      case PathType.newObject:
        return newObject(path.Name);
      case PathType.reference:
        return this.#host.references.find(path.Name);
      case PathType.nullObject:
        return null;
    }
    const parent = this.#present(this.#object(path.ParentObjectPathId ?? 0));
    switch (path.ObjectPathType) {
      case PathType.property: {
        const member = this.#member(parent, memberName(path.Name));
        if (member?.kind === 'navigation') return member.get(parent.target, this.#host);
        throw new HostGap(`${this.location} is no object.`);
      }
      case PathType.method: {
        const result = this.#invoke(parent, memberName(path.Name), this.#arguments(path.ArgumentInfo));
        if (result instanceof HostObject || result === null) return result;
        throw new HostGap(`${this.location}() returns no object.`);
      }
      case PathType.indexer: {
        this.location = `${parent.type.name}.getItem`;
        if (!parent.type.item) throw new HostGap(`${parent.type.name} has no items.`);
        return parent.type.item(parent.target, this.#arguments(path.ArgumentInfo)[0], this.#host);
      }
      default:
        throw new HostGap(`Object paths of type ${path.ObjectPathType} are not imitated.`);
    }
  }

  /** A null object has neither members nor children. */
  #present(object: HostObject | null): HostObject {
    if (object === null) throw new HostError('ItemNotFound');
    return object;
  }

  #arguments(info: ArgumentInfo | undefined): unknown[] {
    return (info?.Arguments ?? []).map((value, at) => {
      const path = info?.ReferencedObjectPathIds?.[at];
      return typeof path === 'number' && path !== 0 ? this.#object(path) : value;
    });
  }

  #invoke(object: HostObject, name: string, given: readonly unknown[]): unknown {
    if (name === '_KeepReference' && object.type.tracked) {
      this.#host.references.keep(object);
      return null;
    }
    const member = this.#member(object, name);
    if (member?.kind !== 'method') throw new HostGap(`${this.location} is no method.`);
    if (member.changes) this.#assertChangeable();
    return member.call(object.target, given, this.#host);
  }

  #set(object: HostObject, name: string, value: unknown): null {
    const member = this.#member(object, name);
    if (member?.kind !== 'scalar' || !member.write) throw new HostGap(`${this.location} cannot be set here.`);
    this.#assertChangeable();
    member.write(object.target, value, this.#host);
    return null;
  }

  #assertChangeable(): void {
    if (this.#host.readOnly) throw new HostError('AccessDenied');
  }

  /** @throws HostGap for a member that is not imitated; HostError for one that is newer than this Excel */
  #member(object: HostObject, name: string): AnyMember {
    this.location = `${object.type.name}.${name}`;
    const member = Object.hasOwn(object.type.members, name) ? object.type.members[name] : undefined;
    if (!member) throw new HostGap(`${this.location} is not imitated; define it in test/host/members.`);
    if (!isWithin(member.set, this.#apiSet)) throw new HostError('ApiNotFound', this.location);
    return member;
  }
}
