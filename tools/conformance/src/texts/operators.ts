import { words } from "./policies.ts";
import { inWhen, pairs } from "./wrap.ts";

// biome-ignore format: a table reads better packed
const operators = ["||", "&&", "==", "!=", "<", "<=", ">", ">=", "in", "has", "like", "is", "+", "-", "*", "/", "%", "=", "===", "=>", "<>", "!", "&", "|", "^", "<<", "**", "and", "or", "not", "contains", ",", ";", ":", "::", ".", "?", "@", "(", ")", "[", "]", "{", "}", "is in"];
// biome-ignore format: a table reads better packed
const realOperators = ["||", "&&", "==", "!=", "<", "<=", ">", ">=", "in", "has", "like", "is", "+", "-", "*", "/", "%", "="];
// biome-ignore format: a table reads better packed
const operands = ["1", "true", '"a"', "principal", "context.a", 'User::"a"', "User", "a.b", "[1]", "{a: 1}", "(1)", "-1", "!true", "if true then 1 else 2", 'ip("")', "?principal", "", "then", "1 + 2", "2 * 3", "true && false", "1 < 2"];

/** Every operator, every pair of adjacent operators, every kind of operand on either side, unary chains. */
// biome-ignore format: a table reads better packed
export const operatorTexts: readonly string[] = [
  ...operators.map((operator) => inWhen(`a ${operator} b`)),
  ...operators.flatMap((operator) => [inWhen(`1 ${operator} 2`), inWhen(`1${operator}2`), inWhen(`${operator} 2`), inWhen(`1 ${operator}`)]),
  ...pairs(realOperators, realOperators, (first, second) => inWhen(`1 ${first} 2 ${second} 3`)),
  ...pairs(realOperators, realOperators, (first, second) => inWhen(`principal ${first} context ${second} resource`)),
  ...pairs(realOperators, realOperators, (first, second) => inWhen(`1 ${first} ${second} 2`)),
  ...pairs(realOperators, realOperators, (first, second) => inWhen(`(principal ${first} context) ${second} resource`)).slice(0, 120),
  ...pairs(realOperators, operands, (operator, operand) => inWhen(`principal ${operator} ${operand}`)),
  ...pairs(realOperators, operands, (operator, operand) => inWhen(`${operand} ${operator} principal`)),
  ...pairs(["!", "!!", "!!!", "!!!!", "!!!!!", "!!!!!!!!", "-", "--", "---", "----", "-----", "--------", "!-", "-!", "!-!", "! !", "- -", "! ! ! ! !", "!(!", "-(-", "!!!!(!", "----(-", "+", "~"], ["true", "1", "principal", "principal.a", "(true)", "x", "if true then true else true", "User::\"a\"", "[1]", ""], (chain, operand) => inWhen(`${chain}${operand}${chain.includes("(") ? ")" : ""}`)),
  ...["1 == 2 == 3", "1 < 2 < 3", "1 == 2 != 3 == 4", "a in b in c", "principal in resource in context", "principal is User is User", "principal is User == true", "principal is User in resource in context", "principal in resource is User", "principal == resource is User", "principal has a has b", "principal has a == true", "principal has a && principal has b", "principal like \"a\" like \"b\"", "principal is User in resource == true", "(principal is User) in resource", "principal is (User)", "principal is User + 1", "principal is User in resource + 1", "principal is User && true", "principal is User in resource && true", "principal has a in resource", "principal like \"a\" && true", "1 + 2 == 3 + 4", "1 + 2 < 3 * 4", "!1 == 2", "!principal has a", "-1 < 2", "1 = 2 == 3", "1 == 2 = 3", "1 + 2 = 3", "true && 1 = 2", "1 / 2 / 3", "1 % 2 * 3 / 4", "1 / 2 == 3 = 4", "if true then 1", "if true else 1", "if then else", "if true then else 1", "if true then 1 else", "if (true) then (1) else (2)", "if true then 1 else 2 else 3", "if if true then true else true then 1 else 2", "if true then if true then 1 else 2 else 3", "if true then 1 else if true then 2 else 3", "(if true then 1 else 2) + 1", "1 + if true then 1 else 2", "true && if true then true else false", "if true then 1 else 2 + 3", "if true then 1 else 2 == 3", "if a then b else c", "if", "then", "else", "if true", "if true then", "true ? 1 : 2", "if: true", "if(true) then 1 else 2", "if true {1} else {2}", "[if true then 1 else 2]", "{a: if true then 1 else 2}", "(1)(2)", "(principal)(1)", "(principal).a", "((principal)).a.b", "(principal == resource)", "((((true))))", "(", ")", "()", "(,)", "(1,)", "(1, 2)", "(1", "1)", "[(]", "({)", "[}", "{]"].map(inWhen),
  ...words.flatMap((word) => [inWhen(word), inWhen(`${word} == 1`), inWhen(`1 == ${word}`), inWhen(`!${word}`), inWhen(`${word} && ${word}`), inWhen(`${word} ${word}`)]),
];
