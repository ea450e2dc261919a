package plugin

import (
	"context"
	"encoding/json"
	"fmt"
	"net/http"
	"strings"
	"testing"
	"time"

	"github.com/grafana/grafana-plugin-sdk-go/backend"
	"github.com/grafana/grafana-plugin-sdk-go/data"
)

type packets chan json.RawMessage

func (p packets) Send(packet *backend.StreamPacket) error {
	p <- packet.Data
	return nil
}

func TestAStoredVisitIsPushedOnceToItsChannel(t *testing.T) {
	d := plant(t, "")
	path, err := d.channelPath([]byte(visitsOfFilling))
	if err != nil {
		t.Fatal(err)
	}
	subscribed, err := d.SubscribeStream(t.Context(), &backend.SubscribeStreamRequest{Path: path})
	if err != nil || subscribed.Status != backend.SubscribeStreamStatusOK {
		t.Fatalf("%v %v", subscribed, err)
	}
	sent := make(packets, 10)
	ctx, cancel := context.WithCancel(t.Context())
	done := make(chan error)
	go func() {
		done <- d.RunStream(ctx, &backend.RunStreamRequest{Path: path}, backend.NewStreamSender(sent))
	}()
	ms := noon.UnixMilli()
	for i, visit := range []int{1, 2} {
		line := fmt.Sprintf(`filling,site=de1,line=line-1,equipment=filler-01,product=lfp-202 cell_id="NEW%d",visit=%di,verdict="ok",source_ms=%di,received_ms=%di,fill_mass=801.5 %d`,
			i, visit, ms, ms, ms*1_000_000+int64(i))
		if err := server.Write(d.settings.Databases.Visits, line); err != nil {
			t.Fatal(err)
		}
	}
	var frame data.Frame
	select {
	case raw := <-sent:
		if err := json.Unmarshal(raw, &frame); err != nil {
			t.Fatal(err)
		}
	case <-time.After(20 * time.Second):
		t.Fatal("nothing was pushed")
	}
	if id, _ := frame.FieldByName("cell_id"); frame.Rows() != 1 || *id.At(0).(*string) != "NEW0" {
		t.Errorf("%d rows were pushed, want the first visit only", frame.Rows())
	}
	cancel()
	if err := <-done; err != nil {
		t.Error(err)
	}
	if len(sent) != 0 {
		t.Error("a visit was pushed twice")
	}
}

func TestAChannelThatCarriesNoQueryIsNotFound(t *testing.T) {
	d := open(t, "http://127.0.0.1:1", `{}`)
	for _, path := range []string{"", "visits/v1/", "visits/v1/0123456789abcdef", "visits/v2/e30", "visits/v1/e30"} {
		answer, err := d.SubscribeStream(t.Context(), &backend.SubscribeStreamRequest{Path: path})
		if err != nil || answer.Status != backend.SubscribeStreamStatusNotFound {
			t.Errorf("%q: %v %v", path, answer, err)
		}
	}
}

func TestAQueryTooLongForAPathIsRegistered(t *testing.T) {
	d := open(t, "http://127.0.0.1:1", `{}`)
	status, answer := call(t, d, http.MethodPost, "live", `{"queryType":"visits","station":"filling","characteristics":["fill_mass"],"filters":[{"key":"equipment","operator":"=|","values":["filler-01","filler-02"]}]}`)
	var got struct{ Path string }
	if err := json.Unmarshal([]byte(answer), &got); err != nil || status != http.StatusOK || len(got.Path) != len(channelPrefix)+hashLength {
		t.Fatalf("%d %s", status, answer)
	}
	if subscribed, err := d.SubscribeStream(t.Context(), &backend.SubscribeStreamRequest{Path: got.Path}); err != nil || subscribed.Status != backend.SubscribeStreamStatusOK {
		t.Errorf("%v %v", subscribed, err)
	}
	if status, answer := call(t, d, http.MethodPost, "live", `{"queryType":"visits","station":"$s"}`); status != http.StatusBadRequest || !strings.Contains(answer, "variable") {
		t.Errorf("%d %s", status, answer)
	}
}

func TestNobodyPublishes(t *testing.T) {
	answer, err := (&Datasource{}).PublishStream(t.Context(), &backend.PublishStreamRequest{})
	if err != nil || answer.Status != backend.PublishStreamStatusPermissionDenied {
		t.Errorf("%v %v", answer, err)
	}
}
