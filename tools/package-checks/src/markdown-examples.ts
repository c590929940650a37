/** A fenced `ts` or `js` block of a Markdown text. */
export interface Example {
  readonly code: string;
  /** The line in the Markdown text on which the code starts, from 1. */
  readonly line: number;
  /**
   * The lines that it says it prints: the texts of its `// → …` comments or, when it has none, a `text` block that
   * follows with nothing but blank lines between.
   */
  readonly prints: readonly string[];
}

const fence = /^```(?:ts|js)\n(?<code>.*?)^```$(?:\n+```text\n(?<output>.*?)^```$)?/gms;
const comment = /\/\/ → ?(.*)$/;

/** Every example of a Markdown text, in order. Blocks in other languages, or with more after `ts`, are no examples. */
export function markdownExamples(markdown: string): readonly Example[] {
  return Array.from(markdown.matchAll(fence), ({ index, groups }) => {
    const code = groups?.["code"] ?? "";
    const comments = code.split("\n").flatMap((line) => comment.exec(line)?.[1] ?? []);
    const output = groups?.["output"]?.trimEnd().split("\n") ?? [];
    return {
      code,
      line: markdown.slice(0, index).split("\n").length + 1,
      prints: comments.length > 0 ? comments : output,
    };
  });
}
