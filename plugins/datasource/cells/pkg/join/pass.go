package join

import (
	"cmp"
	"fmt"
	"slices"

	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/table"
)

// VisitColumns names the columns that tell the records of a station apart.
type VisitColumns struct {
	// Key is the item (Text), Number its visit (Int), Source the end of the visit in ms (Int; a row without one is placed by
	// Time), Machine the columns (Text) that together say where it was; those that the table lacks are the same everywhere.
	Key, Number, Source string
	Machine             []string
	// Received is the arrival of the record in ms (Int), Time the exact time of its row in ns.
	Received, Time string
	// Counted: the station's numbers do not count the passes of an item; they are numbered from 1 by time.
	Counted bool
	// Whole: the table holds every column of its records, so that rows that agree are one message.
	Whole bool
}

// Passes says what the records of a station are. Records of one item, visit, source time and machine tell of one pass: of
// those the one received last stands, or all that were received last in one ms, since nobody knows which of them corrects.
// Any other record of the same item and visit is another pass: both stand.
type Passes struct {
	// Superseded are the records that a differing one replaced (a correction), Repeated those of a message that was stored
	// again. All others stand.
	Superseded, Repeated []bool
	// Replaced counts, by the row that stands, the differing records it replaced.
	Replaced map[int]int64
	// Numbers are the visits' numbers by row where they are counted here; nil where the records bear their own.
	Numbers []int64
	// Rivals are the passes that bear one item and number, two or more, each list in order of time.
	Rivals [][]int

	passColumns
	keys *keys
}

// identityNs is what both rules for the times of rows leave of a message's hash: its last six digits.
const identityNs = 1_000_000

// FindPasses tells the passes of a table's records. Rows without a key stand alone. A column that is missing is an error.
func FindPasses(t *table.Table, columns VisitColumns) (*Passes, error) {
	c, err := newPassColumns(t, columns)
	if err != nil {
		return nil, err
	}
	p := &Passes{
		Superseded: make([]bool, t.Len()), Repeated: make([]bool, t.Len()), Replaced: map[int]int64{}, passColumns: c, keys: newKeys(c.key),
	}
	if columns.Counted {
		p.Numbers = make([]int64, t.Len())
		for row := range p.Numbers {
			p.Numbers[row] = 1
		}
	}
	var rows []int
	for no := range p.keys.len() {
		if p.keys.first[no] != p.keys.last[no] {
			rows = p.keys.rows(no, rows)
			p.tell(rows)
		}
	}
	return p, nil
}

// Stands tells whether a row counts.
func (p *Passes) Stands(row int) bool { return !p.Superseded[row] && !p.Repeated[row] }

// Met are the rows of all items of which records met in one pass: only for them it matters what else tells passes apart.
func (p *Passes) Met() []int {
	var out []int
	seen := map[int32]bool{}
	for row, no := range p.keys.of {
		if p.Stands(row) || seen[no] {
			continue
		}
		seen[no] = true
		out = append(out, p.keys.rows(int(no), nil)...)
	}
	return out
}

// tell says what the records of one item are; it reorders rows.
func (p *Passes) tell(rows []int) {
	slices.SortFunc(rows, func(a, b int) int {
		return cmp.Or(cmp.Compare(p.stated(a), p.stated(b)), p.comparePass(a, b), p.compareArrival(a, b))
	})
	standing := rows[:0:0]
	for from := 0; from < len(rows); {
		to := from + 1
		for to < len(rows) && p.stated(rows[to]) == p.stated(rows[from]) && p.comparePass(rows[to], rows[from]) == 0 {
			to++
		}
		stays := rows[to-1]
		standing = append(standing, stays)
		for _, row := range rows[from : to-1] {
			switch {
			case slices.ContainsFunc(standing, func(other int) bool { return p.sameMessage(row, other) }):
				p.Repeated[row] = true
			case p.arrivedWith(row, stays):
				standing = append(standing, row)
			default:
				p.Superseded[row] = true
				p.Replaced[stays]++
			}
		}
		from = to
	}
	if p.Numbers != nil {
		slices.SortFunc(standing, p.compareTime)
		for i, row := range standing {
			p.Numbers[row] = int64(i) + 1
		}
		return
	}
	for from := 0; from < len(standing); {
		to := from + 1
		for to < len(standing) && p.stated(standing[to]) == p.stated(standing[from]) {
			to++
		}
		if to-from > 1 {
			rivals := slices.Clone(standing[from:to])
			slices.SortFunc(rivals, p.compareTime)
			p.Rivals = append(p.Rivals, rivals)
		}
		from = to
	}
}

