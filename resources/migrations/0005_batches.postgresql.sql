-- SPDX-License-Identifier: GPL-3.0-or-later
-- What batches need on PostgreSQL: the sum of amounts that SQLite gets from the program, and tables of
-- the session.

-- Nothing of no rows, exact beyond 39 digits.
CREATE AGGREGATE amount_sum(numeric) (
    SFUNC = numeric_add,
    STYPE = numeric,
    COMBINEFUNC = numeric_add,
    PARALLEL = SAFE);

GRANT EXECUTE ON FUNCTION amount_sum(numeric)
    TO tieout_{env}_people, tieout_{env}_auditor, tieout_{env}_engine;

-- An engine may make no temporary table, for it could then stand before one that a check reads. These
-- few it may ask for, empty, by name: what they are is said here, and nothing else that runs in the
-- database has their names.
CREATE FUNCTION session_table(p_name text)
RETURNS void LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    columns text := CASE p_name
        WHEN 'wanted_account' THEN 'account bytea PRIMARY KEY'
        WHEN 'wanted_payment' THEN 'payment_id text PRIMARY KEY'
        WHEN 'new_label' THEN 'block_id bigint, log_index bigint, label text'
        WHEN 'new_link' THEN 'rail bigint, tx bytea, account bytea, reference text, payment_id text,'
            ' binding_id text, linked_by text, linked_at bigint'
        WHEN 'projection_change' THEN 'id text, version bigint, status text, detection text,'
            ' confirmation text, recognition text, verdict text, labels text, received numeric(39,0),'
            ' confirmed numeric(39,0), remaining numeric(39,0), deciding_number bigint, required text,'
            ' confirmed_at bigint, final_at bigint, fulfilment text, released_at bigint,'
            ' expired_at bigint, top_up_closed_at bigint'
    END;
BEGIN
    IF columns IS NULL THEN
        RAISE 'tieout:session_table_unknown' USING ERRCODE = 'invalid_parameter_value';
    END IF;
    IF to_regclass('pg_temp.' || p_name) IS NULL THEN
        EXECUTE format('CREATE TEMPORARY TABLE %I (%s) ON COMMIT DELETE ROWS', p_name, columns);
        EXECUTE format('GRANT SELECT, INSERT ON pg_temp.%I TO tieout_{env}_engine', p_name);
    ELSE
        EXECUTE format('DELETE FROM pg_temp.%I', p_name);
    END IF;
END $$;

GRANT EXECUTE ON FUNCTION session_table TO tieout_{env}_engine;
