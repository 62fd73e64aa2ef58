import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { checkManifest } from '../../addin/manifest/check.ts';
import type { ManifestFacts } from '../../addin/manifest/facts.ts';
import { DEVELOPMENT_ORIGIN, parseOrigin, withOrigin } from '../../addin/manifest/origin.ts';
import { type Rule, rules } from '../../addin/manifest/problem.ts';
import { pngSize } from '../../addin/manifest/png.ts';
import { readManifest } from '../../addin/manifest/tree.ts';
import { paneTab, paneTabs } from '../../addin/shell/pane-tab.ts';
import { manifestFacts, sourceFiles } from '../../addin/tools/manifest-facts.ts';
import { projectRoot } from '../../addin/tools/project-root.ts';

const ROOT = projectRoot();
const MANIFEST = readFileSync(join(ROOT, 'manifest.xml'), 'utf8');
const files = await sourceFiles(ROOT);
const FACTS = await manifestFacts(ROOT, DEVELOPMENT_ORIGIN, files);

function problemsOf(text: string, facts: ManifestFacts = FACTS) {
  return checkManifest(readManifest(new TextEncoder().encode(text)), facts);
}

/** The manifest with one piece replaced; the piece must be there, or the mutation would prove nothing. */
function mutated(from: string | RegExp, to: string): string {
  const text = MANIFEST.replace(from, () => to);
  if (text === MANIFEST) throw new Error(`The manifest has no ${String(from)} to replace.`);
  return text;
}

/** Line of the first place that matches. */
function lineOf(text: string, piece: string): number {
  return text.slice(0, text.indexOf(piece)).split('\n').length;
}

const long = (length: number) => 'ă'.repeat(length);
const buttonOf = (id: string) => new RegExp(`<Control xsi:type="Button" id="${id}">.*?</Control>`, 'su');
const checkButton = buttonOf('ChiTieu.CheckButton').exec(MANIFEST)?.[0] ?? '';

interface Mutation {
  readonly why: string;
  readonly text: string;
  readonly expected: RegExp;
}