// Number is the visit of a row.
func (p *Passes) Number(row int) int64 {
	if p.Numbers != nil {
		return p.Numbers[row]
	}
	return p.stated(row)
}

// passColumns read what VisitColumns names.
type passColumns struct {
	key, number, source, received, time *table.Column
	machine                             []*table.Column
	compared                            []*table.Column
	whole, counted                      bool
}

func newPassColumns(t *table.Table, c VisitColumns) (passColumns, error) {
	p := passColumns{
		key: t.Column(c.Key), number: t.Column(c.Number), source: t.Column(c.Source),
		received: t.Column(c.Received), time: t.Column(c.Time), whole: c.Whole, counted: c.Counted,
	}
	for _, needed := range []struct {
		name   string
		column *table.Column
	}{{c.Key, p.key}, {c.Number, p.number}, {c.Source, p.source}, {c.Received, p.received}, {c.Time, p.time}} {
		if needed.column == nil {
			return p, fmt.Errorf("join: table %q has no column %q, needed to tell visits apart", t.Name, needed.name)
		}
	}
	for _, name := range c.Machine {
		if column := t.Column(name); column != nil {
			p.machine = append(p.machine, column)
		}
	}
	for _, column := range t.Columns() {
		if column != p.key && column != p.received && column != p.time {
			p.compared = append(p.compared, column)
		}
	}
	return p, nil
}

// stated is the visit that a record bears; one without a number is the first.
func (p *passColumns) stated(row int) int64 {
	if n, ok := p.number.Int(row); ok {
		return n
	}
	return 1
}

func (p *passColumns) sourceMs(row int) int64 {
	if ms, ok := p.source.Int(row); ok {
		return ms
	}
	ns, _ := p.time.Int(row)
	return ns / 1_000_000
}

// comparePass is 0 for records of one pass, given that item and visit are the same.
func (p *passColumns) comparePass(a, b int) int {
	if d := cmp.Compare(p.sourceMs(a), p.sourceMs(b)); d != 0 {
		return d
	}
	for _, c := range p.machine {
		if d := c.Compare(a, b); d != 0 {
			return d
		}
	}
	return 0
}

// compareArrival puts what was received last at the end; a record without a time of arrival is the oldest.
func (p *passColumns) compareArrival(a, b int) int {
	atA, _ := p.received.Int(a)
	atB, _ := p.received.Int(b)
	timeA, _ := p.time.Int(a)
	timeB, _ := p.time.Int(b)
	return cmp.Or(cmp.Compare(atA, atB), cmp.Compare(timeA, timeB))
}

// arrivedWith tells that of two records nobody can say which came later. Where passes are counted the row's time says it, so
// that one pass does not count as two.
func (p *passColumns) arrivedWith(a, b int) bool {
	atA, knownA := p.received.Int(a)
	atB, knownB := p.received.Int(b)
	return knownA && knownB && atA == atB && !p.counted
}

// compareTime is the order in which passes were made.
func (p *passColumns) compareTime(a, b int) int {
	return cmp.Or(p.comparePass(a, b), p.compareArrival(a, b))
}

// sameMessage: the rows agree in all that was read, and in what their times keep of the message's hash.
func (p *passColumns) sameMessage(a, b int) bool {
	timeA, _ := p.time.Int(a)
	timeB, _ := p.time.Int(b)
	if !p.whole && timeA%identityNs != timeB%identityNs {
		return false
	}
	return !slices.ContainsFunc(p.compared, func(c *table.Column) bool { return c.Compare(a, b) != 0 })
}
