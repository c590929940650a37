import { type Diagnostic, failure, type Result, success } from "@deodar/diagnostics";
import { isWellFormed, locate } from "@deodar/json";
import { type EntitiesCode, entitiesError } from "../entities/catalogue.ts";

/** What the messages say of the place that is read. */
export interface Place {
  /** Stands before every message. */
  readonly prefix: string;
  /** For example ``in attribute `name` on `User::"a"` ``. */
  where(): string;
  /** Stands before the messages of extension functions, for example ``failed to evaluate attribute `name` of …: ``. */
  evaluating(): string;
}

/** Beyond this many errors no more are gathered: whoever mends the first ones sees the others next time. */
const maxErrors = 20;

/** Where a reader of JSON is, and the errors it has found. */
export class Cursor {
  readonly errors: Diagnostic[] = [];
  readonly path: (string | number)[] = [];
  place: Place;
  /** Whether strings were checked by the JSON parser, which refuses lone surrogates. */
  readonly wellFormed: boolean;

  constructor(place: Place, wellFormed: boolean) {
    this.place = place;
    this.wellFormed = wellFormed;
  }

  /** Whether so many errors were found that reading should end. */
  get full(): boolean {
    return this.errors.length >= maxErrors;
  }

  /** Notes an error here; gives `undefined`, which is what readers give for a value that they refuse. */
  fail(code: EntitiesCode, words: { readonly [word: string]: string } = {}, help?: string): undefined {
    const { prefix } = this.place;
    const spoken = { prefix, place: this.place.where(), evaluating: this.place.evaluating(), ...words };
    this.errors.push(entitiesError(code, spoken, [...this.path], help));
    return undefined;
  }

  /** Reads what stands at this key or index, and comes back here, whatever happens. */
  at<T>(step: string | number, read: () => T): T {
    const depth = this.path.length;
    this.path.push(step);
    const result = read();
    // Setting the length costs more than taking off the one step that there is, as a rule.
    while (this.path.length > depth) this.path.pop();
    return result;
  }

  /** Whether a text is fit for Cedar, that is whole characters; notes the error if it is not. */
  isText(text: string): boolean {
    if (this.wellFormed || isWellFormed(text)) return true;
    this.fail("entities/lone-surrogate");
    return false;
  }

  /** The value, unless there are errors; these get their places in the text that was read, if it was one. */
  finish<T>(value: T | undefined, text: string | undefined): Result<T> {
    if (this.errors.length === 0 && value !== undefined) return success(value);
    return failure(this.errors.map((error) => located(error, text)));
  }
}

/** The error with a label for its path, where the text is known. */
export function located(error: Diagnostic, text: string | undefined): Diagnostic {
  const span = text === undefined || error.path === undefined ? undefined : locate(text, error.path);
  return span === undefined ? error : { ...error, labels: [span] };
}
