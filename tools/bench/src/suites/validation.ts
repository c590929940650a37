import { validate as referenceValidate } from "@cedar-policy/cedar-wasm/nodejs";
import { unwrap } from "@deodar/diagnostics";
import { parseSchema } from "@deodar/schema";
import { parsePolicies } from "@deodar/syntax";
import { validate } from "@deodar/validator";
import { generatedSchema, generatedText } from "../workloads/policy-texts.ts";
import { tinyTodo } from "../workloads/tiny-todo.ts";
import { compare, type Suite } from "./suite.ts";

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

/** Validation from texts to diagnostics, against the reference. */
export const validation: Suite = {
  name: "validation",
  about: "validate policies with a schema, both from texts",
  run: async (options) => {
    const { policies, schema } = tinyTodo(1, 0);
    const many = options.quick ? 1000 : 10_000;
    for (const [name, text, by, floor, turn] of [
      ["validate 4 policies", policies, schema, 3, 20],
      [`validate ${many.toLocaleString("en-US")} policies`, generatedText(many), generatedSchema, 2, 300],
      // Some are wrong, so that the making of diagnostics is measured, too.
      ["validate 200 policies, a fifth of them wrong", wrong(200), generatedSchema, undefined, 20],
    ] as const) {
      if (ours(text, by) !== theirs(text, by)) throw new Error(`${name}: not the same errors`);
      await compare(validation.name, options, {
        name,
        ours: repeat("Deodar", () => ours(text, by)),
        others: [
          {
            ...repeat("cedar-wasm", () => theirs(text, by)),
            ...(floor === undefined ? {} : { promised: { floor, aim: 6 } }),
          },
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
