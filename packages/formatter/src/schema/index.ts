export type { FormatOptions } from "../format-policies.ts";
export { formatSchema } from "./format-schema.ts";
