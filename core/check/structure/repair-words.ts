/** How what was lost comes back; typed figures stay as they are. */
export const REPAIR = {
  vi: 'Chạy "chitieu repair" (hoặc nút "Khôi phục" trong ngăn Chỉ Tiêu): mẫu được dựng lại quanh số liệu đã nhập.',
  en: 'Run "chitieu repair" (or "Restore" in the Chỉ Tiêu pane): the template is rebuilt around the typed figures.',
};
