// Wrong changes to evaluation, extension types and patterns.
import { changesTo } from "./changes-to.mjs";

/** @type {readonly import("./changes-to.mjs").Sabotage[]} */
export const evaluatorSabotages = [
  ...changesTo("Evaluator.dfy", "theorems/EvaluatorTheorems.dfy", [
    [
      "`&&` always evaluates both",
      "if a == Ok(BoolV(true)) then AsBool(Evaluate(right, env)) else a",
      "AsBool(Evaluate(right, env))",
      "FalseAndIsFalse",
    ],
    [
      "`||` always evaluates both",
      "if a == Ok(BoolV(false)) then AsBool(Evaluate(right, env)) else a",
      "AsBool(Evaluate(right, env))",
      "TrueOrIsTrue",
    ],
    [
      "`true && 1` is 1",
      "if a == Ok(BoolV(true)) then AsBool(Evaluate(right, env))",
      "if a == Ok(BoolV(true)) then Evaluate(right, env)",
      "NeutralLeftOperands",
    ],
    [
      "`if` takes the other branch",
      "then Evaluate(yes, env) else Evaluate(no, env)",
      "then Evaluate(no, env) else Evaluate(yes, env)",
      "IfTakesOneBranch",
    ],
    [
      "`==` of different kinds fails",
      "case Equal => Ok(BoolV(v == w))",
      "case Equal => if v.LongV? == w.LongV? then Ok(BoolV(v == w)) else Err(TypeError)",
      "EqualityNeverFails",
    ],
    [
      "`has` looks for the entity only",
      "v.uid in entities && name in entities[v.uid].attributes",
      "v.uid in entities",
      "HasMakesGetSafe",
    ],
    [
      "`hasTag` looks at attributes",
      "w.s in entities[v.uid].tags))",
      "w.s in entities[v.uid].attributes))",
      "HasTagMakesGetTagSafe",
    ],
  ]),
  ...changesTo("Values.dfy", "theorems/EvaluatorTheorems.dfy", [
    [
      "overflow unnoticed",
      "if IsLong(i) then Ok(LongV(i)) else Err(IntegerOverflow)",
      "Ok(LongV(i))",
      "ArithmeticIsExact",
    ],
  ]),
  ...changesTo("Extensions.dfy", "theorems/EvaluatorTheorems.dfy", [
    [
      "`offset` overflows unnoticed",
      "CheckedDatetime(v.epoch + w.millis)",
      "Ok(DatetimeV(v.epoch + w.millis))",
      "TwoCallStaysInRange",
    ],
  ]),
  ...changesTo("Patterns.dfy", "theorems/PatternTheorems.dfy", [
    ["`*` stands for nothing only", "AnyLater(Answers(rest, s))", "Answers(rest, s)", "AnswersAreMatches"],
    [
      "`like` need not match to the end",
      "case End => LastOnly(|s|)",
      "case End => AnyLater(LastOnly(|s|))",
      "AnswersAreMatches",
    ],
  ]),
  ...changesTo("ext/IpAddresses.dfy", "theorems/ExtensionTheorems.dfy", [
    ["IPv4 addresses in IPv6 ranges", "a.V4? == b.V4? && Lowest(b)", "Lowest(b)", "FamiliesDoNotMix"],
    [
      "a range outside of itself",
      "Lowest(b) <= Lowest(a) && Highest(a) <= Highest(b)",
      "a.V4? && Lowest(b) <= Lowest(a) && Highest(a) <= Highest(b)",
      "InRangeIsAnOrder",
    ],
  ]),
  ...changesTo("ext/IpAddresses.dfy", "ext/IpAddresses.dfy", [
    ["prefixes of any length", "if IsIp(ip) then Some(ip) else None", "Some(ip)", "CheckedIp"],
  ]),
  ...changesTo("ext/Datetimes.dfy", "theorems/ExtensionTheorems.dfy", [
    [
      "1900 a leap year",
      "year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)",
      "year % 4 == 0",
      "YearsHaveTheirLength",
    ],
    [
      "negative times of day",
      "{ epoch % DayMillis }",
      "{ epoch - DayMillis * Truncated(epoch, DayMillis) }",
      "DateAndTimeMakeADatetime",
    ],
  ]),
  ...changesTo("ext/Decimals.dfy", "theorems/ExtensionTheorems.dfy", [
    [
      "decimals of any size",
      "if IsLong(units) then Some(units) else None",
      "Some(units)",
      "DecimalsAndDurationsAreInRange",
    ],
  ]),
];
