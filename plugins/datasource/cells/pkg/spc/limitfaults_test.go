package spc

import (
	"strings"
	"testing"
)

func TestControlLimitsThatCannotBeAreNamedByTheNumberThatIsWrong(t *testing.T) {
	type numbers map[string]float64
	for name, of := range map[string]struct {
		kind    string
		numbers numbers
		want    string
	}{
		"normal":                  {"", numbers{"centre": -1, "sigma_plotted": 1}, ""},
		"no centre":               {"normal", numbers{"sigma_plotted": 1}, "centre is missing"},
		"no σ":                    {"normal", numbers{"centre": 1}, "sigma_plotted is missing"},
		"σ of zero":               {"lognormal", numbers{"centre": 1, "sigma_plotted": 0}, "sigma_plotted is 0 and must be above 0"},
		"a logarithm of nothing":  {"lognormal", numbers{"centre": 0, "sigma_plotted": 1}, "centre is 0 and must be above 0"},
		"a share of more than 1":  {"p", numbers{"centre": 1.5, "subgroup_n": 50}, "centre is 1.5 and must be above 0 and below 1"},
		"Laney without n":         {"laney", numbers{"centre": 0.1, "sigma_within": 1}, "subgroup_n is missing"},
		"more bad ones than made": {"np", numbers{"centre": 60, "subgroup_n": 50}, "centre is 60 and must be above 0 and below subgroup_n"},
		"several":                 {"normal", numbers{"centre": 1, "sigma_plotted": 1, "sigma_within": -1, "subgroup_n": 0.5, "lambda": 2}, "lambda is 2 and must be above 0 and at most 1; sigma_within is -1 and must be at least 0; subgroup_n is 0.5 and must be whole and at least 1"},
		"a kind of tomorrow":      {"skew-t", numbers{}, ""},
	} {
		got := LimitFaults(of.kind, func(field string) *float64 {
			if v, stated := of.numbers[field]; stated {
				return &v
			}
			return nil
		})
		if words := strings.Join(got, "; "); words != of.want {
			t.Errorf("%s: %q, want %q", name, words, of.want)
		}
	}
}
