export { type FormatOptions, formatPolicies } from "./format-policies.ts";
