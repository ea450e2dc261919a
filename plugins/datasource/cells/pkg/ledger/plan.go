package ledger

import (
	"context"
	"fmt"

	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/plan"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/record"
)

// StorePlan stores rows of the plan, and waits until they are seen as a caller tells. Errors as of Store.
func (l *Ledger) StorePlan(ctx context.Context, rows []record.Row, seen func(p *plan.Plan) bool) error {
	if err := l.to.Write(ctx, l.from.Databases.Record, rows...); err != nil {
		return &UnsureError{fmt.Errorf("storing rows of the plan: %w", err)}
	}
	for _, wait := range seenWithin {
		if err := sleep(ctx, wait); err != nil {
			return &UnsureError{err}
		}
		p, err := l.from.FreshPlan(ctx)
		if err != nil {
			return &UnsureError{fmt.Errorf("reading the plan back: %w", err)}
		}
		if seen(p) {
			return nil
		}
	}
	return &UnsureError{errNotSeen}
}
