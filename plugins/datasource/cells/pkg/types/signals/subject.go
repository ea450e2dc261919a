package signals

import (
	"cmp"
	"context"
	"fmt"
	"math"
	"slices"
	"time"

	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/monitor"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/plan"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/proof"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/record"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/source"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/summary"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/vocabulary"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/watch"
)

// subject is a stream that departed where something was done.
type subject struct {
	monitor.Told
	key summary.Key
	// beside are the streams that it is held against, nil: all others of its line; departs are those that departed as well.
	beside  []summary.Key
	departs []summary.Stream
	// before is what it is held against, least and wanted how many cells tell; nil until it was read.
	before        *proof.Case
	least, wanted int
	// newest is what was found last, and nextMs when it is looked at again.
	newest Proof
	nextMs int64
}

// subjectsOf are the streams of something that departed to which something was done, given all that departed: of a machine of which most parts
// departed these.
func subjectsOf(of monitor.Told, done record.Event, all []monitor.Told) (out []*subject) {
	parts := []monitor.Told{of}
	if of.Most != nil {
		parts = of.Lasting()
	}
	for _, part := range parts {
		if part.Lot != "" || part.Key.Lot != "" || part.Against == monitor.Past || part.Against == monitor.Master || part.Against == monitor.Lot {
			continue // no machine departs by itself
		}
		keys := []summary.Key{part.Key}
		if part.Apart() {
			keys = part.Among()
		}
		for _, key := range keys {
			if !concerns(done, key) {
				continue
			}
			s := &subject{Told: part, key: key}
			if part.Against == monitor.Sisters {
				s.beside = slices.DeleteFunc(slices.Clone(part.Among()), func(k summary.Key) bool { return k.Stream == key.Stream })
			}
			for _, other := range all {
				for _, one := range append(other.Lasting(), other) {
					if one.Key.Characteristic == key.Characteristic && one.Key.Stream != key.Stream && !one.Apart() {
						s.departs = append(s.departs, one.Key.Stream)
					}
				}
			}
			out = append(out, s)
		}
	}
	return out
}

// concerns tells whether something was done to a stream, or to what it is a part of, or to a part of it.
func concerns(done record.Event, key summary.Key) bool {
	return done.Site == key.Site && (done.Characteristic == "" || done.Characteristic == key.Characteristic) &&
		(done.Equipment == "" && done.Station == key.Station || done.Equipment != "" && (done.Equipment == key.Equipment || key.Equipment == "")) &&
		(done.Position == "" || key.Position == "" || done.Position == key.Position)
}

// id is the event_id of the proof of something that was done to it, whoever tells it.
func (s *subject) id(done record.Event) string {
	text := done.ID
	for _, part := range []string{s.key.Site, s.key.Line, s.key.Station, s.key.Equipment, s.key.Position, s.key.Product, s.key.Characteristic} {
		text += "/" + part
	}
	return "proof-" + record.Digest(text)
}

// span is what is looked at after something was done: until something else was. What the machine itself says within minutes belongs to it.
func (s *subject) span(done record.Event, events []record.Event) proof.Span {
	from := done.AtMs + time.Second.Milliseconds() + proof.UnderWay.Milliseconds()
	out := proof.Span{FromMs: from, UntilMs: done.AtMs + proof.Within.Milliseconds()}
	for _, e := range events {
		e = e.Whole()
		e.Characteristic = ""
		if !slices.Contains(vocabulary.BreakingEvents, e.Kind) || e.ID == done.ID || e.AtMs < done.AtMs || !concerns(e, s.key) ||
			e.Source != vocabulary.SourcePerson && e.AtMs < done.AtMs+sameDoing.Milliseconds() || e.AtMs <= done.AtMs {
			continue
		}
		if e.AtMs < out.UntilMs {
			out.UntilMs, out.Changed = e.AtMs, true
		}
	}
	return out
}

// sameDoing is how long after something was done what the machine says of itself is but another word of it.
const sameDoing = 5 * time.Minute

