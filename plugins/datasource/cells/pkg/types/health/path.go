package health

import (
	"context"
	"slices"
	"time"

	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/source"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/table"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/vocabulary"
)

const (
	// oldestCounter is how old the newest row of Telegraf about itself may be: one comes every ten seconds, behind all that waits before it.
	oldestCounter = time.Minute
	// mostQueued messages may wait in the broker.
	mostQueued = 100_000
	// oldestSave is how long the broker may go without saving, twelve of its intervals.
	oldestSave = time.Minute
	// leastFreeShare of a disk must be free, on large disks leastFreeBytes.
	leastFreeShare = 0.2
	leastFreeBytes = 50 << 30
)

// namedInputs tell inputs apart: by the name that the configuration gives one, else by its kind.
var namedInputs = []string{vocabulary.WatchColumnAlias, vocabulary.WatchColumnInput}

// increase is how much a counter grew over rows in the order of time; it starts at zero again when its program does.
func increase(counter *table.Column) (sum float64) {
	before, seen := int64(0), false
	for row := range counter.Len() {
		now, known := counter.Int(row)
		if !known {
			continue
		}
		switch {
		case seen && now >= before:
			sum += float64(now - before)
		case seen:
			sum += float64(now)
		}
		before, seen = now, true
	}
	return sum
}

// counters reads what Telegraf counts of its parts, by the tags that tell them apart.
func (l *look) counters(ctx context.Context, measurement string, tags []string, names ...string) ([]*source.Series, error) {
	statement := source.Statement{From: measurement, Range: l.over, GroupBy: tags}
	for _, name := range names {
		statement.Columns = append(statement.Columns, source.Field(name, table.Int))
	}
	results, err := l.Read(ctx, l.Databases.Rejected, statement)
	if err != nil {
		return nil, err
	}
	series := slices.Clone(results[0].Series)
	slices.SortFunc(series, func(a, b *source.Series) int { return table.Natural(nameOf(a, tags), nameOf(b, tags)) })
	return series, nil
}

// nameOf is the first of some tags that a series has.
func nameOf(series *source.Series, tags []string) string {
	for _, tag := range tags {
		if name := series.Tags[tag]; name != "" {
			return name
		}
	}
	return ""
}

func newestOf(rows *table.Table) int64 {
	newest := int64(0)
	for row := range rows.Len() {
		ns, _ := rows.Column("time").Int(row)
		newest = max(newest, ns)
	}
	return newest
}

func (l *look) age(ns int64) time.Duration { return time.Duration(l.over.To - ns) }

// telegrafIn is what the inputs of Telegraf gathered, and how often one failed.
func telegrafIn(ctx context.Context, l *look) (out []finding, err error) {
	all, err := l.counters(ctx, vocabulary.WatchInternalGather, namedInputs, vocabulary.WatchColumnMetricsGathered, vocabulary.WatchColumnErrors)
	for _, series := range all {
		gathered, errors := increase(series.Rows.Column(vocabulary.WatchColumnMetricsGathered)), increase(series.Rows.Column(vocabulary.WatchColumnErrors))
		newest := newestOf(series.Rows)
		out = append(out, finding{
			place: nameOf(series, namedInputs), state: wrongIf(errors > 0 || l.age(newest) > oldestCounter), value: &gathered, since: newest,
			sentence: l.say(l.gathered, int64(gathered), int64(errors)),
		})
	}
	return out, err
}

