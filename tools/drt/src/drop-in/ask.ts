import * as engine from "@deodar/cedar-wasm";
import { canonicalPolicyJson } from "../canonical-json.ts";
import type { Api } from "../guidance/vector.ts";
import { isCrash, type Reference } from "../reference.ts";

/** A call of a function of the drop-in, which is one of the reference's, too. */
export interface Ask {
  /** The name of the function. */
  readonly call: string;
  readonly input: readonly unknown[];
  /** Calls that have to be made before, such as preparsing. Where one fails, its answer is the answer. */
  readonly before?: readonly Ask[];
}

/**
 * An answer without what is left of links: the reference leaves their slots as they are. How what is left is spelt, the
 * target for partial decisions looks at.
 */
export function comparable(ask: Ask, answer: unknown): unknown {
  const { response } = answer as { readonly response?: { readonly residuals?: Record<string, unknown> } };
  if (response?.residuals === undefined) return answer;
  const [call] = ask.input as readonly [
    { readonly policies: { readonly templateLinks?: readonly { newId: string }[] } },
  ];
  const links = new Set(call.policies.templateLinks?.map(({ newId }) => newId));
  const own = Object.entries(response.residuals).filter(([id]) => !links.has(id));
  const residuals = own.map(([id, residual]): [string, unknown] => [id, JSON.parse(canonicalPolicyJson(residual))]);
  return { ...(answer as object), response: { ...response, residuals: Object.fromEntries(residuals) } };
}

/** What is answered to a malformed call: the words are each library's own. */
export const thrown = "throws";

/** What the engine's drop-in answers, in the form of JSON. */
export function ourAnswer(ask: Ask): unknown {
  try {
    return asJson(answerBy(engine as unknown as Api, ask));
  } catch (error) {
    // Only what is said of the call itself; anything else is a fault.
    if (error instanceof Error && error.constructor === Error) return thrown;
    throw error;
  }
}

/** What the reference answers, in the form of JSON; `undefined` if it died of the question. */
export function theirAnswer(reference: Reference, ask: Ask): unknown {
  const deaths = reference.crashes;
  const answer = reference.ask((api) => ({ given: answerBy(api as unknown as Api, ask) }));
  if (!isCrash(answer)) return asJson(answer.given);
  return reference.crashes > deaths ? undefined : thrown;
}

function answerBy(api: Api, { call, input, before = [] }: Ask): unknown {
  for (const each of before) {
    const answer = answerBy(api, each);
    if ((answer as { readonly type?: string } | undefined)?.type === "failure") return answer;
  }
  return api[call]?.(...input);
}

/** As JSON has it, with integers rounded as the reference's are. */
function asJson(answer: unknown): unknown {
  const text = JSON.stringify(answer, (_, part: unknown) => (typeof part === "bigint" ? Number(part) : part));
  return JSON.parse(text) as unknown;
}
