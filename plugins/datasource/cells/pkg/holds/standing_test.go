package holds

import "testing"

// What A comes to by events, at the moment 100: its state, the open holds, and the number of its changes.
func TestATargetIsHeldWhileAnyHoldOnItIsOpen(t *testing.T) {
	for sentence, c := range map[string]struct {
		events []string
		want   string
	}{
		"nothing was said":                           {nil, ""},
		"a note decides nothing":                     {[]string{"note cell=A"}, ""},
		"a hold holds":                               {[]string{"hold hold=H1 cell=A at=1"}, "A hold H1 #1"},
		"a hold without an ID has that of its event": {[]string{"hold id=E cell=A at=1"}, "A hold E #1"},
		"a release that answers it closes it":        {[]string{"hold hold=H1 cell=A at=1", "release cell=A answers=H1 at=2"}, "A release #3"},
		"a release that answers its event closes it": {[]string{"hold id=E hold=H1 cell=A at=1", "release cell=A answers=E at=2"}, "A release #3"},
		"a release that answers another closes none": {[]string{"hold hold=H1 cell=A at=1", "release cell=A answers=H2 at=2"}, "A hold H1 #2"},
		"a release that answers none closes none":    {[]string{"hold hold=H1 cell=A at=1", "release cell=A at=2"}, "A hold H1 #2"},
		"a void closes none":                         {[]string{"hold hold=H1 cell=A at=1", "void cell=A answers=H1 at=2"}, "A hold H1 #1"},
		"of two holds one is answered": {
			[]string{"hold hold=H1 cell=A at=1", "hold hold=H2 cell=A at=2", "release cell=A answers=H1 at=3"}, "A hold H2 #4"},
		"a decision answers two holds at once": {
			[]string{"hold hold=H1 cell=A at=1", "hold hold=H2 cell=A at=2", "scrap cell=A answers=H1,H2 at=3"}, "A scrap #5"},
		"the newest decision counts": {
			[]string{"hold hold=H1 cell=A at=1", "rework cell=A answers=H1 at=2", "release cell=A at=3"}, "A release #4"},
		"the decision that was stored last is the newest, whatever its own clock says": {
			[]string{"rework cell=A at=90 stored=10", "release cell=A at=3 stored=20"}, "A release #2"},
		"of decisions of one ms the greater event_id is the newest": {
			[]string{"rework id=b cell=A stored=10", "release id=a cell=A stored=10"}, "A rework #2"},

		"a release with an earlier stamp that was stored later answers": {
			[]string{"release cell=A answers=H1 at=0 stored=20", "hold hold=H1 cell=A at=1 stored=10"}, "A release #3"},
		"a release with a later stamp that was stored before the hold answers nothing": {
			[]string{"release cell=A answers=H1 at=9000 stored=10", "hold hold=H1 cell=A at=1000 stored=20"}, "A hold H1 #2"},
		"a release that was stored in the same ms answers": {
			[]string{"release id=a cell=A answers=H1 stored=10", "hold id=b hold=H1 cell=A stored=10"}, "A release #3"},
		"of rows of old a release of the same second answers": {
			[]string{"release cell=A answers=H1 at=1000", "hold hold=H1 cell=A at=1000"}, "A release #3"},
		"of rows of old a release of an earlier second answers nothing": {
			[]string{"release cell=A answers=H1 at=1000", "hold hold=H1 cell=A at=2000"}, "A hold H1 #2"},

		"an event that comes again changes nothing": {
			[]string{"hold id=E hold=H1 cell=A at=1 stored=1", "hold id=E hold=H1 cell=A at=1 stored=5", "release id=R cell=A answers=H1 stored=3", "release id=R cell=A answers=H1 stored=7"},
			"A release #3"},
		"a hold that comes again after its release stays closed": {
			[]string{"hold id=E1 hold=H1 cell=A stored=1", "release cell=A answers=H1 stored=2", "hold id=E2 hold=H1 cell=A stored=3"}, "A release #3"},
		"a hold that comes again after its expiry stays closed": {
			[]string{"hold id=E1 hold=H1 cell=A stored=1 expires=5", "hold id=E2 hold=H1 cell=A stored=6"}, "A  #2"},
		"a hold that is placed again under another ID holds": {
			[]string{"hold hold=H1 cell=A stored=1", "release cell=A answers=H1 stored=2", "hold hold=H2 cell=A stored=3"}, "A hold H2 #4"},
		"an event_id of two cells holds both": {
			[]string{"hold id=E hold=H1 cell=A stored=1", "hold id=E hold=H1 cell=B stored=1", "release cell=B answers=H1 stored=2"}, "A hold H1 #1"},
		"a hold of the former ID after its pass is the same hold, which either ID answers": {
			[]string{"hold id=old hold=old cell=A at=5000", "hold id=new hold=new former=old pass=5500 cell=A at=6000", "release cell=A answers=new at=9000"}, "A release #3"},
		"a hold of the former ID before its pass is another one": {
			[]string{"hold id=old hold=old cell=A at=5000", "hold id=new hold=new former=old pass=7000 cell=A at=7000", "release cell=A answers=old at=9000"}, "A hold new #4"},

		"an expired hold is over":                        {[]string{"hold hold=H1 cell=A at=1 expires=50"}, "A  #2"},
		"a hold that expires later holds":                {[]string{"hold hold=H1 cell=A at=1 expires=101"}, "A hold H1 #1"},
		"a hold that was released does not expire again": {[]string{"hold hold=H1 cell=A stored=1 expires=50", "rework cell=A answers=H1 stored=2"}, "A rework #3"},
		"a hold that is said again while it is open lasts as long as either says": {
			[]string{"hold id=E1 hold=H1 cell=A stored=1 expires=50", "hold id=E2 hold=H1 cell=A stored=2 expires=150"}, "A hold H1 #1"},

		"a release of another cell closes none": {
			[]string{"hold hold=H1 cell=A at=1", "release cell=B answers=H1 at=2"}, "A hold H1 #1"},
		"a decision about nothing else closes what it answers": {
			[]string{"hold hold=H1 cell=A at=1", "release answers=H1 at=2"}, "A release #3"},
		"the release of a tray that answers the hold of a cell closes it": {
			[]string{"hold hold=H1 cell=A at=1", "release tray=T answers=H1 at=2"}, "A release #3"},
		"a cell is released from the hold of its lot for itself alone": {
			[]string{"hold hold=H1 lot=A at=1", "release cell=C answers=H1 at=2"}, "A hold H1 #1"},
		"the release of a stretch is none of the whole roll": {
			[]string{"hold hold=H1 roll=A from_m=0 to_m=500 at=1", "release roll=A from_m=0 to_m=10 answers=H1 at=2"}, "A hold H1 #2"},
		"the release of more than the stretch that is held closes it": {
			[]string{"hold hold=H1 roll=A from_m=5 to_m=10 at=1", "release roll=A from_m=0 to_m=10 answers=H1 at=2"}, "A release #3"},
		"the release of a position is none of the machine": {
			[]string{"hold hold=H1 equipment=A at=1", "release equipment=A position=4 answers=H1 at=2"}, "A hold H1 #2"},
		"the release of a machine is one of its position": {
			[]string{"hold hold=H1 equipment=A position=4 at=1", "release equipment=A answers=H1 at=2"}, "A release #3"},
		"the release of an hour is none of the day": {
			[]string{"hold hold=H1 equipment=A from=10 to=20 at=1", "release equipment=A from=10 to=12 answers=H1 at=2"}, "A hold H1 #2"},
		"the station that a release of a cell names does not narrow it": {
			[]string{"hold hold=H1 cell=A station=filling at=1", "release cell=A station=eol answers=H1 at=2"}, "A release #3"},
	} {
		if got := standing(Fold(said(t, c.events...)), "A", 100); got != c.want {
			t.Errorf("%s: %q, want %q", sentence, got, c.want)
		}
	}
}

