CREATE TABLE `directory_change` (
	`id` integer PRIMARY KEY NOT NULL,
	`version` integer NOT NULL,
	`service_at_location_id` text
);
--> statement-breakpoint
CREATE INDEX `directory_change_version` ON `directory_change` (`version`);