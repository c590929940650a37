import {
  checkParsePolicySet,
  formatPolicies as referenceFormat,
  policyToJson as referenceToJson,
} from "@cedar-policy/cedar-wasm/nodejs";
import { unwrap } from "@deodar/diagnostics";
import { formatPolicies } from "@deodar/formatter";
import { parsePolicies, parsePolicy } from "@deodar/syntax";
import { policyToJson } from "@deodar/syntax/json";
import type { Side } from "../measure/rounds.ts";
import { generatedText, mixedText, onePolicy } from "../workloads/policy-texts.ts";
import { tinyTodo } from "../workloads/tiny-todo.ts";
import { compare, type Suite, type SuiteOptions } from "./suite.ts";

/** A side that does the same thing again and again; the thing gives a number that depends on its result. */
const repeated = (name: string, once: () => number): Side => ({
  name,
  run: (count) => {
    let sum = 0;
    for (let done = 0; done < count; done += 1) sum += once();
    return sum;
  },
});

/** What is measured together, in a process for each: programs read large texts or small ones. */
const parts: Readonly<Record<string, (options: SuiteOptions) => Promise<void>>> = {
  "large texts": async (options) => {
    await parsing(options, "parse, generated text", generatedText(options.quick ? 1000 : 10_000));
    await parsing(options, "parse, mixed text", mixedText(options.quick ? 50_000 : 500_000));
  },
  "one policy": async (options) => {
    mustBeTaken(onePolicy);
    await compare(texts.name, options, {
      name: "parse one policy",
      ours: repeated("Deodar", () => unwrap(parsePolicy(onePolicy)).span?.end ?? 0),
      others: [{ ...repeated("cedar-wasm", () => checked(onePolicy)), promised: { floor: 8, aim: 50 } }],
    });
    const toJson = (): unknown => policyToJson(unwrap(parsePolicy(onePolicy)));
    const reference = referenceToJson(onePolicy);
    if (reference.type !== "success" || !sameJson(reference.json, toJson())) {
      throw new Error("the two forms of one policy in JSON differ");
    }
    await compare(texts.name, options, {
      name: "policy to JSON, from text",
      ours: repeated("Deodar", () => (toJson() === undefined ? 0 : 1)),
      others: [
        {
          ...repeated("cedar-wasm", () => (referenceToJson(onePolicy).type === "success" ? 1 : 0)),
          promised: { floor: 8, aim: 50 },
        },
      ],
    });
  },
  layout: async (options) => {
    await formatting(options, "format 4 policies", tinyTodo(1, 0).policies);
    await formatting(options, "format 500 policies", generatedText(options.quick ? 100 : 500));
  },
};

/** Reading, converting and laying out policy texts, against the reference. */
export const texts: Suite = {
  name: "texts",
  about: "policy texts: parse, convert to JSON, format",
  parts: Object.keys(parts),
  run: async (options) => {
    for (const [name, measure] of Object.entries(parts)) if (name === (options.part ?? name)) await measure(options);
  },
};

async function parsing(options: SuiteOptions, name: string, text: string): Promise<void> {
  mustBeTaken(text);
  await compare(texts.name, options, {
    name: `${name}, ${(text.length / 1e6).toFixed(2)} MB`,
    ours: repeated("Deodar", () => unwrap(parsePolicies(text)).policies.length),
    others: [{ ...repeated("cedar-wasm", () => checked(text)), promised: { floor: 1.2, aim: 2 } }],
    turn: 300,
  });
}

/** Both must take the text, else one of them would have less to do. */
function mustBeTaken(text: string): void {
  if (!parsePolicies(text).ok || checked(text) !== 1) throw new Error("a text is refused");
}

const checked = (text: string): number => (checkParsePolicySet({ staticPolicies: text }).type === "success" ? 1 : 0);

async function formatting(options: SuiteOptions, name: string, text: string): Promise<void> {
  const settings = { policyText: text, lineWidth: 80, indentWidth: 2 };
  const theirs = (): string => {
    const answer = referenceFormat(settings);
    if (answer.type !== "success") throw new Error("the reference cannot format");
    return answer.formatted_policy;
  };
  const ours = (): string => unwrap(formatPolicies(text, { lineWidth: 80, indentWidth: 2 }));
  if (theirs().trim() !== ours().trim()) throw new Error(`${name}: the layouts differ`);
  await compare(texts.name, options, {
    name,
    ours: repeated("Deodar", () => ours().length),
    others: [repeated("cedar-wasm", () => theirs().length)],
  });
}

/** Whether two JSON values are the same but for the order of keys. */
function sameJson(a: unknown, b: unknown): boolean {
  return JSON.stringify(sorted(a)) === JSON.stringify(sorted(b));
}

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== "object" || value === null) return value;
  const entries = Object.entries(value).map(([key, inner]) => [key, sorted(inner)] as const);
  return Object.fromEntries(entries.sort(([a], [b]) => (a < b ? -1 : 1)));
}
