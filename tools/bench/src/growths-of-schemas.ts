import type { Growth } from "@deodar/conformance/growth";
import { unwrap } from "@deodar/diagnostics";
import { parseSchema } from "@deodar/schema";
import { parsePolicies } from "@deodar/syntax";
import { validate } from "@deodar/validator";

const lines = (n: number, line: (index: number) => string): string =>
  Array.from({ length: n }, (_, i) => line(i)).join("\n");

const resolving = (name: string, size: number, text: (n: number) => string): Growth => ({
  name: `resolve a schema: ${name}`,
  size,
  prepare: (n) => {
    const input = text(n);
    return () => unwrap(parseSchema(input));
  },
});

/** What a schema or a validation could spend more than linear time on. */
export const growthsOfSchemas: readonly Growth[] = [
  resolving("entity types", 1000, (n) => lines(n, (i) => `entity E${i};`)),
  resolving("attributes", 2000, (n) => `entity E { ${lines(n, (i) => `a${i}: Long,`)} };`),
  resolving("a chain of memberships", 500, (n) => lines(n, (i) => `entity E${i}${i === 0 ? "" : ` in [E${i - 1}]`};`)),
  resolving("one group of all", 1000, (n) => `entity G;\n${lines(n, (i) => `entity E${i} in [G];`)}`),
  resolving("common types", 1000, (n) => lines(n, (i) => `type T${i} = { a: Long };\nentity E${i} { t: T${i} };`)),
  resolving("a chain of common types", 500, (n) => lines(n, (i) => `type T${i} = ${i === 0 ? "Long" : `T${i - 1}`};`)),
  resolving("namespaces", 500, (n) => lines(n, (i) => `namespace N${i} { entity E; type T = Long; }`)),
  resolving(
    "actions",
    500,
    (n) => `entity E;\n${lines(n, (i) => `action a${i} appliesTo { principal: E, resource: E };`)}`,
  ),
  resolving("a chain of action groups", 500, (n) =>
    lines(n, (i) => `action a${i}${i === 0 ? "" : ` in [a${i - 1}]`};`),
  ),
  {
    name: "validate policies",
    size: 200,
    prepare: (n) => {
      const schema = unwrap(parseSchema("entity E { a: Long }; action go appliesTo { principal: E, resource: E };"));
      const { policies } = unwrap(
        parsePolicies(lines(n, (i) => `permit(principal, action, resource) when { principal.a == ${i} };`)),
      );
      const named = policies.map((policy, index) => ({ id: `policy${index}`, policy }));
      return () => validate(named, schema);
    },
  },
];
