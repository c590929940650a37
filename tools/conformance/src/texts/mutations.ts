import { type Random, seeded } from "../random.ts";

/** Well-formed policies that use every production; mutations start from these. */
// biome-ignore format: a table reads better packed
export const seeds: readonly string[] = [
  "permit(principal, action, resource);",
  '@id("one") @note forbid(principal == User::"alice", action in [Action::"view", Action::"edit"], resource is Doc in Folder::"f") when { context.a.b == 1 } unless { principal has manager.name };',
  'permit(principal in ?principal, action == Action::"x", resource == ?resource) when { true };',
  'permit(principal is NS::User, action, resource) when { if context.ok then resource.size < 10 else resource["owner"] == principal };',
  'permit(principal, action, resource) when { [1, 2, 3].contains(context.n) && {a: 1, "b c": "x"} has a || !(principal in Group::"g") };',
  'forbid(principal, action, resource) when { context.ip.isInRange(ip("10.0.0.0/8")) && decimal("1.5").lessThan(decimal("2.0")) };',
  'permit(principal, action, resource) when { context.name like "a*\\*b" && principal is User in Group::"g" && -1 + 2 * 3 - 4 >= -9223372036854775808 };',
  'permit(principal, action, resource) when { datetime("2024-01-01").offset(duration("1d")).toDate() == context.day } unless { principal.hasTag("k") && principal.getTag("k") != "v" };',
  'permit(principal, action, resource); forbid(principal, action, resource) when { resource.tags.containsAny(["x", "y"]) && resource.tags.isEmpty() };',
  '// first\npermit (principal, action, resource) // second\nwhen { "é💥" == context["\\u{e9}\\n"] };\n',
];

// biome-ignore format: a table reads better packed
const insertions: readonly string[] = [
  "permit", "forbid", "when", "unless", "principal", "action", "resource", "context", "if", "then", "else", "true", "false", "in", "has", "like", "is", "==", "!=", "<", "<=", ">", ">=",
  "&&", "||", "+", "-", "*", "/", "%", "=", "!", ".", ",", ";", ":", "::", "(", ")", "[", "]", "{", "}", "@", "?principal", "?resource", "?x", "1", "0", "9223372036854775808",
  '"a"', '"\\q"', '"', 'User::"b"', "foo", "ip", "contains", "__cedar", "#", "'", "//", "\n", "\r", "\u{85}", "\u{FEFF}", "é", "💥", "\0", "&", "|",
];

// biome-ignore format: a table reads better packed
const token = /\/\/[^\n\r]*|"(?:\\.|[^"\\])*"|\??[A-Za-z_][A-Za-z0-9_]*|\d+|==|!=|<=|>=|&&|\|\||::|\s+|[\s\S]/gu;

/** Cuts a text into tokens; joining them gives the text back. */
export const tokensOf = (text: string): string[] => text.match(token) ?? [];

/** Single deletions and duplications of every token of every seed, then `count` random mutations of one to three steps. */
export function mutationTexts(seed: number, count: number): string[] {
  const random = seeded(seed);
  const texts: string[] = [];
  for (const text of seeds) {
    const tokens = tokensOf(text);
    for (let at = 0; at < tokens.length; at++) {
      if (tokens[at]?.trim() === "") continue;
      texts.push(
        tokens.toSpliced(at, 1).join(""),
        tokens.toSpliced(at, 0, `${tokens[at]} `).join(""),
        tokens.slice(0, at).join(""),
      );
    }
  }
  while (count-- > 0) {
    let tokens = tokensOf(random.pick(seeds));
    for (let steps = 1 + random.below(3); steps > 0; steps--) tokens = mutate(tokens, random);
    texts.push(tokens.join(""));
  }
  return texts;
}

/** One random deletion, duplication, replacement, insertion or swap of tokens. */
export function mutate(tokens: readonly string[], random: Random): string[] {
  if (tokens.length === 0) return [random.pick(insertions)];
  const at = random.below(tokens.length);
  const here = tokens[at] ?? "";
  switch (random.below(5)) {
    case 0:
      return tokens.toSpliced(at, 1);
    case 1:
      return tokens.toSpliced(at, 0, here, " ");
    case 2:
      return tokens.toSpliced(at, 1, random.pick(insertions));
    case 3:
      return tokens.toSpliced(at, 0, " ", random.pick(insertions), " ");
    default: {
      const other = random.below(tokens.length);
      return tokens.with(at, tokens[other] ?? "").with(other, here);
    }
  }
}
