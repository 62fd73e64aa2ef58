import type { Item } from '../items.ts';
import type { SectionRole } from '../model.ts';

/** "chọn 04 xã làm điểm": where the work is tried first. */
const CHOOSES = /(?:^|\s)(?:chọn|lựa chọn)\s(?:(?:ít nhất|tối thiểu|từ)\s)*$/u;
const AS_PILOT = /^[^,;.%\d]{1,40}\s(?:làm|thực hiện|để làm)\s(?:điểm|thí điểm|mô hình điểm)(?!\p{L})/u;
/** "412 trường học ký cam kết …": who promises, where tasks are given. */
const PLEDGES = /^(?:\/\d{1,4})?\s\p{L}[^,;.%\d]{0,40}\ský\s(?:cam kết|giao ước|bản cam kết)(?!\p{L})/u;
/** "quán triệt cho 100 % đảng viên" */
const TEACHES_PLAN = /(?:^|[\s,])(?:quán triệt|học tập nghị quyết)(?!\p{L})[^;.%\d]*\s(?:cho|đến|tới)\s$/u;
/** "10 kênh Zalo đạt 50.000 lượt theo dõi", "đăng tải trên 03 kênh": by which ways people are told, and how many look. */
const CHANNEL = /^\s(?:kênh|trang|fanpage|nền tảng|ứng dụng|tài khoản|nhóm zalo|phương tiện)(?!\p{L})/u;
const ON = /(?:^|\s)(?:trên|qua|thông qua)\s$/u;
const VIEWS = /^\slượt\s(?:theo dõi|xem|tiếp cận|tương tác|thích|chia sẻ|truy cập|bình luận)(?!\p{L})/u;

/**
 * Whether a number of the tasks tells how the work is run: where it is tried first, who promises to do it, to whom the
 * plan is taught, by which ways people are told of it.
 */
export function isRunOfWork(item: Item, items: readonly Item[], role: SectionRole | null): boolean {
  const { before, after, number } = item;
  if (number.unit === '' && CHOOSES.test(before) && AS_PILOT.test(after)) return true;
  if (role === 'organisation' && TEACHES_PLAN.test(before)) return true;
  if (role !== 'tasks' && role !== 'organisation') return false;
  if (number.unit !== '' || /phấn đấu|mục tiêu/u.test(before)) return false;
  const last = items[items.indexOf(item) - 1];
  return (
    PLEDGES.test(after) ||
    isChannel(item) ||
    (VIEWS.test(after) && last?.segment === item.segment && isChannel(last))
  );
}

function isChannel({ before, after, number }: Item): boolean {
  return number.unit === '' && CHANNEL.test(after) && (ON.test(before) || /(?:^|[:,;])\s*$/u.test(before));
}
