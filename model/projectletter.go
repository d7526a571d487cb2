package model

// ProjectLetter is what a customer is told of how their project stands (rule 2.7):
// what is done, what they are asked for and by when, and when it will be finished.
type ProjectLetter struct {
	Done   []StageView // the stages that are done, in their order
	Now    *StageView  // the one that is worked on; nil = all are done
	Asks   []AskedFor
	EndsOn Date // as things stand; "" = no plan
}

// AskedFor is what the customer has to decide or to deliver.
type AskedFor struct {
	Item ProjectItem
	By   Date // "" = as soon as possible: nobody planned a day, or the stage's is past
	Late int  // days since a day that was agreed on
}

// Letter is what the customer is told on a day. What isn't the customer's to do is
// left out, and so is why something of ours stands still.
func (t *ProjectTree) Letter(asOf Date) ProjectLetter {
	v := t.Standing(asOf)
	l := ProjectLetter{EndsOn: v.EndsOn}
	for n := range v.Stages {
		st := &v.Stages[n]
		switch {
		case st.Cell == CellDone && st.Of > 0:
			l.Done = append(l.Done, *st)
		case n == v.Current:
			l.Now = st
		}
		if v.Current < 0 || n > v.Current {
			continue
		}
		for _, it := range st.Items {
			if !it.Waits || it.over(asOf) {
				continue
			}
			ask := AskedFor{Item: it, By: it.PlannedOn}
			if ask.By == "" && st.DueOn >= asOf {
				ask.By = st.DueOn
			}
			if it.PlannedOn != "" {
				ask.Late = max(asOf.Sub(it.PlannedOn), 0)
			}
			l.Asks = append(l.Asks, ask)
		}
	}
	return l
}
