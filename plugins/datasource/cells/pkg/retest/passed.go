package retest

import (
	"slices"

	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/visit"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/vocabulary"
)

// FirstJudged is which of an item's visits, in order of their numbers, the station judged first; of an item that it never judged
// the first.
func FirstJudged(verdicts []string) int {
	return max(0, slices.IndexFunc(verdicts, func(verdict string) bool { return standings[verdict].judged }))
}

// Passed tells whether an item passed a station after all its visits, in order of their numbers, as the plan lets them decide:
// the last, all of them, or the median, which passes when more than half did. An item that waits for its retest has not passed.
// Known is false when no visit was judged, or when those that nobody understands could decide otherwise.
func Passed(verdicts []string, decide string) (passed, known bool) {
	var n, ok, unknown int
	last := ""
	for _, verdict := range verdicts {
		if !standings[verdict].judged {
			continue
		}
		n++
		last = verdict
		switch verdict {
		case vocabulary.VerdictOK:
			ok++
		case visit.VerdictUnknown:
			unknown++
		}
	}
	switch decide {
	case vocabulary.DecideAll:
		passed, known = ok == n, unknown == 0 || ok+unknown < n
	case vocabulary.DecideMedian:
		passed = 2*ok > n
		known = passed == (2*(ok+unknown) > n)
	default:
		passed, known = last == vocabulary.VerdictOK, last != visit.VerdictUnknown
	}
	return passed, known && n > 0
}

// Speaks tells whether a visit speaks for its item at a station in place of an earlier one, by how the two compare in number
// and rank: the last does, but one that was skipped makes nothing good and says nothing while another was not.
func Speaks(verdict, before string, number, rank int) bool {
	if skipped := verdict == vocabulary.VerdictSkipped; skipped != (before == vocabulary.VerdictSkipped) {
		return !skipped
	}
	return Last.Prefers(number, rank, 1)
}

// Verdict is that of an item, by what each station's visit that speaks for it says and by that of the station it was at last:
// nok or unproven while one of them is, for a rework makes good only the station that it repeats.
func Verdict(stations []string, last string) string {
	for _, bad := range []string{vocabulary.VerdictNOK, visit.VerdictUnproven} {
		if slices.Contains(stations, bad) {
			return bad
		}
	}
	return last
}