/** One or more ways to break each rule; a message of that rule must match. */
const mutations: Record<Rule, Mutation[]> = {
  structure: [
    {
      why: 'two elements swapped',
      text: mutated(/(<Version>.*?<\/Version>)\s*(<ProviderName>.*?<\/ProviderName>)/su, '').replace(
        '<DefaultLocale>',
        '<ProviderName>x</ProviderName><Version>0.1.0</Version><DefaultLocale>',
      ),
      expected: /^Version: must stand before ProviderName in OfficeApp/u,
    },
    {
      why: 'no GetStarted',
      text: mutated(/<GetStarted>.*?<\/GetStarted>/su, ''),
      expected: /^ov:DesktopFormFactor: ov:GetStarted is missing/u,
    },
    {
      why: 'GetStarted without its address',
      text: mutated('<LearnMoreUrl resid="Url.Help" />', ''),
      expected: /^ov:GetStarted: ov:LearnMoreUrl is missing/u,
    },
    {
      why: 'the tab named twice',
      text: mutated('<Label resid="Tab.Label" />', '<Label resid="Tab.Label" /><Label resid="Tab.Label" />'),
      expected: /ov:Label stands here 2 times/u,
    },
    {
      why: 'the label of the tab before its groups',
      text: mutated('<Label resid="Tab.Label" />', '').replace(
        '<CustomTab id="ChiTieu.Tab">',
        '<CustomTab id="ChiTieu.Tab"><Label resid="Tab.Label" />',
      ),
      expected: /^ov:Group "ChiTieu.CheckGroup": must stand before ov:Label in ov:CustomTab/u,
    },
    {
      why: 'a set in the namespace of the base part',
      text: mutated(
        /<bt:Sets DefaultMinVersion="1.9">\s*<bt:Set (.*?)\/>\s*<\/bt:Sets>/su,
        '<Sets><Set Name="ExcelApi" MinVersion="1.9" /></Sets>',
      ),
      expected: /^ov:Sets: does not belong in ov:Requirements/u,
    },
    {
      why: 'a shared runtime, which we do not use',
      text: mutated('<DesktopFormFactor>', '<Runtimes><Runtime /></Runtimes><DesktopFormFactor>'),
      expected: /^ov:Runtimes: does not belong/u,
    },
    {
      why: 'an attribute missing',
      text: mutated('<Label resid="Check.Label" />', '<Label />'),
      expected: /^ov:Label: the attribute resid is missing or empty/u,
    },
    {
      why: 'an attribute misspelt',
      text: mutated('<Set Name="ExcelApi" MinVersion', '<Set Name="ExcelApi" Minversion'),
      expected: /^Set: the attribute Minversion does not belong here/u,
    },
    {
      why: 'an empty text',
      text: mutated('<FunctionName>clearMarks</FunctionName>', '<FunctionName> </FunctionName>'),
      expected: /^ov:FunctionName: is empty/u,
    },
    {
      why: 'text between elements',
      text: mutated('<Hosts>', '<Hosts>Workbook'),
      expected: /^Hosts: must not hold text; found "Workbook"/u,
    },
    {
      why: 'another document altogether',
      text: '<OfficeApp><Id>1</Id></OfficeApp>',
      expected: /the root must be OfficeApp/u,
    },
    { why: 'no element at all', text: '<!-- --><a/>', expected: /the root must be OfficeApp/u },
  ],
  type: [
    {
      why: 'an add-in of another kind',
      text: mutated('xsi:type="TaskPaneApp"', 'xsi:type="ContentApp"'),
      expected: /xsi:type is ContentApp; expected TaskPaneApp/u,
    },
    {
      why: 'a later schema of VersionOverrides',
      text: mutated('VersionOverridesV1_0', 'VersionOverridesV1_1'),
      expected: /expected VersionOverridesV1_0/u,
    },
    {
      why: 'an action without type',
      text: mutated('<Action xsi:type="ExecuteFunction">', '<Action>'),
      expected: /xsi:type is none; expected ExecuteFunction or ShowTaskpane/u,
    },
  ],
  id: [
    {
      why: 'braces',
      text: mutated(/<Id>(.*?)<\/Id>/u, '<Id>{d732a1f4-3cd5-44ec-a1f7-eb7881956121}</Id>'),
      expected: /not a GUID/u,
    },
    { why: 'a digit short', text: mutated('7881956121</Id>', '788195612</Id>'), expected: /not a GUID/u },
  ],
  version: ['1.2.3.4.5', '1.0-beta', '1.', '123456.0'].map((version) => ({
    why: version,
    text: mutated(/<Version>.*?<\/Version>/u, `<Version>${version}</Version>`),
    expected: /not one to four numbers/u,
  })),
  'package-version': [
    {
      why: 'another version than the package',
      text: mutated(/<Version>.*?<\/Version>/u, '<Version>9.1.0.0</Version>'),
      expected: /is 9\.1\.0\.0; package\.json has /u,
    },
  ],
  'text-length': [
    {
      why: 'a short string',
      text: mutated('DefaultValue="Đã thêm Chỉ Tiêu"', `DefaultValue="${long(126)}"`),
      expected: /default: has 126 characters; at most 125/u,
    },
    {
      why: 'a long string in English',
      text: mutated(/Value="Moves to[^"]*"/u, `Value="${long(251)}"`),
      expected: /en-US: has 251 characters; at most 250/u,
    },
    {
      why: 'the description',
      text: mutated(/<Description DefaultValue="[^"]*"/u, `<Description DefaultValue="${long(251)}"`),
      expected: /^Description: default: has 251/u,
    },
    {
      why: 'the name',
      text: mutated('<DisplayName DefaultValue="Chỉ Tiêu"', `<DisplayName DefaultValue="${long(126)}"`),
      expected: /^DisplayName: default: has 126/u,
    },
    {
      why: 'the provider',
      text: mutated(/<ProviderName>.*?</u, `<ProviderName>${long(126)}<`),
      expected: /^ProviderName: has 126/u,
    },
  ],
  hosts: [
    {
      why: 'Word in the base part',
      text: mutated('<Host Name="Workbook" />', '<Host Name="Workbook" /><Host Name="Document" />'),
      expected: /^Host: is for Document/u,
    },
    {
      why: 'Word in VersionOverrides',
      text: mutated('<Host xsi:type="Workbook">', '<Host xsi:type="Document">'),
      expected: /^ov:Host: is for Document/u,
    },
  ],
  requirements: [
    {
      why: 'an older set',
      text: mutated('<Set Name="ExcelApi" MinVersion="1.9" />', '<Set Name="ExcelApi" MinVersion="1.8" />'),
      expected: /^Sets: must ask for ExcelApi 1\.9 or later; found 1\.8/u,
    },
    {
      why: 'no number and an old default',
      text: mutated(
        /<bt:Sets DefaultMinVersion="1.9">\s*<bt:Set Name="ExcelApi" MinVersion="1.9" \/>/u,
        '<bt:Sets DefaultMinVersion="1.1"><bt:Set Name="ExcelApi" />',
      ),
      expected: /^bt:Sets: .*found 1\.1/u,
    },
    {
      why: 'a default that is no version',
      text: mutated('<bt:Sets DefaultMinVersion="1.9">', '<bt:Sets DefaultMinVersion="latest">'),
      expected: /^bt:Sets: "latest" is not a version/u,
    },
    {
      why: 'another set',
      text: mutated('<bt:Set Name="ExcelApi"', '<bt:Set Name="WordApi"'),
      expected: /found no such set/u,
    },
  ],
  permissions: [
    {
      why: 'reading only',
      text: mutated('ReadWriteDocument', 'ReadDocument'),
      expected: /is "ReadDocument"; expected ReadWriteDocument/u,
    },
  ],
  'locale-tag': [
    {
      why: 'a bare language',
      text: mutated(
        '<bt:Override Locale="en-US" Value="Check" />',
        '<bt:Override Locale="en-US" Value="Check" /><bt:Override Locale="fr" Value="Contrôle" />',
      ),
      expected: /"fr" is not a full tag/u,
    },
    {
      why: 'a bare default',
      text: mutated('<DefaultLocale>vi-VN<', '<DefaultLocale>vi<'),
      expected: /^DefaultLocale: "vi" is not/u,
    },
  ],
  'locale-repeated': [
    {
      why: 'the default once more',
      text: mutated(
        '<bt:Override Locale="en-US" Value="Check" />',
        '<bt:Override Locale="en-US" Value="Check" /><bt:Override Locale="vi-VN" Value="Kiểm tra" />',
      ),
      expected: /^bt:String "Check\.Label": gives vi-VN a second time/u,
    },
  ],
  english: [
    {
      why: 'a label only in Vietnamese',
      text: mutated('<bt:Override Locale="en-US" Value="Check" />', ''),
      expected: /^bt:String "Check\.Label": has no Override for en-US/u,
    },
    {
      why: 'the name only in Vietnamese',
      text: mutated('<Override Locale="en-US" Value="Chỉ Tiêu" />', ''),
      expected: /^DisplayName: has no Override/u,
    },
  ],
  url: [
    {
      why: 'a relative address',
      text: mutated('DefaultValue="https://localhost:3443/commands.html"', 'DefaultValue="commands.html"'),
      expected: /"commands\.html" is not an absolute address/u,
    },
  ],
  'url-length': [
    {
      why: 'an endless query',
      text: mutated('?tab=gaps', `?tab=gaps&amp;x=${'x'.repeat(2048)}`),
      expected: /at most 2048/u,
    },
  ],
  https: [
    {
      why: 'plain http',
      text: mutated('https://localhost:3443/taskpane.html"', 'http://localhost:3443/taskpane.html"'),
      expected: /does not begin with https/u,
    },
  ],
  origin: [
    {
      why: 'a picture from elsewhere',
      text: mutated('https://localhost:3443/icons/app-32.png', 'https://example.org/icons/app-32.png'),
      expected: /is not below https:\/\/localhost:3443/u,
    },
    {
      why: 'a host that only begins alike',
      text: mutated('https://localhost:3443/help.html', 'https://localhost:34430/help.html'),
      expected: /is not below/u,
    },
  ],
  'file-exists': [
    {
      why: 'a page that is not there',
      text: mutated('/taskpane.html?tab=check', '/pane.html?tab=check'),
      expected: /no file "pane\.html" is served/u,
    },
  ],
  'icon-sizes': [
    {
      why: 'a required size missing',
      text: mutated('<bt:Image size="80" resid="Icon.next.80" />', ''),
      expected: /size 80 is missing/u,
    },
    {
      why: 'a size Office does not take',
      text: mutated('size="20" resid="Icon.next.20"', 'size="21" resid="Icon.next.20"'),
      expected: /size 21 is not one Office takes/u,
    },
    {
      why: 'a size given twice',
      text: mutated('size="20" resid="Icon.next.20"', 'size="24" resid="Icon.next.20"'),
      expected: /size 24 stands here twice/u,
    },
  ],
  'icon-pixels': [
    {
      why: 'a picture of another size',
      text: mutated('icons/mark-16.png', 'icons/mark-20.png'),
      expected: /mark-20\.png is 20 × 20 pixels; expected 16 × 16/u,
    },
    {
      why: 'no picture at all',
      text: mutated('icons/app-64.png', 'help.html'),
      expected: /help\.html is not a PNG picture; expected 64 × 64/u,
    },
  ],
  'resource-id': [
    {
      why: 'an id of 33 characters',
      text: MANIFEST.replaceAll('"Url.Gaps"', `"${'u'.repeat(33)}"`),
      expected: /its id has 33 characters; at most 32/u,
    },
  ],
  'resource-repeated': [
    {
      why: 'one id for two strings',
      text: mutated('<bt:String id="Clear.Label"', '<bt:String id="Mark.Label"'),
      expected: /^bt:String "Mark\.Label": its id is taken/u,
    },
  ],
  'resource-missing': [
    {
      why: 'a reference to nothing',
      text: mutated('<FunctionFile resid="Url.Commands" />', '<FunctionFile resid="Url.Command" />'),
      expected: /^ov:FunctionFile "Url\.Command": refers to one of bt:Urls; there is none/u,
    },
    {
      why: 'a short string where a long one is asked',
      text: mutated('<Description resid="Next.Tip" />', '<Description resid="Next.Label" />'),
      expected: /refers to one of bt:LongStrings; that id stands in bt:ShortStrings/u,
    },
  ],
  'resource-unused': [
    {
      why: 'a string nobody shows',
      text: mutated('<Title resid="Next.Label" />', '<Title resid="Mark.Label" />').replace(
        '<Label resid="Next.Label" />',
        '<Label resid="Mark.Label" />',
      ),
      expected: /^bt:String "Next\.Label": nothing refers to it/u,
    },
  ],
  'control-id': [
    {
      why: 'two buttons of one id',
      text: mutated('id="ChiTieu.MarkButton"', 'id="ChiTieu.CheckButton"'),
      expected: /its id is taken/u,
    },
    {
      why: 'a group with the id of a button',
      text: mutated('id="ChiTieu.PlanGroup"', 'id="ChiTieu.CheckButton"'),
      expected: /its id is taken/u,
    },
    {
      why: 'an endless id',
      text: mutated('id="ChiTieu.MarkButton"', `id="${'m'.repeat(126)}"`),
      expected: /its id has 126 characters/u,
    },
  ],
  'label-length': [
    {
      why: 'a label that does not fit a button',
      text: mutated('Value="Next problem"', 'Value="Move on to the next problem"'),
      expected: /^ov:Label "Next\.Label": "Move on to the next problem" has more than 24/u,
    },
  ],
  'function-name': [
    {
      why: 'a function that does not exist',
      text: mutated('<FunctionName>nextProblem</FunctionName>', '<FunctionName>nextproblem</FunctionName>'),
      expected: /no button runs "nextProblem"|"nextproblem" is not among/u,
    },
    {
      why: 'a function without a button',
      text: mutated(buttonOf('ChiTieu.ClearButton'), ''),
      expected: /no button runs "clearMarks"/u,
    },
  ],
  'function-file': [
    {
      why: 'functions without their page',
      text: mutated('<FunctionFile resid="Url.Commands" />', ''),
      expected: /no FunctionFile/u,
    },
  ],
  'task-pane': [
    {
      why: 'a second pane',
      text: mutated(buttonOf('ChiTieu.CheckButton'), checkButton.replace('ChiTieu.Pane', 'ChiTieu.Other')),
      expected: /is "ChiTieu\.Pane"; expected "ChiTieu\.Other"/u,
    },
  ],
};

