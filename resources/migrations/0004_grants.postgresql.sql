-- SPDX-License-Identifier: GPL-3.0-or-later
-- Who may touch the tables of state: people and the auditor read them, the engine writes what its
-- actions need and only within its term. What is insert-only is so by the lack of a grant.

-- For a table of state; later migrations call it for each table that they make.
CREATE PROCEDURE state_table(table_name text, engine_may text) LANGUAGE plpgsql AS $$
BEGIN
    EXECUTE format('GRANT SELECT ON tieout.%I TO tieout_{env}_people, tieout_{env}_auditor, '
                   'tieout_{env}_engine', table_name);
    EXECUTE format('GRANT %s ON tieout.%I TO tieout_{env}_engine', engine_may, table_name);
    CALL tieout.fence_table(table_name);
END $$;

DO $$
DECLARE
    t text;
    routine regprocedure;
BEGIN
    FOREACH t IN ARRAY '{event,transfer,transfer_raw,transfer_reached,deposit_address,decision}'::text[] LOOP
        CALL tieout.state_table(t, 'INSERT');
    END LOOP;
    FOREACH t IN ARRAY '{rail,rail_state,block,token,sighting,xpub,backfill,merchant,payment,binding,hold,
        credit,refund,exception_case}'::text[] LOOP
        CALL tieout.state_table(t, 'INSERT, UPDATE');
    END LOOP;
    FOREACH t IN ARRAY '{source_health,transfer_label,coverage,promotion_mark,own_address,sandbox_action,
        merchant_corridor,transfer_payment,outbox_due,saved_view,awaiting}'::text[] LOOP
        CALL tieout.state_table(t, 'INSERT, UPDATE, DELETE');
    END LOOP;

    -- Everything else of the schema that nobody was given yet is read-only: the environment's row, the
    -- version of the schema, views. The pieces of uploads and the queue of submitters are nobody's.
    FOR t IN
        SELECT c.relname FROM pg_class c
        WHERE c.relnamespace = 'tieout'::regnamespace AND c.relkind IN ('r', 'v')
          AND c.relname NOT IN ('upload', 'upload_part', 'submitter')
          AND pg_get_userbyid(c.relowner) = 'tieout_{env}_owner'
          AND NOT has_table_privilege('tieout_{env}_people', c.oid, 'SELECT')
    LOOP
        EXECUTE format('GRANT SELECT ON tieout.%I TO tieout_{env}_people, tieout_{env}_auditor, '
                       'tieout_{env}_engine', t);
    END LOOP;
    -- Sums of amounts are for everyone who reads amounts.
    FOR routine IN
        SELECT p.oid FROM pg_proc p
        WHERE p.pronamespace = 'tieout'::regnamespace AND p.proname LIKE 'amount\_%'
    LOOP
        EXECUTE format('GRANT EXECUTE ON FUNCTION %s TO tieout_{env}_people, tieout_{env}_auditor, '
                       'tieout_{env}_engine', routine);
    END LOOP;
END $$;
