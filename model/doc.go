// Package model is what the business is: the records of SPEC section 1 and
// the rules of section 2, as plain values and pure functions. It does no I/O
// and, outside package label, holds no words.
package model
