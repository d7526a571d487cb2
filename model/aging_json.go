package model

import "encoding/json"

// AgingJSON is a line of an aging report as scripts read it: its currency, what
// it is about, every bucket by its code, their total and how many are open.
func AgingJSON(a *Aging, line *AgingLine) json.RawMessage {
	var o object
	o.put("as_of", string(a.AsOf))
	o.put("currency", line.Currency)
	switch a.By {
	case AgingByCustomer:
		o.put("customer", line.Customer)
		o.put("customer_id", line.CustomerID)
	case AgingByMonth:
		var month any // null without a due date
		if line.Month != "" {
			month = line.Month
		}
		o.put("month", month)
	}
	for n, code := range a.Bucket.Codes() {
		o.put(code, amountJSON(line.Buckets[n], line.Currency))
	}
	o.put("total", amountJSON(line.Total, line.Currency))
	o.put("count", line.Count)
	return o.done()
}
