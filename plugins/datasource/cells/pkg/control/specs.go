package control

import (
	"slices"
	"strings"

	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/plan"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/summary"
)

// specs are those of a characteristic by what the plan distinguishes: thousands of streams share a few.
type specs struct {
	// attributes of a stream, beside its product, that its spec may depend on.
	attributes []string
	known      map[string]*scopeJudge
	open       func(product string, attributes map[string]string) *scopeJudge
}

func specsOf(p *plan.Plan, station, characteristic string) *specs {
	s := &specs{known: map[string]*scopeJudge{}}
	for _, pair := range p.Characteristics.Strata(station, characteristic) {
		for key := range plan.ParseStratum(pair[1]) {
			s.attributes = append(s.attributes, key)
		}
	}
	slices.Sort(s.attributes)
	s.attributes = slices.Compact(s.attributes)
	s.open = func(product string, attributes map[string]string) *scopeJudge {
		return &scopeJudge{product: product, specs: p.Specs(station, characteristic, plan.Scope{Product: product, Attributes: attributes})}
	}
	return s
}

// of are those of a stream.
func (s *specs) of(stream summary.Stream) *scopeJudge {
	key := stream.Product
	if len(s.attributes) > 0 {
		key = s.key(stream)
	}
	scope, known := s.known[key]
	if !known {
		scope = s.open(stream.Product, placeOf(stream))
		s.known[key] = scope
	}
	return scope
}

func (s *specs) key(stream summary.Stream) string {
	place := placeOf(stream)
	parts := []string{stream.Product}
	for _, attribute := range s.attributes {
		parts = append(parts, place[attribute])
	}
	return strings.Join(parts, "\x00")
}
