import { roundName } from '../../round/round.ts';
import { verdicts } from '../../target/verdict.ts';
import { sheetNames } from '../../workbook/contract.ts';
import { newSheet, put, setHeight, wrappedHeight } from '../../sheet/draft.ts';
import type { SheetModel } from '../../sheet/model.ts';
import type { WorkbookRequest } from '../../workbook/request.ts';
import { putHeading } from './heading.ts';

const WIDTH = 120;

/** The guide: what to fill in, which signs are taken, what each verdict means. */
export function guideSheet(request: WorkbookRequest): SheetModel {
  const sheet = newSheet(sheetNames.guide, [6, WIDTH]);
  putHeading(
    sheet,
    request,
    'HƯỚNG DẪN',
    'Chỉ nhập vào các ô nền vàng. Các ô khác được khóa không mật khẩu.',
  );
  const lines: [string, string][] = [
    ['1', `Nhập số liệu của kỳ vào trang "${sheetNames.entry}"; mỗi số chỉ nhập một lần.`],
    [
      '2',
      `Dân số, số hộ, lực lượng lao động và các số dùng chung nhập ở trang "${sheetNames.background}". Tỷ lệ tự tính từ tử số và mẫu số; chỉ nhập thẳng tỷ lệ khi đơn vị chỉ có số đã công bố, khi đó số công bố được dùng.`,
    ],
    [
      '3',
      'Không có số thì dùng dấu: "-" không phát sinh (tính là 0); "..." có phát sinh nhưng chưa có số; "x" không áp dụng. Ô để trống nghĩa là chưa nhập, không phải bằng 0; chữ không đọc được thành số cũng là chưa nhập.',
    ],
    [
      '4',
      `Trang "${sheetNames.baselines}" do cơ quan kế hoạch nhập: năm gốc, số gốc, nguồn. Chưa có số gốc thì chưa có lộ trình tham chiếu.`,
    ],
    [
      '5',
      `Các trang theo lĩnh vực tự tính: mức phải đạt, lộ trình tham chiếu, thực hiện, chênh lệch, đánh giá. Chênh lệch dương là tốt hơn mức phải đạt, với cả chỉ tiêu tăng và chỉ tiêu giảm.`,
    ],
    [
      '6',
      `Trang "${sheetNames.summary}" đếm đánh giá theo lĩnh vực và xếp các chênh lệch lớn nhất; trang "${sheetNames.sources}" ghi nguyên văn câu của kế hoạch cho từng chỉ tiêu.`,
    ],
    ['7', 'Số thập phân gõ theo cài đặt của máy (12,5 hoặc 12.5); không gõ kèm đơn vị tính hay dấu %.'],
    [
      '8',
      'Ghi lý do bằng lời ở cột "Lý do, ghi chú" cho số tăng, giảm bất thường hoặc dấu thay cho số. Dòng vừa có số có thể nhầm đơn vị tính hoặc khác thường, vừa có cảnh báo khác thì ghi hai lý do, cách nhau bằng dấu chấm phẩy.',
    ],
    [
      '9',
      `Trước khi gửi, xem trang "${sheetNames.check}": lỗi phải sửa, cảnh báo cần ghi lý do. Cột "Kiểm tra" bên phải bảng nhập cho biết dòng nào còn gì.`,
    ],
  ];
  if (request.reporting.frequency !== 'year') {
    lines.push([
      '10',
      `Kỳ ${roundName(request.reporting)}: nhập số của riêng kỳ, không cộng dồn từ đầu năm, và số ước cả năm; đánh giá theo số ước cả năm. Ô xám là chỉ tiêu chỉ có số theo năm, không nhập.`,
    ]);
  }
  let row = 6;
  for (const [number, text] of lines) {
    put(sheet, row, 2, 'centered', number);
    put(sheet, row, 3, 'wrapped', text);
    setHeight(sheet, row, wrappedHeight(text, WIDTH));
    row += 1;
  }
  row += 1;
  put(sheet, row, 3, 'header', 'Ý nghĩa các đánh giá');
  const meanings: [keyof typeof verdicts, string][] = [
    ['met', 'đạt mức phải đạt, kể cả đạt trước hạn.'],
    ['exceeded', 'tốt hơn mức phải đạt (hoặc mức tốt hơn của khoảng).'],
    ['notMet', 'đến hạn mà chưa đạt.'],
    ['notDue', 'năm của mục tiêu còn ở phía trước, hoặc năm sau kỳ báo cáo.'],
    ['noFigure', 'ô số liệu còn trống hoặc ghi "...".'],
    [
      'notEvaluable',
      'thiếu số gốc hay số năm trước, mẫu số quá nhỏ, số không thể có (tỷ lệ trên 100 %), số không đọc được (chữ, lỗi công thức), hoặc ghi "x".',
    ],
    [
      'notAssigned',
      'đơn vị chưa được giao chỉ tiêu này, hoặc năm nằm sau giai đoạn của chỉ tiêu; chỉ tiêu của tỉnh không phải chỉ tiêu của huyện.',
    ],
  ];
  for (const [name, meaning] of meanings) {
    row += 1;
    put(sheet, row, 3, 'wrapped', `${verdicts[name].vi}: ${meaning}`);
  }
  return sheet;
}
