package files

import (
	"io"
	"strconv"
	"strings"

	"genjin/model"
	"genjin/model/label"
)

// Handover is the list of the customers who change hands 客户交接清单.
type Handover struct {
	Grid
	Owed     [][]model.Money // by each of them
	Settings model.Settings
	Today    model.Date
	Lang     label.Lang
}

// WriteHTML writes it as a page to be printed and signed.
func (h Handover) WriteHTML(w io.Writer) error {
	words := label.DossierDoc(model.ExportHandover, h.Lang)
	p := dossierPage{Title: words.Title, Sign: words.Sign, Closing: label.HandedCustomers(len(h.Rows), h.Lang)}
	p.Head = known(docPair{words.Issued, h.Settings.CompanyName}, docPair{words.Date, string(h.Today)})
	p.Headers = append(append([]string{words.Line}, h.Headers...), words.Owed)
	p.Wide = len(h.Headers)
	group := dossierGroup{}
	for i, row := range h.Rows {
		sums := make([]string, len(h.Owed[i]))
		for n, m := range h.Owed[i] {
			sums[n] = label.Amount(m.Amount, m.Currency)
		}
		group.Rows = append(group.Rows, append(append([]string{strconv.Itoa(i + 1)}, row...), strings.Join(sums, " + ")))
	}
	p.Groups = []dossierGroup{group}
	return writeDossier(w, h.Lang, p.Title, true, []dossierPage{p})
}
