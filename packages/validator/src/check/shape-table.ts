import type { Expression } from "@deodar/syntax";
import { literalOf } from "./literal-of.ts";
import { partsOf } from "./parts-of.ts";

/**
 * Numbers expressions so that two have the same number if and only if they are the same but for their places in the
 * text. What Cedar's reference takes for the same is: `a != b` is `!(a == b)`, and `a && b && c` is `(a && b) && c`.
 */
export class ShapeTable {
  readonly #numbers = new Map<string, number>();
  readonly #known = new Map<Expression, number>();

  /** The key of the capability that the attribute is there. */
  attributeKey(target: number, name: string): string {
    return `a${target} ${name}`;
  }

  /** The key of the capability that the tag is there. */
  tagKey(target: Expression, tag: Expression): string {
    return `t${this.numberOf(target)} ${this.numberOf(tag)}`;
  }

  /** The number of `target.name`. */
  numberOfAttribute(target: number, name: string): number {
    return this.#number(`.${target} ${name}`);
  }

  /** The number of the expression. By a loop: chains can be very long. */
  numberOf(expression: Expression): number {
    const todo = [expression];
    for (let node = todo.at(-1); node !== undefined; node = todo.at(-1)) {
      const unknown =
        this.#known.has(node) || literalOf(node) !== undefined
          ? []
          : partsOf(node).filter((part) => !this.#known.has(part));
      if (unknown.length > 0) {
        for (const part of unknown) todo.push(part);
        continue;
      }
      todo.pop();
      if (!this.#known.has(node)) this.#known.set(node, this.#numberOfNode(node));
    }
    return this.#known.get(expression) as number;
  }

  #of(expression: Expression): number {
    return this.#known.get(expression) as number;
  }

  #number(key: string): number {
    const known = this.#numbers.get(key);
    if (known !== undefined) return known;
    const number = this.#numbers.size;
    this.#numbers.set(key, number);
    return number;
  }

  /** Folds a chain from the left. */
  #chain(operands: readonly Expression[], operatorAt: (index: number) => string): number {
    return operands
      .slice(1)
      .reduce(
        (left, operand, index) => this.#number(`${operatorAt(index)}${left} ${this.#of(operand)}`),
        this.#of(operands[0] as Expression),
      );
  }

  /** The same for a chain of which the reference has computed the literals that it begins with. */
  #logicChain(
    operator: string,
    operands: readonly Expression[],
    combine: (left: boolean, right: boolean) => boolean,
  ): number {
    let beginning: boolean | undefined;
    let rest = 0;
    for (const operand of operands) {
      const literal = literalOf(operand);
      if (literal?.kind !== "boolean") break;
      beginning = beginning === undefined ? literal.value : combine(beginning, literal.value);
      rest += 1;
    }
    if (beginning === undefined) return this.#chain(operands, () => operator);
    return operands
      .slice(rest)
      .reduce(
        (left, operand) => this.#number(`${operator}${left} ${this.#of(operand)}`),
        this.#number(`=boolean ${beginning}`),
      );
  }

  #numberOfNode(node: Expression): number {
    const literal = literalOf(node);
    if (literal !== undefined) return this.#number(`=${literal.kind} ${textOf(literal)}`);
    switch (node.kind) {
      case "boolean":
      case "long":
      case "string":
      case "entity":
        throw new RangeError("a literal has its value");
      case "variable":
      case "slot":
        return this.#number(`${node.kind} ${node.name}`);
      case "set":
        return this.#number(`set ${node.elements.map((element) => this.#of(element)).join(" ")}`);
      case "record":
        return this.#number(
          `record ${node.entries
            .map(({ key, value }) => `${JSON.stringify(key)} ${this.#of(value)}`)
            .sort()
            .join(" ")}`,
        );
      case "not":
        return this.#number(`!${this.#of(node.operand)}`);
      case "negate":
        return this.#number(`-${this.#of(node.operand)}`);
      case "and":
        return this.#logicChain("&&", node.operands, (left, right) => left && right);
      case "or":
        return this.#logicChain("||", node.operands, (left, right) => left || right);
      case "sum":
        return this.#chain(node.operands, (index) => `${node.operators[index]} `);
      case "product":
        return this.#chain(node.operands, () => "*");
      case "relation":
        return this.#numberOfRelation(node.operator, this.#of(node.left), this.#of(node.right));
      case "has":
        return this.#number(`has ${this.#of(node.target)} ${JSON.stringify(node.path)}`);
      case "like":
        return this.#number(`like ${this.#of(node.target)} ${JSON.stringify(node.pattern)}`);
      case "is": {
        const test = this.#number(`is ${this.#of(node.target)} ${node.entityType}`);
        if (node.in === undefined) return test;
        return this.#number(`&&${test} ${this.#numberOfRelation("in", this.#of(node.target), this.#of(node.in))}`);
      }
      case "if":
        return this.#number(
          `if ${this.#of(node.condition)} ${this.#of(node.consequent)} ${this.#of(node.alternative)}`,
        );
      case "attribute":
        return this.numberOfAttribute(this.#of(node.target), node.name);
      case "method":
        return this.#number(`${node.method} ${this.#of(node.target)} ${this.#of(node.argument)}`);
      case "isEmpty":
        return this.#number(`isEmpty ${this.#of(node.target)}`);
      case "extension":
        return this.#number(`call ${node.name}(${node.arguments.map((part) => this.#of(part)).join(" ")}`);
    }
  }

  #numberOfRelation(operator: string, left: number, right: number): number {
    switch (operator) {
      case "!=":
        return this.#number(`!${this.#number(`== ${left} ${right}`)}`);
      case ">":
        return this.#number(`!${this.#number(`<= ${left} ${right}`)}`);
      case ">=":
        return this.#number(`!${this.#number(`< ${left} ${right}`)}`);
      default:
        return this.#number(`${operator} ${left} ${right}`);
    }
  }
}

function textOf(literal: NonNullable<ReturnType<typeof literalOf>>): string {
  return literal.kind === "entity" ? `${literal.type}::${literal.id}` : String(literal.value);
}
