package influx

import (
	"fmt"
	"strings"
	"testing"
	"testing/iotest"

	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/table"
)

func TestRowsThatAreNotAmongTheChosenCostNoneOfTheBudget(t *testing.T) {
	answer := `{"results":[{"statement_id":0,"series":[{"name":"m","columns":["time","cell_id","v","note"],"values":[
		[1700000000000000001,"A",1,"x"],[2,"B",2,{"deep":["]"]}],[3,null,3,null],[4,"A\"",4,""],[1700000000000000005,"C",5.5,null]]}]}]}`
	shapes := []shape{{
		kinds: map[string]table.Kind{"cell_id": table.Text, "v": table.Float},
		among: NewTexts([]string{"A", "C", "Z"}),
	}}
	results, err := decode(iotest.OneByteReader(strings.NewReader(answer)), shapes, Budget{Rows: 2})
	if err != nil || results[0].Cut {
		t.Fatalf("%v, cut: %v", err, results[0].Cut)
	}
	rows := results[0].Series[0].Rows
	at, id, v := rows.Column("time"), rows.Column("cell_id"), rows.Column("v")
	first, _ := at.Int(0)
	last, _ := id.Text(1)
	value, _ := v.Float(1)
	if rows.Len() != 2 || first != 1700000000000000001 || last != "C" || value != 5.5 {
		t.Errorf("%d rows, first at %d, last %s %v", rows.Len(), first, last, value)
	}
	if results, err = decode(strings.NewReader(answer), shapes, Budget{Rows: 1}); err != nil || !results[0].Cut || results[0].Series[0].Rows.Len() != 1 {
		t.Errorf("a budget of one row: %v, cut: %v", err, results[0].Cut)
	}
}

func TestThousandsOfTextsAreToldFromOthersInAFewCharacters(t *testing.T) {
	texts := make([]string, 20_000)
	for i := range texts {
		texts[i] = fmt.Sprintf("CELL%05d", i)
	}
	print := func(texts ...string) string {
		return fmt.Sprintf("%#v", []Statement{{From: "m", Among: NewTexts(texts)}})
	}
	all := print(texts...)
	if len(all) > 500 {
		t.Errorf("%d characters", len(all))
	}
	if all != print(texts...) {
		t.Error("one set has two names")
	}
	for name, others := range map[string][]string{"fewer": texts[1:], "other borders": append([]string{"CELL00000CELL00001"}, texts[2:]...)} {
		if all == print(others...) {
			t.Errorf("%s: two sets have one name", name)
		}
	}
}
