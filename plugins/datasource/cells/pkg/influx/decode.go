package influx

import (
	"errors"
	"fmt"
	"io"
	"maps"

	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/table"
)

// Series is one group of rows of one measurement.
type Series struct {
	Tags map[string]string // of GROUP BY
	Rows *table.Table      // named like the measurement; "time" (ns) is a column of every SELECT
}

// Result is the answer of one statement.
type Result struct {
	Series []*Series
	// Cut says that the row budget ended the reading; what was read comes first in the order asked for.
	Cut bool
}

const timeColumn = "time"

// errBrokenOff: the last chunk announces another.
var errBrokenOff = errors.New("the answer of InfluxDB broke off between two chunks")

// errRowBudget ends decoding once enough rows were read.
var errRowBudget = errors.New("row budget")

type decoder struct {
	s       *scanner
	shapes  []shape
	results []Result
	seen    []bool
	partial []bool // more of the statement is to come
	rows    int
	maxRows int
}

// shape is what the rows of a statement become.
type shape struct {
	kinds map[string]table.Kind // of columns, default text
	among *Texts                // the first column's texts that are kept; nil: all
}

// decode reads the chunks of a /query answer; shapes holds one for each statement.
func decode(r io.Reader, shapes []shape, budget Budget) ([]Result, error) {
	d := &decoder{
		s:       newScanner(r, budget.Bytes),
		shapes:  shapes,
		results: make([]Result, len(shapes)),
		seen:    make([]bool, len(shapes)),
		partial: make([]bool, len(shapes)),
		maxRows: budget.Rows,
	}
	err := d.chunks()
	cut := errors.Is(err, errRowBudget)
	if err != nil && !cut {
		return nil, err
	}
	for id, seen := range d.seen {
		if !seen && cut {
			d.results[id].Cut = true
		} else if !seen {
			return nil, &StatementError{Statement: id, Message: "InfluxDB did not answer it; an earlier statement of the request failed"}
		} else if d.partial[id] && !cut {
			return nil, errBrokenOff
		}
	}
	return d.results, nil
}

func (d *decoder) chunks() error {
	for {
		if _, err := d.s.peek(); errors.Is(err, io.EOF) {
			return nil
		} else if err != nil {
			return err
		}
		err := d.s.object(func(key string) error {
			switch key {
			case "results":
				return d.s.list(func(int) error { return d.result() })
			case "error":
				return d.requestError()
			default:
				return d.s.skip()
			}
		})
		if err != nil {
			return err
		}
	}
}

func (d *decoder) requestError() error {
	message, err := d.s.text()
	if err != nil {
		return err
	}
	return &StatementError{Statement: -1, Message: string(message)}
}

func (d *decoder) result() error {
	id := 0
	return d.s.object(func(key string) error {
		switch key {
		case "statement_id":
			b, err := d.s.word()
			if err != nil {
				return err
			}
			n, err := parseInt(b)
			if err != nil || n < 0 || int(n) >= len(d.results) {
				return fmt.Errorf("InfluxDB answered statement %s, %d were sent", b, len(d.results))
			}
			id = int(n)
			d.seen[id], d.partial[id] = true, false
			return nil
		case "partial":
			word, err := d.s.word()
			d.partial[id] = string(word) == "true"
			return err
		case "series":
			d.seen[id] = true
			return d.s.list(func(int) error { return d.series(id) })
		case "error":
			message, err := d.s.text()
			if err != nil {
				return err
			}
			return &StatementError{Statement: id, Message: string(message)}
		default:
			return d.s.skip()
		}
	})
}

func (d *decoder) series(id int) error {
	var name string
	var tags map[string]string
	var columns []string
	return d.s.object(func(key string) error {
		switch key {
		case "name":
			b, err := d.s.text()
			name = string(b)
			return err
		case "tags":
			tags = map[string]string{}
			return d.s.object(func(tag string) error {
				b, err := d.s.text()
				tags[tag] = string(b)
				return err
			})
		case "columns":
			return d.s.list(func(int) error {
				b, err := d.s.text()
				columns = append(columns, string(b))
				return err
			})
		case "values":
			return d.values(id, d.target(id, name, tags, columns))
		default:
			return d.s.skip()
		}
	})
}

// target is the series that the next rows belong to: a chunk continues the last one of the same name and tags.
func (d *decoder) target(id int, name string, tags map[string]string, columns []string) *Series {
	all := d.results[id].Series
	if n := len(all); n > 0 && all[n-1].Rows.Name == name && maps.Equal(all[n-1].Tags, tags) {
		return all[n-1]
	}
	series := &Series{Tags: tags, Rows: table.New(name)}
	for _, column := range columns {
		kind, known := d.shapes[id].kinds[column]
		if column == timeColumn {
			kind = table.Time
		} else if !known {
			kind = table.Text
		}
		series.Rows.Add(table.NewColumn(table.Spec{Name: column, Kind: kind}))
	}
	d.results[id].Series = append(all, series)
	return series
}

func (d *decoder) values(id int, series *Series) error {
	columns, among := series.Rows.Columns(), d.shapes[id].among
	row := chosenRow{columns: columns, among: among}
	return d.s.list(func(int) error {
		if d.maxRows > 0 && d.rows >= d.maxRows {
			d.results[id].Cut = true
			return errRowBudget
		}
		last := -1
		row.left = false
		err := d.s.list(func(i int) error {
			if i >= len(columns) {
				return errors.New("InfluxDB sent a row with more values than columns")
			}
			last = i
			if among != nil {
				return row.read(i, d.s)
			}
			return appendValue(columns[i], d.s)
		})
		if !row.left {
			d.rows++
		}
		if err == nil && last+1 != len(columns) {
			return errors.New("InfluxDB sent a row with fewer values than columns")
		}
		return err
	})
}
