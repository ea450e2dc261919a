package control

import (
	"slices"
	"strings"

	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/plan"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/table"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/vocabulary"
)

// sortStratum orders keys as the plan spells them; lots come last.
func sortStratum(keys []string) {
	rank := func(key string) int {
		if i := slices.Index(vocabulary.StratumKeys, key); i >= 0 {
			return i
		}
		return len(vocabulary.StratumKeys)
	}
	slices.SortFunc(keys, func(a, b string) int {
		if d := rank(a) - rank(b); d != 0 {
			return d
		}
		return strings.Compare(a, b)
	})
}

// Strata gives rows their product and stratum.
type Strata struct {
	keys    []string
	product *table.Column
	columns []*table.Column
	buffer  []byte
}

// StrataOf splits rows by product and these keys.
func StrataOf(rows *table.Table, keys []string) *Strata {
	s := &Strata{keys: slices.Clone(keys), product: rows.Column("product")}
	sortStratum(s.keys)
	for _, key := range s.keys {
		s.columns = append(s.columns, rows.Column(key))
	}
	return s
}

// Key spells a row's product and stratum; the slice is reused.
func (s *Strata) Key(row int) []byte {
	b := append(s.buffer[:0], table.TextOr(s.product, row, plan.Any)...)
	b = append(b, 0)
	n := len(b)
	for i, c := range s.columns {
		if v := table.TextOr(c, row, ""); v != "" {
			if len(b) > n {
				b = append(b, ',')
			}
			b = append(append(append(b, s.keys[i]...), '='), v...)
		}
	}
	if len(b) == n {
		b = append(b, plan.Any...)
	}
	s.buffer = b
	return b
}

// SplitKey gives the product and stratum of a key.
func SplitKey(key string) (product, stratum string) {
	product, stratum, _ = strings.Cut(key, "\x00")
	return product, stratum
}

// StrataKeys are the attributes of a visit that specs and control limits of characteristics are distinguished by.
func StrataKeys(p *plan.Plan, station string, characteristics []string) []string {
	var keys []string
	for _, name := range characteristics {
		for _, book := range []*plan.Book{p.Characteristics, p.Limits} {
			for _, pair := range book.Strata(station, name) {
				for key := range plan.ParseStratum(pair[1]) {
					keys = append(keys, key)
				}
			}
		}
	}
	slices.Sort(keys)
	return slices.Compact(keys)
}
