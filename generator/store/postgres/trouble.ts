import { CommandFailure } from '../../failure.ts';
import { Overtaken } from '../store.ts';
import { addressText, type StoreAddress } from './address.ts';

/** Said after everything that may have come in the middle of adding something. */
const AGAIN =
  'Những bản đã báo là nhận vẫn còn; bản đang nhận dở thì chưa. Hãy chạy lại lệnh, tệp nào đã nhận sẽ được nhận ra';

/** Codes of the system and of PostgreSQL for a server that cannot be reached, or no more. */
const UNREACHED = /^(?:ECONN|ENOTFOUND|EAI_AGAIN|ETIMEDOUT|EHOSTUNREACH|ENETUNREACH|EPIPE|08|57P0)/u;
const UNREACHED_TEXT =
  /Connection terminated|connection error and is not queryable|timeout exceeded when trying to connect|timeout expired/iu;

/** Whether a server was not there, or went away. */
export function isUnreached(error: unknown): boolean {
  const text = error instanceof Error ? error.message : String(error);
  return UNREACHED.test(codeOf(error)) || UNREACHED_TEXT.test(text);
}

/** PostgreSQL's words in words for people; what has no such words stays as it is. */
export function storeTrouble(error: unknown, address: StoreAddress): unknown {
  if (error instanceof CommandFailure || error instanceof Overtaken) return error;
  const said = sentenceFor(error, address);
  return said === null ? error : new CommandFailure(said);
}

function sentenceFor(error: unknown, address: StoreAddress): string | null {
  const [code, text] = [codeOf(error), error instanceof Error ? error.message : String(error)];
  const server = addressText(address);
  if (isUnreached(error))
    return `Máy chủ kho ${server} không trả lời: ${text}. ${AGAIN} (the server does not answer).`;
  if (code.startsWith('28') || /password/iu.test(text))
    return `Máy chủ kho ${server} không nhận tài khoản này: ${text}. Hãy đặt PGUSER, và mật khẩu trong ~/.pgpass hoặc PGPASSWORD (the account is not let in).`;
  if (/certificate|self.signed|SSL|altnames/iu.test(text))
    return `Không nối an toàn được tới máy chủ kho ${server}: ${text}. Hãy chỉ chứng chỉ của nơi cấp bằng --store-ca (no TLS connection).`;
  switch (code) {
    case '3D000':
      return `Trên máy chủ không có cơ sở dữ liệu "${address.database}". Người quản trị tạo bằng "createdb ${address.database}" (no such database).`;
    case '3F000':
    case '42P01':
      return `Cơ sở dữ liệu ${server} chưa có kho. Người quản trị chạy "chitieu store setup" (there is no store yet).`;
    case '42501':
      return `Tài khoản này không được làm việc ấy trên kho ${server}: ${text}. Tài khoản của tỉnh chỉ ghi được số của tỉnh mình; người quản trị cấp quyền bằng "chitieu store account" (not allowed).`;
    case '25006':
      return `Máy chủ kho ${server} chỉ cho đọc (the server is read-only).`;
    case '53100':
      return `Đĩa của máy chủ kho ${server} đã đầy. ${AGAIN} (the server's disk is full).`;
    case '53300':
      return `Máy chủ kho ${server} đang có quá nhiều kết nối. Hãy chạy lại sau ít phút (too many connections).`;
    case '22021':
      return 'Trong tệp có ký tự mà kho trên máy chủ không giữ được (mã 0). Hãy xóa ký tự ấy trong tệp rồi nhận lại (a character that cannot be kept).';
    default:
      return null;
  }
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : '';
}
