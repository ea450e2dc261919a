package record

import (
	"time"

	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/table"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/vocabulary"
)

// Heartbeat is what a keeper tells of one of its tasks.
type Heartbeat struct {
	// Keeper is its name, Task what it does again and again.
	Keeper, Task string
	// StartedMs is when the keeper was started, LookedMs when the task last did all that it should; Unix ms, 0: never since.
	StartedMs, LookedMs int64
	// LateS is after how many seconds without a look the task is late, BehindS how long ago the oldest was stored of what it did not see yet.
	LateS, BehindS float64
	// Error keeps it from its task, "" where nothing does. Version is that of the keeper.
	Error, Version string
}

// HeartbeatTags and HeartbeatFields are what HeartbeatOf reads.
var (
	HeartbeatTags   = []string{"keeper", "task"}
	HeartbeatFields = map[string]table.Kind{"started_ms": table.Int, "looked_ms": table.Int, "late_s": table.Float, "behind_s": table.Float, "error": table.Text, "version": table.Text}
)

// Row is the row of a heartbeat at a moment: one a task and day (UTC), which the next one overwrites. It lies where the newest rows lie, and
// one that is told for years is never older than what the database keeps.
func (h Heartbeat) Row(at time.Time) Row {
	return Row{
		Measurement: vocabulary.MeasurementKeeper, Tags: map[string]string{"keeper": h.Keeper, "task": h.Task}, NS: at.UTC().Truncate(24 * time.Hour).UnixNano(),
		Fields: map[string]any{"started_ms": h.StartedMs, "looked_ms": h.LookedMs, "late_s": h.LateS, "behind_s": h.BehindS, "error": h.Error, "version": h.Version},
	}
}

// HeartbeatOf is the heartbeat that a row holds.
func HeartbeatOf(rows *table.Table, row int) Heartbeat {
	text := func(name string) string { return table.TextOr(rows.Column(name), row, "") }
	late, _ := table.FloatAt(rows.Column("late_s"), row)
	behind, _ := table.FloatAt(rows.Column("behind_s"), row)
	return Heartbeat{
		Keeper: text("keeper"), Task: text("task"), Error: text("error"), Version: text("version"), LateS: late, BehindS: behind,
		StartedMs: table.IntOr(rows.Column("started_ms"), row, 0), LookedMs: table.IntOr(rows.Column("looked_ms"), row, 0),
	}
}
