package source

import (
	"context"
	"fmt"
	"sync"
	"time"

	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/influx"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/plan"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/table"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/vocabulary"
)

const (
	planAge = 5 * time.Second
	// planAhead is how far in the future a row's moment of effect may lie to be read.
	planAhead = 10 * 365 * 24 * time.Hour
)

// planTags are the measurements of the plan and their tags.
var planTags = []struct {
	measurement string
	tags        []string
}{
	{vocabulary.MeasurementStation, []string{"station"}},
	{vocabulary.MeasurementCharacteristic, []string{"station", "characteristic", "product", "stratum"}},
	{vocabulary.MeasurementControlLimit, []string{"station", "characteristic", "product", "stratum"}},
	{vocabulary.MeasurementSetting, []string{"name"}},
}

// Plan is all that was ever planned, at most seconds old. Before the first push it is empty.
func (s *Source) Plan(ctx context.Context) (*plan.Plan, error) {
	now := s.Now()
	s.plans.mu.Lock()
	cached, at := s.plans.plan, s.plans.at
	s.plans.mu.Unlock()
	if cached != nil && now.Sub(at) < planAge && now.Sub(at) >= 0 {
		return cached, nil
	}
	fresh, err := s.readPlan(ctx, now)
	if err != nil {
		return nil, fmt.Errorf("reading the control plan: %w", err)
	}
	s.plans.mu.Lock()
	defer s.plans.mu.Unlock()
	s.plans.plan, s.plans.at = fresh, now
	return fresh, nil
}

// FreshPlan is the plan as it is stored now, with fields that it had never had before.
func (s *Source) FreshPlan(ctx context.Context) (*plan.Plan, error) {
	s.schemas.mu.Lock()
	for _, of := range planTags {
		delete(s.schemas.all, s.Databases.Record+"\x00"+of.measurement)
	}
	s.schemas.mu.Unlock()
	s.plans.mu.Lock()
	s.plans.plan = nil
	s.plans.mu.Unlock()
	return s.Plan(ctx)
}

// WholeRecord is the range of all that was ever recorded, the same for reads of one hour so that they share one request.
func WholeRecord(now time.Time) influx.Range {
	return influx.Range{From: 0, To: now.Add(planAhead).Truncate(time.Hour).UnixNano()}
}

func (s *Source) readPlan(ctx context.Context, now time.Time) (*plan.Plan, error) {
	books := make([]*plan.Book, len(planTags))
	tables := make([]*table.Table, len(planTags))
	var statements []influx.Statement
	var asked []int
	for i, of := range planTags {
		tables[i] = table.New(of.measurement, table.Spec{Name: "time", Kind: table.Time})
		fields, err := s.Fields(ctx, s.Databases.Record, of.measurement)
		if influx.NotFound(err) {
			continue // before the first push there may be no database either; the health check says so
		}
		if err != nil {
			return nil, err
		}
		if len(fields) == 0 {
			continue
		}
		statements = append(statements, influx.Statement{
			From: of.measurement, Columns: RecordColumns(of.tags, fields),
			Range: WholeRecord(now),
		})
		asked = append(asked, i)
	}
	if len(statements) > 0 {
		answer, err := s.flights.query(ctx, s.client, s.Databases.Record, influx.Budget{Bytes: s.Budget.Bytes}, statements)
		if err != nil {
			return nil, err
		}
		for i, result := range answer.Results {
			for _, series := range result.Series {
				tables[asked[i]] = series.Rows
			}
		}
	}
	settings, err := plan.NewBook(settingsByName(tables[len(tables)-1]))
	if err != nil {
		return nil, err
	}
	other := plan.ElsewhereOf(settings, s.Sites)
	var odd []string
	for i, rows := range tables {
		rows = other.Without(rows)
		odd = append(odd, plan.Odd(rows)...)
		if books[i], err = plan.NewBook(settingsByName(rows)); err != nil {
			return nil, err
		}
	}
	begin, _ := books[1].Begin()
	return &plan.Plan{Stations: books[0], Characteristics: books[1], Limits: books[2], Settings: books[3], Begin: begin, Pushed: books[0].Recorded(), Odd: odd, Elsewhere: other}, nil
}

// RecordColumns are all tags and fields, each read as the type it was stored with.
func RecordColumns(tags []string, fields []influx.FieldKey) []influx.Column {
	var columns []influx.Column
	for _, tag := range tags {
		columns = append(columns, influx.Tag(tag))
	}
	for _, key := range fields {
		columns = append(columns, influx.Field(key.Name, KindOf(key)))
	}
	return columns
}

// KindOf is the kind of column that holds a field as InfluxDB stores it.
func KindOf(f influx.FieldKey) table.Kind {
	switch f.Type {
	case "float":
		return table.Float
	case "integer", "unsigned":
		return table.Int
	case "boolean":
		return table.Bool
	}
	return table.Text
}

func settingsByName(rows *table.Table) *table.Table {
	name := rows.Column("name")
	if rows.Name != "setting" || name == nil {
		return rows
	}
	out := table.New(rows.Name)
	for _, c := range rows.Columns() {
		out.Add(c)
	}
	out.Add(table.Renamed(name, table.Spec{Name: "station", Kind: table.Text}))
	return out
}

// planCache keeps the plan for seconds; rows of visits are never kept.
type planCache struct {
	mu   sync.Mutex
	at   time.Time
	plan *plan.Plan
}
