package source

import (
	"cmp"
	"context"
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/influx"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/plan"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/record"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/table"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/vocabulary"
)

// defaultBuckets is the size of the item index as Telegraf writes it before a plan says otherwise.
const defaultBuckets = 4096

// Pointer says where a row about an item lies.
type Pointer struct {
	Measurement, Site, Line, Equipment, Product string
	At                                          int64 // the row's exact time, ns
}

// Lookup asks the index for the pointers of one item.
type Lookup struct {
	Item string
	// Kind limits to pointers of one measurement, Without to those of all others; Newest and Limit to the last or first of them.
	Kind    string
	Without []string
	Newest  bool
	Limit   int
}

// Pointers finds items by their IDs alone, over the whole retention: one statement an item and size the index ever had.
func (r *Run) Pointers(ctx context.Context, p *plan.Plan, lookups ...Lookup) (map[string][]Pointer, error) {
	sizes := BucketSizes(p)
	whole := influx.Range{From: 0, To: r.Now().Add(planAhead).UnixNano()}
	var statements []influx.Statement
	var items []string
	for _, l := range lookups {
		for _, size := range sizes {
			s := influx.Statement{
				From: vocabulary.MeasurementItemIndex, Range: whole, Newest: l.Newest, Limit: l.Limit,
				Columns: []influx.Column{influx.Field("key", table.Text), influx.Field("at", table.Int)},
				Where: []influx.Condition{
					{Column: influx.Tag("bucket"), Operator: "=", Values: []any{record.BucketOf(l.Item, size)}},
					{Column: influx.Field("item_id", table.Text), Operator: "=", Values: []any{l.Item}},
				},
			}
			if l.Kind != "" {
				s.Where = append(s.Where, influx.Condition{Column: influx.Field("key", table.Text), Operator: "=~", Values: []any{`^` + l.Kind + `\|`}})
			}
			for _, kind := range l.Without {
				s.Where = append(s.Where, influx.Condition{Column: influx.Field("key", table.Text), Operator: "!~", Values: []any{`^` + kind + `\|`}})
			}
			statements, items = append(statements, s), append(items, l.Item)
		}
	}
	results, err := r.ReadMany(ctx, r.Databases.Index, statements)
	if influx.NotFound(err) {
		return nil, nil
	}
	if err != nil {
		return nil, err
	}
	out := map[string][]Pointer{}
	for i, result := range results {
		for _, series := range result.Series {
			key, at := series.Rows.Column("key"), series.Rows.Column("at")
			for row := range series.Rows.Len() {
				ns, ok := at.Int(row)
				to, parsed := ParsePointer(table.TextOr(key, row, ""), ns)
				if ok && parsed && (len(r.Sites) == 0 || slices.Contains(r.Sites, to.Site)) && !slices.Contains(out[items[i]], to) {
					out[items[i]] = append(out[items[i]], to)
				}
			}
		}
	}
	return out, nil
}

// BucketSizes are all sizes that the index may have been written with.
func BucketSizes(p *plan.Plan) []uint32 {
	if sizes := p.Buckets(); len(sizes) > 0 {
		return sizes
	}
	return []uint32{defaultBuckets}
}

// BucketsOf are the buckets that the index may have items in, each once.
func BucketsOf(p *plan.Plan, items []string) []string {
	var out []string
	for _, item := range items {
		for _, size := range BucketSizes(p) {
			out = append(out, record.BucketOf(item, size))
		}
	}
	slices.Sort(out)
	return slices.Compact(out)
}

// BucketSizeAt is the number of buckets that rows of that moment lie in.
func BucketSizeAt(p *plan.Plan, now time.Time) uint32 {
	planned, err := strconv.ParseUint(p.Setting("buckets", now.UnixNano()), 10, 32)
	if err != nil || planned == 0 {
		return defaultBuckets
	}
	return uint32(planned)
}

// ParsePointer reads measurement|site|line|equipment|product.
func ParsePointer(key string, at int64) (Pointer, bool) {
	parts := strings.Split(key, "|")
	if len(parts) != 5 || parts[0] == "" {
		return Pointer{}, false
	}
	return Pointer{parts[0], parts[1], parts[2], parts[3], parts[4], at}, true
}

// fewStatements go in one request: InfluxDB runs the statements of a request one after the other, more than these are
// worth a second one.
const fewStatements = 3

