CREATE TABLE `search_cursor` (
	`index_name` text PRIMARY KEY NOT NULL,
	`version` integer NOT NULL,
	`day` text NOT NULL,
	`recipe` text NOT NULL,
	`writer` text,
	`lease_until` text
);
