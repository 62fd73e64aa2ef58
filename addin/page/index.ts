import '../shell/without-eval.ts';
import { mount, pageLanguage } from '../shell/mount.ts';
import { registerServiceWorker } from './offline.ts';

mount(
  {
    vi: {
      heading: 'Chỉ Tiêu',
      paragraphs: [
        'Trang này dành cho người không có Excel phù hợp với phần bổ trợ. Bản này chưa đọc được sổ.',
        'Tệp được xử lý ngay trong trình duyệt, không gửi đi đâu.',
      ],
    },
    en: {
      heading: 'Chỉ Tiêu',
      paragraphs: [
        'This page is for people whose Excel does not run the add-in. This version cannot read workbooks yet.',
        'Files are processed in the browser and are sent nowhere.',
      ],
    },
  },
  pageLanguage(navigator.language),
);

void registerServiceWorker();
