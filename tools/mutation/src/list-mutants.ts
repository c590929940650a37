import { createInstrumenter } from "@stryker-mutator/instrumenter";
import { createInjector } from "typed-inject";
import type { Mutant } from "./mutant.ts";

const ignore = (): void => undefined;
const never = (): boolean => false;
const quiet = {
  isTraceEnabled: never,
  isDebugEnabled: never,
  isInfoEnabled: never,
  isWarnEnabled: never,
  isErrorEnabled: never,
  isFatalEnabled: never,
  trace: ignore,
  debug: ignore,
  info: ignore,
  warn: ignore,
  error: ignore,
  fatal: ignore,
};

/** Lists every single-point change of a source file that Stryker knows. */
export async function listMutants(area: string, file: string, text: string): Promise<readonly Mutant[]> {
  const instrumenter = createInjector()
    .provideValue("getLogger", () => quiet)
    .provideValue("logger", quiet)
    .injectFunction(createInstrumenter);
  const { mutants } = await instrumenter.instrument([{ name: file, mutate: true, content: text }], {
    ignorers: [],
    excludedMutations: [],
    plugins: null,
    noHeader: true,
  });
  const offset = offsets(text);
  return mutants.map(({ location, mutatorName, replacement }) => {
    const start = offset(location.start);
    const end = offset(location.end);
    return {
      area,
      file,
      place: location.start,
      start,
      end,
      mutator: mutatorName,
      original: text.slice(start, end),
      replacement,
    };
  });
}

function offsets(text: string): (place: Mutant["place"]) => number {
  const starts = [0];
  for (let at = text.indexOf("\n"); at >= 0; at = text.indexOf("\n", at + 1)) starts.push(at + 1);
  return ({ line, column }) => (starts[line] ?? text.length) + column;
}
