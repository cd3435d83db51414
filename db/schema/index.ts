export * from './accounts.ts';
export * from './brokerage.ts';
export * from './casework.ts';
export * from './directory.ts';
export * from './insight.ts';
export * from './platform.ts';
