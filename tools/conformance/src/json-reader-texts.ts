// biome-ignore format: a table reads better packed
const types: readonly string[] = ['"User"', '"NS::User"', '"A :: B"', '" User"', '"User "', '""', '"::User"', '"User::"', '"User::\\"a\\""', '"1User"', '"é"', '"if"', '"is"', '"A::in"', '"__cedar"', '"__cedar::A"', '"A::__cedar"', '"__Cedar"', '"permit"', '"principal"', '"A//c\\n::B"', '"A.B"', '"A-B"', "1", "null", "true", "[]", "{}"];
// biome-ignore format: a table reads better packed
const ids: readonly string[] = ['"a"', '""', '"\\u0000"', '"é💥"', '"\\""', "1", "null", "true", "[]", "{}"];
// biome-ignore format: a table reads better packed
const functions: readonly string[] = ['"ip"', '"decimal"', '"datetime"', '"duration"', '"isIpv4"', '"toDate"', '"lessThan"', '"isInRange"', '"foo"', '"Ip"', '""', '"A::ip"', '"contains"', '"if"', '"__cedar"', '"unknown"', "1", "null"];
// biome-ignore format: a table reads better packed
const args: readonly string[] = ['"1.1.1.1"', '"1.5"', '"2024-01-01"', '"1d"', '"x"', '""', "1", "null", "true", '["1.1.1.1"]', '[["1.1.1.1"]]', "[]", "{}", '{"__extn": {"fn": "ip", "arg": "1.1.1.1"}}', '{"__entity": {"type": "User", "id": "a"}}', "0.5"];

/** JSON texts of single values: scalars, escapes in every right and wrong form, nesting. */
// biome-ignore format: a table reads better packed
export const valueTexts: readonly string[] = [
  ...["0", "1", "-1", "9007199254740991", "1.5", "-1.5", "true", "false", "null", '"a"', '""', '"é💥"', "[]", "{}", "[[]]", "[{}]", "[null]", '{"a": null}', "[1, 1, 2]", "[1.5]", '{"a": 1}', '{"a": {"b": [1, {"c": null}]}}', '["x", 1, true, {}, []]', '{"type": "User", "id": "a"}', '{"fn": "ip", "arg": "1.1.1.1"}', '{"": 1}', '{"if": 1}', '{"a b": 1}', '{"__proto__": 1}', '{"constructor": {"prototype": 1}}', '{"toString": true}'],
  ...types.flatMap((type) => [`{"__entity": {"type": ${type}, "id": "a"}}`, `[{"__entity": {"type": ${type}, "id": "a"}}]`]),
  ...ids.map((id) => `{"__entity": {"type": "User", "id": ${id}}}`),
  ...["{}", "[]", "1", "null", '"User::\\"a\\""', '{"type": "User"}', '{"id": "a"}', '{"type": "User", "id": "a", "x": 1}', '{"Type": "User", "id": "a"}', '["User", "a"]', '{"__entity": {"type": "User", "id": "a"}}'].map((inner) => `{"__entity": ${inner}}`),
  '{"__entity": {"type": "User", "id": "a"}, "x": 1}', '{"x": 1, "__entity": {"type": "User", "id": "a"}}', '{"__entity": {"type": "User", "id": "a"}, "__extn": {"fn": "ip", "arg": "1.1.1.1"}}', '{"__Entity": {"type": "User", "id": "a"}}',
  ...functions.flatMap((name) => args.map((arg) => `{"__extn": {"fn": ${name}, "arg": ${arg}}}`)),
  ...functions.flatMap((name) => ["[]", '["1.1.1.1"]', '["1.1.1.1", "1.1.1.1"]', '[{"__extn": {"fn": "ip", "arg": "1.1.1.1"}}]', '"1.1.1.1"', "null", "{}", "[null]"].map((list) => `{"__extn": {"fn": ${name}, "args": ${list}}}`)),
  ...["{}", "[]", "1", "null", '"ip(\\"1.1.1.1\\")"', '{"fn": "ip"}', '{"arg": "1.1.1.1"}', '{"fn": "ip", "arg": "1.1.1.1", "x": 1}', '{"fn": "ip", "arg": "1.1.1.1", "args": ["1.1.1.1"]}', '{"fn": "ip", "args": ["1.1.1.1"], "arg": "x"}', '["ip", "1.1.1.1"]'].map((inner) => `{"__extn": ${inner}}`),
  '{"__extn": {"fn": "ip", "arg": "1.1.1.1"}, "x": 1}', '[{"__extn": {"fn": "ip", "arg": "1.1.1.1"}}, {"__extn": {"fn": "ip", "arg": "1.1.1.1/32"}}]',
  ...['"1"', '"User::\\"a\\""', "1", "null", "{}", "[]"].flatMap((inner) => [`{"__expr": ${inner}}`, `[{"__expr": ${inner}}]`, `{"a": {"__expr": ${inner}}}`, `{"__expr": ${inner}, "x": 1}`]),
  '{"a": {"__entity": {"type": "A :: B", "id": "a"}}}', '[[{"__extn": {"fn": "ip", "arg": "x"}}]]', '{"a": {"b": {"__extn": {"fn": "foo", "arg": "x"}}}}',
];

