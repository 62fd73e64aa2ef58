/** The SHA-256 of bytes in hexadecimal, in Node and in browsers. */
export async function sha256(bytes: Uint8Array): Promise<string> {
  // A copy: the digest takes no view of shared memory.
  const digest = await crypto.subtle.digest('SHA-256', new Uint8Array(bytes));
  return [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}
