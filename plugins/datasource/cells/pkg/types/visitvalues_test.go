package types_test

import (
	"fmt"
	"strings"
	"testing"
)

func TestATextIsAValueWhereThePlanHasTextsAndIsNamedWhereItHasNumbers(t *testing.T) {
	p := passLine(t, false)
	p.characteristic(2, "filling", "vision_class", "Class of the camera", "", 0, fields{"type": "text"})
	p.characteristic(3, "filling", "fill_vacuum", "Vacuum", "suffix:mbar", 1, fields{"usl": 8.0})
	p.filled("filler-01", "A1", "03-10 10:00", "ok", 800, fields{"vision_class": "scratch", "fill_vacuum": "low"})
	env := p.env()
	for _, asked := range []string{"", `,"characteristics":["vision_class","fill_vacuum"]`} {
		frame := ask(t, env, `{"queryType":"visits","station":"filling"`+asked+`}`)[0]
		class, _ := frame.FieldByName("vision_class")
		if class == nil {
			t.Fatalf("%q: the text is no column", asked)
		}
		if v, _ := class.ConcreteAt(0); v != "scratch" {
			t.Errorf("%q: the class is %v", asked, v)
		}
		if vacuum, _ := frame.FieldByName("fill_vacuum"); vacuum != nil {
			if v, ok := vacuum.ConcreteAt(0); ok {
				t.Errorf("%q: a text is shown as the number %v", asked, v)
			}
		}
		if text := fmt.Sprint(frame.Meta.Notices); !strings.Contains(text, "fill_vacuum was stored as string where the control plan has numbers") {
			t.Errorf("%q: the notices are %s", asked, text)
		}
	}
	traveler := ask(t, env, `{"queryType":"traveler","cellId":"A1"}`)[0]
	if text := fmt.Sprint(traveler.Meta.Notices); !strings.Contains(text, "fill_vacuum was stored as string") {
		t.Errorf("the notices of the traveler are %s", text)
	}
}
