import type { drizzleAdapter } from 'better-auth/adapters/drizzle';
import { hashToken } from '#platform/links/access-link.ts';

type Factory = ReturnType<typeof drizzleAdapter>;
type Adapter = ReturnType<Factory>;
type Work = Omit<Adapter, 'transaction'>;
type Where = NonNullable<Parameters<Adapter['findMany']>[0]['where']>[number];
type Asked = { model: string; where?: Where[] | undefined };
type NewRow<T> = {
  model: string;
  data: Omit<T, 'id'>;
  select?: string[] | undefined;
  forceAllowId?: boolean | undefined;
};

/** The column of a table that opens something for whoever knows it. */
const secretFields = new Map([
  ['session', 'token'],
  ['verification', 'identifier'],
]);

/**
 * A better-auth adapter that keeps only SHA-256 hashes of what its cookies carry: sessions' tokens,
 * and the names of sign-ins that wait for their code. Its callers see the plain values they ask with.
 */
export const hashedAdapter =
  (factory: Factory): Factory =>
  (options) => {
    const inner = factory(options);
    const transaction: Adapter['transaction'] = (work) =>
      inner.transaction((tx) => work(hashing(tx)));
    return { ...inner, ...hashing(inner), transaction };
  };

const hashing = (inner: Work): Work => ({
  ...inner,
  create: async <T extends Record<string, unknown>, R = T>(call: NewRow<T>): Promise<R> => {
    const field = secretFields.get(call.model);
    const plain: unknown =
      field === undefined ? undefined : new Map(Object.entries(call.data)).get(field);
    if (field === undefined || typeof plain !== 'string') return inner.create<T, R>(call);
    const data = { ...call.data, [field]: hashToken(plain) };
    return { ...(await inner.create<T, R>({ ...call, data })), [field]: plain };
  },
  findOne: async <T>(call: Parameters<Work['findOne']>[0]) =>
    plainly(call, await inner.findOne<T>({ ...call, where: hashed(call.model, call.where) })),
  findMany: async <T>(call: Parameters<Work['findMany']>[0]) => {
    const rows = await inner.findMany<T>({
      ...call,
      where: call.where && hashed(call.model, call.where),
    });
    return rows.map((row) => plainly(call, row));
  },
  update: async <T>(call: Parameters<Work['update']>[0]) =>
    plainly(call, await inner.update<T>({ ...call, where: hashed(call.model, call.where) })),
  consumeOne: async <T>(call: Parameters<Work['consumeOne']>[0]) =>
    plainly(call, await inner.consumeOne<T>({ ...call, where: hashed(call.model, call.where) })),
  count: (call) => inner.count({ ...call, where: call.where && hashed(call.model, call.where) }),
  updateMany: (call) => inner.updateMany({ ...call, where: hashed(call.model, call.where) }),
  delete: (call) => inner.delete({ ...call, where: hashed(call.model, call.where) }),
  deleteMany: (call) => inner.deleteMany({ ...call, where: hashed(call.model, call.where) }),
});

/** The same conditions, on the hashes that are kept. */
const hashed = (model: string, where: readonly Where[]): Where[] =>
  where.map((one) => {
    if (one.field !== secretFields.get(model)) return one;
    if (typeof one.value === 'string' && isEquals(one))
      return { ...one, value: hashToken(one.value) };
    if (one.operator === 'in' && Array.isArray(one.value))
      return { ...one, value: one.value.map((value) => hashToken(String(value))) };
    throw new Error(`Only whole values of ${model}.${one.field} can be looked for`);
  });

const isEquals = ({ operator }: Where): boolean => operator === undefined || operator === 'eq';

/** A row with the value it was asked for by, in place of its hash. */
function plainly<Row>({ model, where = [] }: Asked, row: Row): Row {
  const asked = where.find((one) => one.field === secretFields.get(model) && isEquals(one));
  if (asked === undefined || typeof row !== 'object' || row === null) return row;
  return { ...row, [asked.field]: asked.value };
}
