/** A seeded source of choices. */
export interface Choices {
  readonly below: (bound: number) => number;
  readonly chance: (percent: number) => boolean;
  readonly pick: <T>(items: readonly T[]) => T;
}

/** The choices of a seed, by a linear congruence. */
export function choices(seed: number): Choices {
  let state = BigInt(seed);
  const below = (bound: number): number => {
    state = (state * 6364136223846793005n + 1442695040888963407n) & 0xffff_ffff_ffff_ffffn;
    return Number((state >> 33n) % BigInt(bound));
  };
  return { below, chance: (percent) => below(100) < percent, pick: (items) => items[below(items.length)] as never };
}

type Kind = "boolean" | "long" | "string" | "user" | "record";

/** A random expression, mostly of this kind, over the variables of the soundness test. */
export function expressionOf(random: Choices, kind: Kind, depth: number): string {
  const { below, pick } = random;
  const of = (inner: Kind): string =>
    expressionOf(random, random.chance(1) ? pick(["boolean", "long", "string", "user"]) : inner, depth - 1);
  if (depth <= 0) return leafOf(random, kind);
  switch (kind) {
    case "boolean":
      return pick<() => string>([
        () => `(${of("boolean")} && ${of("boolean")})`,
        () => `(${of("boolean")} || ${of("boolean")})`,
        () => `!${of("boolean")}`,
        () => `(if ${of("boolean")} then ${of("boolean")} else ${of("boolean")})`,
        () => `(${guarded(random, of)})`,
        () => `(${guarded(random, of)})`,
        () => `(${guarded(random, of)})`,
        () => `(${of("long")} ${pick(["<", "<=", ">", ">=", "==", "!="])} ${of("long")})`,
        () => `(${of("string")} like "a*")`,
        () => `(${of("user")} == ${of("user")})`,
        () => `(${of("user")} in ${pick(['Group::"g"', '[Group::"g", Group::"h"]', of("user")])})`,
        () => `(${of("user")} is User)`,
        () => `${of("user")}.t.contains(${of("long")})`,
        () =>
          `(resource is Doc && resource.${pick(["owner.b", "d.lessThan(resource.d)", "at < resource.at.offset(resource.dur)", "dur.toDays() > resource.n"])})`,
        () => '(resource is Doc && resource has ip && resource.ip.isInRange(ip("10.0.0.0/8")))',
      ])();
    case "long":
      return pick<() => string>([
        () => `(${of("long")} + ${of("long")})`,
        () => `(${of("long")} * ${of("long")})`,
        () => `(if ${of("boolean")} then ${of("long")} else ${of("long")})`,
        () => `${of("user")}.n`,
      ])();
    case "string":
      return below(2) === 0 ? `${of("user")}.r.y` : leafOf(random, kind);
    case "user":
      return pick<() => string>([
        () => leafOf(random, kind),
        () => `(if ${of("boolean")} then ${of("user")} else ${of("user")})`,
        () => `{k: ${of("user")}}.k`,
      ])();
    case "record":
      return leafOf(random, kind);
  }
}

/** A test, and a use of what it makes safe; sometimes the wrong way round, or of something else. */
function guarded(random: Choices, of: (kind: Kind) => string): string {
  const user = random.pick(["principal", "context.u", "resource"]);
  const [test, use] = random.pick([
    [`${user} has o`, `${user}.o > ${of("long")}`],
    [`${user} has f`, `${user}.f.b`],
    [`${user} has f && ${user}.f has o`, `${user}.f.o == 1`],
    [`${user} has f.o`, `${user}.f.o == ${of("long")}`],
    [`${user}.r has x`, `${user}.r.x < 2`],
    [`${user} has r.u.o`, `${user}.r.u.o < 2`],
    [`${user}.hasTag("k")`, `${user}.getTag("k") == ${of("long")}`],
    ["context has a", `context.a == ${of("long")}`],
    ["context.r has z", "context.r.z"],
  ] as const);
  return random.pick([
    `${test} && ${use}`,
    `${test} && ${use}`,
    `true && ${test} && ${use}`,
    `(${test} || ${test}) && ${use}`,
    `if ${test} then ${use} else ${of("boolean")}`,
    `!(${test}) || ${use}`,
    `${use} && ${test}`,
    `(${test} && true) && ${use}`,
    `${of("boolean")} && ${test} && ${use}`,
    `(if ${of("boolean")} then ${test} else ${test}) && ${use}`,
  ]);
}

function leafOf(random: Choices, kind: Kind): string {
  switch (kind) {
    case "boolean":
      return random.pick(["true", "false", "principal.b", "context.u.b", 'principal == User::"a"', "resource is User"]);
    case "long":
      return random.pick(["1", "-2", "principal.n", "context.u.n", "9223372036854775807"]);
    case "string":
      return random.pick(['"a"', "principal.s", "context.u.r.y"]);
    case "user":
      return random.pick(["principal", "context.u", 'User::"b"', 'User::"missing"']);
    case "record":
      return "principal.r";
  }
}