// ReadMany runs any number of statements, in requests that are allowed, two at a time.
func (r *Run) ReadMany(ctx context.Context, database string, statements []influx.Statement) ([]influx.Result, error) {
	out := make([]influx.Result, len(statements))
	size := min(max((len(statements)+1)/2, fewStatements), influx.MaxStatements)
	read := func(from int) func() error {
		return func() error {
			to := min(from+size, len(statements))
			if from >= to {
				return nil
			}
			results, err := r.Read(ctx, database, statements[from:to]...)
			copy(out[from:to], results)
			return err
		}
	}
	for from := 0; from < len(statements); from += 2 * size {
		if err := r.Together(read(from), read(from+size)); err != nil {
			return nil, err
		}
	}
	return out, nil
}

// nearNs is how far apart, in nanoseconds, rows of a series may lie to be read in one statement: opening a statement costs the
// server more than the rows of half a minute.
const nearNs = int64(30 * time.Second)

// Exactly reads the rows that pointers lead to, by measurement: one statement for the rows of a series that lie near each
// other, or, of a measurement with more than a request may hold, one range; what else lies there is filtered out here.
func (r *Run) Exactly(
	ctx context.Context, database string, pointers []Pointer, columns func(measurement string) ([]influx.Column, error),
) (map[string]*table.Table, error) {
	byMeasurement := map[string][]Pointer{}
	for _, p := range pointers {
		byMeasurement[p.Measurement] = append(byMeasurement[p.Measurement], p)
	}
	var statements []influx.Statement
	wanted := map[string]map[int64]bool{}
	for measurement, of := range byMeasurement {
		selected, err := columns(measurement)
		if err != nil {
			return nil, err
		}
		if len(selected) == 0 {
			continue
		}
		wanted[measurement] = map[int64]bool{}
		for _, p := range of {
			wanted[measurement][p.At] = true
		}
		if len(of) > influx.MaxStatements {
			first, last := of[0].At, of[0].At
			for _, p := range of {
				first, last = min(first, p.At), max(last, p.At)
			}
			statements = append(statements, influx.Statement{From: measurement, Columns: selected, Range: influx.Range{From: first, To: last + 1}})
			continue
		}
		for _, near := range nearby(of) {
			statements = append(statements, influx.Statement{
				From: measurement, Columns: selected, Where: near[0].tags(),
				Range: influx.Range{From: near[0].At, To: near[len(near)-1].At + 1},
			})
		}
	}
	results, err := r.ReadMany(ctx, database, statements)
	if err != nil {
		return nil, err
	}
	out := map[string]*table.Table{}
	for _, result := range results {
		for _, series := range result.Series {
			rows := series.Rows
			at := rows.Column("time")
			rows = rows.Filter(func(row int) bool { ns, _ := at.Int(row); return wanted[rows.Name][ns] })
			if out[rows.Name] == nil {
				out[rows.Name] = table.New(rows.Name)
			}
			out[rows.Name].Append(rows)
		}
	}
	return out, nil
}

// nearby groups pointers into the same series by time.
func nearby(pointers []Pointer) [][]Pointer {
	series := func(p Pointer) string { return strings.Join([]string{p.Site, p.Line, p.Equipment, p.Product}, "|") }
	sorted := slices.Clone(pointers)
	slices.SortFunc(sorted, func(a, b Pointer) int { return cmp.Or(cmp.Compare(series(a), series(b)), cmp.Compare(a.At, b.At)) })
	var out [][]Pointer
	for i, p := range sorted {
		if i > 0 && series(p) == series(sorted[i-1]) && p.At-sorted[i-1].At <= nearNs {
			out[len(out)-1] = append(out[len(out)-1], p)
		} else {
			out = append(out, []Pointer{p})
		}
	}
	return out
}

// tags narrows the reading of one row to its series.
func (p Pointer) tags() []influx.Condition {
	var where []influx.Condition
	for _, of := range [][2]string{{"site", p.Site}, {"line", p.Line}, {"equipment", p.Equipment}, {"product", p.Product}} {
		if of[1] != "" {
			where = append(where, influx.Condition{Column: influx.Tag(of[0]), Operator: "=", Values: []any{of[1]}})
		}
	}
	return where
}
