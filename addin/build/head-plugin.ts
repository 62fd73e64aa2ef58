import type { HtmlTagDescriptor, Plugin } from 'vite';

/**
 * Writes the security policy to the top of a page's head, before anything it governs, and office.js after it; see
 * {@link officeReady} (office/ready.ts).
 * Only in builds: the development server needs inline scripts of its own.
 * @param officeJs address of office.js; undefined for pages without it
 */
export function headPlugin(policy: string, officeJs?: string): Plugin {
  const tags: HtmlTagDescriptor[] = [
    {
      tag: 'meta',
      attrs: { 'http-equiv': 'Content-Security-Policy', content: policy },
      injectTo: 'head-prepend',
    },
  ];
  // By itself, whatever comes first: the page's own script runs while the library is on its way, and a network that
  // swallows the request leaves the page's own text on the screen.
  if (officeJs !== undefined) {
    tags.push({ tag: 'script', attrs: { async: true, src: officeJs }, injectTo: 'head-prepend' });
  }
  return {
    name: 'chitieu:head',
    apply: 'build',
    transformIndexHtml: { order: 'post', handler: () => tags },
  };
}