describe('manifest.xml', () => {
  it('keeps every rule', () => {
    expect(problemsOf(MANIFEST)).toEqual([]);
  });

  it.each(['https://chitieu.example.gov.vn', 'https://example.gov.vn/so/chitieu'])(
    'can be moved to %s',
    (origin) => {
      const moved = withOrigin(MANIFEST, parseOrigin(`${origin}/`));
      expect(problemsOf(moved, { ...FACTS, origin })).toEqual([]);
      expect(moved).toContain(`<SourceLocation DefaultValue="${origin}/taskpane.html" />`);
      expect(problemsOf(moved).some(({ rule }) => rule === 'origin')).toBe(true);
    },
  );
});

it('opens the pane on tabs that it has, each once', () => {
  const tabs = [...MANIFEST.matchAll(/taskpane\.html\?tab=(\w+)"/gu)].map(([, tab]) => tab);
  expect(tabs.sort()).toEqual([...paneTabs].sort());
});

it.each([
  ['?tab=gaps&_host_Info=Excel$Web$16.00$vi-VN', 'gaps'],
  ['', 'check'],
  ['?tab=toString', 'check'],
])('a pane opened with "%s" shows %s', (query, tab) => {
  expect(paneTab(query)).toBe(tab);
});

describe.each(rules)('the rule %s', (rule) => {
  it.each(mutations[rule])('notices: $why', ({ text, expected }) => {
    const messages = problemsOf(text).flatMap((problem) => (problem.rule === rule ? [problem.message] : []));
    expect(messages).toContainEqual(expect.stringMatching(expected));
  });
});

it('names the line of what is wrong', () => {
  const text = mutated('<FunctionName>markProblems</FunctionName>', '<FunctionName>mark</FunctionName>');
  const found = problemsOf(text).find(({ message }) => message.startsWith('ov:FunctionName'));
  expect(found?.line).toBe(lineOf(text, '<FunctionName>mark</FunctionName>'));
});

it('asks for the button of every function', () => {
  const facts = { ...FACTS, commandNames: [...FACTS.commandNames, 'print'] };
  expect(problemsOf(MANIFEST, facts).map(({ message }) => message)).toEqual([
    'ov:DesktopFormFactor: no button runs "print".',
  ]);
});

describe('hostile manifests', () => {
  it.each([
    ['an entity', '<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]><a>&b;</a>'],
    ['a broken tag', MANIFEST.replace('</OfficeApp>', '')],
    ['elements without end', '<a>'.repeat(1000)],
    ['nothing', ''],
  ])('are refused: %s', (_, text) => {
    expect(() => problemsOf(text)).toThrow();
  });

  it('does not take names of object properties for elements it knows', () => {
    const text = mutated('<Id>', '<constructor/><__proto__/><toString/><Id>');
    const messages = problemsOf(text).map(({ message }) => message);
    expect(messages).toContain('constructor: does not belong in OfficeApp.');
    expect(messages).toContain('__proto__: does not belong in OfficeApp.');
  });

  it('takes another prefix for the same namespace', () => {
    const text = MANIFEST.replaceAll('bt:', 'basic:').replace('xmlns:bt', 'xmlns:basic');
    expect(problemsOf(text)).toEqual([]);
  });
});

describe('origins', () => {
  it.each([
    'http://example.org',
    'example.org',
    'https://example.org/?a=1',
    'https://a:b@example.org',
    'https://example.org/#x',
    "https://example.org/'",
  ])('refuses %s', (text) => {
    expect(() => parseOrigin(text)).toThrow(/is not an origin: expected https/u);
  });

  it('leaves a dollar sign in a path as it is', () => {
    expect(withOrigin(MANIFEST, 'https://example.org/$&')).toContain(
      '"https://example.org/$&/taskpane.html"',
    );
  });
});

describe('sizes of pictures', () => {
  it('are read from real files', () => {
    const bytes = readFileSync(join(ROOT, 'addin/public/icons/app-128.png'));
    expect(pngSize(bytes)).toEqual({ width: 128, height: 128 });
  });

  it.each([
    ['no bytes', new Uint8Array()],
    ['a header cut short', readFileSync(join(ROOT, 'addin/public/icons/app-16.png')).subarray(0, 23)],
    ['text', new TextEncoder().encode('<svg xmlns="http://www.w3.org/2000/svg"></svg>')],
  ])('are unknown for %s', (_, bytes) => {
    expect(pngSize(bytes)).toBeNull();
  });
});
