import { type Crash, Reference } from "../reference.ts";
import type { Vector } from "./vector.ts";

type Api = Parameters<Parameters<Reference["ask"]>[0]>[0];

interface StatefulCall {
  readonly preparsedPolicySetId: string;
  readonly preparsedSchemaName?: string;
}

/** The reference, which notes everything that it is asked and answers. */
export class RecordingReference extends Reference {
  readonly #preparsed = new Map<string, unknown>();
  readonly #schemas = new Map<string, unknown>();
  #record: Vector[] = [];

  /** What was noted since the last time. */
  takeRecord(): readonly Vector[] {
    const record = this.#record;
    this.#record = [];
    return record;
  }

  override ask<T>(question: (api: Api) => T): T | Crash {
    return super.ask((api) => question(this.#listeningTo(api)));
  }

  #listeningTo(api: Api): Api {
    const call = (name: string, input: readonly unknown[]): unknown =>
      (api as unknown as Record<string, (...input: readonly unknown[]) => unknown>)[name]?.(...input);
    const note = (name: string, input: readonly unknown[], answer: unknown): void => {
      // As it is now, for answers may be changed later.
      this.#record.push(JSON.parse(JSON.stringify({ call: name, input, answer })) as Vector);
    };
    return new Proxy(api, {
      get:
        (_, name) =>
        (...input: readonly unknown[]): unknown => {
          const answer = call(String(name), input);
          if (name === "preparsePolicySet") this.#preparsed.set(String(input[0]), input[1]);
          else if (name === "preparseSchema") this.#schemas.set(String(input[0]), input[1]);
          else if (name === "statefulIsAuthorized") {
            // A vector says all, so the policies and the schema are put where they are asked about.
            const { preparsedPolicySetId, preparsedSchemaName, ...rest } = input[0] as StatefulCall;
            const schema = preparsedSchemaName === undefined ? {} : { schema: this.#schemas.get(preparsedSchemaName) };
            const whole = { ...rest, ...schema, policies: this.#preparsed.get(preparsedPolicySetId) };
            note("isAuthorized", [whole], call("isAuthorized", [whole]));
          } else note(String(name), input, answer);
          return answer;
        },
    });
  }
}
