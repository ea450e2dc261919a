package main

import (
	"crypto/rand"
	"flag"
	"fmt"
	"net/http"
	"os"
	"path/filepath"
	"runtime/debug"
	"strings"
	"time"

	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/keeper"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/record"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/source"
)

// options are what the command line says.
type options struct {
	influx, mqtt, secrets, reader, writer, sender, prefix, listen, check, name string
	every, back                                                                time.Duration
}

const (
	maxRows      = 1_000_000
	maxMegabytes = 512
	timeout      = 30 * time.Second
)

func parseOptions(args []string) (o options, err error) {
	flags := flag.NewFlagSet("keeper", flag.ContinueOnError)
	flags.StringVar(&o.influx, "influx", "http://127.0.0.1:8086", "address of InfluxDB")
	flags.StringVar(&o.mqtt, "mqtt", "", "address of the broker, as mqtt://127.0.0.1:1883; none: the line is not told")
	flags.StringVar(&o.secrets, "secrets", "", "folder with the passwords of users, a file each: influxdb/NAME, mqtt/NAME; none: no login")
	flags.StringVar(&o.reader, "reader", "cellthread_read", "user that reads")
	flags.StringVar(&o.writer, "writer", "cellthread_event", "user that stores holds")
	flags.StringVar(&o.sender, "sender", "cellthread", "user of the broker that tells the line")
	flags.StringVar(&o.prefix, "prefix", "cellthread_", "how the names of the databases begin")
	flags.StringVar(&o.listen, "listen", "", "address that tells how it fares, as 127.0.0.1:8610: /health and /metrics")
	flags.StringVar(&o.check, "check", "", "ask a keeper at this address, as http://127.0.0.1:8610/health, and end: with 0 if it is well")
	flags.DurationVar(&o.every, "every", 2*time.Second, "how often it looks at what was stored")
	flags.DurationVar(&o.back, "back", 24*time.Hour, "how far back it looks when it starts")
	flags.StringVar(&o.name, "name", "keeper", "by what name it stores how it fares")
	if err := flags.Parse(args); err != nil {
		return o, err
	}
	switch {
	case flags.NArg() > 0:
		return o, fmt.Errorf("%q is no option; keeper --help lists them", flags.Arg(0))
	case !record.IsIdentifier(o.name):
		return o, fmt.Errorf("--name %q: choose letters, digits and . _ - of at most 64", o.name)
	case o.every < 100*time.Millisecond || o.every > time.Hour:
		return o, fmt.Errorf("--every %s: choose from 100ms to 1h", o.every)
	case o.back < 0 || o.back > 90*24*time.Hour:
		return o, fmt.Errorf("--back %s: choose from 0 to 2160h", o.back)
	}
	return o, nil
}

// connect gives the door that it reads through, and the one that it stores through: each with a user of its own.
func (o options) connect() (*source.Source, *source.Writer, error) {
	from := &source.Source{
		Databases: source.Databases{
			Visits: o.prefix + "visits", Index: o.prefix + "index", Record: o.prefix + "record", Curve: o.prefix + "curve", Rejected: o.prefix + "rejected",
		},
		Budget: source.Budget{Rows: maxRows, Cells: maxRows, Bytes: maxMegabytes << 20, Time: timeout},
		Now:    time.Now,
	}
	client := &http.Client{Timeout: timeout + time.Second}
	reader, err := o.login(o.reader)
	if err != nil {
		return nil, nil, err
	}
	writer, err := o.login(o.writer)
	if err != nil {
		return nil, nil, err
	}
	from.Connect(o.influx, client, reader, false)
	return from, source.NewWriter(o.influx, client, writer), nil
}

// version is that of the program, as far as it was built with one.
func version() string {
	built, known := debug.ReadBuildInfo()
	if !known {
		return ""
	}
	for _, of := range built.Settings {
		if of.Key == "vcs.revision" {
			return of.Value
		}
	}
	return built.Main.Version
}

// login is how a user of the database signs in.
func (o options) login(user string) (source.Auth, error) {
	if o.secrets == "" {
		return source.Auth{Kind: source.AuthNone}, nil
	}
	secret, err := o.password("influxdb", user)
	return source.Auth{Kind: source.AuthBasic, User: user, Secret: secret}, err
}

// broker is the one that lines listen at, as it is given messages and as it keeps them. Each keeper is two clients of its own.
func (o options) broker() (*keeper.Broker, *keeper.Shelf, error) {
	login := keeper.Login{URL: o.mqtt, ClientID: "keeper-" + rand.Text()}
	if o.secrets != "" {
		var err error
		login.User = o.sender
		if login.Password, err = o.password("mqtt", o.sender); err != nil {
			return nil, nil, err
		}
	}
	shelf := &keeper.Shelf{Login: login}
	shelf.ClientID += "-held"
	return &keeper.Broker{Login: login}, shelf, nil
}

func (o options) password(part, user string) (string, error) {
	secret, err := os.ReadFile(filepath.Join(o.secrets, part, user)) //nolint:gosec // whoever starts it names the folder
	if err != nil {
		return "", fmt.Errorf("the password of %s: %w; cellthread secrets make DIR makes the files", user, err)
	}
	return strings.TrimSpace(string(secret)), nil
}
