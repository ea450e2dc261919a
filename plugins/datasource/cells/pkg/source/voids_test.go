package source

import (
	"slices"
	"testing"
)

func TestOtherVoidsAreOfItemsWhoseVisitsAtAStationTheyStrike(t *testing.T) {
	before := Voids{
		"same": {{site: "de1", station: "filling"}}, "gone": {{site: "de1"}},
		"elsewhere": {{site: "de1", station: "eol"}}, "more": {{site: "de1", station: "stacking"}}, "later": {{site: "de1", fromMs: 5}},
	}
	now := Voids{
		"same": {{site: "de1", station: "filling"}}, "new": {{site: "de1", station: "filling"}}, "other": {{site: "de1", station: "eol"}},
		"more": {{site: "de1", station: "stacking"}, {site: "de1", station: "filling"}}, "later": {{site: "de1", fromMs: 6}},
	}
	if got, want := now.Others(before, "filling"), []string{"gone", "later", "more", "new"}; !slices.Equal(got, want) {
		t.Errorf("other ones are of %v, want of %v", got, want)
	}
	if got := now.Others(now, "filling"); len(got) > 0 {
		t.Errorf("other ones than themselves are of %v", got)
	}
}
