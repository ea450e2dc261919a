package yield

import (
	"slices"

	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/control"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/plan"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/source"
)

// planned are the characteristics of a station that decide what is counted: those of a special class, and those with spec
// limits where something asks for them.
func (s *search) planned(station station, fields []source.FieldKey) []*plan.Row {
	asked := s.query.Failures || slices.Contains(s.query.values(), "out_of_spec")
	rows := slices.DeleteFunc(s.plan.CharacteristicsAt(station.name, s.Range.To.UnixNano()), func(row *plan.Row) bool {
		return row.Text("source") == "environment" || !(plan.IsSpecial(row) || asked && limited(s.plan, row))
	})
	numbers, others := source.Measurable(rows, fields)
	for _, u := range others {
		s.Warn("Station %s: %s %s. It is not judged.", station.name, u.Characteristic, u.Reason())
	}
	return numbers
}

// limited tells whether a characteristic has spec limits for some product or stratum.
func limited(p *plan.Plan, row *plan.Row) bool {
	spec := control.SpecOf(row)
	return spec.LSL != nil || spec.USL != nil || len(p.Characteristics.Strata(row.Station, row.Characteristic)) > 1
}

// specKeys are the attributes of a visit that the specs of a station are distinguished by.
func (s *search) specKeys(station station, characteristics []string) []string {
	if len(characteristics) == 0 {
		return nil
	}
	return append(control.StrataKeys(s.plan, station.name, characteristics), "product")
}

// buckets are the starts of all buckets of the range, by the calendars of the sites that a group can hold.
func (s *search) buckets(by []string) []int64 {
	var out []int64
	i := slices.Index(s.query.By, "site")
	for site, c := range s.calendars {
		if (i >= 0 && by[i] != "" && by[i] != site) || !s.query.filters.MatchPlace(map[string]string{"site": site}) {
			continue
		}
		for t := s.Range.From; t.Before(s.Range.To); {
			at := s.query.bucket.around(c, t)
			out = append(out, at.From.UnixMilli())
			t = at.To
		}
	}
	slices.Sort(out)
	return slices.Compact(out)
}
