// Writes the rules of an LL(1) table in few bytes: a line for each, with its name, the first letters of what stands
// before the name, and behind each `~` an alternative. Only the rules that code asks for keep their names.

/**
 * @param {string} text the table, as grammar/policy.ll1 has it
 * @param {readonly string[]} named the rules that keep their names
 * @returns {string}
 */
export function encodeTable(text, named) {
  const rules = text
    .replaceAll(/^\/\/.*\n/gm, "")
    .replaceAll(/\n\s+/g, " ")
    .split("\n")
    .filter((line) => line.trim() !== "")
    .map((line) => {
      const [head, ...body] = line.trim().split(/\s+/);
      const words = [head, ...body];
      const equals = words.indexOf("=");
      return { name: words[equals - 1], flags: words.slice(0, equals - 1), body: words.slice(equals + 1) };
    });
  const letters = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ";
  let count = 0;
  const short = new Map();
  for (const { name } of rules) {
    const at = named.includes(name) ? -1 : count++;
    short.set(name, at < 0 ? name : at < letters.length ? letters[at] : String(at - letters.length));
  }
  const encode = (symbol) => {
    if (symbol.startsWith('"')) return symbol.slice(1, -1);
    const [mark, name] = symbol.startsWith("!") ? ["!", symbol.slice(1)] : ["", symbol];
    if (!short.has(name) && (mark !== "" || name !== name.toUpperCase())) throw new Error(`There is no rule ${name}`);
    return mark + (short.get(name) ?? name);
  };
  return rules
    .map(({ name, flags, body }) => {
      const head = [short.get(name), ...(flags.length === 0 ? [] : [flags.map(([letter]) => letter).join("")])].join(
        " ",
      );
      const alternatives = body
        .join(" ")
        .split(/ \/ /)
        .map((each) => each.split(" ").map(encode).join(" "));
      return [head, ...alternatives].join("~");
    })
    .join("\n");
}

/**
 * The module that exports a table.
 *
 * @param {string} source where the table is written, for the comment
 * @param {string} text
 * @param {readonly string[]} named
 * @returns {string}
 */
export function tableModule(source, text, named) {
  return `// Generated from ${source} by scripts/generate.mjs; not to be edited.

/** The rules in the form that scripts/encode-table.mjs of @deodar/syntax describes. */
export const table: string = ${JSON.stringify(encodeTable(text, named))};
`;
}
