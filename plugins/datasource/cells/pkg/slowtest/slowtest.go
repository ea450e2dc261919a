// Package slowtest says which tests are too slow beside the race detector.
package slowtest

import "testing"

// ManyCells leaves out a test that reads and judges tens of thousands of cells while races are looked for, which takes it ten times as
// long: what is read side by side is the same for few cells.
func ManyCells(t testing.TB) {
	t.Helper()
	leaveOut(t, "of many cells")
}

// ManyQueries leaves out a test that asks hundreds of queries one after the other, for which the race detector has nothing to look at.
func ManyQueries(t testing.TB) {
	t.Helper()
	leaveOut(t, "of many queries")
}

// leaveOut has a test run in the step of `npm test` that goes without the race detector, and in no other.
func leaveOut(t testing.TB, of string) {
	t.Helper()
	if raced {
		t.Skip(of + ": run without -race")
	}
}
