/**
 * What the process remembers between requests, by name; it ends with the process. The server and the
 * pages it serves load the same modules apart, so what they share is here and not in a module.
 */
export type ProcessMemory = Map<string, unknown>;

/** What is remembered under a name, made when it is asked for first. Each name has one type. */
export function remembered<Value>(memory: ProcessMemory, name: string, make: () => Value): Value {
  if (!memory.has(name)) memory.set(name, make());
  return memory.get(name) as Value;
}
