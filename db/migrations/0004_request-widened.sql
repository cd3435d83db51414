CREATE TABLE `access_code` (
	`token_hash` text PRIMARY KEY NOT NULL,
	`case_id` text,
	`code_hash` text NOT NULL,
	`tries_left` integer NOT NULL,
	`created_at` text NOT NULL,
	`expires_at` text NOT NULL,
	FOREIGN KEY (`case_id`) REFERENCES `brokerage_case`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `case_feedback` (
	`case_id` text PRIMARY KEY NOT NULL,
	`at` text NOT NULL,
	`sealed_answers` text NOT NULL,
	`sealed_picture` text,
	FOREIGN KEY (`case_id`) REFERENCES `brokerage_case`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `case_message` (
	`id` text PRIMARY KEY NOT NULL,
	`case_id` text NOT NULL,
	`at` text NOT NULL,
	`from` text NOT NULL,
	`staff_id` text,
	`sealed_text` text NOT NULL,
	`read_at` text,
	FOREIGN KEY (`case_id`) REFERENCES `brokerage_case`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `case_message_case` ON `case_message` (`case_id`,`at`);--> statement-breakpoint
CREATE TABLE `retention_run` (
	`id` text PRIMARY KEY NOT NULL,
	`at` text NOT NULL,
	`is_trial` integer NOT NULL,
	`removed` text NOT NULL
);
--> statement-breakpoint
ALTER TABLE `brokerage_case` ADD `wish` text DEFAULT 'place' NOT NULL;--> statement-breakpoint
ALTER TABLE `brokerage_case` ADD `is_urgent` integer DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE `brokerage_case` ADD `quarantined_for` text;--> statement-breakpoint
ALTER TABLE `brokerage_case` ADD `email_index` text;--> statement-breakpoint
ALTER TABLE `brokerage_case` ADD `phone_index` text;--> statement-breakpoint
ALTER TABLE `brokerage_case` ADD `legal_hold` integer DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE `brokerage_case` ADD `erased_at` text;--> statement-breakpoint
CREATE INDEX `brokerage_case_queue` ON `brokerage_case` (`status`,`owner_id`,`quarantined_for`,`erased_at`);--> statement-breakpoint
CREATE INDEX `brokerage_case_email` ON `brokerage_case` (`email_index`);--> statement-breakpoint
CREATE INDEX `brokerage_case_phone` ON `brokerage_case` (`phone_index`);--> statement-breakpoint
ALTER TABLE `request_draft` ADD `link_id` text;--> statement-breakpoint
ALTER TABLE `request_draft` ADD `changes_case_id` text;--> statement-breakpoint
ALTER TABLE `outbox_message` ADD `delivery` text;--> statement-breakpoint
ALTER TABLE `outbox_message` ADD `delivery_at` text;