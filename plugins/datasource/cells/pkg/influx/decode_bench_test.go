package influx

import (
	"bytes"
	"encoding/json"
	"fmt"
	"runtime"
	"testing"

	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/table"
)

const benchRows = 500_000

// answerOf is a chunked answer as InfluxDB writes it: time, a 24-character ID that never repeats, one value.
func answerOf(rows int) []byte {
	var b bytes.Buffer
	for from := 0; from < rows; from += chunkRows {
		b.WriteString(`{"results":[{"statement_id":0,"series":[{"name":"filling","columns":["time","cell_id","fill_mass"],"values":[`)
		for i := from; i < min(from+chunkRows, rows); i++ {
			if i > from {
				b.WriteByte(',')
			}
			fmt.Fprintf(&b, `[%d,"0EPCB1LFP0202AGB5%07d",%.1f]`, 1_700_000_000_000_000_000+int64(i)*1_000_003, i, 800+float64(i%97)/10)
		}
		if from+chunkRows < rows {
			b.WriteString(`],"partial":true}],"partial":true}]}` + "\n")
		} else {
			b.WriteString(`]}]}]}` + "\n")
		}
	}
	return b.Bytes()
}

// heapPerRow is what a result keeps alive, in bytes a row.
func heapPerRow(b *testing.B, rows int, make func() any) {
	b.Helper()
	var before, after runtime.MemStats
	runtime.GC()
	runtime.ReadMemStats(&before)
	kept := make()
	runtime.GC()
	runtime.ReadMemStats(&after)
	runtime.KeepAlive(kept)
	b.ReportMetric(float64(after.HeapAlloc-before.HeapAlloc)/float64(rows), "heap-B/row")
}

func BenchmarkDecode(b *testing.B) {
	answer := answerOf(benchRows)
	shapes := []shape{{kinds: map[string]table.Kind{"cell_id": table.Text, "fill_mass": table.Float}}}
	read := func() any {
		results, err := decode(bytes.NewReader(answer), shapes, Budget{})
		if err != nil || results[0].Series[0].Rows.Len() != benchRows {
			b.Fatal(err)
		}
		return results
	}
	b.Run("columns", func(b *testing.B) {
		b.ReportAllocs()
		b.SetBytes(int64(len(answer)))
		for range b.N {
			read()
		}
		heapPerRow(b, benchRows, read)
	})
	plain := func() any {
		type series struct {
			Columns []string `json:"columns"`
			Values  [][]any  `json:"values"`
		}
		type chunk struct {
			Results []struct {
				Series []series `json:"series"`
			} `json:"results"`
		}
		var all []chunk
		decoder := json.NewDecoder(bytes.NewReader(answer))
		for decoder.More() {
			var c chunk
			if err := decoder.Decode(&c); err != nil {
				b.Fatal(err)
			}
			all = append(all, c)
		}
		return all
	}
	b.Run("encoding-json", func(b *testing.B) {
		b.ReportAllocs()
		b.SetBytes(int64(len(answer)))
		for range b.N {
			plain()
		}
		heapPerRow(b, benchRows, plain)
	})
}
