include "PolicyIndex.dfy"
include "Conformance.dfy"
// All definitions, for compiling them together.
module Model { }
