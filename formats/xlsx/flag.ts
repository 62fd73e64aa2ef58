/** An XML Schema boolean of an attribute; absent is false. */
export function isTrue(flag: string | undefined): boolean {
  return flag === '1' || flag === 'true';
}
