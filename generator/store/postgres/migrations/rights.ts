/** Groups of accounts, and what each may see and add. Nobody changes or deletes a row; of a head only the counters move. */
export const rights = `
DO $$
DECLARE
  one text;
BEGIN
  FOREACH one IN ARRAY ARRAY['chitieu_province', 'chitieu_country', 'chitieu_ministry'] LOOP
    CONTINUE WHEN EXISTS (SELECT FROM pg_roles WHERE rolname = one);
    BEGIN
      EXECUTE format('CREATE ROLE %I NOLOGIN', one);
    EXCEPTION
      -- Accounts are the server's, not the database's: another store may just be making them.
      WHEN duplicate_object OR unique_violation THEN NULL;
    END;
  END LOOP;
END
$$;
GRANT USAGE ON SCHEMA chitieu TO chitieu_province, chitieu_country, chitieu_ministry;
GRANT SELECT ON provinces, migrations, heads, returns, entries, originals, decisions
  TO chitieu_province, chitieu_country, chitieu_ministry;
GRANT INSERT ON returns, entries, originals, decisions TO chitieu_province, chitieu_country;
GRANT UPDATE ON heads TO chitieu_province, chitieu_country;

CREATE FUNCTION own_province() RETURNS text LANGUAGE sql STABLE SECURITY DEFINER SET search_path = chitieu, pg_temp
  AS 'SELECT province FROM members WHERE member = session_user';

DO $$
DECLARE
  one text;
BEGIN
  FOREACH one IN ARRAY ARRAY['heads', 'returns', 'entries', 'originals', 'decisions'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', one);
    EXECUTE format('CREATE POLICY ministry_reads ON %I FOR SELECT TO chitieu_ministry, chitieu_country USING (true)', one);
    EXECUTE format('CREATE POLICY province_reads ON %I FOR SELECT TO chitieu_province
      USING (province = (SELECT own_province()))', one);
    IF one = 'heads' THEN
      EXECUTE 'CREATE POLICY country_counts ON heads FOR UPDATE TO chitieu_country USING (true)';
      EXECUTE 'CREATE POLICY province_counts ON heads FOR UPDATE TO chitieu_province
        USING (province = (SELECT own_province()))';
    ELSE
      EXECUTE format('CREATE POLICY country_adds ON %I FOR INSERT TO chitieu_country WITH CHECK (true)', one);
      EXECUTE format('CREATE POLICY province_adds ON %I FOR INSERT TO chitieu_province
        WITH CHECK (province = (SELECT own_province()))', one);
    END IF;
  END LOOP;
END
$$;
`;
