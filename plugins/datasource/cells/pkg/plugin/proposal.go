package plugin

import (
	"context"
	"fmt"
	"slices"

	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/plan"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/record"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/vocabulary"
)

// proposing are the kinds of decisions that are proposals now: those about items where the plan has the MES decide about them.
func (d *Datasource) proposing(ctx context.Context) ([]string, error) {
	p, err := d.source.Plan(ctx)
	if err != nil || p.DecisionsBy(d.source.Now().UnixMilli()) != plan.DecisionsByMES {
		return nil, err
	}
	return slices.DeleteFunc(slices.Clone(vocabulary.Dispositions), func(kind string) bool { return kind == vocabulary.EventHold }), nil
}

// proposed is a decision as what it is where others decide: it closes no hold.
func proposed(decision record.Event) record.Event {
	decision.Disposition, decision.Kind = decision.Kind, vocabulary.EventProposal
	return decision
}

// proposedNotice tells who decided what became of it.
func proposedNotice(kind string) string {
	return fmt.Sprintf("The MES decides about items here (disposition_master: mes): the %s is stored as a proposal, and the MES is told. What is held stays held until the MES decides.", kind)
}
