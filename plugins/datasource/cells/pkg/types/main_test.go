package types_test

import (
	"flag"
	"testing"

	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/influx/influxtest"
)

var (
	server *influxtest.Server
	update = flag.Bool("update", false, "rewrite the expected frames of the cases")
)

func TestMain(m *testing.M) {
	flag.Parse()
	influxtest.Main(m, &server)
}
