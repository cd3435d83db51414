ALTER TABLE `schedule` RENAME TO `old_schedule`;
--> statement-breakpoint
ALTER TABLE `cost_option` RENAME TO `old_cost_option`;
--> statement-breakpoint
ALTER TABLE `vacancy` RENAME TO `old_vacancy`;
--> statement-breakpoint
ALTER TABLE `inclusion_answer` RENAME TO `old_inclusion_answer`;
--> statement-breakpoint
ALTER TABLE `inspection` RENAME TO `old_inspection`;
--> statement-breakpoint
ALTER TABLE `provider_field_source` RENAME TO `old_provider_field_source`;
--> statement-breakpoint
ALTER TABLE `provider` RENAME TO `old_provider`;
--> statement-breakpoint
CREATE TABLE `organisation` (
	`id` text PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`reference` text,
	`is_person` integer DEFAULT false NOT NULL,
	`address` text,
	`website` text,
	`email` text,
	`phone` text,
	`source` text NOT NULL,
	`as_at` text NOT NULL
);
--> statement-breakpoint
CREATE TABLE `service` (
	`id` text PRIMARY KEY NOT NULL,
	`organisation_id` text,
	`name` text,
	`kind` text NOT NULL,
	`description` text,
	`eligibility` text,
	`how_to_access` text,
	`for_disabled_children` text,
	`ages_from_months` integer,
	`ages_to_months` integer,
	`is_free` integer,
	`free_early_years` integer,
	`deposit` integer,
	`extras` text,
	`meals` text,
	`ratio` text,
	`waiting_list` text,
	FOREIGN KEY (`organisation_id`) REFERENCES `organisation`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `service_organisation` ON `service` (`organisation_id`);
--> statement-breakpoint
CREATE TABLE `location` (
	`id` text PRIMARY KEY NOT NULL,
	`name` text,
	`type` text DEFAULT 'physical' NOT NULL,
	`premises` text NOT NULL,
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
	`directions` text,
	CONSTRAINT "location_home_address_is_not_kept" CHECK("location"."premises" = 'non-domestic' or (
        "location"."postcode" is null and "location"."address_line_1" is null and "location"."address_line_2" is null
        and "location"."address_line_3" is null and "location"."point_precision" <> 'postcode'))
);
--> statement-breakpoint
CREATE INDEX `location_outward` ON `location` (`outward_postcode`);
--> statement-breakpoint
CREATE TABLE `service_at_location` (
	`id` text PRIMARY KEY NOT NULL,
	`service_id` text NOT NULL,
	`location_id` text NOT NULL,
	`source` text NOT NULL,
	`as_at` text NOT NULL,
	`source_digest` text,
	`confirmed_on` text,
	`left_on` text,
	`opted_out` integer DEFAULT false NOT NULL,
	`hides_name` integer DEFAULT false NOT NULL,
	`hides_address` integer DEFAULT false NOT NULL,
	`hides_contact` integer DEFAULT false NOT NULL,
	`withheld` integer DEFAULT false NOT NULL,
	`is_sample` integer DEFAULT false NOT NULL,
	FOREIGN KEY (`service_id`) REFERENCES `service`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`location_id`) REFERENCES `location`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `service_at_location_service` ON `service_at_location` (`service_id`);
--> statement-breakpoint
CREATE INDEX `service_at_location_location` ON `service_at_location` (`location_id`);
--> statement-breakpoint
CREATE INDEX `service_at_location_source` ON `service_at_location` (`source`);
--> statement-breakpoint
CREATE TABLE `consented_home` (
	`service_at_location_id` text PRIMARY KEY NOT NULL,
	`name` text,
	`address_line_1` text,
	`address_line_2` text,
	`address_line_3` text,
	`town` text,
	`postcode` text,
	`latitude` real,
	`longitude` real,
	`source` text NOT NULL,
	`as_at` text NOT NULL,
	FOREIGN KEY (`service_at_location_id`) REFERENCES `service_at_location`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE TABLE `field_source` (
	`service_at_location_id` text NOT NULL,
	`field_group` text NOT NULL,
	`source` text NOT NULL,
	`as_at` text NOT NULL,
	`consent` text,
	PRIMARY KEY(`service_at_location_id`, `field_group`),
	FOREIGN KEY (`service_at_location_id`) REFERENCES `service_at_location`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE TABLE `service_term` (
	`service_id` text NOT NULL,
	`taxonomy` text NOT NULL,
	`term` text NOT NULL,
	PRIMARY KEY(`service_id`, `taxonomy`, `term`),
	FOREIGN KEY (`service_id`) REFERENCES `service`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE TABLE `publication` (
	`id` text PRIMARY KEY NOT NULL,
	`organisation_id` text,
	`title` text NOT NULL,
	`description` text,
	`how_to_get` text,
	`website` text,
	`cost` integer,
	`language` text DEFAULT 'en' NOT NULL,
	`for_disabled_children` text,
	`source` text NOT NULL,
	`as_at` text NOT NULL,
	FOREIGN KEY (`organisation_id`) REFERENCES `organisation`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `contact` (
	`id` text PRIMARY KEY NOT NULL,
	`service_at_location_id` text NOT NULL,
	`kind` text NOT NULL,
	`value` text NOT NULL,
	`label` text,
	`is_public` integer DEFAULT true NOT NULL,
	FOREIGN KEY (`service_at_location_id`) REFERENCES `service_at_location`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `contact_of` ON `contact` (`service_at_location_id`);
--> statement-breakpoint
CREATE TABLE `schedule` (
	`id` text PRIMARY KEY NOT NULL,
	`service_at_location_id` text NOT NULL,
	`day` integer NOT NULL,
	`opens` text NOT NULL,
	`closes` text NOT NULL,
	`term` text DEFAULT 'not-said' NOT NULL,
	`session` text,
	`is_funded` integer DEFAULT false NOT NULL,
	FOREIGN KEY (`service_at_location_id`) REFERENCES `service_at_location`(`id`) ON UPDATE no action ON DELETE cascade,
	CONSTRAINT "schedule_day" CHECK("schedule"."day" between 1 and 7)
);
--> statement-breakpoint
CREATE INDEX `schedule_of` ON `schedule` (`service_at_location_id`);
--> statement-breakpoint
CREATE TABLE `cost_option` (
	`id` text PRIMARY KEY NOT NULL,
	`service_at_location_id` text NOT NULL,
	`unit` text NOT NULL,
	`pence` integer NOT NULL,
	`hours` real,
	`label` text,
	`includes` text,
	`ages_from_months` integer,
	`ages_to_months` integer,
	FOREIGN KEY (`service_at_location_id`) REFERENCES `service_at_location`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `cost_option_of` ON `cost_option` (`service_at_location_id`);
--> statement-breakpoint
CREATE TABLE `vacancy` (
	`id` text PRIMARY KEY NOT NULL,
	`service_at_location_id` text NOT NULL,
	`ages_from_months` integer NOT NULL,
	`ages_to_months` integer NOT NULL,
	`day` integer,
	`places` integer NOT NULL,
	`free_from` text,
	`as_at` text NOT NULL,
	FOREIGN KEY (`service_at_location_id`) REFERENCES `service_at_location`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `vacancy_of` ON `vacancy` (`service_at_location_id`);
--> statement-breakpoint
CREATE TABLE `funded_place` (
	`service_at_location_id` text NOT NULL,
	`scheme` text NOT NULL,
	`hours_a_week` real,
	`is_stretched` integer,
	`note` text,
	PRIMARY KEY(`service_at_location_id`, `scheme`),
	FOREIGN KEY (`service_at_location_id`) REFERENCES `service_at_location`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE TABLE `spoken_language` (
	`service_at_location_id` text NOT NULL,
	`language` text NOT NULL,
	PRIMARY KEY(`service_at_location_id`, `language`),
	FOREIGN KEY (`service_at_location_id`) REFERENCES `service_at_location`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE TABLE `school_run` (
	`service_at_location_id` text NOT NULL,
	`school` text NOT NULL,
	`school_name` text NOT NULL,
	PRIMARY KEY(`service_at_location_id`, `school`),
	FOREIGN KEY (`service_at_location_id`) REFERENCES `service_at_location`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE TABLE `photo` (
	`id` text PRIMARY KEY NOT NULL,
	`service_at_location_id` text NOT NULL,
	`path` text NOT NULL,
	`alt` text NOT NULL,
	`position` integer DEFAULT 0 NOT NULL,
	FOREIGN KEY (`service_at_location_id`) REFERENCES `service_at_location`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `photo_of` ON `photo` (`service_at_location_id`);
--> statement-breakpoint
CREATE TABLE `inclusion_answer` (
	`service_at_location_id` text NOT NULL,
	`attribute` text NOT NULL,
	`answer` text NOT NULL,
	`note` text,
	`confirmed_on` text NOT NULL,
	`source` text NOT NULL,
	PRIMARY KEY(`service_at_location_id`, `attribute`),
	FOREIGN KEY (`service_at_location_id`) REFERENCES `service_at_location`(`id`) ON UPDATE no action ON DELETE cascade,
	CONSTRAINT "inclusion_answer_note_length" CHECK(length("inclusion_answer"."note") <= 200)
);
--> statement-breakpoint
CREATE TABLE `registration` (
	`service_at_location_id` text PRIMARY KEY NOT NULL,
	`urn` text NOT NULL,
	`registered_with` text DEFAULT 'ofsted' NOT NULL,
	`agency_name` text,
	`ofsted_type` text NOT NULL,
	`ofsted_subtype` text,
	`registered_on` text,
	`registers` text,
	`on_early_years_register` integer DEFAULT false NOT NULL,
	`on_compulsory_register` integer DEFAULT false NOT NULL,
	`on_voluntary_register` integer DEFAULT false NOT NULL,
	`places` integer,
	`cares_in` text,
	`care_periods` text,
	FOREIGN KEY (`service_at_location_id`) REFERENCES `service_at_location`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE UNIQUE INDEX `registration_urn` ON `registration` (`urn`);
--> statement-breakpoint
CREATE TABLE `registration_condition` (
	`id` text PRIMARY KEY NOT NULL,
	`service_at_location_id` text NOT NULL,
	`text` text NOT NULL,
	FOREIGN KEY (`service_at_location_id`) REFERENCES `service_at_location`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `registration_condition_of` ON `registration_condition` (`service_at_location_id`);
--> statement-breakpoint
CREATE TABLE `registered_age_band` (
	`id` text PRIMARY KEY NOT NULL,
	`service_at_location_id` text NOT NULL,
	`from_months` integer NOT NULL,
	`to_months` integer NOT NULL,
	`most` integer,
	`register` text,
	FOREIGN KEY (`service_at_location_id`) REFERENCES `service_at_location`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `registered_age_band_of` ON `registered_age_band` (`service_at_location_id`);
--> statement-breakpoint
CREATE TABLE `registration_step` (
	`id` text PRIMARY KEY NOT NULL,
	`service_at_location_id` text NOT NULL,
	`step` text NOT NULL,
	`taken_on` text NOT NULL,
	FOREIGN KEY (`service_at_location_id`) REFERENCES `service_at_location`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `registration_step_of` ON `registration_step` (`service_at_location_id`);
--> statement-breakpoint
CREATE TABLE `inspection` (
	`id` text PRIMARY KEY NOT NULL,
	`service_at_location_id` text NOT NULL,
	`framework` text NOT NULL,
	`number` text,
	`visit_type` text,
	`inspected_on` text NOT NULL,
	`overall_grade` integer,
	`education_grade` integer,
	`behaviour_grade` integer,
	`development_grade` integer,
	`leadership_grade` integer,
	`safeguarding_effective` integer,
	`standards` text,
	`compliance` text,
	`compulsory_register_compliance` text,
	`voluntary_register_compliance` text,
	`report_url` text,
	FOREIGN KEY (`service_at_location_id`) REFERENCES `service_at_location`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `inspection_of` ON `inspection` (`service_at_location_id`,`inspected_on`);
--> statement-breakpoint
CREATE TABLE `place_name` (
	`key` text NOT NULL,
	`name` text NOT NULL,
	`type` text NOT NULL,
	`latitude` real NOT NULL,
	`longitude` real NOT NULL,
	PRIMARY KEY(`key`, `type`)
);
--> statement-breakpoint
CREATE TABLE `school` (
	`urn` text PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`key` text NOT NULL,
	`postcode` text,
	`authority` text NOT NULL,
	`ages_from_years` real,
	`ages_to_years` real
);
--> statement-breakpoint
CREATE INDEX `school_key` ON `school` (`key`);
--> statement-breakpoint
INSERT INTO `service` (`id`, `name`, `kind`, `description`, `ages_from_months`, `ages_to_months`)
SELECT `id`, CASE WHEN `premises` = 'non-domestic' THEN `name` END, `kind`, `description`, `ages_from_months`, `ages_to_months` FROM `old_provider`;
--> statement-breakpoint
INSERT INTO `location` (`id`, `premises`, `address_line_1`, `address_line_2`, `address_line_3`, `town`, `postcode`, `outward_postcode`, `area_name`, `latitude`, `longitude`, `point_precision`, `ward_code`, `ward_name`, `authority`)
SELECT `id`, `premises`, `address_line_1`, `address_line_2`, `address_line_3`, `town`, `postcode`, `outward_postcode`, `area_name`, `latitude`, `longitude`, replace(`point_precision`, 'outcode', 'area'), `ward_code`, `ward_name`, `authority` FROM `old_provider`;
--> statement-breakpoint
INSERT INTO `service_at_location` (`id`, `service_id`, `location_id`, `source`, `as_at`, `left_on`, `opted_out`, `withheld`, `is_sample`)
SELECT `id`, `id`, `id`, `source`, `as_at`, `left_on`, `opted_out`, `withheld`, `is_sample` FROM `old_provider`;
--> statement-breakpoint
INSERT INTO `registration` (`service_at_location_id`, `urn`, `ofsted_type`, `ofsted_subtype`, `registered_on`, `registers`, `on_early_years_register`, `on_compulsory_register`, `on_voluntary_register`, `places`)
SELECT `id`, `urn`, `ofsted_type`, `ofsted_subtype`, `registered_on`, `registers`, `on_early_years_register`, `on_compulsory_register`, `on_voluntary_register`, `places` FROM `old_provider`;
--> statement-breakpoint
INSERT INTO `contact` (`id`, `service_at_location_id`, `kind`, `value`)
SELECT `id` || '-phone', `id`, 'phone', `phone` FROM `old_provider` WHERE `phone` IS NOT NULL;
--> statement-breakpoint
INSERT INTO `contact` (`id`, `service_at_location_id`, `kind`, `value`)
SELECT `id` || '-email', `id`, 'email', `email` FROM `old_provider` WHERE `email` IS NOT NULL;
--> statement-breakpoint
INSERT INTO `contact` (`id`, `service_at_location_id`, `kind`, `value`)
SELECT `id` || '-website', `id`, 'website', `website` FROM `old_provider` WHERE `website` IS NOT NULL;
--> statement-breakpoint
INSERT INTO `consented_home` (`service_at_location_id`, `name`, `source`, `as_at`)
SELECT `id`, `name`, `source`, `as_at` FROM `old_provider` WHERE `premises` <> 'non-domestic' AND `name` IS NOT NULL;
--> statement-breakpoint
INSERT INTO `schedule` (`service_at_location_id`, `id`, `day`, `opens`, `closes`, `term`)
SELECT `provider_id`, `id`, `day`, `opens`, `closes`, `term` FROM `old_schedule`;
--> statement-breakpoint
INSERT INTO `cost_option` (`service_at_location_id`, `id`, `unit`, `pence`, `label`, `ages_from_months`, `ages_to_months`)
SELECT `provider_id`, `id`, `unit`, `pence`, `label`, `ages_from_months`, `ages_to_months` FROM `old_cost_option`;
--> statement-breakpoint
INSERT INTO `vacancy` (`service_at_location_id`, `id`, `ages_from_months`, `ages_to_months`, `day`, `places`, `as_at`)
SELECT `provider_id`, `id`, `ages_from_months`, `ages_to_months`, `day`, `places`, `as_at` FROM `old_vacancy`;
--> statement-breakpoint
INSERT INTO `inclusion_answer` (`service_at_location_id`, `attribute`, `answer`, `note`, `confirmed_on`, `source`)
SELECT `provider_id`, `attribute`, `answer`, `note`, `confirmed_on`, `source` FROM `old_inclusion_answer`;
--> statement-breakpoint
INSERT INTO `inspection` (`service_at_location_id`, `id`, `framework`, `number`, `inspected_on`, `overall_grade`, `education_grade`, `behaviour_grade`, `development_grade`, `leadership_grade`, `safeguarding_effective`, `compliance`, `compulsory_register_compliance`, `voluntary_register_compliance`, `report_url`)
SELECT `provider_id`, `id`, `framework`, `number`, `inspected_on`, `overall_grade`, `education_grade`, `behaviour_grade`, `development_grade`, `leadership_grade`, `safeguarding_effective`, `compliance`, `compulsory_register_compliance`, `voluntary_register_compliance`, `report_url` FROM `old_inspection`;
--> statement-breakpoint
INSERT INTO `field_source` (`service_at_location_id`, `field_group`, `source`, `as_at`)
SELECT `provider_id`, `field_group`, `source`, `as_at` FROM `old_provider_field_source`;
--> statement-breakpoint
DROP TABLE `old_schedule`;
--> statement-breakpoint
DROP TABLE `old_cost_option`;
--> statement-breakpoint
DROP TABLE `old_vacancy`;
--> statement-breakpoint
DROP TABLE `old_inclusion_answer`;
--> statement-breakpoint
DROP TABLE `old_inspection`;
--> statement-breakpoint
DROP TABLE `old_provider_field_source`;
--> statement-breakpoint
DROP TABLE `old_provider`;
