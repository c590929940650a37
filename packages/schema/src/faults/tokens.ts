import { type TokenReader, tokenReader } from "@deodar/syntax/faults";

/** The words with a meaning of their own, parted by blanks; all of them are identifiers too. */
export const keywords: string =
  "namespace entity in type Set appliesTo principal action resource context attributes tags Long String Bool enum";

/** The first token of a schema text at or after an offset. */
export const readToken: TokenReader = tokenReader(keywords, ":: , ; : { } [ ] < > = ? @ ( )");