// telegrafOut is what the outputs of Telegraf stored, gave up, and have waiting.
func telegrafOut(ctx context.Context, l *look) (out []finding, err error) {
	all, err := l.counters(ctx, vocabulary.WatchInternalWrite, []string{vocabulary.WatchColumnAlias},
		vocabulary.WatchColumnMetricsWritten, vocabulary.WatchColumnMetricsDropped, vocabulary.WatchColumnMetricsRejected, vocabulary.WatchColumnBufferSize, vocabulary.WatchColumnErrors)
	for _, series := range all {
		written := increase(series.Rows.Column(vocabulary.WatchColumnMetricsWritten))
		lost := increase(series.Rows.Column(vocabulary.WatchColumnMetricsDropped)) + increase(series.Rows.Column(vocabulary.WatchColumnMetricsRejected))
		errors := increase(series.Rows.Column(vocabulary.WatchColumnErrors))
		waiting, _ := series.Rows.Column(vocabulary.WatchColumnBufferSize).Int(series.Rows.Len() - 1)
		newest := newestOf(series.Rows)
		out = append(out, finding{
			place: series.Tags[vocabulary.WatchColumnAlias], state: wrongIf(lost > 0 || l.age(newest) > oldestCounter), value: &written, since: newest,
			sentence: l.say(l.wrote, int64(written), int64(lost), waiting, int64(errors)),
		})
	}
	return out, err
}

// newest reads the newest row of each part of a measurement of the watch.
func (l *look) newest(ctx context.Context, measurement string, columns ...source.Column) ([]*source.Series, error) {
	results, err := l.Read(ctx, l.Databases.Rejected, source.Statement{
		From: measurement, Columns: columns, Range: l.over, GroupBy: []string{vocabulary.WatchColumnPart}, Newest: true, Limit: 1,
	})
	if err != nil {
		return nil, err
	}
	return results[0].Series, nil
}

// brokerQueue is how many messages wait. The broker tells it only when it has changed: that of a slow line is old, and no sign of anything.
func brokerQueue(ctx context.Context, l *look) (out []finding, err error) {
	all, err := l.newest(ctx, vocabulary.WatchBrokerQueue, source.Field(vocabulary.WatchColumnValue, table.Float))
	for _, series := range all {
		if queued, known := series.Rows.Column(vocabulary.WatchColumnValue).Float(0); known {
			newest := newestOf(series.Rows)
			out = append(out, finding{
				place: series.Tags[vocabulary.WatchColumnPart], state: wrongIf(queued > mostQueued), value: &queued, since: newest,
				sentence: l.say(l.queued, int64(queued)),
			})
		}
	}
	return out, err
}

func brokerSave(ctx context.Context, l *look) (out []finding, err error) {
	all, err := l.newest(ctx, vocabulary.WatchFilestat,
		source.Field(vocabulary.WatchColumnExists, table.Int), source.Field(vocabulary.WatchColumnSizeBytes, table.Int), source.Field(vocabulary.WatchColumnModificationTime, table.Int))
	for _, series := range all {
		looked := newestOf(series.Rows)
		saved, known := series.Rows.Column(vocabulary.WatchColumnModificationTime).Int(0)
		size, sized := series.Rows.Column(vocabulary.WatchColumnSizeBytes).Int(0)
		part := series.Tags[vocabulary.WatchColumnPart]
		if !known || sized && size == 0 {
			out = append(out, finding{place: part, state: vocabulary.HealthWrong, since: looked, sentence: l.noSave})
			continue
		}
		age := time.Duration(looked - saved).Seconds()
		out = append(out, finding{
			place: part, state: wrongIf(age > oldestSave.Seconds() || l.age(looked) > oldestCounter), value: &age, since: saved, sentence: l.say(l.savedAgo, l.duration(age)),
		})
	}
	return out, err
}

func disk(ctx context.Context, l *look) (out []finding, err error) {
	all, err := l.newest(ctx, vocabulary.WatchDisk, source.Field(vocabulary.WatchColumnFree, table.Int), source.Field(vocabulary.WatchColumnTotal, table.Int))
	for _, series := range all {
		free, known := series.Rows.Column(vocabulary.WatchColumnFree).Int(0)
		total, sized := series.Rows.Column(vocabulary.WatchColumnTotal).Int(0)
		if !known || !sized || total == 0 {
			continue
		}
		share := float64(free) / float64(total)
		newest := newestOf(series.Rows)
		out = append(out, finding{
			place: series.Tags[vocabulary.WatchColumnPart], state: wrongIf(float64(free) < min(leastFreeShare*float64(total), leastFreeBytes) || l.age(newest) > oldestCounter),
			value: &share, since: newest, sentence: l.say(l.free, int64(100*share), free>>30),
		})
	}
	return out, err
}
