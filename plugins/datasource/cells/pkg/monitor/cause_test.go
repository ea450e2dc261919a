package monitor

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/summary"
)

func TestACauseIsToldOnce(t *testing.T) {
	told := func(place, what string, first int64) Told {
		parts := append(strings.Split(place, "/"), "", "")
		return Told{What: what, Episode: Episode{FirstMs: first}, Key: summary.Key{
			Stream: summary.Stream{Line: "L1", Station: "filling", Equipment: parts[0], Position: parts[1]}, Characteristic: "mass",
		}}
	}
	other := told("F1/N1", Level, 1)
	other.Key.Characteristic = "vacuum"
	for name, c := range map[string]struct {
		told []Told
		want string
	}{
		"of one stream the one told first":                  {[]Told{told("F1/N4", Share, 2), told("F1/N4", Spread, 1)}, "F1/N4 spread"},
		"of two at once the plainer":                        {[]Told{told("F1/N4", Share, 1), told("F1/N4", Level, 1)}, "F1/N4 level"},
		"a machine yields to its nozzle":                    {[]Told{told("F1", Share, 1), told("F1/N4", Spread, 2), told("", Level, 1)}, "F1/N4 spread"},
		"nozzles yield to their machine where several do":   {[]Told{told("F1", Share, 3), told("F1/N1", Share, 1), told("F1/N2", Share, 1), told("F1/N3", Share, 1)}, "F1 share"},
		"several nozzles of a machine that does not depart": {[]Told{told("F1/N1", Share, 1), told("F1/N2", Share, 1), told("F1/N3", Share, 1)}, "F1/N1 share, F1/N2 share, F1/N3 share"},
		"nozzles of two machines are two":                   {[]Told{told("F1/N1", Share, 1), told("F2/N1", Share, 1)}, "F1/N1 share, F2/N1 share"},
		"another characteristic is another":                 {[]Told{told("F1/N1", Share, 1), other}, "F1/N1 share, F1/N1 level"},
	} {
		var got []string
		for _, of := range Causes(c.told) {
			got = append(got, fmt.Sprint(strings.TrimSuffix(of.Key.Equipment+"/"+of.Key.Position, "/"), " ", of.What))
		}
		slices.Sort(got)
		want := strings.Split(c.want, ", ")
		slices.Sort(want)
		if !slices.Equal(got, want) {
			t.Errorf("%s: %q, want %q", name, got, want)
		}
	}
}
