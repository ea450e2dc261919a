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

// packets are the frames that a channel sends.
type packets chan *data.Frame

func (p packets) Send(packet *backend.StreamPacket) error {
	frame := &data.Frame{}
	if err := json.Unmarshal(packet.Data, frame); err != nil {
		return err
	}
	p <- frame
	return nil
}

// next is the next frame of that name.
func (p packets) next(t *testing.T, name string) *data.Frame {
	t.Helper()
	end := time.After(20 * time.Second)
	for {
		select {
		case frame := <-p:
			if frame.Name == name {
				return frame
			}
		case <-end:
			t.Fatalf("no frame %s came", name)
		}
	}
}

// text is the text of a frame's first row.
func text(t *testing.T, frame *data.Frame, name string) string {
	t.Helper()
	field, _ := frame.FieldByName(name)
	if field == nil {
		t.Fatalf("%s has no %s", frame.Name, name)
	}
	v, _ := field.ConcreteAt(0)
	return fmt.Sprint(v)
}

// follow runs a channel until the test ends, or stop is called.
func follow(t *testing.T, d *Datasource, path string) (sent packets, stop func()) {
	t.Helper()
	sent = make(packets, 100)
	ctx, cancel := context.WithCancel(context.WithoutCancel(t.Context()))
	done := make(chan error, 1)
	go func() {
		done <- d.RunStream(ctx, &backend.RunStreamRequest{Path: path}, backend.NewStreamSender(sent))
	}()
	stop = func() {
		cancel()
		if err := <-done; err != nil {
			t.Error(err)
		}
		done <- nil
	}
	t.Cleanup(stop)
	return sent, stop
}

// pathOf asks for the path of a query's channel.
func pathOf(t *testing.T, d *Datasource, query string) string {
	t.Helper()
	status, answer := call(t, d, http.MethodPost, "live", query)
	var got struct{ Path string }
	if err := json.Unmarshal([]byte(answer), &got); err != nil || status != http.StatusOK {
		t.Fatalf("%d %s", status, answer)
	}
	return got.Path
}

// stored writes a visit of now to a station.
func stored(t *testing.T, d *Datasource, cell string, visit int) {
	t.Helper()
	ms := noon.UnixMilli()
	line := fmt.Sprintf(`filling,site=de1,line=line-1,equipment=filler-01,product=lfp-202 cell_id=%q,visit=%di,verdict="ok",operator="quentin",source_ms=%di,received_ms=%di,fill_mass=801.5 %d`,
		cell, visit, ms, ms, ms*1_000_000+int64(visit)+int64(len(cell))*1000)
	if err := server.Write(d.settings.Databases.Visits, line+"\n"+strings.NewReplacer("de1", "zulu", "line-1", "zulu-line", cell, "ZULU-"+cell).Replace(line)); err != nil {
		t.Fatal(err)
	}
}

const longQuery = `{"queryType":"visits","station":"filling","characteristics":["fill_mass"],"filters":[{"key":"equipment","operator":"=|","values":["filler-01","filler-02"]}]}`

func TestAStoredVisitIsPushedOnceToItsChannel(t *testing.T) {
	d := plant(t, `,"sites":["de1"],"personalData":"off"`)
	path := pathOf(t, d, visitsOfFilling)
	subscribed, err := d.SubscribeStream(t.Context(), &backend.SubscribeStreamRequest{Path: path})
	if err != nil || subscribed.Status != backend.SubscribeStreamStatusOK {
		t.Fatalf("%v %v", subscribed, err)
	}
	sent, stop := follow(t, d, path)
	if pulse := sent.next(t, "pulse"); text(t, pulse, "epoch") == "" || text(t, pulse, "trouble") != "" {
		t.Errorf("the first pulse is %v", pulse)
	}
	stored(t, d, "NEW", 1)
	stored(t, d, "NEW", 2)
	frame := sent.next(t, "visits")
	if id := text(t, frame, "cell_id"); frame.Rows() != 1 || id != "NEW" || text(t, frame, "site") != "de1" {
		t.Errorf("%d rows were pushed, want the first visit at the own site only", frame.Rows())
	}
	if operator := text(t, frame, "operator"); operator != "" {
		t.Errorf("a live frame names %s", operator)
	}
	sent.next(t, "pulse")
	stop()
	for len(sent) > 0 {
		if frame := <-sent; frame.Name == "visits" {
			t.Error("a visit was pushed twice")
		}
	}
}

