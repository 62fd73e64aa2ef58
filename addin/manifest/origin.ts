/** Where the committed manifest expects the pages. */
export const DEVELOPMENT_ORIGIN = 'https://localhost:3443';

/**
 * Makes an origin comparable: https, no closing slash, nothing behind the path.
 * @throws Error that says what an origin must look like
 */
export function parseOrigin(text: string): string {
  const url = URL.canParse(text) ? new URL(text) : null;
  const plain = url !== null && url.search === '' && url.hash === '' && url.username === '';
  if (url === null || !plain || url.protocol !== 'https:' || /["'&<>]/u.test(url.href)) {
    throw new Error(
      `"${text}" is not an origin: expected https, a host and at most a path, such as https://chitieu.example.gov.vn or https://example.gov.vn/chitieu.`,
    );
  }
  let { href } = url;
  while (href.endsWith('/')) href = href.slice(0, -1);
  return href;
}

/**
 * The manifest for pages at another origin.
 * @param text the development manifest
 * @param origin as `parseOrigin` returns it
 */
export function withOrigin(text: string, origin: string): string {
  return text.replaceAll(`"${DEVELOPMENT_ORIGIN}/`, () => `"${origin}/`);
}
