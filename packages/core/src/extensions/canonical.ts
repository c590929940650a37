import type { ExtensionValue } from "../values/value.ts";
import type { ExtensionCall } from "./call.ts";
import { canonicalDatetime } from "./datetime.ts";
import { canonicalDecimal } from "./decimal.ts";
import { canonicalIp } from "./print-ip.ts";

/**
 * The standard call that gives this value, the same for all equal values; `value.source` is the call by which it was
 * made. Follows Cedar's reference, which uses it in partial evaluation.
 */
export function canonicalCall(value: ExtensionValue): ExtensionCall {
  switch (value.kind) {
    case "decimal":
      return { fn: "decimal", args: [canonicalDecimal(value)] };
    case "ip":
      return { fn: "ip", args: [canonicalIp(value)] };
    case "datetime":
      return canonicalDatetime(value);
    case "duration":
      return { fn: "duration", args: [`${value.milliseconds}ms`] };
  }
}
