/** How what was lost comes back; typed figures stay as they are. */
export const REPAIR = {
  vi: 'Bấm nút "Khôi phục" ở trang Chỉ Tiêu trên trình duyệt (hoặc chạy "chitieu repair"): mẫu được dựng lại quanh số liệu đã nhập.',
  en: 'Press "Restore" in the Chỉ Tiêu page in a browser (or run "chitieu repair"): the template is rebuilt around the typed figures.',
};
