import { BenchProblem, benchProblem } from '../pane/bench-problem.ts';

/** What Excel was asked to do when it refused. */
export type Doing = 'read' | 'select' | 'write';

/**
 * What an error of Excel means to the user.
 * learn.microsoft.com/office/dev/add-ins/testing/application-specific-api-error-handling
 * @returns errors that Excel did not raise as they are: they are of the program
 */
export function problemOf(error: unknown, doing: Doing): unknown {
  const code = codeOf(error);
  if (code === null || error instanceof BenchProblem) return error;
  const because = { cause: error };
  if (isTooLarge(error)) return benchProblem('too-large', because);
  switch (code) {
    case 'InvalidOperationInCellEditMode':
      return benchProblem('cell-edit', because);
    case 'AccessDenied':
      return benchProblem(doing === 'write' ? 'no-access' : 'protected-view', because);
    case 'ItemNotFound':
    case 'InvalidReference':
      return benchProblem('no-such-cell', because);
    default:
      return new BenchProblem('no-answer', unknownError(code), because);
  }
}

/** Whether a request or its answer was more than Excel carries. */
export function isTooLarge(error: unknown): boolean {
  return /^(?:Request|Response)PayloadSizeLimitExceeded$/u.test(codeOf(error) ?? '');
}

/** Whether something Excel was asked about is no longer there. */
export function isGone(error: unknown): boolean {
  const code = codeOf(error);
  return code === 'ItemNotFound' || code === 'InvalidReference';
}

/** Nothing of a hidden sheet can be shown. */
export function hiddenSheet(sheet: string): BenchProblem {
  return new BenchProblem('no-such-cell', {
    vi: `Trang tính "${sheet}" đang bị ẩn. Bấm chuột phải vào thẻ trang bất kỳ, chọn Unhide (Bỏ ẩn), rồi thử lại.`,
    en: `The sheet "${sheet}" is hidden. Right-click any sheet tab, choose Unhide, then try again.`,
  });
}

/** The cell that would take the text is locked, or computed. */
export function lockedCell(place: string): BenchProblem {
  return new BenchProblem('no-access', {
    vi: `Ô ${place} đang khóa nên không ghi được. Phần bổ trợ không bỏ khóa trang tính.`,
    en: `The cell ${place} is locked and was not written. The add-in never unprotects a sheet.`,
  });
}

function unknownError(code: string) {
  return {
    vi: `Excel báo lỗi ${code}. Sổ không bị thay đổi. Hãy thử lại; nếu vẫn lỗi, đóng sổ, mở lại rồi kiểm tra.`,
    en: `Excel reports the error ${code}. The workbook was not changed. Try again; if that fails, close and reopen the workbook.`,
  };
}

/** The code of an error that Excel raised; null for any other. */
function codeOf(error: unknown): string | null {
  if (!(error instanceof Error) || error.name !== 'RichApi.Error' || !('code' in error)) return null;
  return String(error.code);
}
