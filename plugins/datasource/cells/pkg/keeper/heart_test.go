package keeper_test

import (
	"context"
	"errors"
	"io"
	"log/slog"
	"net/http"
	"testing"
	"time"

	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/keeper"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/record"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/source"
)

func TestHowAKeeperFaresIsOneRowATaskWhichTheNextOneOverwrites(t *testing.T) {
	p := newPlant(t)
	now := time.Now()
	p.from.Now = func() time.Time { return now }
	heart := &keeper.Heart{Name: "keeper", Version: "7", Writer: source.NewWriter(server.URL, http.DefaultClient, source.Auth{}), Record: p.from.Databases.Record, Started: now}
	pulse := keeper.NewPulse()
	beat := keeper.Beat(heart, pulse)
	beats := func() map[string]record.Heartbeat {
		t.Helper()
		run := &source.Run{Source: p.from}
		all, err := run.Heartbeats(context.Background(), source.Span{From: now.Add(-48 * time.Hour).UnixNano(), To: now.Add(time.Hour).UnixNano()})
		if err != nil {
			t.Fatal(err)
		}
		out := map[string]record.Heartbeat{}
		for _, of := range all {
			out[of.Task] = of
		}
		return out
	}
	ctx, stop := context.WithCancel(context.Background())
	looks := make(chan struct{}, 1000)
	task := func(name string, err error) keeper.Task {
		return keeper.Task{Name: name, Every: 10 * time.Millisecond, Look: func(context.Context) error { looks <- struct{}{}; return err }}
	}
	ended := make(chan struct{})
	go func() {
		defer close(ended)
		keeper.Keep(ctx, pulse, slog.New(slog.NewTextHandler(io.Discard, nil)), task("hold", nil), task("command", errors.New("nobody is there")), beat)
	}()
	for range 10 {
		<-looks
	}
	if got := beats(); len(got) > 0 {
		t.Errorf("as soon as it was started it tells %+v", got)
	}
	aged := *heart
	aged.Started = now.Add(-time.Minute)
	for range 2 {
		if err := keeper.Beat(&aged, pulse).Look(context.Background()); err != nil {
			t.Fatal(err)
		}
	}
	stop()
	<-ended
	got := beats()
	hold, command := got["hold"], got["command"]
	if len(got) != 2 || hold.Keeper != "keeper" || hold.Version != "7" || hold.Error != "" || hold.LateS != 60 || hold.LookedMs < now.UnixMilli() || hold.StartedMs >= now.UnixMilli() {
		t.Errorf("it tells %+v", got)
	}
	if command.LookedMs != 0 || command.Error != "nobody is there" {
		t.Errorf("of a task that fails it tells %+v", command)
	}
}
