-- CHƯA CHẠY THỬ (untried). Kho chia theo tỉnh trên Citus thay cho nhiều máy chủ nối bằng postgres_fdw.
-- 1. Trên máy điều phối của Citus, đã thêm các máy làm việc bằng citus_add_node:
--      chitieu --store postgres://dieu-phoi/chitieu store setup
-- 2. Rồi chạy tệp này một lần, khi kho còn trống. Bảng, khóa và câu lệnh của chương trình giữ nguyên:
--    mọi khóa đều có cột province, là cột phân bố.
SET search_path = chitieu;
SELECT create_reference_table('provinces');
SELECT create_reference_table('members');
SELECT create_distributed_table('heads', 'province');
SELECT create_distributed_table('returns', 'province', colocate_with => 'heads');
SELECT create_distributed_table('entries', 'province', colocate_with => 'heads');
SELECT create_distributed_table('originals', 'province', colocate_with => 'heads');
SELECT create_distributed_table('decisions', 'province', colocate_with => 'heads');
