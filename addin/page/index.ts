import '../shell/without-eval.ts';
import { pseudoText } from '../pane/texts/pseudo.ts';
import { mountPage } from './mount-page.ts';
import { registerServiceWorker } from './offline.ts';

const app = document.getElementById('app');
if (app === null) throw new Error('The page has no element with the id "app".');
// The build of this mode is for tests; every other build leaves the stretched texts out.
mountPage(app, import.meta.env.MODE === 'pseudo' ? pseudoText : undefined);

void registerServiceWorker();
