package signals

import (
	"time"

	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/source"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/table"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/vocabulary"
)

const (
	// mostQueued messages may wait in the broker: Telegraf takes 20 000 at a time and stores 5 000 a second.
	mostQueued = 100_000
	// longestLag is how old the newest row of Telegraf about itself may be: one comes every ten seconds, behind all rows
	// that wait before it, so its age is that of the oldest row that is not stored.
	longestLag = time.Minute
	// lagLookback is how far back that row is searched: the retention of its database.
	lagLookback = 90 * 24 * time.Hour
)

// brokerQueueWatch: the value is the number of messages in the broker over the allowed one.
var brokerQueueWatch = ingestWatch{
	rule: vocabulary.SignalRuleQueue,
	read: func(over source.Span) source.Statement {
		return source.Statement{
			From: vocabulary.WatchBrokerQueue, Columns: []source.Column{source.Field(vocabulary.WatchColumnValue, table.Float)},
			Range: over, GroupBy: []string{vocabulary.WatchColumnPart}, Newest: true, Limit: 1,
		}
	},
	find: func(result source.Result, _ source.Span) (out []ingestFinding) {
		for _, series := range result.Series {
			if queued, known := series.Rows.Column(vocabulary.WatchColumnValue).Float(0); known {
				out = append(out, beyond(series.Tags[vocabulary.WatchColumnPart], queued, mostQueued)...)
			}
		}
		return out
	},
}

// lagWatch: rows reach the database late, or Telegraf has stopped. The value is the lag over the allowed one.
var lagWatch = ingestWatch{
	rule: vocabulary.SignalRuleLag,
	read: func(over source.Span) source.Statement {
		return source.Statement{
			From: vocabulary.WatchInternalWrite, Columns: []source.Column{source.Field(vocabulary.WatchColumnBufferSize, table.Int)},
			Range: source.Span{From: over.To - int64(lagLookback), To: over.To}, Newest: true, Limit: 1,
		}
	},
	find: func(result source.Result, over source.Span) (out []ingestFinding) {
		for _, series := range result.Series {
			if newest, known := series.Rows.Column("time").Int(0); known {
				out = append(out, beyond(partTelegraf, age(newest, over), longestLag.Seconds())...)
			}
		}
		return out
	},
}

// droppedWatch: Telegraf gave rows up, because its buffer was full or the database refused them. The value is their number.
var droppedWatch = ingestWatch{
	rule: vocabulary.SignalRuleDropped,
	read: func(over source.Span) source.Statement {
		return source.Statement{
			From: vocabulary.WatchInternalWrite, Range: over, GroupBy: []string{vocabulary.WatchColumnAlias},
			Columns: []source.Column{source.Field(vocabulary.WatchColumnMetricsDropped, table.Int), source.Field(vocabulary.WatchColumnMetricsRejected, table.Int)},
		}
	},
	find: func(result source.Result, _ source.Span) []ingestFinding {
		lost := 0.0
		for _, series := range result.Series {
			lost += increase(series.Rows.Column(vocabulary.WatchColumnMetricsDropped)) + increase(series.Rows.Column(vocabulary.WatchColumnMetricsRejected))
		}
		if lost == 0 {
			return nil
		}
		return []ingestFinding{{part: partTelegraf, times: lost}}
	},
}

const partTelegraf = "telegraf"

// increase is how much a counter grew over the rows of a range; it starts at zero again when its program does.
func increase(counter *table.Column) float64 {
	sum := 0.0
	var before int64
	seen := false
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
