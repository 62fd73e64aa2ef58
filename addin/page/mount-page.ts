import { element, refill } from '../pane/dom/element.ts';
import { followColorScheme } from '../pane/dom/fluent.ts';
import { rememberedLanguage, rememberLanguage } from '../pane/language-choice.ts';
import { letPaint } from '../pane/let-paint.ts';
import { mountPane, type Pane } from '../pane/mount-pane.ts';
import { transformed, wordingOf, type TextTransform } from '../pane/texts/wording.ts';
import type { Reason } from '../pane/workbench.ts';
import type { PageLanguage } from '../shell/mount.ts';
import { drawHead, focusButton } from './dom/head.ts';
import type { FileBench } from './file-bench.ts';
import { OpenFiles, type FilesView, type ShownPane } from './open-files.ts';
import { en } from './texts/en.ts';
import type { PageTexts } from './texts/texts.ts';
import { vi } from './texts/vi.ts';

/** Fills the page: a place to open a file, and below it the pane of the file that is open. */
export function mountPage(app: HTMLElement, transform?: TextTransform): void {
  const page = new Page(app, transform);
  page.listen();
}

class Page implements FilesView {
  readonly #transform: TextTransform | undefined;
  readonly #head = element('header', { class: 'page-head' });
  readonly #body = element('div', { class: 'page-body' });
  readonly #input = element('input', {
    type: 'file',
    class: 'file-input',
    accept: '.xlsx,application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    tabindex: -1,
    'aria-hidden': 'true',
  });
  readonly #files = new OpenFiles(this);
  #language: PageLanguage = rememberedLanguage() ?? 'vi';
  #pane: Pane | null = null;

  constructor(app: HTMLElement, transform: TextTransform | undefined) {
    this.#transform = transform;
    app.classList.add('page');
    refill(app, this.#head, this.#input, this.#body);
    followColorScheme(() => undefined);
    this.#files.redraw();
  }

  listen(): void {
    this.#input.addEventListener('change', () => {
      const [file] = this.#input.files ?? [];
      // The same file chosen again is opened again.
      if (file) void this.#files.request([file]);
      this.#input.value = '';
    });
    const area = document.documentElement;
    area.addEventListener('dragover', (event) => {
      event.preventDefault();
      area.classList.add('dropping');
    });
    area.addEventListener('dragleave', (event) => {
      if (event.relatedTarget === null) area.classList.remove('dropping');
    });
    area.addEventListener('drop', (event) => {
      event.preventDefault();
      area.classList.remove('dropping');
      void this.#files.request([...(event.dataTransfer?.files ?? [])]);
    });
    window.addEventListener('beforeunload', (event) => {
      // The pane itself asks about what is typed and not written.
      if (this.#files.lost.unsaved > 0) event.preventDefault();
    });
    // Whoever comes back from Excel has perhaps saved the file there.
    window.addEventListener('focus', () => void this.#files.look());
  }

  drawHead(): void {
    const texts = this.#texts;
    const { open } = this.#files;
    document.documentElement.lang = this.#language;
    document.title = open === null ? texts.title : `${open.file.name} – ${texts.title}`;
    const wording = wordingOf(this.#language, this.#transform);
    drawHead(
      this.#head,
      this.#files,
      { texts, wording },
      {
        chooseFile: () => this.#input.click(),
        chooseLanguage: (language) => this.#setLanguage(language),
      },
    );
  }

  painted(): Promise<void> {
    return letPaint();
  }

  showPane(bench: FileBench, drafts: readonly Reason[]): ShownPane {
    this.#pane?.destroy();
    const root = element('div');
    refill(this.#body, root);
    this.#pane = mountPane(root, bench, {
      ...(this.#transform ? { transform: this.#transform } : {}),
      languageChosen: (language) => this.#setLanguage(language),
      drafts,
    });
    return this.#pane;
  }

  focusQuestion(): void {
    focusButton(this.#head, 'stay');
  }

  get #texts(): PageTexts {
    const texts = this.#language === 'vi' ? vi : en;
    return this.#transform ? transformed(texts, this.#transform) : texts;
  }

  #setLanguage(language: PageLanguage): void {
    this.#language = language;
    rememberLanguage(language);
    this.#files.redraw();
  }
}
