import { isTrue } from "./facts.mjs";
import { peek } from "./write-characters.mjs";

const position = "peg$currPos";

/** Rules of at most this many parts, without labels, are written out where they are used. */
const mostInlined = 4;

/**
 * How a rule is used: its body without the display name, and whether that is small enough to be written out in place.
 */
export function bodyOf(name, context) {
  const { expression } = context.facts.rule(name);
  const body = expression.type === "named" ? expression.expression : expression;
  return { body, inline: partsOfRule(name, context) <= mostInlined };
}

/** Rules that lead back to themselves are never small. */
function partsOfRule(name, context) {
  context.open.add(name);
  const parts = partsOf(context.facts.rule(name).expression, context);
  context.open.delete(name);
  return parts;
}

/** The number of parts of what can be an expression of its own; infinite for anything else. */
function partsOf(node, context) {
  switch (node.type) {
    case "semantic_and":
    case "literal":
      return 1;
    case "action":
      return partsOf(node.expression, context) + 1;
    case "rule_ref":
      return context.open.has(node.name) ? Number.POSITIVE_INFINITY : partsOfRule(node.name, context);
    case "group":
    case "named":
      return partsOf(node.expression, context);
    case "sequence":
      return node.elements.reduce((sum, element) => sum + partsOf(element, context), 0);
    default:
      return Number.POSITIVE_INFINITY;
  }
}

/** The function of a rule: gives the match, or `undefined` with the place anywhere. */
export function writeRule(rule, context) {
  const scope = new Scope(context);
  const lines = scope.result(bodyOf(rule.name, context).body, "return;");
  const variables = [...scope.variables];
  return [
    `  function peg$parse${rule.name}() {`,
    ...(variables.length === 0 ? [] : [`    let ${variables.join(", ")};`]),
    ...lines.map((line) => `    ${line}`),
    "  }\n",
  ].join("\n");
}

/**
 * One function. Matching is written as a condition wherever that is possible; lists need loops, so they and what is
 * around them are written as statements.
 */
class Scope {
  variables = new Set();
  #context;
  #facts;
  #count = 0;

  constructor(context) {
    this.#context = context;
    this.#facts = context.facts;
  }

