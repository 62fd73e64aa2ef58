import { PACKAGE_RELATIONSHIPS, RELATIONSHIPS } from './namespaces.ts';
import { element, type Xml, xmlPart } from './xml-element.ts';

/** From one part to another. */
export interface PartRelationship {
  id: string;
  kind: 'drawing' | 'chart';
  target: string;
}

/**
 * The relationships of a part with more added behind those it has.
 * @param existing the part as it is, undefined when there is none
 * @throws Error when an id is taken: two relationships of one id leave a file that Excel refuses
 */
export function withRelationships(existing: string | undefined, added: readonly PartRelationship[]): string {
  const pieces = added.map(relationship);
  if (existing === undefined) {
    return xmlPart(element('Relationships', { xmlns: PACKAGE_RELATIONSHIPS }, pieces));
  }
  for (const { id } of added) {
    if (existing.includes(` Id="${id}"`)) throw new Error(`The relationship "${id}" exists already.`);
  }
  const end = existing.lastIndexOf('</Relationships>');
  if (end < 0) throw new Error('The part holds no relationships.');
  return existing.slice(0, end) + pieces.map(({ xml }) => xml).join('') + existing.slice(end);
}

function relationship({ id, kind, target }: PartRelationship): Xml {
  return element('Relationship', { Id: id, Type: `${RELATIONSHIPS}/${kind}`, Target: target });
}
