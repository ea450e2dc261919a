package query

import (
	"context"
	"encoding/json"
	"errors"
	"strings"

	"github.com/grafana/grafana-plugin-sdk-go/data"

	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/source"
)

// ErrTime is the cause of a context that ran out of the query's time budget.
var ErrTime = errors.New("time budget")

// TimeoutError says that the query took longer than the datasource allows.
type TimeoutError struct{ Budget string }

func (e *TimeoutError) Error() string {
	return "the query took longer than " + e.Budget + ": InfluxDB stands or is slow, or much was asked; see whether it answers, narrow the time range or add a filter, or raise the datasource's query timeout"
}

// Parse finds the type of a query and reads it.
func (e *Engine) Parse(queryType string, raw json.RawMessage) (Type, Runner, error) {
	if queryType == "" {
		var named struct {
			QueryType string `json:"queryType"`
		}
		_ = json.Unmarshal(raw, &named)
		queryType = named.QueryType
	}
	if err := source.CheckSize(raw); err != nil {
		return Type{}, nil, err
	}
	t, ok := e.find(queryType)
	if !ok {
		return Type{}, nil, source.Mistake("queryType %q is unknown; use one of %s", queryType, strings.Join(e.typeNames(), ", "))
	}
	runner, err := t.Parse(raw)
	return t, runner, err
}

// chooser is a query that chooses or groups rows by fields: what it tells of them is told even where they are not shown.
type chooser interface{ ChosenBy() []string }

// rememberer is a query whose fate is remembered when an alert rule asks it.
type rememberer interface {
	Remember(ctx context.Context, run *source.Run, err error)
}

// sparing is a query that an alert rule asks beside another one, and that must not fail it: what it answers in place of an error, nil
// where the error stands.
type sparing interface {
	Spare(ctx context.Context, run *source.Run, err error) data.Frames
}

// forRule is what an alert rule gets of its query.
func forRule(ctx context.Context, run *source.Run, runner Runner, frames data.Frames, err error) (data.Frames, error) {
	if of, remembers := runner.(rememberer); remembers {
		of.Remember(ctx, run, err)
	}
	if of, spares := runner.(sparing); spares && err != nil {
		if spared := of.Spare(ctx, run, err); spared != nil {
			return spared, nil
		}
	}
	return frames, err
}

// Execute parses and runs a query within the time budget.
func (e *Engine) Execute(ctx context.Context, run *source.Run, queryType string, raw json.RawMessage) (data.Frames, error) {
	t, runner, err := e.Parse(queryType, raw)
	if err != nil {
		return nil, err
	}
	telling, err := parseTelling(raw)
	if err != nil {
		return nil, err
	}
	within, err := parseWithin(raw)
	if err != nil {
		return nil, err
	}
	run.Source, run.Tells = e.Source, telling.asked()
	if !t.AnyTime && within.Shift == "" {
		if err := run.Range.Check(); err != nil {
			return nil, err
		}
	}
	ctx, cancel := context.WithTimeoutCause(ctx, e.Budget.Time, ErrTime)
	defer cancel()
	var frames data.Frames
	err = source.Guard("a query of type "+t.Name, func() (err error) {
		if run.People, err = run.Privacy(ctx); err != nil {
			return err
		}
		if err = within.take(ctx, run); err != nil {
			return err
		}
		if q, chooses := runner.(chooser); chooses {
			if err := run.People.Check(q.ChosenBy()); err != nil {
				return err
			}
		}
		if frames, err = runner.Run(ctx, run); err != nil {
			return err
		}
		frames, err = t.single(run, frames)
		return err
	})
	if err == nil && t.Alertable {
		err = run.Log.Whole(e.Budget.Rows)
	}
	if run.Alerting {
		frames, err = forRule(ctx, run, runner, frames, err)
	}
	if errors.Is(err, ErrTime) || (err != nil && errors.Is(context.Cause(ctx), ErrTime)) {
		return nil, &TimeoutError{Budget: e.Budget.Time.String()}
	}
	if err != nil {
		return nil, err
	}
	if frames, err = telling.told(run, frames); err != nil {
		return nil, err
	}
	attach(run, frames)
	return frames, nil
}
