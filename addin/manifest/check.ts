import type { ManifestFacts } from './facts.ts';
import { checkIcons } from './icons.ts';
import { checkIdentity } from './identity.ts';
import type { Problem } from './problem.ts';
import { checkResources } from './resources.ts';
import { checkRibbon } from './ribbon.ts';
import { checkStructure } from './structure.ts';
import { checkTexts } from './texts.ts';
import type { ManifestElement } from './tree.ts';
import { checkUrls } from './urls.ts';

/** Everything that is wrong with a manifest, in the order of its lines. */
export function checkManifest(root: ManifestElement, facts: ManifestFacts): Problem[] {
  return [
    ...checkStructure(root),
    ...checkIdentity(root, facts),
    ...checkTexts(root),
    ...checkUrls(root, facts),
    ...checkIcons(root, facts),
    ...checkResources(root),
    ...checkRibbon(root, facts),
  ].sort((left, right) => left.line - right.line);
}
