package keeper

import (
	"context"
	"log/slog"
	"time"
)

// patience is how many times what is between two looks one may take.
const patience = 5

// Keep looks every so often until the context ends. What fails is tried again: nothing ends it but its context.
func Keep(ctx context.Context, h *Holder, every time.Duration, pulse *Pulse, log *slog.Logger) {
	ticker := time.NewTicker(every)
	defer ticker.Stop()
	failing := false
	for {
		began := time.Now()
		// What was left of long ago must not keep it from what comes now.
		look, cancel := context.WithTimeout(ctx, patience*max(every, time.Second))
		round, err := h.Look(look)
		cancel()
		for _, of := range round.Held {
			log.Info("held", "item", of.ItemID, "station", of.Station, "characteristic", of.Characteristic, "rule", of.Rule)
		}
		switch {
		case ctx.Err() != nil:
			return
		case err != nil && !failing:
			log.Error("it does not see or store what it should; it goes on trying", "error", err)
		case err == nil && failing:
			log.Info("it sees and stores again")
		}
		failing = err != nil
		pulse.beat(round, err, time.Since(began))
		select {
		case <-ctx.Done():
			return
		case <-ticker.C:
		}
	}
}
