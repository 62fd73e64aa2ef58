import { describe, expect, it } from 'vitest';
import { sentence } from '../../../core/base/finding.ts';
import { classify, type Arrival } from '../../../core/store/classify.ts';
import { entryKey, type Entry } from '../../../core/store/entry.ts';
import { storeMessages } from '../../../core/store/messages.ts';
import type { StoredEntry, StoredReturn } from '../../../core/store/model.ts';
import type { Expecting } from '../../../core/store/reasons-to-hold.ts';
import { standingOf } from '../../../core/store/standing.ts';
import { decision, entry, received, stored } from './fixture.ts';

const HEAD = { unit: 'VN12.106', reporter: 'VN12.106', round: '2023', plans: ['lai-chau-2021'] };

const CLOSING = { round: '2023', checksum: 'sum', figures: 1, leftOpen: [] };

interface Case extends Partial<Arrival>, Partial<Expecting> {
  closed?: boolean;
  before?: [StoredReturn, ...Entry[]][];
  withdrawn?: number;
  /** The return whose figure somebody has chosen. */
  chosen?: number;
}

function classified({ before = [], withdrawn, chosen, closed, ...said }: Case) {
  const entries: StoredEntry[] = before.flatMap(([one, ...own]) => stored(one.number, ...own));
  const decisions = [
    ...(withdrawn === undefined ? [] : [decision(1, { kind: 'withdraw', return: withdrawn })]),
    ...(chosen === undefined ? [] : [decision(3, { return: chosen, figure: entryKey(SIX) })]),
    ...(closed ? [decision(2, { kind: 'close', closing: CLOSING })] : []),
  ];
  return classify(
    {
      head: HEAD,
      entries: [entry({ value: '5' })],
      sha256: 'sha',
      content: 'content',
      sample: false,
      refusals: [],
      doubts: [],
      corrects: null,
      reason: null,
      replaces: null,
      ...said,
    },
    { returns: before.map(([one]) => one), entries, standing: standingOf(decisions) },
    { round: null, owing: () => 'return' as const, release: false, ...said },
  );
}

function stateOf(one: Case) {
  const { state, why, corrects, sameAs } = classified(one);
  return [state, why[0]?.code, corrects ?? sameAs];
}

const saidOf = (one: Case) => classified(one).why.map(({ code }) => code);

const FIVE = entry({ value: '5' });
const SIX = entry({ value: '6' });
const GIVEN = entry({ indicator: 'population', value: '9305', source: 'Niên giám 2022' });
const BASELINE = entry({ table: 'baselines', period: '_', year: '2020', value: '80', source: 'Niên giám' });
const MANY = Array.from({ length: 10 }, (_, at) => entry({ indicator: `i${at}`, value: String(at) }));
const lastYear = (changed: number) =>
  MANY.map((one, at) => ({ ...one, period: '2022', ...(at < changed ? { value: '77' } : {}) }));

const judged = (warnings: number): StoredReturn['judged'] => ({
  acceptance: warnings > 0 ? 'to-explain' : 'accepted',
  ...{ errors: 0, warnings, owed: 1, entered: 1 },
});

it('is a correction where its figures are there and its check says something else, as the newer file does', () => {
  const before: Case['before'] = [
    [
      received(3, { content: 'content', judged: judged(6), files: [{ name: 'so.xlsx', sha256: 'sha-3' }] }),
      FIVE,
    ],
  ];
  expect(stateOf({ before, judged: judged(0) })).toEqual(['correction', 'store-judged-anew', 3]);
  expect(stateOf({ before, judged: judged(6) })).toEqual(['unchanged', 'store-same-content', 3]);
});

it('that is held back and comes again with a reason is told how to let it in', () => {
  const before: Case['before'] = [[received(3, { sha256: 'sha', state: 'held-back' }), FIVE]];
  const { state, why } = classified({ before, reason: 'Công văn 15' });
  expect([state, ...why.map(({ code }) => code)]).toEqual([
    'unchanged',
    'store-same-file',
    'store-still-held',
  ]);
  expect(why.map((one) => sentence(storeMessages, one, 'vi')).at(-1)).toContain(
    'chitieu import --release B3 --reason "Công văn 15"',
  );
  expect(saidOf({ before })).toEqual(['store-same-file', 'store-still-held']);
});

it('with the figures of one that is held back is told how to let that in, where it would be held back, too', () => {
  const before: Case['before'] = [[received(3, { content: 'content', state: 'held-back' }), FIVE]];
  expect(saidOf({ before, round: '2024' })).toEqual(['store-same-content', 'store-still-held']);
});

