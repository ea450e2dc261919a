package signals

import (
	"cmp"
	"slices"
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

// freeSpaceWatch: the value is the bytes that should be free over those that are. Of parts on one disk the first by name is told.
var freeSpaceWatch = ingestWatch{
	rule: vocabulary.SignalRuleFreeSpace,
	read: func(over source.Span) source.Statement {
		return source.Statement{
			From: vocabulary.WatchDisk, Columns: []source.Column{
				source.Tag(vocabulary.WatchColumnDevice), source.Field(vocabulary.WatchColumnFree, table.Int), source.Field(vocabulary.WatchColumnTotal, table.Int),
			},
			Range: over, GroupBy: []string{vocabulary.WatchColumnPart}, Newest: true, Limit: 1,
		}
	},
	find: func(result source.Result, _ source.Span) (out []ingestFinding) {
		for _, of := range disksOf(result) {
			wanted := min(leastFreeShare*float64(of.total), leastFreeBytes)
			out = append(out, beyond(of.part, wanted/max(float64(of.free), 1), 1)...)
		}
		return out
	},
}

// disk is one that a part of the path writes to.
type disk struct {
	part, device string
	free, total  int64
}

// disksOf are the disks, each once: by the name of the first part on it.
func disksOf(result source.Result) (out []disk) {
	for _, series := range result.Series {
		of := disk{part: series.Tags[vocabulary.WatchColumnPart], device: table.TextOr(series.Rows.Column(vocabulary.WatchColumnDevice), 0, "")}
		var known, sized bool
		of.free, known = series.Rows.Column(vocabulary.WatchColumnFree).Int(0)
		of.total, sized = series.Rows.Column(vocabulary.WatchColumnTotal).Int(0)
		if known && sized {
			out = append(out, of)
		}
	}
	slices.SortFunc(out, func(a, b disk) int { return cmp.Compare(a.part, b.part) })
	var each []disk
	for _, of := range out {
		if !slices.ContainsFunc(each, of.is) {
			each = append(each, of)
		}
	}
	return each
}

// is tells whether two are one: disks of two hosts may bear one name and size, and are not as full.
func (d disk) is(other disk) bool {
	apart := max(d.free-other.free, other.free-d.free)
	return d.device != "" && d.device == other.device && d.total == other.total && apart <= d.total/100
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
