/** Generates small schemas in JSON whose declarations refer to each other, rightly or not. */
type Random = () => number;
type Json = { [key: string]: unknown };

const namespaces = ["", "N", "M::P"];
const names = ["A", "B", "C", "Long", "ipaddr"];
const references = [...names, ...names, "N::A", "M::P::B", "N::C", "__cedar::Long", "__cedar::decimal", "Nowhere"];
const fine = ["A", "B", "C"];
const ids = ["x", "y", "z"];

/** Careful schemas name few things that are not declared, so that more of them are accepted. */
export function randomSchema(random: Random, careful: boolean): Json {
  const schema: Json = {};
  for (const namespace of namespaces) {
    if (namespace !== "" && random() < 0.5) continue;
    schema[namespace] = randomNamespace(random, careful, namespace);
  }
  return schema;
}

function randomNamespace(random: Random, careful: boolean, namespace: string): Json {
  const entityTypes: Json = {};
  const commonTypes: Json = {};
  const actions: Json = {};
  const suffix = careful ? (namespace[0] ?? "") : "";
  for (const name of careful ? fine : names) {
    const chance = random();
    const own = careful && random() < 0.95 ? `${name}${suffix}` : name;
    if (chance < (careful ? 0.9 : 0.45)) entityTypes[own] = randomEntityType(random, careful, suffix);
    if (random() < 0.3) commonTypes[careful ? `T${own}` : own] = randomType(random, careful, suffix, 2);
  }
  if (!careful && random() < 0.03) entityTypes["Action"] = {};
  for (const id of ids)
    if (random() < 0.5) actions[careful ? `${id}${suffix}` : id] = randomAction(random, careful, suffix);
  return random() < 0.9 ? { entityTypes, actions, commonTypes } : { entityTypes, actions };
}

function reference(random: Random, careful: boolean, suffix: string): string {
  if (careful && random() < 0.97) return `${pick(random, fine)}${suffix}`;
  return random() < 0.06 ? "Action" : pick(random, references);
}

function some(random: Random, make: () => unknown): unknown[] {
  return Array.from({ length: Math.floor(random() * 3) }, make);
}

function randomEntityType(random: Random, careful: boolean, suffix: string): Json {
  if (random() < 0.15) return { enum: ["a", "b"] };
  const type: Json = {};
  if (random() < 0.5) type["memberOfTypes"] = some(random, () => reference(random, careful, suffix));
  if (random() < 0.7)
    type["shape"] = random() < 0.9 ? randomRecord(random, careful, suffix, 2) : randomType(random, careful, suffix, 1);
  if (random() < 0.3) type["tags"] = randomType(random, careful, suffix, 1);
  return type;
}

function randomRecord(random: Random, careful: boolean, suffix: string, depth: number): Json {
  const attributes: Json = {};
  for (const name of ["p", "q", "r"]) {
    if (random() < 0.4)
      attributes[name] = { ...randomType(random, careful, suffix, depth - 1), required: random() < 0.5 };
  }
  return { type: "Record", attributes, ...(random() < 0.02 ? { additionalAttributes: true } : {}) };
}

function randomType(random: Random, careful: boolean, suffix: string, depth: number): Json {
  const chance = random();
  if (chance < 0.2) return { type: pick(random, ["Long", "String", "Boolean"]) };
  if (chance < 0.25)
    return { type: "Extension", name: pick(random, careful ? ["ipaddr"] : ["ipaddr", "decimal", "ip"]) };
  if (depth > 0 && chance < 0.4) return { type: "Set", element: randomType(random, careful, suffix, depth - 1) };
  if (depth > 0 && chance < 0.55) return randomRecord(random, careful, suffix, depth);
  if (chance < 0.7) return { type: "Entity", name: reference(random, careful, suffix) };
  if (chance < 0.78) return { type: careful ? `T${pick(random, fine)}${suffix}` : pick(random, references) };
  return { type: "EntityOrCommon", name: reference(random, careful, suffix) };
}

function randomAction(random: Random, careful: boolean, suffix: string): Json {
  const action: Json = {};
  if (random() < 0.5) {
    action["memberOf"] = some(random, () => ({
      id: random() < 0.9 ? `${pick(random, ids)}${suffix}` : "nowhere",
      ...(random() < 0.2 ? { type: pick(random, ["Action", "N::Action", "A"]) } : {}),
    }));
  }
  if (random() < 0.7) {
    action["appliesTo"] = {
      principalTypes: some(random, () => reference(random, careful, suffix)),
      resourceTypes: some(random, () => reference(random, careful, suffix)),
      ...(random() < 0.6
        ? {
            context: random() < 0.8 ? randomRecord(random, careful, suffix, 2) : randomType(random, careful, suffix, 1),
          }
        : {}),
    };
  }
  if (!careful && random() < 0.02) action["attributes"] = {};
  return action;
}

function pick<T>(random: Random, list: readonly T[]): T {
  return list[Math.floor(random() * list.length)] as T;
}
