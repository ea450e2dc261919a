// Package slowtest says which tests are too slow beside the race detector.
package slowtest

import "testing"

// ManyCells leaves out a test that reads and judges tens of thousands of cells while races are looked for, which takes it ten times as
// long: what is read side by side is the same for few cells. `npm test` runs it without.
func ManyCells(t testing.TB) {
	t.Helper()
	if raced {
		t.Skip("of many cells: run without -race")
	}
}

// ManyQueries leaves out a test that asks hundreds of queries one after the other, for which the race detector has nothing to look at.
func ManyQueries(t testing.TB) {
	t.Helper()
	if raced {
		t.Skip("of many queries: run without -race")
	}
}
