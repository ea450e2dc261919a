package keeper

import (
	"context"
	"log/slog"
	"sync"
	"time"

	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/source"
)

// patience is how many times what is between two looks one may take: what was left of long ago must not keep it from what comes now.
const patience = 5

// Task is one thing that a keeper does again and again.
type Task struct {
	Name  string
	Every time.Duration
	// Look does it once; what fails is done the next time.
	Look func(ctx context.Context) error
}

// Keep does tasks side by side, each at its own pace, until the context ends. What fails is tried again: nothing ends it but its context.
func Keep(ctx context.Context, pulse *Pulse, log *slog.Logger, tasks ...Task) {
	var all sync.WaitGroup
	for _, task := range tasks {
		pulse.expects(task)
		all.Go(func() { task.again(ctx, pulse, log) })
	}
	all.Wait()
}

func (t Task) again(ctx context.Context, pulse *Pulse, log *slog.Logger) {
	ticker := time.NewTicker(t.Every)
	defer ticker.Stop()
	said := ""
	for {
		began := time.Now()
		look, cancel := context.WithTimeout(ctx, patience*max(t.Every, time.Second))
		err := source.Guard(t.Name, func() error { return t.Look(look) })
		cancel()
		if ctx.Err() != nil {
			return
		}
		switch {
		case err != nil && err.Error() != said:
			said = err.Error()
			log.Error("it goes on trying", "task", t.Name, "error", err)
		case err == nil && said != "":
			said = ""
			log.Info("it is well again", "task", t.Name)
		}
		pulse.beat(t.Name, err, time.Since(began))
		select {
		case <-ctx.Done():
			return
		case <-ticker.C:
		}
	}
}

// Hold has a holder place holds, and says each.
func Hold(name string, every time.Duration, h *Holder, pulse *Pulse, log *slog.Logger) Task {
	return Task{name, every, func(ctx context.Context) error {
		round, err := h.Look(ctx)
		for _, of := range round.Held {
			log.Info("held", "item", of.ItemID, "station", of.Station, "characteristic", of.Characteristic, "rule", of.Rule)
		}
		for _, why := range round.Refused {
			log.Error(why)
		}
		pulse.held.Add(float64(len(round.Held)))
		pulse.isBehind(name, round.Behind)
		return err
	}}
}

// Command has a commander tell the line, and says each command.
func Command(every time.Duration, c *Commander, pulse *Pulse, log *slog.Logger) Task {
	return Task{"command", every, func(ctx context.Context) error {
		told, err := c.Look(ctx)
		for _, of := range told.Sent {
			log.Info("told the line", "target", of.Target, "state", of.State, "number", of.Number)
		}
		for _, of := range told.Relayed {
			log.Info("told the line what was done", "kind", of.Kind, "equipment", of.Equipment, "position", of.Position, "reference", of.Reference)
		}
		pulse.sent.Add(float64(len(told.Sent)))
		pulse.unanswered.Set(float64(len(told.Unanswered)))
		return err
	}}
}

// Post has a board keep at the broker what is held, and says what it changed.
func Post(every time.Duration, b *Board, pulse *Pulse, log *slog.Logger) Task {
	return Task{"held", every, func(ctx context.Context) error {
		posted, err := b.Look(ctx)
		if posted.Put+posted.Taken > 0 {
			log.Info("the broker keeps what is held", "held", posted.Held, "put", posted.Put, "taken", posted.Taken)
		}
		if err == nil {
			pulse.posted.Set(float64(posted.Held))
		}
		return err
	}}
}

// requestEvery is how often it is looked whether somebody asks a machine for something: it is for seconds.
const requestEvery = 500 * time.Millisecond

// Request has a requester ask machines for what people want, and says each.
func Request(r *Requester, log *slog.Logger) Task {
	return Task{"request", requestEvery, func(ctx context.Context) error {
		all, err := r.Look(ctx)
		for _, of := range all {
			if of.Why == "" {
				log.Info("asked a machine", "for", of.Kind, "equipment", of.TargetID, "event", of.ID)
			} else {
				log.Warn("a machine was not asked", "for", of.Kind, "equipment", of.TargetID, "event", of.ID, "why", of.Why)
			}
		}
		return err
	}}
}

// Seal has a sealer seal days, and says each.
func Seal(s *Sealer, log *slog.Logger) Task {
	return Task{"seal", sealEvery, func(ctx context.Context) error {
		sealed, is, err := s.Look(ctx)
		if is && err == nil {
			log.Info("sealed", "day", sealed.Day, "root", sealed.Root())
		}
		return err
	}}
}

// Rework has it told whether what was sent to rework passed, and says each.
func Rework(every time.Duration, w *Reworks, log *slog.Logger) Task {
	return Task{"rework", every, func(ctx context.Context) error {
		proved, err := w.Look(ctx)
		for _, of := range proved {
			log.Info("reworked", "item", of.ItemID, "station", of.Station, "verdict", of.Disposition)
		}
		return err
	}}
}

// Prove has a prover tell whether what was done worked, and says each.
func Prove(every time.Duration, v *Prover, log *slog.Logger) Task {
	return Task{"prove", every, func(ctx context.Context) error {
		proved, err := v.Look(ctx)
		for _, of := range proved {
			log.Info("proved", "station", of.Station, "equipment", of.Equipment, "position", of.Position, "characteristic", of.Characteristic, "verdict", of.Disposition)
		}
		return err
	}}
}
