package source

import (
	"context"
	"fmt"
	"strconv"
	"time"

	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/influx"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/plan"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/record"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/table"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/vocabulary"
)

// State is what a health check finds beyond a server that answers.
type State struct {
	Stations        int    `json:"stations"`
	Characteristics int    `json:"characteristics"`
	PlanNumber      string `json:"planNumber"`
	PlanRevision    string `json:"planRevision"`
	// Problem says what is wrong and what to do; empty when all is well.
	Problem string `json:"-"`
}

// Check looks at the plan and at how the index was written lately.
func (s *Source) Check(ctx context.Context) (State, error) {
	p, err := s.Plan(ctx)
	if err != nil {
		return State{}, err
	}
	now := s.Now().UnixNano()
	state := State{
		Stations: len(p.StationsAt(now)), Characteristics: len(plan.InForce(p.Characteristics, "", now)),
		PlanNumber: p.Setting("plan_number", now), PlanRevision: p.Setting("plan_revision", now),
	}
	if state.Stations == 0 {
		state.Problem = fmt.Sprintf("No control plan is in force in database %s. Push it with npm run plan:push.", s.Databases.Record)
		return state, nil
	}
	state.Problem, err = s.checkBuckets(ctx, p)
	return state, err
}

// checkBuckets compares the newest rows of the index with the plan's bucket count: with another one, cells stay unfindable.
func (s *Source) checkBuckets(ctx context.Context, p *plan.Plan) (string, error) {
	now := s.Now()
	planned, err := strconv.ParseUint(p.Setting("buckets", now.UnixNano()), 10, 32)
	if err != nil || planned == 0 {
		return "The control plan states no number of index buckets, so no cell can be looked up. Set buckets in its plan.yaml and push the plan again.", nil
	}
	answer, err := s.client.Query(ctx, s.Databases.Index, influx.Budget{Bytes: s.Budget.Bytes}, influx.Statement{
		From: vocabulary.MeasurementItemIndex, Columns: []influx.Column{influx.Field("item_id", table.Text), influx.Tag("bucket")}, Newest: true, Limit: 20,
		Range: influx.Range{From: now.Add(-LookupSpan).UnixNano(), To: now.Add(time.Hour).UnixNano()},
	})
	if err != nil {
		return "", err
	}
	for _, series := range answer.Results[0].Series {
		id, bucket := series.Rows.Column("item_id"), series.Rows.Column("bucket")
		for row := range series.Rows.Len() {
			want := record.BucketOf(table.TextOr(id, row, ""), uint32(planned))
			if got := table.TextOr(bucket, row, ""); got != want {
				return fmt.Sprintf("Telegraf writes the item index with another number of buckets than the control plan's %d (an item lies in bucket %s, not %s): cells will not be found. "+
					"Generate Telegraf's constants again with npm run gen, restart Telegraf, and push the plan.", planned, got, want), nil
			}
		}
	}
	return "", nil
}
