CREATE INDEX `brokerage_case_closed` ON `brokerage_case` (`status`,`closed_at`);--> statement-breakpoint
CREATE INDEX `brokerage_case_arrivals` ON `brokerage_case` (`received_at`,`status`,`contact_due`,`contacted_at`,`options_due`,`options_at`,`closed_at`,`waiting_since`,`quarantined_for`);--> statement-breakpoint
CREATE INDEX `brokerage_case_closures` ON `brokerage_case` (`closed_at`,`merged_into`,`quarantined_for`);--> statement-breakpoint
CREATE INDEX `audit_entry_object` ON `audit_entry` (`object`);