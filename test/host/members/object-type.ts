import type { HostServices } from '../host-services.ts';

/** A plain value or an array of them, as JSON carries it. */
export type Plain = string | number | boolean | null | readonly Plain[] | { readonly [key: string]: Plain };

interface Documented {
  /** The requirement set ExcelApi that brought the member: `1.1`. */
  set: string;
  /**
   * The documented member an internal one works for: office.js turns `onChanged.add` into
   * `_RegisterDataChangedEvent`. Absent where the two names are the same, null for housekeeping.
   */
  worksFor?: string | null;
}

/** A value that is loaded, and set where there is `write`. */
export interface ScalarMember<Target> extends Documented {
  kind: 'scalar';
  read(target: Target, host: HostServices): Plain;
  write?(target: Target, value: unknown, host: HostServices): void;
}

/** A property that leads to another object; null is a null object. */
export interface NavigationMember<Target> extends Documented {
  kind: 'navigation';
  get(target: Target, host: HostServices): HostObject | null;
}

/** A method; what it does to the workbook is done when its action is reached. */
export interface MethodMember<Target> extends Documented {
  kind: 'method';
  /** True when it changes the workbook, which a workbook opened for reading refuses. */
  changes?: boolean;
  call(target: Target, args: readonly unknown[], host: HostServices): HostObject | Plain | undefined;
}

export type Member<Target> = ScalarMember<Target> | NavigationMember<Target> | MethodMember<Target>;

/** A class of the Excel API as far as this host imitates it. */
export interface ObjectType<Target> {
  /** As in the documentation: `Range`. */
  name: string;
  members: Readonly<Record<string, Member<Target>>>;
  /** Present where office.js finds the object again by a key in its collection. */
  identity?: { property: 'Id' | '_Id'; of(target: Target): string };
  /** Present for collections. */
  items?(target: Target, host: HostServices): HostObject[];
  /** The item a collection has under a key. @throws HostError ItemNotFound */
  item?(target: Target, key: unknown, host: HostServices): HostObject;
  /** True for objects that Excel remembers between batches by a reference id. */
  tracked?: boolean;
}

/** An object of the workbook as the add-in holds it. */
export class HostObject {
  readonly type: ObjectType<unknown>;
  readonly target: unknown;

  constructor(type: ObjectType<unknown>, target: unknown) {
    this.type = type;
    this.target = target;
  }
}

/** Binds a target to its class. */
export function objectOf<Target>(type: ObjectType<Target>, target: Target): HostObject {
  return new HostObject(type as ObjectType<unknown>, target);
}

/** The documentation page that a member imitates. */
export function documentationOf(type: { name: string }, member: string): string {
  const page = `excel.${type.name.toLowerCase()}`;
  return `learn.microsoft.com/javascript/api/excel/${page}#${page.replace('.', '-')}-${member.toLowerCase()}-member`;
}
