export type { JsonPath } from "./catalogue.ts";
export type { ConvertObject } from "./from-plain.ts";
export { fromPlain } from "./from-plain.ts";
export type { JsonFraction, JsonObject, JsonValue } from "./json-value.ts";
export {
  emptyJsonObject,
  isJsonArray,
  isJsonFraction,
  isJsonObject,
  jsonFraction,
  maxJsonDepth,
} from "./json-value.ts";
export { locate } from "./locate.ts";
export { parseJson } from "./parse.ts";
export { stringifyJson } from "./stringify.ts";
export { isWellFormed } from "./well-formed.ts";
