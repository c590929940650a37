/**
 * A regular expression that is made when it is first asked for; every call gives the same one.
 *
 * Engines look up the properties in a literal such as `/\p{Emoji}/u` when they read the module, used or not: that can take
 * longer than all else in it. The source is best given as `` String.raw`\p{Emoji}` ``. Throws a SyntaxError, when asked,
 * if it is no regular expression.
 */
export function lazyPattern(source: string, flags: string): () => RegExp {
  let pattern: RegExp | undefined;
  return () => {
    pattern ??= new RegExp(source, flags);
    return pattern;
  };
}
