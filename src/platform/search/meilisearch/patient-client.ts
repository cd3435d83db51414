import { randomInt } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { Meilisearch, type EnqueuedTask, type Task } from 'meilisearch';
import { mayRetryAfter, TaskFailure } from './server-failure.ts';

/** Where the server is, and the key that it asks for. */
export type ServerAccount = { readonly url: string; readonly key: string | undefined };

/** Only tests change these; milliseconds. */
export type Patience = {
  /** For one answer. */
  readonly answer: number;
  /** For one task to be done. */
  readonly task: number;
  readonly wait: (milliseconds: number) => Promise<unknown>;
};

export const usualPatience: Patience = {
  answer: 30_000,
  task: 900_000,
  wait: (milliseconds) => pause(milliseconds),
};

const attempts = 5;

/** A client that asks again when the server is busy or away, and takes no task for done that failed. */
export function openPatientClient({ url, key }: ServerAccount, patience: Patience) {
  const client = new Meilisearch({
    host: url,
    ...(key !== undefined && { apiKey: key }),
    timeout: patience.answer,
  });
  const request = async <T>(send: () => Promise<T>): Promise<T> => {
    for (let attempt = 0; ; attempt += 1) {
      try {
        return await send();
      } catch (error) {
        const after = mayRetryAfter(error, attempt, randomInt(1000) / 1000);
        if (after === null || attempt + 1 >= attempts) throw error;
        await patience.wait(after);
      }
    }
  };
  return {
    client,
    /** A request that may safely be sent twice. */
    request,
    /** The same for a write: it resolves when the server has done it, and rejects when it has not. */
    task: async (send: () => Promise<EnqueuedTask>): Promise<Task> => {
      const { taskUid } = await request(send);
      const task = await request(() =>
        client.tasks.waitForTask(taskUid, { timeout: patience.task, interval: 50 }),
      );
      if (task.status === 'succeeded') return task;
      throw new TaskFailure(task.type, task.error?.code ?? task.status);
    },
  };
}

export type PatientClient = ReturnType<typeof openPatientClient>;