describe('a file that comes in', () => {
  it.each<[string, Case, (string | number | null | undefined)[]]>([
    ['is new where nothing was there', {}, ['new', undefined, null]],
    ['waits for a reason where its round is closed', { closed: true }, ['held-back', 'store-closed', null]],
    [
      'comes into a closed round with a reason',
      { closed: true, reason: 'Công văn 15' },
      ['new', 'store-after-close', null],
    ],
    [
      'is unchanged where its bytes are there',
      { before: [[received(3, { sha256: 'sha' }), FIVE]] },
      ['unchanged', 'store-same-file', 3],
    ],
    [
      'is unchanged where its figures are there',
      { before: [[received(3, { content: 'content' }), FIVE]] },
      ['unchanged', 'store-same-content', 3],
    ],
    [
      'is new where its figures wait for a reason that does not hold of it',
      { before: [[received(3, { content: 'content', state: 'held-back' }), FIVE]] },
      ['new', undefined, null],
    ],
    [
      'corrects what it says it replaces where its figures wait in another file',
      {
        before: [
          [received(1), SIX],
          [received(3, { content: 'content', state: 'held-back' }), FIVE],
        ],
        corrects: 1,
      },
      ['correction', 'store-corrects', 1],
    ],
    [
      'is unchanged where its figures wait for a reason that holds of it, too',
      { before: [[received(3, { content: 'content', state: 'held-back' }), FIVE]], round: '2024' },
      ['unchanged', 'store-same-content', 3],
    ],
    [
      'is unchanged where its figures wait for the reason that a closed round wants',
      { before: [[received(3, { content: 'content', state: 'held-back' }), FIVE]], closed: true },
      ['unchanged', 'store-same-content', 3],
    ],
    [
      'is new again after what it repeats was withdrawn',
      { before: [[received(3, { sha256: 'sha', content: 'content' }), FIVE]], withdrawn: 3 },
      ['new', undefined, null],
    ],
    [
      'conflicts where a figure differs',
      { before: [[received(1), SIX]] },
      ['conflicting', 'store-differs', null],
    ],
    [
      'corrects what it says it replaces',
      { before: [[received(1), SIX]], corrects: 1 },
      ['correction', 'store-corrects', 1],
    ],
    [
      'corrects what its cover says it replaces',
      {
        before: [
          [received(1), SIX],
          [received(5, { corrects: 1 }), SIX],
        ],
        replaces: '2024-01-03',
      },
      ['correction', 'store-corrects', 5],
    ],
    [
      'corrects the return of a day that is in force, not what that has replaced',
      {
        before: [
          [received(1), SIX],
          [received(2, { corrects: 1, received: received(1).received }), SIX],
        ],
        replaces: '2024-01-01',
      },
      ['correction', 'store-corrects', 2],
    ],
    [
      'conflicts where its cover names a day after all that came',
      { before: [[received(1), SIX]], replaces: '2024-01-09' },
      ['conflicting', 'store-differs', null],
    ],
    [
      'is new where only another plan was reported on',
      { before: [[received(1, { plans: ['lai-chau-2024'] }), FIVE]] },
      ['new', undefined, null],
    ],
    [
      'cannot replace a return of another round',
      { before: [[received(1, { round: '2022' }), SIX]], corrects: 1 },
      ['refused', 'store-other-return', null],
    ],
    ['cannot replace what is not there', { corrects: 8 }, ['refused', 'store-other-return', null]],
    [
      'adds where no figure differs',
      { before: [[received(1), entry({ indicator: 'population', value: '1' })]] },
      ['correction', 'store-adds', 1],
    ],
    [
      'does not quarrel with a blank',
      { before: [[received(1), entry({ reason: 'chưa có' })]] },
      ['correction', 'store-adds', 1],
    ],
    ['is refused as a sample', { sample: true }, ['refused', 'store-sample', null]],
    ['is held back in another round', { round: '2024' }, ['held-back', 'store-other-round', null]],
    [
      'is held back where nothing is owed',
      { owing: () => 'nothing' as const },
      ['held-back', 'store-not-owed', null],
    ],
    [
      'is taken, with a word, where nothing is asked of its unit and it says nothing',
      { entries: [], owing: () => 'nothing-asked' as const },
      ['new', 'store-nothing-asked', null],
    ],
    [
      'is held back where nothing is asked of its unit and it has figures all the same',
      { owing: () => 'nothing-asked' as const },
      ['held-back', 'store-not-asked', null],
    ],
    [
      'of which nothing is asked is let in where somebody says so',
      { owing: () => 'nothing-asked' as const, release: true },
      ['new', undefined, null],
    ],
    ['is let in where somebody says so', { round: '2024', release: true }, ['new', undefined, null]],
    [
      'is held back where it is blank and figures were there',
      { entries: [], before: [[received(1), FIVE, ...MANY]] },
      ['held-back', 'store-blank-again', null],
    ],
    [
      'is held back where it has only what was filled in beforehand',
      { entries: [GIVEN, BASELINE], before: [[received(1), GIVEN, BASELINE, FIVE]] },
      ['held-back', 'store-blank-again', null],
    ],
    [
      'is held back blank though a figure filled in beforehand had been changed',
      { entries: [GIVEN], before: [[received(1), { ...GIVEN, value: '9', source: null }, ...MANY]] },
      ['held-back', 'store-blank-again', null],
    ],
    [
      'is held back blank beside a return on more plans',
      { entries: [GIVEN], before: [[received(1, { plans: ['lai-chau-2021', 'lai-chau-2024'] }), ...MANY]] },
      ['held-back', 'store-blank-again', null],
    ],
    [
      'is new where only its other plan has figures',
      { entries: [GIVEN], before: [[received(1, { plans: ['lai-chau-2024'] }), ...MANY]] },
      ['new', undefined, null],
    ],
    [
      'is held back where it lacks most of the figures there',
      { entries: MANY.slice(0, 4), before: [[received(1), ...MANY]] },
      ['held-back', 'store-far-fewer', null],
    ],
    [
      'is held back where it lacks most and adds less',
      { entries: [...MANY.slice(0, 4), FIVE], before: [[received(1), ...MANY]] },
      ['held-back', 'store-far-fewer', null],
    ],
    [
      'adds where it goes on from what was sent, leaving that blank',
      { entries: MANY.slice(4), before: [[received(1), ...MANY.slice(0, 4)]] },
      ['correction', 'store-adds', 1],
    ],
    [
      'lacks nothing where its figures are surer',
      {
        entries: MANY,
        before: [[received(1), ...MANY.map((one): Entry => ({ ...one, vintage: 'preliminary' }))]],
      },
      ['correction', 'store-adds', 1],
    ],
    [
      'lacks nothing of the other plan of a workbook for two',
      {
        entries: MANY.slice(0, 2),
        before: [[received(1, { plans: ['lai-chau-2021', 'lai-chau-2024'] }), ...MANY]],
      },
      ['new', undefined, null],
    ],
    [
      'may lack most where it says what it replaces',
      { entries: MANY.slice(0, 2), before: [[received(1), ...MANY]], corrects: 1 },
      ['correction', 'store-corrects', 1],
    ],
    [
      'may lack most where somebody lets it in',
      { entries: MANY.slice(0, 2), before: [[received(1), ...MANY]], release: true },
      ['correction', 'store-adds', 1],
    ],
    [
      'is taken for one of notes where somebody lets it in blank',
      { entries: [], before: [[received(1), FIVE]], release: true },
      ['correction', 'store-adds', 1],
    ],
    [
      'is held back as last round’s figures',
      { entries: MANY, before: [[received(1, { round: '2022' }), ...lastYear(1)]] },
      ['held-back', 'store-like-last-round', null],
    ],
    [
      'is not where more of them changed',
      { entries: MANY, before: [[received(1, { round: '2022' }), ...lastYear(2)]] },
      ['new', undefined, null],
    ],
    [
      'is not where there are few',
      { entries: MANY.slice(1), before: [[received(1, { round: '2022' }), ...lastYear(0)]] },
      ['new', undefined, null],
    ],
  ])('%s', (_, given, expected) => {
    expect(stateOf(given)).toEqual(expected);
  });
});

