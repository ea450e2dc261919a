// Command keeper holds what is out of spec as soon as it is stored, whether or not a Grafana runs: it reads what was stored and the
// plan, and stores the holds that the plan asks for. It keeps nothing of its own: stopped and started, or twice at once, it places the
// same holds.
package main

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"io"
	"log/slog"
	"net/http"
	"os"
	"os/signal"
	"syscall"
	"time"

	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/keeper"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/ledger"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/types/signals"
)

// comparedEvery is how many times as seldom records are held that have to be compared with others: that takes look-ups, and nothing that is
// wrong by itself is to wait for them.
const comparedEvery = 5

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	if err := run(ctx, os.Args[1:]); err != nil {
		fmt.Fprintln(os.Stderr, "keeper:", err)
		os.Exit(1)
	}
}

func run(ctx context.Context, args []string) error {
	o, err := parseOptions(args)
	if errors.Is(err, flag.ErrHelp) {
		return nil
	}
	if err != nil {
		return err
	}
	if o.check != "" {
		return checked(ctx, o.check)
	}
	log := slog.New(slog.NewTextHandler(os.Stderr, nil))
	from, writer, err := o.connect()
	if err != nil {
		return err
	}
	defer from.Close()
	ledger := ledger.New(from, writer)
	watch := keeper.NewPulse()
	if o.listen != "" {
		server := &http.Server{Addr: o.listen, Handler: watch, ReadHeaderTimeout: 5 * time.Second}
		failed := make(chan error, 1)
		go func() { failed <- server.ListenAndServe() }()
		defer func() { _ = server.Close() }()
		select {
		case err := <-failed:
			return fmt.Errorf("listening at %s: %w; choose another address with --listen", o.listen, err)
		case <-time.After(100 * time.Millisecond):
		}
	}
	sealer := &keeper.Sealer{Source: from, Ledger: ledger}
	holder := func(compared bool) *keeper.Holder {
		return &keeper.Holder{Source: from, Ledger: ledger, Back: o.back, Share: o.every, Find: signals.ToHold{Compared: compared}}
	}
	tasks := []keeper.Task{
		keeper.Hold("hold", o.every, holder(false), watch, log),
		keeper.Hold("hold-compared", comparedEvery*o.every, holder(true), watch, log),
		keeper.Seal(sealer, log),
		keeper.Expire(&keeper.Expirer{Source: from, Ledger: ledger}, log),
		keeper.Prove(comparedEvery*o.every, &keeper.Prover{Source: from, Ledger: ledger}, log),
		keeper.Rework(comparedEvery*o.every, &keeper.Reworks{Source: from, Ledger: ledger}, log),
		keeper.Beat(&keeper.Heart{Name: o.name, Version: version(), Writer: writer, Record: from.Databases.Record, Started: time.Now()}, watch),
	}
	if o.mqtt != "" {
		broker, shelf, err := o.broker()
		if err != nil {
			return err
		}
		defer broker.Close()
		defer shelf.Close()
		sealer.Retain = broker.Retain
		tasks = append(tasks,
			keeper.Command(o.every, &keeper.Commander{Source: from, Ledger: ledger, Publish: broker.Publish}, watch, log),
			keeper.Request(&keeper.Requester{Source: from, Ledger: ledger, Publish: broker.Publish}, log),
			keeper.Post(o.every, &keeper.Board{Source: from, Broker: shelf}, watch, log))
	}
	log.Info("keeping", "influx", o.influx, "mqtt", o.mqtt, "every", o.every, "back", o.back)
	keeper.Keep(ctx, watch, log, tasks...)
	return nil
}

// checked gives an error unless the keeper at an address is well.
func checked(ctx context.Context, url string) error {
	ctx, cancel := context.WithTimeout(ctx, 2*time.Second)
	defer cancel()
	request, err := http.NewRequestWithContext(ctx, http.MethodGet, url, nil)
	if err != nil {
		return err
	}
	answer, err := http.DefaultClient.Do(request)
	if err != nil {
		return err
	}
	defer func() { _ = answer.Body.Close() }()
	if answer.StatusCode != http.StatusOK {
		said, _ := io.ReadAll(io.LimitReader(answer.Body, 1<<10))
		return fmt.Errorf("it answers %s: %s", answer.Status, said)
	}
	return nil
}
