import type { Choices } from "@deodar/testing";

/** A schema with entities in entities and records in records, for expressions that go far. */
export const guardedSchema = {
  "": {
    entityTypes: {
      User: {
        memberOfTypes: ["Group"],
        shape: {
          type: "Record",
          attributes: {
            next: { type: "Entity", name: "User" },
            opt: { type: "Entity", name: "User", required: false },
            home: { type: "EntityOrCommon", name: "Home" },
            name: { type: "String" },
            nick: { type: "String", required: false },
            n: { type: "Long", required: false },
            friends: { type: "Set", element: { type: "Entity", name: "User" } },
            where: { type: "Extension", name: "ipaddr" },
          },
        },
        tags: { type: "Entity", name: "User" },
      },
      Group: { tags: { type: "Long" } },
    },
    commonTypes: {
      Home: {
        type: "Record",
        attributes: {
          user: { type: "Entity", name: "User" },
          guest: { type: "Entity", name: "User", required: false },
          n: { type: "Long", required: false },
          inner: {
            type: "Record",
            attributes: { user: { type: "Entity", name: "User" }, n: { type: "Long", required: false } },
          },
        },
      },
    },
    actions: {
      all: {},
      view: {
        memberOf: [{ id: "all" }],
        appliesTo: {
          principalTypes: ["User"],
          resourceTypes: ["User"],
          context: { type: "EntityOrCommon", name: "Home" },
        },
      },
      edit: {
        appliesTo: {
          principalTypes: ["User"],
          resourceTypes: ["User", "Group"],
          context: { type: "EntityOrCommon", name: "Home" },
        },
      },
    },
  },
};

/** Conditions that read what is there only if a test says so, of targets that are expressions of every kind. */
export class GuardWriter {
  readonly #choices: Choices;
  /** Percent of expressions that only the permissive mode takes. */
  readonly #loose: number;

  constructor(choices: Choices, loose: number) {
    this.#choices = choices;
    this.#loose = loose;
  }

  /** One policy or template. */
  policy(): string {
    const choices = this.#choices;
    const action = choices.pick([
      "action",
      'action == Action::"view"',
      'action in Action::"all"',
      'action in [Action::"view", Action::"edit"]',
    ]);
    const principal = choices.pick([
      "principal",
      "principal",
      "principal",
      "principal is User",
      "principal in ?principal",
    ]);
    const resource = choices.pick(["resource", "resource is User", "resource is User in ?resource"]);
    const conditions = choices.list(1, 2, () => `${choices.pick(["when", "unless"])} { ${this.#body()} }`);
    return `${choices.pick(["permit", "forbid"])}(${principal}, ${action}, ${resource}) ${conditions.join(" ")};`;
  }

  #body(): string {
    const choices = this.#choices;
    const parts = choices.list(1, 3, () => (choices.chance(75) ? this.#guarded() : this.#boolean(2)));
    return parts.map((part) => `(${part})`).join(choices.pick([" && ", " && ", " || "]));
  }

  /** A test, and a read of the same target, or of one that is much like it. */
  #guarded(): string {
    const choices = this.#choices;
    const isEntity = choices.chance(60);
    const target = isEntity ? this.#user(2) : this.#record(2);
    const same = choices.chance(70) ? this.#alike(target) : target;
    const other = choices.chance(12) ? (isEntity ? this.#user(2) : this.#record(2)) : same;
    const negated = choices.chance(10);
    const form = choices.below(isEntity ? 6 : 3);
    const [test, read] = ((): readonly [string, string] => {
      const key = this.#string(2);
      const keyThere = choices.chance(80) ? this.#alike(key) : this.#string(2);
      switch (form) {
        case 0:
          return [`${target} has n`, `${other}.n < ${this.#long(1)}`];
        case 1:
          return isEntity
            ? [`${target} has opt`, `${other}.opt in ${this.#user(1)}`]
            : [`${target} has guest`, `${other}.guest.next == ${this.#user(1)}`];
        case 2:
          return isEntity
            ? [`${target} has home.guest.opt`, `${other}.home.guest.opt == ${this.#user(0)}`]
            : [`${target} has inner.n`, `${other}.inner.n > ${this.#long(1)}`];
        case 3:
          return [`${target} has nick`, `${other}.nick like "a*"`];
        default:
          return [
            `${target}.hasTag(${key})`,
            `${other}.getTag(${keyThere}) ${choices.pick(["==", "in"])} ${this.#user(1)}`,
          ];
      }
    })();
    if (negated) return `!(${test}) || ${read}`;
    return choices.chance(15) ? `if ${test} then ${read} else ${this.#boolean(1)}` : `${test} && ${read}`;
  }

  /** The same expression, written in another way at times, and now and then another. */
  #alike(text: string): string {
    const choices = this.#choices;
    if (choices.chance(60)) return text;
    const changes: readonly (readonly [RegExp, string])[] = [
      [/\((\S+) != (\S+)\)/, "(!($1 == $2))"],
      [/\((\S+) > (\S+)\)/, "(!($1 <= $2))"],
      [/\((\S+) >= (\S+)\)/, "(!($1 < $2))"],
      [/\btrue\b/, "false"],
      [/ \+ /, " - "],
      [/"a"/, '"b"'],
      [/ && /, " || "],
      [/\[principal\b/, "[resource"],
      [/\[context\b/, "[principal.home"],
      [/Action::"view"/, 'Action::"edit"'],
    ];
    const [from, to] = choices.pick(changes);
    return text.replace(from, to);
  }

  /** A user. */
  #user(depth: number): string {
    const choices = this.#choices;
    if (this.#isLoose() && depth > 0) {
      const other = choices.pick(['Group::"g"', "action", "resource", this.#user(depth - 1)]);
      return `(if ${this.#boolean(depth - 1)} then ${this.#user(depth - 1)} else ${other})`;
    }
    switch (choices.below(depth > 0 ? 12 : 4)) {
      case 0:
        return "principal";
      case 1:
        return "context.user";
      case 2:
        return choices.chance(70) ? "principal.next" : "resource";
      case 3:
        return choices.chance(30) ? 'User::"a"' : "principal.home.user";
      case 4:
      case 5:
        return `${this.#user(depth - 1)}.next`;
      case 6:
      case 7:
        return `${this.#record(depth - 1)}.${choices.pick(["user", "inner.user"])}`;
      case 8:
      case 9:
        return `(if ${this.#boolean(depth - 1)} then ${this.#user(depth - 1)} else ${this.#user(depth - 1)})`;
      case 10:
        return `{user: ${this.#user(depth - 1)}, n: ${this.#long(depth - 1)}}.user`;
      default:
        return choices.chance(30) ? `${this.#user(depth - 1)}.getTag("a")` : `${this.#user(depth - 1)}.home.user`;
    }
  }

  /** A record of the type `Home`. */
  #record(depth: number): string {
    const choices = this.#choices;
    switch (choices.below(depth > 0 ? 6 : 2)) {
      case 0:
        return "context";
      case 1:
        return "principal.home";
      case 2:
        return `${this.#user(depth - 1)}.home`;
      case 3:
        return `(if ${this.#boolean(depth - 1)} then ${this.#record(depth - 1)} else ${this.#record(depth - 1)})`;
      case 4:
        return `{user: ${this.#user(depth - 1)}, n: ${this.#long(depth - 1)}, inner: {user: ${this.#user(depth - 1)}}}`;
      default:
        return `{a: ${this.#record(depth - 1)}, b: ${this.#long(depth - 1)}}.a`;
    }
  }

  #isLoose(): boolean {
    return this.#loose > 0 && this.#choices.chance(this.#loose);
  }

  #string(depth: number): string {
    const choices = this.#choices;
    if (depth > 0 && choices.chance(30)) {
      return `(if ${this.#boolean(depth - 1)} then ${this.#string(depth - 1)} else ${this.#string(depth - 1)})`;
    }
    return choices.pick(['"a"', '"b"', "principal.name", "resource.name"]);
  }

