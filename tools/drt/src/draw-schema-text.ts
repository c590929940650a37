import type { Choices } from "@deodar/testing";

// biome-ignore format: a table reads better packed
const words: readonly string[] = ["User", "Group", "Long", "String", "T", "a", "b", "Set", "tags", "enum", "in", "entity", "appliesTo", "context", "_x1", "__cedar"];
const strings: readonly string[] = ['""', '"a"', '"a b"', '"\\"\\u{e9}"', '"// no comment"', '"x\\n{};"', '"if"'];
const annotationKeys: readonly string[] = ["doc", "note", "if", "entity", "_a"];

/**
 * A text that the grammar of schemas derives, as its tokens: with every optional part, with and without commas at ends. Its
 * names need not be declared.
 *
 * Source: https://docs.cedarpolicy.com/schema/human-readable-schema-grammar.html
 */
export function drawSchemaTokens(choices: Choices): readonly string[] {
  const writer = new Writer(choices);
  return choices.list(0, 5, () => (choices.chance(30) ? writer.namespace() : writer.member())).flat();
}

type Tokens = readonly string[];

class Writer {
  readonly #choices: Choices;
  #fresh = 0;

  constructor(choices: Choices) {
    this.#choices = choices;
  }

  namespace(): Tokens {
    const choices = this.#choices;
    const members = choices.list(0, 3, () => this.member()).flat();
    return [...this.annotations(), "namespace", ...this.path(), "{", ...members, "}"];
  }

  member(): Tokens {
    const choices = this.#choices;
    const kind = choices.pick(["entity", "entity", "action", "action", "typeDeclaration"] as const);
    return [...this.annotations(), ...this[kind](), ";"];
  }

  annotations(): Tokens {
    const choices = this.#choices;
    if (!choices.chance(15)) return [];
    // A key twice would be refused.
    const keys = new Set(choices.list(1, 2, () => choices.pick(annotationKeys)));
    return [...keys].flatMap((key) => ["@", key, ...(choices.chance(60) ? ["(", choices.pick(strings), ")"] : [])]);
  }

  entity(): Tokens {
    const choices = this.#choices;
    const names = this.freeWords();
    if (choices.chance(20)) {
      const ids = choices.list(1, 4, () => choices.pick(strings));
      return ["entity", ...separated(names), "enum", "[", ...separated(new Set(ids)), "]"];
    }
    const parents = choices.chance(40) ? ["in", ...this.pathOrPaths(0)] : [];
    const assign = choices.chance(50) ? ["="] : [];
    const shape = choices.chance(60) ? [...assign, ...this.record(2)] : [];
    const tags = choices.chance(30) ? ["tags", ...this.type(2)] : [];
    return ["entity", ...separated(names), ...parents, ...shape, ...tags];
  }

  /** Names that nothing else in the text has. */
  freeWords(): Tokens {
    const choices = this.#choices;
    return choices.list(1, 3, () => `${choices.pick(["E", "entity", "Set", "longer_name"])}${this.#fresh++}`);
  }

  action(): Tokens {
    const choices = this.#choices;
    const names = this.freeWords().map((name) => (choices.chance(40) ? `"${name} é"` : name));
    const group = (): Tokens =>
      choices.chance(40) ? [...this.path(), "::", choices.pick(strings)] : [choices.pick([...strings, ...words])];
    const parents = choices.chance(40)
      ? ["in", ...(choices.chance(50) ? group() : ["[", ...choices.list(1, 3, group).flatMap(commaBefore), "]"])]
      : [];
    const attributes = choices.chance(10) ? ["attributes", "{", "}"] : [];
    return ["action", ...separated(names), ...parents, ...(choices.chance(70) ? this.appliesTo() : []), ...attributes];
  }

  appliesTo(): Tokens {
    const choices = this.#choices;
    const targets: Tokens[] = [
      ["principal", ":", ...this.pathOrPaths(1)],
      ["resource", ":", ...this.pathOrPaths(1)],
    ];
    if (choices.chance(60)) {
      const context = choices.chance(60) ? this.record(2) : this.path();
      targets.splice(choices.below(3), 0, ["context", ":", ...context]);
    }
    const end = choices.chance(40) ? [","] : [];
    return ["appliesTo", "{", ...targets.flatMap(commaBefore), ...end, "}"];
  }

  typeDeclaration(): Tokens {
    const [name = "T"] = this.freeWords();
    return ["type", name, "=", ...this.type(3)];
  }

  type(depth: number): Tokens {
    const choices = this.#choices;
    if (depth > 0 && choices.chance(25)) return ["Set", "<", ...this.type(depth - 1), ">"];
    return depth > 0 && choices.chance(30) ? this.record(depth - 1) : this.path();
  }

  record(depth: number): Tokens {
    const choices = this.#choices;
    const names = new Set(choices.list(0, 4, () => choices.pick(choices.chance(30) ? strings : words)));
    const attributes = Array.from(names, (name) => [
      ...this.annotations(),
      name,
      ...(choices.chance(30) ? ["?"] : []),
      ":",
      ...this.type(depth),
    ]);
    const end = attributes.length > 0 && choices.chance(40) ? [","] : [];
    return ["{", ...attributes.flatMap(commaBefore), ...end, "}"];
  }

  path(): Tokens {
    const choices = this.#choices;
    const steps = choices.list(1, 3, () => choices.pick(["User", "Group", "NS", "Deep", "Long", "Set", "type"]));
    return steps.flatMap((step, index) => (index === 0 ? [step] : ["::", step]));
  }

  pathOrPaths(least: number): Tokens {
    const choices = this.#choices;
    if (choices.chance(50)) return this.path();
    return ["[", ...choices.list(least, 4, () => this.path()).flatMap(commaBefore), "]"];
  }
}

function commaBefore(tokens: Tokens, index: number): Tokens {
  return index === 0 ? tokens : [",", ...tokens];
}

function separated(tokens: Iterable<string>): Tokens {
  return Array.from(tokens, (token) => [token]).flatMap(commaBefore);
}
