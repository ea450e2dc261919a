package cells

import (
	"slices"
	"testing"

	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/genealogy"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/retest"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/table"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/table/tabletest"
)

func plain(parents ...string) (links []genealogy.Link) {
	for _, p := range parents {
		links = append(links, genealogy.Link{Parent: p})
	}
	return links
}

func TestTheNearestAncestorsWithRecordsAreFoundOnceEach(t *testing.T) {
	f := family{
		"cell": plain("slit-1", "slit-2", "sheet"), "slit-1": plain("mother"), "slit-2": plain("mother"), "sheet": plain("other"),
		"mother": plain("batch"), "circle": plain("circle-2"), "circle-2": plain("circle"),
	}
	records := &genealogy.Records{Rows: map[string][]int{"mother": {3}, "other": {1, 2}, "batch": {9}}, Places: make([]genealogy.Part, 10)}
	for item, want := range map[string][]int{"cell": {3, 1, 2}, "circle": nil, "unknown": nil} {
		if got := f.nearest(genealogy.Part{Item: item}, records, 0); !slices.Equal(got, want) {
			t.Errorf("%s: %v, want %v", item, got, want)
		}
	}
}

func TestACellFindsTheStretchOfTheMotherRollItWasCutFrom(t *testing.T) {
	rows, err := tabletest.Parse("coating", `cell_id:text lane:text from_m:float to_m:float
M lane-1 0 100
M lane-1 100 200
M lane-2 0 100
M lane-2 100 200
M - - -`)
	if err != nil {
		t.Fatal(err)
	}
	records := genealogy.RecordsByItem(rows)
	onSlit := func(from, to float64) []genealogy.Link {
		return []genealogy.Link{{Parent: "S", Lane: "lane-2", From: from, To: to, Placed: true}}
	}
	straight := genealogy.Link{Parent: "M", Lane: "lane-2", From: 0, To: 200, Placed: true}
	rewound := straight
	rewound.Reversed = true
	for name, c := range map[string]struct {
		slit genealogy.Link
		cut  []genealogy.Link
		want []int
	}{
		"at the beginning":              {straight, onSlit(10, 20), []int{2, 4}},
		"rewound, the mother's end":     {rewound, onSlit(10, 20), []int{3, 4}},
		"across two stretches":          {straight, onSlit(90, 110), []int{2, 3, 4}},
		"ending where the next begins":  {straight, onSlit(90, 100), []int{2, 4}},
		"a point on the border":         {straight, onSlit(100, 100), []int{3, 4}},
		"metres unknown, the lane not":  {straight, []genealogy.Link{{Parent: "S"}}, []int{2, 3, 4}},
		"lane and metres unknown":       {genealogy.Link{Parent: "M"}, []genealogy.Link{{Parent: "S"}}, []int{0, 1, 2, 3, 4}},
		"beyond what was ever recorded": {straight, onSlit(300, 310), []int{4}},
	} {
		f := family{"cell": c.cut, "S": {c.slit}}
		if got := f.nearest(genealogy.Part{Item: "cell"}, records, 0); !slices.Equal(got, c.want) {
			t.Errorf("%s: %v, want %v", name, got, c.want)
		}
	}
}

func TestOfSeveralRecordsTheFirstOrLastWithAValueIsTaken(t *testing.T) {
	c := table.NewColumn(table.Spec{Name: "x", Kind: table.Float})
	for range 2 {
		c.AppendMissing()
		c.AppendFloat(1)
	}
	found := [][]int{{3, 1, 0}, {2, 0}, {1, 2}}
	if got := chosen(c, found, retest.First); !slices.Equal(got, []int{1, -1, 1}) {
		t.Errorf("first: %v", got)
	}
	if got := chosen(c, found, retest.Last); !slices.Equal(got, []int{3, -1, 1}) {
		t.Errorf("last: %v", got)
	}
}