  #long(depth: number): string {
    const choices = this.#choices;
    if (depth <= 0) return choices.pick(["1", "0", "-1", "9223372036854775807"]);
    const [a, b] = [this.#long(depth - 1), this.#long(depth - 1)];
    return choices.pick([
      a,
      `(${a} + ${b} - 1)`,
      `(${a} - ${b})`,
      `(${a} * ${b} * 2)`,
      `-(${a})`,
      `(if ${this.#boolean(depth - 1)} then ${a} else ${b})`,
    ]);
  }

  #set(depth: number): string {
    const choices = this.#choices;
    if (this.#isLoose())
      return choices.pick(["[]", "[[]]", `[${this.#user(depth - 1)}, Group::"g"]`, "[principal, action]"]);
    if (choices.chance(30)) return "principal.friends";
    return `[${choices.list(1, 2, () => this.#user(depth - 1)).join(", ")}]`;
  }

  #boolean(depth: number): string {
    const choices = this.#choices;
    if (depth <= 0) return choices.pick(["true", "false", 'principal == User::"a"', "(principal != resource)"]);
    const user = (): string => this.#user(depth - 1);
    const long = (): string => this.#long(depth - 1);
    const inner = (): string => this.#boolean(depth - 1);
    switch (choices.below(18)) {
      case 17: {
        const actions = ["action", 'Action::"view"', 'Action::"edit"', 'Action::"all"'];
        return `(${choices.pick(actions)} ${choices.pick(["in", "==", "!="])} ${choices.pick(actions)})`;
      }
      case 0:
        return `!(${inner()})`;
      case 1:
        return `(${inner()} && ${inner()}${choices.chance(40) ? ` && ${inner()}` : ""})`;
      case 2:
        return `(${inner()} || ${inner()}${choices.chance(40) ? ` || ${inner()}` : ""})`;
      case 3:
        return `(${user()} ${choices.pick(["==", "!="])} ${user()})`;
      case 4:
        return `(${long()} ${choices.pick(["<", "<=", ">", ">=", "==", "!="])} ${long()})`;
      case 5:
        return `(${user()} in ${choices.chance(50) ? this.#set(depth) : user()})`;
      case 6:
        return `(${user()} is ${choices.pick(["User", "Group"])})`;
      case 7:
        return `(${user()} is ${choices.pick(["User", "Group"])} in ${choices.pick([user(), 'Group::"g"'])})`;
      case 8:
        return `(${this.#string(depth)} like "a*${choices.pick(["", "b", "\\*"])}")`;
      case 9:
        return `${this.#set(depth)}.${choices.pick(["contains", "containsAll", "containsAny"])}(${choices.chance(50) ? user() : this.#set(depth)})`;
      case 10:
        return `${this.#set(depth)}.isEmpty()`;
      case 11:
        return `(${user()} has ${choices.pick(["n", "opt", "home.n", '"nick"', "missing"])})`;
      case 12:
        return `${user()}.hasTag(${this.#string(depth)})`;
      case 13:
        return `${user()}.where.${choices.pick(["isIpv4()", 'isInRange(ip("10.0.0.0/8"))'])}`;
      case 14:
        return `([${this.#record(depth - 1)}] == [${this.#record(depth - 1)}])`;
      case 15:
        return `(if ${inner()} then ${inner()} else ${inner()})`;
      default:
        return `(${this.#record(depth - 1)} has ${choices.pick(["n", "inner.n", "guest", "guest.opt"])})`;
    }
  }
}
