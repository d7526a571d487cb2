package model

// Export says what leaves the file: which records, and in what words.
type Export struct {
	Kind    string   // see ExportCustomers and so on
	IDs     []int64  // of the customers, entries, contacts or projects, in their order
	Columns []string // codes of the list's view; none = all that a file of it has
	Lang    string   // of headers and values: zh, en
}

// The kinds of export.
const (
	ExportCustomers   = "customers"
	ExportJournal     = "journal"
	ExportContacts    = "contacts"
	ExportForm        = "form"     // the paper form, a sheet a customer
	ExportCalendar    = "calendar" // what is coming of the customers
	ExportReceivables = "receivables"
	ExportPayments    = "payments"
	ExportOrders      = "orders" // a row a line
	ExportProducts    = "products"
	// ExportConfirmation and ExportDelivery are documents of one order, whose id
	// is Export.IDs: 订单确认书, 送货单.
	ExportConfirmation = "confirmation"
	ExportDelivery     = "delivery"
	ExportProjects     = "oem"
	ExportMarket       = "market"
	ExportProgress     = "progress" // the progress form of a project
	ExportBrief        = "brief"    // its brief 项目简介
	ExportAll          = "all"      // every record, to be read back
)

// ExportKinds are the kinds in the order in which they are offered.
var ExportKinds = []string{ExportCustomers, ExportJournal, ExportContacts, ExportReceivables, ExportPayments,
	ExportOrders, ExportProducts, ExportMarket, ExportConfirmation, ExportDelivery, ExportForm, ExportCalendar,
	ExportProjects, ExportProgress, ExportBrief, ExportAll}

var exportFormats = map[string][]string{
	ExportCustomers:    {"xlsx", "csv", "json", "vcf", "ics", "md", "html"},
	ExportJournal:      {"xlsx", "csv", "json", "md", "html"},
	ExportContacts:     {"xlsx", "csv", "json", "vcf", "md", "html"},
	ExportReceivables:  {"xlsx", "csv", "json", "md", "html"},
	ExportPayments:     {"xlsx", "csv", "json", "md", "html"},
	ExportOrders:       {"xlsx", "csv", "json", "md", "html"},
	ExportProducts:     {"xlsx", "csv", "json", "md", "html"},
	ExportMarket:       {"xlsx", "csv", "json", "md", "html"},
	ExportConfirmation: {"html", "xlsx"},
	ExportDelivery:     {"html", "xlsx"},
	ExportForm:         {"xlsx"},
	ExportProjects:     {"xlsx", "csv", "json", "md", "html"},
	ExportProgress:     {"xlsx"},
	ExportBrief:        {"html", "xlsx"},
	ExportCalendar:     {"ics"},
	ExportAll:          {"json"},
}

// ExportFormats are the kinds of file that a kind of export can be written
// as, by extension, the usual one first.
func ExportFormats(kind string) []string { return exportFormats[kind] }
