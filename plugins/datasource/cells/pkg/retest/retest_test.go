package retest

import (
	"slices"
	"testing"

	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/vocabulary"
)

func TestEveryVerdictOfTheVocabularyHasAStanding(t *testing.T) {
	for _, verdict := range vocabulary.Verdicts {
		if _, known := standings[verdict]; !known {
			t.Errorf("the rule does not say what %s means", verdict)
		}
	}
}

func TestTheChoicesAreThoseOfTheVocabulary(t *testing.T) {
	if choices := []string{string(First), string(Last), string(All)}; !slices.Equal(choices, vocabulary.VisitChoices) {
		t.Errorf("choices are %v, in the vocabulary %v", choices, vocabulary.VisitChoices)
	}
}

func TestOfPassesWithOneNumberTheWorseCountsWhicheverVisitIsAskedFor(t *testing.T) {
	for _, choice := range []Choice{First, Last} {
		if !choice.Prefers(0, 1, 0) || choice.Prefers(0, -1, 0) {
			t.Errorf("%s does not take the worse of two passes", choice)
		}
	}
	if !First.Prefers(-1, 0, 1) || !Last.Prefers(1, -1, -1) || !First.Prefers(0, 0, -1) || !Last.Prefers(0, 0, 1) {
		t.Error("the number goes before the rank, the rank before the time")
	}
}

func TestTheFirstJudgedVisitWasNeitherSkippedNorWithoutAVerdict(t *testing.T) {
	for want, verdicts := range map[int][]string{2: {"skipped", "", "retest", "ok"}, 0: {"skipped", ""}, 1: {"", "unknown", "ok"}} {
		if got := FirstJudged(verdicts); got != want {
			t.Errorf("of %q visit %d is judged first, not %d", verdicts, want, got)
		}
	}
}

func TestThePlanSaysWhichVisitsDecideInTheEnd(t *testing.T) {
	for _, c := range []struct {
		decide        string
		verdicts      []string
		passed, known bool
	}{
		{"last", []string{"nok", "ok"}, true, true},
		{"last", []string{"ok", "retest"}, false, true},
		{"last", []string{"ok", "skipped"}, true, true},
		{"last", []string{"ok", "unknown"}, false, false},
		{"last", []string{"skipped", ""}, false, false},
		{"", []string{"nok", "ok"}, true, true},
		{"all", []string{"nok", "ok"}, false, true},
		{"all", []string{"ok", "ok"}, true, true},
		{"all", []string{"ok", "unknown"}, false, false},
		{"all", []string{"nok", "unknown"}, false, true},
		{"median", []string{"nok", "ok", "ok"}, true, true},
		{"median", []string{"nok", "ok"}, false, true},
		{"median", []string{"ok", "unknown"}, false, false},
		{"median", []string{"ok", "ok", "unknown"}, true, true},
		{"median", []string{"unproven", "ok"}, false, true},
	} {
		if passed, known := Passed(c.verdicts, c.decide); known != c.known || known && passed != c.passed {
			t.Errorf("%q decided by %q: passed %t, known %t", c.verdicts, c.decide, passed, known)
		}
	}
}

func TestASkippedVisitMakesNothingGood(t *testing.T) {
	if Speaks("skipped", "nok", 1, -1) || !Speaks("nok", "skipped", -1, 1) || !Speaks("ok", "nok", 1, -1) || Speaks("ok", "nok", 0, -1) {
		t.Error("the last visit that was not skipped speaks for its item, the worse of two passes with one number")
	}
}

func TestAReworkMakesGoodOnlyTheStationThatItRepeats(t *testing.T) {
	for want, stations := range map[string][]string{"nok": {"ok", "unproven", "nok"}, "unproven": {"ok", "unproven"}, "ok": {"retest", "ok"}} {
		if got := Verdict(stations, "ok"); got != want {
			t.Errorf("an item with %q at its stations is %s, not %s", stations, want, got)
		}
	}
}

func TestWhatWasMeasuredLastStandsWhereARetestMeasuredNothing(t *testing.T) {
	numbers, flawed := []int64{1, 2, 2, 3}, []bool{true, false, true, false}
	of := func(i int) (int64, bool) { return numbers[i], flawed[i] }
	for upTo, want := range map[int64]int{0: -1, 1: 0, 2: 2, 3: 3, 9: 3} {
		if got := Newest(len(numbers), upTo, of); got != want {
			t.Errorf("up to visit %d entry %d stands, not %d", upTo, want, got)
		}
	}
}

func TestWordsThatNobodyUnderstandsAreAVerdictAllTheSame(t *testing.T) {
	for _, c := range []struct{ verdict, reported, want string }{
		{"ok", "", "ok"}, {"", "", ""}, {"", "PASS", "unknown"}, {"good", "", "unknown"},
	} {
		if got := Said(c.verdict, c.reported); got != c.want {
			t.Errorf("verdict %q, reported %q reads as %q, not %q", c.verdict, c.reported, got, c.want)
		}
	}
}
