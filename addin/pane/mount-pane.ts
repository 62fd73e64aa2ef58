import type { PageLanguage } from '../shell/mount.ts';
import type { PaneTab } from '../shell/pane-tab.ts';
import { exportFiles } from './actions/export-files.ts';
import { clearMarks, markFindings } from './actions/marks.ts';
import { restoreWorkbook } from './actions/restore.ts';
import { saveCopy } from './actions/save-copy.ts';
import { writeReason } from './actions/write-reason.ts';
import { checkTab, openWorst, type CheckTab, type CheckTabState } from './dom/check-tab.ts';
import { checkRestore, checkToolbar } from './dom/check-toolbar.ts';
import { refill } from './dom/element.ts';
import { exportTab, type ExportTabState } from './dom/export-tab.ts';
import { followColorScheme } from './dom/fluent.ts';
import { gapsTab, type GapsTab, type GapsTabState } from './dom/gaps-tab.ts';
import { paneHead, type PaneHead } from './dom/pane-head.ts';
import { tabs, type Tabs } from './dom/tabs.ts';
import { rememberedLanguage, rememberLanguage } from './language-choice.ts';
import { letPaint } from './let-paint.ts';
import { noticeLines } from './notice-lines.ts';
import { PaneSession, type SessionView } from './session.ts';
import { wordingOf, type TextTransform } from './texts/wording.ts';
import { firstView, summaryView } from './view/summary-view.ts';
import type { CellPlace, Reason, Workbench } from './workbench.ts';

/** How the pane starts. */
export interface PaneOptions {
  tab?: PaneTab;
  /** Changes every text of the pane; for tests. */
  transform?: TextTransform;
  /** Reasons typed before, in a pane of the same return; they are drafts again. */
  drafts?: readonly Reason[];
  /** Told when the user chooses a language, which the pane itself remembers. */
  languageChosen?: (language: PageLanguage) => void;
}

/** A pane on a page. */
export interface Pane {
  /** Reads the workbook anew and checks it; never rejects, problems are shown. */
  check: () => Promise<void>;
  show: (tab: PaneTab | 'export') => void;
  /** Reasons that were typed and not written: they go with the pane. */
  unwritten: () => readonly Reason[];
  /** Takes the pane off the page. */
  destroy: () => void;
}

type TabId = PaneTab | 'export';

/** The parts of the pane that are drawn anew. */
interface PaneParts {
  head: PaneHead;
  tabs: Tabs<TabId>;
  check: CheckTab;
  gaps: GapsTab;
}

/**
 * Puts the pane into an element and checks the workbook at once. The page has to link `pane.css`, the style
 * sheet of the pane.
 */
export function mountPane(root: HTMLElement, bench: Workbench, options: PaneOptions = {}): Pane {
  return new MountedPane(root, bench, options);
}

