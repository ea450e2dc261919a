package health

import (
	"context"
	"maps"
	"slices"
	"time"

	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/source"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/table"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/vocabulary"
)

const (
	// newestRecords of a station are looked at: enough for a 95th percentile, whatever the range.
	newestRecords = 200
	// longestLag is how late the 95th percentile may be: a record waits at most some seconds at each step.
	longestLag = time.Minute
	// reasonOfFiles is by what rejected files of cyclers are known.
	reasonOfFiles = "cycler"
)

// stored is how late the newest records of each station were stored. Of a station without any nothing is seen: it may rest, or be cut off.
func stored(ctx context.Context, l *look) (out []finding, err error) {
	stations := l.plan.StationsAt(l.over.To)
	var statements []source.Statement
	for _, station := range stations {
		statements = append(statements, source.Statement{
			From: station.Station, Range: l.over, Where: l.where, Newest: true, Limit: newestRecords,
			Columns: []source.Column{source.Field("source_ms", table.Int), source.Field("received_ms", table.Int), source.Field("history", table.Bool)},
		})
	}
	results, err := l.Read(ctx, l.Databases.Visits, statements...)
	if err != nil {
		return nil, err
	}
	for i, result := range results {
		lags, newest := lagsOf(result)
		if len(lags) == 0 {
			out = append(out, finding{place: stations[i].Station, state: vocabulary.HealthNotSeen, sentence: l.noRecord})
			continue
		}
		slices.Sort(lags)
		half, most := at(lags, 0.5), at(lags, 0.95)
		said := l.say(l.lagOfOne, l.duration(most))
		if len(lags) > 1 {
			said = l.say(l.lag, l.duration(half), l.duration(most), len(lags))
		}
		out = append(out, finding{place: stations[i].Station, state: wrongIf(most > longestLag.Seconds()), value: &most, since: newest, sentence: said})
	}
	return out, nil
}

// lagsOf are by how much later than measured records were stored, s; what tells only what was is left out.
func lagsOf(result source.Result) (lags []float64, newestNs int64) {
	for _, series := range result.Series {
		for row := range series.Rows.Len() {
			measured, known := series.Rows.Column("source_ms").Int(row)
			received, stored := series.Rows.Column("received_ms").Int(row)
			if history, told := series.Rows.Column("history").Bool(row); !known || !stored || told && history {
				continue
			}
			lags = append(lags, max(0, float64(received-measured)/1000))
			newestNs = max(newestNs, received*1e6)
		}
	}
	return lags, newestNs
}

// at is a share of sorted numbers.
func at(sorted []float64, share float64) float64 {
	return sorted[min(len(sorted)-1, int(share*float64(len(sorted))))]
}

// mended are rows that were measured before the range, with some minutes of grace, and stored in it: what came late is judged all the same.
func mended(ctx context.Context, l *look) (out []finding, err error) {
	const grace = 2 // minutes
	statements := []source.Statement{
		{From: vocabulary.MeasurementArrival, Columns: []source.Column{source.Arrived(), source.Past()}, Range: l.over, Where: l.where, Limit: 1},
	}
	for _, minute := range []source.Column{source.Arrived(), source.Past()} {
		before := source.Condition{Column: minute, Operator: "<", Values: []any{l.over.From/int64(time.Minute) - grace}}
		for _, reduce := range []string{"count", "min"} {
			statements = append(statements, source.Statement{
				From: vocabulary.MeasurementArrival, Columns: []source.Column{minute}, Range: l.over, GroupBy: []string{"station"},
				Where: append(slices.Clone(l.where), before), Reduce: reduce,
			})
		}
	}
	results, err := l.Read(ctx, l.Databases.Visits, statements...)
	if err != nil || len(results[0].Series) == 0 {
		return nil, err
	}
	count, since := map[string]int64{}, map[string]int64{}
	for i, result := range results[1:] {
		for _, series := range result.Series {
			station := series.Tags["station"]
			for _, n := range source.ArrivedMinutes(series.Rows) {
				first, known := since[station]
				switch {
				case i%2 == 0:
					count[station] += n
				case !known || n < first:
					since[station] = n
				}
			}
		}
	}
	for _, station := range slices.Sorted(maps.Keys(count)) {
		minutes, from := float64(count[station]), since[station]*int64(time.Minute)
		out = append(out, finding{
			place: station, state: vocabulary.HealthWell, value: &minutes, since: from,
			sentence: l.say(l.cameLate, count[station], time.Unix(0, from).UTC().Format("2006-01-02 15:04")),
		})
	}
	if len(out) == 0 {
		out = []finding{{state: vocabulary.HealthWell, sentence: l.nothingLate}}
	}
	return out, nil
}

// rejected are inputs that could not be stored, by reason; none is good only where something was stored.
func rejected(ctx context.Context, l *look) (out []finding, err error) {
	counts, any, err := l.rejections(ctx)
	if err != nil {
		return nil, err
	}
	for reason, n := range counts {
		out = append(out, finding{place: reason, state: vocabulary.HealthWrong, value: &n, sentence: l.say(l.refused, int64(n))})
	}
	slices.SortFunc(out, func(a, b finding) int { return table.Natural(a.place, b.place) })
	if len(out) == 0 && any {
		out = []finding{{state: vocabulary.HealthWell, sentence: l.nothingRefused}}
	}
	return out, nil
}

// rejections are the rejected inputs of the range by reason, and whether anything at all was stored in it.
func (l *look) rejections(ctx context.Context) (counts map[string]float64, any bool, err error) {
	// In a flood inputs are only counted, as messages.
	counted := source.Statement{
		From: vocabulary.MeasurementRejected, Columns: []source.Column{source.Field("topic", table.Int)}, Reduce: "count", Range: l.over, Where: l.where, GroupBy: []string{"reason"},
	}
	flooded := counted
	flooded.Columns, flooded.Reduce = []source.Column{source.Field("messages", table.Int)}, "sum"
	results, err := l.Read(ctx, l.Databases.Rejected, counted, flooded)
	if err != nil {
		return nil, false, err
	}
	counts = map[string]float64{}
	for i, field := range []string{"topic", "messages"} {
		for _, series := range results[i].Series {
			if n, known := series.Rows.Column(field).Int(0); known {
				counts[series.Tags["reason"]] += float64(n)
			}
		}
	}
	arrived, err := l.Read(ctx, l.Databases.Visits, source.Statement{
		From: vocabulary.MeasurementArrival, Columns: []source.Column{source.Arrived(), source.Past()}, Range: l.over, Where: l.where, Limit: 1,
	})
	return counts, err == nil && len(arrived[0].Series) > 0, err
}

// files are those of cyclers that could not be read; that all could is said only where samples of one lie in the range.
func files(ctx context.Context, l *look) ([]finding, error) {
	counts, _, err := l.rejections(ctx)
	if err != nil {
		return nil, err
	}
	if n := counts[reasonOfFiles]; n > 0 {
		return []finding{{state: vocabulary.HealthWrong, value: &n, sentence: l.say(l.filesFailed, int64(n))}}, nil
	}
	results, err := l.Read(ctx, l.Databases.Curve, source.Statement{
		From: vocabulary.MeasurementCurve, Columns: []source.Column{source.Field("voltage", table.Float)}, Range: l.over, Newest: true, Limit: 1,
	})
	if err != nil || len(results[0].Series) == 0 {
		return []finding{{state: vocabulary.HealthNotSeen, sentence: l.noFile}}, err
	}
	newest, _ := results[0].Series[0].Rows.Column("time").Int(0)
	return []finding{{state: vocabulary.HealthWell, since: newest, sentence: l.filesRead}}, nil
}
