import { resolveSchema, type Schema, type SchemaFragment } from "@deodar/schema";

/** So many faults are told at most. */
const mostFaults = 1000;

/** What is wrong with a schema put together of its namespaces, or of itself twice; `undefined` if nothing is. */
export function faultOfFragments(
  fragment: SchemaFragment,
  meaning: string,
  meaningOf: (schema: Schema) => string,
): string | undefined {
  const apart = fragment.namespaces.map((namespace): SchemaFragment => ({ ...fragment, namespaces: [namespace] }));
  const whole = resolveSchema(apart);
  if (!whole.ok) return `of its namespaces: ${whole.errors.map(({ message }) => message).join()}`;
  if (meaningOf(whole.value) !== meaning) return `of its namespaces: ${meaningOf(whole.value)}`;
  const expected = fragment.namespaces.flatMap(({ commonTypes, entityTypes, actions }) => [
    ...commonTypes.map(() => "schema/duplicate-common-type"),
    ...entityTypes.map(() => "schema/duplicate-entity-type"),
    ...actions.map(() => "schema/duplicate-action"),
  ]);
  const twice = resolveSchema([fragment, fragment]);
  const codes = twice.ok
    ? []
    : twice.errors.map(({ code, path }) => (path === undefined || path[0] === 1 ? code : `${code} at ${path[0]}`));
  if (expected.length > mostFaults || codes.toSorted().join() === expected.toSorted().join()) return undefined;
  return `twice: ${codes.join()}\nand not\n${expected.join()}`;
}
