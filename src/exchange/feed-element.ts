import { valueOf } from './ofsted-values.ts';
import type { Element } from './read-xml.ts';

/** The first element of that name right inside another. */
export const childOf = (element: Element | undefined, name: string): Element | undefined =>
  element?.children.find((child) => child.name === name);

/** The text at a path inside an element; empty when there is none. */
export const textAt = (element: Element | undefined, ...path: readonly string[]): string =>
  path.reduce(childOf, element)?.text ?? '';

/** The same, but null for every way of saying nothing. */
export const valueAt = (element: Element | undefined, ...path: readonly string[]): string | null =>
  valueOf(textAt(element, ...path));

/** The items of a list such as `<InspectionList><Inspection>…`; undefined when there is no list. */
export function itemsOf(
  element: Element,
  list: string,
  item: string,
): readonly Element[] | undefined {
  return childOf(element, list)?.children.filter(({ name }) => name === item);
}
