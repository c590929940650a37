import type { Choices } from "@deodar/testing";

// Fragments of policies that a grammar lets through and that mean nothing, among some that do.

// biome-ignore format: a table reads better packed
const entities: readonly string[] = [
  'User::"a"', 'A::B::"\\u{1f980}"', 'User::"\\q"', 'Action::"x"', 'NS::Action::"\\*"', '[User::"a"]', "User", '"a"', "?principal", "?resource", "principal", "(User::\"a\")", 'if::"a"', '__cedar::A::"b"', 'User::"a".b', "1", "{a: 1}", "true",
  'User::""', "User::a", 'User::{id: "a"}', "[]", '[Action::"x", User::"a"]', '[Action::"x", ?resource]', '[[Action::"x"]]', "f()", "-1", 'User::"a" || true', "if true then 1 else 2", "User::Group", "?slot", '(User::"a" is User)', "(principal is User)", 'if true then User::"a" else User::"b"', "!User", "-principal", '[User::"a", Doc::"b"]',
];

// biome-ignore format: a table reads better packed
const types: readonly string[] = ["User", "A::B", "if", "__cedar", "ipaddr", '"User"', "User::\"a\"", "1", "?principal", "principal", "f()", "[User]", "A :: B", "(User)", "User.x", "Set", "Bool", "{}"];

const variables: readonly string[] = ["principal", "action", "resource"];

// biome-ignore format: a table reads better packed
const leaves: readonly string[] = [
  "1", "0", "007", "9223372036854775807", "9223372036854775808", "18446744073709551616", "-9223372036854775808", "--1", "-9223372036854775809", "true", '"a"', '"\\q"', '"\\u{110000}"', '"\\u{d800}"', '"\\*"', '"\\x7f"', '"\\x80"', '"\\0"',
  "principal", "context", "action", "User", "A::B", 'User::"a"', "?principal", "?resource", "?x", "foo", "ip", "if", "[]", "{}", "{a: 1, a: 2}", '{"a": 1, b: 2, "b": 3}', "{principal: 1}", "{if: 1}", "{1: 1}", "{a.b: 1}", '{"\\q": 1}', "[1, true,]", "{a: 1,}",
  'User::{id: "a"}', "User::f()", "A::ip(\"::\")", "context.if", 'context["a"]', 'context["\\q"]', "context[a]", "context[1]", "context.a.b", "context.__cedar", "context.contains", "context[\"a\" + \"b\"]", "1.a", "true.isEmpty", "\"a\".b", "context.principal",
];

// biome-ignore format: a table reads better packed
const shapes: readonly string[] = [
  "@ && @", "@ || @", "!@", "!!!!@", "!!!!!@", "-@", "-----@", "- -@", "@ + @ - @", "@ * @", "@ / @", "@ % @", "@ == @", "@ = @", "@ != @ != @", "@ < @ < @", "@ in @", "@ in [@, @]", "@ is $", "@ is $ in @", "@ is @", "@ in @ is $", "@ has a", "@ has a.b.c", "@ has if",
  '@ has "a b"', '@ has "a".b', '@ has a."b"', "@ has 1", "@ has principal", "@ has @", "@ has __cedar.a", '@ like "a*\\*"', '@ like "\\q"', "@ like @", "@ like a", "if @ then @ else @", "if @ then @", "(@)", "((@))", "[@, @]", "{a: @}", '{"a b": @, if: @}',
  "@.contains(@)", "@.contains()", "@.contains(@, @)", "@.containsAll([@])", "@.containsAny(@)", "@.isEmpty()", "@.isEmpty(@)", "@.hasTag(@)", "@.getTag()", "@.nope(@)", "@.nope", "contains(@)", "isEmpty()", "ip(@)", "ip()", "ip(@, @)", "decimal(@)", "nope(@)", "@.ip(@)", "@.lessThan(@)",
  "lessThan(@, @)", "@.isIpv4()", "isIpv4(@)", "A::decimal(@)", "principal()", "context(@)", "if(@)", "@()", "@(@)", "@[@]", "@.a[@].b", '@["a"].b', "@.a(@).b", "@.offset(@)", "datetime(@).toDate()", "@::a", "@.contains.a", "@.a::b", "(@).a", "@.toDate(@)", "duration(@)",
  "unknown(@)", "error(@)", "@ == @ && @", "(@ == @) == @", "@ in @ in @", "true && @", "@ is A::$", '@ is "$"', "@ like", "has a", "@.unknown()", "(@ > @) is 1", "(@ >= @) is \"User\"", "(@ != @) is [@]", "(@ is $ in @) is 1", "(@ > @).a", "(@ is $ in @) has 1", "(@ >= @) == @",
];

// biome-ignore format: a table reads better packed
const annotations: readonly string[] = ["", "", "", '@id("a")', "@id", '@id("a") @id("b")', "@if(\"x\")", '@a("\\q")', "@a(b)", '@a("*")', '@a("\\*")', "@a::b(\"x\")", "@a()", '@__cedar("x")', '@principal("x")'];

const effects: readonly string[] = ["permit", "permit", "forbid", "allow", "if", "Permit", "principal"];

const clauses: readonly string[] = ["when", "when", "unless", "advice", "if", "WHEN"];

/** A policy that has the look of one. */
export function drawFaultyPolicy(choices: Choices): string {
  const rare = <T>(items: readonly T[]): T => (choices.chance(12) ? choices.pick(items) : (items[0] as T));
  const scope = variables.map((variable) => {
    const name = choices.chance(4) ? choices.pick([...variables, "context", "foo", "?principal"]) : variable;
    switch (choices.chance(40) ? choices.below(10) : 0) {
      case 1:
        return `${name} == ${choices.pick(entities)}`;
      case 2:
        return `${name} in ${choices.pick(entities)}`;
      case 3:
        return `${name} is ${choices.pick(types)}`;
      case 4:
        return `${name} is ${choices.pick(types)} in ${choices.pick(entities)}`;
      case 5:
        return `${name} ${choices.pick(["!=", "<", "=", "has", "like", "&&", ":", "+"])} ${choices.pick(entities)}`;
      case 6:
        return `${name}: ${choices.pick(types)}`;
      case 7:
        return `${choices.pick(entities)} ${choices.pick(["==", "in"])} ${name}`;
      case 8:
        return `${name} is ${choices.pick(types)} == ${choices.pick(entities)}`;
      case 9:
        return `${name} in ${choices.pick(entities)} is ${choices.pick(types)}`;
      default:
        return name;
    }
  });
  if (choices.chance(3)) scope.push("context");
  if (choices.chance(3)) scope.splice(choices.below(scope.length), 1);
  const conditions = choices.list(0, 2, () => {
    const body = choices.chance(4) ? "" : drawExpression(choices, choices.below(3));
    return ` ${rare(clauses)} { ${body} }`;
  });
  const comma = choices.chance(4) ? "," : "";
  return `${rare(annotations)} ${rare(effects)}(${scope.join(", ")}${comma})${conditions.join("")}${choices.chance(2) ? "" : ";"}`.trimStart();
}

function drawExpression(choices: Choices, depth: number): string {
  if (depth === 0) return choices.pick(leaves);
  return choices
    .pick(shapes)
    .replace(/[@$]/g, (hole) => (hole === "$" ? choices.pick(types) : drawExpression(choices, depth - 1)));
}
