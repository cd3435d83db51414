import { randomInt } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { Meilisearch, type EnqueuedTask, type Task } from 'meilisearch';
import { mayRetryAfter, TaskFailure } from './server-failure.ts';

/** Where the server is, and the key that it asks for. */
export type ServerAccount = { readonly url: string; readonly key: string | undefined };

export type Patience = {
  /** Milliseconds for one answer. */
  readonly answer: number;
  /** Milliseconds for one task to be done. */
  readonly task: number;
  readonly wait: (milliseconds: number, ended: AbortSignal | undefined) => Promise<unknown>;
  /** Ends every request and every waiting: the process is to stop. */
  readonly ended?: AbortSignal;
};

export const usualPatience: Patience = {
  answer: 30_000,
  task: 900_000,
  wait: (milliseconds, signal) => pause(milliseconds, undefined, { ...(signal && { signal }) }),
};

const attempts = 5;

/** A client that asks again when the server is busy or away, and takes no task for done that failed. */
export function openPatientClient({ url, key }: ServerAccount, patience: Patience) {
  const { ended } = patience;
  const client = new Meilisearch({
    host: url,
    ...(key !== undefined && { apiKey: key }),
    ...(ended && { requestInit: endedBy(ended) }),
    timeout: patience.answer,
  });
  const request = async <T>(send: () => Promise<T>): Promise<T> => {
    for (let attempt = 0; ; attempt += 1) {
      try {
        return await send();
      } catch (error) {
        const after = mayRetryAfter(error, attempt, randomInt(1000) / 1000);
        if (after === null || attempt + 1 >= attempts) throw error;
        await patience.wait(after, ended);
      }
    }
  };
  const finish = async (taskUid: number): Promise<Task> => {
    const last = performance.now() + patience.task;
    for (let between = 25; ; between = Math.min(1000, between * 2)) {
      const task = await request(() => client.tasks.getTask(taskUid));
      if (task.status !== 'enqueued' && task.status !== 'processing') return task;
      if (performance.now() > last) throw new TaskFailure(task.type, 'not done in time');
      await patience.wait(between, ended);
    }
  };
  return {
    client,
    /** A request that may safely be sent twice. */
    request,
    /** The same for a write: it resolves when the server has done it, and rejects when it has not. */
    task: async (send: () => Promise<EnqueuedTask>): Promise<Task> => {
      const { taskUid } = await request(send);
      const task = await finish(taskUid);
      if (task.status === 'succeeded') return task;
      throw new TaskFailure(task.type, task.error?.code ?? task.status);
    },
  };
}

/** The client's types leave `signal` out, and its requests take it. */
const endedBy = (signal: AbortSignal) => ({ cache: 'no-store' as const, signal });

export type PatientClient = ReturnType<typeof openPatientClient>;
