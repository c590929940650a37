import { bodyOf, writeRule } from "./write-rule.mjs";

const helpers = `
  function peg$eat(code) {
    return input.charCodeAt(peg$currPos) === code && (peg$currPos++, true);
  }

  function peg$eatTwo(first, second) {
    return (
      input.charCodeAt(peg$currPos) === first && input.charCodeAt(peg$currPos + 1) === second && (peg$currPos += 2, true)
    );
  }

  function peg$eatText(first, text) {
    return (
      input.charCodeAt(peg$currPos) === first && input.startsWith(text, peg$currPos) && (peg$currPos += text.length, true)
    );
  }
`;

/** The whole module. */
export function writeParser(ast, facts, startRules) {
  const before = [codeOf(ast.topLevelInitializer), codeOf(ast.initializer)];
  const context = { facts, actions: [], open: new Set(), declared: declaredIn(before.join("\n")) };
  const rules = ast.rules
    .filter(({ name }) => startRules.includes(name) || !bodyOf(name, context).inline)
    .map((rule) => writeRule(rule, context));
  const starts = startRules.map((name) => `${name}: peg$parse${name}`).join(", ");
  return [
    "// Generated from the grammar by scripts/generate.mjs; not to be edited.",
    before[0],
    "export function parse(input, options) {",
    "  let peg$currPos = 0;",
    before[1],
    helpers,
    ...context.actions,
    ...rules,
    `  const result = { ${starts} }[options.startRule]();`,
    `  return peg$currPos === input.length ? result : undefined;`,
    "}",
    "",
  ].join("\n");
}

/** Peggy gives one initializer by itself, and those of several files as a list. */
function codeOf(initializers) {
  return [initializers ?? []]
    .flat()
    .map(({ code }) => code)
    .join("\n");
}

/** The names of functions and variables outside all braces. */
function declaredIn(code) {
  let outside = code;
  for (let before = ""; before !== outside; ) {
    before = outside;
    outside = outside.replaceAll(/\{[^{}]*\}/g, "");
  }
  return new Set(Array.from(outside.matchAll(/\b(?:function|let|const)\s+(\w+)/g), (match) => match[1]));
}