describe('a return that changes no figure', () => {
  it.each<[string, Entry[], Partial<Expecting>, string]>([
    ['changes notes where all are in it', MANY, {}, 'chỉ đổi ghi chú của B1'],
    [
      'keeps what it lacks',
      MANY.slice(1),
      {},
      'không thêm, không đổi số nào của B1; 1 số không có trong tệp này vẫn giữ nguyên',
    ],
    [
      'keeps it where it adds',
      [...MANY.slice(1), FIVE],
      {},
      'thêm 1 số vào B1, không đổi số nào; 1 số không có trong tệp này vẫn giữ nguyên',
    ],
    [
      'keeps all where it was let in blank',
      [],
      { release: true },
      'không thêm, không đổi số nào của B1; 10 số không có trong tệp này vẫn giữ nguyên',
    ],
  ])('%s', (_, entries, said, text) => {
    const { why } = classified({ entries, before: [[received(1), ...MANY]], ...said });
    expect(why.map((one) => sentence(storeMessages, one, 'vi'))).toEqual([text]);
  });
});

describe('a return that says what it replaces', () => {
  const [first, second] = [received(1), received(5, { state: 'conflicting' })];
  const before: Case['before'] = [
    [first, SIX],
    [second, entry({ value: '7' })],
  ];

  it('answers the versions before the one it names', () => {
    expect(saidOf({ before, replaces: '2024-01-05' })).toEqual(['store-corrects', 'store-answers']);
    expect(saidOf({ before, corrects: 5 })).toEqual(['store-corrects', 'store-answers']);
  });

  it('means the last of several that came on the day it names', () => {
    const sameDay = { ...second, received: first.received };
    const one = classified({
      before: [
        [first, SIX],
        [sameDay, entry({ value: '7' })],
      ],
      replaces: '2024-01-01',
    });
    expect([one.corrects, ...one.why.map(({ code }) => code)]).toEqual([
      5,
      'store-corrects',
      'store-answers',
    ]);
  });

  it('settles which version holds though it says what one of them says, once', () => {
    const again: Case = { before, entries: [entry({ value: '7' })], content: second.content ?? '' };
    expect(stateOf({ ...again, replaces: '2024-01-05' })).toEqual(['correction', 'store-corrects', 5]);
    expect(stateOf({ ...again, replaces: '2024-01-01' })).toEqual(['correction', 'store-corrects', 1]);
    expect(saidOf({ ...again, replaces: '2024-01-01' })).toEqual(['store-corrects']);
    expect(stateOf({ ...again, corrects: 5 })).toEqual(['correction', 'store-corrects', 5]);
    expect(stateOf(again)).toEqual(['unchanged', 'store-same-content', 5]);
    const alone: Case = { ...again, before: [[second, entry({ value: '7' })]] };
    expect(stateOf({ ...alone, replaces: '2024-01-05' })).toEqual(['unchanged', 'store-same-content', 5]);
  });

  it('brings back what was replaced, and is a conflict where it names nothing', () => {
    const corrected = received(5, { corrects: 1, state: 'correction' });
    const back: Case = {
      before: [
        [first, SIX],
        [corrected, entry({ value: '7' })],
      ],
      entries: [SIX],
      content: first.content ?? '',
    };
    expect(stateOf({ ...back, replaces: '2024-01-05' })).toEqual(['correction', 'store-corrects', 5]);
    expect(stateOf({ ...back, corrects: 5 })).toEqual(['correction', 'store-corrects', 5]);
    expect(stateOf(back)).toEqual(['conflicting', 'store-differs', null]);
    // Of the same bytes nobody knows whether they were sent on purpose.
    expect(saidOf({ ...back, sha256: first.sha256 })).toEqual(['store-same-file', 'store-replaced-since']);
  });

  it('is unchanged where only a note was replaced since', () => {
    const noted = received(5, { corrects: 1, state: 'correction' });
    const again: Case = {
      before: [
        [first, SIX],
        [noted, { ...SIX, reason: 'ghi chú' }],
      ],
      entries: [SIX],
      content: first.content ?? '',
    };
    expect(stateOf(again)).toEqual(['unchanged', 'store-same-content', 1]);
  });

  it('that names a day since which none has come is told so', () => {
    expect(saidOf({ before, replaces: '2024-01-09' })).toEqual(['store-differs', 'store-names-none']);
    expect(saidOf({ before })).toEqual(['store-differs']);
  });

  it('leaves a later version and another plan’s as they are, and says so', () => {
    expect(saidOf({ before, replaces: '2024-01-01' })).toEqual(['store-corrects', 'store-differs']);
    const third = received(6, { state: 'conflicting', received: '2024-01-06T08:00:00+07:00' });
    const three: Case = {
      before: [...(before ?? []), [third, entry({ value: '8' })]],
      corrects: 1,
      reason: 'x',
    };
    const quarrels = classified(three).why.filter(({ code }) => code === 'store-differs');
    expect(quarrels.map(({ data }) => data)).toEqual([
      { return: 5, differing: 1 },
      { return: 6, differing: 1 },
    ]);
    expect(saidOf({ before, replaces: '2024-01-01', chosen: 1 })).toEqual([
      'store-corrects',
      'store-differs',
    ]);
    // It says what was chosen: nothing is open.
    const same: Case = { before, entries: [SIX, GIVEN], replaces: '2024-01-01' };
    expect(saidOf(same)).toEqual(['store-corrects', 'store-differs']);
    expect(saidOf({ ...same, chosen: 1 })).toEqual(['store-corrects']);
    const other = received(1, { plans: ['lai-chau-2024'] });
    const beside: Case['before'] = [
      [other, SIX],
      [second, entry({ value: '7' })],
    ];
    expect(saidOf({ before: beside, replaces: '2024-01-05' })).toEqual(['store-corrects', 'store-differs']);
  });
});

it('says that nothing comes of what is said of a file that is there already', () => {
  const before: Case['before'] = [[received(3, { sha256: 'sha' }), FIVE]];
  expect(saidOf({ before })).toEqual(['store-same-file']);
  expect(saidOf({ before, corrects: 1 })).toEqual(['store-same-file', 'store-said-too-late']);
  expect(saidOf({ before, reason: 'nộp muộn' })).toEqual(['store-same-file', 'store-said-too-late']);
});
