include "PolicyIndex.dfy"
include "Conformance.dfy"
include "Validator.dfy"
// All definitions, for compiling them together.
module Model { }
