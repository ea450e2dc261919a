package keeper

import (
	"context"
	"fmt"
	"time"

	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/record"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/source"
)

const (
	// beatEvery is how often a keeper stores how it fares.
	beatEvery = 30 * time.Second
	// leastLate is how long at least a task may not look until that is told.
	leastLate = time.Minute
)

// Heart stores how a keeper fares, so that whoever watches the database is told when it does not look.
type Heart struct {
	// Name is by what its rows are known: two keepers of one name tell as one.
	Name, Version string
	Writer        *source.Writer
	// Record is the database.
	Record string
	// Started is when the keeper was.
	Started time.Time
}

// Beat has a heart store how all tasks of a keeper fare, from half a minute after its start on: one that ends before is not well.
func Beat(h *Heart, pulse *Pulse) Task {
	const name = "heartbeat"
	return Task{name, beatEvery, func(ctx context.Context) error {
		now := time.Now()
		if now.Sub(h.Started) < beatEvery/2 {
			return nil
		}
		var rows []record.Row
		for _, of := range pulse.fares() {
			if of.Task != name {
				of.Keeper, of.Version, of.StartedMs = h.Name, h.Version, h.Started.UnixMilli()
				rows = append(rows, of.Row(now))
			}
		}
		if err := h.Writer.Write(ctx, h.Record, rows...); err != nil {
			return fmt.Errorf("storing how the keeper fares: %w", err)
		}
		return nil
	}}
}

// fares are how its tasks do.
func (p *Pulse) fares() (out []record.Heartbeat) {
	p.mu.Lock()
	defer p.mu.Unlock()
	for task, of := range p.tasks {
		beat := record.Heartbeat{
			Task: task, LateS: max(leastLate, of.late+beatEvery).Seconds(), BehindS: of.behind.Seconds(), Error: of.Error,
		}
		if !of.Looked.IsZero() {
			beat.LookedMs = of.Looked.UnixMilli()
		}
		out = append(out, beat)
	}
	return out
}