// look tells how far it has come.
func (s *subject) look(ctx context.Context, run *source.Run, p *plan.Plan, by departed, done record.Event, events []record.Event) (Proof, error) {
	nowMs := run.Now().UnixMilli()
	if nowMs < s.nextMs {
		return s.newest, nil
	}
	if s.before == nil {
		if err := s.readBefore(ctx, run, p, done); err != nil {
			return Proof{}, err
		}
	}
	span := s.span(done, events)
	to := time.UnixMilli(min(nowMs, span.UntilMs) + 1)
	all, err := s.cells(ctx, run, p, source.Range{From: time.UnixMilli(span.FromMs), To: to})
	if err != nil {
		return Proof{}, err
	}
	own, sisters := s.parted(all)
	seen := proof.See(own, span, s.least, s.wanted, nowMs)
	s.newest = Proof{Of: s.Told, Key: s.key, Cells: min(len(seen.Cells), s.wanted), Wanted: s.wanted, Over: seen.Over}
	// The longer it takes, the seldomer it is looked at.
	s.nextMs = nowMs + min(max((nowMs-done.AtMs)/20, lookedAgain.Milliseconds()), proof.Within.Milliseconds()/100)
	if !seen.Over {
		return s.newest, nil
	}
	beside := make([][]proof.Cell, len(s.beside))
	for i, key := range s.beside {
		beside[i] = sisters[key.Stream]
	}
	c := s.before.With(seen.Cells, beside, proof.Span{FromMs: span.FromMs, UntilMs: seen.LastMs}, seen.CutMs)
	found := proof.Judge(c)
	if seen.Short && found.Verdict != vocabulary.ProofNotEffective && found.Why != proof.FewBefore && found.Why != proof.Nothing {
		found = found.Untold(proof.FewAfter)
	}
	if found.Why == proof.FewAfter && span.Changed {
		found = found.Untold(proof.Changed)
	}
	lasted := time.Duration(seen.LastMs-done.AtMs) * time.Millisecond
	if found.Why != "" {
		lasted = time.Duration(span.UntilMs-done.AtMs) * time.Millisecond
	}
	s.newest.Event = record.Event{
		ID: s.id(done), Kind: vocabulary.EventProof, Site: s.key.Site, AtMs: seen.CutMs, FromMs: span.FromMs, ToMs: max(span.FromMs, seen.LastMs),
		TargetType: "station", TargetID: s.key.Station, Station: s.key.Station, Equipment: s.key.Equipment, Position: s.key.Position, Characteristic: s.key.Characteristic,
		Rule: c.What, Disposition: found.Verdict, Reference: done.ID, Source: vocabulary.SourceCellthread, Author: vocabulary.SourceCellthread,
		Text: by.proof(s.Told, found, watchedFor{lasted, len(seen.Cells), s.wanted}),
	}
	if s.key.Equipment != "" {
		s.newest.Event.TargetType, s.newest.Event.TargetID = record.TargetEquipment, s.key.Equipment
	}
	return s.newest, nil
}

// lookedAgain is how soon at most it is looked again how far something has come.
const lookedAgain = 5 * time.Second

// cells are those of the station that its characteristic is judged by: none yet where it is to begin later, and none ever where something else was done at once.
func (s *subject) cells(ctx context.Context, run *source.Run, p *plan.Plan, over source.Range) ([]watch.Cell, error) {
	if !over.From.Before(over.To) {
		return nil, nil
	}
	return watch.Cells(ctx, run, p, s.key.Station, s.key.Characteristic, over)
}

const (
	// enoughBefore cells tell what was; they are read so far back at most, a piece at a time that doubles.
	enoughBefore = 200
	mostBefore   = 16 * time.Hour
	pieceBefore  = 15 * time.Minute
)

// readBefore reads what it measured from the begin of the signal on, the newest of it.
func (s *subject) readBefore(ctx context.Context, run *source.Run, p *plan.Plan, done record.Event) error {
	end := done.AtMs
	if s.Over {
		end = min(end, s.LastMs)
	}
	own, sisters, err := s.readBack(ctx, run, p, s.SinceMs, end)
	if err != nil {
		return err
	}
	at := proof.Span{FromMs: math.MinInt64, UntilMs: end} // what began before it was measured in it
	cut := max(done.AtMs, done.ReceivedMs) + proof.Settle.Milliseconds()
	if s.beside == nil && s.Against != monitor.Self || s.beside == nil && s.What != monitor.Level && s.What != monitor.Spread {
		for stream := range sisters {
			s.beside = append(s.beside, summary.Key{Stream: stream, Characteristic: s.key.Characteristic})
		}
		// Sums of another order differ in their last digits.
		slices.SortFunc(s.beside, func(a, b summary.Key) int { return cmp.Compare(fmt.Sprint(a), fmt.Sprint(b)) })
	}
	s.beside = slices.DeleteFunc(s.beside, func(k summary.Key) bool { return slices.Contains(s.departs, k.Stream) })
	c := proof.Case{What: s.What, Side: s.Side, Usual: s.Usual, Before: proof.StepOf(own, at, cut)}
	// The stream itself is taken as it is: what is wrong with it may be just that.
	streams := [][]proof.Cell{own}
	for _, key := range s.beside {
		streams = append(streams, sisters[key.Stream])
	}
	for _, step := range at.Steps(streams, cut, math.NaN())[1:] {
		c.Sisters = append(c.Sisters, proof.Sister{Before: step})
	}
	s.complete(&c)
	if c.What == monitor.Share && len(c.Sisters) == 0 && math.IsNaN(c.Usual) {
		// Of one that stands alone that is usual which it did before.
		own, _, err := s.readBack(ctx, run, p, s.SinceMs-mostBefore.Milliseconds(), s.SinceMs-1)
		if err != nil {
			return err
		}
		if usual := proof.StepOf(own, proof.Span{FromMs: math.MinInt64, UntilMs: s.SinceMs - 1}, cut); usual.Judged >= proof.Usual {
			c.Usual = float64(usual.Bad) / float64(usual.Judged)
		}
	}
	s.least, s.wanted = proof.Needed(c)
	s.before = &c
	return nil
}

