CREATE TABLE `reminder` (
	`id` text PRIMARY KEY NOT NULL,
	`contact_id` text NOT NULL,
	`scheme` text NOT NULL,
	`kind` text NOT NULL,
	`day` text NOT NULL,
	`send_on` text NOT NULL,
	`queued_at` text,
	FOREIGN KEY (`contact_id`) REFERENCES `reminder_contact`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `reminder_contact_id` ON `reminder` (`contact_id`);--> statement-breakpoint
CREATE INDEX `reminder_send_on` ON `reminder` (`send_on`);--> statement-breakpoint
CREATE TABLE `reminder_contact` (
	`id` text PRIMARY KEY NOT NULL,
	`token_hash` text NOT NULL,
	`link_id` text NOT NULL,
	`contact_index` text NOT NULL,
	`wrapped_key` text NOT NULL,
	`sealed_contact` text NOT NULL,
	`language` text NOT NULL,
	`asked_at` text NOT NULL,
	`confirmed_at` text
);
--> statement-breakpoint
CREATE UNIQUE INDEX `reminder_contact_token_hash_unique` ON `reminder_contact` (`token_hash`);--> statement-breakpoint
CREATE INDEX `reminder_contact_index` ON `reminder_contact` (`contact_index`,`asked_at`);