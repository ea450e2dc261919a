// Package retest is the rule for items that visit a station more than once: which of their visits is read, which speaks for
// the item, whether it passed in the end, and what a visit need not measure again. Pure.
package retest

import (
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/visit"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/vocabulary"
)

// standing is what a verdict says of its visit.
type standing struct {
	// judged: the station decided about the item, in whatever words.
	judged bool
	// rank is how bad the visit is, where passes bear one number: a skipped one says nothing, a failure outweighs all.
	rank int
	// mayLack: the visit need not bring what every visit has to: it measures again, or judged nothing.
	mayLack bool
}

const (
	rankSkipped = iota
	rankOK
	rankUnjudged
	rankRetest
	rankFailed
)

// standings is the table of the rule; a visit without a verdict is not in it.
var standings = map[string]standing{
	vocabulary.VerdictSkipped: {judged: false, rank: rankSkipped, mayLack: true},
	vocabulary.VerdictOK:      {judged: true, rank: rankOK},
	visit.VerdictUnknown:      {judged: true, rank: rankUnjudged},
	vocabulary.VerdictRetest:  {judged: true, rank: rankRetest, mayLack: true},
	vocabulary.VerdictNOK:     {judged: true, rank: rankFailed},
	visit.VerdictUnproven:     {judged: true, rank: rankFailed},
}

// Said is the verdict of a visit as the rule reads it: what the station said, unknown where it said so in words that nobody
// understands (reported), nothing where it said nothing.
func Said(verdict, reported string) string {
	if _, understood := standings[verdict]; understood || verdict == "" && reported == "" {
		return verdict
	}
	return visit.VerdictUnknown
}

// Rank is how bad a visit is, where passes bear one number; flawed tells that something is wrong with its values.
func Rank(verdict string, flawed bool) int {
	if flawed {
		return rankFailed
	}
	if of, understood := standings[verdict]; understood {
		return of.rank
	}
	return rankUnjudged
}

// MayLack tells that a visit need not bring what every visit has to.
func MayLack(verdict string) bool { return standings[verdict].mayLack }
