import { ByteOffsets, type Diagnostic } from "@deodar/diagnostics";
import { parsePolicies } from "@deodar/syntax";
import type { ParseError, ParseVerdict } from "./oracle.ts";

/** What our parser says of a policy text, in the reference's terms: offsets are UTF-8 bytes. */
export function ourVerdict(text: string): ParseVerdict {
  const result = parsePolicies(text);
  if (result.ok) return [];
  const offsets = new ByteOffsets(text);
  return result.errors.flatMap((error) => flatten(error, offsets));
}

function flatten(error: Diagnostic, offsets: ByteOffsets): ParseError[] {
  const [place] = error.labels;
  const own: ParseError = {
    message: error.message,
    help: error.help ?? null,
    start: place === undefined ? null : offsets.toBytes(place.start),
    end: place === undefined ? null : offsets.toBytes(place.end),
    label: place?.text ?? null,
  };
  return [own, ...error.related.flatMap((related) => flatten(related, offsets))];
}
