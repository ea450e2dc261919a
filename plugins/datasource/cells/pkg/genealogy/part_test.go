package genealogy

import (
	"slices"
	"testing"
)

func TestTheOriginsOfACellAreItsMetresOfEveryRollBeforeIt(t *testing.T) {
	family := Family{
		"cell":   {{Parent: "slit", From: 12, To: 24, Placed: true}, {Parent: "lot"}, {Parent: "slit", From: 30, To: 36, Placed: true}},
		"slit":   {{Parent: "mother", Lane: "2", From: 0, To: 500, Placed: true, Reversed: true}},
		"mother": {{Parent: "batch"}},
		"batch":  {{Parent: "lot"}, {Parent: "cell"}}, // what nobody should say ends all the same
	}
	want := []Part{
		{Item: "slit", from: 12, to: 24, placed: true}, {Item: "lot"}, {Item: "slit", from: 30, to: 36, placed: true},
		{Item: "mother", lane: "2", from: 476, to: 488, placed: true}, {Item: "mother", lane: "2", from: 464, to: 470, placed: true},
		{Item: "batch"}, {Item: "cell"},
	}
	if got := family.Origins("cell", 8); !slices.Equal(got, want) {
		t.Errorf("%+v", got)
	}
	if got := family.Origins("cell", 1); !slices.Equal(got, want[:3]) {
		t.Errorf("of one generation: %+v", got)
	}
}

func TestAPartMeetsAStretchThatItReachesInto(t *testing.T) {
	m := func(metres float64) *float64 { return &metres }
	part := Part{Item: "R", from: 10, to: 20, placed: true}
	for sentence, c := range map[string]struct {
		part     Part
		from, to *float64
		want     bool
	}{
		"the whole roll":              {part, nil, nil, true},
		"within it":                   {part, m(12), m(13), true},
		"up to where it begins":       {part, m(0), m(10), true},
		"before":                      {part, nil, m(9), false},
		"from where it ends":          {part, m(20), nil, true},
		"after":                       {part, m(21), nil, false},
		"where it lies is not known":  {Part{Item: "R"}, m(21), m(22), true},
		"a point of the web, its end": {part, m(20), m(20), true},
	} {
		if got := c.part.Meets(c.from, c.to); got != c.want {
			t.Errorf("%s: %v", sentence, got)
		}
	}
}
