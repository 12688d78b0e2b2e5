-- SPDX-License-Identifier: GPL-3.0-or-later
-- Housekeeping: far below finality every sixteenth block keeps its row. An engine may delete what only
-- makes the table dense, and nothing that a transfer, a reorganisation or the ledger of coverage needs.

CREATE FUNCTION block_thinned() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    IF OLD.withdrawn_at IS NOT NULL
       OR OLD.number % 16 = 0
       OR NOT EXISTS (SELECT 1 FROM tieout.rail_state s
                      WHERE s.rail = OLD.rail AND OLD.number < s.cursor_number
                        AND OLD.number < s.finalized_number - 256)
       OR EXISTS (SELECT 1 FROM tieout.transfer t WHERE t.block_id = OLD.id)
       OR EXISTS (SELECT 1 FROM tieout.coverage c
                  WHERE c.rail = OLD.rail AND OLD.number IN (c.from_number, c.to_number))
    THEN
        RAISE 'tieout:block_kept %', OLD.number USING ERRCODE = 'insufficient_privilege';
    END IF;
    RETURN OLD;
END $$;

CREATE TRIGGER thinned BEFORE DELETE ON block FOR EACH ROW EXECUTE FUNCTION block_thinned();
GRANT DELETE ON block TO tieout_{env}_engine;
