package influx

import (
	"bytes"
	"encoding/json"
	"math"
	"math/rand/v2"
	"strconv"
	"strings"
	"testing"
	"testing/iotest"

	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/table"
)

var textAndFloat = []shape{{kinds: map[string]table.Kind{"cell_id": table.Text, "v": table.Float, "n": table.Int}}}

// read decodes byte by byte, so that every token is cut at every place.
func read(t *testing.T, answer string) *table.Table {
	t.Helper()
	results, err := decode(iotest.OneByteReader(strings.NewReader(answer)), textAndFloat, Budget{})
	if err != nil {
		t.Fatal(err)
	}
	return results[0].Series[0].Rows
}

func TestTextsOfAnyContentArriveAsTheyWereStored(t *testing.T) {
	for _, want := range []string{`a"b\c`, "Grüße 電池 🔋", "line\nbreak\ttab", `\u0041 is no escape here`, "\u2028", strings.Repeat("long ", 20_000)} {
		encoded, err := json.Marshal(want)
		if err != nil {
			t.Fatal(err)
		}
		rows := read(t, `{"results":[{"statement_id":0,"series":[{"name":"m","columns":["time","cell_id"],"values":[[1,`+string(encoded)+`]]}]}]}`)
		if got, _ := rows.Column("cell_id").Text(0); got != want {
			t.Errorf("got %.40q, want %.40q", got, want)
		}
	}
}

func TestNullIsMissingInEveryKind(t *testing.T) {
	rows := read(t, `{"results":[{"statement_id":0,"series":[{"name":"m","columns":["time","cell_id","v","n"],"values":[[1,null,null,null],[2,"",0,0]]}]}]}`)
	for _, name := range []string{"cell_id", "v", "n"} {
		if !rows.Column(name).Missing(0) {
			t.Errorf("%s of the first row is not missing", name)
		}
	}
	if rows.Column("v").Missing(1) || rows.Column("n").Missing(1) {
		t.Error("zero is a value, not missing")
	}
}

func TestNumbersAreReadAsExactlyAsByTheStandardLibrary(t *testing.T) {
	random := rand.New(rand.NewPCG(1, 2)) //nolint:gosec // a fixed seed
	words := []string{"0", "-0", "1e5", "1E-7", "123456789012345", "1234567890123456", "0.1", "799.8", "-0.000123", "1.7976931348623157e308", "5e-324"}
	for range 20_000 {
		words = append(words, strconv.FormatFloat((random.Float64()-0.5)*math.Pow(10, float64(random.IntN(30)-12)), 'f', random.IntN(12), 64))
	}
	for _, word := range words {
		want, err := strconv.ParseFloat(word, 64)
		if err != nil {
			t.Fatal(err)
		}
		if got, err := parseFloat([]byte(word)); err != nil || math.Float64bits(got) != math.Float64bits(want) {
			t.Errorf("%s is read as %v (%v), want %v", word, got, err, want)
		}
	}
}

func TestWhatIsNotANumberIsRefused(t *testing.T) {
	for _, word := range []string{"", "-", ".", "1.2.3", "abc", "true"} {
		if v, err := parseFloat([]byte(word)); err == nil {
			t.Errorf("%q is read as %v", word, v)
		}
	}
	for _, word := range []string{"", "-", "1.5", "1e300", "99999999999999999999", "x"} {
		if v, err := parseInt([]byte(word)); err == nil {
			t.Errorf("%q is read as %v", word, v)
		}
	}
}

func TestAnAnswerCutAnywhereIsAnErrorNotFewerRows(t *testing.T) {
	answer := `{"results":[{"statement_id":0,"series":[{"name":"m","tags":{"site":"de1"},"columns":["time","cell_id","v"],"values":[[1,"A\n",1.5],[2,"B",2]],"partial":true}]}]}`
	for end := 1; end < len(answer); end++ {
		if _, err := decode(bytes.NewReader([]byte(answer[:end])), textAndFloat, Budget{}); err == nil {
			t.Errorf("cut after %d bytes was taken for an answer: %s", end, answer[:end])
		}
	}
	if _, err := decode(strings.NewReader(""), textAndFloat, Budget{}); err == nil {
		t.Error("an empty answer was taken for no data")
	}
}

func TestAnAnswerThatEndsBetweenChunksIsAnErrorNotFewerRows(t *testing.T) {
	chunk := `{"results":[{"statement_id":0,"series":[{"name":"m","columns":["time","v"],"values":[[1,1.5]],"partial":true}],"partial":true}]}` + "\n"
	if results, err := decode(strings.NewReader(chunk), textAndFloat, Budget{}); err == nil {
		t.Errorf("%d rows were taken for the whole", results[0].Series[0].Rows.Len())
	}
	last := `{"results":[{"statement_id":0,"series":[{"name":"m","columns":["time","v"],"values":[[2,2.5]]}]}]}`
	if rows := read(t, chunk+last); rows.Len() != 2 {
		t.Errorf("%d rows of two chunks", rows.Len())
	}
	if results, err := decode(strings.NewReader(chunk+last), textAndFloat, Budget{Rows: 1}); err != nil || !results[0].Cut {
		t.Errorf("the row budget ended the reading: %v", err)
	}
}

func TestATextInAFieldOfNumbersNamesTheField(t *testing.T) {
	_, err := decode(strings.NewReader(`{"results":[{"statement_id":0,"series":[{"name":"m","columns":["time","v"],"values":[[1,"high"]]}]}]}`), textAndFloat, Budget{})
	if err == nil || !strings.Contains(err.Error(), `"v" holds text where a number is expected`) {
		t.Errorf("error is %v", err)
	}
}
