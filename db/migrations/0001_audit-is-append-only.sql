CREATE TRIGGER `audit_entry_no_update` BEFORE UPDATE ON `audit_entry`
BEGIN
  SELECT RAISE(ABORT, 'the audit record is append-only');
END;
--> statement-breakpoint
CREATE TRIGGER `audit_entry_no_delete` BEFORE DELETE ON `audit_entry`
BEGIN
  SELECT RAISE(ABORT, 'the audit record is append-only');
END;
--> statement-breakpoint
CREATE TRIGGER `audit_entry_in_order` BEFORE INSERT ON `audit_entry`
WHEN NEW.seq IS NULL OR NEW.seq <= (SELECT coalesce(max(seq), 0) FROM audit_entry)
BEGIN
  SELECT RAISE(ABORT, 'the audit record is append-only');
END;