func TestALiveQueryCannotChooseByWhatIsLeftOut(t *testing.T) {
	d := plant(t, `,"personalData":"off"`)
	sent, _ := follow(t, d, pathOf(t, d, with(visitsOfFilling, "filters", `[{"key":"operator","operator":"=","value":"quentin"}]`)))
	for {
		if why := text(t, sent.next(t, "pulse"), "trouble"); strings.Contains(why, "operator is about people") {
			break
		}
	}
	stored(t, d, "NEW", 1)
	sent.next(t, "pulse")
	for len(sent) > 0 {
		if frame := <-sent; frame.Name == "visits" {
			t.Error("visits were chosen by an operator who is left out")
		}
	}
}

func TestAChannelThatCarriesNoQueryIsNotFound(t *testing.T) {
	d := open(t, "http://127.0.0.1:1", `{}`)
	for _, path := range []string{"", "visits/v1/", "visits/v1/0123456789abcde", "visits/v1/0123456789abcdeg", "visits/v2/e30", "visits/v2/0123456789abcdef", "visits/v1/e30"} {
		answer, err := d.SubscribeStream(t.Context(), &backend.SubscribeStreamRequest{Path: path})
		if err != nil || answer.Status != backend.SubscribeStreamStatusNotFound {
			t.Errorf("%q: %v %v", path, answer, err)
		}
	}
}

// TestAChannelGoesOnAfterARestartOnceItsPathIsAskedForAgain: Grafana runs the streams of a plugin that died again, and knows
// nothing of queries that a path only stands for.
func TestAChannelGoesOnAfterARestartOnceItsPathIsAskedForAgain(t *testing.T) {
	before := plant(t, "")
	path := pathOf(t, before, longQuery)
	if len(path) != len(channelPrefix)+hashLength {
		t.Fatalf("%s carries the query itself", path)
	}
	sent, stop := follow(t, before, path)
	first := text(t, sent.next(t, "pulse"), "epoch")
	stop()

	after := open(t, server.URL, fmt.Sprintf(`{"databases":{"visits":%q,"index":%q,"record":%q}}`,
		before.settings.Databases.Visits, before.settings.Databases.Index, before.settings.Databases.Record))
	after.source.Now = before.source.Now
	sent, _ = follow(t, after, path)
	if pulse := sent.next(t, "pulse"); text(t, pulse, "epoch") != "" || !strings.Contains(text(t, pulse, "trouble"), "Ask for its path") {
		t.Errorf("nobody asked for the path again, and the pulse is %s", text(t, pulse, "trouble"))
	}
	if again := pathOf(t, after, longQuery); again != path {
		t.Fatalf("the path is %s, was %s", again, path)
	}
	if pulse := sent.next(t, "pulse"); text(t, pulse, "epoch") == first || text(t, pulse, "trouble") != "" {
		t.Errorf("the channel is not found again: %s", text(t, pulse, "trouble"))
	}
	stored(t, after, "NEW", 1)
	if id := text(t, sent.next(t, "visits"), "cell_id"); id != "NEW" && id != "ZULU-NEW" {
		t.Errorf("pushed was %s", id)
	}
}

func TestNobodyPublishes(t *testing.T) {
	answer, err := (&Datasource{}).PublishStream(t.Context(), &backend.PublishStreamRequest{})
	if err != nil || answer.Status != backend.PublishStreamStatusPermissionDenied {
		t.Errorf("%v %v", answer, err)
	}
}