class MountedPane implements Pane, SessionView {
  readonly #root: HTMLElement;
  readonly #options: PaneOptions;
  readonly #session: PaneSession;
  readonly #stopped: (() => void)[];
  readonly #checkState: CheckTabState = {
    filter: 'all',
    query: '',
    open: new Set(),
    limits: new Map(),
    chosen: null,
  };
  readonly #gapsState: GapsTabState = { verdict: 'all', query: '', open: new Set() };
  readonly #exportState: ExportTabState = { profile: 'machine', withMarks: false, restored: null };
  #tab: TabId;
  #isFirstCheck = true;
  #parts: PaneParts;

  constructor(root: HTMLElement, bench: Workbench, options: PaneOptions) {
    this.#root = root;
    this.#options = options;
    this.#tab = options.tab ?? 'check';
    const wording = wordingOf(rememberedLanguage() ?? bench.language(), options.transform);
    this.#session = new PaneSession(bench, this, { wording, drafts: options.drafts ?? [] });
    root.classList.add('pane');
    this.#parts = this.#build();
    this.#stopped = [
      () => this.#session.close(),
      followColorScheme(() => this.#parts.gaps.redraw()),
      this.#askBeforeLeaving(),
    ];
    void this.check();
  }

  check(): Promise<void> {
    return this.#session.check();
  }

  show(tab: TabId): void {
    this.#tab = tab;
    this.#drawGaps();
    this.#parts.tabs.show(tab);
  }

  unwritten(): readonly Reason[] {
    return this.#session.drafts.unwritten;
  }

  destroy(): void {
    for (const stop of this.#stopped) stop();
    this.#parts.gaps.destroy();
    this.#root.replaceChildren();
  }

  /** Everything above the tabs, and whether there are any. */
  drawHead(): void {
    const { busy, wording, checked, first, isForeign } = this.#session;
    this.#parts.tabs.root.hidden = isForeign;
    this.#root.setAttribute('aria-busy', String(busy !== null));
    this.#parts.head.draw({
      busy,
      lines: noticeLines(this.#session, this.#exportState),
      view: checked ? summaryView(checked, wording) : first && firstView(first, wording),
    });
  }

  drawLists(): void {
    const { checked } = this.#session;
    if (this.#isFirstCheck && checked !== null) openWorst(this.#checkState, checked);
    this.#isFirstCheck &&= checked === null;
    this.#parts.check.show(checked);
    this.#drawGaps();
  }

  focusQuestion(): void {
    this.#parts.head.focusQuestion();
  }

  painted(): Promise<void> {
    return letPaint();
  }

  /** A hundred targets take their time: they are drawn for those who look at them. */
  #drawGaps(): void {
    if (this.#tab === 'gaps') this.#parts.gaps.show(this.#session.checked);
  }

  /** Browsers ask, in their own words, whether what was typed may go. @returns stops it */
  #askBeforeLeaving(): () => void {
    const ask = (event: BeforeUnloadEvent) => {
      if (this.unwritten().length > 0) event.preventDefault();
    };
    window.addEventListener('beforeunload', ask);
    return () => window.removeEventListener('beforeunload', ask);
  }

  #setLanguage(language: PageLanguage): void {
    rememberLanguage(language);
    this.#session.wording = wordingOf(language, this.#options.transform);
    this.#parts.gaps.destroy();
    this.#parts = this.#build();
    this.drawLists();
    this.drawHead();
    this.#root.querySelector<HTMLElement>(`[data-language="${language}"]`)?.focus();
    this.#options.languageChosen?.(language);
  }

  #build(): PaneParts {
    const session = this.#session;
    const { bench, wording } = session;
    const { texts, language } = wording;
    document.documentElement.lang = language;
    const check = this.#buildCheckTab();
    // Where the sheet itself cannot be shown, there is nowhere to go.
    const goTo = bench.surroundings === undefined ? (place: CellPlace) => session.select(place) : null;
    const gaps = gapsTab(this.#gapsState, wording, goTo);
    const exported = exportTab(this.#exportState, wording, {
      exportCsv: () => void exportFiles(session, this.#exportState),
      saveCopy: bench.copies === undefined ? null : () => void saveCopy(session, this.#exportState),
      restore: bench.repairs === undefined ? null : () => this.#restore(),
    });
    const made: Tabs<TabId> = tabs(
      texts.list,
      [
        { id: 'check', label: texts.tabs.check, panel: check.root },
        { id: 'gaps', label: texts.tabs.gaps, panel: gaps.root },
        { id: 'export', label: texts.tabs.export, panel: exported },
      ],
      (id) => this.show(id),
    );
    made.show(this.#tab);
    made.root.hidden = session.isForeign;
    const head = paneHead(wording, bench.name === 'excel', {
      check: () => void this.check(),
      chooseLanguage: (chosen) => this.#setLanguage(chosen),
    });
    refill(this.#root, ...head.parts, made.root);
    return { head, tabs: made, check, gaps };
  }

  /** Restores the workbook and shows what was moved, where the button for it is. */
  #restore(): void {
    void restoreWorkbook(this.#session, (restored) => {
      this.#exportState.restored = restored;
      this.#tab = 'export';
      this.#parts.gaps.destroy();
      this.#parts = this.#build();
      this.drawLists();
    });
  }

  #buildCheckTab(): CheckTab {
    const session = this.#session;
    const { bench, wording, drafts } = session;
    const { surroundings } = bench;
    const toolbar = checkToolbar(wording, {
      mark: () => void markFindings(session),
      clear: () => void clearMarks(session),
    });
    const restoreToolbar = bench.repairs === undefined ? null : checkRestore(wording, () => this.#restore());
    return checkTab(
      this.#checkState,
      wording,
      {
        choose: ({ cell }) => {
          if (cell !== null) session.select(cell);
        },
        canCorrect: bench.copies !== undefined,
        saveReason: (reason) => void writeReason(session, reason),
        dropDraft: (key) => session.dropDraft(key),
        drafts,
        standing: () => session.standing,
        surroundings: surroundings === undefined ? null : (place) => surroundings.call(bench, place),
      },
      bench.marks === undefined ? restoreToolbar : toolbar,
    );
  }
}
