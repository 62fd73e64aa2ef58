import { HostError } from '../wire/host-error.ts';
import { HostObject } from './object-type.ts';

/** Reads arguments the way Excel does: a wrong one is InvalidArgument. */

export function textArgument(value: unknown): string {
  if (typeof value !== 'string') throw new HostError('InvalidArgument');
  return value;
}

export function wholeNumberArgument(value: unknown): number {
  if (typeof value !== 'number' || !Number.isInteger(value)) throw new HostError('InvalidArgument');
  return value;
}

/** An argument that may be left out; office.js then sends null or nothing. */
export function flagArgument(value: unknown): boolean {
  if (value === undefined || value === null) return false;
  if (typeof value !== 'boolean') throw new HostError('InvalidArgument');
  return value;
}

export function isObject(value: unknown, type: string): value is HostObject {
  return value instanceof HostObject && value.type.name === type;
}
