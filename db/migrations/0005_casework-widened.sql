CREATE TABLE `case_call` (
	`id` text PRIMARY KEY NOT NULL,
	`case_id` text NOT NULL,
	`at` text NOT NULL,
	`staff_id` text NOT NULL,
	`direction` text NOT NULL,
	`result` text NOT NULL,
	`interpreter` integer NOT NULL,
	`enquiry_id` text,
	`sealed_note` text,
	FOREIGN KEY (`case_id`) REFERENCES `brokerage_case`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `case_call_case` ON `case_call` (`case_id`,`at`);--> statement-breakpoint
CREATE TABLE `case_contact` (
	`id` text PRIMARY KEY NOT NULL,
	`case_id` text NOT NULL,
	`at` text NOT NULL,
	`staff_id` text NOT NULL,
	`is_lead` integer DEFAULT false NOT NULL,
	`sealed_detail` text NOT NULL,
	FOREIGN KEY (`case_id`) REFERENCES `brokerage_case`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `case_contact_case` ON `case_contact` (`case_id`);--> statement-breakpoint
CREATE TABLE `case_note` (
	`id` text PRIMARY KEY NOT NULL,
	`case_id` text NOT NULL,
	`at` text NOT NULL,
	`staff_id` text NOT NULL,
	`sealed_text` text NOT NULL,
	FOREIGN KEY (`case_id`) REFERENCES `brokerage_case`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `case_note_case` ON `case_note` (`case_id`,`at`);--> statement-breakpoint
CREATE TABLE `case_place` (
	`id` text PRIMARY KEY NOT NULL,
	`case_id` text NOT NULL,
	`provider_id` text,
	`verdict` text NOT NULL,
	`sealed_detail` text NOT NULL,
	`staff_id` text NOT NULL,
	`at` text NOT NULL,
	FOREIGN KEY (`case_id`) REFERENCES `brokerage_case`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `case_place_case` ON `case_place` (`case_id`);--> statement-breakpoint
CREATE UNIQUE INDEX `case_place_provider` ON `case_place` (`case_id`,`provider_id`);--> statement-breakpoint
CREATE TABLE `case_referral` (
	`id` text PRIMARY KEY NOT NULL,
	`case_id` text NOT NULL,
	`kind` text NOT NULL,
	`at` text NOT NULL,
	`staff_id` text NOT NULL,
	`sealed_detail` text NOT NULL,
	FOREIGN KEY (`case_id`) REFERENCES `brokerage_case`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `case_referral_case` ON `case_referral` (`case_id`);--> statement-breakpoint
CREATE TABLE `case_task` (
	`id` text PRIMARY KEY NOT NULL,
	`case_id` text NOT NULL,
	`kind` text NOT NULL,
	`due` text NOT NULL,
	`subject` text,
	`sealed_text` text,
	`created_at` text NOT NULL,
	`done_at` text,
	`done_by` text,
	`dedupe_key` text NOT NULL,
	FOREIGN KEY (`case_id`) REFERENCES `brokerage_case`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `case_task_dedupe_key_unique` ON `case_task` (`dedupe_key`);--> statement-breakpoint
CREATE INDEX `case_task_case` ON `case_task` (`case_id`);--> statement-breakpoint
CREATE INDEX `case_task_due` ON `case_task` (`done_at`,`due`);--> statement-breakpoint
CREATE TABLE `case_tie` (
	`id` text PRIMARY KEY NOT NULL,
	`kind` text NOT NULL,
	`case_id` text NOT NULL,
	`other_id` text NOT NULL,
	`sealed_reason` text,
	`before` text,
	`staff_id` text NOT NULL,
	`at` text NOT NULL,
	`undone_at` text,
	FOREIGN KEY (`case_id`) REFERENCES `brokerage_case`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`other_id`) REFERENCES `brokerage_case`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `case_tie_case` ON `case_tie` (`case_id`);--> statement-breakpoint
CREATE INDEX `case_tie_other` ON `case_tie` (`other_id`);--> statement-breakpoint
CREATE TABLE `complaint` (
	`id` text PRIMARY KEY NOT NULL,
	`case_id` text NOT NULL,
	`kind` text NOT NULL,
	`received_at` text NOT NULL,
	`due` text NOT NULL,
	`staff_id` text NOT NULL,
	`sealed_text` text NOT NULL,
	`acknowledged_at` text,
	`closed_at` text,
	`sealed_answer` text,
	FOREIGN KEY (`case_id`) REFERENCES `brokerage_case`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `complaint_due` ON `complaint` (`closed_at`,`due`);--> statement-breakpoint
CREATE TABLE `erasure_request` (
	`id` text PRIMARY KEY NOT NULL,
	`case_id` text NOT NULL,
	`asked_by` text NOT NULL,
	`asked_at` text NOT NULL,
	`sealed_reason` text NOT NULL,
	`decided_by` text,
	`decided_at` text,
	`decision` text,
	FOREIGN KEY (`case_id`) REFERENCES `brokerage_case`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `erasure_request_open` ON `erasure_request` (`decided_at`);--> statement-breakpoint
CREATE TABLE `directory_proposal` (
	`id` text PRIMARY KEY NOT NULL,
	`provider_id` text NOT NULL,
	`kind` text NOT NULL,
	`value` text NOT NULL,
	`source` text NOT NULL,
	`said_on` text NOT NULL,
	`proposed_at` text NOT NULL,
	`decided_at` text,
	`decided_by` text,
	`decision` text
);
--> statement-breakpoint
CREATE INDEX `directory_proposal_open` ON `directory_proposal` (`decided_at`,`provider_id`);--> statement-breakpoint
CREATE TABLE `staff_absence` (
	`id` text PRIMARY KEY NOT NULL,
	`staff_id` text NOT NULL,
	`from_day` text NOT NULL,
	`to_day` text NOT NULL,
	`cover_id` text,
	`set_by` text NOT NULL,
	`set_at` text NOT NULL,
	FOREIGN KEY (`staff_id`) REFERENCES `staff_account`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`cover_id`) REFERENCES `staff_account`(`id`) ON UPDATE no action ON DELETE set null
);
--> statement-breakpoint
CREATE INDEX `staff_absence_staff` ON `staff_absence` (`staff_id`,`to_day`);--> statement-breakpoint
ALTER TABLE `staff_account` ADD `disabled_at` text;--> statement-breakpoint
ALTER TABLE `brokerage_case` ADD `contact_due` text;--> statement-breakpoint
ALTER TABLE `brokerage_case` ADD `contacted_at` text;--> statement-breakpoint
ALTER TABLE `brokerage_case` ADD `options_due` text;--> statement-breakpoint
ALTER TABLE `brokerage_case` ADD `options_at` text;--> statement-breakpoint
ALTER TABLE `brokerage_case` ADD `waiting_since` text;--> statement-breakpoint
ALTER TABLE `brokerage_case` ADD `reopened_at` text;--> statement-breakpoint
ALTER TABLE `brokerage_case` ADD `merged_into` text;--> statement-breakpoint
ALTER TABLE `enquiry` ADD `reminded_at` text;--> statement-breakpoint
CREATE INDEX `enquiry_waiting` ON `enquiry` (`status`,`answer_due`);--> statement-breakpoint
ALTER TABLE `demand` ADD `kinds` text DEFAULT '[]' NOT NULL;--> statement-breakpoint
ALTER TABLE `demand` ADD `term_time` text;--> statement-breakpoint
ALTER TABLE `demand` ADD `asked` integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE `demand` ADD `refusals` text DEFAULT '[]' NOT NULL;