/**
 * Imported before anything that uses zod: zod otherwise compiles its schemas with `Function`, which the pages'
 * security policy refuses.
 */
import * as z from 'zod';

z.config({ jitless: true });
