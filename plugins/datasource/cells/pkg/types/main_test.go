package types_test

import (
	"flag"
	"fmt"
	"os"
	"testing"

	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/influx/influxtest"
)

var (
	server *influxtest.Server
	update = flag.Bool("update", false, "rewrite the expected frames of the cases")
)

func TestMain(m *testing.M) {
	flag.Parse()
	var err error
	if server, err = influxtest.Start(); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
	code := m.Run()
	server.Stop()
	os.Exit(code)
}
