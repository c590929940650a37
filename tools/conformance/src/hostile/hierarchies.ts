import { decide } from "./decide.ts";
import type { HostileCase } from "./hostile-case.ts";

const many = 50_000;
const uid = (id: string | number): object => ({ type: "User", id: String(id) });
const entity = (id: string | number, parents: readonly object[]): object => ({ uid: uid(id), attrs: {}, parents });
const whenIn = (condition: string): string => `permit(principal, action, resource) when { ${condition} };`;

/** `me` in 0, 0 in 1, 1 in 2 … */
const chain = (): object[] => [
  entity("me", [uid(0)]),
  ...Array.from({ length: many }, (_, i) => entity(i, [uid(i + 1)])),
];

/** Layers of a hundred in which every entity has every entity of the next layer as a parent. */
function layers(): object[] {
  const layer = (index: number): string[] => Array.from({ length: 100 }, (_, i) => `${index}.${i}`);
  const entities = [entity("me", layer(0).map(uid))];
  for (let index = 0; index < 20; index++)
    for (const id of layer(index)) entities.push(entity(id, layer(index + 1).map(uid)));
  return entities;
}

/** Hierarchies that punish a walk which forgets where it has been, or recursion. */
export const hierarchyCases: readonly HostileCase[] = [
  {
    name: `the end of a chain of ${many} ancestors`,
    expected: "allow",
    run: () => decide(whenIn(`principal in User::"${many}"`), {}, chain()),
  },
  {
    name: `past the end of a chain of ${many} ancestors`,
    expected: "deny",
    run: () => decide(whenIn('principal in User::"other"'), {}, chain()),
  },
  {
    name: `the scope against a chain of ${many} ancestors`,
    expected: "allow",
    run: () => decide(`permit(principal in User::"${many}", action, resource);`, {}, chain()),
  },
  {
    name: "a hundred questions about a long chain",
    expected: "deny",
    run: () =>
      decide(
        whenIn(`!(${Array.from({ length: 100 }, (_, i) => `User::"${i}" in User::"${many}"`).join(" && ")})`),
        {},
        chain(),
      ),
  },
  {
    name: "layers of a hundred, each parent of all before",
    expected: "allow",
    run: () => decide(whenIn('principal in User::"20.99" && !(principal in User::"21.0")'), {}, layers()),
  },
  {
    name: `a set of ${many} ancestors to look for`,
    expected: "deny",
    run: () =>
      decide(whenIn(`principal in [${Array.from({ length: many }, (_, i) => `User::"x${i}"`).join()}]`), {}, layers()),
  },
  {
    name: `a set of ${many} with one that is no entity`,
    expected: "deny with type error: expected (entity of type `any_entity_type`), got long",
    run: () =>
      decide(
        whenIn(`principal in [principal, ${Array.from({ length: many }, (_, i) => `User::"x${i}"`).join()}, 1]`),
        {},
        layers(),
      ),
  },
];
