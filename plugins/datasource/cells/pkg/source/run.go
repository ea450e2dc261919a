package source

import (
	"context"
	"fmt"
	"slices"

	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/influx"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/vocabulary"
)

// Because keeps why there are no rows; the first reason stands.
func (r *Run) Because(word, format string, args ...any) {
	r.Log.because(&Reason{word, fmt.Sprintf(format, args...)})
}

// Notice adds an informative notice to the first frame.
func (r *Run) Notice(format string, args ...any) {
	r.Log.notice(Notice{Text: fmt.Sprintf(format, args...)})
}

// Warn adds a warning to the first frame.
func (r *Run) Warn(format string, args ...any) {
	r.Log.notice(Notice{Warns: true, Text: fmt.Sprintf(format, args...)})
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

	People Privacy
	// Counted is the number of rows where it is not that of the frame.
	Counted *float64
	Log     runLog
}

// Aside is a run of its own over another range, with the same rights: what it has to tell is not told to the asker of this one.
func (r *Run) Aside(over Range) *Run { return &Run{Source: r.Source, Range: over, People: r.People} }

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
var withoutSite = slices.Concat(vocabulary.SitelessMeasurements, vocabulary.WatchMeasurements)

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
