package label

import "genjin/model"

var agingWords = map[string]word{
	"title": of("应收账龄", "Receivables by age"), "total": of("合计", "total"), "month": of("到期月", "due in"), "open": of("无期限", "no due date"),
}

// AgingTitle names an aging report.
func AgingTitle(a *model.Aging, l Lang) string {
	return agingWords["title"].in(l) + " " + string(a.AsOf)
}

// AgingHeaders are the headers of its lines: the currency, what they are by,
// the buckets and their total.
func AgingHeaders(a *model.Aging, l Lang) []string {
	headers := []string{Field("receivable", "currency", l)}
	switch a.By {
	case model.AgingByCustomer:
		headers = append(headers, Field("customer", "name", l))
	case model.AgingByMonth:
		headers = append(headers, agingWords["month"].in(l))
	}
	for n := range a.Bucket.Len() {
		headers = append(headers, Bucket(a.Bucket, n, l))
	}
	return append(headers, agingWords["total"].in(l))
}

// AgingRows are its lines in words, then those of the totals where a currency
// has several. written is an amount beside its currency: plain in a file, in
// groups of three where it is read.
func AgingRows(a *model.Aging, l Lang, written func(n int64, currency string) string) [][]string {
	var rows [][]string
	row := func(line *model.AgingLine, of ...string) {
		cells := append([]string{line.Currency}, of...)
		for _, open := range append(line.Buckets[:len(line.Buckets):len(line.Buckets)], line.Total) {
			cells = append(cells, written(open, line.Currency))
		}
		rows = append(rows, cells)
	}
	for i := range a.Lines {
		line := &a.Lines[i]
		switch {
		case a.By == model.AgingByCustomer:
			row(line, line.Customer)
		case a.By == model.AgingByMonth && line.Month == "":
			row(line, agingWords["open"].in(l))
		case a.By == model.AgingByMonth:
			row(line, line.Month)
		default:
			row(line)
		}
	}
	if a.By == model.AgingByCustomer || a.By == model.AgingByMonth {
		for i := range a.Totals {
			row(&a.Totals[i], agingWords["total"].in(l))
		}
	}
	return rows
}
