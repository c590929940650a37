import { chainCases } from "./chains.ts";
import { commandLineCases } from "./command-line.ts";
import { hierarchyCases } from "./hierarchies.ts";
import type { HostileCase } from "./hostile-case.ts";
import { jsonTextCases } from "./json-texts.ts";
import { longTextCases } from "./long-texts.ts";
import { nestingCases } from "./nesting.ts";
import { encodingCases, oddIdentifierCases, oddNameCases } from "./odd-names.ts";
import { notTextCases, plainValueCases } from "./plain-values.ts";
import { policyJsonCases } from "./policy-json.ts";
import { smallStackCases } from "./small-stack.ts";

/** All hostile inputs, by what they attack. */
export const hostileCases: Readonly<Record<string, readonly HostileCase[]>> = {
  nesting: nestingCases,
  chains: chainCases,
  "long texts": longTextCases,
  encodings: encodingCases,
  "odd names": oddNameCases,
  "odd identifiers": oddIdentifierCases,
  "plain values": plainValueCases,
  "no texts": notTextCases,
  "JSON texts": jsonTextCases,
  "policy JSON": policyJsonCases,
  hierarchies: hierarchyCases,
  "small stack": smallStackCases,
  "command line": commandLineCases,
};
