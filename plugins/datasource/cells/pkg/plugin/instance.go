package plugin

import (
	"context"
	"fmt"
	"time"

	"github.com/grafana/grafana-plugin-sdk-go/backend"
	"github.com/grafana/grafana-plugin-sdk-go/backend/httpclient"
	"github.com/grafana/grafana-plugin-sdk-go/backend/instancemgmt"
	"github.com/grafana/grafana-plugin-sdk-go/backend/resource/httpadapter"

	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/ledger"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/live"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/query"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/source"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/types"
)

// Datasource is one configured instance.
type Datasource struct {
	backend.CallResourceHandler

	settings settings
	source   *source.Source
	engine   *query.Engine
	live     *live.Hub
	ledger   *ledger.Ledger // nil where the settings say of nobody who may write
	channels channels
}

var (
	_ backend.QueryDataHandler      = (*Datasource)(nil)
	_ backend.CheckHealthHandler    = (*Datasource)(nil)
	_ backend.CallResourceHandler   = (*Datasource)(nil)
	_ instancemgmt.InstanceDisposer = (*Datasource)(nil)
)

// patience is how long a question waits for steps that have just ended.
const patience = 300 * time.Millisecond

// New is called for every configured datasource, and again whenever its settings change. Settings that must not be used give
// an instance that answers why.
func New(ctx context.Context, raw backend.DataSourceInstanceSettings) (instancemgmt.Instance, error) {
	s, err := parseSettings(raw)
	if err != nil {
		return refusing(err), nil
	}
	options, err := raw.HTTPClientOptions(ctx)
	if err != nil {
		return refusing(fmt.Errorf("the datasource's HTTP settings cannot be read: %w", err)), nil
	}
	options.Timeouts.Timeout = max(options.Timeouts.Timeout, s.timeout+time.Second) // the query's own budget ends first and says why
	client, err := httpclient.New(options)
	if err != nil {
		return refusing(fmt.Errorf("the datasource's HTTP settings do not work: %w", err)), nil
	}
	from := &source.Source{
		Databases:    s.Databases,
		Budget:       source.Budget{Rows: s.MaxRows, Cells: s.MaxCells, Bytes: s.MaxMegabytes << 20, Time: s.timeout, Patience: patience},
		Sites:        s.Sites,
		PersonalData: s.PersonalData,
		Now:          time.Now,
	}
	from.Connect(s.URL, client, source.Auth{Kind: s.Authentication, User: s.User, Secret: s.secret}, s.Compress)
	var to *ledger.Ledger
	if auth, lacks := s.writing(); lacks == "" {
		to = ledger.New(from, source.NewWriter(s.URL, client, auth))
	}
	d := &Datasource{settings: s, source: from, engine: query.NewEngine(from, types.Types()), live: live.NewHub(from), ledger: to}
	d.CallResourceHandler = httpadapter.New(d.routes())
	return d, nil
}

// Dispose frees connections some seconds after the settings changed.
func (d *Datasource) Dispose() { d.source.Close() }
