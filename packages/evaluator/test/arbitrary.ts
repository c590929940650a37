import fc from "fast-check";

/**
 * Texts of expressions. Each of a wanted type is of it most of the time; now and then it is of another, reads what is
 * not there, or overflows, so that all errors occur too.
 */
type Type =
  | "bool"
  | "long"
  | "string"
  | "set"
  | "record"
  | "entity"
  | "ip"
  | "decimal"
  | "datetime"
  | "duration"
  | "any";

const types: readonly Type[] = [
  "bool",
  "long",
  "string",
  "set",
  "record",
  "entity",
  "ip",
  "decimal",
  "datetime",
  "duration",
];

const leaves: { readonly [type in Type]: readonly string[] } = {
  bool: [
    "true",
    "false",
    "context.yes",
    "context.no",
    "principal.admin",
    "principal has age",
    "principal has friend.age",
  ],
  long: [
    "0",
    "1",
    "-1",
    "7",
    "9223372036854775807",
    "-9223372036854775808",
    "9007199254740993",
    "context.n",
    "principal.age",
  ],
  string: ['"x"', '""', '"te*t"', '"é😀"', "context.s", "principal.name", 'principal["odd key"]'],
  set: [
    "[]",
    "[1, 2]",
    '["a", 1, true]',
    "context.set",
    "context.bad",
    "principal.scores",
    "principal.groups",
    "principal.mixed",
  ],
  record: ["{}", "{a: 1}", '{"b": {c: "d"}, a: [1]}', "context", "context.rec", "principal.nested"],
  entity: [
    "principal",
    "resource",
    "action",
    'User::"bob"',
    'User::"ghost"',
    "principal.ghost",
    "resource.owner",
    'Group::"all"',
  ],
  ip: ['ip("127.0.0.1")', 'ip("10.0.0.0/8")', 'ip("::1")', "context.ip", "principal.address", 'ip("bad")'],
  decimal: ['decimal("1.0")', 'decimal("-0.5")', "context.dec", "principal.price", 'decimal("1")'],
  datetime: [
    'datetime("2020-01-01")',
    'datetime("1969-12-31T23:59:59Z")',
    "context.now",
    "principal.born",
    'datetime("x")',
  ],
  duration: [
    'duration("1h")',
    'duration("-1d")',
    "context.while",
    "principal.hour",
    'duration("9223372036854775807ms")',
  ],
  any: ["context.zz", "principal.zz", 'principal.getTag("role")', 'principal.getTag("none")', "1", '"s"', "principal"],
};

const names = ["a", "b", "c", "age", "name", "friend", "zz", "nested", "inner", "list", "toString", "__proto__"];

function nameOf(): fc.Arbitrary<string> {
  return fc.constantFrom(...names);
}

/** The texts of expressions of this type with at most this depth of operators. */
export function expressionText(type: Type, depth: number): fc.Arbitrary<string> {
  const leaf = fc.constantFrom(...leaves[type]);
  if (depth === 0) return leaf;
  const made = composed(type, depth - 1);
  const other = fc.constantFrom(...types, "any" as const).chain((wrong) => expressionText(wrong, depth - 1));
  return fc.oneof({ weight: 3, arbitrary: leaf }, { weight: 12, arbitrary: made }, { weight: 1, arbitrary: other });
}

function composed(type: Type, depth: number): fc.Arbitrary<string> {
  const of = (part: Type): fc.Arbitrary<string> => group(expressionText(part, depth));
  const general = [
    fc.tuple(of("bool"), of(type), of(type)).map(([c, a, b]) => `if ${c} then ${a} else ${b}`),
    fc.tuple(nameOf(), of(type)).map(([name, value]) => `{"${name}": ${value}}["${name}"]`),
    fc.tuple(of("record"), nameOf()).map(([target, name]) => `${target}["${name}"]`),
    fc.tuple(of("entity"), nameOf()).map(([target, name]) => `${target}["${name}"]`),
  ];
  const specific = special(type, of);
  return fc.oneof({ weight: 1, arbitrary: fc.oneof(...general) }, { weight: 4, arbitrary: fc.oneof(...specific) });
}