func TestAStandingSaysWhy(t *testing.T) {
	for sentence, c := range map[string]struct {
		events []string
		want   string
	}{
		"the newest open hold":                   {[]string{"hold id=E1 cell=A stored=1", "hold id=E2 cell=A stored=2", "hold id=E3 cell=A stored=3", "release cell=A answers=E3 stored=4"}, "E2"},
		"the newest decision":                    {[]string{"hold id=E1 cell=A stored=1", "release id=R cell=A answers=E1 stored=2", "scrap id=S cell=A stored=3"}, "S"},
		"the newest hold, where all are expired": {[]string{"hold id=E1 cell=A stored=1 expires=2", "hold id=E2 cell=A stored=3 expires=4"}, "E2"},
	} {
		if got := Fold(said(t, c.events...)).Standings(100)[0].Why.ID; got != c.want {
			t.Errorf("%s: %s, want %s", sentence, got, c.want)
		}
	}
}

func TestAStandingSaysWhatItsTargetIsWhateverClosedItsHold(t *testing.T) {
	got := Fold(said(t, "hold hold=H1 cell=A stored=1", "release tray=T answers=H1 stored=2", "note item=A stored=3", "release item=B stored=4")).Standings(100)
	for i, want := range []string{"A cell", "B ", "T tray"} {
		if is := got[i].Target + " " + got[i].TargetType; is != want {
			t.Errorf("%q, want %q", is, want)
		}
	}
}
