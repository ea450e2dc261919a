package problem

import (
	"errors"
	"math"
	"math/rand/v2"
	"slices"
	"testing"

	"github.com/santhosh-tekuri/jsonschema/v6"
)

// told is the sentence on what a schema has against a problem, "" where it has nothing.
func told(s *jsonschema.Schema, problem any) string {
	said := (*jsonschema.ValidationError)(nil)
	if !errors.As(s.Validate(problem), &said) {
		return ""
	}
	first := slices.MinFunc(findings(said), compareFindings)
	name, at := placeOf(problem, first.path)
	return name + ": " + sentences[first.keyword](first, at)
}

func TestAListIsRefusedForTheSameEntryAsWhenEveryEntryIsAsked(t *testing.T) {
	_, each := compile()
	edges := []float64{0, 0.5, 1, 1.5, 1e9, 1e9 + 1, 1e-100, math.Nextafter(1e-100, 0), 1e100, math.Nextafter(1e100, math.Inf(1)), 5e-324}
	random := rand.New(rand.NewPCG(1, 2))
	number := func() float64 {
		x := math.Exp(random.NormFloat64() * 5)
		switch random.IntN(40) {
		case 0:
			x = edges[random.IntN(len(edges))]
		case 1:
			x = math.Exp(random.NormFloat64() * 100)
		}
		if random.IntN(3) > 0 && x < 1e15 {
			x = math.Trunc(x)
		}
		return math.Copysign(x, random.Float64()-0.1)
	}
	refused := 0
	for range 3000 {
		list := make([]any, random.IntN(6))
		for i := range list {
			list[i] = number()
		}
		for _, p := range []map[string]any{
			{"kind": "i-mr", "values": list, "breaks": list},
			{"kind": "t", "values": list},
			{"kind": "p", "values": list, "sizes": list},
			{"kind": "u", "values": []any{1.0}, "sizes": list},
			{"kind": "xbar-r", "subgroups": []any{list, []any{"x"}}},
			{"kind": "false-discovery", "p": list},
			{"kind": "chi-square", "table": []any{list}},
			{"kind": "distribution", "values": list, "quantiles": list},
		} {
			want := told(each, p)
			if got := told(shape, p); got != want {
				t.Fatalf("%v: %q, asked one by one %q", p, got, want)
			}
			if want != "" {
				refused++
			}
		}
	}
	if refused < 3000 || refused > 20_000 {
		t.Errorf("%d refused", refused)
	}
}
