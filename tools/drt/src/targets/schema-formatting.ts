import { formatSchema } from "@deodar/formatter/schema";
import { stringifyJson } from "@deodar/json";
import {
  parseSchemaFragment,
  printSchemaFragment,
  schemaFragmentFromJsonValue,
  schemaFragmentToJson,
} from "@deodar/schema";
import { type Choices, drawSchema, layOutAnyhow, mutateText, tokensOf } from "@deodar/testing";
import { Checks, thrownBy } from "../checks.ts";
import { drawSchemaTokens } from "../draw-schema-text.ts";
import type { CaseResult, Target } from "../target.ts";

/** The formatter of schemas: the same schema, every comment kept, settled, and one layout however it was laid out before. */
export const schemaFormatting: Target = {
  name: "schema formatting",
  share: 1,
  referenceEvery: Number.MAX_SAFE_INTEGER,
  run(choices): CaseResult {
    const given: string[] = [];
    const checks = new Checks(() => new Map(given.map((text, index) => [`schema-${index}.cedarschema`, text])));
    choices.list(1, 5, () => {
      checks.next();
      const text = drawText(choices);
      given.push(text);
      checkText(choices, checks, text);
    });
    if (choices.chance(5)) checkOptions(choices, checks);
    return checks.result();
  },
};

function drawText(choices: Choices): string {
  const text = choices.chance(70) ? joined(drawSchemaTokens(choices)) : printed(choices);
  const laidOut = layOutAnyhow(choices, text, choices.pick([0, 3, 15, 40]));
  return choices.chance(10) ? mutateText(choices, laidOut) : laidOut;
}

function printed(choices: Choices): string {
  const fragment = schemaFragmentFromJsonValue(drawSchema(choices));
  const text = fragment.ok ? printSchemaFragment(fragment.value) : fragment;
  return text.ok ? text.value : "";
}

/** With blanks only where words would grow together without, or everywhere. */
function joined(tokens: readonly string[]): string {
  return tokens.join(" ");
}

function checkText(choices: Choices, checks: Checks, text: string): void {
  const options = { lineWidth: choices.pick([80, 40, 120, 20, 0]), indentWidth: choices.pick([2, 4, 0, 1]) };
  const isPlain = options.lineWidth === 80 && options.indentWidth === 2;
  const formatted = isPlain ? formatSchema(text) : formatSchema(text, options);
  const parsed = parseSchemaFragment(text);
  if (!formatted.ok || !parsed.ok) {
    const errors = formatted.ok ? "formatted" : JSON.stringify(formatted.errors);
    checks.equal("refused", errors, parsed.ok ? "parsed" : JSON.stringify(parsed.errors));
    return;
  }
  const after = formatted.value;
  checks.equal("the schema", meaningOf(after), meaningOf(text));
  checks.equal("the comments", commentsIn(after).join("\n"), commentsIn(text).join("\n"));
  checks.equal("the tokens", codeIn(after).join(" "), codeIn(text).join(" "));
  const again = formatSchema(after, options);
  checks.equal("settled", again.ok ? again.value : "refused", after);
  // Without comments and blank lines, there is one layout only.
  const code = tokensOf(text).filter((token) => !/^[\s\u0085]*$/.test(token) && !token.startsWith("//"));
  const [one, other] = [" ", "\n"].map((blank) => formatSchema(code.join(blank), options));
  if (one?.ok !== true || other?.ok !== true) checks.equal("the same without comments", "refused", "formatted");
  else {
    checks.equal("one layout", one.value, other.value);
    checks.equal("the shape", faultOfShape(one.value, options.indentWidth), undefined);
  }
}

function meaningOf(text: string): string {
  const fragment = parseSchemaFragment(text);
  return fragment.ok ? stringifyJson(schemaFragmentToJson(fragment.value)) : "refused";
}

/** The comments of a text, without blanks around them. */
function commentsIn(text: string): readonly string[] {
  return tokensOf(text)
    .filter((token) => token.startsWith("//"))
    .map((comment) => comment.replaceAll(/^[\s\u0085]+|[\s\u0085]+$/g, ""));
}

/** All tokens that mean something, and no comma before a closing brace. */
function codeIn(text: string): readonly string[] {
  const code = tokensOf(text).filter((token) => !/^[\s\u0085]*$/.test(token) && !token.startsWith("//"));
  return code.filter((token, index) => token !== "," || code[index + 1] !== "}");
}

/** What of a formatted text without comments does not look like one; `undefined` if all does. */
function faultOfShape(text: string, indentWidth: number): string | undefined {
  if (text === "") return undefined;
  if (!text.endsWith("\n") || text.endsWith("\n\n") || text.startsWith("\n")) return "blank lines around";
  // What stands in quotes is nobody's layout.
  const code = tokensOf(text)
    .map((token) => (token.startsWith('"') ? "x" : token))
    .join("");
  if (/[ \t]\n/.test(code)) return "white space at the end of a line";
  if (code.includes("\n\n\n")) return "two blank lines";
  for (const line of code.split("\n")) {
    const [indent = ""] = /^ */.exec(line) ?? [];
    if (indentWidth === 0 ? indent !== "" : indent.length % indentWidth !== 0) return `odd indent: ${line}`;
    if (/[^ ] {2}/.test(line)) return `two blanks: ${line}`;
    if (/[([{<] |[^ ] [,;>?]/.test(line.replaceAll(/[{}] | [{}]/g, ""))) return `odd blank: ${line}`;
  }
  return undefined;
}

function checkOptions(choices: Choices, checks: Checks): void {
  checks.next();
  const wrong = choices.pick([-1, 1.5, NaN, Infinity, 2 ** 53]);
  for (const name of ["lineWidth", "indentWidth"]) {
    checks.equal(
      "options",
      thrownBy(() => formatSchema("", { [name]: wrong })),
      `RangeError: ${name} must be a whole number from 0, but is ${wrong}`,
    );
  }
}