  /** Statements that return the match; `fail` is what to do if there is none. */
  result(node, fail) {
    if (node.type === "choice") {
      const all = node.alternatives;
      const needsPlace = all.slice(0, -1).some((each) => !this.#facts.keepsPlace(each));
      const place = needsPlace ? this.#variable("s") : undefined;
      const lines = needsPlace ? [`${place} = ${position};`] : [];
      for (const each of all.slice(0, -1)) {
        lines.push(...this.#attempt(each));
        if (!this.#facts.keepsPlace(each)) lines.push(`${position} = ${place};`);
      }
      return [...lines, ...this.result(all.at(-1), fail)];
    }
    if (node.type === "action") {
      const start = this.#startOf(node);
      const lines = [
        ...(start.before === "" ? [] : [`${start.before};`]),
        ...this.#statements(node.expression, undefined, fail),
      ];
      const code = start.replace(node.code.trim());
      return [...lines, endsInReturn(code) ? code : `return ${this.#called(code)};`];
    }
    if (node.type === "rule_ref" && !bodyOf(node.name, this.#context).inline && fail.startsWith("return")) {
      return [`return peg$parse${node.name}();`];
    }
    const out = this.#variable("r");
    return [...this.#statements(node, out, fail), `return ${out};`];
  }

  /** Statements that return the match if there is one. */
  #attempt(node) {
    const isAction = node.type === "action" && !/\boffset\(\)/.test(node.code);
    const out = isAction ? undefined : this.#variable("r");
    const test = this.#test(isAction ? node.expression : node, out);
    if (test !== undefined) {
      const value = isAction ? this.#called(node.code.trim()) : out;
      return test === "true" ? [`return ${value};`] : [`if (${test}) return ${value};`];
    }
    const label = this.#name("l");
    return [`${label}: {`, ...this.result(node, `break ${label};`), "}"];
  }

  /** Statements that match and set `out`, or else do `fail`. */
  #statements(node, out, fail) {
    const test = this.#test(node, out);
    if (test !== undefined) {
      if (test === "true") return [];
      return this.#facts.canFail(node) ? [`if (!(${test})) ${fail}`] : [`${test};`];
    }
    switch (node.type) {
      case "group":
        return this.#statements(node.expression, out, fail);
      case "labeled":
        return this.#statements(node.expression, this.#label(node) ?? out, fail);
      case "sequence":
        return this.#sequence(node, out, fail);
      case "choice": {
        const done = this.#name("l");
        const place = this.#variable("s");
        const lines = [`${done}: {`, `${place} = ${position};`];
        for (const each of node.alternatives) {
          const next = this.#name("l");
          lines.push(`${next}: {`, ...this.#statements(each, out, `break ${next};`), `break ${done};`, "}");
          if (!this.#facts.keepsPlace(each)) lines.push(`${position} = ${place};`);
        }
        return [...lines, fail, "}"];
      }
      case "optional":
        return this.#optional(node.expression, out);
      case "zero_or_more":
        return [...(out === undefined ? [] : [`${out} = [];`]), ...this.#loop(node.expression, out)];
      case "one_or_more": {
        if (out !== undefined)
          return [`${out} = [];`, ...this.#loop(node.expression, out), `if (${out}.length === 0) ${fail}`];
        const start = this.#variable("s");
        return [
          `${start} = ${position};`,
          ...this.#loop(node.expression, out),
          `if (${start} === ${position}) ${fail}`,
        ];
      }
      case "repeated": {
        const least = node.min?.value ?? 0;
        if (least > 1 || (node.max?.value ?? null) !== null)
          throw new Error("A parser cannot be written for such counts");
        const list = out ?? this.#variable("r");
        return [
          `${list} = [];`,
          ...this.#loop(node.expression, list, { separator: node.delimiter ?? undefined }),
          ...(least === 0 ? [] : [`if (${list}.length === 0) ${fail}`]),
        ];
      }
      case "text": {
        const start = this.#variable("s");
        return [
          `${start} = ${position};`,
          ...this.#statements(node.expression, undefined, fail),
          ...(out === undefined ? [] : [`${out} = input.substring(${start}, ${position});`]),
        ];
      }
      case "action": {
        const start = this.#startOf(node);
        const lines = [
          ...(start.before === "" ? [] : [`${start.before};`]),
          ...this.#statements(node.expression, undefined, fail),
        ];
        return [...lines, `${out === undefined ? "" : `${out} = `}${this.#called(start.replace(node.code.trim()))};`];
      }
      default:
        throw new Error(`A parser cannot be written for: ${node.type}`);
    }
  }

  /** What is a condition by itself becomes part of one long condition. */
  #sequence(node, out, fail) {
    const { targets, after } = this.#targets(node, out);
    const lines = [];
    let tests = [];
    const flush = () => {
      if (tests.length > 0) lines.push(`if (!(${and(...tests)})) ${fail}`);
      tests = [];
    };
    node.elements.forEach((element, index) => {
      const test = this.#test(element, targets[index]);
      if (test === undefined) {
        flush();
        lines.push(...this.#statements(element, targets[index], fail));
      } else if (test !== "true") tests.push(test);
    });
    flush();
    return [...lines, ...(after === undefined ? [] : [`${out} = ${after};`])];
  }

  /** A list of which no element need be there is `null` until it has one. */
  #optional(given, out) {
    const node = given.type === "group" ? given.expression : given;
    if (node.type === "one_or_more" && out !== undefined)
      return [`${out} = null;`, ...this.#loop(node.expression, out, { lazy: true })];
    const [done, none] = [this.#name("l"), this.#name("l")];
    const place = this.#variable("s");
    return [
      `${place} = ${position};`,
      `${done}: {`,
      `${none}: {`,
      ...this.#statements(node, out, `break ${none};`),
      `break ${done};`,
      "}",
      `${position} = ${place};`,
      ...(out === undefined ? [] : [`${out} = null;`]),
      "}",
    ];
  }

  /** Matches as often as it can; `lazy` makes the list only when it has something in it. */
  #loop(node, list, { lazy = false, separator } = {}) {
    const label = this.#name("l");
    const clean = this.#facts.keepsPlace(node) && separator === undefined;
    const place = clean ? undefined : this.#variable("s");
    const item = list === undefined ? undefined : this.#variable("v");
    const stop = clean ? `break ${label};` : `{ ${position} = ${place}; break ${label}; }`;
    const add = lazy
      ? `if (${list} === null) ${list} = [${item}]; else ${list}.push(${item});`
      : `${list}.push(${item});`;
    const before = separator === undefined ? undefined : this.#test(separator, undefined);
    return [
      `${label}: for (;;) {`,
      ...(clean ? [] : [`${place} = ${position};`]),
      ...(before === undefined ? [] : [`if (${list}.length > 0 && !(${before})) ${stop}`]),
      ...this.#statements(node, item, stop),
      ...(list === undefined ? [] : [add]),
      "}",
    ];
  }

  /** A condition that matches and sets `out`, `undefined` if that takes a loop. */
  #test(node, out) {
    const set = (value) => (out === undefined ? [] : [`(${out} = ${value}, true)`]);
    switch (node.type) {
      case "literal":
        return and(...eat(node), ...set(JSON.stringify(node.value)));
      case "class":
      case "any":
        return and(
          peek(node),
          ...(out === undefined ? [`++${position} > 0`] : [`(${out} = input.charAt(${position}++), true)`]),
        );
      case "semantic_and":
        return isTrue(node) ? "true" : this.#code(node);
      case "semantic_not":
        return `!(${this.#code(node)})`;
      case "simple_and":
      case "simple_not":
        return this.#look(node);
      case "group":
        return this.#test(node.expression, out);
      case "labeled":
        return this.#test(node.expression, this.#label(node) ?? out);
      case "rule_ref": {
        const { body, inline } = bodyOf(node.name, this.#context);
        if (inline) return this.#test(body, out);
        const call = out === undefined ? `peg$parse${node.name}()` : `(${out} = peg$parse${node.name}())`;
        return this.#facts.canFail(node) ? call : `(${call}, true)`;
      }
      case "sequence": {
        const { targets, after } = this.#targets(node, out);
        return and(
          ...node.elements.map((each, index) => this.#test(each, targets[index])),
          ...(after === undefined ? [] : set(after)),
        );
      }
      case "choice":
        return this.#oneOf(node.alternatives, out);
      case "optional": {
        const test = this.#test(node.expression, out);
        if (test === undefined) return undefined;
        const otherwise = out === undefined ? "true" : `(${out} = null, true)`;
        if (this.#facts.keepsPlace(node.expression)) return `(${test} || ${otherwise})`;
        const place = this.#variable("s");
        return `(${place} = ${position}, ${test} || (${position} = ${place}, ${otherwise}))`;
      }
      case "text": {
        const test = this.#test(node.expression, undefined);
        if (test === undefined || out === undefined) return test;
        const start = this.#variable("s");
        return `(${start} = ${position}, ${and(test, ...set(`input.substring(${start}, ${position})`))})`;
      }
      case "action": {
        const test = this.#test(node.expression, undefined);
        if (test === undefined) return undefined;
        const start = this.#startOf(node);
        const value = this.#called(start.replace(node.code.trim()));
        const matched = and(test, ...(out === undefined ? [`(${value}, true)`] : set(value)));
        return start.before === "" ? matched : `(${start.before}, ${matched})`;
      }
      default:
        return undefined;
    }
  }

  #oneOf(alternatives, out) {
    const tests = alternatives.map((each) => this.#test(each, out));
    if (tests.includes(undefined)) return undefined;
    const clean = alternatives.map((each) => this.#facts.keepsPlace(each));
    if (clean.slice(0, -1).every(Boolean)) return `(${tests.join(" || ")})`;
    const place = this.#variable("s");
    const again = tests.map((test, index) =>
      index === 0 || clean[index - 1] ? test : `(${position} = ${place}, ${test})`,
    );
    return `(${place} = ${position}, ${again.join(" || ")})`;
  }

  /** A look ahead, which never moves. */
  #look(node) {
    const no = node.type === "simple_not" ? "!" : "";
    const inner = node.expression;
    if (inner.type === "class" || inner.type === "any") return `${no}(${peek(inner)})`;
    if (inner.type === "literal" && inner.value.length > 0)
      return `${no}input.startsWith(${JSON.stringify(inner.value)}, ${position})`;
    const test = this.#test(inner, undefined);
    if (test === undefined) throw new Error("A parser cannot be written for a list in a look ahead");
    const place = this.#variable("s");
    const seen = this.#variable("t");
    return `(${place} = ${position}, ${seen} = ${test}, ${position} = ${place}, ${no}${seen})`;
  }

  /** The variables that the parts of a sequence set, and the list to make of them if the sequence is one. */
  #targets(node, out) {
    const picks = node.elements.filter(({ type, pick }) => type === "labeled" && pick);
    if (out === undefined) return { targets: [], after: undefined };
    if (picks.length === 1)
      return { targets: node.elements.map((each) => (each === picks[0] ? out : undefined)), after: undefined };
    const kept = picks.length === 0 ? node.elements : picks;
    const targets = node.elements.map((each) => (kept.includes(each) ? this.#variable("v") : undefined));
    return { targets, after: `[${targets.filter((each) => each !== undefined).join(", ")}]` };
  }

  #label({ label }) {
    if (label === null || label === undefined) return undefined;
    if (this.#context.declared.has(label))
      throw new Error(`The label ${label} hides a function or variable of the grammar`);
    this.variables.add(label);
    return label;
  }

  /** `offset()` is the place where the match of an action begins. */
  #startOf(node) {
    if (!/\boffset\(\)/.test(node.code)) return { before: "", replace: (code) => code };
    if (!this.#facts.moves(node.expression) || isTrue(node.expression))
      return { before: "", replace: (code) => code.replaceAll("offset()", position) };
    const start = this.#variable("s");
    return { before: `${start} = ${position}`, replace: (code) => code.replaceAll("offset()", start) };
  }

  #code(node) {
    const condition = this.#called(node.code.trim());
    return /\|\||\?/.test(condition) ? `(${condition})` : condition;
  }

  /** Code as an expression: what it returns, or else the call of a function with it. */
  #called(code) {
    const returned = /^return\s+([^;]*);$/s.exec(code)?.[1];
    if (returned !== undefined) return returned;
    const used = [...this.variables].filter((name) => new RegExp(`\\b${name}\\b`).test(code));
    const name = `peg$f${this.#context.actions.length}`;
    this.#context.actions.push(`  function ${name}(${used.join(", ")}) {\n    ${code}\n  }\n`);
    return `${name}(${used.join(", ")})`;
  }

  #name(letter) {
    return `peg$${letter}${this.#count++}`;
  }

  #variable(letter) {
    const name = this.#name(letter);
    this.variables.add(name);
    return name;
  }
}

/** Conditions as one, `undefined` if any is missing. */
function and(...tests) {
  if (tests.includes(undefined)) return undefined;
  const real = tests.filter((test) => test !== "true");
  // What only sets a variable is no condition for what follows.
  return (
    real.reduceRight((rest, test) => {
      const set = /^\((\w[\w$]* = [^()]*(?:\(\))?), true\)$/.exec(test)?.[1];
      if (rest === undefined) return test;
      return set === undefined ? `${test} && ${rest}` : `(${set}, ${rest})`;
    }, undefined) ?? "true"
  );
}

function endsInReturn(code) {
  return /(^|\n)\s*return\b[^{}]*(\{[^\n]*\})?[^{}]*;$/.test(code);
}

/** Conditions that take a text and move behind it. */
function eat({ value, ignoreCase }) {
  if (ignoreCase) throw new Error("A parser cannot be written for texts in either case");
  if (value.length === 0) return [];
  if (value.length === 1) return [`peg$eat(${value.charCodeAt(0)})`];
  if (value.length === 2) return [`peg$eatTwo(${value.charCodeAt(0)}, ${value.charCodeAt(1)})`];
  return [`peg$eatText(${value.charCodeAt(0)}, ${JSON.stringify(value)})`];
}
