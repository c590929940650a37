import { inWhen, pairs } from "./wrap.ts";

// biome-ignore format: a table reads better packed
const integers = ["0", "00", "007", "1", "9007199254740991", "9007199254740992", "9007199254740993", "9223372036854775806", "9223372036854775807", "9223372036854775808", "9223372036854775809", "18446744073709551615", "18446744073709551616", "99999999999999999999999999", "09223372036854775807", "0000000000000000000000000000000000001", "000000000000000000000009223372036854775808"];
// biome-ignore format: a table reads better packed
const signs = ["", "-", "- ", "-\n", "- // c\n", "--", "- -", "---", "----", "-----", "------", "-(", "!", "!-", "-!", "!!", "!!!!", "!!!!!", "+"];
// biome-ignore format: a table reads better packed
const sequences = ["n", "r", "t", "\\", "0", "'", '"', "*", "a", "b", "f", "v", "e", "q", "N", "x", "x4", "x41", "x7f", "x7F", "x80", "xff", "xg0", "x2a", "X41", "u", "u41", "u0041", "u{}", "u{4}", "u{41}", "u{0041}", "u{000041}", "u{0000041}", "u{10FFFF}", "u{110000}", "u{D7FF}", "u{D800}", "u{DFFF}", "u{E000}", "u{1_F}", "u{_1}", "u{1_}", "u{1__2}", "u{g}", "u{1F4A5}", "u{2a}", "u{2A}", "u{0}", "u{ 41}", "u{41", "u41}", "u{-1}", "U{41}", " ", "\n", "\t", "\r", "é", "💥", "1", "8", "/", "$", "{", "}", "(", "u(41)", "00", "01", "x00", "xe9", "u{e9}"];
// biome-ignore format: a table reads better packed
const rawCharacters = ["\0", "\x01", "\x07", "\b", "\t", "\n", "\v", "\f", "\x1b", "\x7f", "\u0085", "\u00a0", "\u00ad", "\u0300", "\u0301", "\u200b", "\u200d", "\u202e", "\u2028", "\u2029", "\ufeff", "\ufffd", "\uffff", "\u{10ffff}", "\u{e000}", "\u{1f4a5}", "é", "e\u0301", "'", "`", "$", "{", "}", "//", "/*", "*", "%", "🏳️‍🌈", "\r", "\r\n"];
// biome-ignore format: a table reads better packed
const strings = ["''", "'a'", "`a`", '"', '"""', '""""', '"" ""', '"a" "b"', '"a"b', 'a"b"', '"a"1', '"\\"', '"\\\\"', '"\\\\\\"', 'r"a"', 'b"a"', '"a"::"b"', '"a".b', '"a"["b"]', '"a"("b")', '"a" == \'a\'', '"\\', '"\\n', '"unterminated'];

/** Literals: integers at the edges under every sign, strings and patterns with every escape and odd character. */
// biome-ignore format: a table reads better packed
export const literalTexts: readonly string[] = [
  ...pairs(signs, integers, (sign, integer) => inWhen(`${sign}${integer}${sign.endsWith("(") ? ")" : ""} == 0`)),
  ...["9223372036854775808", "-9223372036854775808", "-9223372036854775809"].flatMap((integer) => [`(${integer})`, `-(${integer})`, `-((${integer}))`, `1 - ${integer}`, `1 -${integer}`, `${integer} - 1`, `${integer} * 2`, `-${integer} * 2`, `${integer}.a`, `-${integer}.a`, `[${integer}]`, `{a: ${integer}}`, `ip(${integer})`, `principal[${integer}]`, `if ${integer} then 1 else 2`, `principal.contains(${integer})`].map(inWhen)),
  ...["1.0", "1.", ".1", "1e3", "1E3", "0x1F", "0b1", "0o7", "1_000", "1n", "1u64", "1i64", "1L", "1,000", "٣", "½", "1 2", "1a", "1principal", "1true", "true1", "1is", "1 is User", "1in 2", "1has a", "NaN", "Infinity", "-Infinity", "- 1", "+1", "1 +", "1 + + 2", "1 + -2", "1 - -2", "1--2", "1---2", "1 - - 2", "1-1", "1 -1", "a-1", "principal-1"].map(inWhen),
  ...sequences.flatMap((sequence) => [inWhen(`"\\${sequence}" == ""`), inWhen(`context.a like "\\${sequence}"`)]),
  ...sequences.slice(0, 40).flatMap((sequence) => [inWhen(`User::"\\${sequence}" == principal`), inWhen(`principal["\\${sequence}"]`), inWhen(`principal has "\\${sequence}"`), inWhen(`{"\\${sequence}": 1}`), `@a("\\${sequence}") permit(principal, action, resource);`, `permit(principal == User::"\\${sequence}", action, resource);`]),
  ...rawCharacters.flatMap((character) => [inWhen(`"${character}" == ""`), inWhen(`context.a like "a${character}*"`), inWhen(`principal has "${character}"`), inWhen(`${character} true`), inWhen(`tr${character}ue`)]),
  ...strings.map(inWhen),
  ...['"\\q\\z"', '"\\q" == "\\z"', '["\\q", "\\z"]', '"a\\qb\\u{110000}c"', '"é\\q"', '"💥\\q" == "\\q"', 'context.a like "\\q*\\z"', 'context.a like "é\\q"'].map(inWhen),
  ...["True", "False", "TRUE", "true", "false", "truefalse", "true false", "!true", "-true", "true()", "true.a", "true[\"a\"]", "true::\"a\"", "true::A::\"a\"", "True::\"a\"", "false::\"a\"", "A::true::\"a\"", "true.contains(1)", "true(1)", "null", "undefined", "None", "nil"].map(inWhen),
];
