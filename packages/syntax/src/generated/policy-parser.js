// Generated from the grammar by scripts/generate.mjs; not to be edited.

  // Unicode White_Space beyond ASCII, which is not what JavaScript's `\s` stands for.
  function isWideSpace(code) {
    return (
      code === 0x85 || code === 0xa0 || code === 0x1680 || (code >= 0x2000 && code <= 0x200a) ||
      code === 0x2028 || code === 0x2029 || code === 0x202f || code === 0x205f || code === 0x3000
    );
  }

  function isWordStart(code) {
    return (code >= 97 && code <= 122) || (code >= 65 && code <= 90) || code === 95;
  }

  function isWordPart(code) {
    return (code >= 97 && code <= 122) || (code >= 65 && code <= 90) || code === 95 || (code >= 48 && code <= 57);
  }

const peg$FAILED = {};
export function parse(input, options) {
  let peg$currPos = 0;

  const { maxDepth, policy, isLong } = options;
  let depth = 0;

  // Where an expression cannot be read, nothing else can either: nobody leaves what was entered in vain.
  function enter() {
    return ++depth <= maxDepth;
  }

  function leave() {
    depth--;
    return true;
  }

  function listed(head, tail) {
    tail.unshift(head);
    return tail;
  }

  // `true`, `false` and `if` begin a name only if `::` follows.
  function scanNameHead() {
    const before = peg$currPos;
    if (!scanWord()) return false;
    const length = tokenEnd - tokenStart;
    if (length === 2 && input.startsWith("if", tokenStart) && !input.startsWith("::", peg$currPos)) {
      peg$currPos = before;
      return false;
    }
    return true;
  }

  // `true`, `false` and `if` may be part of a longer path, which is refused later on, but are no type by themselves.
  function isEntityType(head, path, tail) {
    return tail === null || path.length > 0 || !isSpecial(head.text);
  }

  function isSpecial(text) {
    return text === "true" || text === "false" || text === "if";
  }

  function named(head, path, tail) {
    const { start } = head;
    if (tail !== null) {
      return tail.kind === "string"
        ? { kind: "uid", start, end: tail.end, path: [head, ...path], id: tail }
        : { kind: "fields", start, end: tail.end, path: [head, ...path], fields: tail.fields };
    }
    if (path.length === 0) {
      const { text } = head;
      if (text === "true" || text === "false") return { kind: "boolean", start, end: head.end, value: text === "true" };
      return { kind: "name", start, end: head.end, path: [head] };
    }
    return { kind: "name", start, end: path[path.length - 1].end, path: [head, ...path] };
  }

  function comparison(target, tail) {
    switch (tail.kind) {
      case "compare":
        return { kind: "compare", start: target.start, end: tail.rest[tail.rest.length - 1].operand.end, first: target, rest: tail.rest };
      case "has":
        return { kind: "has", start: target.start, end: tail.field.end, target, field: tail.field };
      case "like":
        return { kind: "like", start: target.start, end: tail.pattern.end, target, pattern: tail.pattern };
      case "is":
        return { kind: "is", start: target.start, end: (tail.in ?? tail.type).end, target, type: tail.type, in: tail.in };
    }
  }

  function last(list) {
    return list[list.length - 1];
  }


  let tokenStart = 0;
  let tokenEnd = 0;

  function skipSpace() {
    let at = peg$currPos;
    for (;;) {
      const code = input.charCodeAt(at);
      if (code > 47 && code < 0x85) break;
      if (code === 32 || (code >= 9 && code <= 13)) {
        at++;
      } else if (code === 47 && input.charCodeAt(at + 1) === 47) {
        at += 2;
        while (at < input.length) {
          const inside = input.charCodeAt(at);
          if (inside === 10 || inside === 13) break;
          at++;
        }
      } else if (code >= 0x85 && isWideSpace(code)) {
        at++;
      } else {
        break;
      }
    }
    peg$currPos = at;
    return true;
  }

  function scanWord() {
    let at = peg$currPos;
    if (!isWordStart(input.charCodeAt(at))) return false;
    tokenStart = at;
    do at++; while (isWordPart(input.charCodeAt(at)));
    tokenEnd = at;
    peg$currPos = at;
    return skipSpace();
  }

  function word() {
    return { start: tokenStart, end: tokenEnd, text: input.substring(tokenStart, tokenEnd) };
  }

  function scanString() {
    let at = peg$currPos;
    if (input.charCodeAt(at) !== 34) return false;
    tokenStart = at++;
    for (;;) {
      const code = input.charCodeAt(at);
      if (code === 34) break;
      if (code === 92 && input.charCodeAt(++at) === 10) return false;
      if (at >= input.length) return false;
      at++;
    }
    tokenEnd = at + 1;
    peg$currPos = tokenEnd;
    return skipSpace();
  }

  function rawString() {
    return { kind: "string", start: tokenStart, end: tokenEnd, raw: input.substring(tokenStart + 1, tokenEnd - 1) };
  }


  function peg$eat(code) {
    return input.charCodeAt(peg$currPos) === code && (peg$currPos++, true);
  }

  function peg$eatTwo(first, second) {
    return (
      input.charCodeAt(peg$currPos) === first && input.charCodeAt(peg$currPos + 1) === second && (peg$currPos += 2, true)
    );
  }

  function peg$eatText(first, text) {
    return (
      input.charCodeAt(peg$currPos) === first && input.startsWith(text, peg$currPos) && (peg$currPos += text.length, true)
    );
  }

  function peg$parsePolicies() {
    let peg$r0, peg$s2, peg$v3;
    if (!(skipSpace())) return peg$FAILED;
    peg$r0 = [];
    peg$l1: for (;;) {
    peg$s2 = peg$currPos;
    if (!((peg$v3 = peg$parsePolicy()) !== peg$FAILED)) { peg$currPos = peg$s2; break peg$l1; }
    peg$r0.push(peg$v3);
    }
    return peg$r0;
  }

  function peg$parseOnePolicy() {
    let peg$r0;
    if (!(skipSpace() && (peg$r0 = peg$parsePolicy()) !== peg$FAILED)) return peg$FAILED;
    return peg$r0;
  }

  function peg$parseOneExpression() {
    let peg$r0;
    if (!(skipSpace() && (peg$r0 = peg$parseExpression()) !== peg$FAILED)) return peg$FAILED;
    return peg$r0;
  }

  function peg$parseEntityUid() {
    let head, path, tail, peg$s1, peg$v2;
    if (!(skipSpace() && scanWord() && (head = word(), true))) return peg$FAILED;
    path = [];
    peg$l0: for (;;) {
    peg$s1 = peg$currPos;
    if (!(peg$eatTwo(58, 58) && skipSpace() && scanWord() && (peg$v2 = word(), true))) { peg$currPos = peg$s1; break peg$l0; }
    path.push(peg$v2);
    }
    if (!(peg$eatTwo(58, 58) && skipSpace() && (tail = peg$parseUidTail()) !== peg$FAILED && isEntityType(head, path, tail))) return peg$FAILED;
    return named(head, path, tail);
  }

  function peg$parseName() {
    let peg$r0;
    if (!(skipSpace() && (peg$r0 = peg$parsePlainName()) !== peg$FAILED)) return peg$FAILED;
    return peg$r0;
  }

  function peg$parsePolicy() {
    let annotations, effect, scope, conditions, end, peg$s1, peg$v2, peg$s4, peg$v5;
    annotations = [];
    peg$l0: for (;;) {
    peg$s1 = peg$currPos;
    if (!((peg$v2 = peg$parseAnnotation()) !== peg$FAILED)) { peg$currPos = peg$s1; break peg$l0; }
    annotations.push(peg$v2);
    }
    if (!(scanWord() && (effect = word(), true) && peg$eat(40) && skipSpace() && (scope = peg$parseScopeItems()) !== peg$FAILED && peg$eat(41) && skipSpace())) return peg$FAILED;
    conditions = [];
    peg$l3: for (;;) {
    peg$s4 = peg$currPos;
    if (!((peg$v5 = peg$parseCondition()) !== peg$FAILED)) { peg$currPos = peg$s4; break peg$l3; }
    conditions.push(peg$v5);
    }
    if (!(peg$eat(59) && (end = peg$currPos, true) && skipSpace())) return peg$FAILED;
    return policy({ kind: "policy", start: (annotations.length > 0 ? annotations[0] : effect).start, end, annotations, effect, scope, conditions });
  }

  function peg$parseAnnotation() {
    let start, key, value, peg$s0;
    if (!((start = peg$currPos, true) && peg$eat(64) && skipSpace() && scanWord() && (key = word(), true) && (peg$s0 = peg$currPos, (value = peg$parseAnnotationValue()) !== peg$FAILED || (peg$currPos = peg$s0, (value = null, true))))) return peg$FAILED;
    return { start, end: value === null ? key.end : value.end, key, value: value === null ? null : value.value };
  }

  function peg$parseAnnotationValue() {
    let value, end;
    if (!(peg$eat(40) && skipSpace() && scanString() && (value = rawString(), true) && peg$eat(41) && (end = peg$currPos, true) && skipSpace())) return peg$FAILED;
    return { end, value };
  }

  function peg$parseScopeItems() {
    let head, tail, peg$s1, peg$s3, peg$v4, peg$s5;
    peg$l0: {
    if (!((head = peg$parseScopeItem()) !== peg$FAILED)) break peg$l0;
    tail = [];
    peg$l2: for (;;) {
    peg$s3 = peg$currPos;
    if (!(peg$eat(44) && skipSpace() && (peg$v4 = peg$parseScopeItem()) !== peg$FAILED)) { peg$currPos = peg$s3; break peg$l2; }
    tail.push(peg$v4);
    }
    if (!((peg$s5 = peg$currPos, peg$eat(44) && skipSpace() || (peg$currPos = peg$s5, true)))) break peg$l0;
    return listed(head, tail);
    }
    return [];
  }

  function peg$parseScopeItem() {
    let variable, type, peg$s0, is, peg$s1, relation, peg$s2;
    if (!(scanWord() && (variable = word(), true) && (peg$s0 = peg$currPos, peg$eat(58) && skipSpace() && (type = peg$parsePlainName()) !== peg$FAILED || (peg$currPos = peg$s0, (type = null, true))) && (peg$s1 = peg$currPos, peg$eatTwo(105, 115) && peg$parseWordEnd() !== peg$FAILED && skipSpace() && (is = peg$parseSum()) !== peg$FAILED || (peg$currPos = peg$s1, (is = null, true))) && (peg$s2 = peg$currPos, (relation = peg$parseScopeRelation()) !== peg$FAILED || (peg$currPos = peg$s2, (relation = null, true))))) return peg$FAILED;
    const end = relation !== null ? relation.operand.end : is !== null ? is.end : type !== null ? type.end : variable.end;
      return { start: variable.start, end, variable, type, is, relation };
  }

  function peg$parsePlainName() {
    let head, path, peg$s1, peg$v2;
    if (!(scanWord() && (head = word(), true))) return peg$FAILED;
    path = [];
    peg$l0: for (;;) {
    peg$s1 = peg$currPos;
    if (!(peg$eatTwo(58, 58) && skipSpace() && scanWord() && (peg$v2 = word(), true))) { peg$currPos = peg$s1; break peg$l0; }
    path.push(peg$v2);
    }
    if (!((path.length > 0 || !isSpecial(head.text)))) return peg$FAILED;
    return named(head, path, null);
  }

  function peg$parseScopeRelation() {
    let operator, operand;
    if (!((operator = peg$parseRelationOperator()) !== peg$FAILED && (operand = peg$parseExpression()) !== peg$FAILED)) return peg$FAILED;
    return { operator, operand };
  }

  function peg$parseCondition() {
    let clause, body, peg$s0, end;
    if (!(scanWord() && (clause = word(), true) && peg$eat(123) && skipSpace() && (peg$s0 = peg$currPos, (body = peg$parseExpression()) !== peg$FAILED || (peg$currPos = peg$s0, (body = null, true))) && peg$eat(125) && (end = peg$currPos, true) && skipSpace())) return peg$FAILED;
    return { start: clause.start, end, clause, body };
  }

  function peg$parseExpression() {
    let peg$r0, peg$s1;
    if (!(!((input.charCodeAt(peg$currPos) === 41 || input.charCodeAt(peg$currPos) === 93 || input.charCodeAt(peg$currPos) === 125)) && enter() && (peg$s1 = peg$currPos, (peg$r0 = peg$parseIf()) !== peg$FAILED || (peg$currPos = peg$s1, (peg$r0 = peg$parseOr()) !== peg$FAILED)) && leave())) return peg$FAILED;
    return peg$r0;
  }

  function peg$parseIf() {
    let start, condition, consequent, alternative;
    if (!((start = peg$currPos, true) && peg$eatTwo(105, 102) && peg$parseWordEnd() !== peg$FAILED && skipSpace() && !input.startsWith("::", peg$currPos) && (condition = peg$parseExpression()) !== peg$FAILED && peg$eatText(116, "then") && peg$parseWordEnd() !== peg$FAILED && skipSpace() && (consequent = peg$parseExpression()) !== peg$FAILED && peg$eatText(101, "else") && peg$parseWordEnd() !== peg$FAILED && skipSpace() && (alternative = peg$parseExpression()) !== peg$FAILED)) return peg$FAILED;
    return { kind: "if", start, end: alternative.end, condition, consequent, alternative };
  }

  function peg$parseOr() {
    let head, tail, peg$s1, peg$v2;
    if (!((head = peg$parseAnd()) !== peg$FAILED)) return peg$FAILED;
    tail = null;
    peg$l0: for (;;) {
    peg$s1 = peg$currPos;
    if (!(peg$eatTwo(124, 124) && skipSpace() && (peg$v2 = peg$parseAnd()) !== peg$FAILED)) { peg$currPos = peg$s1; break peg$l0; }
    if (tail === null) tail = [peg$v2]; else tail.push(peg$v2);
    }
    return tail === null ? head : { kind: "or", start: head.start, end: last(tail).end, operands: listed(head, tail) };
  }

  function peg$parseAnd() {
    let head, tail, peg$s1, peg$v2;
    if (!((head = peg$parseRelation()) !== peg$FAILED)) return peg$FAILED;
    tail = null;
    peg$l0: for (;;) {
    peg$s1 = peg$currPos;
    if (!(peg$eatTwo(38, 38) && skipSpace() && (peg$v2 = peg$parseRelation()) !== peg$FAILED)) { peg$currPos = peg$s1; break peg$l0; }
    if (tail === null) tail = [peg$v2]; else tail.push(peg$v2);
    }
    return tail === null ? head : { kind: "and", start: head.start, end: last(tail).end, operands: listed(head, tail) };
  }

  function peg$parseRelation() {
    let target, tail, peg$s0;
    if (!((target = peg$parseSum()) !== peg$FAILED && (peg$s0 = peg$currPos, (tail = peg$parseRelationTail()) !== peg$FAILED || (peg$currPos = peg$s0, (tail = null, true))))) return peg$FAILED;
    return tail === null ? target : comparison(target, tail);
  }

  function peg$parseRelationTail() {
    let peg$r0, rest, field, peg$s1, pattern, type, entity, peg$s2, peg$s3, peg$s4, peg$s5, peg$s6, peg$s7, peg$s8, peg$s10, peg$s13, peg$v14, operator, operand, peg$s16, peg$s19;
    if (!(((input.charCodeAt(peg$currPos) === 61 || input.charCodeAt(peg$currPos) === 33 || input.charCodeAt(peg$currPos) === 60 || input.charCodeAt(peg$currPos) === 62 || input.charCodeAt(peg$currPos) === 105 || input.charCodeAt(peg$currPos) === 104 || input.charCodeAt(peg$currPos) === 108)))) return peg$FAILED;
    peg$l9: {
    peg$s10 = peg$currPos;
    peg$l11: {
    rest = [];
    peg$l12: for (;;) {
    peg$s13 = peg$currPos;
    if (!((operator = peg$parseRelationOperator()) !== peg$FAILED && (operand = peg$parseSum()) !== peg$FAILED && (peg$v14 = { operator, operand }, true))) { peg$currPos = peg$s13; break peg$l12; }
    rest.push(peg$v14);
    }
    if (rest.length === 0) break peg$l11;
    peg$r0 = { kind: "compare", rest };
    break peg$l9;
    }
    peg$l15: {
    if (!(peg$eatText(104, "has") && peg$parseWordEnd() !== peg$FAILED && skipSpace() && (peg$s16 = peg$currPos, (field = peg$parseSum()) !== peg$FAILED || (peg$currPos = peg$s16, (field = peg$parseIfField()) !== peg$FAILED)) && (peg$r0 = { kind: "has", field }, true))) break peg$l15;
    break peg$l9;
    }
    peg$currPos = peg$s10;
    peg$l17: {
    if (!(peg$eatText(108, "like") && peg$parseWordEnd() !== peg$FAILED && skipSpace() && (pattern = peg$parseSum()) !== peg$FAILED && (peg$r0 = { kind: "like", pattern }, true))) break peg$l17;
    break peg$l9;
    }
    peg$currPos = peg$s10;
    peg$l18: {
    if (!(peg$eatTwo(105, 115) && peg$parseWordEnd() !== peg$FAILED && skipSpace() && (type = peg$parseSum()) !== peg$FAILED && (peg$s19 = peg$currPos, peg$eatTwo(105, 110) && peg$parseWordEnd() !== peg$FAILED && skipSpace() && (entity = peg$parseSum()) !== peg$FAILED || (peg$currPos = peg$s19, (entity = null, true))) && (peg$r0 = { kind: "is", type, in: entity }, true))) break peg$l18;
    break peg$l9;
    }
    peg$currPos = peg$s10;
    return peg$FAILED;
    }
    return peg$r0;
  }

  function peg$parseIfField() {
    let peg$s0, peg$t1, head, access, peg$s2, peg$t3, peg$s5, peg$v6;
    if (!((peg$s2 = peg$currPos, peg$t3 = peg$eatTwo(105, 102) && peg$parseWordEnd() !== peg$FAILED, peg$currPos = peg$s2, peg$t3) && scanWord() && (head = word(), true))) return peg$FAILED;
    access = null;
    peg$l4: for (;;) {
    peg$s5 = peg$currPos;
    if (!((peg$v6 = peg$parseAccess()) !== peg$FAILED)) { peg$currPos = peg$s5; break peg$l4; }
    if (access === null) access = [peg$v6]; else access.push(peg$v6);
    }
    const item = named(head, [], null);
      return access === null ? item : { kind: "member", start: head.start, end: last(access).end, item, access };
  }

  function peg$parseRelationOperator() {
    let peg$s0, peg$r2, peg$r3;
    peg$s0 = peg$currPos;
    peg$l1: {
    if (!((peg$eatTwo(61, 61) && (peg$r2 = "==", true) || peg$eatTwo(33, 61) && (peg$r2 = "!=", true) || peg$eatTwo(60, 61) && (peg$r2 = "<=", true) || peg$eat(60) && (peg$r2 = "<", true) || peg$eatTwo(62, 61) && (peg$r2 = ">=", true) || ((input.charCodeAt(peg$currPos) >= 61 && input.charCodeAt(peg$currPos) <= 62)) && (peg$r2 = input.charAt(peg$currPos++), true)) && skipSpace())) break peg$l1;
    return peg$r2;
    }
    peg$currPos = peg$s0;
    if (!(peg$eatTwo(105, 110) && (peg$r3 = "in", true) && peg$parseWordEnd() !== peg$FAILED && skipSpace())) return peg$FAILED;
    return peg$r3;
  }

  function peg$parseSum() {
    let head, tail, peg$s1, peg$v2, operator, operand;
    if (!((head = peg$parseProduct()) !== peg$FAILED)) return peg$FAILED;
    tail = null;
    peg$l0: for (;;) {
    peg$s1 = peg$currPos;
    if (!((input.charCodeAt(peg$currPos) === 43 || input.charCodeAt(peg$currPos) === 45) && (operator = input.charAt(peg$currPos++), true) && skipSpace() && (operand = peg$parseProduct()) !== peg$FAILED && (peg$v2 = { operator, operand }, true))) { peg$currPos = peg$s1; break peg$l0; }
    if (tail === null) tail = [peg$v2]; else tail.push(peg$v2);
    }
    return tail === null ? head : { kind: "sum", start: head.start, end: last(tail).operand.end, first: head, rest: tail };
  }

  function peg$parseProduct() {
    let head, tail, peg$s1, peg$v2, operator, operand;
    if (!((head = peg$parseUnary()) !== peg$FAILED)) return peg$FAILED;
    tail = null;
    peg$l0: for (;;) {
    peg$s1 = peg$currPos;
    if (!((input.charCodeAt(peg$currPos) === 42 || input.charCodeAt(peg$currPos) === 47 || input.charCodeAt(peg$currPos) === 37) && (operator = input.charAt(peg$currPos++), true) && skipSpace() && (operand = peg$parseUnary()) !== peg$FAILED && (peg$v2 = { operator, operand }, true))) { peg$currPos = peg$s1; break peg$l0; }
    if (tail === null) tail = [peg$v2]; else tail.push(peg$v2);
    }
    return tail === null ? head : { kind: "product", start: head.start, end: last(tail).operand.end, first: head, rest: tail };
  }

  function peg$parseUnary() {
    let peg$s0, peg$r2, positions, operand, peg$s5, peg$v6, peg$s8, peg$v9;
    peg$s0 = peg$currPos;
    peg$l1: {
    if (!((peg$r2 = peg$parseMember()) !== peg$FAILED)) break peg$l1;
    return peg$r2;
    }
    peg$currPos = peg$s0;
    peg$l3: {
    positions = [];
    peg$l4: for (;;) {
    peg$s5 = peg$currPos;
    if (!((peg$v6 = peg$currPos, true) && peg$eat(33) && skipSpace())) { peg$currPos = peg$s5; break peg$l4; }
    positions.push(peg$v6);
    }
    if (positions.length === 0) break peg$l3;
    if (!((operand = peg$parseMember()) !== peg$FAILED)) break peg$l3;
    return { kind: "unary", start: positions[0], end: operand.end, operator: "!", positions, operand };
    }
    peg$currPos = peg$s0;
    positions = [];
    peg$l7: for (;;) {
    peg$s8 = peg$currPos;
    if (!((peg$v9 = peg$currPos, true) && peg$eat(45) && skipSpace())) { peg$currPos = peg$s8; break peg$l7; }
    positions.push(peg$v9);
    }
    if (positions.length === 0) return peg$FAILED;
    if (!((operand = peg$parseMember()) !== peg$FAILED)) return peg$FAILED;
    return { kind: "unary", start: positions[0], end: operand.end, operator: "-", positions, operand };
  }

  function peg$parseMember() {
    let item, access, peg$s1, peg$v2;
    if (!((item = peg$parsePrimary()) !== peg$FAILED)) return peg$FAILED;
    access = null;
    peg$l0: for (;;) {
    peg$s1 = peg$currPos;
    if (!((peg$v2 = peg$parseAccess()) !== peg$FAILED)) { peg$currPos = peg$s1; break peg$l0; }
    if (access === null) access = [peg$v2]; else access.push(peg$v2);
    }
    return access === null ? item : { kind: "member", start: item.start, end: last(access).end, item, access };
  }

  function peg$parseAccess() {
    let peg$s0, start, field, arguments_, end, index;
    peg$s0 = peg$currPos;
    peg$l1: {
    if (!((start = peg$currPos, true) && peg$eat(46) && skipSpace() && scanWord() && (field = word(), true))) break peg$l1;
    return { kind: "field", start, end: field.end, field };
    }
    peg$currPos = peg$s0;
    peg$l2: {
    if (!((start = peg$currPos, true) && peg$eat(40) && skipSpace() && (arguments_ = peg$parseArguments()) !== peg$FAILED && peg$eat(41) && (end = peg$currPos, true) && skipSpace())) break peg$l2;
    return { kind: "call", start, end, arguments: arguments_ };
    }
    peg$currPos = peg$s0;
    if (!((start = peg$currPos, true) && peg$eat(91) && skipSpace() && (index = peg$parseExpression()) !== peg$FAILED && peg$eat(93) && (end = peg$currPos, true) && skipSpace())) return peg$FAILED;
    return { kind: "index", start, end, index };
  }

  function peg$parseArguments() {
    let peg$s0, head, tail, peg$s2, peg$s4, peg$v5, peg$s6;
    peg$s0 = peg$currPos;
    peg$l1: {
    if (!((head = peg$parseExpression()) !== peg$FAILED)) break peg$l1;
    tail = [];
    peg$l3: for (;;) {
    peg$s4 = peg$currPos;
    if (!(peg$eat(44) && skipSpace() && (peg$v5 = peg$parseExpression()) !== peg$FAILED)) { peg$currPos = peg$s4; break peg$l3; }
    tail.push(peg$v5);
    }
    if (!((peg$s6 = peg$currPos, peg$eat(44) && skipSpace() || (peg$currPos = peg$s6, true)))) break peg$l1;
    return listed(head, tail);
    }
    peg$currPos = peg$s0;
    return [];
  }

  function peg$parsePrimary() {
    let peg$s0, head, path, tail, peg$s2, peg$s4, peg$v5, peg$s6, peg$r8, peg$r10, start, inner, end, elements, entries, text, peg$s14;
    peg$s0 = peg$currPos;
    peg$l1: {
    if (!(scanNameHead() && (head = word(), true))) break peg$l1;
    path = [];
    peg$l3: for (;;) {
    peg$s4 = peg$currPos;
    if (!(peg$eatTwo(58, 58) && skipSpace() && scanWord() && (peg$v5 = word(), true))) { peg$currPos = peg$s4; break peg$l3; }
    path.push(peg$v5);
    }
    if (!((peg$s6 = peg$currPos, peg$eatTwo(58, 58) && skipSpace() && (tail = peg$parseUidTail()) !== peg$FAILED || (peg$currPos = peg$s6, (tail = null, true))) && isEntityType(head, path, tail))) break peg$l1;
    return named(head, path, tail);
    }
    peg$currPos = peg$s0;
    peg$l7: {
    if (!(scanString() && (peg$r8 = rawString(), true))) break peg$l7;
    return peg$r8;
    }
    peg$l9: {
    if (!((peg$r10 = peg$parseNumber()) !== peg$FAILED)) break peg$l9;
    return peg$r10;
    }
    peg$currPos = peg$s0;
    peg$l11: {
    if (!((start = peg$currPos, true) && peg$eat(40) && skipSpace() && (inner = peg$parseExpression()) !== peg$FAILED && peg$eat(41) && (end = peg$currPos, true) && skipSpace())) break peg$l11;
    return { kind: "group", start, end, inner };
    }
    peg$currPos = peg$s0;
    peg$l12: {
    if (!((start = peg$currPos, true) && peg$eat(91) && skipSpace() && (elements = peg$parseArguments()) !== peg$FAILED && peg$eat(93) && (end = peg$currPos, true) && skipSpace())) break peg$l12;
    return { kind: "list", start, end, elements };
    }
    peg$currPos = peg$s0;
    peg$l13: {
    if (!((start = peg$currPos, true) && peg$eat(123) && skipSpace() && (entries = peg$parseEntries()) !== peg$FAILED && peg$eat(125) && (end = peg$currPos, true) && skipSpace())) break peg$l13;
    return { kind: "record", start, end, entries };
    }
    peg$currPos = peg$s0;
    peg$s14 = peg$currPos;
    if (!(peg$eat(63) && ((input.charCodeAt(peg$currPos) >= 65 && input.charCodeAt(peg$currPos) <= 90) || (input.charCodeAt(peg$currPos) >= 97 && input.charCodeAt(peg$currPos) <= 122) || input.charCodeAt(peg$currPos) === 95) && ++peg$currPos > 0)) return peg$FAILED;
    peg$l15: for (;;) {
    if (!(((input.charCodeAt(peg$currPos) >= 65 && input.charCodeAt(peg$currPos) <= 90) || (input.charCodeAt(peg$currPos) >= 97 && input.charCodeAt(peg$currPos) <= 122) || (input.charCodeAt(peg$currPos) >= 48 && input.charCodeAt(peg$currPos) <= 57) || input.charCodeAt(peg$currPos) === 95) && ++peg$currPos > 0)) break peg$l15;
    }
    text = input.substring(peg$s14, peg$currPos);
    if (!((end = peg$currPos, true) && skipSpace())) return peg$FAILED;
    return { kind: "slot", start: end - text.length, end, text };
  }

  function peg$parseUidTail() {
    let peg$r1, fields, end;
    peg$l0: {
    if (!(scanString() && (peg$r1 = rawString(), true))) break peg$l0;
    return peg$r1;
    }
    if (!(peg$eat(123) && skipSpace() && (fields = peg$parseFields()) !== peg$FAILED && peg$eat(125) && (end = peg$currPos, true) && skipSpace())) return peg$FAILED;
    return { kind: "fields", end, fields };
  }

  function peg$parseFields() {
    let peg$s0, head, tail, peg$s2, peg$s4, peg$v5, peg$s6;
    peg$s0 = peg$currPos;
    peg$l1: {
    if (!((head = peg$parseField()) !== peg$FAILED)) break peg$l1;
    tail = [];
    peg$l3: for (;;) {
    peg$s4 = peg$currPos;
    if (!(peg$eat(44) && skipSpace() && (peg$v5 = peg$parseField()) !== peg$FAILED)) { peg$currPos = peg$s4; break peg$l3; }
    tail.push(peg$v5);
    }
    if (!((peg$s6 = peg$currPos, peg$eat(44) && skipSpace() || (peg$currPos = peg$s6, true)))) break peg$l1;
    return listed(head, tail);
    }
    peg$currPos = peg$s0;
    return [];
  }

  function peg$parseField() {
    let key, value;
    if (!(scanWord() && (key = word(), true) && peg$eat(58) && skipSpace() && (value = peg$parseLiteral()) !== peg$FAILED)) return peg$FAILED;
    return { key, value };
  }

  function peg$parseLiteral() {
    let peg$s0, peg$r2, peg$r4, text, end;
    peg$s0 = peg$currPos;
    peg$l1: {
    if (!(scanString() && (peg$r2 = rawString(), true))) break peg$l1;
    return peg$r2;
    }
    peg$l3: {
    if (!((peg$r4 = peg$parseNumber()) !== peg$FAILED)) break peg$l3;
    return peg$r4;
    }
    peg$currPos = peg$s0;
    if (!((peg$eatText(116, "true") && (text = "true", true) || peg$eatText(102, "false") && (text = "false", true)) && peg$parseWordEnd() !== peg$FAILED && (end = peg$currPos, true) && skipSpace())) return peg$FAILED;
    return { kind: "boolean", start: end - text.length, end, value: text === "true" };
  }

  function peg$parseNumber() {
    let text, end, peg$s0, peg$r1, peg$v3;
    peg$s0 = peg$currPos;
    peg$r1 = [];
    peg$l2: for (;;) {
    if (!(((input.charCodeAt(peg$currPos) >= 48 && input.charCodeAt(peg$currPos) <= 57)) && (peg$v3 = input.charAt(peg$currPos++), true))) break peg$l2;
    peg$r1.push(peg$v3);
    }
    if (peg$r1.length === 0) return peg$FAILED;
    text = input.substring(peg$s0, peg$currPos);
    if (!(isLong(text) && (end = peg$currPos, true) && skipSpace())) return peg$FAILED;
    return { kind: "number", start: end - text.length, end, text };
  }

  function peg$parseEntries() {
    let peg$s0, head, tail, peg$s2, peg$s4, peg$v5, peg$s6;
    peg$s0 = peg$currPos;
    peg$l1: {
    if (!((head = peg$parseEntry()) !== peg$FAILED)) break peg$l1;
    tail = [];
    peg$l3: for (;;) {
    peg$s4 = peg$currPos;
    if (!(peg$eat(44) && skipSpace() && (peg$v5 = peg$parseEntry()) !== peg$FAILED)) { peg$currPos = peg$s4; break peg$l3; }
    tail.push(peg$v5);
    }
    if (!((peg$s6 = peg$currPos, peg$eat(44) && skipSpace() || (peg$currPos = peg$s6, true)))) break peg$l1;
    return listed(head, tail);
    }
    peg$currPos = peg$s0;
    return [];
  }

  function peg$parseEntry() {
    let peg$s0, key, value;
    peg$s0 = peg$currPos;
    peg$l1: {
    if (!((key = peg$parseIfKey()) !== peg$FAILED && peg$eat(58) && skipSpace() && (value = peg$parseExpression()) !== peg$FAILED)) break peg$l1;
    const { start } = key;
      const { end } = value;
      return { start, end, key: { kind: "name", start, end, path: [{ start, end, text: key.text }] }, value };
    }
    peg$currPos = peg$s0;
    if (!((key = peg$parseExpression()) !== peg$FAILED && peg$eat(58) && skipSpace() && (value = peg$parseExpression()) !== peg$FAILED)) return peg$FAILED;
    return { start: key.start, end: value.end, key, value };
  }

  function peg$parseIfKey() {
    let peg$r0, peg$s1, peg$t2;
    if (!((peg$s1 = peg$currPos, peg$t2 = peg$eatTwo(105, 102) && peg$parseWordEnd() !== peg$FAILED && skipSpace() && peg$eat(58) && !input.startsWith(":", peg$currPos), peg$currPos = peg$s1, peg$t2) && scanWord() && (peg$r0 = word(), true))) return peg$FAILED;
    return peg$r0;
  }

  function peg$parseWordEnd() {
    let peg$r0;
    if (!(!(((input.charCodeAt(peg$currPos) >= 65 && input.charCodeAt(peg$currPos) <= 90) || (input.charCodeAt(peg$currPos) >= 97 && input.charCodeAt(peg$currPos) <= 122) || (input.charCodeAt(peg$currPos) >= 48 && input.charCodeAt(peg$currPos) <= 57) || input.charCodeAt(peg$currPos) === 95)))) return peg$FAILED;
    return peg$r0;
  }

  const result = { Policies: peg$parsePolicies, OnePolicy: peg$parseOnePolicy, OneExpression: peg$parseOneExpression, EntityUid: peg$parseEntityUid, Name: peg$parseName }[options.startRule]();
  return result !== peg$FAILED && peg$currPos === input.length ? result : undefined;
}
