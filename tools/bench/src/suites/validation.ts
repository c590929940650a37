import { validate as referenceValidate } from "@cedar-policy/cedar-wasm/nodejs";
import { unwrap } from "@deodar/diagnostics";
import { parseSchema } from "@deodar/schema";
import { parsePolicies } from "@deodar/syntax";
import { validate } from "@deodar/validator";
import { generatedSchema, generatedText } from "../workloads/policy-texts.ts";
import { tinyTodo } from "../workloads/tiny-todo.ts";
import { compare, type Promised, type Suite } from "./suite.ts";

/** How many errors there are, from texts. */
function ours(policies: string, schema: string): number {
  const parsed = unwrap(parsePolicies(policies)).policies.map((policy, index) => ({ id: `policy${index}`, policy }));
  return validate(parsed, unwrap(parseSchema(schema))).errors.length;
}

function theirs(policies: string, schema: string): number {
  const answer = referenceValidate({
    schema,
    policies: { staticPolicies: policies },
    validationSettings: { mode: "strict" },
  });
  if (answer.type === "failure") throw new Error(answer.errors[0]?.message);
  return answer.validationErrors.length;
}

/** What is validated, with a process for each. */
const cases: Readonly<Record<string, (quick: boolean) => Case>> = {
  few: () => {
    const { policies, schema } = tinyTodo(1, 0);
    return { name: "validate 4 policies", policies, schema, promised: { floor: 3, aim: 6 }, turn: 20 };
  },
  many: (quick) => {
    const count = quick ? 1000 : 10_000;
    const name = `validate ${count.toLocaleString("en-US")} policies`;
    const promised = { floor: 2, aim: 6 };
    return { name, policies: generatedText(count), schema: generatedSchema, promised, turn: 300 };
  },
  // The making of diagnostics is measured, too.
  wrong: () => {
    const name = "validate 200 policies, a fifth of them wrong";
    return { name, policies: wrong(200), schema: generatedSchema, promised: undefined, turn: 20 };
  },
};

interface Case {
  readonly name: string;
  readonly policies: string;
  readonly schema: string;
  readonly promised: Promised | undefined;
  /** Milliseconds for one turn. */
  readonly turn: number;
}

/** Validation from texts to diagnostics, against the reference. */
export const validation: Suite = {
  name: "validation",
  about: "validate policies with a schema, both from texts",
  parts: Object.keys(cases),
  run: async (options) => {
    for (const [part, make] of Object.entries(cases)) {
      if (part !== (options.part ?? part)) continue;
      const { name, policies, schema, promised, turn } = make(options.quick);
      if (ours(policies, schema) !== theirs(policies, schema)) throw new Error(`${name}: not the same errors`);
      await compare(validation.name, options, {
        name,
        ours: repeat("Deodar", () => ours(policies, schema)),
        others: [
          { ...repeat("cedar-wasm", () => theirs(policies, schema)), ...(promised === undefined ? {} : { promised }) },
        ],
        turn,
      });
    }
  },
};

function repeat(name: string, once: () => number) {
  return {
    name,
    run: (count: number) => {
      let sum = 0;
      for (let done = 0; done < count; done += 1) sum += once() + 1;
      return sum;
    },
  };
}

const wrong = (count: number): string => generatedText(count).replaceAll("classification <= 4", "clasification <= 4");
