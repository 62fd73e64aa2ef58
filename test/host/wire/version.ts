/** Whether a requirement set version such as `1.10` is contained in another such as `1.9` (it is not). */
export function isWithin(version: string, supported: string): boolean {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  const [supportedMajor = 0, supportedMinor = 0] = supported.split('.').map(Number);
  return major < supportedMajor || (major === supportedMajor && minor <= supportedMinor);
}
