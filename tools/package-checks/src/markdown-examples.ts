/** A fenced `ts` block of a Markdown text. */
export interface Example {
  readonly code: string;
  /** The line in the Markdown text on which the code starts, from 1. */
  readonly line: number;
  /** What it says it prints: the texts of its `// → …` comments, one line each. */
  readonly prints: readonly string[];
}

const fence = /^```ts\n(?<code>.*?)^```$/gms;
const printed = /\/\/ → ?(.*)$/;

/** Every example of a Markdown text, in order. Blocks in other languages, or with more after `ts`, are no examples. */
export function markdownExamples(markdown: string): readonly Example[] {
  return Array.from(markdown.matchAll(fence), ({ index, groups }) => {
    const code = groups?.["code"] ?? "";
    const prints = code.split("\n").flatMap((line) => printed.exec(line)?.[1] ?? []);
    return { code, line: markdown.slice(0, index).split("\n").length + 1, prints };
  });
}
