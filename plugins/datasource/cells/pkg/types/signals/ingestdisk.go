package signals

import (
	"time"

	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/source"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/table"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/vocabulary"
)

const (
	// leastFreeShare of a disk must be free, on large disks leastFreeBytes: time enough to act before writes fail.
	leastFreeShare = 0.2
	leastFreeBytes = 50 << 30
	// oldestSave is how long the broker may go without saving its queue, twelve of its intervals: it acknowledges what it
	// cannot save, so what came since is lost when it ends.
	oldestSave = time.Minute
)

// freeSpaceWatch: the value is the bytes that should be free over those that are.
var freeSpaceWatch = ingestWatch{
	rule: vocabulary.SignalRuleFreeSpace,
	read: func(over source.Span) source.Statement {
		return source.Statement{
			From: vocabulary.WatchDisk, Columns: []source.Column{source.Field(vocabulary.WatchColumnFree, table.Int), source.Field(vocabulary.WatchColumnTotal, table.Int)},
			Range: over, GroupBy: []string{vocabulary.WatchColumnPart}, Newest: true, Limit: 1,
		}
	},
	find: func(result source.Result, _ source.Span) (out []ingestFinding) {
		for _, series := range result.Series {
			free, known := series.Rows.Column(vocabulary.WatchColumnFree).Int(0)
			total, sized := series.Rows.Column(vocabulary.WatchColumnTotal).Int(0)
			if known && sized {
				wanted := min(leastFreeShare*float64(total), leastFreeBytes)
				out = append(out, beyond(series.Tags[vocabulary.WatchColumnPart], wanted/max(float64(free), 1), 1)...)
			}
		}
		return out
	},
}

// brokerSaveWatch: the value is the age of the broker's last save over the allowed one, when the file was last looked at; where
// there is no save, the length of the range over the allowed age.
var brokerSaveWatch = ingestWatch{
	rule: vocabulary.SignalRuleBrokerSave,
	read: func(over source.Span) source.Statement {
		return source.Statement{
			From: vocabulary.WatchFilestat, Columns: []source.Column{source.Field(vocabulary.WatchColumnExists, table.Int), source.Field(vocabulary.WatchColumnSizeBytes, table.Int), source.Field(vocabulary.WatchColumnModificationTime, table.Int)},
			Range: over, GroupBy: []string{vocabulary.WatchColumnPart}, Newest: true, Limit: 1,
		}
	},
	find: func(result source.Result, over source.Span) (out []ingestFinding) {
		for _, series := range result.Series {
			looked, _ := series.Rows.Column("time").Int(0)
			saved, known := series.Rows.Column(vocabulary.WatchColumnModificationTime).Int(0)
			if isZero(series.Rows.Column(vocabulary.WatchColumnExists)) || isZero(series.Rows.Column(vocabulary.WatchColumnSizeBytes)) {
				// There is no save: mosquitto replaces a small one by an empty file when the disk is full.
				saved, known = over.From, true
			}
			if known {
				out = append(out, beyond(series.Tags[vocabulary.WatchColumnPart], time.Duration(looked-saved).Seconds(), oldestSave.Seconds())...)
			}
		}
		return out
	},
}

func isZero(figure *table.Column) bool {
	v, known := figure.Int(0)
	return known && v == 0
}
