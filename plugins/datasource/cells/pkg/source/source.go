// Package source is the one door to InfluxDB: visits, index, genealogy, events, environment and the plan, with sites, personal data and budgets enforced.
package source

import (
	"context"
	"slices"
	"time"

	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/influx"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/plan"
)

// Databases are the names of the five databases.
type Databases struct {
	Visits   string `json:"visits"`
	Index    string `json:"index"`
	Record   string `json:"record"`
	Curve    string `json:"curve"`
	Rejected string `json:"rejected"`
}

// Budget bounds one query.
type Budget struct {
	Rows  int           // rows read and rows answered
	Cells int           // cells of a join
	Bytes int64         // of one answer of InfluxDB
	Time  time.Duration // from start to frames
}

// PersonalData is the plan's choice for data about persons.
type PersonalData = plan.PersonalData

// The choices: operators arrive as pseudonyms, in clear, or are left out.
const (
	PersonalDataPseudonym = plan.PersonalDataPseudonym
	PersonalDataClear     = plan.PersonalDataClear
	PersonalDataOff       = plan.PersonalDataOff
)

// Source is what all queries of one datasource share.
type Source struct {
	client    *influx.Client
	Databases Databases
	Budget    Budget
	// Sites are the only sites that may be read; empty: all.
	Sites []string
	// PersonalData says what becomes of operators.
	PersonalData PersonalData
	Now          func() time.Time

	flights flights
	schemas schemaCache
	plans   planCache
	struck  voidCache
}

// Run is one running query: what it may use, and what it has to tell beside its frames.
type Run struct {
	*Source
	Range Range
	// Alerting tells that an alert rule asks; how it fares is remembered.
	Alerting bool
	// Single is whether an expression reads the answer.
	Single bool
	// MayDecide is whether the asker may take decisions, and so see who took others.
	MayDecide bool

	// Tells is whether an answer without rows has to say why there are none.
	Tells bool

	People privacy
	// Counted is the number of rows where it is not that of the frame.
	Counted *float64
	Log     runLog
}

// Read runs statements and gives a result for each, in as few requests as InfluxDB bears. Identical requests in flight
// share one read.
func (r *Run) Read(ctx context.Context, database string, statements ...influx.Statement) ([]influx.Result, error) {
	for i := range statements {
		statements[i].Where = append(slices.Clone(statements[i].Where), r.siteCondition(statements[i].From)...)
	}
	var results []influx.Result
	for batch := range slices.Chunk(statements, influx.MaxStatements) {
		budget := influx.Budget{Rows: r.Budget.Rows, Bytes: r.Budget.Bytes}
		answer, err := r.flights.query(ctx, r.client, database, budget, batch)
		if answer != nil {
			r.Log.executed(database, answer.Text)
		}
		if err != nil {
			return nil, err
		}
		results = append(results, answer.Results...)
	}
	if slices.ContainsFunc(results, func(result influx.Result) bool { return result.Cut }) {
		r.Log.cut(r.Budget.Rows)
	}
	return results, nil
}

// withoutSite are the measurements that carry no site: the plan holds for all, the index is checked after reading, and
// what Telegraf tells about itself and its host is of no site.
var withoutSite = []string{"item_index", "station", "characteristic", "setting", "control_limit", "disk", "filestat", "broker_queue", "internal_write", "ingest_bound"}

// siteCondition enforces the datasource's sites.
func (r *Run) siteCondition(measurement string) []influx.Condition {
	if len(r.Sites) == 0 || slices.Contains(withoutSite, measurement) {
		return nil
	}
	values := make([]any, len(r.Sites))
	for i, site := range r.Sites {
		values[i] = site
	}
	return []influx.Condition{{Column: influx.Tag("site"), Operator: "=", Values: values}}
}
