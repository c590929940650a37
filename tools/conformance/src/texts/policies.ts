import { pairs } from "./wrap.ts";

const head = "permit(principal, action, resource)";

/** Words that the grammar knows, and some that it does not. */
// biome-ignore format: a table reads better packed
export const words: readonly string[] = [
  "true", "false", "if", "then", "else", "in", "is", "like", "has", "permit", "forbid", "when", "unless", "principal",
  "action", "resource", "context", "__cedar", "__cedar2", "_", "a", "A", "null", "undefined", "not", "and", "or", "ip",
  "decimal", "datetime", "duration", "contains", "isIpv4", "__proto__", "constructor", "toString", "hasOwnProperty",
];

/** Annotations: keys, values, places, duplicates. */
// biome-ignore format: a table reads better packed
export const annotationTexts: readonly string[] = [
  ...words.map((word) => `@${word}("x") ${head};`),
  ...words.map((word) => `@${word} ${head};`),
  `@a("1") @b("2") @c ${head};`, `@a("1") @a("2") ${head};`, `@a @a ${head};`, `@a @a("") ${head};`,
  `@a() ${head};`, `@a("x", "y") ${head};`, `@a("x",) ${head};`, `@a(x) ${head};`, `@a(1) ${head};`, `@a(true) ${head};`,
  `@a("x" ${head};`, `@a "x" ${head};`, `@ a ("x") ${head};`, `@a\n(\n"x"\n)\n${head};`, `@"a"("x") ${head};`, `@1("x") ${head};`,
  `@a::b("x") ${head};`, `@a.b("x") ${head};`, `@ ${head};`, `@`, `@a`, `@a(`, `@a("x`, `@a("x")`, `@a("x");`, `@a-b("x") ${head};`,
  `@a["x"] ${head};`, `@a{"x"} ${head};`, `@@a("x") ${head};`, `@a("x")@b("y")${head};`, `@?principal("x") ${head};`,
  `permit @a("x") (principal, action, resource);`, `${head} @a("x");`, `${head} @a("x") when { true };`, `${head}; @a("x")`,
  `@é("x") ${head};`, `@a("é") ${head};`, `@a("\\q") ${head};`, `@a("\\*") ${head};`, `@a("\\u{41}\\x41\\n\\0") ${head};`, `@a('x') ${head};`,
  `@a("x") @b("\\q") @c("\\z") ${head};`, `@a("") ${head};`, `@a("💥") ${head}; @a("x") ${head};`, `@a("x") forbid(principal, action, resource);`,
  `@a("x") @a("y") @a("z") ${head}; @b @b ${head};`, `@a("1") allow(principal, action, resource);`,
];

/** Effects, right and wrong, and what may stand around them. */
// biome-ignore format: a table reads better packed
export const effectTexts: readonly string[] = [
  ...words.map((word) => `${word}(principal, action, resource);`),
  ...words.map((word) => `${word}(principal, action, resource) when { true };`),
  "Permit(principal, action, resource);", "PERMIT(principal, action, resource);", "deny(principal, action, resource);",
  "allow(principal, action, resource);", "permit;", "permit", "permit()", "permit();", "forbid();", "permit(,);", "permit(principal);",
  "permit permit(principal, action, resource);", "permit forbid(principal, action, resource);", "(principal, action, resource);",
  '"permit"(principal, action, resource);', "permit::a(principal, action, resource);", "permit.a(principal, action, resource);",
  "1(principal, action, resource);", "!permit(principal, action, resource);", "permit[principal, action, resource];",
  "permit{principal, action, resource};", "permit principal, action, resource;", "permit(principal, action, resource;",
  "permit(principal, action, resource));", "permit((principal, action, resource));", "permit(principal, action, resource)",
  "permit(principal, action, resource),", "permit(principal, action, resource):", "permit(principal, action, resource).",
  "permit(principal action resource);", "permit(principal; action; resource);", "permit(principal, action, resource,);",
  "permit(principal, action, resource,,);", "permit(,principal, action, resource);", "permit(principal,, action, resource);",
];

