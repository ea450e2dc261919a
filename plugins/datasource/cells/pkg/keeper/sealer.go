package keeper

import (
	"context"
	"fmt"
	"time"

	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/audit"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/ledger"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/seals"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/source"
)

// sealEvery is how often it is looked whether a day is over: sealing it may take a few times that, since the whole record is searched.
const sealEvery = 5 * time.Second

// Sealer seals each day once it is over.
type Sealer struct {
	Source *source.Source
	Ledger *ledger.Ledger
	// Retain gives the broker a message that it keeps for whoever asks later; nil where there is no broker.
	Retain Publish

	// done is the last day that needs nothing any more.
	done seals.Day
}

// Look seals the first day that is over and was not sealed, and tells whether it did. The broker has a seal before the database: of one
// that is stored a copy lies where the writers of the database cannot change it.
func (s *Sealer) Look(ctx context.Context) (sealed seals.Seal, is bool, err error) {
	due := seals.Due(s.Source.Now())
	if s.done >= due {
		return sealed, false, nil
	}
	run := &source.Run{Source: s.Source}
	all, err := audit.Seals(ctx, run)
	if err != nil {
		return sealed, false, err
	}
	if len(all) == 0 {
		return s.begin(ctx, run, due)
	}
	before := &all[len(all)-1]
	day := before.Day.Add(1)
	if day > due {
		s.done = due
		return sealed, false, nil
	}
	entries, err := s.entries(ctx, run, day, all)
	if err != nil {
		return sealed, false, err
	}
	sealed = seals.Make(day, entries, before)
	return sealed, true, s.keep(ctx, run, sealed, entries)
}

// begin seals the first of the last days on which anything was stored.
func (s *Sealer) begin(ctx context.Context, run *source.Run, due seals.Day) (sealed seals.Seal, is bool, err error) {
	for day := due.Add(-seals.LateDays); day <= due; day = day.Add(1) {
		entries, err := s.entries(ctx, run, day, nil)
		if err != nil {
			return sealed, false, err
		}
		if len(entries) > 0 {
			sealed = seals.Make(day, entries, nil)
			return sealed, true, s.keep(ctx, run, sealed, entries)
		}
	}
	s.done = due
	return sealed, false, nil
}

// keep gives a seal to the broker and stores it with its list.
func (s *Sealer) keep(ctx context.Context, run *source.Run, seal seals.Seal, entries []seals.Entry) error {
	p, err := run.Plan(ctx)
	if err != nil {
		return err
	}
	at := max(s.Source.Now().UnixNano(), p.Begin)
	sites, enterprise := p.SitesAt(at), p.Setting("enterprise", at)
	if len(sites) == 0 || enterprise == "" {
		return fmt.Errorf("the plan names no site and enterprise under which %s could be sealed: run cellthread plan push", seal.Day)
	}
	site := sites[0].ID
	if err := s.Ledger.StoreBeside(ctx, seals.Rows(seal.Day, entries)); err != nil {
		return err
	}
	if s.Retain != nil {
		if err := s.Retain(ctx, seals.Topic(enterprise, site, seal.Day), []byte(seal.Text)); err != nil {
			return fmt.Errorf("telling the seal of %s: %w", seal.Day, err)
		}
	}
	_, err = s.Ledger.Store(ctx, seal.Event(site), nil)
	return err
}

// entries are those of a day after some seals, of all that is stored.
func (s *Sealer) entries(ctx context.Context, run *source.Run, day seals.Day, before []seals.Seal) ([]seals.Entry, error) {
	lists, err := audit.Lists(ctx, run, before, day.Add(-seals.LateDays), day)
	if err != nil {
		return nil, fmt.Errorf("reading what was sealed before %s: %w", day, err)
	}
	listed := map[string]bool{}
	for _, list := range lists {
		for _, e := range list {
			listed[e.Key()] = true
		}
	}
	rows, err := audit.Rows(ctx, run, day.Add(-seals.LateDays), day)
	if err != nil {
		return nil, fmt.Errorf("reading what was stored on %s: %w", day, err)
	}
	first := day
	if len(before) > 0 {
		first = before[0].Day
	}
	return seals.Entries(day, first, rows, listed), nil
}
