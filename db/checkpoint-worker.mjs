// @ts-check
import Database from 'better-sqlite3';
import { parentPort, workerData } from 'node:worker_threads';

const everyMilliseconds = 500;

const client = new Database(String(workerData), { fileMustExist: true });
const timer = setInterval(() => client.pragma('wal_checkpoint(PASSIVE)'), everyMilliseconds);
parentPort?.once('message', () => {
  clearInterval(timer);
  client.close();
});
