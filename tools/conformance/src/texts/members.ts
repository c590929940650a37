import { words } from "./policies.ts";
import { inWhen, pairs } from "./wrap.ts";

// biome-ignore format: a table reads better packed
const targets = ["principal", "context.a", '"s"', "1", "true", "[1]", "{a: 1}", 'User::"a"', "(principal)", "foo", "A::B", 'ip("a")', "?principal", "(if true then context else context)", "-1", "!true"];
// biome-ignore format: a table reads better packed
const accesses = [".a", ".a.b", '["a"]', '["a"]["b"]', '["a"].b', '.a["b"]', "[a]", "[1]", "[principal]", "[]", "[true]", '["a" + "b"]', '[("a")]', '["a", "b"]', '["if"]', "[-1]", "[User::\"a\"]", '["a"', ".", "..a", ".1", '."a"', ".a.", ".a()", ".a(1)", ".(a)", ".[a]", ".{a}", ".a::b", "::a", '::"a"', "()", "(1)", "()()", "(1).a", ".contains", ".contains.a", ".contains(1).contains(2)", ".a(1)(2)", ".contains(1)(2)", ".contains(1)[\"a\"]", "?.a", "->a", " . a", "\n.\na\n.\nb"];
// biome-ignore format: a table reads better packed
const methods = ["contains", "containsAll", "containsAny", "isEmpty", "getTag", "hasTag", "isIpv4", "isIpv6", "isLoopback", "isMulticast", "isInRange", "lessThan", "lessThanOrEqual", "greaterThan", "greaterThanOrEqual", "offset", "durationSince", "toDate", "toTime", "toMilliseconds", "toSeconds", "toMinutes", "toHours", "toDays"];
// biome-ignore format: a table reads better packed
const functions = ["ip", "decimal", "datetime", "duration", "unknown", "error", "partial"];
// biome-ignore format: a table reads better packed
const misspelt = ["Contains", "contain", "containsall", "containsAlll", "contains_all", "isempty", "size", "length", "has", "in", "like", "is", "if", "then", "true", "get", "getTags", "hasTags", "isipv4", "isIPv4", "isIpv44", "isInRang", "inRange", "lessthan", "lt", "ipaddr", "IP", "Ip", "ipp", "i", "dec", "decimals", "Decimal", "date", "datetim", "dateTime", "durations", "dur", "startsWith", "toString", "constructor", "__proto__", "hasOwnProperty", "valueOf", "__cedar", "foo", "principal", "context", "permit", "x", "matches", "now", "A::ip", "A::contains", "é"];
// biome-ignore format: a table reads better packed
const argumentLists = ["", "1", '"a"', "1, 2", "1, 2, 3", "1,", ",", ",1", "1,,2", "1 2", "principal", "[1]", "a", "a: 1", "(1)", "()", "foo()", "?principal", "if true then 1 else 2"];

/** Member access, indexing, calls of every method and function in both styles with every number of arguments. */
// biome-ignore format: a table reads better packed
export const memberTexts: readonly string[] = [
  ...pairs(targets, accesses, (target, access) => inWhen(`${target}${access}`)),
  ...[...methods, ...functions, ...misspelt].flatMap((name) => [inWhen(`principal.${name}()`), inWhen(`principal.${name}(1)`), inWhen(`${name}()`), inWhen(`${name}("1")`), inWhen(`${name}`), inWhen(`principal.${name}`), inWhen(`A::${name}(1)`), inWhen(`"a".${name}("b")`)]),
  ...pairs([...methods.slice(0, 8), "isInRange", "lessThan", "offset", "toDate"], argumentLists, (name, list) => inWhen(`context.a.${name}(${list})`)),
  ...pairs(["ip", "decimal", "datetime", "duration", "contains", "foo", "if", "principal", "User", "A::ip", "(ip)", "ip()", "true", "1", '"ip"', "[ip]", "context.ip"], argumentLists, (name, list) => inWhen(`${name}(${list})`)),
  ...words.flatMap((word) => [inWhen(`principal.${word}`), inWhen(`principal["${word}"]`), inWhen(`principal.a.${word}.b`), inWhen(`principal.${word}()`), inWhen(`principal.${word}(1)`), inWhen(`${word}.a`), inWhen(`${word}()`), inWhen(`${word}(1)`), inWhen(`${word}["a"]`), inWhen(`${word}::"a"`), inWhen(`A::${word}::"a"`), inWhen(`${word}::A::"a"`), inWhen(`A::${word}`), inWhen(`${word}::A`), inWhen(`A::${word}(1)`), inWhen(`${word}::{a: 1}`)]),
  ...['User::"a".b', 'User::"a"["b"]', 'User::"a".contains(1)', 'User::"a"::"b"', 'User::"a" "b"', 'User::{id: 1}', 'User::{}', "User::{id}", 'User::{"id": 1}', "User::[1]", "User::(1)", "User::1", "User::true", "User::principal", "User::", "::User", "User:::a", 'User: :"a"', 'User::\n"a"', "User:: // c\n\"a\"", 'A::B::C::D::E::F::"g"', "A::B::C", "A::B.c", "A::B()", "A::B(1)", "A::B[\"c\"]", "A.B::\"c\"", 'principal::"a"', 'principal.a::"b"', 'User::"a"(1)', '(User::"a")', '(User)::"a"', 'User::("a")', 'User::"a" == User', 'User == User', 'User', "foo.bar.baz", "foo.bar()", "foo.contains(1)", "foo[\"a\"]", "foo.bar.contains(1)", "ip.a", "ip", "ip == 1", "ip(\"a\").b", "ip(\"a\")(\"b\")", "ip(\"a\").ip(\"b\")", "(ip)(\"a\")", "ip(ip(ip(ip(\"a\"))))", "principal.a.b.c.d.e.f.g.h.i.j", "principal.a(1).b", "principal.a.foo(1)", "principal.foo(1).bar(2)", "principal.contains(1, 2).contains()", "contains(1).contains(2)", "1.contains(2)", "-1.contains(2)", "!true.contains(1)", "-principal.a", "-(principal.a)", "[].isEmpty()", "[].isEmpty(1)", "{}.isEmpty()", "{}.a", "{a: 1}.a", "{a: 1}[\"a\"]", "[1][0]", "[1][\"a\"]", "[[1]][[1]]", "principal[\"a\"][\"b\"].c[\"d\"]", "principal[\"a b\"]", "principal[\"\"]", "principal[\"\\0\"]", "principal.\u00e9", "principal[\"é\"]"].map(inWhen),
];
