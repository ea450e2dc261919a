package source

import "testing"

func TestRowsOfASeriesNearEachOtherAreReadInOneStatement(t *testing.T) {
	second := int64(1e9)
	edges := []Pointer{
		{Measurement: "genealogy", Site: "de1", At: 100 * second}, {Measurement: "genealogy", Site: "de1", At: 20 * second},
		{Measurement: "genealogy", Site: "de1", At: 129 * second}, {Measurement: "genealogy", Site: "de2", At: 101 * second},
		{Measurement: "genealogy", Site: "de1", At: 160 * second},
	}
	got := nearby(edges)
	var sizes []int
	for _, group := range got {
		sizes = append(sizes, len(group))
	}
	if len(sizes) != 4 || sizes[0] != 1 || sizes[1] != 2 || sizes[2] != 1 || sizes[3] != 1 {
		t.Errorf("groups of %v, want one, two that are 29 s apart, one 31 s later, and one of the other site", sizes)
	}
	if got[1][0].At != 100*second || got[1][1].At != 129*second {
		t.Errorf("the two are %v", got[1])
	}
}
