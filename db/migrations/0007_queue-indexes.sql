DROP INDEX `brokerage_case_status`;--> statement-breakpoint
DROP INDEX `brokerage_case_queue`;--> statement-breakpoint
DROP INDEX `brokerage_case_closed`;--> statement-breakpoint
CREATE INDEX `brokerage_case_held` ON `brokerage_case` (`received_at`) WHERE quarantined_for is not null;--> statement-breakpoint
CREATE INDEX `brokerage_case_open` ON `brokerage_case` (`id`,`version`,`status`,`owner_id`,`next_action`,`next_action_due`,`is_urgent`,`quarantined_for`,`received_at`,`contact_due`,`contacted_at`,`options_due`,`options_at`,`waiting_since`) WHERE status <> 'closed';--> statement-breakpoint
CREATE INDEX `brokerage_case_closed` ON `brokerage_case` (`closed_at`) WHERE status = 'closed' and quarantined_for is null and erased_at is null;