import { words } from "./policies.ts";
import { inWhen, pairs } from "./wrap.ts";

// biome-ignore format: a table reads better packed
const hasRights = ["a", '"a"', '""', "a.b", "a.b.c.d", '"a"."b"', '"a".b', 'a."b"', 'a["b"]', '"a"["b"]', "a.b()", "a()", "a(1)", "(a)", "(a.b)", "(a).b", "1", "-1", "!a", "-a", "a + b", "a * b", "a && b", "a == b", "a::b", 'a::"b"', "principal", "principal.a", "a.principal", "?principal", "[a]", '["a"]', "{a: 1}", "true", "a.true", "if", "if.a", "a.if", "if if", "if true then a else b", "ip", 'ip("a")', "context.a.b", "A::B.c", '"a" "b"', '"a b"', '"if"', '"\\q"', "a.", ".a", "a..b", "", "a,b", "not a", "a.__cedar", "__cedar", '"__cedar"', "a.b.in", "in.a", "a has b", "a is b", "a like \"b\"", "a.b has c", "a.b == 1", "a.b + 1", "a.b.c && true", "a.b || principal has c.d"];
// biome-ignore format: a table reads better packed
const likeRights = ['"a"', '"*"', '"**"', '""', '"\\*"', '"\\**"', '"*\\*"', '"a*b*c"', '"\\x2a"', '"\\u{2a}"', '"\\\\*"', '("a")', '"a" + "b"', '"a" == "b"', '"a".b', '"a"["b"]', '"a"()', "1", "true", "a", "principal", "principal.a", "?principal", '["a"]', "{}", 'User::"a"', '-"a"', '!"a"', '"a" * 2', '"a" && true', '"a" like "b"', "'a'", "a*", "*", '"é*💥"', '"\\q"', '"*\\q*\\z"', '"a', "", 'if true then "a" else "b"', 'ip("a")', '"\\u{110000}*"', '"\r"', '"\n*\t"'];
// biome-ignore format: a table reads better packed
const isRights = ["User", "A::B", "A :: B :: C", "(User)", 'User::"a"', '"User"', "1", "true", "principal", "action", "resource", "context", "?principal", "User.a", "User()", "User + 1", "User * 1", "-User", "!User", "[User]", "{}", "", "User in resource", "User in [resource]", "User in User", "User in (resource)", "User in 1", "User in resource.a", "User in ?resource", "User in resource in context", "User in resource && true", "User in resource == true", "User in", "User == true", "User && true", "User is User", "User has a", "(User in resource)", "(User) in resource", "A::B in resource", '"User" in resource', 'User::"a" in resource', "1 in resource", "User.a in resource", "User in resource + 1", "User in if true then resource else context", "if", "in", "is", "like", "has", "then", "else", "__cedar", "A::__cedar", "__cedar::A", "A::if", "permit", "when", "ip", "ip(1)", "not User", "User, User", "User | User", "A::", "::A", "A::B::", "A:B"];

/** `has`, `like` and `is` with every right-hand side on several left-hand sides. */
// biome-ignore format: a table reads better packed
export const testTexts: readonly string[] = [
  ...pairs(["principal", "context.a", "1 + 2", '{a: 1}'], hasRights, (left, right) => inWhen(`${left} has ${right}`)),
  ...pairs(["context.a", '"x"', "1 + 2"], likeRights, (left, right) => inWhen(`${left} like ${right}`)),
  ...pairs(["principal", 'User::"a"', "1 + 2"], isRights, (left, right) => inWhen(`${left} is ${right}`)),
  ...words.flatMap((word) => [inWhen(`principal has ${word}`), inWhen(`principal has a.${word}`), inWhen(`principal has ${word}.a`), inWhen(`principal has "${word}"`), inWhen(`principal is ${word}`), inWhen(`principal is ${word} in resource`), inWhen(`principal is A::${word}`), inWhen(`context.a like ${word}`), inWhen(`${word} has a`), inWhen(`${word} like "a"`), inWhen(`${word} is User`), inWhen(`${word} in resource`), inWhen(`principal in ${word}`)]),
];

// biome-ignore format: a table reads better packed
const elements = ["", "1", "1,", "1, 2", "1, 2,", ",", ",1", "1,,2", "1 2", "1;2", "principal", "foo", "[]", "[[]]", "{}", "a: 1", '"a"', "1, \"a\", true, principal", "(1)", "1 + 2, 3", "if true then 1 else 2", "a, b", "foo(), bar()", "...a", "1..2", "for x in y", "1, 1, 1"];
// biome-ignore format: a table reads better packed
const entries = ["", "a: 1", "a: 1,", "a: 1, b: 2", "a: 1, b: 2,", ",", ",a: 1", "a: 1,, b: 2", "a: 1 b: 2", "a: 1; b: 2", "a", "a, b", "a:", ": 1", "a:: 1", "a = 1", "a: b: c", '"a": 1', '"a b": 1', '"": 1', '"a": 1, a: 2', "a: 1, a: 2", "a: 1, a: 2, a: 3", 'a: 1, b: 2, "b": 3, "a": 4', '"\\x61": 1, a: 2', '"\\q": 1', "'a': 1", "1: 1", "-1: 1", "true: 1", '"true": 1', "(a): 1", '("a"): 1', "a.b: 1", "a + b: 1", '"a" + "b": 1', "[a]: 1", "A::B: 1", 'A::"b": 1', "?principal: 1", "principal: 1", "context: principal", "ip: 1", 'ip("a"): 1', "if true then a else b: 1", "if: 1", "!a: 1", "a: foo", "a: foo(), b: bar()", "a: {a: {a: 1}}", "a: [1, {b: 2}]", "a: if true then 1 else 2", "a: 1 == 2", "a: b == c", "...a", '"a": "\\q", "b": "\\z"', "__proto__: 1", '"__proto__": 1, __proto__: 2', "constructor: 1, toString: 2, hasOwnProperty: 3", "a: 1, b: 1, a: foo()", "é: 1", '"é": 1', "a\n:\n1\n,", "a: 1 // c\n, b: 2", "a == 1", "a has b: 1", "a && b: 1"];

/** Set and record literals. */
// biome-ignore format: a table reads better packed
export const collectionTexts: readonly string[] = [
  ...elements.map((list) => inWhen(`[${list}]`)),
  ...entries.map((list) => inWhen(`{${list}}`)),
  ...elements.map((list) => inWhen(`principal in [${list}]`)),
  ...entries.slice(0, 30).map((list) => inWhen(`{${list}} == context`)),
  ...words.flatMap((word) => [inWhen(`{${word}: 1}`), inWhen(`{"${word}": 1}`), inWhen(`{${word}: ${word}}`), inWhen(`[${word}]`), inWhen(`{a: ${word}}`), inWhen(`{${word}: 1, "${word}": 2}`)]),
  ...["[1", "{a: 1", "[1}", "{a: 1]", "[[1]", "{{a: 1}", "[(1]", "{(a: 1}", "1]", "a: 1}", "[1]]", "{a: 1}}", "[[[[[[[[[[[[[[[[[[[[1]]]]]]]]]]]]]]]]]]]]", "{a: {a: {a: {a: {a: {a: {a: {a: {a: 1}}}}}}}}}", "((((((((((((((((((((((((((((((((((((((((true))))))))))))))))))))))))))))))))))))))))"].map(inWhen),
];
