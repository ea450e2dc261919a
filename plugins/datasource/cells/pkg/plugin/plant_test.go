package plugin

import (
	"fmt"
	"hash/fnv"
	"os"
	"strings"
	"testing"
	"time"

	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/influx/influxtest"
)

var server *influxtest.Server

func TestMain(m *testing.M) { influxtest.Main(m, &server) }

// noon is the fixed clock, two hours after the visits of testdata.
var noon = time.Date(2026, 3, 10, 12, 0, 0, 0, time.UTC)

// plant stores testdata in databases of its own and opens a datasource on them.
func plant(t *testing.T, jsonData string) *Datasource {
	t.Helper()
	prefix := strings.ReplaceAll(t.Name(), "/", "_") + "_"
	for _, database := range []string{"visits", "index", "record", "curve", "rejected"} {
		if err := server.Create(prefix + database); err != nil {
			t.Fatal(err)
		}
	}
	for _, database := range []string{"visits", "record"} {
		lines, err := os.ReadFile("testdata/" + database + ".lp")
		if err != nil {
			t.Fatal(err)
		}
		if err := server.Write(prefix+database, string(lines)); err != nil {
			t.Fatal(err)
		}
	}
	index(t, prefix, "0EPCB1LFP0202AGB50000017", 4096)
	d := open(t, server.URL, fmt.Sprintf(`{"databasePrefix":%q%s}`, prefix, jsonData))
	d.source.Now = func() time.Time { return noon }
	return d
}

func index(t *testing.T, prefix, id string, buckets uint32) {
	t.Helper()
	pointTo(t, prefix, id, "filling|de1|line-1|filler-01|lfp-202", 1773136800000000011, buckets)
}

// pointTo stores a pointer of the item index; 4096 buckets unless told.
func pointTo(t *testing.T, prefix, id, key string, at int64, buckets ...uint32) {
	t.Helper()
	hash := fnv.New32a()
	_, _ = hash.Write([]byte(id))
	line := fmt.Sprintf(`item_index,bucket=%d item_id=%q,key=%q,at=%di %d`, hash.Sum32()%append(buckets, 4096)[0], id, key, at, at+489)
	if err := server.Write(prefix+"index", line); err != nil {
		t.Fatal(err)
	}
}
