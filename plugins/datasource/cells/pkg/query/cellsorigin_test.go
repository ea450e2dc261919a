package query

import (
	"slices"
	"testing"

	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/join"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/table"
)

func TestTheNearestAncestorsWithRecordsAreFoundOnceEach(t *testing.T) {
	f := &family{memo: map[string][]int{}, parents: map[string][]string{
		"cell": {"slit-1", "slit-2", "sheet"}, "slit-1": {"mother"}, "slit-2": {"mother"}, "sheet": {"other"}, "mother": {"batch"},
		"circle": {"circle-2"}, "circle-2": {"circle"},
	}}
	items := map[string][]int{"mother": {3}, "other": {1, 2}, "batch": {9}}
	if got := f.nearest("cell", items); !slices.Equal(got, []int{3, 1, 2}) {
		t.Errorf("cell: %v", got)
	}
	if got := f.nearest("circle", items); got != nil {
		t.Errorf("a circle: %v", got)
	}
	if got := f.nearest("unknown", items); got != nil {
		t.Errorf("an unknown item: %v", got)
	}
}

func TestOfSeveralRecordsTheFirstOrLastWithAValueIsTaken(t *testing.T) {
	c := table.NewColumn(table.Spec{Name: "x", Kind: table.Float})
	for range 2 {
		c.AppendMissing()
		c.AppendFloat(1)
	}
	found := [][]int{{3, 1, 0}, {2, 0}, {1, 2}}
	if got := chosen(c, found, join.First); !slices.Equal(got, []int{1, -1, 1}) {
		t.Errorf("first: %v", got)
	}
	if got := chosen(c, found, join.Last); !slices.Equal(got, []int{3, -1, 1}) {
		t.Errorf("last: %v", got)
	}
}
