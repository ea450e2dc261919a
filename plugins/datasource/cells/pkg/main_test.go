package main_test

import (
	"context"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/grafana/grafana-plugin-sdk-go/backend/grpcplugin"
	"github.com/grafana/grafana-plugin-sdk-go/data"
	"github.com/grafana/grafana-plugin-sdk-go/genproto/pluginv2"
	"github.com/hashicorp/go-hclog"
	goplugin "github.com/hashicorp/go-plugin"

	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/influx/influxtest"
)

// TestTheBuiltProcessAnswers builds the plugin as it is shipped, starts it as Grafana does and asks it over gRPC.
func TestTheBuiltProcessAnswers(t *testing.T) {
	server, err := influxtest.Start()
	if err != nil {
		t.Fatal(err)
	}
	defer server.Stop()
	lines := []string{}
	for i := range 3 {
		lines = append(lines, fmt.Sprintf(
			`filling,site=de1,line=line-1,equipment=filler-02,product=lfp-202 cell_id="C%d",visit=1i,verdict="ok",source_ms=%di,received_ms=%di,fill_mass=%d.5 %d`,
			i, 1_700_000_000_000+i, 1_700_000_000_500+i, 799+i, (1_700_000_000_000+int64(i))*1_000_000+77))
	}
	for _, database := range []string{"cellthread_visits", "cellthread_index", "cellthread_record"} {
		if err := server.Create(database); err != nil {
			t.Fatal(err)
		}
	}
	if err := server.Write("cellthread_visits", strings.Join(lines, "\n")); err != nil {
		t.Fatal(err)
	}

	client := start(t)
	request := &pluginv2.QueryDataRequest{
		PluginContext: &pluginv2.PluginContext{
			OrgId: 1, PluginId: "cellthread-cells-datasource",
			DataSourceInstanceSettings: &pluginv2.DataSourceInstanceSettings{Uid: "cellthread", JsonData: fmt.Appendf(nil, `{"servers":[{"url":%q}]}`, server.URL)},
		},
		Format: pluginv2.DataFrameFormat_JSON,
		Queries: []*pluginv2.DataQuery{{
			RefId: "A", QueryType: "visits", MaxDataPoints: 100,
			TimeRange: &pluginv2.TimeRange{FromEpochMS: 1_700_000_000_000, ToEpochMS: 1_700_000_100_000},
			Json:      []byte(`{"queryType":"visits","station":"filling","characteristics":["fill_mass"]}`),
		}},
	}
	ctx, cancel := context.WithTimeout(t.Context(), 20*time.Second)
	defer cancel()
	answer, err := client.QueryData(ctx, request)
	if err != nil {
		t.Fatal(err)
	}
	response := answer.Responses["A"]
	if response.Error != "" {
		t.Fatal(response.Error)
	}
	var frame data.Frame
	if err := frame.UnmarshalJSON(response.Frames[0]); err != nil {
		t.Fatal(err)
	}
	mass, _ := frame.FieldByName("fill_mass")
	if frame.Rows() != 3 || mass == nil {
		t.Fatalf("the frame has %d rows: %s", frame.Rows(), response.Frames[0])
	}
	if v, _ := mass.FloatAt(2); v != 801.5 {
		t.Errorf("fill_mass of the third cell is %v, want 801.5", v)
	}
}

// start runs the built binary with the handshake of Grafana's plugin host.
func start(t *testing.T) pluginv2.DataClient {
	t.Helper()
	binary := filepath.Join(t.TempDir(), "gpx_cells")
	build := exec.Command("go", "build", "-trimpath", "-ldflags", "-w -s", "-o", binary, ".")
	build.Env = append(os.Environ(), "CGO_ENABLED=0")
	if out, err := build.CombinedOutput(); err != nil {
		t.Fatalf("building the plugin: %v\n%s", err, out)
	}
	host := goplugin.NewClient(&goplugin.ClientConfig{
		Cmd: exec.Command(binary), //nolint:gosec // just built
		HandshakeConfig: goplugin.HandshakeConfig{
			ProtocolVersion: grpcplugin.ProtocolVersion, MagicCookieKey: grpcplugin.MagicCookieKey, MagicCookieValue: grpcplugin.MagicCookieValue,
		},
		VersionedPlugins: map[int]goplugin.PluginSet{grpcplugin.ProtocolVersion: {"data": &grpcplugin.DataGRPCPlugin{}}},
		AllowedProtocols: []goplugin.Protocol{goplugin.ProtocolGRPC},
		Logger:           hclog.NewNullLogger(),
	})
	t.Cleanup(host.Kill)
	rpc, err := host.Client()
	if err != nil {
		t.Fatal(err)
	}
	raw, err := rpc.Dispense("data")
	if err != nil {
		t.Fatal(err)
	}
	return raw.(pluginv2.DataClient)
}
