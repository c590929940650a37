import { isJsonArray, isJsonObject, type JsonValue, locate, parseJson, stringifyJson } from "@deodar/json";
import type { Choices } from "@deodar/testing";

/** What is wrong with where a value is said to stand in a text of JSON, or in one that is none; `undefined` if nothing is. */
export function faultOfPlace(choices: Choices, text: string): string | undefined {
  const parsed = parseJson(text);
  const path: (string | number)[] = [];
  let at: JsonValue | undefined = parsed.ok ? parsed.value : undefined;
  for (let steps = choices.below(5); steps > 0; steps--) {
    const keys = at === undefined ? [] : isJsonArray(at) ? [...at.keys()] : isJsonObject(at) ? Object.keys(at) : [];
    const isWrong = keys.length === 0 || choices.chance(15);
    const key = isWrong
      ? choices.pick<string | number>(["a", 0, 1, 30, "", "uid", "\\"])
      : choices.pick<string | number>(keys);
    path.push(key);
    at = at === undefined ? undefined : partOf(at, key);
  }
  const place = locate(text, path);
  const words = `${JSON.stringify(path)} of ${text}: ${JSON.stringify(place)}`;
  if (place !== undefined && !(place.start >= 0 && place.start < place.end && place.end <= text.length)) return words;
  // Of what is no JSON, nothing more can be said.
  if (!parsed.ok) return undefined;
  if (place === undefined) return at === undefined ? undefined : words;
  const here = parseJson(text.slice(place.start, place.end));
  const isSame = here.ok && at !== undefined && stringifyJson(here.value) === stringifyJson(at);
  return isSame ? undefined : words;
}

function partOf(json: JsonValue, key: string | number): JsonValue | undefined {
  if (isJsonArray(json)) return typeof key === "number" ? json[key] : undefined;
  return isJsonObject(json) && typeof key === "string" && Object.hasOwn(json, key) ? json[key] : undefined;
}