// biome-ignore format: a table reads better packed
const uids: readonly string[] = [...types.map((type) => `{"type": ${type}, "id": "a"}`), ...ids.map((id) => `{"type": "User", "id": ${id}}`), '{"__entity": {"type": "User", "id": "a"}}', '{"__entity": {"type": "A :: B", "id": "a"}}', '{"__entity": {}}', '{"__entity": {"type": "User", "id": "a"}, "x": 1}', '{"__entity": "User"}', '{"type": "User", "id": "a", "x": 1}', '{"type": "User"}', "{}", "[]", "1", "null", '"User::\\"a\\""', '{"__expr": "User::\\"a\\""}', '{"__extn": {"fn": "ip", "arg": "1.1.1.1"}}', '["User", "a"]'];
const entity = (uid: string, parents: string, attrs = "{}", more = ""): string =>
  `{"uid": ${uid}, "attrs": ${attrs}, "parents": ${parents}${more}}`;
const named = (id: string): string => `{"type": "User", "id": "${id}"}`;

/** JSON texts of entities: fields missing, repeated and unknown, uids in every form, attributes, tags, hierarchies. */
// biome-ignore format: a table reads better packed
export const entitiesTexts: readonly string[] = [
  ...["[]", "{}", "1", "null", '"x"', "[1]", "[null]", "[[]]", "[{}]", '[{"uid": {"type": "User", "id": "a"}}]', '[{"attrs": {}, "parents": []}]', `[{"uid": ${named("a")}, "attrs": {}}]`, `[{"uid": ${named("a")}, "parents": []}]`, `[{"uid": ${named("a")}, "attrs": {}, "parents": [], "x": 1}]`, `[{"uid": ${named("a")}, "attrs": {}, "parents": [], "tags": {}, "tag": {}}]`],
  ...uids.flatMap((uid) => [`[${entity(uid, "[]")}]`, `[${entity(named("z"), `[${uid}]`)}]`]),
  ...["{}", "[]", "1", "null", '"x"', '{"a": 1}', '{"a": null}', '{"a": 1.5}', '{"a": {"__entity": {"type": "A :: B", "id": "a"}}}', '{"a": {"__extn": {"fn": "ip", "arg": "x"}}}', '{"a": {"__expr": "1"}}', '{"__entity": {"type": "User", "id": "a"}}', '{"__extn": {"fn": "ip", "arg": "1.1.1.1"}}', '{"__expr": 1}', '{"a": [1, {"b": null}]}', '{"": 1}', '{"__cedar": 1}'].flatMap((value) => [`[${entity(named("a"), "[]", value)}]`, `[${entity(named("a"), "[]", "{}", `, "tags": ${value}`)}]`]),
  ...["{}", "1", "null", '"x"', "[1]", "[null]", `[${named("b")}, ${named("b")}]`, `[${named("a")}]`, `${named("b")}`].map((parents) => `[${entity(named("a"), parents)}]`),
  `[${entity(named("a"), "[]")}, ${entity(named("a"), "[]")}]`, `[${entity(named("a"), "[]")}, ${entity(named("a"), "[]", '{"a": 1}')}]`, `[${entity(named("a"), "[]")}, ${entity(named("a"), `[${named("b")}]`)}]`, `[${entity(named("a"), "[]", '{"a": [1, 2]}')}, ${entity(named("a"), "[]", '{"a": [2, 1, 1]}')}]`, `[${entity(named("a"), "[]")}, ${entity(named("a"), "[]", "{}", ', "tags": {}')}]`, `[${entity(named("a"), "[]")}, ${entity(named("a"), "[]", "{}", ', "tags": {"t": 1}')}]`,
  `[${entity(named("a"), `[${named("b")}]`)}, ${entity(named("b"), `[${named("a")}]`)}]`, `[${entity(named("a"), `[${named("b")}]`)}, ${entity(named("b"), `[${named("c")}]`)}, ${entity(named("c"), `[${named("a")}]`)}]`, `[${entity(named("a"), `[${named("b")}]`)}, ${entity(named("b"), `[${named("c")}]`)}, ${entity(named("c"), "[]")}]`,
  `[${entity('{"type": "Action", "id": "x"}', '[{"type": "Action", "id": "y"}]')}]`, `[${entity('{"type": "Action", "id": "x"}', `[${named("y")}]`)}]`, `[${entity('{"type": "NS::Action", "id": "x"}', `[${named("y")}]`, '{"a": 1}')}]`, `[${entity(named("x"), '[{"type": "Action", "id": "y"}]')}]`,
];
