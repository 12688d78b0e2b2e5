-- run-as: administrator
-- SPDX-License-Identifier: GPL-3.0-or-later
-- The roles of one environment, and the schema that its owner holds. Roles belong to the whole
-- cluster, so their names carry the environment, and a second database of the same environment meets
-- them already there. Nobody logs in as one of them: a person's or an engine's login is a member.

DO $$
DECLARE
    part text;
    full_name text;
    found pg_roles;
BEGIN
    FOREACH part IN ARRAY '{owner,engine,people,auditor,operator,treasury,finance,compliance,engineer,support,admin}'::text[]
    LOOP
        full_name := 'tieout_{env}_' || part;
        SELECT * INTO found FROM pg_roles WHERE rolname = full_name;
        IF found.rolname IS NULL THEN
            BEGIN
                EXECUTE format('CREATE ROLE %I NOLOGIN', full_name);
            EXCEPTION WHEN duplicate_object OR unique_violation THEN
                NULL; -- another migration of the same cluster was quicker
            END;
        ELSIF found.rolcanlogin OR found.rolsuper OR found.rolcreaterole OR found.rolbypassrls THEN
            RAISE 'role % exists and has rights of its own', full_name USING ERRCODE = 'duplicate_object';
        END IF;
        -- The classes that decide are people; an auditor reads and has no door to knock at.
        IF part NOT IN ('owner', 'engine', 'people', 'auditor') AND NOT EXISTS (
            SELECT FROM pg_auth_members m
            WHERE m.roleid = to_regrole('tieout_{env}_people') AND m.member = to_regrole(full_name))
        THEN
            BEGIN
                EXECUTE format('GRANT tieout_{env}_people TO %I', full_name);
            EXCEPTION WHEN unique_violation THEN
                NULL;
            END;
        END IF;
    END LOOP;

    -- Takes CONNECT and TEMP from everyone, then gives CONNECT to those who have business here.
    EXECUTE format('REVOKE ALL ON DATABASE %I FROM PUBLIC', current_database());
    EXECUTE format(
        'GRANT CONNECT ON DATABASE %I TO tieout_{env}_people, tieout_{env}_auditor, tieout_{env}_engine',
        current_database());
    -- For session_table(), which makes the few that an engine's batches use.
    EXECUTE format('GRANT TEMPORARY ON DATABASE %I TO tieout_{env}_owner', current_database());
END $$;

REVOKE ALL ON SCHEMA public FROM PUBLIC;
-- Large objects are the one store that any login could fill in any database it may connect to.
REVOKE EXECUTE ON FUNCTION lo_creat(int), lo_create(oid), lo_from_bytea(oid, bytea) FROM PUBLIC;

CREATE SCHEMA IF NOT EXISTS tieout;
ALTER SCHEMA tieout OWNER TO tieout_{env}_owner;
-- A function may be executed by everyone unless this is said before it is made.
ALTER DEFAULT PRIVILEGES FOR ROLE tieout_{env}_owner REVOKE EXECUTE ON FUNCTIONS FROM PUBLIC;
GRANT USAGE ON SCHEMA tieout TO tieout_{env}_people, tieout_{env}_auditor, tieout_{env}_engine;
