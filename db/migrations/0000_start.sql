CREATE TABLE `sign_in_attempt` (
	`id` integer PRIMARY KEY NOT NULL,
	`who` text NOT NULL,
	`at` text NOT NULL
);
--> statement-breakpoint
CREATE INDEX `sign_in_attempt_who` ON `sign_in_attempt` (`who`,`at`);--> statement-breakpoint
CREATE TABLE `staff_account` (
	`id` text PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`email` text NOT NULL,
	`role` text NOT NULL,
	`email_verified` integer NOT NULL,
	`two_factor_enabled` integer NOT NULL,
	`created_at` text NOT NULL,
	`updated_at` text NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `staff_account_email_unique` ON `staff_account` (`email`);--> statement-breakpoint
CREATE TABLE `staff_challenge` (
	`id` text PRIMARY KEY NOT NULL,
	`identifier` text NOT NULL,
	`value` text NOT NULL,
	`expires_at` text NOT NULL,
	`created_at` text NOT NULL,
	`updated_at` text NOT NULL
);
--> statement-breakpoint
CREATE INDEX `staff_challenge_identifier` ON `staff_challenge` (`identifier`);--> statement-breakpoint
CREATE TABLE `staff_credential` (
	`id` text PRIMARY KEY NOT NULL,
	`account_id` text NOT NULL,
	`provider_id` text NOT NULL,
	`user_id` text NOT NULL,
	`password` text,
	`created_at` text NOT NULL,
	`updated_at` text NOT NULL,
	FOREIGN KEY (`user_id`) REFERENCES `staff_account`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `staff_credential_user` ON `staff_credential` (`user_id`);--> statement-breakpoint
CREATE TABLE `staff_invitation` (
	`id` text PRIMARY KEY NOT NULL,
	`email` text NOT NULL,
	`role` text NOT NULL,
	`invited_at` text NOT NULL,
	`accepted_at` text
);
--> statement-breakpoint
CREATE UNIQUE INDEX `staff_invitation_email_unique` ON `staff_invitation` (`email`);--> statement-breakpoint
CREATE TABLE `staff_second_factor` (
	`id` text PRIMARY KEY NOT NULL,
	`user_id` text NOT NULL,
	`secret` text NOT NULL,
	`backup_codes` text NOT NULL,
	`verified` integer NOT NULL,
	`failed_verification_count` integer DEFAULT 0 NOT NULL,
	`locked_until` text,
	`last_step` integer,
	`codes_kept_at` text,
	FOREIGN KEY (`user_id`) REFERENCES `staff_account`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE UNIQUE INDEX `staff_second_factor_user_id_unique` ON `staff_second_factor` (`user_id`);--> statement-breakpoint
CREATE TABLE `staff_session` (
	`id` text PRIMARY KEY NOT NULL,
	`user_id` text NOT NULL,
	`token` text NOT NULL,
	`ip_address` text,
	`user_agent` text,
	`created_at` text NOT NULL,
	`updated_at` text NOT NULL,
	`expires_at` text NOT NULL,
	`second_factor_at` text,
	FOREIGN KEY (`user_id`) REFERENCES `staff_account`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE UNIQUE INDEX `staff_session_token_unique` ON `staff_session` (`token`);--> statement-breakpoint
CREATE INDEX `staff_session_user` ON `staff_session` (`user_id`);--> statement-breakpoint
CREATE TABLE `brokerage_case` (
	`id` text PRIMARY KEY NOT NULL,
	`reference` text NOT NULL,
	`status` text NOT NULL,
	`version` integer NOT NULL,
	`owner_id` text,
	`next_action` text,
	`next_action_due` text,
	`received_at` text NOT NULL,
	`closed_at` text,
	`outcome` text,
	`wrapped_key` text,
	`sealed_family` text
);
--> statement-breakpoint
CREATE UNIQUE INDEX `brokerage_case_reference_unique` ON `brokerage_case` (`reference`);--> statement-breakpoint
CREATE INDEX `brokerage_case_status` ON `brokerage_case` (`status`,`next_action_due`);--> statement-breakpoint
CREATE INDEX `brokerage_case_owner` ON `brokerage_case` (`owner_id`,`status`);--> statement-breakpoint
CREATE TABLE `offer` (
	`id` text PRIMARY KEY NOT NULL,
	`case_id` text NOT NULL,
	`provider_id` text NOT NULL,
	`status` text NOT NULL,
	`sealed_detail` text,
	`offered_at` text NOT NULL,
	`decided_at` text,
	FOREIGN KEY (`case_id`) REFERENCES `brokerage_case`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `offer_case` ON `offer` (`case_id`);--> statement-breakpoint
CREATE TABLE `request_draft` (
	`token_hash` text PRIMARY KEY NOT NULL,
	`wrapped_key` text,
	`sealed_answers` text,
	`started_at` text NOT NULL,
	`expires_at` text NOT NULL,
	`case_id` text
);
--> statement-breakpoint
CREATE TABLE `timeline_event` (
	`id` text PRIMARY KEY NOT NULL,
	`case_id` text NOT NULL,
	`at` text NOT NULL,
	`kind` text NOT NULL,
	`actor_kind` text NOT NULL,
	`actor_id` text,
	`sealed_detail` text,
	FOREIGN KEY (`case_id`) REFERENCES `brokerage_case`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `timeline_event_case` ON `timeline_event` (`case_id`,`at`);--> statement-breakpoint
CREATE TABLE `enquiry` (
	`id` text PRIMARY KEY NOT NULL,
	`case_id` text NOT NULL,
	`provider_id` text NOT NULL,
	`status` text NOT NULL,
	`sealed_question` text,
	`sealed_answer` text,
	`asked_by` text NOT NULL,
	`asked_at` text NOT NULL,
	`answer_due` text NOT NULL,
	`answered_at` text,
	FOREIGN KEY (`case_id`) REFERENCES `brokerage_case`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `enquiry_case` ON `enquiry` (`case_id`);--> statement-breakpoint
CREATE UNIQUE INDEX `enquiry_case_provider` ON `enquiry` (`case_id`,`provider_id`);--> statement-breakpoint
CREATE TABLE `cost_option` (
	`id` text PRIMARY KEY NOT NULL,
	`provider_id` text NOT NULL,
	`unit` text NOT NULL,
	`pence` integer NOT NULL,
	`label` text,
	`ages_from_months` integer,
	`ages_to_months` integer,
	FOREIGN KEY (`provider_id`) REFERENCES `provider`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `cost_option_provider` ON `cost_option` (`provider_id`);--> statement-breakpoint
CREATE TABLE `directory_version` (
	`id` integer PRIMARY KEY NOT NULL,
	`version` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `import_report` (
	`id` text PRIMARY KEY NOT NULL,
	`kind` text NOT NULL,
	`file_name` text NOT NULL,
	`authority` text,
	`as_at` text NOT NULL,
	`started_at` text NOT NULL,
	`added` integer NOT NULL,
	`changed` integer NOT NULL,
	`unchanged` integer NOT NULL,
	`left` integer NOT NULL,
	`refused` integer NOT NULL,
	`refused_rows` text NOT NULL
);
--> statement-breakpoint
CREATE TABLE `inclusion_answer` (
	`provider_id` text NOT NULL,
	`attribute` text NOT NULL,
	`answer` text NOT NULL,
	`note` text,
	`confirmed_on` text NOT NULL,
	`source` text NOT NULL,
	PRIMARY KEY(`provider_id`, `attribute`),
	FOREIGN KEY (`provider_id`) REFERENCES `provider`(`id`) ON UPDATE no action ON DELETE cascade,
	CONSTRAINT "inclusion_answer_note_length" CHECK(length("inclusion_answer"."note") <= 200)
);
--> statement-breakpoint
CREATE TABLE `inspection` (
	`id` text PRIMARY KEY NOT NULL,
	`provider_id` text NOT NULL,
	`framework` text NOT NULL,
	`number` text,
	`inspected_on` text NOT NULL,
	`overall_grade` integer,
	`education_grade` integer,
	`behaviour_grade` integer,
	`development_grade` integer,
	`leadership_grade` integer,
	`safeguarding_effective` integer,
	`compliance` text,
	`compulsory_register_compliance` text,
	`voluntary_register_compliance` text,
	`report_url` text,
	FOREIGN KEY (`provider_id`) REFERENCES `provider`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `inspection_provider` ON `inspection` (`provider_id`,`inspected_on`);--> statement-breakpoint
CREATE TABLE `postcode` (
	`key` text PRIMARY KEY NOT NULL,
	`display` text NOT NULL,
	`outward` text NOT NULL,
	`latitude` real NOT NULL,
	`longitude` real NOT NULL,
	`ward_code` text,
	`ward_name` text,
	`lsoa_code` text,
	`authority_code` text,
	`authority_name` text
);
--> statement-breakpoint
CREATE INDEX `postcode_outward` ON `postcode` (`outward`);--> statement-breakpoint
CREATE TABLE `provider` (
	`id` text PRIMARY KEY NOT NULL,
	`urn` text NOT NULL,
	`kind` text NOT NULL,
	`ofsted_type` text NOT NULL,
	`ofsted_subtype` text,
	`premises` text NOT NULL,
	`name` text,
	`registered_on` text,
	`registers` text,
	`on_early_years_register` integer DEFAULT false NOT NULL,
	`on_compulsory_register` integer DEFAULT false NOT NULL,
	`on_voluntary_register` integer DEFAULT false NOT NULL,
	`address_line_1` text,
	`address_line_2` text,
	`address_line_3` text,
	`town` text,
	`postcode` text,
	`outward_postcode` text,
	`area_name` text,
	`latitude` real,
	`longitude` real,
	`point_precision` text DEFAULT 'none' NOT NULL,
	`ward_code` text,
	`ward_name` text,
	`authority` text NOT NULL,
	`phone` text,
	`email` text,
	`website` text,
	`description` text,
	`places` integer,
	`ages_from_months` integer,
	`ages_to_months` integer,
	`source` text NOT NULL,
	`as_at` text NOT NULL,
	`left_on` text,
	`opted_out` integer DEFAULT false NOT NULL,
	`withheld` integer DEFAULT false NOT NULL,
	`is_sample` integer DEFAULT false NOT NULL,
	CONSTRAINT "provider_home_address_is_not_kept" CHECK("provider"."premises" = 'non-domestic' or (
        "provider"."postcode" is null and "provider"."address_line_1" is null and "provider"."address_line_2" is null
        and "provider"."address_line_3" is null and "provider"."point_precision" <> 'postcode'))
);
--> statement-breakpoint
CREATE UNIQUE INDEX `provider_urn` ON `provider` (`urn`);--> statement-breakpoint
CREATE INDEX `provider_authority` ON `provider` (`source`,`authority`);--> statement-breakpoint
CREATE TABLE `provider_field_source` (
	`provider_id` text NOT NULL,
	`field_group` text NOT NULL,
	`source` text NOT NULL,
	`as_at` text NOT NULL,
	PRIMARY KEY(`provider_id`, `field_group`),
	FOREIGN KEY (`provider_id`) REFERENCES `provider`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE TABLE `schedule` (
	`id` text PRIMARY KEY NOT NULL,
	`provider_id` text NOT NULL,
	`day` integer NOT NULL,
	`opens` text NOT NULL,
	`closes` text NOT NULL,
	`term` text DEFAULT 'not-said' NOT NULL,
	FOREIGN KEY (`provider_id`) REFERENCES `provider`(`id`) ON UPDATE no action ON DELETE cascade,
	CONSTRAINT "schedule_day" CHECK("schedule"."day" between 1 and 7)
);
--> statement-breakpoint
CREATE INDEX `schedule_provider` ON `schedule` (`provider_id`);--> statement-breakpoint
CREATE TABLE `vacancy` (
	`id` text PRIMARY KEY NOT NULL,
	`provider_id` text NOT NULL,
	`ages_from_months` integer NOT NULL,
	`ages_to_months` integer NOT NULL,
	`day` integer,
	`places` integer NOT NULL,
	`as_at` text NOT NULL,
	FOREIGN KEY (`provider_id`) REFERENCES `provider`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `vacancy_provider` ON `vacancy` (`provider_id`);--> statement-breakpoint
CREATE TABLE `demand` (
	`id` text PRIMARY KEY NOT NULL,
	`closed_month` text NOT NULL,
	`ward_code` text,
	`ward_name` text,
	`age_band` text NOT NULL,
	`days` text NOT NULL,
	`hours_per_week` integer,
	`need_groups` text NOT NULL,
	`outcome` text NOT NULL
) WITHOUT ROWID;
--> statement-breakpoint
CREATE TABLE `access_link` (
	`id` text PRIMARY KEY NOT NULL,
	`purpose` text NOT NULL,
	`subject_id` text NOT NULL,
	`token_hash` text NOT NULL,
	`created_at` text NOT NULL,
	`expires_at` text NOT NULL,
	`used_at` text,
	`superseded_at` text
);
--> statement-breakpoint
CREATE UNIQUE INDEX `access_link_token_hash_unique` ON `access_link` (`token_hash`);--> statement-breakpoint
CREATE INDEX `access_link_subject` ON `access_link` (`purpose`,`subject_id`);--> statement-breakpoint
CREATE TABLE `audit_entry` (
	`seq` integer PRIMARY KEY NOT NULL,
	`at` text NOT NULL,
	`actor` text NOT NULL,
	`role` text NOT NULL,
	`action` text NOT NULL,
	`object` text NOT NULL,
	`fields` text NOT NULL,
	`reason` text,
	`previous_hash` text NOT NULL,
	`hash` text NOT NULL
);
--> statement-breakpoint
CREATE TABLE `key_check` (
	`key_id` text PRIMARY KEY NOT NULL,
	`sealed` text NOT NULL
);
--> statement-breakpoint
CREATE TABLE `outbox_message` (
	`id` text PRIMARY KEY NOT NULL,
	`kind` text NOT NULL,
	`subject_id` text NOT NULL,
	`link_id` text,
	`dedupe_key` text NOT NULL,
	`state` text NOT NULL,
	`attempts` integer DEFAULT 0 NOT NULL,
	`next_at` text NOT NULL,
	`lease_until` text,
	`created_at` text NOT NULL,
	`sent_at` text,
	`last_error` text
);
--> statement-breakpoint
CREATE UNIQUE INDEX `outbox_message_dedupe_key_unique` ON `outbox_message` (`dedupe_key`);--> statement-breakpoint
CREATE INDEX `outbox_message_due` ON `outbox_message` (`next_at`) WHERE state = 'queued';--> statement-breakpoint
CREATE TABLE `visit` (
	`token_hash` text PRIMARY KEY NOT NULL,
	`purpose` text NOT NULL,
	`subject_id` text NOT NULL,
	`created_at` text NOT NULL,
	`expires_at` text NOT NULL
);
