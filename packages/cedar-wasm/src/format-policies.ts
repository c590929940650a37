import { describeJson } from "@deodar/core/json-reader";
import { formatPolicies as format } from "@deodar/formatter";
import { isJsonFraction } from "@deodar/json";
import { textError } from "./detailed-error.ts";
import { jsonOf } from "./input/json-of.ts";
import { reject } from "./input/reject.ts";
import { aString, type Check, readStructure } from "./input/shape.ts";
import type { FormattingAnswer, FormattingCall } from "./types/policies.ts";

/** A whole number of a type of Rust. */
const wholeNumber =
  (type: string, least: number, most: number): Check =>
  (json, path) => {
    if (typeof json === "number" && json >= least && json <= most) return;
    const kind = typeof json === "number" || typeof json === "bigint" || isJsonFraction(json) ? "value" : "type";
    reject(`invalid ${isJsonFraction(json) ? "type" : kind}: ${describeJson(json)}, expected ${type}`, path);
  };

const fields = [
  { name: "policyText", required: true, check: aString },
  { name: "lineWidth", required: false, check: wholeNumber("usize", 0, 2 ** 32 - 1) },
  { name: "indentWidth", required: false, check: wholeNumber("isize", -(2 ** 31), 2 ** 31 - 1) },
];

/**
 * Formats the text of a policy set; a negative indent counts as none.
 *
 * Throws if the argument has not the shape of a call.
 */
export function formatPolicies(call: FormattingCall): FormattingAnswer {
  const { policyText, lineWidth = 80, indentWidth = 2 } = readStructure(jsonOf(call), "FormattingCall", fields, []);
  const text = policyText as string;
  const formatted = format(text, { lineWidth: lineWidth as number, indentWidth: Math.max(0, indentWidth as number) });
  if (formatted.ok) return { type: "success", formatted_policy: formatted.value };
  return { type: "failure", errors: [textError(formatted.errors, text, "cannot parse input policies: ")] };
}
