/** The kinds of values that the generator tells apart; `entities` are sets of entities. */
export type Kind =
  | "bool"
  | "long"
  | "string"
  | "entity"
  | "entities"
  | "set"
  | "record"
  | "ip"
  | "decimal"
  | "datetime"
  | "duration";

// biome-ignore format: a table reads better packed
const calls = (name: string, ...texts: string[]): string[] => texts.map((text) => `${name}("${text}")`);

/** Expressions without parts. */
export interface Leaves {
  /** Made of literals alone. */
  readonly closed: readonly string[];
  /** About the request and the entities; a few fail. */
  readonly open: readonly string[];
  /** Constructor calls that fail. */
  readonly malformed?: readonly string[];
}

/** Expressions without parts, for every kind. */
// biome-ignore format: a table reads better packed
export const leaves: Readonly<Record<Kind, Leaves>> = {
  bool: { closed: ["true", "false", "true", "false", "(1 == 1)"], open: ["context.t", "context.f", "principal.admin", "resource.public", "principal.address.geo.north"] },
  long: {
    closed: ["0", "1", "-1", "2", "3", "7", "10", "-4", "9223372036854775807", "(-9223372036854775808)", "9007199254740991", "9007199254740992", "-9007199254740993", "4611686018427387904", "3037000500", "1000000007"],
    open: ["context.n", "context.zero", "principal.age", 'principal.getTag("level")', 'Group::"staff".size', "context.r.a", 'User::"alice".address.zip', 'NS::Folder::"f".depth'],
  },
  string: {
    closed: ['""', '"a"', '"alice"', '"é💥"', '"a\\nb"', '"10.0.0.1"', '"1.5"', '"2024-01-01"', '"1d"', '"stable*text"', '"\\u{0}\\\'\\""', '"City"'],
    open: ["context.s", "context.empty", "principal.name", "principal.address.city", 'principal["odd key"]', 'principal.getTag("colour")', "resource.owner.name", "resource.constructor"],
  },
  entity: {
    closed: ['User::"alice"', 'User::"bob"', 'User::"nobody"', 'Group::"staff"', 'Group::"all"', 'Group::"absent"', 'NS::Doc::"d\\n1"', 'NS::Folder::"f"', 'Missing::"\\"q\\""', 'Action::"read"', 'Action::"gone"'],
    open: ["principal", "action", "resource", "context.e", "principal.manager", "resource.owner", 'principal.getTag("team")'],
  },
  entities: {
    closed: ["[]", '[User::"alice", Group::"staff"]', '[Group::"absent"]', '[Action::"read", Action::"gone"]', '[Group::"all", 1]', '["x"]'],
    open: ["context.es", "principal.friends", "[principal, resource]", "[action]", "context.none", "context.set"],
  },
  set: {
    closed: ["[]", "[1, 2, 3]", '["a", "b", "a"]', "[true, 1, \"x\", [1], {a: 1}]", "[[], [[]], [1, 1]]", '[ip("::1"), decimal("1.0")]', "[9007199254740993, 9007199254740992]", "[-0, 0]"],
    open: ["context.set", "context.none", "principal.roles", "principal.scores", "principal.friends", "context.es"],
  },
  record: {
    closed: ["{}", "{a: 1}", "{a: {b: {c: {d: true}}}}", '{"odd key": 1, "": 2}', "{a: 1, b: 2, city: 3, name: 4, size: 5, zip: 6}", '{n: "x", r: {a: true}}', "{constructor: 1, __proto__: 2}"],
    open: ["context", "context.r", "principal.address", "context.r.b.c", "principal.address.geo", "principal", "resource"],
  },
  ip: {
    closed: calls("ip", "10.0.0.1", "10.0.0.0/8", "10.1.2.3/8", "127.0.0.1", "127.0.0.0/7", "::1", "::1/127", "ff02::1", "224.0.0.0/4", "224.0.0.0/3", "0.0.0.0/0", "::/0", "::ffff:102:304", "1:2:3:4:5:6:7::", "255.255.255.255/32"),
    malformed: calls("ip", "", "10.0.0.256", "10.0.0.01", "10.0.0.1/33", "10.0.0.1/08", "::1/129", ":::", "1.2.3", "::ffff:1.2.3.4", "abcd", " 10.0.0.1", "10.0.0.1/", "/8", "::1/0128"),
    open: ["context.ip4", "context.ip6", "principal.home"],
  },
  decimal: {
    closed: calls("decimal", "0.0", "-0.0", "1.0", "1.0000", "-0.5", "12.34", "00001.5", "922337203685477.5807", "-922337203685477.5808"),
    malformed: calls("decimal", "", "1", "1.", ".1", "1.00000", "+1.0", "922337203685477.5808", "1.0 ", "1e1", "--1.0", "9223372036854775808.0", "٣.0"),
    open: ["context.dec", "principal.balance"],
  },
  datetime: {
    closed: calls("datetime", "2024-01-01", "2024-02-29", "1970-01-01", "1969-12-31T23:59:59.999Z", "0000-01-01", "9999-12-31T23:59:59Z", "2024-01-01T00:00:00+2359", "2024-01-01T12:00:00.123-0100"),
    malformed: calls("datetime", "", "2023-02-29", "2024-13-01", "2024-00-10", "2024-01-32", "2024-01-01T", "2024-01-01T00:00:00", "2024-01-01T24:00:00Z", "2024-01-01T00:60:00Z", "2024-01-01T00:00:60Z", "2024-01-01T00:00:00.12Z", "2024-01-01T00:00:00+2400", "2024-01-01T00:00:00+0060", "2024-01-01t00:00:00z", "24-01-01", "2024-1-1", "2024-01-01T00:00:00+01:00", "2024-01-01 ", "2024-01-01T00:00:00Zx", "2024-01-01T00:00:00.1234Z"),
    open: ["context.at", "principal.joined"],
  },
  duration: {
    closed: calls("duration", "0ms", "1d", "-1d1h", "1d2h3m4s5ms", "90m", "5s", "-1ms", "9223372036854775807ms", "-9223372036854775808ms", "106751991167d"),
    malformed: calls("duration", "", "-", "1", "d", "1h1d", "1.5h", "+1d", "1d1d", "9223372036854775808ms", "106751991168d", "1D", " 1d", "1ms1s", "1m1ms", "1d-1h"),
    open: ["context.span", "principal.leave"],
  },
};

/** All kinds. */
export const kinds: readonly Kind[] = Object.keys(leaves) as Kind[];