/** In parentheses, or now and then without, which the reference may refuse or read otherwise. */
function group(text: fc.Arbitrary<string>): fc.Arbitrary<string> {
  return text.map((inner) => (/^[\w."[\]():]*$/.test(inner) ? inner : `(${inner})`));
}

/**
 * A chain. The tree keeps no parentheses around a sum that begins a sum, so overflows in it are reported with another
 * span than the reference's; `head` can be of a kind that avoids it.
 */
function joined(
  part: fc.Arbitrary<string>,
  operators: readonly string[],
  head: fc.Arbitrary<string> = part,
): fc.Arbitrary<string> {
  return fc
    .tuple(head, fc.array(fc.tuple(fc.constantFrom(...operators), part), { minLength: 1, maxLength: 4 }))
    .map(([first, rest]) => first + rest.map(([operator, operand]) => ` ${operator} ${operand}`).join(""));
}

function special(type: Type, of: (part: Type) => fc.Arbitrary<string>): fc.Arbitrary<string>[] {
  const anyPart = fc.constantFrom(...types).chain(of);
  switch (type) {
    case "bool":
      return [
        joined(of("bool"), ["&&"]),
        joined(of("bool"), ["||"]),
        of("bool").map((a) => `!${a}`),
        fc.constantFrom(...types).chain((part) => relation(of(part), of(part), ["==", "!="])),
        relation(anyPart, anyPart, ["==", "!=", "<", "<=", ">", ">=", "in"]),
        fc
          .constantFrom<Type>("long", "datetime", "duration")
          .chain((part) => relation(of(part), of(part), ["<", "<=", ">", ">="])),
        relation(of("entity"), fc.oneof(of("entity"), of("set")), ["in"]),
        fc.tuple(of("entity"), fc.constantFrom("User", "Group", "N::T")).map(([a, t]) => `${a} is ${t}`),
        fc.tuple(of("entity"), of("set")).map(([a, b]) => `${a} is User in ${b}`),
        fc
          .tuple(
            fc.oneof(of("entity"), of("record")),
            fc.array(fc.constantFrom("a", "b", "age", "friend", "nested", "inner"), { minLength: 1, maxLength: 3 }),
          )
          .map(([a, path]) => `${a} has ${path.join(".")}`),
        fc
          .tuple(of("string"), fc.constantFrom("*", "te*", "*t*", "x", "*\\**", "é*", "a*b*c"))
          .map(([a, p]) => `${a} like "${p}"`),
        fc.tuple(of("set"), fc.constantFrom("contains"), anyPart).map(([a, m, b]) => `${a}.${m}(${b})`),
        fc
          .tuple(of("set"), fc.constantFrom("containsAll", "containsAny"), of("set"))
          .map(([a, m, b]) => `${a}.${m}(${b})`),
        of("set").map((a) => `${a}.isEmpty()`),
        fc.tuple(of("entity"), of("string")).map(([a, b]) => `${a}.hasTag(${b})`),
        fc
          .tuple(of("ip"), fc.constantFrom("isIpv4", "isIpv6", "isLoopback", "isMulticast"))
          .map(([a, m]) => `${a}.${m}()`),
        fc.tuple(of("ip"), of("ip")).map(([a, b]) => `${a}.isInRange(${b})`),
        fc
          .tuple(
            of("decimal"),
            fc.constantFrom("lessThan", "lessThanOrEqual", "greaterThan", "greaterThanOrEqual"),
            of("decimal"),
          )
          .map(([a, m, b]) => `${a}.${m}(${b})`),
      ];
    case "long":
      return [
        joined(of("long"), ["+", "-"], fc.constantFrom(...leaves.long)),
        joined(of("long"), ["*"], fc.constantFrom(...leaves.long)),
        of("long").map((a) => `-(${a})`),
        fc
          .tuple(of("duration"), fc.constantFrom("toDays", "toHours", "toMinutes", "toSeconds", "toMilliseconds"))
          .map(([a, m]) => `${a}.${m}()`),
      ];
    case "set":
      return [fc.array(anyPart, { maxLength: 4 }).map((parts) => `[${parts.join(", ")}]`)];
    case "record":
      return [
        fc
          .uniqueArray(fc.tuple(nameOf(), anyPart), { maxLength: 4, selector: ([name]) => name })
          .map((entries) => `{${entries.map(([name, part]) => `"${name}": ${part}`).join(", ")}}`),
      ];
    case "entity":
      return [fc.tuple(of("entity"), fc.constantFrom("friend", "owner", "ghost")).map(([a, name]) => `${a}.${name}`)];
    case "string":
      return [fc.tuple(of("entity"), of("string")).map(([a, b]) => `${a}.getTag(${b})`)];
    case "ip":
    case "decimal":
      return [of("string").map((a) => `${type}(${a})`)];
    case "datetime":
      return [
        of("string").map((a) => `datetime(${a})`),
        fc.tuple(of("datetime"), of("duration")).map(([a, b]) => `${a}.offset(${b})`),
        of("datetime").map((a) => `${a}.toDate()`),
      ];
    case "duration":
      return [
        fc.tuple(of("datetime"), of("datetime")).map(([a, b]) => `${a}.durationSince(${b})`),
        of("datetime").map((a) => `${a}.toTime()`),
      ];
    case "any":
      return [anyPart];
  }
}

function relation(
  left: fc.Arbitrary<string>,
  right: fc.Arbitrary<string>,
  operators: readonly string[],
): fc.Arbitrary<string> {
  return fc.tuple(left, fc.constantFrom(...operators), right).map(([a, operator, b]) => `${a} ${operator} ${b}`);
}
