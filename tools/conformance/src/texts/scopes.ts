import { words } from "./policies.ts";
import { pairs, withScope } from "./wrap.ts";

// biome-ignore format: a table reads better packed
const entities = ['User::"a"', 'A::B::"c"', 'Action::"a"', 'NS::Action::"a"', 'Action::NS::"a"', 'ActionX::"a"', 'User:: "a"', 'User ::"a"', ' A :: B :: "c" ', '(User::"a")', '((User::"a"))', '(Action::"a")', 'principal::"a"', 'context::"a"', 'permit::"a"', 'if::"a"', '__cedar::"a"', 'A::__cedar::"a"', '__cedar::A::"a"', 'in::"a"', 'A::in::B::"a"', 'User::""', 'User::"\\q"', 'User::"\\*"', 'User::"\\u{1F4A5}é"', 'User::"a\\"b"', "User::'a'", 'User::a', 'User::{a: 1}', 'User::{}', 'User::{a}', 'User::', '::"a"', '::User::"a"', 'User::"a"::"b"', 'User::"a".b', 'User::"a"["b"]', 'User::"a"()', 'User."a"', 'User:"a"', 'User::1', 'User::true'];
// biome-ignore format: a table reads better packed
const otherRights = ["?principal", "?resource", "?action", "?x", "(?principal)", "(?resource)", "principal", "action", "resource", "context", "User", '"a"', "1", "-1", "true", "[]", "[User::\"a\"]", '[Action::"a"]', '[Action::"a", Action::"b"]', '[Action::"a", Action::"b",]', '[Action::"a", User::"b"]', '[Action::"a", ?principal]', '[Action::"a", 1]', "[,]", '([Action::"a"])', '[(Action::"a")]', '[[Action::"a"]]', '[Action::"a" Action::"b"]', "{}", "{a: 1}", "principal.a", "context.a", 'ip("1.1.1.1")', "foo()", 'User::"a" && true', 'User::"a" || true', 'User::"a" == User::"a"', 'User::"a" in User::"b"', 'User::"a" has b', 'User::"a" is User', 'User::"a" like "b"', "1 + 1", 'User::"a" + 1', "2 * 3", '!User::"a"', '-User::"a"', 'if true then User::"a" else User::"b"', "", "=", "==", "in"];
// biome-ignore format: a table reads better packed
const operators = ["==", "in", "is", "=", "!=", "<", "<=", ">", ">=", "has", "like", ":", "&&", "+", "contains", ".", "is not", "not in"];
// biome-ignore format: a table reads better packed
const types = ["User", "A::B", "A :: B", "A::B::C", "(User)", "User::", "::User", 'User::"a"', "?principal", "?resource", '"User"', "1", "true", "principal", "action", "context", "if", "then", "like", "is", "has", "__cedar", "A::__cedar", "__cedar::A", "in", "User.a", "User()", "User[\"a\"]", "User + 1", "User * 2", "-User", "!User", "[User]", "{}", "", "User, User", "User | Group", "User && true", "é", "A::if", "if::A", "A:B"];

/** Which scopes to put a constraint into: one per variable, and one that is not a variable. */
// biome-ignore format: a table reads better packed
const places: readonly ((constraint: string) => string)[] = [
  (constraint) => `principal ${constraint}, action, resource`,
  (constraint) => `principal, action ${constraint}, resource`,
  (constraint) => `principal, action, resource ${constraint}`,
];

/** Scopes in every form and many wrong ones. */
// biome-ignore format: a table reads better packed
export const scopeTexts: readonly string[] = [
  ...pairs(places, pairs(["==", "in"], [...entities, ...otherRights], (operator, right) => `${operator} ${right}`), (place, constraint) => withScope(place(constraint))),
  ...pairs(places, operators, (place, operator) => withScope(place(`${operator} User::"a"`))),
  ...pairs(places, operators, (place, operator) => withScope(place(`${operator} Action::"a"`))),
  ...pairs(places, types, (place, type) => withScope(place(`is ${type}`))),
  ...pairs(places, types, (place, type) => withScope(place(`is ${type} in User::"a"`))),
  ...pairs(places, types.slice(0, 12), (place, type) => withScope(place(`: ${type}`))),
  ...pairs(places, ['User::"a"', 'Action::"a"', "?principal", "?resource", "?x", "[User::\"a\"]", "1", "User", "principal"], (place, right) => withScope(place(`is User in ${right}`))),
  ...pairs(places, ['== User::"a"', 'in User::"a" is User', 'in User::"a" == User::"b"', '== User::"a" == User::"b"', 'in User::"a" in User::"b"', "is User is User", "is User has a", "is User && true", "== ?principal == ?principal", ': User == User::"a"', ': User in User::"a"', ": User is User", "is User == User::\"a\"", "is User != User::\"a\"", "is User < User::\"a\""], (place, rest) => withScope(place(`is User ${rest}`))),
  ...pairs(places, ['in User::"a" is User', 'in User::"a" == User::"b"', '== User::"a" == User::"b"', 'in User::"a" in User::"b"', "is User is User", "is User has a", "is User && true", ': User == User::"a"', ': User in User::"a"', ": User is User", "in (User::\"a\" is User)", "== (User::\"a\" in User::\"b\")", "?principal", 'User::"a"', '"a"', "principal", "and true", "@a"], (place, rest) => withScope(place(rest))),
  ...pairs([0, 1, 2], words, (at, word) => withScope(["principal", "action", "resource"].map((name, i) => (i === at ? word : name)).join(", "))),
  ...pairs([0, 1, 2], ["==", "in"], (at, operator) => withScope(["principal", "action", "resource"].map((name, i) => (i === at ? `foo ${operator} User::"a"` : name)).join(", "))),
  "principal, resource, action", "action, principal, resource", "resource, action, principal", "principal, principal, resource", "action, action, action", "resource, resource, resource", "principal, action, action", "principal, action, resource, principal", "principal, action, resource, foo", "principal, action, resource, foo == 1", 'principal, action, resource, context == User::"a"', "principal, action, resource, 1", 'principal == User::"a"', 'action == Action::"a"', 'resource == User::"a"', "?principal, action, resource", "principal, action, ?resource", '"principal", action, resource', "1, 2, 3", "principal.a, action, resource", "(principal), action, resource", "!principal, action, resource", 'User::"a" == principal, action, resource',
  'principal == ?principal, action, resource == ?resource', "principal in ?principal, action, resource in ?resource", "principal is User in ?principal, action, resource is Doc in ?resource", "principal == ?resource, action, resource == ?principal", "principal == ?principal, action == ?principal, resource", "principal, action in ?resource, resource", "principal is User in ?resource, action, resource",
].map((text) => (text.startsWith("permit(") ? text : withScope(text)));
