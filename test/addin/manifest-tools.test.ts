import { X509Certificate } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { FRAME_ANCESTORS } from '../../addin/build/security-policy.ts';
import { DEVELOPMENT_ORIGIN } from '../../addin/manifest/origin.ts';
import { toolArguments } from '../../addin/tools/arguments.ts';
import { developmentCertificate } from '../../addin/tools/certificate.ts';
import { sourceFiles } from '../../addin/tools/manifest-facts.ts';
import { writeManifest } from '../../addin/tools/manifest-file.ts';
import { projectRoot } from '../../addin/tools/project-root.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'chitieu-addin-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

describe('options', () => {
  it('are for development with office.js from Microsoft when none is given', () => {
    expect(toolArguments([], {})).toEqual({ origin: DEVELOPMENT_ORIGIN, officeJs: 'cdn', out: null });
  });

  it('may come from the environment, and are overruled by what is typed', () => {
    expect(toolArguments([], { OFFICE_JS: 'local' }).officeJs).toBe('local');
    expect(toolArguments(['--office-js', 'cdn'], { OFFICE_JS: 'local' }).officeJs).toBe('cdn');
  });

  it.each([
    [['--office-js', 'none'], /--office-js is "none"; expected cdn or local/u],
    [['--origin', 'http://example.org'], /is not an origin/u],
    [['--orgin', 'https://example.org'], /orgin/u],
    [['https://example.org'], /https:\/\/example\.org/u],
  ])('%j are refused', (args, message) => {
    expect(() => toolArguments(args, {})).toThrow(message);
  });
});

describe('a manifest for another origin', () => {
  const root = projectRoot();

  it('is written when it keeps every rule', async () => {
    const target = join(folder, 'manifest.xml');
    await writeManifest(root, 'https://example.gov.vn', await sourceFiles(root), target);
    expect(await readFile(target, 'utf8')).toContain('"https://example.gov.vn/taskpane.html"');
  });

  it('is not written for pages that are not served', async () => {
    const target = join(folder, 'manifest.xml');
    await expect(writeManifest(root, 'https://example.gov.vn', new Map(), target)).rejects.toThrow(
      /manifest\.xml:\d+: .*no file "taskpane\.html" is served/u,
    );
    await expect(readFile(target)).rejects.toThrow();
  });
});

describe('the development certificate', () => {
  it('is for localhost, signed by its own authority, and used again', async () => {
    const { cert } = await developmentCertificate(folder);
    const certificate = new X509Certificate(cert);
    const authority = new X509Certificate(await readFile(join(folder, 'ca.crt')));
    expect(certificate.checkHost('localhost')).toBe('localhost');
    expect(certificate.verify(authority.publicKey)).toBe(true);
    expect((await developmentCertificate(folder)).cert.equals(cert)).toBe(true);
  });

  it('is made anew when a file of it is missing', async () => {
    const { cert } = await developmentCertificate(folder);
    await rm(join(folder, 'localhost.key'));
    const renewed = await developmentCertificate(folder);
    expect(renewed.cert.equals(cert)).toBe(false);
    expect(new X509Certificate(renewed.cert).checkHost('localhost')).toBe('localhost');
  });

  it('says so when its folder cannot be made', async () => {
    await writeFile(join(folder, 'file'), '');
    await expect(developmentCertificate(join(folder, 'file'))).rejects.toThrow();
  });
});

describe('the documents', () => {
  const root = projectRoot();

  it('show the header that servers have to send', () => {
    expect(readFileSync(join(root, 'docs/addin.md'), 'utf8')).toContain(
      `Content-Security-Policy: ${FRAME_ANCESTORS}\n`,
    );
  });

  it('come with a registry file whose identifier is a GUID, the same in both places', () => {
    const text = readFileSync(join(root, 'docs/trusted-catalog.reg'), 'utf8');
    const guids = [...text.matchAll(/\{([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})\}/gu)].map(
      ([, guid]) => guid,
    );
    expect(guids).toHaveLength(2);
    expect(new Set(guids).size).toBe(1);
    expect(text).toMatch(/^Windows Registry Editor Version 5\.00\r?\n/u);
    expect(text).toContain(String.raw`"Url"="\\\\server\\folder"`);
  });
});
