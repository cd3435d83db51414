CREATE TABLE `listing_report` (
	`id` text PRIMARY KEY NOT NULL,
	`provider_id` text NOT NULL,
	`received_at` text NOT NULL,
	`about` text NOT NULL,
	`wrapped_key` text NOT NULL,
	`sealed_report` text NOT NULL
);
--> statement-breakpoint
CREATE INDEX `listing_report_received` ON `listing_report` (`received_at`);