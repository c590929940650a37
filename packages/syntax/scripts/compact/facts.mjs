// What the writer of parsers has to know about the parts of a grammar.

/**
 * Whether a part can move the place on success, whether it leaves the place alone on failure, and whether it can fail.
 *
 * @returns {{ moves(node): boolean, keepsPlace(node): boolean, canFail(node): boolean, rule(name): object }}
 */
export function factsOf(ast) {
  const rules = new Map(ast.rules.map((rule) => [rule.name, rule]));
  const moving = new Set();
  const unclean = new Set();

  function moves(node) {
    switch (node.type) {
      case "literal":
        return node.value !== "";
      case "class":
      case "any":
        return true;
      // Code may scan.
      case "semantic_and":
        return !isTrue(node);
      case "semantic_not":
      case "simple_and":
      case "simple_not":
        return false;
      case "sequence":
        return node.elements.some(moves);
      case "choice":
        return node.alternatives.some(moves);
      case "rule_ref":
        return moving.has(node.name);
      default:
        return moves(node.expression);
    }
  }

  function keepsPlace(node) {
    switch (node.type) {
      case "literal":
      case "class":
      case "any":
      case "semantic_and":
      case "semantic_not":
      case "simple_and":
      case "simple_not":
      case "optional":
      case "zero_or_more":
      case "one_or_more":
      case "repeated":
        return true;
      case "sequence":
        return node.elements.every(
          (element, index) => !canFail(element) || (keepsPlace(element) && !node.elements.slice(0, index).some(moves)),
        );
      case "choice":
        return keepsPlace(node.alternatives.at(-1));
      case "rule_ref":
        return !unclean.has(node.name);
      default:
        return keepsPlace(node.expression);
    }
  }

  // Peggy's own inference: 1 for what always matches.
  function canFail(node) {
    return node.match !== 1 && !isTrue(node.type === "action" ? node.expression : node);
  }

  grow(moving, moves);
  grow(unclean, (node) => !keepsPlace(node));

  function grow(set, has) {
    for (let before = -1; before < set.size; ) {
      before = set.size;
      for (const { name, expression } of ast.rules) if (has(expression)) set.add(name);
    }
  }

  return { moves, keepsPlace, canFail, rule: (name) => rules.get(name) };
}

/** Whether a predicate is there only to have something to hang an action on. */
export function isTrue(node) {
  return node.type === "semantic_and" && /^\s*return true;\s*$/.test(node.code);
}