// readBack reads the newest cells between two moments, the stream's own and the others'.
func (s *subject) readBack(ctx context.Context, run *source.Run, p *plan.Plan, since, end int64) (own []proof.Cell, others map[summary.Stream][]proof.Cell, err error) {
	for piece := pieceBefore; ; piece *= 2 {
		from := max(since, end-piece.Milliseconds())
		all, err := s.cells(ctx, run, p, source.Range{From: time.UnixMilli(from), To: time.UnixMilli(end + 1)})
		if err != nil {
			return nil, nil, err
		}
		if own, others = s.parted(all); len(own) >= enoughBefore || from <= since || piece >= mostBefore {
			return own, others, nil
		}
	}
}

// complete says what of a case the monitor says: what departs of it, to which side it may, and what it is held against.
func (s *subject) complete(c *proof.Case) {
	c.OneSided = s.Bad == "high" || s.Bad == "low"
	if c.What != monitor.Level && c.What != monitor.Spread {
		if c.What == vocabulary.SignalRuleKOfN {
			c.Usual = math.NaN()
		}
		c.What = monitor.Share
		return
	}
	var level, spread float64
	if s.Against == monitor.Self && s.Stream < len(s.Limits) {
		limits := s.Limits[s.Stream]
		known := proof.Limits{Centre: valueOr(limits.Centre), Within: valueOr(limits.SigmaWithin), Between: valueOr(limits.SigmaBetween)}
		c.Limits, level, spread = &known, known.Centre, known.Within
	} else {
		var means, deviations []float64
		for _, sister := range c.Sisters {
			if sister.Before.N > 1 {
				means, deviations = append(means, sister.Before.Mean), append(deviations, math.Sqrt(sister.Before.Variance()))
			}
		}
		if c.What == monitor.Spread {
			c.Usual = 0
		}
		level, spread = monitor.MedianOf(means)+c.Usual, monitor.MedianOf(deviations)
	}
	if c.What == monitor.Level && monitor.Wavers(c.Before, level, spread) {
		c.What = monitor.Spread
	}
}

func valueOr(of *float64) float64 {
	if of == nil {
		return 0
	}
	return *of
}

// parted are the cells of the stream, and those of each other of its line at that station.
func (s *subject) parted(all []watch.Cell) (own []proof.Cell, others map[summary.Stream][]proof.Cell) {
	others = map[summary.Stream][]proof.Cell{}
	for _, c := range all {
		cell := proof.Cell{StartedMs: c.StartedMs, Ms: c.Ms, ReceivedMs: c.ReceivedMs, Value: c.Value, Bad: c.Bad}
		switch {
		case isOf(c.Stream, s.key.Stream):
			own = append(own, cell)
		case s.beside != nil:
			for _, key := range s.beside {
				if isOf(c.Stream, key.Stream) {
					others[key.Stream] = append(others[key.Stream], cell)
				}
			}
		case c.Site == s.key.Site && c.Line == s.key.Line && (s.key.Product == "" || s.key.Product == c.Product):
			c.Product = s.key.Product
			others[c.Stream] = append(others[c.Stream], cell)
		}
	}
	return own, others
}

// isOf tells whether a stream is another one or a part of it; of no product, whatever is made.
func isOf(part, whole summary.Stream) bool {
	return part.Site == whole.Site && part.Station == whole.Station && (whole.Line == "" || part.Line == whole.Line) &&
		(whole.Equipment == "" || part.Equipment == whole.Equipment) && (whole.Position == "" || part.Position == whole.Position) &&
		(whole.Product == "" || part.Product == whole.Product)
}
