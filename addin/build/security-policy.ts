import { OFFICE_JS_ORIGIN, type OfficeJsSource } from './office-js.ts';

/**
 * The Content-Security-Policy that the build writes into a page. Nothing inline, no eval, no frames; figures
 * have nowhere to go but the page's own server.
 * @param officeJs where office.js comes from; null for pages without it
 */
export function contentSecurityPolicy(officeJs: OfficeJsSource | null): string {
  const own = officeJs === 'cdn' ? `'self' ${OFFICE_JS_ORIGIN}` : "'self'";
  return [
    "default-src 'none'",
    `script-src ${own}`,
    "style-src 'self'",
    "img-src 'self'",
    `connect-src ${own}`,
    "worker-src 'self'",
    "frame-src 'none'",
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ');
}

/**
 * Excel on the web shows the pane in a frame. Browsers take this directive from a header only, so the server
 * has to send it.
 */
export const FRAME_ANCESTORS =
  "frame-ancestors 'self' https://*.officeapps.live.com https://*.sharepoint.com https://excel.cloud.microsoft";