/** Whole files: several policies, empty files, stray punctuation, several errors. */
// biome-ignore format: a table reads better packed
export const fileTexts: readonly string[] = [
  "", " ", "\n", "\t\r\n", "// only a comment", "// only a comment\n", "//", "//\n//\r//", "/", "/*", "/* x */", `/* x */ ${head};`, ";", ";;",
  `${head};;`, `;${head};`, `${head};${head};`, `${head}; forbid(principal, action, resource);`, `${head} ${head};`, `${head}\n${head};\n${head};`,
  `${head};\n;\n${head};`, `${head};,${head};`, `${head}; garbage`, `${head}; garbage;`, `garbage; ${head};`, `garbage ${head};`,
  `${head} when { ; ${head};`, `${head} when { ) }; ${head} when { ] };`, `${head} when { a }; ${head} when { b };`,
  `${head} when { foo() }; ${head} when { bar() }; forbid(principal);`, `permit(a, b, c); permit(d);`, `${head} when { "; };`, `${head} when { ";" };`,
  `${head} when { a b }; ${head} when { c d }; ${head} when { e f };`, `x; y; z;`, `${head} when { 1 = 2 }; ${head} when { 1 / 2 };`,
  `${head} when { 1 = 2 && 3 / 4 && 5 % 6 };`, `${head} when { foo() && bar() || baz() };`, `${head} when { if foo() then bar() else baz() };`,
  `${head} when { [foo(), bar(), baz()] };`, `${head} when { {a: foo(), b: bar()} };`, `${head} when { foo(bar(baz())) };`,
  `permit(principal == 1, action == 2, resource == 3);`, `permit(principal == a, action == b, resource == c);`,
  `permit(foo, bar, baz) when { foo } unless { bar };`, `${head} when { principal.if } unless { principal.then };`,
  `deny(principal, action, resource) when { foo };`, `deny(principal) maybe { foo };`, `@a @a deny(x) maybe { } ;`,
  `${head} when { "\\q" == "\\z" };`, `${head} when { 99999999999999999999 };`, `${head} when { 99999999999999999999 } unless { 9223372036854775808 };`,
  `${head} when { 1.0 };`, `${head} when { 1.a };`, `${head} when { .5 };`, `${head} when { 0x10 };`, `${head} when { 1_000 };`, `${head} when { 1e5 };`,
  `\u{FEFF}${head};`, `${head};\u{FEFF}`, `\u{85}${head};`, `\u{A0}${head};`, `\u{2003}${head}\u{3000};`, `\u{200B}${head};`, `\u{180E}${head};`,
  `permit\u{2028}(principal,\u{2029}action, resource);`, `\u{1680}\u{2000}\u{200A}\u{202F}\u{205F}${head};`, `\u{B}\u{C}\u{1C}${head};`, `\u{B}\u{C}${head};`,
  `\0${head};`, `${head};\0`, `${head}\0;`, `#!${head};`, `# x\n${head};`, `-- x\n${head};`, `${head} // x`, `${head} // x\n;`, `${head} // x\r;`, `${head}; // x\r\n`,
  `// é\n${head}; // 💥\n${head} when { x };`, `${head} // "\n when { true }; // '`, `${head} when { // }\n true };`, `${head} when { "// no comment" == "" };`,
  `${head} when { 1 //\u{85} + 2 };`, `${head} when { 1 //\u{2028} + 2\n };`, `//permit(principal, action, resource);`, `////// ${head};`, `${head};\r\n\r\n${head};`,
  `${head}$;`, `${head}\`;`, `${head}~;`, `${head}^;`, `${head}&;`, `${head}|;`, `${head}?;`, `${head}\\;`, `${head}#;`, `${head}';`, `${head}";`, `${head}é;`, `é;`, `${head};é`,
  "permit", "permit(", "permit(principal", "permit(principal,", "permit(principal, action", "permit(principal, action, resource", "permit(principal, action, resource)",
  `${head} when`, `${head} when {`, `${head} when { true`, `${head} when { true }`, `${head} when { true } unless`, `${head} when { "`, `${head} when { "abc`, `${head} when { "\\`, `${head} when { "\\"`,
  `${head} when { "a\nb" == "" };`, `${head} when { "a\rb" == "" };`, `${head} when { "a\r\nb" == "" };`, `${head} when { "a\tb" == "" };`, `${head} when { "a\0b" == "" };`, `${head} when { "a\\\nb" == "" };`,
  ...pairs(["permit", "forbid", "allow"], ["principal, action", "principal, action, resource, context", "principal, resource", "action, resource"], (effect, scope) => `${effect}(${scope});`),
];

/** Conditions: keywords, braces, emptiness, order. */
// biome-ignore format: a table reads better packed
export const conditionTexts: readonly string[] = [
  ...words.map((word) => `${head} ${word} { true };`),
  ...words.map((word) => `${head} ${word} { };`),
  `${head} when { true } when { false };`, `${head} when { true } unless { false } when { 1 == 1 } unless { 2 == 2 };`, `${head} when {};`, `${head} unless {};`, `${head} when {} unless {};`,
  `${head} when true;`, `${head} when (true);`, `${head} when [true];`, `${head} when { true, false };`, `${head} when { true; };`, `${head} when { true; false };`, `${head} when { { } };`, `${head} when { {} };`, `${head} when {{}};`,
  `${head} when { () };`, `${head} when { [] };`, `${head} when { (true) };`, `${head} when { ((true)) };`, `${head} when { (true };`, `${head} when { true) };`, `${head} when true };`, `${head} { true };`, `${head} when { true }};`, `${head} when {{ true };`, `${head} when { true } ; unless { true };`,
  `${head} where { true };`, `${head} When { true };`, `${head} if { true };`, `${head} when { advice };`, `${head} advice { "x" };`, `${head} advice { };`, `${head} when when { true };`, `${head} when unless { true };`, `${head} "when" { true };`, `${head} when { true } else { false };`,
  `${head} when{true};`, `${head}when{true}unless{false};`, `when { true } ${head};`, `permit when { true } (principal, action, resource);`, `${head} when { permit(principal, action, resource); };`, `${head} when { when { true } };`,
  ...pairs(["when", "unless"], ["principal", "?principal", "?resource", "?x", "?", "? principal", "?principal == principal", "principal == ?principal", "principal in ?resource", "?principal.a", "?principal has a", "[?principal]", "{a: ?resource}", "ip(?principal)", "if ?principal then ?resource else true", "!?principal", "-?principal", "?principal is User", "principal is User in ?principal", "principal is ?principal", "principal has ?principal", "?when", "?if", "?__cedar", "?1"], (clause, body) => `${head} ${clause} { ${body} };`),
];
