import { receiverOf } from '../../plan/receiver.ts';
import { roundName, vietnameseDate } from '../../round/round.ts';
import { verdicts } from '../../target/verdict.ts';
import { sheetNames } from '../../workbook/contract.ts';
import { newSheet, put, setHeight, wrappedHeight } from '../../sheet/draft.ts';
import type { SheetModel } from '../../sheet/model.ts';
import type { WorkbookRequest } from '../../workbook/request.ts';
import { communeLayout } from '../../workbook/commune-layout.ts';
import { hasSharesOnOneLine } from '../../workbook/asked.ts';
import { putHeading } from './heading.ts';
import { LINES_ON_ONE_PAGE } from './input-page.ts';

const WIDTH = 120;

/** The guide: in five lines what to do; then which signs are taken, what each sheet and each verdict means. */
export function guideSheet(request: WorkbookRequest): SheetModel {
  const sheet = newSheet(sheetNames.guide, [10, WIDTH], { onePage: true });
  putHeading(
    sheet,
    request,
    'HƯỚNG DẪN',
    'Chỉ nhập vào các ô nền vàng. Các ô khác được khóa không mật khẩu.',
  );
  const lines = [...fiveLines(request), ...furtherLines(request)];
  let row = 6;
  for (const [head, text] of lines) {
    put(sheet, row, 2, 'header', head);
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
      'đơn vị chưa được giao chỉ tiêu này, hoặc năm nằm sau giai đoạn của chỉ tiêu; chỉ tiêu của tỉnh không phải chỉ tiêu của huyện, xã.',
    ],
  ];
  for (const [name, meaning] of meanings) {
    row += 1;
    const text = `${verdicts[name].vi}: ${meaning}`;
    put(sheet, row, 3, 'wrapped', text);
    setHeight(sheet, row, wrappedHeight(text, WIDTH));
  }
  return sheet;
}

/** What to do, step by step. */
function fiveLines(request: WorkbookRequest): [string, string][] {
  const { plans, reporter, reporting } = request;
  const receivers = [...new Set(plans.map(({ file }) => receiverOf(file, reporter)))].join('; ');
  const due = reporting.due === null ? '' : ` trước ngày ${vietnameseDate(reporting.due)}`;
  return [
    [
      'Điền',
      `Trang "${sheetNames.entry}": ô vàng viền liền là số phải báo cáo; ô nhạt viền chấm không bắt buộc (tỷ lệ đã công bố khi không có tử số và mẫu số, số năm trước, lý do); số nghiêng là số cấp sẵn, có nguồn ở cột "Nguồn số cấp sẵn", sửa thì ghi lý do. ${
        hasSharesOnOneLine(request)
          ? `Tử số và mẫu số điền ở trang "${sheetNames.background}"; bấm vào ô tử số, mẫu số của dòng để đến ô điền.`
          : `Mẫu số dùng chung điền một lần ở trang "${sheetNames.background}"; bấm số dòng gạch chân để đến ô.`
      }${
        communeLayout(request)
          ? ` Trang "${sheetNames.communes}": số của từng xã, mỗi dòng một xã; cộng các xã so với số toàn tỉnh ở cuối bảng.`
          : ''
      }`,
    ],
    [
      'Kiểm',
      `Trang "${sheetNames.check}": lỗi phải sửa, cảnh báo phải ghi lý do bằng lời ở cột "Lý do, ghi chú"; bấm số ở cột "Dòng" để đến ô. Cột "Kiểm tra" bên phải bảng nhập cho biết dòng nào còn gì.`,
    ],
    [
      'In',
      `Chỉ in trang "${sheetNames.entry}": đã có tử số, mẫu số, tỷ lệ của từng chỉ tiêu (${
        hasSharesOnOneLine(request)
          ? `đến ${LINES_ON_ONE_PAGE} chỉ tiêu một trang`
          : 'khoảng 20 chỉ tiêu một tờ hai mặt'
      }).`,
    ],
    [
      'Ký',
      `Người lập biểu và thủ trưởng ký, đóng dấu ở cuối trang "${sheetNames.entry}". Mã kiểm tra trên bản giấy và trong tệp phải trùng nhau: sửa số thì in lại.`,
    ],
    [
      'Gửi',
      `Gửi tệp này (không đổi tên, không chép sang tệp khác) và bản giấy về ${receivers}${due}. Gửi lại thì ghi ngày của bản trước vào ô "Thay cho bản ngày" ở trang "${sheetNames.cover}".`,
    ],
  ];
}

function furtherLines({ reporting }: WorkbookRequest): [string, string][] {
  const lines: [string, string][] = [
    [
      'Dấu',
      'Không có số thì dùng dấu: "-" không phát sinh (tính là 0); "..." có phát sinh nhưng chưa có số; "x" không áp dụng. Ô để trống nghĩa là chưa nhập, không phải bằng 0; chữ không đọc được thành số cũng là chưa nhập.',
    ],
    [
      'Số',
      'Số thập phân gõ theo cài đặt của máy (12,5 hoặc 12.5); không gõ kèm đơn vị tính hay dấu %. Tỷ lệ tự tính từ tử số và mẫu số; khi nhập thẳng tỷ lệ đã công bố thì số công bố được dùng.',
    ],
    [
      'Lý do',
      'Ghi bằng lời cho số tăng, giảm bất thường hoặc dấu thay cho số. Dòng vừa có số có thể nhầm đơn vị tính hoặc khác thường, vừa có cảnh báo khác thì ghi hai lý do, cách nhau bằng dấu chấm phẩy.',
    ],
    [
      'Số gốc',
      `Trang "${sheetNames.baselines}" do cơ quan kế hoạch nhập: năm gốc, số gốc, nguồn. Chưa có số gốc thì chưa có lộ trình tham chiếu.`,
    ],
    [
      'Đánh giá',
      `Các trang chỉ tiêu tự tính: mức phải đạt, lộ trình tham chiếu, thực hiện, chênh lệch, đánh giá; chênh lệch dương là tốt hơn mức phải đạt. Trang "${sheetNames.summary}" đếm đánh giá và xếp các chênh lệch lớn nhất; trang "${sheetNames.sources}" ghi nguyên văn câu của kế hoạch, đánh số như trang "${sheetNames.entry}".`,
    ],
  ];
  if (reporting.frequency === 'year') return lines;
  return [
    ...lines,
    [
      'Kỳ',
      `Kỳ ${roundName(reporting)}: nhập số của riêng kỳ, không cộng dồn từ đầu năm, và số ước cả năm; đánh giá theo số ước cả năm. Ô xám là chỉ tiêu chỉ có số theo năm, không nhập.`,
    ],
  ];
}
